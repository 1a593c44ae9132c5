"""Flaws of options: the key shows, or two options are one."""

import re
from itertools import combinations

from quizgen.flaws.wording import Wording
from quizgen.items import Item, MultipleChoice
from quizgen.languages.words import plain, stands_in

FEWEST, MOST = 3, 5


def overlapping_options(item: Item, wording: Wording) -> str:
    """Two options are the same, or one holds the other."""
    for one, other in combinations(options(item), 2):
        if plain(one).casefold() == plain(other).casefold() or stands_in(one, other) or stands_in(other, one):
            return f"{one!r} and {other!r} overlap"
    return ""


def key_not_an_option(item: Item, wording: Wording) -> str:
    """The key must be among the options."""
    return "the key is no option" if isinstance(item, MultipleChoice) and item.answer not in item.options else ""


def number_of_options(item: Item, wording: Wording) -> str:
    """Three to five options."""
    count = len(options(item))
    return f"there are {count} options" if isinstance(item, MultipleChoice) and not FEWEST <= count <= MOST else ""


def longest_key(item: Item, wording: Wording) -> str:
    """The key is clearly the longest option: who knows nothing takes the longest."""
    longest = max((len(option) for option in distractors(item)), default=0)
    key = item.answer if isinstance(item, MultipleChoice) else ""
    return "the key is the longest option" if longest and len(key) > 1.5 * longest and len(key) > longest + 8 else ""


def mixed_options(item: Item, wording: Wording) -> str:
    """Only some options hold a figure, or open with a capital: they are not of one kind."""
    all_options = options(item)
    for what, pattern in (("figures", r"\d"), ("capitals", r"^\W*[A-ZÀ-Þ]")):
        if len({re.search(pattern, option) is not None for option in all_options}) > 1:
            return f"only some options have {what}"
    return ""


def option_in_stem(item: Item, wording: Wording) -> str:
    """A distractor that stands in the stem is no option."""
    found = next((option for option in distractors(item) if stands_in(option, item.question)), "")
    return f"the option {found!r} stands in the stem" if found else ""


def all_of_the_above(item: Item, wording: Wording) -> str:
    """« toutes les réponses » asks for logic, not for knowledge."""
    found = next((option for option in options(item) if wording.pattern("all_of_the_above").search(option)), "")
    return f"{found!r} is no option" if found else ""


def options(item: Item) -> tuple[str, ...]:
    """Return an item's options; none where it has none."""
    return item.options if isinstance(item, MultipleChoice) else ()


def distractors(item: Item) -> tuple[str, ...]:
    """Return an item's options without its key."""
    return tuple(option for option in options(item) if option != item.answer)
