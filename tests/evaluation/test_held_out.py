"""What is held out is known by name, and refused while anything is tuned."""

from pathlib import Path

import pytest

from quizgen.errors import EvaluationError
from quizgen.evaluation.candidates import candidates_of
from quizgen.evaluation.held_out import held_out, is_held_out
from quizgen.evaluation.run import run
from quizgen.pipeline import MakeOptions
from quizgen.reading import ReadingOptions
from tests.cli.running import SEEDS


def test_forty_articles_are_held_out() -> None:
    assert len(held_out()) == 40
    one = sorted(held_out())[0]
    assert is_held_out(f"somewhere/{one}.txt")
    assert not is_held_out("helium.en.txt")


def test_candidates_of_an_article_held_out_are_refused(tmp_path: Path) -> None:
    path = tmp_path / f"{sorted(held_out())[0]}.txt"
    with pytest.raises(EvaluationError, match="held out"):
        candidates_of(path, MakeOptions(ReadingOptions()))


def test_candidates_hold_the_quiz_and_what_was_left_out() -> None:
    found = candidates_of(SEEDS / "helium.en.txt", MakeOptions(ReadingOptions(), items=5))
    reasons = [item["left_out"] for item in found["items"]]
    assert 0 < reasons.count("") <= 5
    assert len(reasons) > 5
    assert all(not reason.startswith("flaw") for reason in reasons)
    assert all(item["features"]["stem_words"] >= 3 for item in found["items"])


def test_a_folder_with_an_article_held_out_is_refused(tmp_path: Path) -> None:
    name = sorted(held_out())[0]
    gold = f'{{"id": "x", "lang": "en", "title": "X", "text": "{name}.txt", "facts": []}}'
    (tmp_path / "x.json").write_text(gold, encoding="utf-8")
    with pytest.raises(EvaluationError, match="held out"):
        run(tmp_path)
