"""The lines of a quiz file and what each begins: where a person's comment stands."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from quizgen.quizfile.item_reading import id_of
from quizgen.quizfile.layout import ITEM_TABLES

# All that may hold a "#" or go on over the end of a line: texts of four kinds, comments, lists and tables on one line.
_TOKEN = re.compile(
    r'"""(?:\\.|(?!""").)*"{3,5}|'
    r"'''.*?'{3,5}|"
    r'"(?:\\.|[^"\\\n])*"|'
    r"'[^'\n]*'|"
    r"#[^\n]*|[\[\]{}\n]",
    re.DOTALL,
)
_HEADER = re.compile(r"""\s*(\[\[?)\s*([^\[\]"'#]+?)\s*\]""")
_FIELD = re.compile(r"""\s*["']?([\w-]+)["']?\s*=""")


@dataclass(frozen=True, slots=True)
class Place:
    """A line that begins something: in which item ("" outside of items), and the name of the table or field, "" for an item's header."""

    item: str
    name: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line with its comment, "" without one, and the place it begins, None where it begins none.

    `is_apart` is true of a comment that has its line to itself and does not stand within a list.
    """

    text: str
    comment: str
    place: Place | None
    is_apart: bool


def lines_of(text: str, data: Mapping[str, Any]) -> list[Line]:
    """Return the lines of a quiz file; `data` is what TOML reads in it."""
    comments, inside = _comments_and_values(text)
    ids = {table: [id_of(row, _article_id(data)) for row in data.get(table, [])] for table in ITEM_TABLES}
    seen: Counter[str] = Counter()
    item, table = "", ""
    lines: list[Line] = []
    for number, line in enumerate(text.split("\n")):
        place = None
        if number not in inside and (header := _HEADER.match(line)):
            table = header[2]
            if header[1] == "[[" and table in ids:
                item = ids[table][seen[table]]
                seen[table] += 1
            item = item if table.split(".")[0] in ids else ""
            place = Place(item, _within(table))
        elif number not in inside and (field := _FIELD.match(line)):
            place = Place(item, f"{_within(table)}.{field[1]}")
        comment = comments.get(number, "")
        lines.append(Line(line, comment, place, number not in inside and line.lstrip().startswith("#")))
    return lines


def questions_by_id(data: Mapping[str, Any]) -> dict[str, str]:
    """Return the question of each item of a quiz file by the item's id."""
    rows = (row for table in ITEM_TABLES for row in data.get(table, []))
    return {id_of(row, _article_id(data)): str(row.get("question", "")) for row in rows}


def _comments_and_values(text: str) -> tuple[dict[int, str], set[int]]:
    """Return the comments by their line, and the lines that go on with a value begun on an earlier one."""
    comments: dict[int, str] = {}
    inside: set[int] = set()
    number = depth = 0
    for token in (match[0] for match in _TOKEN.finditer(text)):
        if token.startswith("#"):
            comments[number] = token
        elif token in "[{]}":
            depth += 1 if token in "[{" else -1
        else:
            for _ in range(token.count("\n")):
                number += 1
                if depth or token != "\n":
                    inside.add(number)
    return comments, inside


def _article_id(data: Mapping[str, Any]) -> str:
    article = data.get("article", {})
    return str(article.get("id", "")) if isinstance(article, dict) else ""


def _within(table: str) -> str:
    """Return a table's name without that of the list of items it is in: "item.proof" and "vanished.proof" are one."""
    first, _, rest = table.partition(".")
    return rest if first in ITEM_TABLES else table
