"""`quizgen facts`: a table to read, and JSON with offsets."""

import json

import pytest

from tests.cli.running import SEEDS, quizgen

SEED = SEEDS / "openinfra.en.txt"


@pytest.fixture(scope="module")
def shown() -> str:
    return quizgen("facts", SEED).out


def test_table_has_its_columns(shown: str) -> None:
    head = shown.splitlines()[1]
    assert [name for name in ("kind", "slots", "evidence", "rule", "confidence") if name not in head] == []
    assert shown.rstrip().splitlines()[-1].endswith(" facts")


def test_json_points_into_the_article() -> None:
    found = json.loads(quizgen("facts", SEED, "--json").out)["facts"]
    assert found
    for fact in found:
        assert fact["evidence"]["end"] - fact["evidence"]["start"] == len(fact["evidence"]["text"])
        assert 0 < fact["confidence"] <= 1
        assert all(value["text"] for value in fact["slots"].values())
