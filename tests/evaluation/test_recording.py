"""A reader's answer becomes verdicts without texts; controls are passed over, a broken answer is refused."""

import json
from pathlib import Path

import pytest

from quizgen.errors import EvaluationError
from quizgen.evaluation.recording import Judged, verdicts_of
from quizgen.evaluation.verdicts import read_verdicts, write_verdicts

ITEM = {"type": "multiple_choice", "question": "Who  built it?", "answer": "a", "options": ["a", "b"],
        "fact_kind": "event", "asked_slot": "agent",
        "template": "en/event/who", "rule": "event.passive", "score": 0.51234, "features": {"stem_words": 3.0}}  # fmt: skip
ROW = {"n": 1, "gram": 1, "alone": 0, "one": 1, "key": 1, "noleak": 1, "worth": 1, "distr": 1, "note": "who is it"}


@pytest.fixture
def judged(tmp_path: Path) -> Judged:
    entry = {"article": "bridge.txt", "item": ITEM, "control": None}
    key = {"1": entry, "2": entry | {"control": "wrong key"}}
    for name, content in {"key": key, "answer": [ROW, {**ROW, "n": 2}]}.items():
        (tmp_path / name).write_text(json.dumps(content), encoding="utf-8")
    return Judged(tmp_path / "key", tmp_path / "answer")


def test_only_our_own_items_become_verdicts(judged: Judged, tmp_path: Path) -> None:
    (verdict,) = verdicts_of(judged, "reader-a", "0.1.0")
    assert (verdict.language, verdict.template, verdict.alone, verdict.distr, verdict.score) == ("en", "en/event/who", 0, 1, 0.512)
    assert (verdict.article, verdict.features) == ("bridge", {"stem_words": 3.0})
    assert not verdict.is_acceptable
    write_verdicts([verdict], tmp_path / "0.jsonl")
    assert read_verdicts(tmp_path) == (verdict,)


def test_no_text_is_stored(judged: Judged, tmp_path: Path) -> None:
    write_verdicts(verdicts_of(judged, "reader-a", "0.1.0"), tmp_path / "0.jsonl")
    assert "built" not in (tmp_path / "0.jsonl").read_text(encoding="utf-8")


def test_incomplete_answer_is_refused(judged: Judged) -> None:
    judged.answer.write_text(json.dumps([{"n": 1, "gram": 1}]), encoding="utf-8")
    with pytest.raises(EvaluationError, match="KeyError"):
        verdicts_of(judged, "reader-a", "0.1.0")
