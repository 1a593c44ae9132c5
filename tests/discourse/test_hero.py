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


ELECTED = """
1 Qwen _ PROPN _ 4 nsubj:pass PER
2 Stein _ PROPN _ 1 flat PER
3 est être AUX Fin|Ind|Pres|Sing 4 aux:pass
4 {participle} élire VERB {gender}|Sing|Past|Part 0 root
5 lundi _ NOUN Masc|Sing 4 obl
6 . _ PUNCT _ 4 punct
"""
WAITED_FOR = """
1 Vannes _ PROPN _ 2 nsubj LOC
2 attend attendre VERB Fin|Ind|Pres|Sing 0 root
3 Qwen _ PROPN _ 2 obj PER
4 Stein _ PROPN _ 3 flat PER
5 . _ PUNCT _ 2 punct
"""
ELECTED_SHE = ELECTED.format(participle="élue", gender="Fem")


ELLE = """
1 Elle lui PRON Fem|Sing|Prs 2 nsubj
2 part partir VERB Fin|Ind|Pres|Sing 0 root
3 . _ PUNCT _ 2 punct
"""


def of_news(*sentences: str, title: str = "Qwen Stein à Vannes") -> tuple[str, str]:
    """Return the name and gender of the hero of a piece of news, or two empty words."""
    found = hero_of(analysis(*sentences, ELLE, language="fr", title=title, published="2018-08-07"))
    return (found.text, found.gender) if found else ("", "")


def test_a_participle_tells_the_gender() -> None:
    assert of_news(ELECTED_SHE, WAITED_FOR) == ("Qwen Stein", "f")


def test_participles_that_differ_tell_no_gender() -> None:
    assert of_news(ELECTED_SHE, ELECTED.format(participle="élu", gender="Masc")) == ("", "")


def test_somebody_whom_the_title_does_not_name_needs_more_mentions() -> None:
    assert of_news(ELECTED_SHE, WAITED_FOR, title="Vannes vote") == ("", "")
