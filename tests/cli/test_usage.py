"""Wrong usage ends with 2, a user's mistake with 1 and two lines; a bug says that it is one."""

from pathlib import Path
from unittest import mock

import pytest

from quizgen.errors import PipelineError
from tests.cli.running import SEEDS, quizgen
from tests.writing.sample_facts import YEAR_FR, write_templates

SEED = SEEDS / "openinfra.fr.txt"


@pytest.mark.parametrize(
    "arguments",
    [
        ("make",),
        ("make", SEED, "--to", "paper"),
        ("make", SEED, "--types", "riddle"),
        ("make", SEED, "--items", "0"),
        ("make", SEED, "--to", ","),
        ("export",),
        ("nothing",),
    ],
)
def test_wrong_usage_ends_with_2(arguments: tuple[object, ...]) -> None:
    outcome = quizgen(*arguments)
    assert outcome.status == 2
    assert "Traceback" not in outcome.err


def mistakes(folder: Path) -> list[tuple[object, ...]]:
    (folder / "empty.txt").write_bytes(b"")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 20)
    (folder / "short.txt").write_text("One line.", encoding="utf-8")
    write_templates(folder / "own", {"fr/event/wrong": YEAR_FR.replace('key   = "1889"', 'key   = "1890"')})
    return [
        ("make", folder / "missing.txt"),
        ("make", folder),
        ("make", ""),
        ("make", folder / "empty.txt"),
        ("make", folder / "binary.txt"),
        ("make", folder / "short.txt"),
        ("make", folder / "article.pdf"),
        ("make", SEED, "--language", "de"),
        ("make", SEED, "--date", "soon"),
        ("make", SEED, "--pipeline", "no_such_pipeline"),
        ("make", SEED, "--templates", folder / "nowhere"),
        ("make", SEED, "--templates", folder / "own"),
        ("facts", folder / "missing.txt"),
        ("export", folder / "missing.quiz.toml"),
        ("templates", "check", folder),
        ("templates", "list", folder / "nowhere"),
        ("templates", "list", "--language", "de"),
        ("evaluate", folder),
    ]


@pytest.mark.parametrize("number", range(18))
def test_mistake_is_one_error_one_hint_and_status_1(number: int, tmp_path: Path) -> None:
    arguments = mistakes(tmp_path)[number]
    output = ("-o", tmp_path / "out") if arguments[0] in ("make", "export") else ()
    outcome = quizgen(*arguments, *output)
    lines = outcome.err.splitlines()
    assert outcome.status == 1, outcome.err
    assert [line.split(":")[0] for line in lines] == ["error", "hint"], outcome.err
    assert outcome.out == ""
    assert not (tmp_path / "out").exists(), "nothing is written"


def test_an_empty_article_argument_is_no_folder() -> None:
    assert "ARTICLE is empty" in quizgen("make", "").err


def test_there_are_as_many_mistakes_as_are_tried(tmp_path: Path) -> None:
    assert len(mistakes(tmp_path)) == 18


def test_a_fault_of_the_program_is_said_in_two_lines_and_writes_nothing(tmp_path: Path) -> None:
    with mock.patch("quizgen.extraction.facts.sentences", side_effect=IndexError("list index out of range")):
        outcome = quizgen("make", SEED, "-o", tmp_path / "out")
    error, hint = outcome.err.splitlines()
    assert outcome.status == 1
    assert error.startswith("error: quizgen itself failed, which is no mistake of yours (IndexError in extraction/facts.py:")
    assert "QUIZGEN_DEBUG=1" in hint
    assert not (tmp_path / "out").exists()


def test_a_fault_keeps_its_traceback_where_it_is_asked_for() -> None:
    asked = mock.patch.dict("os.environ", {"QUIZGEN_DEBUG": "1"})
    fault = mock.patch("quizgen.annotation.list_pipelines", side_effect=RuntimeError("a bug"))
    with asked, fault, pytest.raises(RuntimeError, match="a bug"):
        quizgen("pipelines")


def test_ctrl_c_says_one_word_and_writes_nothing(tmp_path: Path) -> None:
    with mock.patch("quizgen.extraction.facts.sentences", side_effect=KeyboardInterrupt):
        outcome = quizgen("make", SEED, "-o", tmp_path / "out")
    assert outcome.status not in (0, 2)
    assert "Traceback" not in outcome.err
    assert not (tmp_path / "out").exists()


def test_errors_are_caught_once_for_every_command() -> None:
    with mock.patch("quizgen.annotation.list_pipelines", side_effect=PipelineError("no pipeline.", "install one")):
        outcome = quizgen("pipelines")
    assert (outcome.status, outcome.err) == (1, "error: no pipeline.\nhint: install one\n")
