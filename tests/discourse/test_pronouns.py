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
    assert meant(HER_WORDS, SHE) == "Ada Stone"  # one word in quotation marks is a term
    speech = HER_WORDS.replace("5 hope _ NOUN Sing 3 obj", "\n".join(f"{n} hope _ NOUN Sing 3 obj" for n in range(5, 11)))
    speech = speech.replace('6 " _ PUNCT _ 5 punct', '11 " _ PUNCT _ 5 punct').replace("7 . _", "12 . _")
    assert meant(speech, SHE) == ""


def test_pronoun_late_in_its_sentence_is_left_alone() -> None:
    assert meant(ADA, LATE) == "Ada Stone"  # nobody stands before it
    assert meant(ADA, LATE.replace("spring _ NOUN Sing 3 appos", "Paul _ PROPN _ 3 appos PER")) == ""
    assert meant(TOWN, LATE.replace("she _ PRON Fem", "it _ PRON Sing"), pronoun="it") == ""


def test_person_is_no_thing_and_a_thing_no_person() -> None:
    assert meant(TOWN, SHE) == ""
    assert meant(ADA, SHE.replace("She she", "It it"), pronoun="it") == ""
    assert meant(TOWN, SHE.replace("She she", "It it"), pronoun="it") == "Tulsa"


def test_protagonist_is_meant_across_other_sentences() -> None:
    assert meant(ADA, ADA, ADA, ADA, TOWN, SHE) == "Ada Stone"


def test_protagonist_is_named_often() -> None:
    assert meant(ADA, TOWN, SHE) == ""


def test_protagonist_is_not_meant_beside_somebody_else() -> None:
    assert meant(ADA, ADA, ADA, ADA, PAUL.replace("Paul", "Zyx"), SHE) == ""
    assert meant(ADA, ADA, ADA, ADA, PAUL, SHE) == "Ada Stone"  # Paul is a man's name


def test_protagonist_goes_on_beside_a_name_inside_another_phrase() -> None:
    work = """
1 Ada _ PROPN _ 3 nsubj PER
2 Stone _ PROPN _ 1 flat PER
3 read read VERB Fin|Past 0 root
4 the _ DET Def 5 det
5 novels novel NOUN Plur 3 obj
6 of _ ADP _ 7 case
7 Zyx _ PROPN _ 5 nmod PER
8 . _ PUNCT _ 3 punct
"""
    assert meant(ADA, ADA, ADA, work, SHE) == "Ada Stone"
    assert meant(ADA, ADA, ADA, work.replace("5 nmod PER", "3 obj PER"), SHE) == ""


def test_protagonist_goes_on_beside_a_name_in_a_clause_under_the_main_one() -> None:
    move = """
1 Ada _ PROPN _ 3 nsubj PER
2 Stone _ PROPN _ 1 flat PER
3 moved move VERB Fin|Past 0 root
4 to _ PART _ 5 mark
5 let _ VERB Inf 3 advcl
6 Zyx _ PROPN _ 5 obj PER
7 lead _ VERB Inf 5 xcomp
8 . _ PUNCT _ 3 punct
"""
    assert meant(ADA, ADA, ADA, move, SHE) == "Ada Stone"
    assert meant(ADA, ADA, ADA, move.replace("3 advcl", "3 ccomp"), SHE) == ""


def test_protagonist_may_open_the_article_under_a_fuller_name() -> None:
    names = "\n".join(f"{n} {name} _ PROPN _ 1 flat PER" for n, name in enumerate(("Ann", "Eve", "Kim", "Lou", "Mae", "Stone"), 2))
    full = f"1 Zyx _ PROPN _ 8 nsubj PER\n{names}\n8 painted paint VERB Fin|Past 0 root\n9 . _ PUNCT _ 8 punct"
    assert meant(full, SHE, ADA, ADA, ADA, ADA, title="Ada Stone") == "Ada Stone"
    assert meant(ADA, full, SHE, ADA, ADA, ADA, title="Ada Stone") == ""


def test_the_same_pronoun_goes_on() -> None:
    assert meant(ADA, SHE, SHE) == "Ada Stone"
    assert meant(ADA_AND_MARY, SHE, SHE) == ""


