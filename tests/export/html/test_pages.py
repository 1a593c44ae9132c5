"""The printed pages: what stands on them, that they fetch nothing, and how a real browser prints them."""

import re
from base64 import b64encode
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from quizgen.errors import TemplateError
from quizgen.export import ExportOptions, export_quiz
from quizgen.items import Item, ShortAnswer
from quizgen.quiz import Quiz
from quizgen.resources import template_roots
from tests.cli.running import quizgen
from tests.export.html.printing import export
from tests.sample_quizzes import english_quiz, french_quiz

HOSTILE = "<script>alert(1)</script> </style> \"'><img src=http://x.test/> {{ 7777*7777 }} \x1f --> &amp;"


def pages(quiz: Quiz, **options: object) -> tuple[str, str]:
    """Return the quiz's page and its key."""
    files = export_quiz(quiz, ["html"], ExportOptions(**options)).files  # type: ignore[arg-type]
    page, key = files.values()
    return page.decode(), key.decode()


@pytest.mark.parametrize(("name", "quiz"), [("phare", french_quiz()), ("sleeper", english_quiz())])
def test_golden_pages(name: str, quiz: Quiz, golden: Callable[[str, str], None]) -> None:
    page, key = (re.sub(r"<style>.*</style>|sha256-[\w+/=]+", "", text, flags=re.S) for text in pages(quiz))
    golden(f"{name}.html", page)
    golden(f"{name}.key.html", key)


def test_golden_sheets(golden: Callable[[str, str], None]) -> None:
    for name, data in export(english_quiz(), sheets="article,answer-grid,flashcards,self-test", versions="2").items():
        golden(f"sleeper.{name}", re.sub(r"<(style|script)>.*</\1>|sha256-[\w+/=]+", "", data.decode(), flags=re.S))


def test_files_are_named_after_the_title() -> None:
    names = list(export_quiz(english_quiz(), ["html"]).files)
    assert names == ["the-night-train-comes-back-to-alderwick.html", "the-night-train-comes-back-to-alderwick.key.html"]


def test_quiz_page_tells_no_answer() -> None:
    page, _ = pages(french_quiz())
    for told in ("1863", "31 kilomètres", "consommer", "12\u202f000", "<mark>", "s’est éteint en 2004", "evidence"):
        assert told not in re.sub(r"<style>.*</style>", "", page, flags=re.S)


def test_blanks_and_lines_do_not_tell_how_long_the_answer_is() -> None:
    short, long = french_quiz(), french_quiz()
    items: tuple[Item, ...] = tuple(replace(item, answer="x") if isinstance(item, ShortAnswer) else item for item in long.items)
    assert pages(short)[0] == pages(replace(long, items=items))[0]


def test_french_typography_is_set_on_the_page() -> None:
    page, key = pages(french_quiz())
    assert "construit\u202f?" in page
    assert "environ 12\u202f000" in key
    assert "«\u00a0Sans cette lumière" in key


def test_key_marks_the_answer_in_its_evidence_and_names_the_paragraph() -> None:
    _, key = pages(french_quiz())
    assert "Construit en <mark>1863</mark> par" in key
    assert "<mark>Environ 12\u202f000</mark>" in key, "the case apart"
    assert "Éteint en <mark>2004</mark>" in key, "the asked slot of a judgement"
    assert "§\u00a02" in key or "§ 2" in key


def test_context_stands_once_above_the_items_it_belongs_to() -> None:
    page, _ = pages(french_quiz())
    assert page.count("Le phare de Kervran</p>") == 1


def test_context_and_date_that_the_head_already_tells_are_not_repeated() -> None:
    quiz = french_quiz()
    items = tuple(replace(item, context=quiz.title, as_of=quiz.article.published) for item in quiz.items)
    page, key = pages(replace(quiz, items=items))
    for text in (page, key):
        assert text.count("vingt ans de nuit") == 3, "the title, the head and the running head alone"
        assert text.count("21 juin 2024") == 1


@pytest.mark.parametrize(
    ("context", "shown"),
    [
        ("{title}", ""),
        ("{title} (juin 2024)", ""),
        ("{title}, juin 2024", ""),
        ("{title} – La lentille", "La lentille"),
        ("{title} – La lentille (juin 2024)", "La lentille (juin 2024)"),
        ("{title} et après", "{title} et après"),
        ("le phare", "Le phare"),
    ],
)
def test_context_leaves_out_what_the_head_says(context: str, shown: str) -> None:
    quiz = french_quiz()
    items = (replace(quiz.items[0], context=context.format(title=quiz.title)),)
    page, _ = pages(replace(quiz, items=items))
    assert re.findall(r'<p class="context" lang="fr">(.*)</p>', page) == ([shown.format(title=quiz.title)] if shown else [])


