"""Subject pronouns: the antecedent that alone can be meant, and nothing where two could be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from quizgen.discourse.pronouns import antecedent
from quizgen.syntax.analysis import Analysis
from tests.extraction.parses import analysis

if TYPE_CHECKING:
    from spacy.tokens import Token

SHE = """
1 She she PRON Fem|Sing|Prs 2 nsubj
2 wrote write VERB Fin|Past 0 root
3 novels novel NOUN Plur 2 obj
4 . _ PUNCT _ 2 punct
"""
LATE = """
1 In _ ADP _ 3 case
2 that _ DET Dem|Sing 3 det
3 cold _ NOUN Sing 7 obl
4 wet _ ADJ _ 3 amod
5 spring _ NOUN Sing 3 appos
6 she _ PRON Fem|Sing|Prs 7 nsubj
7 wrote write VERB Fin|Past 0 root
8 . _ PUNCT _ 7 punct
"""
ADA = """
1 Ada _ PROPN _ 3 nsubj PER
2 Stone _ PROPN _ 1 flat PER
3 left leave VERB Fin|Past 0 root
4 Tulsa _ PROPN _ 3 obj LOC
5 . _ PUNCT _ 3 punct
"""
ADA_AND_MARY = """
1 Ada _ PROPN _ 3 nsubj PER
2 Stone _ PROPN _ 1 flat PER
3 met meet VERB Fin|Past 0 root
4 Mary _ PROPN _ 3 obj PER
5 Reed _ PROPN _ 4 flat PER
6 . _ PUNCT _ 3 punct
"""
HER_WORDS = """
1 Ada _ PROPN _ 3 nsubj PER
2 Stone _ PROPN _ 1 flat PER
3 praised praise VERB Fin|Past 0 root
4 " _ PUNCT _ 5 punct
5 hope _ NOUN Sing 3 obj
6 " _ PUNCT _ 5 punct
7 . _ PUNCT _ 3 punct
"""
TOWN = """
1 Tulsa _ PROPN _ 2 nsubj LOC
2 grew grow VERB Fin|Past 0 root
3 . _ PUNCT _ 2 punct
"""
PAUL = """
1 Then then ADV _ 3 advmod
2 Paul _ PROPN _ 3 nsubj PER
3 left leave VERB Fin|Past 0 root
4 . _ PUNCT _ 3 punct
"""


def meant(*sentences: str, title: str = "", pronoun: str = "she") -> str:
    """Return what the last pronoun of a paragraph stands for, or ""."""
    made = analysis(*sentences, language="en", title=title)
    found = antecedent(last(made, pronoun), made)
    return found.text if found else ""


def last(made: Analysis, pronoun: str) -> Token:
    return [token for token in made.docs[-1] if token.lower_ == pronoun][-1]


def test_subject_of_the_sentence_before() -> None:
    assert meant(ADA, SHE) == "Ada Stone"


def test_first_sentence_of_a_paragraph_has_none_before() -> None:
    assert meant(SHE) == ""


def test_another_woman_in_the_sentence_before_is_a_rival() -> None:
    assert meant(ADA_AND_MARY, SHE) == ""


def test_quotation_in_between_breaks_the_chain() -> None:
    assert meant(HER_WORDS, SHE) == ""


def test_pronoun_late_in_its_sentence_is_left_alone() -> None:
    assert meant(ADA, LATE) == ""


def test_person_is_no_thing_and_a_thing_no_person() -> None:
    assert meant(TOWN, SHE) == ""
    assert meant(ADA, SHE.replace("She she", "It it"), pronoun="it") == ""
    assert meant(TOWN, SHE.replace("She she", "It it"), pronoun="it") == "Tulsa"


def test_protagonist_is_meant_across_other_sentences() -> None:
    assert meant(ADA, ADA, ADA, ADA, TOWN, SHE) == "Ada Stone"


def test_protagonist_is_named_often() -> None:
    assert meant(ADA, TOWN, SHE) == ""


def test_protagonist_is_not_meant_beside_somebody_else() -> None:
    assert meant(ADA, ADA, ADA, ADA, PAUL, SHE) == ""


@pytest.mark.parametrize("pronoun", ["He he", "They they"])
def test_protagonist_has_her_gender_and_number(pronoun: str) -> None:
    assert meant(ADA, ADA, ADA, ADA, TOWN, SHE.replace("She she", pronoun), pronoun=pronoun.split()[1]) == ""


def test_weather_is_nobody() -> None:
    rained = "1 It it PRON Sing|Prs 2 nsubj\n2 rained rain VERB Fin|Past 0 root\n3 . _ PUNCT _ 2 punct"
    assert meant(TOWN, rained, pronoun="it") == ""
