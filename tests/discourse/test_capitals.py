"""Capitals at the opening of a sentence: a word that is elsewhere written small is a common noun."""

import pytest

from quizgen.discourse.capitals import mend_openings, names_inside, written
from tests.extraction.parses import paragraph

OPENS = """
1 Helium _ PROPN _ 2 nsubj MISC
2 boils boil VERB Fin|Pres 0 root
3 . _ PUNCT _ 2 punct
"""
SMALL = """
1 They they PRON Prs|Plur 2 nsubj
2 sell _ VERB Fin|Pres 0 root
3 helium _ NOUN Sing 2 obj
4 . _ PUNCT _ 2 punct
"""
INSIDE = """
1 They they PRON Prs|Plur 2 nsubj
2 visit _ VERB Fin|Pres 0 root
3 Helium _ PROPN Sing 2 obj LOC
4 . _ PUNCT _ 2 punct
"""


def test_name_written_small_elsewhere_is_a_noun() -> None:
    doc = paragraph([OPENS, SMALL], "en")
    mend_openings([doc])
    assert doc[0].pos_ == "NOUN"
    assert not doc.ents


@pytest.mark.parametrize("others", [(), (INSIDE,), (SMALL, INSIDE)], ids=["alone", "a name inside", "both"])
def test_name_that_is_never_small_or_has_a_capital_inside_stays(others: tuple[str, ...]) -> None:
    doc = paragraph([OPENS, *others], "en")
    mend_openings([doc])
    assert doc[0].pos_ == "PROPN"
    assert doc[0].ent_type_ == "MISC"


def test_names_inside_leaves_openings_out() -> None:
    assert names_inside(written([paragraph([OPENS, SMALL], "en")]), frozenset()) == frozenset()
    assert names_inside(written([paragraph([OPENS, INSIDE], "en")]), frozenset()) == {"Helium"}


SURNAME = """
1 Roy roy NOUN Masc|Sing 2 nsubj
2 étudie étudier VERB Fin|Pres 0 root
3 . _ PUNCT _ 2 punct
"""
WHOLE_NAME = """
1 Vannes _ PROPN _ 2 nsubj LOC
2 choisit choisir VERB Fin|Pres 0 root
3 Anne _ PROPN _ 2 obj PER
4 Roy _ PROPN _ 3 flat:name PER
5 . _ PUNCT _ 2 punct
"""


def test_surname_taken_for_a_noun_at_an_opening_is_a_person() -> None:
    doc = paragraph([WHOLE_NAME, SURNAME], "fr")
    mend_openings([doc])
    assert (doc[5].pos_, doc[5].ent_type_) == ("PROPN", "PER")


def test_noun_that_is_no_surname_stays() -> None:
    doc = paragraph([SURNAME], "fr")
    mend_openings([doc])
    assert (doc[0].pos_, doc[0].ent_type_) == ("NOUN", "")