def test_a_person_of_unknown_gender_is_meant_when_alone() -> None:
    alone = ADA.replace("Ada", "Zyx")
    assert meant(alone, SHE) == "Zyx Stone"
    assert meant(PAUL, alone, SHE) == ""


SAID = """
1 Zorland _ PROPN _ 2 nsubj ORG
2 announced announce VERB Fin|Past 0 root
3 it it PRON Sing|Prs 5 nsubj
4 would _ AUX Fin 5 aux
5 leave _ VERB Inf 2 ccomp
6 . _ PUNCT _ 2 punct
"""
WHEN = """
1 When when SCONJ _ 3 mark
2 Ada _ PROPN _ 3 nsubj PER
3 left leave VERB Fin|Past 6 advcl
4 , _ PUNCT _ 3 punct
5 she she PRON Fem|Sing|Prs 6 nsubj
6 wrote write VERB Fin|Past 0 root
7 . _ PUNCT _ 6 punct
"""


def test_subject_of_the_speech_verb_over_the_pronoun() -> None:
    assert meant(SAID, pronoun="it") == "Zorland"
    assert meant(SAID.replace("announced announce", "made make"), pronoun="it") == ""
    assert meant(SAID.replace("it it PRON Sing", "they they PRON Plur"), pronoun="they") == ""


def test_subject_of_the_clause_that_opens_the_sentence() -> None:
    assert meant(WHEN) == "Ada"
    assert meant(WHEN.replace("Ada _ PROPN _ 3 nsubj PER", "Tulsa _ PROPN _ 3 nsubj LOC")) == ""


@pytest.mark.parametrize("pronoun", ["He he", "They they"])
def test_protagonist_has_her_gender_and_number(pronoun: str) -> None:
    assert meant(ADA, ADA, ADA, ADA, TOWN, SHE.replace("She she", pronoun), pronoun=pronoun.split()[1]) == ""


def test_weather_is_nobody() -> None:
    rained = "1 It it PRON Sing|Prs 2 nsubj\n2 rained rain VERB Fin|Past 0 root\n3 . _ PUNCT _ 2 punct"
    assert meant(TOWN, rained, pronoun="it") == ""


BRIDGE = """
1 Le le DET Def|Masc|Sing 2 det
2 pont _ NOUN Masc|Sing 5 nsubj
3 de _ ADP _ 4 case
4 Vannes _ PROPN _ 2 nmod LOC
5 rouvre rouvrir VERB Ind|Sing|Pres|Fin 0 root
6 . _ PUNCT _ 5 punct
"""
MEASURE = """
1 Avec _ ADP _ 3 case
2 300 _ NUM _ 3 nummod
3 mètres mètre NOUN Masc|Plur 9 obl
4 de _ ADP _ 5 case
5 long _ NOUN Masc|Sing 3 nmod
6 , _ PUNCT _ 3 punct
7 il lui PRON Masc|Sing|Prs 9 nsubj
8 est être AUX Ind|Sing|Pres|Fin 9 cop
9 grand _ ADJ Masc|Sing 0 root
10 . _ PUNCT _ 9 punct
"""
DEEP = """
1 À _ ADP _ 3 case
2 la _ DET Def|Fem|Sing 3 det
3 fin _ NOUN Fem|Sing 8 obl
4 du de ADP Def|Masc|Sing 5 case
5 film _ NOUN Masc|Sing 3 nmod
6 , _ PUNCT _ 3 punct
7 il lui PRON Masc|Sing|Prs 8 nsubj
8 brûle brûler VERB Ind|Sing|Pres|Fin 0 root
9 . _ PUNCT _ 8 punct
"""


def test_measure_before_a_pronoun_is_not_meant() -> None:
    made = analysis(BRIDGE, MEASURE, language="fr")
    found = antecedent(last(made, "il"), made)
    assert found is not None
    assert found.text == "le pont de Vannes"


def test_noun_deep_in_the_opening_may_be_meant() -> None:
    made = analysis(BRIDGE, DEEP, language="fr")
    assert antecedent(last(made, "il"), made) is None
