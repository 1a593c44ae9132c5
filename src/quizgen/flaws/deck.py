"""Flaws between two items of one quiz: they are one question, or one answers the other."""

from collections.abc import Sequence
from itertools import combinations

from quizgen.items import Finding, Item, MultipleChoice, TrueFalse
from quizgen.languages.words import plain, roots, stands_in

_SAME = 0.7  # share of words in common from which two stems with one key are one question
_TOLD = 0.4  # share of a stem's words in another's from which the other, if it holds the key, gives it away


def repeats(one: Item, other: Item) -> bool:
    """Return whether two items ask the same thing: the same stem, or like stems for one key.

    A statement to be judged repeats whatever is worded like it: « Zuul naît en 2010 » says what « ____ naît en 2010 » asks.
    """
    if plain(one.question).casefold() == plain(other.question).casefold():
        return True
    words, others = roots(one.question), roots(other.question)
    shared = len(words & others)
    if isinstance(one, TrueFalse) or isinstance(other, TrueFalse):
        return shared >= _SAME * max(1, len(words | others))
    return shared >= _SAME * max(1, min(len(words), len(others))) and str(one.answer).casefold() == str(other.answer).casefold()


def gives_away(one: Item, other: Item) -> bool:
    """Return whether what is printed of `one` answers `other`: its text holds the key and speaks of the same."""
    if not isinstance(other.answer, str):
        return False
    printed = f"{one.question} {' '.join(one.options) if isinstance(one, MultipleChoice) else ''}"
    if not stands_in(other.answer, printed):
        return False
    asked = roots(other.question) - roots(other.answer)
    return len(asked & roots(one.question)) >= _TOLD * max(1, len(asked))


def clash(one: Item, other: Item) -> str:
    """Return why two items do not go together in one quiz, or ""."""
    if repeats(one, other):
        return "repeats another item"
    return "gives away another item's key" if gives_away(one, other) or gives_away(other, one) else ""


def find_deck_flaws(items: Sequence[Item]) -> tuple[tuple[Item, Finding], ...]:
    """Return the findings between items, each with the later item of its pair."""
    pairs = ((later, earlier, clash(earlier, later)) for earlier, later in combinations(items, 2))
    return tuple((later, Finding("clash", f"{reason}: {earlier.id}", "fatal")) for later, earlier, reason in pairs if reason)
