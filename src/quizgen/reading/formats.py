"""Which kind of article a name or its first bytes announce, and the formats that are refused."""

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from pathlib import PurePath

from quizgen.errors import ReadingError


class SourceKind(StrEnum):
    """How the characters of a source are to be read."""

    PLAIN_TEXT = "plain_text"
    MARKDOWN = "markdown"
    WEB_PAGE = "web_page"


SUFFIXES = {
    ".txt": SourceKind.PLAIN_TEXT,
    ".text": SourceKind.PLAIN_TEXT,
    ".md": SourceKind.MARKDOWN,
    ".markdown": SourceKind.MARKDOWN,
    ".html": SourceKind.WEB_PAGE,
    ".htm": SourceKind.WEB_PAGE,
    ".xhtml": SourceKind.WEB_PAGE,
}
HTML_OPENINGS = (b"<!doctype html", b"<html", b"<?xml")


@dataclass(frozen=True, slots=True)
class RefusedFormat:
    """A format that quizgen does not read, how to tell it, and what to do instead."""

    told: str
    name: str
    suffixes: tuple[str, ...]
    magic: tuple[bytes, ...]
    hint: str


@cache
def _refused() -> tuple[RefusedFormat, ...]:
    data = tomllib.loads(files("quizgen.reading").joinpath("formats.toml").read_text("utf-8"))
    return tuple(
        RefusedFormat(entry["told"], entry["name"], tuple(entry["suffixes"]), tuple(map(bytes.fromhex, entry["magic"])), entry["hint"])
        for entry in data["format"]
    )


def kind_of_name(name: str) -> SourceKind:
    """Return the kind that a file's suffix announces.

    Raises ReadingError for a suffix that is not known.
    """
    suffix = PurePath(name).suffix.lower()
    if suffix not in SUFFIXES:
        shown = f'the suffix "{suffix}"' if suffix else "no suffix"
        raise ReadingError(
            f"{name} has {shown}; quizgen reads .txt, .md and .html files.",
            "Rename a text file to .txt, or pass its content on standard input: quizgen make - < FILE",
            "other_file",
            name=name,
        )
    return SUFFIXES[suffix]


def kind_of_bytes(data: bytes) -> SourceKind:
    """Return the kind of a source that has no name: a web page if it opens like one, else plain text."""
    opening = data[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return SourceKind.WEB_PAGE if opening.startswith(HTML_OPENINGS) else SourceKind.PLAIN_TEXT


def refuse_format(name: str, data: bytes) -> None:
    """Raise ReadingError when the suffix, or else the first bytes, are those of a format that is not read."""
    suffix = PurePath(name).suffix.lower()
    by_suffix = [refused for refused in _refused() if suffix in refused.suffixes]
    by_magic = [refused for refused in _refused() if data.startswith(refused.magic)]
    for refused in by_suffix + by_magic:
        raise ReadingError(f"{name} is {refused.name}, which quizgen does not read.", refused.hint, refused.told, name=name)
