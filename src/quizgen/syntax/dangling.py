"""Whether a phrase can stand alone outside the article, or leans on it: a pronoun, « ce », a bare description."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from quizgen.facts import PhraseType
from quizgen.syntax.analysis import Analysis
from quizgen.syntax.names import is_name
from quizgen.syntax.phrase_types import number, phrase_type
from quizgen.syntax.tree import children, feature, relation

if TYPE_CHECKING:
    from spacy.tokens import Token


def dangling(head: Token, words: Sequence[Token], analysis: Analysis, *, as_subject: bool = False) -> str:
    """Return why a phrase would not stand alone outside the article, or "" when it would."""
    lexicon = analysis.language.lexicon
    if head.pos_ in {"PRON", "DET", "ADJ", "ADV", "NUM"} and not is_name(head):
        return "pronoun" if head.pos_ != "NUM" else "bare number"
    for token in words:
        reason = dangling_word(token, analysis, as_subject=as_subject)
        if reason:
            return reason
    if any(t.lower_ in lexicon.words("deixis", "words") for t in words):
        return "relative time or place"
    if is_name(head):
        return ""
    if not as_subject and words[0].lower_ in analysis.settings.words("arguments", "vague_quantifiers"):
        return "vague quantity"
    if phrase_type(head, words, analysis) is PhraseType.PERSON and number(head) == "s" and not names_its_office(head, words, analysis):
        return "bare description"
    return dangling_description(head, words, analysis, as_subject=as_subject)


def dangling_word(token: Token, analysis: Analysis, *, as_subject: bool) -> str:
    """Return why one word ties a phrase to its text ("ce", "notre", "his"), or ""."""
    if is_first_person(token, analysis):
        return "first person"
    if is_demonstrative(token, analysis):
        return "demonstrative"
    if feature(token, "Poss") == "Yes" and as_subject:
        return "possessive"
    if (
        token.pos_ == "PRON"
        and feature(token, "Poss") != "Yes"
        and feature(token, "PronType") != "Rel"
        and token.lower_ not in {"se", "s'", "s’"}
    ):
        return "pronoun"
    return ""


def is_demonstrative(token: Token, analysis: Analysis) -> bool:
    """Return True for « ce », "those" before a noun, by its tag or by the word itself."""
    by_word = token.lower_ in analysis.language.lexicon.words("pronouns", "demonstrative") and relation(token) == "det"
    return by_word or (token.pos_ == "DET" and feature(token, "PronType") == "Dem")


def is_first_person(token: Token, analysis: Analysis) -> bool:
    """Return True for "we", « notre »; not for "US", the country."""
    return token.lower_ in analysis.language.lexicon.words("pronouns", "first_person") and not (len(token) > 1 and token.is_upper)


def dangling_description(head: Token, words: Sequence[Token], analysis: Analysis, *, as_subject: bool) -> str:
    """Return why a description with a common noun is not enough ("la fondation"), or ""."""
    lemma = head.lemma_.lower()
    if lemma in analysis.language.lexicon.words("vague", "nouns") and not has_complement(head, words):
        return "vague noun"
    if any(t.pos_ == "PROPN" or (t.ent_type_ and t.text[:1].isupper()) for t in words):
        return ""
    determiners = [t for t in words if t.i < head.i and (t.pos_ == "DET" or t.lower_ in analysis.settings.contractions)]
    definite = any(feature(t, "Definite") == "Def" for t in determiners)
    plural = number(head) == "p"
    if (
        definite
        and lemma not in analysis.topic
        and not has_complement(head, words)
        and not (plural and is_first_mention(head, words, analysis))
    ):
        return "bare description"
    ordering = analysis.settings.words("time", "ordering")
    if definite and any(c.lower_ in ordering for c in head.children if c in words) and not has_complement(head, words):
        return "bare description"  # « la prochaine étape »
    indefinite = any(feature(t, "Definite") == "Ind" for t in determiners)
    if as_subject and indefinite and not (plural and any(relation(c) == "nmod" for c in head.children if c in words)):
        return "indefinite subject"  # « une motion », « des Français »; « des moulins à marée » are a kind of thing
    return ""


def is_first_mention(head: Token, words: Sequence[Token], analysis: Analysis) -> bool:
    """Return True for a noun with an adjective at its first mention: « les facteurs environnementaux » leans on nothing before."""
    at = int(head.doc.user_data["offset"]) + head.idx
    adjectives = [c for c in head.children if c in words and relation(c) in {"amod", "compound"}]
    ordering = analysis.settings.words("time", "ordering")
    return bool(adjectives) and analysis.first_seen.get(head.lemma_.lower(), at) >= at and not any(c.lower_ in ordering for c in adjectives)


def has_complement(head: Token, words: Sequence[Token]) -> bool:
    """Return True when a noun is narrowed by something of weight: a noun complement, a clause, or two adjectives."""
    inside = [c for c in head.children if c in words]
    if any(relation(c) in {"nmod", "acl"} and c.pos_ != "PRON" for c in inside):
        return True
    return sum(relation(c) in {"amod", "compound"} for c in inside) >= 2


def names_its_office(head: Token, words: Sequence[Token], analysis: Analysis) -> bool:
    """Return True when a description of one person says of what or whom: « le directeur de la fondation », « le président américain »."""
    countries = analysis.language.lexicon.words("nationalities", "adjectives")
    if head.lemma_.lower() in analysis.language.lexicon.words("roles", "of_countries") and any(
        c.lower_ in countries or c.lemma_.lower() in countries for c in children(head, "amod")
    ):
        return True
    return any(t.pos_ == "PROPN" for t in words) or any(
        relation(c) in {"nmod", "appos", "flat", "acl"} for c in head.children if c in words
    )
