"""The year of an event of a chronicle that its own sentence does not date."""

from quizgen.discourse.episodes import year_told_before
from tests.extraction.parses import analysis

IN_1931 = """
1 En en ADP _ 2 case
2 1931 _ NUM _ 5 obl
3 , _ PUNCT _ 2 punct
4 Ada _ PROPN _ 5 nsubj PER
5 crée créer VERB Fin|Ind|Pres|Sing 0 root
6 la le DET Def|Fem|Sing 7 det
7 coupe _ NOUN Fem|Sing 5 obj
8 . _ PUNCT _ 5 punct
"""
IN_1932 = IN_1931.replace("1931", "1932")
ADA_WINS = """
1 Ada _ PROPN _ 2 nsubj PER
2 gagne gagner VERB Fin|Ind|Pres|Sing 0 root
3 la le DET Def|Fem|Sing 4 det
4 course _ NOUN Fem|Sing 2 obj
5 . _ PUNCT _ 2 punct
"""
THE_TOWN_LIES = ADA_WINS.replace("1 Ada _ PROPN _ 2 nsubj PER", "1 Chalon _ PROPN _ 2 nsubj LOC")
ADA_WON = ADA_WINS.replace("Fin|Ind|Pres|Sing", "Fin|Ind|Past|Sing")


def year(*sentences: str, published: str = "") -> str | None:
    """Return the year that the last sentence needs."""
    made = analysis(*sentences, language="fr", published=published)
    return year_told_before(list(made.docs[-1].sents)[-1], made)


def test_the_one_year_told_before_in_the_paragraph() -> None:
    assert year(IN_1931, ADA_WINS) == "1931"
    assert year(IN_1931, ADA_WON) == "1931"


def test_of_two_years_none_is_sure() -> None:
    assert year(IN_1931, IN_1932, ADA_WINS) is None


def test_a_date_of_its_own_or_none_before_asks_for_no_year() -> None:
    assert year(IN_1931, IN_1932) == ""
    assert year(ADA_WON) == ""


def test_what_a_place_is_asks_for_no_year() -> None:
    assert year(IN_1931, THE_TOWN_LIES) == ""


DUG = """
1 Le le DET Def|Masc|Sing 2 det
2 puits _ NOUN Masc|Sing 4 nsubj:pass
3 est être AUX Fin|Ind|Pres|Sing 4 aux:pass
4 creusé creuser VERB Masc|Sing|Past|Part 0 root
5 . _ PUNCT _ 4 punct
"""
KNOWN = DUG.replace("creusé creuser", "connu connaître")


def test_what_is_done_in_time_needs_the_year_whatever_it_is_done_to() -> None:
    assert year(IN_1931, DUG) == "1931"
    assert year(IN_1931, KNOWN) == ""


def test_a_year_told_long_before_is_not_sure() -> None:
    assert year(IN_1931, THE_TOWN_LIES, THE_TOWN_LIES, THE_TOWN_LIES, ADA_WINS) is None
