"""Full descriptions: a noun's one full form in the article, or none when two could be meant."""

from quizgen.discourse.descriptions import full_descriptions
from tests.extraction.parses import paragraph

AFFAIR = """
1 L' le DET Def|Sing 2 det
2 affaire _ NOUN Fem|Sing 5 nsubj
3 des de ADP Def|Plur 4 case
4 {name} _ NOUN Fem|Plur 2 nmod
5 éclate éclater VERB Fin|Ind|Pres|Sing 0 root
6 . _ PUNCT _ 5 punct
"""
FOUNDATION = """
1 La le DET Def|Fem|Sing 2 det
2 fondation _ NOUN Fem|Sing 4 nsubj
3 OpenInfra _ PROPN _ 2 nmod ORG
4 grandit grandir VERB Fin|Ind|Pres|Sing 0 root
5 . _ PUNCT _ 4 punct
"""
FOUNDATION_OF = """
1 La le DET Def|Fem|Sing 2 det
2 fondation _ NOUN Fem|Sing 5 nsubj
3 de _ ADP _ 4 case
4 recherche _ NOUN Fem|Sing 2 nmod
5 grandit grandir VERB Fin|Ind|Pres|Sing 0 root
6 . _ PUNCT _ 5 punct
"""
THIS_TOWN = """
1 Le _ DET Def|Masc|Sing 2 det
2 maire _ NOUN Masc|Sing 6 nsubj
3 de _ ADP _ 5 case
4 cette ce DET Dem|Fem|Sing 5 det
5 ville _ NOUN Fem|Sing 2 nmod
6 parle parler VERB Fin|Ind|Pres|Sing 0 root
7 . _ PUNCT _ 6 punct
"""


def described(*sentences: str) -> dict[tuple[str, str], str]:
    return full_descriptions([paragraph(sentences, "fr")])


def test_the_only_description_is_the_full_one() -> None:
    assert described(AFFAIR.format(name="piastres"))["affaire", "Sing"] == "affaire des piastres"


def test_two_descriptions_are_none() -> None:
    assert not described(AFFAIR.format(name="piastres"), AFFAIR.format(name="poisons"))["affaire", "Sing"]


ANOTHER_AFFAIR = """
1 Ada _ PROPN _ 2 nsubj PER
2 suit suivre VERB Fin|Ind|Pres|Sing 0 root
3 une un DET Ind|Fem|Sing 4 det
4 affaire _ NOUN Fem|Sing 2 obj
5 . _ PUNCT _ 2 punct
"""


def test_a_noun_that_is_used_of_another_thing_too_has_no_full_form() -> None:
    assert not described(AFFAIR.format(name="piastres"), ANOTHER_AFFAIR)["affaire", "Sing"]


def test_same_description_twice_is_one() -> None:
    assert described(AFFAIR.format(name="piastres"), AFFAIR.format(name="piastres"))["affaire", "Sing"] == "affaire des piastres"


def test_name_beside_the_noun_goes_before_another_description() -> None:
    assert described(FOUNDATION, FOUNDATION_OF)["fondation", "Sing"] == "fondation OpenInfra"


def test_other_number_is_another_noun() -> None:
    assert ("affaire", "Plur") not in described(AFFAIR.format(name="piastres"))


def test_demonstrative_describes_nothing() -> None:
    assert ("maire", "Sing") not in described(THIS_TOWN)
