"""Every mistake that a page may have to tell has its sentence, in both languages."""

import ast
import tomllib
from pathlib import Path

import pytest

import quizgen
from quizgen.errors import ReadingError
from quizgen.languages import CODES
from quizgen.resources import shipped_templates, template_roots
from quizgen.web.app.sentences import Sentence, sentence
from quizgen.web.pages import Pages

PACKAGE = Path(quizgen.__file__).parent


def told_in_the_source() -> set[str]:
    """Return the names that errors give as `told`: the third of what they are made of, or the one thing an Unclear is made of."""
    names = {str(entry["told"]) for entry in tomllib.loads((PACKAGE / "reading/formats.toml").read_text("utf-8"))["format"]}
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and (place := _place(node.func)) < len(node.args) and isinstance(node.args[place], ast.Constant):
                names.add(str(node.args[place].value))  # type: ignore[attr-defined]
    return names


def _place(called: ast.expr) -> int:
    name = called.id if isinstance(called, ast.Name) else called.attr if isinstance(called, ast.Attribute) else ""
    if name == "Unclear":
        return 0
    return 2 if name.endswith("Error") or name == "__init__" else 99


@pytest.mark.parametrize("code", CODES)
def test_labels_tell_every_mistake_that_has_a_name(code: str) -> None:
    labels = tomllib.loads((shipped_templates() / "labels" / f"{code}.toml").read_text("utf-8"))
    assert set(labels["problems"]) == set(labels["hints"]) == told_in_the_source()


def test_sentence_is_in_the_readers_language() -> None:
    error = ReadingError("x.pdf is a PDF, which quizgen does not read.", "pdftotext x.pdf", "pdf", name="x.pdf")
    told = Sentence("x.pdf est un PDF.", "Ouvrez-le, copiez le texte de l’article et collez-le ici.")
    assert sentence(error, Pages(template_roots()).label("fr")) == told


def test_mistake_without_a_sentence_is_told_in_its_own_words() -> None:
    told = sentence(ReadingError("nothing is right.", "do it again"), Pages(template_roots()).label("fr"))
    assert told == Sentence("Nothing is right.", "do it again")
