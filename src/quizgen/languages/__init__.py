"""Languages: everything that differs between French and English, behind one protocol (base.py)."""

from functools import cache
from importlib import import_module

from quizgen.errors import ReadingError
from quizgen.languages.base import Language

CODES = ("fr", "en")


@cache
def get_language(code: str) -> Language:
    """Return the language `code`. Raises ReadingError for one that quizgen does not have."""
    if code not in CODES:
        hint = f"languages: {', '.join(CODES)}; pass --language if the article is in one of them"
        raise ReadingError(f"quizgen has no language {code!r} yet", hint)
    language: Language = import_module(f"quizgen.languages.{code}").LANGUAGE
    return language
