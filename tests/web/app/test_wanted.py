"""The first page's fields, and what is taken away of a quiz."""

from pathlib import Path

import pytest

from quizgen.reading import ReadingOptions
from quizgen.resources import template_roots
from quizgen.web.app.downloads import Layout, Outputs
from quizgen.web.app.posting import _own_name
from quizgen.web.app.wanted import Unclear, Wanted, check, wanted
from quizgen.web.asking import Asked
from tests.sample_quizzes import english_quiz
from tests.web.app.serving_apps import names_in
from tests.web.reviewing import written


def test_usual_forms_leave_the_mixture_to_the_program() -> None:
    assert Wanted().options(ReadingOptions(), 0).forms == ()
    assert Wanted(forms=("cloze",)).options(ReadingOptions(), 0).forms == ("cloze",)


@pytest.mark.parametrize(("typed", "items"), [("7", 7), ("0", 1), ("5000", 100), ("", 20), ("many", 20), ("٣", 20), ("-3", 20)])
def test_number_of_items_is_one_that_makes_sense(typed: str, items: int) -> None:
    assert wanted({"items": [typed]}).items == items


@pytest.mark.parametrize(
    ("typed", "url"), [(" example.org/a ", "https://example.org/a"), ("http://x.org", "http://x.org"), ("file:///etc/x", None), ("", None)]
)
def test_address(typed: str, url: str | None) -> None:
    asked = wanted({"source": ["url"], "url": [typed], "forms": ["cloze"]})
    if url is None:
        with pytest.raises(Unclear):
            check(asked)
    else:
        check(asked)
        assert asked.url == url


def test_what_is_no_choice_is_not_chosen() -> None:
    asked = wanted({"source": ["disk"], "forms": ["cloze", "essay"], "outputs": ["anki", "fax"]})
    assert (asked.source, asked.forms, asked.outputs) == ("text", ("cloze",), ("anki",))


@pytest.mark.parametrize("sent", ["C:\\Users\\me\\lesson.txt", "/home/me/lesson.txt", "lesson.txt", "../lesson.txt"])
def test_file_has_no_folder(sent: str) -> None:
    assert _own_name(sent) == "lesson.txt"


def asked(**fields: list[str]) -> Asked:
    return Asked({}, fields, "en", False)


def test_layout_is_read_and_written_alike() -> None:
    chosen = Layout.of(asked(sheets=["quiz", "flashcards", "poem"], versions=["99"], look=["dyslexia"], paper=["a5"]))
    assert chosen == Layout(("quiz", "flashcards"), 6, "dyslexia", "")
    assert chosen.query() == "sheets=quiz&sheets=flashcards&versions=6&look=dyslexia&paper="
    assert Layout.of(asked()) == Layout()


def test_archive_holds_every_version(tmp_path: Path) -> None:
    path = written(english_quiz(), tmp_path)
    outputs = Outputs(path, english_quiz(), template_roots())
    layout = Layout(versions=2)
    once, twice = (outputs.file(outputs.archive, layout) for _ in range(2))
    assert once == twice
    stem = path.name.removesuffix(".quiz.toml")
    sheets = {f"{stem}.{version}{part}.{kind}" for version in "AB" for part in ("", ".key") for kind in ("html", "pdf")}
    versions = {f"{stem}.versions.html", f"{stem}.versions.pdf"}
    assert names_in(once) == {f"{stem}.apkg", f"{stem}.quiz.toml", f"{stem}.article.txt", *sheets, *versions}
    assert [(sheet.part, sheet.version) for sheet in outputs.sheets(layout)] == [
        ("quiz", "A"), ("quiz", "B"), ("key", "A"), ("key", "B"), ("versions", ""),
    ]  # fmt: skip

