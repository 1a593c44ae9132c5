"""Flaws of the key: it can be read in the stem, it is too long, it is not all of the answer."""

import re
from functools import cache

from quizgen.flaws.wording import Wording
from quizgen.items import Item
from quizgen.languages.words import gives_away, roots, stands_in

LONGEST = 12  # words of a key
MOST_MEMBERS = 3  # things on one card


def key_in_stem(item: Item, wording: Wording) -> str:
    """The key, or a name in it, stands in the stem."""
    key = _key(item)
    names = re.findall(r"(?<!^)\b[A-ZÀ-Þ][\w-]{2,}", key)
    found = next((words for words in [key, *names] if stands_in(words, item.question)), "")
    return f"the key's {found!r} stands in the stem" if found else ""


def key_in_context(item: Item, wording: Wording) -> str:
    """The line above the stem gives the key away."""
    return "the context holds the key" if item.context and gives_away(_key(item), item.context) else ""


def key_root_in_stem(item: Item, wording: Wording) -> str:
    """Every longer word of the key has one of its family in the stem: « fondateur » for « Qui fonda … ». A number keeps its unit."""
    if wording.language.find_quantities(_key(item)):
        return ""
    key = roots(_key(item))
    return "the key's words stand in the stem" if key and key <= roots(item.question) else ""


def key_word_in_stem(item: Item, wording: Wording) -> str:
    """Some word of the key has one of its family in the stem: "containers" for "Kata Containers"."""
    key = roots(_key(item))
    shared = key & roots(item.question)
    is_number = bool(wording.language.find_quantities(_key(item)))
    return f"the key shares {', '.join(sorted(shared))}… with the stem" if shared and not is_number else ""


def key_too_long(item: Item, wording: Wording) -> str:
    """A key is learnt as one thing."""
    words = len(_key(item).split())
    return f"the key has {words} words" if words > LONGEST else ""


def long_list(item: Item, wording: Wording) -> str:
    """More than three things on one card are not remembered."""
    members = [member for member in re.split(r",| et | and | & | ou | or ", _key(item)) if member.strip()]
    is_list = len(members) > MOST_MEMBERS and all(len(member.split()) <= 5 for member in members)
    return f"the key lists {len(members)} things" if is_list else ""


def open_list(item: Item, wording: Wording) -> str:
    """« … », "etc.", "such as": the key is only a part of the answer."""
    key = _key(item)
    markers = wording.language.lexicon.words("open_list", "markers")
    telling = sorted(marker for marker in markers if " " in marker or not marker.isalpha() or marker == "etc")  # not « comme », "like"
    found = next((marker for marker in telling if _begins_a_word(marker, key)), "")
    return f"the key is open: {found!r}" if found else ""


def _begins_a_word(marker: str, text: str) -> bool:
    return _beginning(marker).search(text) is not None


@cache
def _beginning(marker: str) -> re.Pattern[str]:
    edge = r"\b" if marker[0].isalpha() else ""
    return re.compile(edge + re.escape(marker), re.IGNORECASE)


def _key(item: Item) -> str:
    return item.answer if isinstance(item.answer, str) else ""
