"""Noun phrases out of a tree: their words, as in the middle of a sentence, and whether they are whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from quizgen.facts import Phrase, PhraseType
from quizgen.syntax.analysis import Analysis
from quizgen.syntax.names import head_text, is_name, name_tokens
from quizgen.syntax.phrase_types import gender, number, phrase_type
from quizgen.syntax.tree import children, feature, is_contiguous, opens, relation, text_of, trimmed, without_detached

if TYPE_CHECKING:
    from spacy.tokens import Token


def phrase(head: Token, analysis: Analysis, tokens: Sequence[Token] | None = None) -> Phrase:
    """Return the phrase of `head`: `tokens`, or its subtree without preposition and without what is set off by punctuation."""
    words = list(tokens) if tokens is not None else phrase_tokens(head, analysis)
    text = surface(words, analysis)
    made = Phrase(
        text=text,
        type=phrase_type(head, words, analysis),
        gender=gender(head, words, analysis),
        number=number(head),
        head=head_text(head),
        is_name=is_name(head),
        is_list=any(relation(c) == "conj" and c in words and c.pos_ not in {"ADJ", "ADV"} for c in head.children),
        is_definite=is_definite(head, words, analysis),
        span=analysis.span_of(words) if is_contiguous(words) else None,
    )
    return analysis.language.describe(canonical(without_title(made, head, words), analysis))


def without_title(made: Phrase, head: Token, words: Sequence[Token]) -> Phrase:
    """Return the phrase with the person's name alone as `bare`: "Jules Janssen" of "the French astronomer Jules Janssen"."""
    name = text_of(name_tokens(head)) if made.type is PhraseType.PERSON and made.is_name and not made.is_list else ""
    titled = any(t.pos_ in {"NOUN", "DET"} and t.i < head.i for t in words)
    return replace(made, bare=name) if titled and name and made.text.endswith(name) else made


def phrase_tokens(head: Token, analysis: Analysis) -> list[Token]:
    """Return the tokens of a phrase in order; a preposition that holds the article ("du") stays, to be rendered as that article."""
    clausal = {t for c in children(head, "nsubj", "cop", "aux", "advcl", "ccomp", "csubj", "expl") for t in c.subtree}
    words = [t for t in without_detached(head) if t not in clausal]
    opening = min((t.i for t in words if t.pos_ not in {"ADP", "CCONJ", "SCONJ", "PUNCT", "PART"}), default=head.i)
    cases = [c for c in children(head, "case", "mark", "cc") if c.i < head.i and (relation(c) != "cc" or c.i < opening)]
    dropped = {t for c in cases for t in c.subtree if t.lower_ not in analysis.settings.contractions or t != c}
    return trimmed([t for t in words if t not in dropped])


def surface(words: Sequence[Token], analysis: Analysis) -> str:
    """Return the text of a phrase as in the middle of a sentence: contraction undone, capital of a sentence start lowered."""
    text = text_of(words)
    first = words[0]
    article = analysis.settings.contractions.get(first.lower_)
    if article and first.pos_ == "ADP":
        return f"{article} {text_of(words[1:])}"
    by_habit = first.lower_ in analysis.common_words
    if (opens_sentence(first) or by_habit) and is_common(first, analysis):
        return text[:1].lower() + text[1:]
    if first.pos_ == "DET" and first.text[:1].isupper() and first.text.lower() in {"l'", "l’", "le", "la", "les", "the"}:
        return text[:1].lower() + text[1:]
    return text


def opens_sentence(token: Token) -> bool:
    """Return True for the first word of a sentence, quotation marks aside."""
    while not opens(token):
        token = token.nbor(-1)
        if not (token.is_punct or token.is_space):
            return False
    return True


def is_common(token: Token, analysis: Analysis) -> bool:
    """Return True for a word that has its capital only because it opens a sentence."""
    if token.text[1:2].isupper() or token.text == "I" or token.text in analysis.names_inside:
        return False
    following = token.nbor(1) if token.i + 1 < len(token.doc) else None
    before_name = following is not None and following.pos_ == "PROPN" and token.pos_ in {"NOUN", "PROPN"}
    if before_name and token.lower_ not in analysis.common_words:
        return False  # "Professor Eastman"
    named = (bool(token.ent_type_) or token.pos_ == "X") and token.pos_ != "DET"
    return not named and token.lower_ not in analysis.language.lexicon.words("nationalities", "adjectives")


def is_definite(head: Token, words: Sequence[Token], analysis: Analysis) -> bool:
    """Return True when a phrase opens with a definite article, alone or inside a preposition, or is a bare name."""
    first = words[0]
    return feature(first, "Definite") == "Def" or first.lower_ in analysis.settings.contractions or (is_name(head) and first.pos_ != "DET")


def canonical(made: Phrase, analysis: Analysis) -> Phrase:
    """Return a phrase that is only a name under its fullest form ("Carrez" becomes "Thierry Carrez"), with its aliases accepted."""
    entity = analysis.registry.find(made.text) if made.is_name else None
    if entity is None:
        return made
    made = replace(made, gender=entity.gender or made.gender, number=entity.number or made.number)
    is_bare = entity.is_given and made.text in entity.aliases
    is_articled = made.is_definite and made.text.partition(" ")[2] == entity.name  # "the Marquis of Kent"
    if (entity.type is PhraseType.PERSON or is_bare) and entity.name != made.text and not is_articled:
        return replace(made, text=entity.name, bare=entity.name, head=entity.name, accepted=(*sorted(entity.aliases),))
    return replace(made, accepted=tuple(sorted(entity.aliases)))


def is_cut_short(words: Sequence[Token]) -> bool:
    """Return True when a phrase ends in a small word, or goes on behind its end (a list, a compound): the key would be partial."""
    first, last = words[0], words[-1]
    if first.i > first.sent.start and first.nbor(-1).text == "-" and not first.nbor(-1).whitespace_:  # "cross-|section"
        return True
    if last.pos_ in {"ADP", "DET", "CCONJ", "PART"}:
        return True
    following = last.nbor(1) if last.i + 1 < len(last.doc) else None
    if following is not None and following.pos_ == "CCONJ" and following.i + 1 < len(last.doc):
        joins_verbs = relation(following) == "cc" and following.head.pos_ in {"VERB", "AUX"}  # « … le phare car le port était fermé »
        return not joins_verbs and following.nbor(1).pos_ not in {"VERB", "AUX"}  # « a perturbé le trafic et causé … »: another deed
    return following is not None and (following.pos_ in {"CCONJ", "NOUN", "PROPN", "PART"} or following.text in {"-", "'s", "’s"})
