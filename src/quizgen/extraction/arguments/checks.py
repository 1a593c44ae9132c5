"""What ties an argument to its text: a pronoun, a demonstrative, a hedge, an open quotation, a second clause."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizgen.extraction.arguments.argument import Argument
from quizgen.extraction.arguments.leaning_times import is_bare_time, is_lone_weekday, is_shifted
from quizgen.extraction.clauses.parsed_clause import ParsedClause, Unclean
from quizgen.extraction.clauses.subject_checks import is_unlinked
from quizgen.facts import PhraseType
from quizgen.languages.base import less, of_several_words
from quizgen.syntax.analysis import Analysis
from quizgen.syntax.dangling import is_first_person
from quizgen.syntax.phrase_types import number
from quizgen.syntax.tree import child, children, feature, is_balanced, opens, relation, text_of

if TYPE_CHECKING:
    from spacy.tokens import Token


def check_argument(argument: Argument, parsed: ParsedClause, analysis: Analysis) -> None:
    """Raise Unclean when an argument ties the clause to its text: a pronoun, a demonstrative, a relative time, an open quote."""
    for token in argument.tokens:
        check_word(token, argument, parsed, analysis)
    check_opening(argument, analysis)
    check_joints(argument, analysis)


def check_word(token: Token, argument: Argument, parsed: ParsedClause, analysis: Analysis) -> None:
    """Raise Unclean for a word that ties its argument to the text, or that makes it no plain statement."""
    lexicon = analysis.language.lexicon
    if is_first_person(token, analysis):
        raise Unclean("first person")
    if feature(token, "PronType") == "Dem":
        raise Unclean("demonstrative")
    if (
        token.pos_ == "PRON"
        and feature(token, "PronType") == "Prs"
        and feature(token, "Poss") != "Yes"
        and token.lower_ not in {"se", "s'", "s’"}
        and relation(token) != "expl"
        and not means_subject(token, argument, parsed)
    ):
        raise Unclean("pronoun")
    if is_of_another(token, parsed, analysis):
        raise Unclean("possessive of another")
    if token.lower_ in lexicon.words("deixis", "words") or is_lone_weekday(token, analysis):
        raise Unclean("relative time")
    if token.text in {"[", "]", "!", "?", "/"}:
        raise Unclean("brackets")
    if relation(token) == "advmod" and token.lower_ in analysis.settings.words("time", "alone") and not any(token.children):
        raise Unclean("relative time")
    if token.text == ":" or token.lower_ in analysis.settings.words("arguments", "contrasting"):
        raise Unclean("clauses side by side")
    if relation(token) == "mark" and token.lower_ in lexicon.words("condition", "markers"):
        raise Unclean("conditional")


def check_opening(argument: Argument, analysis: Analysis) -> None:
    """Raise Unclean for an argument in doubt, told from another time or thing, or without its beginning."""
    if is_hedged(argument, analysis):
        raise Unclean("hedged")
    if is_bare_time(argument, analysis):
        raise Unclean("relative time")
    if argument.tokens[0].pos_ == "CCONJ" and argument.slot != "cause":
        raise Unclean("coordination")
    if any(feature(t, "PronType") == "Rel" for t in argument.tokens) and not any(feature(t, "VerbForm") == "Fin" for t in argument.tokens):
        raise Unclean("broken relative clause")
    if points_at_now(text_of(argument.tokens), analysis) or is_shifted(argument, analysis):
        raise Unclean("relative time")
    if any(t.lower_ in analysis.settings.words("time", "pointing") and relation(t) == "amod" for t in argument.tokens):
        raise Unclean("definite description")  # « dans les mêmes termes », « aux chiffres suivants »


def check_joints(argument: Argument, analysis: Analysis) -> None:
    """Raise Unclean for two clauses in one argument, or one that announces what follows, or an open quotation or list."""
    text = text_of(argument.tokens)
    low = text.lower().replace("’", "'")
    if re.search(r" et qu[e'’]", low) and not re.search(r"\bqu[e'’].* et qu[e'’]", low):
        raise Unclean("clauses side by side")
    if low in analysis.settings.words("arguments", "announcing"):
        raise Unclean("announcement")
    if runs_together(argument):
        raise Unclean("clauses side by side")
    following = argument.tokens[-1].nbor(1).text if argument.tokens[-1].i + 1 < len(argument.tokens[-1].doc) else ""
    if following in {"…", "..."}:
        raise Unclean("open quote or list")
    if not is_balanced(text) or "…" in text or "..." in text or ",," in text:
        raise Unclean("open quote or list")


def means_subject(pronoun: Token, argument: Argument, parsed: ParsedClause) -> bool:
    """Return True for "it" in "Libya announced it would embargo oil": the subject of what is said is who says it."""
    clause = pronoun.head
    said = argument.slot == "object" and relation(clause) == "ccomp" and relation(pronoun) == "nsubj"
    plural = feature(parsed.subject, "Number") == "Plur" or child(parsed.subject, "conj") is not None
    masculine = feature(parsed.subject, "Gender") != "Fem"
    own = {"it", "he", "she", "they", *(("il", "ils") if masculine else ("elle", "elles"))}
    return said and pronoun.lower_ in own and (pronoun.lower_ in {"they", "ils", "elles"}) == plural


def is_of_another(token: Token, parsed: ParsedClause, analysis: Analysis) -> bool:
    """Return True for a possessive that cannot be the subject's: "Ann Roy gave birth to their second son"."""
    owner = analysis.settings.data["possessives"].get(token.lower_) if feature(token, "Poss") == "Yes" else None
    if owner is None or not analysis.settings.data["possessive"]["agrees"]:
        return False
    if parsed.meant is not None:
        return owner["number"] == "p" and parsed.meant.number == "s" and parsed.meant.type is PhraseType.PERSON
    inside = {t for c in children(parsed.verb, "advcl", "ccomp", "xcomp", "acl") for t in c.subtree}
    return owner["number"] == "p" and token not in inside and number(parsed.subject) == "s" and parsed.subject.ent_type_ == "PER"


