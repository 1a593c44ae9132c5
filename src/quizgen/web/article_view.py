"""The article as the page shows it: its blocks cut where something begins or ends that is marked in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from quizgen.article import Article, Block, BlockKind, TextSpan
from quizgen.export.evidence import answer_place
from quizgen.items import Item
from quizgen.languages import get_language
from quizgen.quiz import Quiz


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of the article that is marked in one way; `start` is its place in the article, `text` is typeset.

    `item` is an item that it is evidence of, or "".
    """

    start: int
    text: str
    marks: tuple[str, ...]  # "evidence", "key", "support" of the item looked at; "other" where another item has its evidence
    item: str = ""


@dataclass(frozen=True, slots=True)
class ShownBlock:
    """A block of the article. `number` is a paragraph's, from 1; 0 for what is no prose."""

    kind: str
    number: int
    start: int
    end: int
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    name: str
    item: str


def shown_article(quiz: Quiz, current: Item | None) -> tuple[ShownBlock, ...]:
    """Return the article's blocks with the proof of `current` marked, and, quieter, the evidence of the other items that stand."""
    article = quiz.article
    marks = [*_current_marks(current), *_other_marks(quiz.items, current)]
    return tuple(
        ShownBlock(str(block.kind), article.paragraph_number(block.start), block.start, block.end, _stretches(block, text, marks))
        for block, text in _typeset(article)
    )


@lru_cache(maxsize=4)  # an article of 50,000 words is typeset once, not at every step
def _typeset(article: Article) -> tuple[tuple[Block, str], ...]:
    """Return the article's blocks, each with its text as it is shown; places in it are places in the article."""
    typeset = get_language(article.language).typeset if article.text else str
    blocks = article.blocks or (Block(BlockKind.PARAGRAPH, 0, len(article.text)),)
    texts = ((block, article.text[block.start : block.end]) for block in blocks)
    return tuple((block, shown if _is_place_by_place(shown := typeset(text), text) else text) for block, text in texts)


def _current_marks(item: Item | None) -> list[_Mark]:
    if item is None or item.proof is None:
        return []
    evidence, support = item.proof.evidence, item.proof.support
    marks = [_mark(evidence, "evidence", item.id), *(_mark(span, "support", item.id) for span in support)]
    if place := answer_place(item, evidence.text):
        marks.append(_Mark(evidence.start + place[0], evidence.start + place[1], "key", item.id))
    return marks


def _other_marks(items: Sequence[Item], current: Item | None) -> list[_Mark]:
    others = (item for item in items if item is not current and item.status != "rejected")
    return [_mark(item.proof.evidence, "other", item.id) for item in others if item.proof is not None]


def _mark(span: TextSpan, name: str, item: str) -> _Mark:
    return _Mark(span.start, span.end, name, item)


def _stretches(block: Block, text: str, marks: Sequence[_Mark]) -> tuple[Stretch, ...]:
    inside = [mark for mark in marks if mark.start < block.end and mark.end > block.start]
    ends = {block.start, block.end, *(max(block.start, m.start) for m in inside), *(min(block.end, m.end) for m in inside)}
    parts = pairwise(sorted(ends))
    return tuple(_stretch(text[start - block.start : end - block.start], start, end, inside) for start, end in parts)


def _is_place_by_place(shown: str, text: str) -> bool:
    """Return whether typesetting has changed spaces and marks alone, each into one."""
    same = (a == b or not (a.isalnum() or b.isalnum()) for a, b in zip(shown, text, strict=False))
    return len(shown) == len(text) and all(same)


def _stretch(text: str, start: int, end: int, marks: Sequence[_Mark]) -> Stretch:
    over = [mark for mark in marks if mark.start <= start and mark.end >= end]
    item = next((mark.item for mark in over if mark.name == "other"), "")
    return Stretch(start, text, tuple(dict.fromkeys(mark.name for mark in over)), item)
