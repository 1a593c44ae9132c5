"""The quiz file on the desk: nothing is written over, nothing is lost, everything can be taken back."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from quizgen.errors import QuizFileError
from quizgen.quizfile import read_quiz
from quizgen.web.changes import accepted, edited, rejected
from quizgen.web.desk import Desk, Stale
from tests.sample_quizzes import french_quiz
from tests.web.reviewing import statuses, written


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return written(french_quiz(), tmp_path)


def ids(path: Path) -> list[str]:
    return [item.id for item in read_quiz(path).items]


def test_a_change_is_in_the_file_and_undone_byte_for_byte(path: Path) -> None:
    path.write_text(path.read_text("utf-8").replace("\n", "\r\n"), "utf-8", newline="")  # as an editor on Windows leaves it
    before, desk, first = path.read_bytes(), Desk(path), ids(path)[0]
    sheet = desk.change(desk.look().version, lambda quiz: accepted(quiz, first), first)
    assert statuses(path)[0] == "accepted"
    undone, item = desk.undo(sheet.version)
    assert (path.read_bytes(), item, undone.undoable) == (before, first, 0)


def test_comments_stay(path: Path) -> None:
    text = path.read_text("utf-8")
    path.write_text(text.replace('question = "Pourquoi', '# Trop facile ?\nquestion = "Pourquoi'), "utf-8")
    desk = Desk(path)
    desk.change(desk.look().version, lambda quiz: accepted(quiz, ids(path)[0]))
    assert '# Trop facile ?\nquestion = "Pourquoi' in path.read_text("utf-8")


def test_a_stale_change_is_told_and_not_made(path: Path) -> None:
    desk, (first, second, *_) = Desk(path), ids(path)
    version = desk.look().version
    desk.change(version, lambda quiz: accepted(quiz, first))
    now = path.read_bytes()
    with pytest.raises(Stale):
        desk.change(version, lambda quiz: rejected(quiz, second))
    assert path.read_bytes() == now


def test_what_an_editor_writes_is_seen_and_not_undone(path: Path) -> None:
    desk, first = Desk(path), ids(path)[0]
    sheet = desk.change(desk.look().version, lambda quiz: accepted(quiz, first))
    path.write_text(path.read_text("utf-8").replace("Combien de visiteurs", "Combien de curieux"), "utf-8")
    with pytest.raises(Stale):
        desk.undo(sheet.version)
    seen = desk.look()
    assert any("curieux" in item.question for item in seen.quiz.items)
    assert seen.undoable == 0
    again, _ = desk.undo(seen.version)
    assert again == seen


def test_two_programs_on_one_file_do_not_write_over_each_other(path: Path) -> None:
    one, other, (first, second, *_) = Desk(path), Desk(path), ids(path)
    version = other.look().version
    one.change(one.look().version, lambda quiz: accepted(quiz, first))
    with pytest.raises(Stale):
        other.change(version, lambda quiz: accepted(quiz, second))
    assert statuses(path)[:2] == ["accepted", "proposed"]


def test_a_file_broken_meanwhile_is_told_with_its_place(path: Path) -> None:
    desk = Desk(path)
    version = desk.look().version
    path.write_text(path.read_text("utf-8") + "\nno toml", "utf-8")
    with pytest.raises(QuizFileError, match="not valid TOML"):
        desk.change(version, lambda quiz: quiz)
    path.unlink()
    with pytest.raises(QuizFileError, match="cannot be read"):
        desk.look()


def test_the_articles_text_stays_beside_a_file_of_another_name(path: Path) -> None:
    """A title changed by hand gives the text another name in the file that is written next: it must be there under it."""
    path.write_text(path.read_text("utf-8").replace("Le phare de Kervran rallumé après vingt ans de nuit", "Un phare"), "utf-8")
    text = next(path.parent.glob("*.article.txt"))
    path.write_text(path.read_text("utf-8").replace("un-phare.article.txt", text.name), "utf-8")
    desk = Desk(path)
    desk.change(desk.look().version, lambda quiz: accepted(quiz, quiz.items[0].id))
    assert read_quiz(path).article.text == french_quiz().article.text


def test_many_threads_change_one_after_another(path: Path) -> None:
    desk, stale = Desk(path), []

    def accept(id: str) -> None:
        while True:
            try:
                desk.change(desk.look().version, lambda quiz: accepted(quiz, id))
                return
            except Stale:
                stale.append(id)

    threads = [threading.Thread(target=accept, args=(id,)) for id in ids(path)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(statuses(path)) == {"accepted"}


KILLED = """
import sys
from pathlib import Path
from quizgen.web.changes import edited
from quizgen.web.desk import Desk

desk = Desk(Path(sys.argv[1]))
id, number = desk.look().quiz.items[0].id, 0
while True:
    number += 1
    desk.change(desk.look().version, lambda quiz: edited(quiz, id, {"feedback": f"Numéro {number}. " + "x" * 3000}))
    print(number, flush=True)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows ends processes another way")
@pytest.mark.parametrize("patience", [0.05, 0.12, 0.2])
def test_killed_in_the_middle_the_file_is_whole_and_the_last_change_in_it(patience: float, path: Path) -> None:
    writer = subprocess.Popen([sys.executable, "-c", KILLED, str(path)], stdout=subprocess.PIPE, text=True)
    assert writer.stdout is not None
    writer.stdout.readline()
    time.sleep(patience)
    os.kill(writer.pid, signal.SIGKILL)
    said = [1, *map(int, writer.stdout.read().split())]
    writer.wait()
    feedback = read_quiz(path).items[0].feedback
    number = int(feedback.removeprefix("Numéro ").partition(".")[0])
    assert feedback == f"Numéro {number}. " + "x" * 3000
    assert number in (said[-1], said[-1] + 1)


def test_an_edit_that_breaks_the_item_leaves_the_file_as_it_was(path: Path) -> None:
    before, desk = path.read_bytes(), Desk(path)
    with pytest.raises(Exception, match="no_question"):
        desk.change(desk.look().version, lambda quiz: edited(quiz, quiz.items[0].id, {"question": " "}))
    assert path.read_bytes() == before
