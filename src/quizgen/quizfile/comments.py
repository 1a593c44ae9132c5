"""A person's comments in a quiz file, carried over into the file that takes its place."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizgen.quizfile.layout import with_digest

_HEADER = re.compile(r"^\[\[?([^\[\]]+)\]\]?")
_FIELD = re.compile(r"^([A-Za-z_]+) = ")
_TRAILING = re.compile(r"""^[^"'#]*(?:(?:"(?:\\.|[^"\\])*"|'[^']*')[^"'#]*)*(#.*)$""")


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a comment stands: in which item ("" before the first), over or behind which line."""

    item: str
    line: str


def with_comments(text: str, old: str) -> str:
    """Return the quiz file `text`, the program's, with the comments that stand in `old`: over the same field of the same item.

    A comment on an item that is no more is gone with it.
    """
    lines = old.replace("\r\n", "\n").split("\n")
    guide = set(text[: text.index("\nschema = ")].split("\n")) | _own_guide(lines)
    found: dict[_Place, list[str]] = {}
    for place, comment in _comments(lines):
        if comment not in guide:
            found.setdefault(place, []).append(comment)
    if not found:
        return text
    written: list[str] = []
    for place, line in _places(text.split("\n")):
        written += [*found.pop(place, []), line] if place.line else [line]
    return with_digest("\n".join(written))


def _own_guide(lines: Sequence[str]) -> set[str]:
    """Return the comment lines that open the file up to the first blank line: the guide of the release that wrote it."""
    end = next((number for number, line in enumerate(lines) if not line.startswith("#")), 0)
    return set(lines[:end])


def _comments(lines: Sequence[str]) -> Iterator[tuple[_Place, str]]:
    """Yield each comment with its place: the line it stands over, or behind (then it is told over it)."""
    waiting: list[str] = []
    for place, line in _places(lines):
        if line.startswith("#"):
            waiting.append(line)
        elif place.line:
            yield from ((place, comment) for comment in waiting)
            waiting = []
            if trailing := _TRAILING.match(line):
                yield place, trailing[1]


def _places(lines: Sequence[str]) -> Iterator[tuple[_Place, str]]:
    """Yield each line with its place; a line that is neither a header nor a field has none."""
    ids = _ids(lines)
    item, table, number = "", "", -1
    for line in lines:
        header, field = _HEADER.match(line), _FIELD.match(line)
        if header:
            table = header[1]
            if line.startswith("[["):
                number += 1
                item = ids[number]
        name = table if header else f"{table}.{field[1]}" if field else ""
        yield _Place(item, name), line


def _ids(lines: Sequence[str]) -> list[str]:
    """Return the id of each item in the file, in order; of one that has none yet, its question."""
    found: list[str] = []
    for line in lines:
        if line.startswith("[["):
            found.append("")
        elif found and line.startswith("id = "):
            found[-1] = line.removeprefix("id = ").strip()
        elif found and not found[-1] and line.startswith("question = "):
            found[-1] = line.removeprefix("question = ").strip()
    return found
