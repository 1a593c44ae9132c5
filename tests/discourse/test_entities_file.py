"""The entities file: what a user says of names holds for the registry; a slip is told with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizgen.discourse.entities_file import Known, corrected, load_entities
from quizgen.errors import EntitiesError
from quizgen.facts import PhraseType
from quizgen.syntax.phrases import phrase
from tests.extraction.parses import analysis

LANTERN = """
1 Lantern _ PROPN _ 2 nsubj PER
2 met meet VERB Fin|Past 0 root
3 Bea _ PROPN _ 2 obj PER
4 at _ ADP _ 5 case
5 OpenLantern _ PROPN _ 2 obl LOC
6 . _ PUNCT _ 2 punct
"""
GOOD = """
[[entity]]
name = "OpenLantern"
type = "organization"
gender = "f"
aliases = ["Lantern"]
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "entities.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_no_file_says_nothing() -> None:
    assert load_entities(None) == ()


def test_a_file_is_read(tmp_path: Path) -> None:
    assert load_entities(written(tmp_path, GOOD)) == (Known("OpenLantern", "organization", "f", aliases=("Lantern",)),)


def test_names_of_one_entity_are_joined_and_its_type_is_the_users(tmp_path: Path) -> None:
    made = analysis(LANTERN, language="en")
    found = corrected(made.registry, load_entities(written(tmp_path, GOOD)), made.article.text)
    lantern = found.find("Lantern")
    assert lantern is found.find("OpenLantern")
    assert (lantern.name, lantern.type, lantern.gender) == ("OpenLantern", PhraseType.ORGANIZATION, "f")
    named = next(p for p in found.phrases() if p.text == "OpenLantern")
    assert made.article.text[named.span.start : named.span.end] == "OpenLantern"
    assert found.find("Bea") == made.registry.find("Bea")


def test_phrases_follow_the_file() -> None:
    known = (Known("OpenLantern", "organization", "f", aliases=("Lantern",)),)
    made = analysis(LANTERN, language="en", known=known)
    said = phrase(made.docs[0][0], made)
    assert (said.text, said.type, said.gender) == ("OpenLantern", PhraseType.ORGANIZATION, "f")


def test_an_entity_that_the_article_does_not_name_changes_nothing() -> None:
    made = analysis(LANTERN, language="en")
    assert corrected(made.registry, [Known("Elsewhere", "place")], made.article.text) == made.registry


def test_a_name_that_does_not_stand_there_gives_way_to_one_that_does() -> None:
    made = analysis(LANTERN, language="en")
    assert corrected(made.registry, [Known("The Lantern Club", aliases=("Lantern",))], made.article.text).find("Lantern").name == "Lantern"


SLIPS = [
    ('[[entity]]\nname = "A"\nkind = "place"', "entity 1: there is no key 'kind'"),
    ('[[entity]]\nname = "A"\ntype = "town"', "entity 1: type 'town' is not known"),
    ('[[entity]]\nname = "A"\ngender = "x"', "entity 1: gender 'x' is not known"),
    ('[[entity]]\nname = "A"\naliases = "B"', "entity 1: aliases should be a list"),
    ('[[entity]]\ntype = "place"', "entity 1: name should be"),
    ('[[entity]]\nname = "A"\n[[entity]]\nname = "B"\naliases = ["A"]', "two entities are called 'A'"),
    ('name = "A"', "should hold [[entity]] tables"),
    ("[[entity]\n", "is not TOML"),
]


@pytest.mark.parametrize(("text", "message"), SLIPS)
def test_a_slip_is_told_with_its_place(text: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(EntitiesError) as error:
        load_entities(written(tmp_path, text))
    assert message in error.value.message
    assert error.value.hint


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(EntitiesError, match="cannot be read"):
        load_entities(tmp_path / "none.toml")
