"""Markdown: the markup is turned into plain text, and what it says of headings, lists and captions is kept."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from quizgen.article import BlockKind
from quizgen.reading.draft import Draft, join_pieces
from quizgen.reading.header import split_header
from quizgen.reading.shape import WIDEST_WRAP

if TYPE_CHECKING:
    from markdown_it.token import Token

KIND_INSIDE = {"heading": BlockKind.HEADING, "list_item": BlockKind.LIST_ITEM, "tr": BlockKind.LIST_ITEM}
TAG = re.compile(r"<!--.*?-->|</?[A-Za-z][^>]*>", re.DOTALL)


def read_markdown(text: str, name: str) -> Draft:
    """Return an article in Markdown as plain text, its blocks parted by blank lines.

    Headings, list items, table rows and the captions of images are marked as such; code is left out. Raises ReadingError for a
    broken header.
    """
    metadata, body = split_header(text, name)
    return join_pieces(_stretches(body), metadata)


def _stretches(body: str) -> Iterator[tuple[BlockKind | None, str]]:
    """Give kind and text of each block, a row of a table being one."""
    from markdown_it import MarkdownIt

    inside: list[BlockKind] = []
    cells: list[str] = []
    for token in MarkdownIt("commonmark").enable("table").parse(body):
        container = token.type.rpartition("_")[0]
        if container in KIND_INSIDE and token.nesting == 1:
            inside.append(KIND_INSIDE[container])
        elif container in KIND_INSIDE and token.nesting == -1:
            inside.pop()
            if container == "tr":
                yield BlockKind.LIST_ITEM, " | ".join(cells)
                cells = []
        elif container in {"th", "td"} and token.nesting == 1:
            cells.append("")
        elif token.type == "inline":
            kind, text = _inline(token.children or [])
            if cells:
                cells[-1] = text
            else:
                yield from (((inside[-1] if inside else kind), line) for line in _paragraphs(text))


def _paragraphs(text: str) -> list[str]:
    """Return a wrapped paragraph on one line; long lines without blank lines between are paragraphs that were pasted so."""
    lines = text.split("\n")
    return lines if max(map(len, lines)) > 2 * WIDEST_WRAP else [" ".join(lines)]


def _inline(tokens: Sequence["Token"]) -> tuple[BlockKind | None, str]:
    """Return the text of a block without its marks, and CAPTION when it is an image only (its description then is the text)."""
    content = [token for token in tokens if token.type not in {"softbreak", "hardbreak"} and token.content.strip()]
    if content and all(token.type == "image" for token in content):
        return BlockKind.CAPTION, " ".join(token.content for token in content)
    parts = []
    for token in tokens:
        if token.type in {"softbreak", "hardbreak"}:
            parts.append("\n")
        elif token.type in {"text", "code_inline"}:
            parts.append(token.content)
    return None, TAG.sub("", "".join(parts))
