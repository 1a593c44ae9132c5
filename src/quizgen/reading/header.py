"""The header of a text file: TOML between `+++`, or YAML between `---`, before the article."""

import re
import tomllib
from collections.abc import Mapping
from datetime import date, datetime

import yaml

from quizgen.errors import ReadingError
from quizgen.reading.draft import Metadata
from quizgen.reading.limits import MAX_HEADER

TOML_HEADER = re.compile(r"\s*\+\+\+[ \t]*\n(?P<header>.*?)^\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
YAML_HEADER = re.compile(r"\s*---[ \t]*\n(?P<header>.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
YAML_KEY = re.compile(r"\s*[\w-]+[ \t]*:(?:\s|\Z)")
ISO_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
SPELLINGS = {"license": "licence", "lang": "language"}
FIELDS = ("id", "title", "author", "url", "licence", "language", "date")
DATES = "Write it as 2026, 2026-03 or 2026-03-02."
EXAMPLE = 'A header looks like this: a line "+++", then title = "…", language = "fr", date = 2026-03-02, then a line "+++".'


def split_header(text: str, name: str) -> tuple[Metadata, str]:
    """Return what the header says, and the text below it, without leading blank lines.

    Raises ReadingError for a header that is not closed or not well written.
    """
    opening = text.lstrip()[:4]
    if opening.startswith("+++"):
        return _split(text, TOML_HEADER, name)
    if opening.startswith("---"):
        match = YAML_HEADER.match(text)
        if match and YAML_KEY.match(match["header"]):  # else a rule drawn above a text
            return _split(text, YAML_HEADER, name)
    return Metadata(), text


def _split(text: str, pattern: re.Pattern[str], name: str) -> tuple[Metadata, str]:
    match = pattern.match(text)
    if match is None:
        raise ReadingError(f'{name} opens a header with "+++" and never closes it.', EXAMPLE, "header", name=name)
    header = match["header"]
    if len(header) > MAX_HEADER:
        raise ReadingError(f"the header of {name} is longer than {MAX_HEADER:,} characters.", EXAMPLE, "header", name=name)
    values = _load_toml(header, name) if pattern is TOML_HEADER else _load_yaml(header, name)
    return _metadata(values, name), text[match.end() :].lstrip("\n")


def _load_toml(header: str, name: str) -> Mapping[str, object]:
    try:
        return tomllib.loads(header)
    except (ValueError, RecursionError) as error:
        raise ReadingError(f"the header of {name} is not TOML: {error}.", EXAMPLE, "header", name=name) from error


def _load_yaml(header: str, name: str) -> Mapping[str, object]:
    """Read with the loader that makes every scalar a string: a date or a "no" keeps its spelling."""
    try:
        values = yaml.load(header, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        problem = getattr(error, "problem", None) or "it cannot be read"
        raise ReadingError(f"the header of {name} is not YAML: {problem}.", EXAMPLE, "header", name=name) from error
    if not isinstance(values, dict):
        raise ReadingError(f"the header of {name} is no list of keys and values.", EXAMPLE, "header", name=name)
    return values


def _metadata(values: Mapping[str, object], name: str) -> Metadata:
    found: dict[str, str] = {}
    for key, value in values.items():
        field = SPELLINGS.get(str(key).lower(), str(key).lower())
        if field in FIELDS:
            found[field] = _as_text(value, field, name)
    if "date" in found:
        found["date"] = check_date(found["date"], f"the header of {name}")
    return Metadata(**found)


def _as_text(value: object, field: str, name: str) -> str:
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, str | int | date):
        return " ".join(str(value).split())
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        return ", ".join(value)
    raise ReadingError(f'"{field}" in the header of {name} is no text.', EXAMPLE, "header", name=name)


def check_date(value: str, where: str) -> str:
    """Return an ISO 8601 date, as precise as given, without the time of day.

    Raises ReadingError when `value` is none or does not exist.
    """
    day = re.split(r"[T ]", value.strip(), maxsplit=1)[0]
    if not ISO_DATE.fullmatch(day):
        raise ReadingError(f'the date "{value}" in {where} is not understood.', DATES, "date", date=value)
    try:
        date.fromisoformat((day + "-01-01")[:10])
    except ValueError as error:
        raise ReadingError(f'the date "{value}" in {where} does not exist.', DATES, "date", date=value) from error
    return day