def points_at_now(text: str, analysis: Analysis) -> bool:
    """Return True for words of which several together point at the writer's day: "last year", « de nos jours »."""
    low = text.lower().replace("’", "'")
    pointing = of_several_words(analysis.language.lexicon.words("deixis", "words"))
    held = (words for words in pointing if words in low)
    return any(low == words or low.startswith(words + " ") or f" {words}" in low for words in held)


def is_hedged(argument: Argument, analysis: Analysis) -> bool:
    """Return True when an argument holds, or follows, a word of doubt: « probablement en 1609 », "circa 1609"."""
    first = argument.tokens[0]
    before = [first.nbor(-1)] if not opens(first) else []
    doubts = less(analysis.language.lexicon.words("hedges", "adverbs"), analysis.settings.words("connectors", "keep_their_strength"))
    return any(t.lower_ in doubts for t in (*before, *argument.tokens))


def runs_together(argument: Argument) -> bool:
    """Return True when a finite verb inside an argument has no word that subordinates it: two clauses were read as one."""
    if argument.slot == "object" and any(relation(t) == "ccomp" and t.head not in argument.tokens for t in argument.tokens):
        return False  # "announced it would close": English needs no "that"
    if any(t.pos_ == "VERB" and is_unlinked(t) for t in argument.tokens):  # "saw a decline | emerged under the kings"
        return True
    finite = [t for t in argument.tokens if feature(t, "VerbForm") == "Fin"]
    links = [t for t in argument.tokens if relation(t) == "mark" or feature(t, "PronType") in {"Rel", "Int"} or t.pos_ == "SCONJ"]
    if argument.slot == "cause" and argument.tokens[0].pos_ == "CCONJ":
        links.append(argument.tokens[0])  # « car le port était fermé »
    clauses = {t.head if relation(t) in {"aux", "cop"} else t for t in finite}
    own = [verb for verb in clauses if relation(verb) != "conj"]
    return bool(finite) and (not links or len(own) > len(links))
