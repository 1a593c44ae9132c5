"""The run over a folder of articles, here over the seeds, and what it says of a failure."""

from pathlib import Path
from unittest import mock

import pytest

from tests.cli.running import SEEDS
from tests.corpus.run import articles, summary, try_article


@pytest.mark.parametrize("path", articles(SEEDS), ids=lambda path: path.stem)
def test_every_seed_gives_a_quiz_with_true_offsets(path: Path) -> None:
    outcome = try_article(path)
    assert (outcome.verdict, outcome.detail) == ("made", "")
    assert outcome.items > 0


def test_a_refusal_is_no_failure(tmp_path: Path) -> None:
    (tmp_path / "short.txt").write_text("Too short.", encoding="utf-8")
    assert try_article(tmp_path / "short.txt").verdict == "refused"


def test_any_other_exception_is_a_failure_with_its_traceback(tmp_path: Path) -> None:
    with mock.patch("tests.corpus.run.make_quiz", side_effect=ZeroDivisionError("a bug")):
        outcome = try_article(tmp_path / "any.txt")
    assert outcome.verdict == "failed"
    assert "a bug" in outcome.detail
    assert summary([outcome]).startswith("1 articles: 1 failed")
