"""A quiz written by hand, without any article, is a quiz like another."""

import re
from pathlib import Path

import pytest

from quizgen.errors import ExportError, QuizFileError
from quizgen.export import ExportOptions, export_quiz
from quizgen.export.anki.notes import CardWriter, note_content
from quizgen.export.labels import Labels
from quizgen.items import FORMS, REASONS, STATUSES
from quizgen.languages import get_language
from quizgen.quizfile import read_quiz, write_quiz
from quizgen.quizfile.layout import ARTICLE_FIELDS, EDITABLE, PROOF_TEXTS
from quizgen.resources import template_roots
from tests.cli.running import REPOSITORY, quizgen

SHORT = """
title = "The harbour at Alderwick"
language = "en"

[[item]]
form = "short_answer"
question = "Who built the mole?"
answer = "Ines Calloway"
"""


def file_of(text: str, folder: Path) -> Path:
    path = folder / "mine.quiz.toml"
    path.write_text(text, "utf-8")
    return path


def test_a_title_a_language_and_an_item_are_enough(tmp_path: Path) -> None:
    quiz = read_quiz(file_of(SHORT, tmp_path))
    assert (quiz.title, quiz.deck, quiz.article.text, quiz.article.language) == (quiz.title, quiz.title, "", "en")
    assert read_quiz(file_of(write_quiz(quiz), tmp_path)) == quiz


def test_it_may_name_its_source(tmp_path: Path) -> None:
    text = SHORT.replace('language = "en"', '[article]\nlanguage = "en"\ntitle = "The mole"\nauthor = "J. Okafor"')
    quiz = read_quiz(file_of(text, tmp_path))
    assert (quiz.article.title, quiz.article.author) == ("The mole", "J. Okafor")
    assert read_quiz(file_of(write_quiz(quiz), tmp_path)) == quiz


def test_it_is_exported_verified_and_checked(tmp_path: Path) -> None:
    path = file_of(SHORT, tmp_path)
    assert quizgen("export", path, "-o", tmp_path, "--to", "anki,html,json").status == 0
    names = {each.name for each in tmp_path.iterdir()}
    stem = "the-harbour-at-alderwick"
    assert names == {path.name, f"{stem}.apkg", f"{stem}.html", f"{stem}.key.html", f"{stem}.json"}
    assert "Ines Calloway" in (tmp_path / f"{stem}.key.html").read_text("utf-8")
    assert quizgen("verify", path, "--fix").out == "1 of 1 items stand; 0 anchored anew\n"
    assert quizgen("check", path).status == 0


def test_card_of_no_source_names_none(tmp_path: Path) -> None:
    quiz = read_quiz(file_of(SHORT, tmp_path))
    writer = CardWriter(quiz.article, Labels("en", template_roots()), get_language("en").typeset)
    assert note_content(quiz.items[0], writer).fields["Source"] == ""


def test_there_is_no_article_to_print(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="without an article"):
        export_quiz(read_quiz(file_of(SHORT, tmp_path)), ("html",), ExportOptions(settings={"sheets": "article+quiz"}))


@pytest.mark.parametrize(
    ("before", "after", "message", "hint"),
    [
        ('language = "en"', "", "`language` is missing", "mend"),
        ('language = "en"', 'language = "de"', 'is "de"', "mend"),
        ('language = "en"', 'language = "en"\n[article]\nlanguage = "fr"', '[article] says "fr"', "mend"),
        ("answer =", "anwser =", "`answer` is missing", "is `anwser` misspelt?"),
        ("answer =", 'feedbak = "x"\nanswer =', "`feedbak`", "did you mean `feedback`?"),
        ("answer =", 'see = "page 3"\nanswer =', "`see`", "as a comment"),
        ("[[item]]", SHORT.split('"en"')[1] + "\n[[item]]", "stands in an earlier item", "mend"),
        ("answer =", "points = -1\nanswer =", "0 or more", "mend"),
        ("answer =", "points = nan\nanswer =", "0 or more", "mend"),
        ("Who built the mole?", " ", "`question` is empty", "mend"),
        ("Ines Calloway", "", "`answer` is empty", "mend"),
        ("\ntitle", "schema = 2\ntitle", "schema 2", "upgrade"),
        ("\ntitle", "schema = true\ntitle", "no quiz file", ".quiz.toml"),
        ("[[item]]", "[[itme]]", "no quiz file", ".quiz.toml"),
    ],
)
def test_slips_are_told(before: str, after: str, message: str, hint: str, tmp_path: Path) -> None:
    with pytest.raises(QuizFileError) as caught:
        read_quiz(file_of(SHORT.replace(before, after, 1), tmp_path))
    assert message in caught.value.message
    assert hint in caught.value.hint


def test_check_too_tells_a_newer_schema(tmp_path: Path) -> None:
    outcome = quizgen("check", file_of(f"schema = 2\n{SHORT}", tmp_path))
    assert outcome.status == 1
    assert "schema 2" in outcome.err


PAGE = (REPOSITORY / "docs" / "quiz-file.md").read_text("utf-8")
EXAMPLE = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)[0]


def test_example_of_the_page_is_exported_whole(tmp_path: Path) -> None:
    path = file_of(EXAMPLE, tmp_path)
    assert [item.form for item in read_quiz(path).items] == list(FORMS)
    outcome = quizgen("export", path, "-o", tmp_path / "out", "--to", "anki,html,json", "--sheets", "quiz,key,flashcards,self-test")
    assert outcome.status == 0, outcome.err
    printed = " ".join((tmp_path / "out" / "la-revolution-francaise-4e-b.html").read_text("utf-8").split())
    assert all(word in printed for word in ("Sieyès", "les Feuillants", "Varennes", "proclamée en 1789"))
    assert "card asks for one thing" in outcome.out, "what a deck cannot hold is told"
    assert quizgen("check", path).out.startswith("0 findings")


@pytest.mark.parametrize(
    "name",
    sorted({*EDITABLE, *ARTICLE_FIELDS, *PROOF_TEXTS, *STATUSES, *FORMS, *REASONS}
           | {"evidence", "support", "score", "features", "modified", "slots", "distractor_origins", "generated", "offered", "digest"}),
)  # fmt: skip
def test_page_tells_every_field(name: str) -> None:
    assert f"`{name}`" in PAGE
