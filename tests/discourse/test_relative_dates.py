"""Relative dates: what they are when that is sure, and nothing when it is not."""

from __future__ import annotations

import pytest

from quizgen.discourse.relative_dates import in_own_style, resolve
from tests.extraction.parses import analysis

PUBLISHED = "2015-09-22"  # a Tuesday
FRENCH = [
    ("Aujourd'hui, la ville a fermé le pont .", "past", "2015-09-22"),
    ("Aujourd'hui, la ville ferme le pont .", "present", ""),
    ("Hier , le maire annonce sa démission .", "present", "2015-09-21"),
    ("Hier , le maire annoncera sa démission .", "", ""),
    ("Le maire a démissionné vendredi .", "past", "2015-09-18"),
    ("Le maire a démissionné mardi dernier .", "past", "2015-09-15"),
    ("Le maire démissionne vendredi .", "present", ""),
    ("Le maire a démissionné le 12 mai .", "past", "2015-05-12"),
    ("Le maire a démissionné le mardi 12 mai .", "past", "2015-05-12"),
    ("Le maire a démissionné le jeudi 12 mai .", "past", ""),
    ("Le maire a démissionné le 12 janvier .", "past", ""),
    ("Le 13 septembre, le maire démissionne .", "present", "2015-09-13"),
    ("Le 13 octobre, le maire démissionne .", "present", ""),
    ("Le maire a démissionné en août .", "past", "2015-08"),
    ("Cette année , le port a ouvert .", "past", "2015"),
    ("L'an dernier , le port a ouvert .", "past", "2014"),
    ("Le port ouvre dimanche prochain .", "past", ""),
    ("Le port a ouvert en 2010 . Deux ans plus tard , il a fermé .", "past", "2012"),
    ("Le port a ouvert en 2010 . L'année suivante , il a fermé .", "past", "2011"),
    ("Le port a ouvert le 3 mars 2010 . Le lendemain , il a fermé .", "past", "2010-03-04"),
    ("Le port a ouvert en 2010 . Le lendemain , il a fermé .", "past", ""),
    ("Le port a ouvert en 2010 . Quelques ans plus tard , il a fermé .", "past", ""),
    ("Le port (1910) est grand . Deux ans plus tard , il a fermé .", "past", ""),
    ("Le port a ouvert en 2010 et fermé en 2011 . Deux ans plus tard , il a rouvert .", "past", ""),
    ("Le port a ouvert en 2010 . Il est grand . Il est bleu . Deux ans plus tard , il a fermé .", "past", ""),
    ("Le port a ouvert en 2010 . Le 3 mars , il a fermé .", "past", "2010-03-03"),
    ("Le port a ouvert en 2010 . Hier , il a fermé .", "past", ""),
]
ENGLISH = [
    ("The mayor resigned yesterday .", "past", "2015-09-21"),
    ("The mayor resigned on Friday .", "past", "2015-09-18"),
    ("The mayor resigned last Tuesday .", "past", "2015-09-15"),
    ("The mayor resigns on Friday .", "present", ""),
    ("The mayor resigned on September 14 .", "past", "2015-09-14"),
    ("The mayor resigned on 14 September .", "past", "2015-09-14"),
    ("The mayor resigned on October 14 .", "past", ""),
    ("The mayor resigned in August .", "past", "2015-08"),
    ("The port opened last year .", "past", "2014"),
    ("The port opened in 1910 . The following year , it closed .", "past", "1911"),
    ("The port opened in 1910 . Twelve years later , it closed .", "past", "1922"),
    ("The port opened in 1910 . Several years later , it closed .", "past", ""),
    ("The port opened on 3 March 1910 . Two days later , it closed .", "past", "1910-03-05"),
    ("The port opened in March 1910 . Two months later , it closed .", "past", "1910-05"),
    ("The port opened in March 1910 . Two days later , it closed .", "past", ""),
]


def flat(sentence: str) -> str:
    """Return a sentence's columns: only its words matter here."""
    words = sentence.replace(", ", " , ").split()
    return "\n".join(f"{n} {word} {word.lower()} X _ {n - 1} {'dep' if n > 1 else 'root'}" for n, word in enumerate(words, start=1))


def resolved(text: str, language: str, tense: str, published: str = PUBLISHED) -> str:
    """Return the ISO date of the only relative date of the last sentence of `text`, or "" when it is not resolved."""
    parts = [part + " ." for part in text.removesuffix(" .").split(" . ")]
    news = {"fr": "On en a parlé lundi .", "en": "People spoke of it on Monday ."}[language]
    made = analysis(*(flat(part) for part in (news, *parts)), language=language, published=published)
    sentence = list(made.docs[0].sents)[-1]
    match = next(m for m in made.language.find_dates(sentence.text) if not m.iso)
    found = resolve(match, sentence, made, tense)
    assert found is None or (found.date.iso and found.date.text and found.date.rule.startswith("date resolution: "))
    return found.date.iso if found else ""


@pytest.mark.parametrize(("text", "tense", "iso"), FRENCH)
def test_french(text: str, tense: str, iso: str) -> None:
    assert resolved(text, "fr", tense) == iso


@pytest.mark.parametrize(("text", "tense", "iso"), ENGLISH)
def test_english(text: str, tense: str, iso: str) -> None:
    assert resolved(text, "en", tense) == iso


def test_without_a_date_of_the_article_its_day_is_not_known() -> None:
    assert resolved("The mayor resigned yesterday .", "en", "past", published="") == ""
    assert resolved("The port opened in 1910 . Twelve years later , it closed .", "en", "past", published="") == "1922"


def test_a_day_is_written_as_the_article_writes_its_own() -> None:
    american = analysis(flat("On May 3 the port closed ."), language="en", published=PUBLISHED)
    british = analysis(flat("On 3 May the port closed in May 2015 ."), language="en", published=PUBLISHED)
    french = analysis(flat("Le 3 mai le port ferme ."), language="fr", published=PUBLISHED)
    assert in_own_style("18 July 2015", american) == "July 18, 2015"
    assert in_own_style("July 2015", american) == "July 2015"
    assert in_own_style("18 July 2015", british) == "18 July 2015"
    assert in_own_style("18 juillet 2015", french) == "18 juillet 2015"
