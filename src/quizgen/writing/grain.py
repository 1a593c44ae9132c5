"""Grain: whether two names are of one rank, whether a name is surely what it is taken for, whether a relation has one value."""

import re

from quizgen.facts import Clause, Phrase, PhraseType
from quizgen.languages.first_names import gender_of_first_name
from quizgen.languages.gazetteers import canonical, kinds_of, organization_nouns
from quizgen.questions import Question
from quizgen.writing.distractor_pool import DistractorPool

_GRAINS = frozenset({"continent", "country", "region", "city"})
_ONE_VALUED = frozenset({"birth", "death", "naming"})
_ONE_VALUED_SLOTS = frozenset({
    ("event", "date"), ("founding", "date"), ("founding", "founder"), ("authorship", "author"), ("definition", "description"),
})  # fmt: skip


def same_grain(value: Phrase, other: Phrase, code: str) -> bool:
    """Return whether two names are of one rank: country and country, university and university; persons always, works never."""
    if value.type is PhraseType.PLACE:
        own, others = (kinds_of(canonical(phrase.bare or phrase.text, code), code) & _GRAINS for phrase in (value, other))
        return bool(own & others) or (not (own | others) - {"city"} and _may_be_town(value, own) and _may_be_town(other, others))
    if value.type is PhraseType.ORGANIZATION:
        return bool(rank := rank_of(value, code)) and rank == rank_of(other, code)
    return value.type is PhraseType.PERSON


def _may_be_town(place: Phrase, kinds: frozenset[str]) -> bool:
    """Return whether a place is a town by the lists, or has one word as most towns: "City Hall" is none."""
    return bool(kinds) or not re.search(r"\s", place.bare or place.text)


def rank_of(organization: Phrase, code: str) -> str:
    """Return what a name says its organization is ("university"), "initials" for ONU and FIFA, or "" where it does not tell."""
    words = re.findall(r"\w+", organization.bare or organization.text)
    if len(words) == 1 and re.fullmatch(r"[A-Z]{2,6}", words[0]):
        return "initials"
    nouns = organization_nouns(code)
    return next((word.casefold() for word in words if word.casefold() in nouns), "")


def is_sure(phrase: Phrase, pool: DistractorPool) -> bool:
    """Return whether a name is surely what it is taken for: a place, an organization that says what it is, a person by name or by facts.

    A surname alone is sure where the article has it with a given name.
    """
    name = phrase.bare or phrase.text
    match phrase.type:
        case PhraseType.PLACE:
            return True
        case PhraseType.ORGANIZATION:
            return bool(rank_of(phrase, pool.language.code))
        case PhraseType.PERSON:
            others = (other.bare or other.text for other in pool.names_by_type[PhraseType.PERSON])
            full = [name, *(text for text in others if text.endswith(f" {name}"))]
            return name in pool.sure_people or any(" " in each and gender_of_first_name(each, pool.language.lexicon) for each in full)
        case _:
            return False


def has_one_value(question: Question) -> bool:
    """Return whether the relation has one value, so that what the article does not say is wrong: one is born once, in one place."""
    kind, slot = question.fact.kind, question.asked_slot
    if kind == "place":
        return any(isinstance(value, Clause) and value.tense == "Past" for value in question.fact.values.values())
    return kind in _ONE_VALUED or (kind, slot) in _ONE_VALUED_SLOTS
