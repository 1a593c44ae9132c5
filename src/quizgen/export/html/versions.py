"""Versions A, B, C … of a quiz: the same items, with items and options in another order, drawn from the quiz's seed."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from string import ascii_uppercase

from quizgen.export.base import kept_items
from quizgen.export.html.pages import SECTION_ORDER, QuizPage
from quizgen.export.html.printed_items import PrintedItem
from quizgen.items import Item, Matching, MultipleChoice, seeded
from quizgen.quiz import Quiz

TRIES = 24  # shuffles of a section, of which the one is taken that leaves fewest items where another version has them
_NUMBER = re.compile(r"\D{0,15}?(\d[\d\s\u00a0\u202f]*(?:[.,]\d+)?)")


@dataclass(frozen=True, slots=True)
class Correspondence:
    """An item in all versions: where it stands in each, in the order of the versions."""

    question: PrintedItem
    places: tuple[PrintedItem, ...]


def letters(count: int) -> tuple[str, ...]:
    """Return the letters of `count` versions; one alone has none."""
    return tuple(ascii_uppercase[:count]) if count > 1 else ("",)


def versions(quiz: Quiz, count: int) -> tuple[Quiz, ...]:
    """Return `count` versions of a quiz without its rejected items; the first is the quiz as it stands."""
    first = sorted(kept_items(quiz), key=lambda item: SECTION_ORDER.index(item.form))
    sections = [list(members) for _, members in groupby(first, key=lambda item: item.form)]
    orders = [[section] for section in sections]
    for number in range(1, count):
        for earlier in orders:
            earlier.append(_reordered(earlier, quiz.seed, number))
    made = ([_turned(item, quiz.seed, number) for order in orders for item in order[number]] for number in range(count))
    return tuple(replace(quiz, items=tuple(items)) for items in made)


def correspondences(pages: Sequence[QuizPage]) -> tuple[Correspondence, ...]:
    """Return, for each item of the first version, where the others have it."""
    places = [{each.item.id: each for each in page.items} for page in pages]
    return tuple(Correspondence(each, tuple(place[each.item.id] for place in places)) for each in pages[0].items)


def letter_named(item: Item, words: str) -> str:
    """Return the letter of an option that an item's feedback names ("option B", "(B)"), or ""; `words` are what may stand before it."""
    if not isinstance(item, MultipleChoice | Matching):
        return ""
    count = len(item.options) if isinstance(item, MultipleChoice) else len(item.answer) + len(item.distractors)
    last = ascii_uppercase[min(count, 26) - 1]
    found = re.search(rf"(?i:\b(?:{words}))\s+[«“\"(]?\s*([A-{last}])(?!\w)|\(([A-{last}])\)", item.feedback)
    return (found[1] or found[2]) if found else ""


def _reordered(earlier: Sequence[list[Item]], seed: int, version: int) -> list[Item]:
    """Return a section's items in an order of their own. Items of one context stay together, because it is printed once above them."""
    tries = (_shuffled(earlier[0], seed, f"{version}.{number}") for number in range(TRIES))
    return min(tries, key=lambda order: sum(_same_places(order, other) for other in earlier))


def _shuffled(items: Sequence[Item], seed: int, name: str) -> list[Item]:
    groups = [list(members) for _, members in groupby(items, key=lambda item: item.context or item.id)]
    groups = [sorted(group, key=lambda item: seeded(seed, "item", name, item.id)) for group in groups]
    groups.sort(key=lambda group: seeded(seed, "group", name, *sorted(item.id for item in group)))
    return [item for group in groups for item in group]


def _same_places(one: Sequence[Item], other: Sequence[Item]) -> int:
    return sum(first.id == second.id for first, second in zip(one, other, strict=True))


def _turned(item: Item, seed: int, version: int) -> Item:
    """Return an item with its options or premises in the order of a version."""
    if version == 0:
        return item
    match item:
        case MultipleChoice():
            return replace(item, options=tuple(_options(item, seed, version)))
        case Matching():
            name = str(version)
            return replace(item, answer=tuple(sorted(item.answer, key=lambda pair: seeded(seed, "premise", name, item.id, *pair))))
        case _:
            return item


def _options(item: MultipleChoice, seed: int, version: int) -> Iterator[str]:
    """Give the options with the key in a place of its own: no two versions share it while there are places left.

    Numbers that rise or fall do so in every version, as options should.
    """
    if _is_sorted(item.options):
        yield from item.options[:: -1 if version % 2 else 1]
        return
    here = item.options.index(item.answer)
    places = [here, *sorted(set(range(len(item.options))) - {here}, key=lambda place: seeded(seed, "place", item.id, str(place)))]
    place = places[version % len(places)]
    others = sorted(
        (text for text in item.options if text != item.answer), key=lambda text: seeded(seed, "option", str(version), item.id, text)
    )
    yield from (*others[:place], item.answer, *others[place:])


def _is_sorted(options: Sequence[str]) -> bool:
    """True where every option begins with a number, and they rise or fall: 31 mètres, 47 mètres, 52 mètres."""
    found = [_NUMBER.match(option) for option in options]
    numbers = [float(re.sub(r"[\s\u00a0\u202f]", "", match[1]).replace(",", ".")) for match in found if match]
    return len(numbers) == len(options) > 1 and numbers in (sorted(numbers), sorted(numbers, reverse=True))
