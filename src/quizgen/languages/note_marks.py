"""Marks of notes, as encyclopedias print them behind a claim: "[17]", "[note 2]", "a priest,:10 had"."""

import re
from collections.abc import Iterator

INSIDE = re.compile(r"(?:\s*\[(?:\d+|[a-z]|note \d+)\])+|(?<=[^\W\d],):\d+(?=\s)|(?<=[^\W\d]):\d+(?=\s)")
CLOSING = re.compile(r"(?:\s*\[[^\]\[]{1,40}\]|\s*:\d+(?:[–:,-]\d+)*)+\s*$")  # also [citation needed], :4–5 after a full stop


def inside(text: str) -> Iterator[re.Match[str]]:
    """Yield the marks in a text."""
    return INSIDE.finditer(text) if may_hold(text) else iter(())


def without(text: str) -> str:
    """Return a text without the marks in it and the space at its end."""
    return (INSIDE.sub("", text) if may_hold(text) else text).rstrip()


def without_closing(text: str) -> str:
    """Return a text without the marks and the space at its end."""
    bare = text.rstrip()
    return CLOSING.sub("", text).rstrip() if bare[-1:] == "]" or bare[-1:].isdecimal() else bare


def may_hold(text: str) -> bool:
    """Return False for nearly every text: a pattern is tried at each of its letters."""
    return "[" in text or ":" in text
