"""A reader's answer becomes verdicts without texts; files that do not belong together are refused."""

import json
from pathlib import Path

import pytest

from quizgen.errors import EvaluationError
from quizgen.evaluation.recording import Judged, verdicts_of

ITEM = {"type": "multiple_choice", "question": "Who  built it?", "options": ["a", "b"], "fact_kind": "event", "asked_slot": "agent",
        "template": "en/event/who", "rule": "event.passive", "score": 0.51234}  # fmt: skip
ROW = {"n": 1, "gram": 1, "alone": 0, "one": 1, "key": 1, "noleak": 1, "worth": 1, "distr": 1, "facts": ["f1"], "note": "who is it"}


@pytest.fixture
def judged(tmp_path: Path) -> Judged:
    key = {"items": [{"n": 1, "source": "gen", "index": 0, "question": "Who built it?"}, {"n": 2, "source": "control", "index": 0}]}
    contents = {"quiz": {"article": {"language": "en"}, "items": [ITEM]}, "key": key, "answer": [ROW, {**ROW, "n": 2}]}
    for name, content in contents.items():
        (tmp_path / name).write_text(json.dumps(content), encoding="utf-8")
    return Judged(tmp_path / "quiz", tmp_path / "key", tmp_path / "answer")


def test_only_our_own_items_become_verdicts(judged: Judged) -> None:
    (verdict,) = verdicts_of(judged, "reader-a", "0.1.0")
    assert (verdict.template, verdict.alone, verdict.distr, verdict.score) == ("en/event/who", 0, 1, 0.512)
    assert not verdict.is_acceptable


def test_key_of_another_quiz_is_refused(judged: Judged) -> None:
    judged.quiz.write_text(json.dumps({"article": {"language": "en"}, "items": [{**ITEM, "question": "Who paid?"}]}), encoding="utf-8")
    with pytest.raises(EvaluationError, match="was not made from"):
        verdicts_of(judged, "reader-a", "0.1.0")


def test_incomplete_answer_is_refused(judged: Judged) -> None:
    judged.answer.write_text(json.dumps([{"n": 1, "gram": 1}]), encoding="utf-8")
    with pytest.raises(EvaluationError, match="KeyError"):
        verdicts_of(judged, "reader-a", "0.1.0")
