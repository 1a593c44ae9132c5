"""The person whom an article is about: told by the title, or by how often the text names nobody else."""

from __future__ import annotations

from quizgen.discourse.hero import hero_of
from tests.extraction.parses import analysis

ADA = """
1 Zyx _ PROPN _ 3 nsubj PER
2 Stone _ PROPN _ 1 flat PER
3 left leave VERB Fin|Past 0 root
4 Tulsa _ PROPN _ 3 obj LOC
5 . _ PUNCT _ 3 punct
"""
SURNAME = """
1 Then then ADV _ 3 advmod
2 Stone _ PROPN _ 3 nsubj ORG
3 wrote write VERB Fin|Past 0 root
4 . _ PUNCT _ 3 punct
"""
SHE = """
1 She she PRON Fem|Sing|Prs 2 nsubj
2 wrote write VERB Fin|Past 0 root
3 . _ PUNCT _ 2 punct
"""
HE = SHE.replace("She she PRON Fem", "He he PRON Masc")


def hero(*sentences: str, title: str = "Zyx Stone") -> tuple[str, str]:
    """Return the name and gender of the hero of a paragraph, or two empty words."""
    found = hero_of(analysis(*sentences, language="en", title=title))
    return (found.text, found.gender) if found else ("", "")


def test_the_title_names_the_hero_whose_surname_is_taken_for_a_firm() -> None:
    assert hero(ADA, SURNAME, SURNAME, SURNAME, SHE, SHE) == ("Zyx Stone", "f")
    assert hero(ADA, SURNAME, SURNAME, SURNAME, SHE, SHE, title="A town by the sea") == ("", "")


def test_the_title_says_of_whom_the_commoner_pronoun_speaks() -> None:
    assert hero(ADA, SURNAME, SURNAME, SURNAME, SHE, SHE, SHE, HE) == ("Zyx Stone", "f")
    assert hero(ADA, SURNAME, SURNAME, SURNAME, SHE, SHE, HE, HE) == ("", "")


def test_a_town_taken_for_a_man_is_none() -> None:
    assert hero(*[ADA] * 9, HE, title="Zyx Stone") == ("", "")
