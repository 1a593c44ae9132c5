"""An article: its text, which never changes, and what each stretch of it is."""

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property


class BlockKind(StrEnum):
    """What a stretch of an article is; only prose may be primary evidence."""

    TITLE = "title"
    STANDFIRST = "standfirst"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    CAPTION = "caption"
    PULL_QUOTE = "pull_quote"
    BYLINE = "byline"
    CREDIT = "credit"
    NAVIGATION = "navigation"


PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.STANDFIRST})


@dataclass(frozen=True, slots=True)
class TextSpan:
    """A stretch of `Article.text`: `article.text[start:end] == text`; offsets are code points."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the article and what it is; blocks are in order and do not overlap."""

    kind: BlockKind
    start: int
    end: int

    @property
    def is_prose(self) -> bool:
        """True where facts may have their primary evidence."""
        return self.kind in PROSE


@dataclass(frozen=True)
class Article:
    """A text with its origin. `id` is its canonical URL, else the header's id, else language and normalized title."""

    id: str
    text: str
    language: str
    title: str = ""
    author: str = ""
    url: str = ""
    licence: str = ""
    published: str = ""  # ISO 8601 date, as precise as known, or ""
    retrieved: str = ""  # ISO 8601 date, or ""
    blocks: tuple[Block, ...] = ()

    def span(self, start: int, end: int) -> TextSpan:
        """Return the stretch from `start` to `end`, both code points."""
        return TextSpan(start, end, self.text[start:end])

    def blocks_of(self, *kinds: BlockKind) -> tuple[Block, ...]:
        """Return the blocks of these kinds, in the order of the text."""
        return tuple(block for block in self.blocks if block.kind in kinds)

    @cached_property
    def prose(self) -> tuple[Block, ...]:
        """The blocks that may hold primary evidence, in order."""
        return tuple(block for block in self.blocks if block.is_prose)

    def paragraph_number(self, offset: int) -> int:
        """Return the number, from 1, of the prose block that holds `offset`; 0 outside prose."""
        number = bisect_right(self.prose, offset, key=lambda block: block.start)
        return number if number and offset < self.prose[number - 1].end else 0
