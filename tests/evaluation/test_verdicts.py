"""Verdicts are stored without texts, checked on reading, and folded into shares."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from quizgen.errors import EvaluationError
from quizgen.evaluation.report import percent, render_report, wilson
from quizgen.evaluation.verdicts import (
    STORED,
    Share,
    Verdict,
    read_verdicts,
    share_acceptable,
    shares_by,
    shares_by_criterion,
    write_verdicts,
)

GOOD = Verdict("fr", "cloze", "event", "date", "fr/event/x", "event.year", 0.7, "0.1.0", "reader-a", 1, 1, 1, 1, 1, 1)
BAD = replace(GOOD, form="multiple_choice", alone=0, distr=1)


def test_verdicts_survive_the_file(tmp_path: Path) -> None:
    write_verdicts([GOOD], tmp_path / "a.jsonl")
    write_verdicts([BAD], tmp_path / "a.jsonl")
    assert read_verdicts(tmp_path) == (GOOD, BAD)


@pytest.mark.parametrize("change", [{"gram": 2}, {"question": "Who?"}, {"distr": "yes"}])
def test_broken_line_is_named(tmp_path: Path, change: dict[str, object]) -> None:
    write_verdicts([GOOD], tmp_path / "a.jsonl")
    line = json.loads((tmp_path / "a.jsonl").read_text(encoding="utf-8"))
    (tmp_path / "a.jsonl").write_text(json.dumps({**line, **change}), encoding="utf-8")
    with pytest.raises(EvaluationError, match=r"a\.jsonl:1"):
        read_verdicts(tmp_path)


def test_item_is_acceptable_when_no_criterion_fails() -> None:
    assert GOOD.is_acceptable
    assert not BAD.is_acceptable
    assert share_acceptable([GOOD, GOOD, BAD]) == Share(2, 3)


def test_shares_fold_by_feature_and_criterion() -> None:
    assert shares_by("form", [GOOD, GOOD, BAD]) == {"cloze": Share(2, 2), "multiple_choice": Share(0, 1)}
    by_criterion = shares_by_criterion([GOOD, GOOD, BAD])
    assert by_criterion["alone"] == Share(2, 3)
    assert by_criterion["distr"] == Share(1, 1), "items without options do not count"


def test_wilson_interval_of_a_published_example() -> None:
    low, high = wilson(Share(81, 263))  # Newcombe (1998), table I
    assert (round(low, 4), round(high, 4)) == (0.2553, 0.3662)
    assert wilson(Share(0, 0)) == (0.0, 1.0)


def test_report_sums_up_what_was_judged_too_seldom() -> None:
    report = render_report([], [GOOD] * 5 + [BAD])
    assert "| cloze | 5/5 | 100 % |" in report
    assert "| 1 judged fewer than 5 times | 0/1 | 0 % |" in report
    assert percent(0.425) == "42 %"


def test_stored_verdicts_hold_features_and_judgements_only() -> None:
    for path in STORED.glob("*.jsonl"):
        for line in path.read_text(encoding="utf-8").splitlines():
            assert not {"question", "answer", "options", "context", "evidence", "note"} & set(json.loads(line))
    assert read_verdicts()
