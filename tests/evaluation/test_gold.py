"""Gold is found in both layouts, and broken gold is named."""

import json
from pathlib import Path

import pytest

from quizgen.errors import EvaluationError
from quizgen.evaluation.gold import find_gold

FACT = {"id": "f1", "rank": 1, "importance": 3, "statement": "A is B.", "evidence": "A is", "answers": ["B"]}


def lay(folder: Path, name: str, content: object) -> None:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(json.dumps(content), encoding="utf-8")


def gold(**changes: object) -> dict[str, object]:
    return {"id": "a", "lang": "en", "title": "A", "text": "texts/a.txt", "facts": [FACT], **changes}


def test_gold_folder_is_read_and_decks_are_passed_over(tmp_path: Path) -> None:
    lay(tmp_path / "gold", "a.json", gold())
    lay(tmp_path / "gold", "a.deck.json", [{"id": "d01"}])
    (found,) = find_gold(tmp_path)
    assert found.text == tmp_path / "texts/a.txt"
    assert found.facts[0].answers == ("B",)
    assert found.must_not == ()


def test_other_evidence_is_kept(tmp_path: Path) -> None:
    lay(tmp_path, "a.json", gold(facts=[{**FACT, "evidence_alt": ["Also A"]}]))
    assert find_gold(tmp_path)[0].facts[0].evidence == ("A is", "Also A")


@pytest.mark.parametrize("broken", [gold(facts=[{**FACT, "importance": 4}]), {"id": "a"}, gold(facts=[{"id": "f1"}])])
def test_broken_gold_is_named(tmp_path: Path, broken: object) -> None:
    lay(tmp_path, "a.json", broken)
    with pytest.raises(EvaluationError, match=r"a\.json"):
        find_gold(tmp_path)


def test_folder_without_gold_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match="no gold"):
        find_gold(tmp_path)
    with pytest.raises(EvaluationError, match="not a folder"):
        find_gold(tmp_path / "missing")
