"""The quiz file gives the quiz back, tells a person's edits, and names what is wrong with them."""

import tomllib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
import tomlkit
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from quizgen.errors import QuizFileError
from quizgen.items import ShortAnswer
from quizgen.naming import article_file
from quizgen.quiz import Quiz
from quizgen.quizfile import is_edited, read_quiz, stamp, write_quiz
from quizgen.quizfile.layout import ITEM_TABLES
from tests.quizfile.made import quizzes, saved
from tests.sample_quizzes import english_quiz, french_quiz


@pytest.mark.parametrize("quiz", [french_quiz(), english_quiz()], ids=["fr", "en"])
def test_sample_comes_back_whole(quiz: Quiz, tmp_path: Path) -> None:
    assert read_quiz(saved(quiz, tmp_path)) == quiz


def test_golden_quiz_file(golden: Callable[[str, str], None]) -> None:
    golden("phare.quiz.toml", write_quiz(french_quiz()))


several_times = settings(
    max_examples=60,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@several_times
@given(quiz=quizzes)
def test_any_quiz_comes_back_whole(quiz: Quiz, tmp_path: Path) -> None:
    path = saved(quiz, tmp_path)
    assert read_quiz(path) == quiz
    assert write_quiz(read_quiz(path)) == path.read_bytes().decode()


@several_times
@given(quiz=quizzes, draw=st.randoms())
def test_fields_may_stand_in_any_order_and_spelling(quiz: Quiz, draw: Random, tmp_path: Path) -> None:
    data = tomllib.loads(write_quiz(quiz))
    tables = [data, data["article"], *(row for name in ITEM_TABLES for row in data.get(name, []))]
    for table in [*tables, *(row["proof"] for row in tables if "proof" in row)]:
        fields = list(table.items())
        draw.shuffle(fields)
        table.clear()
        table.update(fields)
    assert read_quiz(saved(quiz, tmp_path, tomlkit.dumps(data))) == quiz


def test_untouched_file_is_not_edited(tmp_path: Path) -> None:
    assert not is_edited(saved(french_quiz(), tmp_path))


def test_other_line_ends_are_no_edit(tmp_path: Path) -> None:
    text = write_quiz(french_quiz()).replace("\n", "\r\n")
    path = saved(french_quiz(), tmp_path, "\ufeff" + text)
    assert not is_edited(path)
    assert read_quiz(path) == french_quiz()


@pytest.mark.parametrize("edit", [("1863", "1864"), ("[account]", "# mine\n[account]"), ('digest = "', 'digest = "0')])
def test_any_change_is_an_edit(edit: tuple[str, str], tmp_path: Path) -> None:
    assert is_edited(saved(french_quiz(), tmp_path, write_quiz(french_quiz()).replace(*edit, 1)))


def test_item_by_hand_needs_only_form_question_and_answer(tmp_path: Path) -> None:
    text = write_quiz(french_quiz()).replace("[account]", '[[item]]\nform = "short_answer"\nquestion = "Où ?"\nanswer = "Ici"\n\n[account]')
    item = read_quiz(saved(french_quiz(), tmp_path, text)).items[-1]
    assert isinstance(item, ShortAnswer)
    assert (item.question, item.answer, item.proof, item.status) == ("Où ?", "Ici", None, "accepted")
    assert len(item.id) == 8


BROKEN = {
    "syntax": ('title = "', "title = ", "line"),
    "newer schema": ("schema = 1", "schema = 99", "schema 99"),
    "misspelt field": ('answer = "1863"', 'anwser = "1863"', "answer"),
    "unknown field": ("points = 2", "points = 2\ncolour = 3", "colour"),
    "wrong type": ("points = 2", 'points = "two"', "points"),
    "unknown form": ('form = "cloze"', 'form = "gap"', "gap"),
    "answer not among options": ('options = ["31 mètres", "47 mètres"', 'options = ["31 mètres", "48 mètres"', "47 mètres"),
    "blank gone": ("____", "…", "blank"),
    "status": ('status = "proposed"', 'status = "good"', "good"),
    "proof moved": ("start = 207", "start = 208", "does not say"),
    "other text": ('text_sha256 = "', 'text_sha256 = "0', "not the text"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_broken_file_is_refused_with_a_hint(name: str, tmp_path: Path) -> None:
    before, after, named = BROKEN[name]
    text = write_quiz(french_quiz())
    assert before in text
    with pytest.raises(QuizFileError) as caught:
        read_quiz(saved(french_quiz(), tmp_path, text.replace(before, after)))
    assert named in caught.value.message
    assert caught.value.hint


def test_missing_article_text_is_named(tmp_path: Path) -> None:
    path = saved(french_quiz(), tmp_path)
    (tmp_path / article_file(french_quiz())).unlink()
    with pytest.raises(QuizFileError, match=r"\.article\.txt"):
        read_quiz(path)


def test_copied_item_needs_another_id(tmp_path: Path) -> None:
    quiz = french_quiz()
    with pytest.raises(QuizFileError, match="earlier item"):
        read_quiz(saved(replace(quiz, items=(*quiz.items, quiz.items[0])), tmp_path))


def test_stamp_keeps_times_of_unchanged_notes_and_moves_on_the_others() -> None:
    old = french_quiz()
    first = replace(old.items[0], answer="1864")
    new = stamp(replace(old, items=(first, *old.items[1:])), old, now=2_000_000_000)
    before = [item.proof.modified for item in old.items if item.proof]
    after = [item.proof.modified for item in new.items if item.proof]
    assert after == [2_000_000_000, *before[1:]]


def test_conflict_that_git_left_is_told(tmp_path: Path) -> None:
    text = write_quiz(french_quiz()).replace("\n[[item]]\n", "\n<<<<<<< HEAD\n[[item]]\n", 1)
    with pytest.raises(QuizFileError) as caught:
        read_quiz(saved(french_quiz(), tmp_path, text))
    assert caught.value.hint.startswith("git left both versions")
