"""English as a whole: attribution, accepted answers, the lexicon's sections, the filters templates rely on."""

import pytest

from quizgen.facts import Date, Phrase, PhraseType
from quizgen.languages import get_language

ENGLISH = get_language("en")
EASTMAN = Phrase("Professor Cres Eastman", PhraseType.PERSON, is_name=True)


@pytest.mark.parametrize(
    ("stem", "expected"),
    [
        ("How many children lack iodine?", "According to Professor Cres Eastman, how many children lack iodine?"),
        ("The value lies in neutrality.", "According to Professor Cres Eastman, the value lies in neutrality."),
        ("OpenStack runs ____ cores.", "OpenStack runs ____ cores, according to Professor Cres Eastman."),
        ("Demand comes from Europe.", "Demand comes from Europe, according to Professor Cres Eastman."),
        ("According to Ada Stein, why?", "According to Ada Stein, why?"),
    ],
)
def test_stems_name_their_source(stem: str, expected: str) -> None:
    assert ENGLISH.attributed(stem, EASTMAN) == expected


def test_accepted_variants() -> None:
    foundation = Phrase("the Linux Foundation", PhraseType.ORGANIZATION, is_name=True)
    assert ENGLISH.accepted_variants("the Linux Foundation", foundation) == ("Linux Foundation",)
    assert ENGLISH.accepted_variants("Marie Curie", Phrase("Marie Curie", PhraseType.PERSON, is_name=True)) == ("Curie",)
    health = Phrase("the World Health Organisation (WHO)", PhraseType.ORGANIZATION, is_name=True)
    assert {"World Health Organisation", "WHO"} <= set(ENGLISH.accepted_variants(health.text, health))
    assert ENGLISH.accepted_variants("1889", Date("31 March 1889", "1889-03-31", "day")) == ()
    assert "1889-03-31" in ENGLISH.accepted_variants("31 March 1889", Date("31 March 1889", "1889-03-31", "day"))


SECTIONS = {
    "negation": ["words"],
    "hedges": ["verbs", "adverbs"],
    "speech": ["verbs", "markers"],
    "deixis": ["words"],
    "open_list": ["markers"],
    "purpose": ["markers"],
    "cause": ["markers"],
    "concession": ["markers"],
    "condition": ["markers"],
    "prepositions": ["time", "place"],
    "roles": ["nouns"],
    "head_nouns": ["person", "organization", "place", "work", "event"],
    "vague": ["nouns"],
    "birth": ["verbs"],
    "death": ["verbs"],
    "founding": ["verbs"],
    "naming": ["verbs"],
    "authorship": ["verbs"],
    "pronouns": ["subject", "first_person", "demonstrative"],
    "first_names": ["m", "f"],
    "nationalities": ["adjectives"],
    "months": ["names"],
    "weekdays": ["names"],
    "absolutes": ["words"],
}


@pytest.mark.parametrize(("section", "name"), [(section, name) for section, names in SECTIONS.items() for name in names])
def test_word_lists_are_lower_case_without_doubles(section: str, name: str) -> None:
    listed = ENGLISH.lexicon.table(section)[name]
    assert listed
    assert all(word == word.lower() for word in listed)
    assert sorted(listed) == sorted(set(listed))


def test_filters_that_every_language_has() -> None:
    assert {"inversion", "statement", "predicate", "year"} <= ENGLISH.filters.keys()
