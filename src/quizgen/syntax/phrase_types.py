"""What a phrase names: a person, a place, an organization …, its gender and its number."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from quizgen.facts import PhraseType
from quizgen.languages.first_names import gender_of_first_name
from quizgen.syntax.analysis import Analysis, remembered
from quizgen.syntax.names import head_text, is_name
from quizgen.syntax.tree import children, feature, relation, text_of

if TYPE_CHECKING:
    from spacy.tokens import Token

ENTITY_TYPES = {"PER": PhraseType.PERSON, "ORG": PhraseType.ORGANIZATION, "LOC": PhraseType.PLACE, "MISC": PhraseType.WORK}
LONGEST_WORD = 60  # letters
SHORTEST_LETTERS = 3
HEAD_NOUNS = ("person", "organization", "place", "work", "event")
GENDERS = {"Masc": "m", "Fem": "f"}
NUMBERS = {"Sing": "s", "Plur": "p"}


def phrase_type(head: Token, words: Sequence[Token], analysis: Analysis) -> PhraseType:
    """Return what a phrase names: by its entity when a name heads it, else by its head noun."""
    if is_name(head):
        entity = analysis.registry.find(head_text(head)) or analysis.registry.find(text_of(words))
        if entity is not None and entity.is_given:
            return entity.type
        own = {w.lower() for w in text_of(words).split()}
        for kind in ("organization", "work"):
            if own & analysis.language.lexicon.words("head_nouns", kind):
                return PhraseType(kind)
        found = entity.type if entity else ENTITY_TYPES.get(head.ent_type_, PhraseType.WORK)
        doubtful = found is PhraseType.ORGANIZATION or (found is PhraseType.WORK and " " not in head_text(head))
        return PhraseType.UNKNOWN if doubtful and not is_surely_organization(head_text(head), analysis) else found
    lemma = head.lemma_.lower()
    for kind in HEAD_NOUNS:
        if lemma in analysis.language.lexicon.words("head_nouns", kind):
            return PhraseType(kind)
    named = any(c.ent_type_ == "PER" and c.i == head.i + 1 for c in children(head, "appos", "flat", "nmod"))  # « le tyran Démétrios »
    if named or lemma in analysis.language.lexicon.words("roles", "nouns"):
        return PhraseType.PERSON
    return PhraseType.THING


@remembered
def is_surely_organization(name: str, analysis: Analysis) -> bool:
    """Return True for letters ("CERN", not "OS"), several words, or a name after a noun for organizations (« la fondation OpenInfra »)."""
    if (name.isupper() and len(name) >= SHORTEST_LETTERS) or " " in name:
        return True
    at = analysis.article.text.find(f" {name}")
    nouns = analysis.language.lexicon.words("head_nouns", "organization")
    while at > 0:
        before = analysis.article.text[max(0, at - LONGEST_WORD) : at].split()
        if before and before[-1].lower().strip("(«“\"'l’") in nouns:
            return True
        at = analysis.article.text.find(f" {name}", at + 1)
    return False


def gender(head: Token, words: Sequence[Token], analysis: Analysis) -> str:
    """Return a phrase's gender: of its noun, its article or adjectives, its first name; "" when nothing tells.

    What is counted tells that of « des centaines de soldats » (« ont-ils été déplacés »).
    """
    counted = next((c for c in children(head, "nmod") if c in words and c.pos_ == "NOUN" and feature(c, "Number") == "Plur"), None)
    if counted is not None and head.lower_ in analysis.settings.words("arguments", "counting"):
        return gender(counted, words, analysis)
    beside = [t for t in head.children if t in words and relation(t) in {"det", "case", "amod"}]
    for token in (*sorted(beside, key=lambda t: relation(t) == "amod"), head):  # « la psychiatre »: the article tells more than the noun
        found = feature(token, "Gender")
        if found and (token != head or not is_name(head)):
            return GENDERS.get(found, "")
    if is_name(head) and head.ent_type_ in {"PER", ""} and words:
        return gender_of_first_name(text_of(words), analysis.language.lexicon)
    return ""


def number(head: Token) -> str:
    """Return "p" for a plural or coordinated phrase, else "s"."""
    members = [c for c in children(head, "conj") if c.pos_ in {"NOUN", "PROPN", "PRON", "NUM"}]
    if any(cc.lower_ in {"et", "and", "ainsi"} for c in members for cc in children(c, "cc")):
        return "p"
    if any(t.like_num and t.lower_ not in {"1", "un", "une", "one"} for t in children(head, "nummod")):
        return "p"  # « 422 Méliphages »
    found = feature(head, "Number") or next((feature(d, "Number") for d in children(head, "det", "case") if feature(d, "Number")), "")
    return NUMBERS.get(found, "s")
