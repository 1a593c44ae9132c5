"""Lists without bullets: items that end in commas, labels with their values, runs of short lines."""

import re
from collections.abc import Callable

from quizgen.article import BlockKind
from quizgen.reading.sheet import Decisions, Kinds, Sheet

LABEL = re.compile(r"[^:.;«»\"]{2,45}(?:\s?:|\s[–-])\s\S")
LONGEST_ITEM = 25  # words; the answers of an interview ("Jeanne Doe : …") are longer
LONGEST_SHORT = 14
FEWEST_LABELS = 3
FEWEST_SHORT = 4  # three in a row may be a heading, one below it and a caption


def find_lists(sheet: Sheet, kinds: Kinds) -> Decisions:
    """Return the lines that make a list by standing together."""
    tests: tuple[tuple[Callable[[int], bool], int], ...] = (
        (lambda number: sheet.lines[number].text.endswith((",", ";")), 2),
        (lambda number: _has_label(sheet, number), FEWEST_LABELS),
        (lambda number: _is_short(sheet, number), FEWEST_SHORT),
    )
    found: dict[int, BlockKind] = {}
    for is_item, fewest in tests:
        run: list[int] = []
        for number in range(len(kinds) + 1):
            if number < len(kinds) and kinds[number] is None and is_item(number):
                run.append(number)
            else:
                if len(run) >= fewest:
                    found.update(dict.fromkeys(run, BlockKind.LIST_ITEM))
                run = []
    return found


def _has_label(sheet: Sheet, number: int) -> bool:
    line = sheet.lines[number]
    return line.words <= LONGEST_ITEM and LABEL.match(line.text) is not None


def _is_short(sheet: Sheet, number: int) -> bool:
    line = sheet.lines[number]
    return line.words <= LONGEST_SHORT and not line.is_sentence and not line.text.endswith(":")


def find_items_after_colon(sheet: Sheet, kinds: Kinds) -> Decisions:
    """Return the short lines below a line that announces them with a colon."""
    found: dict[int, BlockKind] = {}
    announced = False
    for number, line in enumerate(sheet.lines):
        if announced and kinds[number] is None and _is_short(sheet, number):
            found[number] = BlockKind.LIST_ITEM
        else:
            announced = line.text.endswith(":")
    return found
