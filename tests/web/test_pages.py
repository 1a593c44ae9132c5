"""The pages' words, and whose language they are in."""

import tomllib
from pathlib import Path

import pytest

from quizgen.errors import TemplateError
from quizgen.items import FORMS, REASONS, STATUSES
from quizgen.languages import CODES
from quizgen.resources import read_text, template_roots
from quizgen.web.article_view import shown_article
from quizgen.web.pages import Pages, spoken
from tests.sample_quizzes import french_quiz


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("fr-CH, fr;q=0.9, en;q=0.8", "fr"),
        ("de, en;q=0.5, fr;q=0.7", "fr"),
        ("EN-us", "en"),
        ("de", "en"),
        ("", "en"),
        ("fr;q=x", "fr"),
        (";;q=,,", "en"),
    ],
)
def test_the_page_speaks_the_browsers_language(header: str, language: str) -> None:
    assert spoken(header) == language


def test_every_label_is_there_in_every_language() -> None:
    tables = [tomllib.loads(read_text(f"labels/{code}.toml", template_roots())) for code in CODES]
    names = [{(section, name) for section in table if section.startswith("review") for name in table[section]} for table in tables]
    assert names[0] == names[1]
    assert {name for section, name in names[0] if section == "review_reasons"} == set(REASONS)
    assert {name for section, name in names[0] if section == "review_forms"} == set(FORMS)
    assert {name for section, name in names[0] if section == "review_statuses"} == set(STATUSES)


def test_a_template_of_ones_own_is_taken_and_a_broken_one_is_told(tmp_path: Path) -> None:
    (tmp_path / "web").mkdir()
    page = tmp_path / "web" / "error.html.j2"
    page.write_text("Oh: {{ message }}", "utf-8")
    pages = Pages(template_roots(tmp_path))
    assert pages.render("error.html.j2", "en", message="<b>") == "Oh: &lt;b&gt;"
    page.write_text("{{ nothing.of.it }}", "utf-8")
    with pytest.raises(TemplateError, match=r"web/error\.html\.j2"):
        Pages(template_roots(tmp_path)).render("error.html.j2", "en", message="")


def test_the_article_is_shown_in_stretches_that_keep_their_places() -> None:
    quiz = french_quiz()
    for item in (None, *quiz.items):
        for block in shown_article(quiz, item):
            place = block.start
            for stretch in block.stretches:
                assert stretch.start == place
                place += len(stretch.text)
            assert place == block.end
    marked = [stretch for block in shown_article(quiz, quiz.items[0]) for stretch in block.stretches if "key" in stretch.marks]
    assert [(stretch.text, stretch.marks) for stretch in marked] == [("1863", ("evidence", "key", "other"))]
