"""`quizgen verdicts` says what it will write and asks; `quizgen evaluate --verdicts` reads it back."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from quizgen.evaluation import acceptance, verdicts
from quizgen.evaluation.verdicts import read_verdict_file
from tests.cli.running import REPOSITORY, SEEDS, quizgen


@pytest.fixture(scope="module")
def quiz_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A quiz file of which a person has accepted an item, rejected one and reworded one."""
    folder = tmp_path_factory.mktemp("judged")
    quizgen("make", SEEDS / "helium.en.txt", "-o", folder, "--quiet")
    (path,) = folder.glob("*.quiz.toml")
    head, *items = path.read_text("utf-8").split("\n[[item]]\n")
    items[0] = items[0].replace('status = "proposed"', 'status = "accepted"', 1)
    items[1] = items[1].replace('status = "proposed"', 'status = "rejected"\nreason = "worth"', 1)
    items[2] = items[2].replace('question = "', 'question = "Tell me: ', 1)
    path.write_text("\n[[item]]\n".join((head, *items)), "utf-8")
    return path


def test_it_tells_what_is_in_the_file_and_writes_it(quiz_file: Path, tmp_path: Path) -> None:
    output = tmp_path / "mine.jsonl"
    outcome = quizgen("verdicts", quiz_file, "-o", output, "--yes")
    assert outcome.status == 0
    for told in ("will hold 3 judgements", "1 acceptable", "1 not acceptable: worth", "1 not acceptable\n", "not judged", "No question"):
        assert told in outcome.out
    assert output.read_text("utf-8").splitlines()[0] in outcome.out
    assert len(read_verdict_file(output)) == 3


def test_without_a_terminal_nothing_is_written_unless_told(quiz_file: Path, tmp_path: Path) -> None:
    outcome = quizgen("verdicts", quiz_file, "-o", tmp_path / "mine.jsonl")
    assert (outcome.status, list(tmp_path.iterdir())) == (1, [])
    assert "--yes" in outcome.err


@pytest.mark.parametrize(("answer", "status"), [(b"y\n", 0), (b"n\n", 1), (b"\n", 1)])
def test_on_a_terminal_it_asks(answer: bytes, status: int, quiz_file: Path, tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    os.write(ours, answer)
    command = [sys.executable, "-c", "from quizgen.cli import main; main()", "verdicts", str(quiz_file), "-o", str(tmp_path / "mine.jsonl")]
    paths = os.pathsep.join([str(REPOSITORY / "src"), os.environ.get("PYTHONPATH", "")])
    done = subprocess.run(command, stdin=theirs, capture_output=True, text=True, env={**os.environ, "PYTHONPATH": paths}, check=False)
    os.close(theirs)
    os.close(ours)
    assert done.returncode == status, done.stderr
    assert "Write it?" in done.stdout + done.stderr
    assert (tmp_path / "mine.jsonl").exists() is (status == 0)


def test_a_file_that_holds_something_else_is_not_replaced(quiz_file: Path) -> None:
    before = quiz_file.read_bytes()
    outcome = quizgen("verdicts", quiz_file, "-o", quiz_file, "--yes")
    assert (outcome.status, quiz_file.read_bytes()) == (1, before)
    assert "holds no verdicts" in outcome.err


def test_a_quiz_that_nobody_judged_gives_no_file(tmp_path: Path) -> None:
    quizgen("make", SEEDS / "helium.en.txt", "-o", tmp_path, "--quiet")
    outcome = quizgen("verdicts", *tmp_path.glob("*.quiz.toml"), "-o", tmp_path / "mine.jsonl", "--yes")
    assert outcome.status == 1
    assert "not judged" in outcome.err


def test_evaluate_stores_it_once_under_a_label(quiz_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stored, counts = tmp_path / "stored", tmp_path / "acceptance.toml"
    stored.mkdir()
    counts.write_bytes(acceptance.ACCEPTANCE.read_bytes())
    monkeypatch.setattr(verdicts, "STORED", stored)
    monkeypatch.setattr(verdicts.read_verdicts, "__defaults__", (stored,))
    monkeypatch.setattr(acceptance, "ACCEPTANCE", counts)
    seeds = one_seed(tmp_path)
    quizgen("verdicts", quiz_file, "-o", tmp_path / "mine.jsonl", "--yes")
    for _ in range(2):
        outcome = quizgen("evaluate", seeds, "--verdicts", tmp_path / "mine.jsonl", "--reader", "teacher-a", "--quiet")
        assert outcome.status == 0, outcome.err
    found = verdicts.read_verdicts()
    assert [verdict.reader for verdict in found] == ["teacher-a"] * 3
    assert "judged = 1" in counts.read_text("utf-8")


def one_seed(folder: Path) -> Path:
    """A folder laid out like seeds/ with one article and its gold."""
    place = folder / "seeds"
    (place / "gold").mkdir(parents=True)
    for name in ("helium.en.txt", "gold/helium.en.json"):
        (place / name).write_bytes((SEEDS / name).read_bytes())
    return place
