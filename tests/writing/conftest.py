"""Fixtures of the tests of writing: a short article in each language, and the hand-made templates."""

from collections.abc import Callable
from pathlib import Path

import pytest

from quizgen.article import Article
from quizgen.languages import get_language
from quizgen.writing.templates import TemplateSet, read_templates
from tests.writing.sample_facts import ENGLISH, FRENCH, TEMPLATES, article, write_templates


@pytest.fixture
def french() -> Article:
    return article(FRENCH, "fr")


@pytest.fixture
def english() -> Article:
    return article(ENGLISH, "en")


@pytest.fixture
def templates(tmp_path: Path) -> Callable[[str], TemplateSet]:
    """A function that gives the hand-made templates of a language."""
    write_templates(tmp_path, TEMPLATES)
    return lambda code: read_templates(get_language(code), [tmp_path])