def test_rejected_items_stay_out() -> None:
    assert "rejected" not in "".join(pages(english_quiz()))


def test_pages_fetch_and_run_nothing() -> None:
    for text in pages(french_quiz()):
        policy = re.search(r'Content-Security-Policy" content="([^"]*)"', text)
        assert policy is not None
        assert "default-src &#39;none&#39;" in policy[1]
        assert not re.search(r"<(script|link|img|iframe|object|base|form)\b|@import|url\(| style=| on\w+=", text)


def test_hostile_text_is_shown_and_not_obeyed() -> None:
    quiz = french_quiz()
    items = tuple(replace(item, context=HOSTILE, feedback=HOSTILE, accepted=(HOSTILE,)) for item in quiz.items)
    hostile = replace(quiz, items=items, title=HOSTILE, article=replace(quiz.article, title=HOSTILE, author=HOSTILE, url=HOSTILE))
    for text in pages(hostile):
        assert "<script" not in text
        assert "<img" not in text
        assert "60481729" not in text
        assert text.count("</style>") == 1
        assert "\x1f" not in text


def test_users_template_is_found_first(tmp_path: Path) -> None:
    (tmp_path / "html").mkdir()
    (tmp_path / "html" / "quiz.html.j2").write_text("mine: {{ page.quiz.title }}")
    page, key = pages(french_quiz(), templates=template_roots(tmp_path))
    assert "mine: Le phare" in page
    assert "<h1 lang=" in key


@pytest.mark.parametrize(
    ("source", "named"),
    [
        ("a\n{% if %}", "line 2"),
        ("{{ nothing }}", "nothing"),
        ("{{ ''.__class__ }}", "__class__"),
        ("\n\n{{ 1 / 0 }}", "line 3"),
        ("{{ 'a' * 1000000000 }}", "too much"),
        ("{% for a in range(99999) %}{% for b in range(99999) %}{{ page.quiz.title }}{% endfor %}{% endfor %}", "more than"),
        ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "recursion"),
        ("{{ file('../settings.toml') }}", "not the name of a stylesheet"),
        ("{{ file('/etc/passwd') }}", "not the name of a stylesheet"),
        ("{% include '../anki/style.css' %}", "no template"),
    ],
)
def test_broken_template_is_named(source: str, named: str, tmp_path: Path) -> None:
    (tmp_path / "html").mkdir()
    (tmp_path / "html" / "quiz.html.j2").write_text(source)
    with pytest.raises(TemplateError, match=r"\.html\.j2") as caught:
        pages(french_quiz(), templates=template_roots(tmp_path))
    assert named in caught.value.message


def test_missing_label_is_named(tmp_path: Path) -> None:
    (tmp_path / "labels").mkdir()
    (tmp_path / "labels" / "fr.toml").write_text("[page]\ndirection = 'ltr'\n")
    with pytest.raises(TemplateError, match=r"labels/fr\.toml"):
        pages(french_quiz(), templates=template_roots(tmp_path))




def test_folder_of_layouts_is_checked_like_one_of_questions(tmp_path: Path) -> None:
    (tmp_path / "html").mkdir()
    (tmp_path / "html" / "answer-grid.html.j2").write_text("one line\n{{ page.nothing }}")
    problem = quizgen("templates", "check", tmp_path)
    assert problem.status == 1
    assert "answer-grid.html.j2, line 2" in problem.err
    (tmp_path / "html" / "answer-grid.html.j2").write_text("one line")
    (tmp_path / "html" / "own.css").write_text(".quiz { color: navy }")
    assert quizgen("templates", "check", tmp_path).out.endswith("the sheets, all sound\n")


@pytest.mark.parametrize("name", ["print.css", "own.css", "self-test.js"])
def test_styles_and_script_of_ones_own_are_taken_with_their_hash(name: str, tmp_path: Path) -> None:
    (tmp_path / "html").mkdir()
    (tmp_path / "html" / name).write_text("/* mine */")
    files = export_quiz(french_quiz(), ["html"], ExportOptions(template_roots(tmp_path), settings={"sheets": "self-test"})).files
    (page,) = (data.decode() for data in files.values())
    assert "/* mine */" in page
    for kind, tag in (("style", "style"), ("script", "script")):
        content = page.split(f"<{tag}>")[1].split(f"</{tag}>")[0]
        assert f"{kind}-src &#39;sha256-{b64encode(sha256(content.encode()).digest()).decode()}" in page
