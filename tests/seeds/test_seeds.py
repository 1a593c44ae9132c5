"""Checks on the sample articles in `seeds/` and on their gold, with no pipeline loaded."""

from __future__ import annotations

import datetime
import json
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
NAMES = sorted(path.stem for path in SEEDS.glob("*.txt"))
HEADER_KEYS = {"id", "title", "author", "licence", "language", "date"}
LICENCES = {"MIT", "CC BY 4.0"}

each_seed = pytest.mark.parametrize("name", NAMES)


def read_seed(name: str) -> tuple[dict[str, Any], str]:
    raw = (SEEDS / f"{name}.txt").read_text(encoding="utf-8")
    before, header, body = raw.split("+++\n", 2)
    assert before == "", "the header opens the file"
    return tomllib.loads(header), body


def read_gold(name: str) -> dict[str, Any]:
    path = SEEDS / "gold" / f"{name}.json"
    gold: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return gold


def paragraphs(body: str) -> list[str]:
    return body.strip().split("\n\n")


def test_there_are_four_seeds_in_each_language() -> None:
    counts = Counter(name.rsplit(".", 1)[1] for name in NAMES)
    assert counts["fr"] >= 4
    assert counts["en"] >= 4


def test_every_gold_file_has_its_seed() -> None:
    assert sorted(path.stem for path in (SEEDS / "gold").glob("*.json")) == NAMES


def test_seed_ids_are_distinct() -> None:
    ids = [read_seed(name)[0]["id"] for name in NAMES]
    assert len(set(ids)) == len(ids)


@each_seed
def test_header_is_complete_and_agrees_with_the_file_name(name: str) -> None:
    header, _ = read_seed(name)
    assert set(header) == HEADER_KEYS
    assert header["id"] == name
    assert header["language"] == name.rsplit(".", 1)[1]
    assert header["licence"] in LICENCES
    assert isinstance(header["date"], datetime.date)
    assert header["title"].strip()
    assert header["author"].strip()


@each_seed
def test_body_opens_with_a_standfirst_and_has_headings(name: str) -> None:
    header, body = read_seed(name)
    assert body.startswith("\n")
    blocks = paragraphs(body)
    assert not blocks[0].startswith("#")
    assert blocks[0] != header["title"]
    assert sum(block.startswith("## ") for block in blocks) >= 2
    assert all("\n" not in block for block in blocks), "one paragraph, one line"


@each_seed
def test_body_has_400_to_900_words(name: str) -> None:
    _, body = read_seed(name)
    assert 400 <= len(body.split()) <= 900


@each_seed
def test_french_uses_typographic_apostrophes(name: str) -> None:
    header, body = read_seed(name)
    if header["language"] == "fr":
        assert "'" not in body


@pytest.mark.parametrize("space", ["\u00a0", "\u202f"], ids=["no-break", "narrow no-break"])
def test_each_no_break_space_is_used_before_french_punctuation(space: str) -> None:
    bodies = [read_seed(name)[1] for name in NAMES if name.endswith(".fr")]
    assert any(f"{space}»" in body and f"{space}:" in body for body in bodies)


@each_seed
def test_gold_names_its_seed(name: str) -> None:
    header, _ = read_seed(name)
    gold = read_gold(name)
    assert gold["id"] == header["id"]
    assert gold["lang"] == header["language"]
    assert gold["title"] == header["title"]
    assert gold["text"] == f"{name}.txt"


@each_seed
def test_facts_are_20_to_35_with_distinct_ids_and_running_ranks(name: str) -> None:
    facts = read_gold(name)["facts"]
    assert 20 <= len(facts) <= 35
    assert len({fact["id"] for fact in facts}) == len(facts)
    assert len({fact["statement"] for fact in facts}) == len(facts)
    assert [fact["rank"] for fact in facts] == list(range(1, len(facts) + 1))
    assert all(fact["answers"] and all(fact["answers"]) for fact in facts)


@each_seed
def test_importance_falls_with_rank_and_every_level_is_used(name: str) -> None:
    levels = [fact["importance"] for fact in read_gold(name)["facts"]]
    assert levels == sorted(levels, reverse=True)
    assert set(levels) == {1, 2, 3}
    assert 0.2 <= levels.count(3) / len(levels) <= 0.5


@each_seed
def test_evidence_is_found_once_in_a_paragraph(name: str) -> None:
    blocks = paragraphs(read_seed(name)[1])
    for fact in read_gold(name)["facts"]:
        hits = [block for block in blocks if fact["evidence"] in block]
        assert len(hits) == 1, fact["id"]
        assert hits[0].count(fact["evidence"]) == 1, fact["id"]
        assert not hits[0].startswith("#"), fact["id"]


@each_seed
def test_evidence_opens_a_sentence(name: str) -> None:
    blocks = paragraphs(read_seed(name)[1])
    for fact in read_gold(name)["facts"]:
        block = next(block for block in blocks if fact["evidence"] in block)
        before = block[: block.index(fact["evidence"])].rstrip()
        assert before == "" or before[-1] in '.?!…»”"', fact["id"]


@each_seed
def test_must_not_entries_say_what_and_why(name: str) -> None:
    gold = read_gold(name)
    banned = gold["must_not"]
    assert {entry["kind"] for entry in banned} == {"fact", "item"}
    assert all(set(entry) == {"kind", "statement", "why"} for entry in banned)
    assert all(entry["statement"].strip() and entry["why"].strip() for entry in banned)
    statements = {fact["statement"] for fact in gold["facts"]}
    assert not statements & {entry["statement"] for entry in banned}
