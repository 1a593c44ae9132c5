"""`explain` tells where an item comes from; `check` reads anybody's quiz; `--why-not` and `--focus` of `make`."""

import re
from pathlib import Path

import pytest

from tests.cli.running import SEEDS, quizgen

HAND_WRITTEN = """
language = "en"
[[item]]
form = "multiple_choice"
question = "Who opened the bridge of Vernes?"
answer = "Ada Stein"
options = ["Ada Stein", "Jane Poe", "all of the above"]
[[item]]
form = "short_answer"
question = "In what year was the bridge of Vernes opened?"
answer = "1932"
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made")
    outcome = quizgen("make", SEEDS / "surtsey.en.txt", "-o", folder, "--to", "json", "--why-not")
    assert outcome.status == 0
    (folder / "out.txt").write_text(outcome.out, encoding="utf-8")
    return folder


def test_why_not_lists_what_was_left_out_with_reasons(made: Path) -> None:
    printed = (made / "out.txt").read_text(encoding="utf-8")
    assert "another wording" in printed
    assert "reason" in printed.splitlines()[1]


def test_explain_shows_sentence_rule_template_and_score(made: Path) -> None:
    (quiz,) = made.glob("*.quiz.toml")
    outcome = quizgen("explain", quiz, "1")
    assert outcome.status == 0
    told = {line.split()[0] for line in outcome.out.splitlines()}
    assert {"sentence", "rule", "template", "score"} <= told
    assert re.search(r"[+-]\d\.\d\d \w", outcome.out), "the score is told by its parts"


def test_an_item_that_is_not_there_is_told(made: Path) -> None:
    (quiz,) = made.glob("*.quiz.toml")
    outcome = quizgen("explain", quiz, "nowhere")
    assert outcome.status == 1
    assert "no item 'nowhere'" in outcome.err


def test_check_reads_a_quiz_without_article(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(HAND_WRITTEN, encoding="utf-8")
    outcome = quizgen("check", path)
    assert outcome.status == 0
    assert "all of the above" in outcome.out
    assert quizgen("check", path, "--strict", "--quiet").status == 1


def test_check_asks_for_the_language(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(HAND_WRITTEN.replace('language = "en"', ""), encoding="utf-8")
    outcome = quizgen("check", path)
    assert outcome.status == 1
    assert "does not say its language" in outcome.err
    assert quizgen("check", path, "--language", "en").status == 0


def test_check_of_our_own_quiz_finds_nothing_fatal(made: Path) -> None:
    (quiz,) = made.glob("*.quiz.toml")
    assert "fatal" not in quizgen("check", quiz).out


def test_a_focus_that_the_article_does_not_know_is_told(tmp_path: Path) -> None:
    outcome = quizgen("make", SEEDS / "surtsey.en.txt", "-o", tmp_path, "--focus", "Zanzibar")
    assert outcome.status == 1
    assert "nothing was found about" in outcome.err
