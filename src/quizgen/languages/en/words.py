"""The word lists that only English grammar needs (grammar.toml)."""

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def _data() -> Mapping[str, Any]:
    return tomllib.loads((files("quizgen.languages.en") / "grammar.toml").read_text(encoding="utf-8"))


@cache
def words(section: str, name: str) -> tuple[str, ...]:
    """Return the list `name` of `section`, in its order."""
    return tuple(_data()[section][name])


def table(section: str, name: str) -> Mapping[str, str]:
    """Return the table `name` of `section`."""
    found: Mapping[str, str] = _data()[section][name]
    return found


def one_of(alternatives: Iterable[str]) -> str:
    """Return the pattern of a choice, the longest words first ("more than" before "more")."""
    return "|".join(word.replace(".", r"\.") for word in sorted(alternatives, key=len, reverse=True))
