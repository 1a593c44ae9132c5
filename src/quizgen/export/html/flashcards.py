"""Flashcards to cut out: pages of fronts, each followed by the page of its backs as the paper turns them over."""

from collections.abc import Sequence
from dataclasses import dataclass

from quizgen.export.base import LeftOut
from quizgen.export.html.pages import QuizPage
from quizgen.export.html.printed_items import PrintedItem

COLUMNS = 2
ROWS = {"plain": 4, "large-print": 2, "dyslexia": 3}  # by look
SIZES = ((40, "short"), (110, "middle"), (210, "long"))  # the characters that a card holds in a size; more are "full"
MOST = 380  # characters; more would leave the card
TOO_LONG = "a card to cut out has no room for it"


@dataclass(frozen=True, slots=True)
class CardSheet:
    """Two sides of one sheet of paper, row by row; None is a place without a card."""

    fronts: tuple[tuple[PrintedItem | None, ...], ...]
    backs: tuple[tuple[PrintedItem | None, ...], ...]


def card_sheets(page: QuizPage, look: str, flip: str) -> tuple[CardSheet, ...]:
    """Return the sheets to print on both sides; `flip` is the edge ("long" or "short") over which the printer turns the paper."""
    cards = [each for each in page.items if fits(each)]
    rows = ROWS[look]
    return tuple(_sheet(cards[start : start + rows * COLUMNS], rows, flip) for start in range(0, len(cards), rows * COLUMNS))


def left_out(page: QuizPage) -> tuple[LeftOut, ...]:
    """Return the items that no card holds."""
    return tuple(LeftOut("flashcards", each.item.id, TOO_LONG) for each in page.items if not fits(each))


def fits(each: PrintedItem) -> bool:
    """True where both sides of an item fit on a card."""
    front = sum(len(part) for part in each.question) + sum(len(choice.text) + 8 for choice in each.choices)
    return each.item.form not in {"matching", "ordering"} and max(front, len(each.key) + len(each.correction)) <= MOST


def card_size(text: str) -> str:
    """Return the name of the size in which a text stands on a card."""
    return next((name for most, name in SIZES if len(text) <= most), "full")


def _sheet(cards: Sequence[PrintedItem], rows: int, flip: str) -> CardSheet:
    padded = [*cards, *[None] * (rows * COLUMNS - len(cards))]
    fronts = tuple(tuple(padded[row * COLUMNS : (row + 1) * COLUMNS]) for row in range(rows))
    # Over the long edge left and right change places; over the short edge the last row comes first.
    backs = fronts[::-1] if flip == "short" else tuple(row[::-1] for row in fronts)
    return CardSheet(fronts, backs)
