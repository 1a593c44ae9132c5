"""Floors: the program on the seeds, against their gold. The report says by how much they are passed."""

import hashlib
import tomllib
from pathlib import Path

import pytest

from quizgen.evaluation.figures import Figures, share_of_gold
from quizgen.evaluation.run import run
from tests.cli.running import SEEDS

FLOORS = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))


def digest_of_seeds() -> str:
    """Sixteen characters that change with any article or gold."""
    digest = hashlib.sha256()
    for path in sorted((*SEEDS.glob("*.txt"), *(SEEDS / "gold").glob("*.json"))):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


@pytest.fixture(scope="module")
def figures() -> tuple[Figures, ...]:
    return run(SEEDS)


def test_floors_are_for_these_seeds() -> None:
    assert FLOORS["digest"] == digest_of_seeds(), "the seeds have changed: run quizgen evaluate seeds, look at the floors, note the digest"


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize(
    ("name", "measured", "importance"),
    [("found_3", "found", 3), ("found", "found", None), ("asked_3", "asked", 3), ("asked", "asked", None)],
)
def test_share_of_gold_is_not_below_its_floor(
    figures: tuple[Figures, ...], language: str, name: str, measured: str, importance: int | None
) -> None:
    share = share_of_gold([one for one in figures if one.language == language], measured, importance)
    assert share >= FLOORS[language][name]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_article_gives_a_quiz(figures: tuple[Figures, ...], language: str) -> None:
    assert min(one.items for one in figures if one.language == language) >= FLOORS[language]["items"]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_few_items_look_like_what_must_not_come_out(figures: tuple[Figures, ...], language: str) -> None:
    suspects = [suspect for one in figures if one.language == language for suspect in one.suspects]
    assert len(suspects) <= FLOORS[language]["suspects"], suspects
