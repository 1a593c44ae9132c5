"""Which slot a complement fills: purpose, cause, object, or one that its preposition tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.extraction.arguments.argument import Argument, starts_with
from quizgen.extraction.arguments.governed import governed
from quizgen.extraction.arguments.obliques import oblique_argument
from quizgen.extraction.arguments.quantities import quantity_of
from quizgen.extraction.clauses.parsed_clause import ParsedClause, Unclean
from quizgen.extraction.clauses.verb_group import finite_verb
from quizgen.facts import Phrase
from quizgen.languages.base import joined, less
from quizgen.syntax.analysis import Analysis
from quizgen.syntax.dangling import dangling
from quizgen.syntax.phrases import is_cut_short, phrase
from quizgen.syntax.tree import child, children, feature, follows_comma, is_contiguous, opens, relation, text_of

if TYPE_CHECKING:
    from spacy.tokens import Token

LONGEST_REPORT = 12  # words of a that-clause asked for as an object


def argument_of(head: Token, words: list[Token], parsed: ParsedClause, analysis: Analysis) -> Argument:
    """Return the argument of one complement, with its slot when something can ask for it."""
    is_lead = words[0].i < parsed.finite.i
    kind = relation(head)
    if kind == "ccomp" and len(words) > 1 and words[0].lower_ in analysis.settings.words("connectors", "words"):
        words = words[1:]  # « estime ainsi que »
    text = text_of(words)
    if kind == "ccomp" and follows_comma(head):
        raise Unclean("clauses side by side")
    owned = None if is_lead else governed(head, words, parsed, analysis)
    if owned is not None:
        return Argument(tuple(words), "object", owned, owned.text, is_governed=True)
    if kind == "advcl":
        return clause_argument(head, words, text, is_lead, analysis)
    marker = starts_with(
        text, less(analysis.language.lexicon.words("cause", "markers"), analysis.settings.words("arguments", "doubtful_causes"))
    )
    aim = child(head, "ccomp", "xcomp") if kind == "advmod" else None  # « afin d'accueillir »
    if aim is not None and words[0].lower_ in analysis.settings.words("arguments", "purpose"):
        return clause_argument(aim, words, text, is_lead, analysis)
    if marker and kind in {"obl", "nmod", "advmod", "conj"}:
        return Argument(tuple(words), "cause", adverbial(words, marker, analysis), text, is_lead)
    telling = parsed.verb.lemma_.lower() in analysis.settings.words("verbs", "telling")
    told = kind == "ccomp" and (child(head, "mark") is not None or telling) and finite_verb(head) is not None
    if told and not is_lead and len(words) <= LONGEST_REPORT and is_contiguous(words) and words[-1].pos_ not in {"ADP", "DET", "CCONJ"}:
        return Argument(tuple(words), "object", Phrase(text, bare=text, head=head.text, span=analysis.span_of(words)), text)
    if kind == "obl":
        return oblique_argument(head, words, parsed, analysis, is_lead)
    if kind == "obj" and head.i > parsed.finite.i:
        return object_argument(head, words, analysis)
    return Argument(tuple(words), is_lead=is_lead)


def clause_argument(head: Token, words: list[Token], text: str, is_lead: bool, analysis: Analysis) -> Argument:
    """Return a subordinate clause as purpose or cause, or as an argument nothing asks for."""
    settings, lexicon = analysis.settings, analysis.language.lexicon
    marker = starts_with(text, less(lexicon.words("cause", "markers"), settings.words("arguments", "doubtful_causes")))
    if marker:
        return Argument(tuple(words), "cause", adverbial(words, marker, analysis), text, is_lead)
    first = words[0].lower_
    infinitive = feature(head, "VerbForm") == "Inf"
    told = first in settings.words("arguments", "purpose") or bool(starts_with(text, lexicon.words("purpose", "markers")))
    governs = head.head.lemma_.lower() in joined(settings.words("arguments", "directive"), settings.words("verbs", "light"))
    if infinitive and told and not governs and child(head.head, "cop") is None:
        if head.lemma_.lower() in analysis.first_seen:
            raise Unclean("verb or noun")
        marker = starts_with(text, lexicon.words("purpose", "markers")) or first
        return Argument(tuple(words), "purpose", adverbial(words, marker, analysis), text, is_lead)
    if starts_with(text, lexicon.words("condition", "markers")):
        raise Unclean("conditional")
    return Argument(tuple(words), is_lead=is_lead)


def adverbial(words: list[Token], marker: str, analysis: Analysis) -> Phrase:
    """Return a purpose or cause: `text` with its marker, `bare` without."""
    text = text_of(words)
    text = text[:1].lower() + text[1:] if opens(words[0]) else text
    return Phrase(
        text=text, bare=text[len(marker) :].strip(), head=words[0].text, span=analysis.span_of(words) if is_contiguous(words) else None
    )


def object_argument(head: Token, words: list[Token], analysis: Analysis) -> Argument:
    """Return a direct object, as a quantity when it counts something."""
    quantity = quantity_of(head, words, analysis)
    if quantity is not None:
        return Argument(tuple(words), "quantity", quantity, quantity.text)
    if is_cut_short(words) or analysis.language.find_dates(text_of(words)):
        return Argument(tuple(words))
    if head.pos_ in {"VERB", "AUX"}:
        raise Unclean("verb group not understood")
    if dangling(head, words, analysis) or not is_contiguous(words) or any(feature(t, "Poss") == "Yes" for t in words):
        return Argument(tuple(words))
    bare = head.pos_ == "NOUN" and words[0] == head and not children(head, "case", "nummod", "conj")
    if bare and not articles_may_lack(analysis):
        return Argument(tuple(words))  # « rend compte », « fait écho »
    made = phrase(head, analysis, words)
    return Argument(tuple(words), "object", made, text_of(words))


def articles_may_lack(analysis: Analysis) -> bool:
    """Return True in a language where a common noun needs no article."""
    return bool(analysis.settings.data["verbs"]["bare_subjects"])
