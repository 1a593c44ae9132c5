"""An argument of a clause: the words of one complement, its slot and value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgen.article import TextSpan
from quizgen.facts import Value
from quizgen.syntax.tree import opens, text_of

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True)
class Argument:
    """One complement of a clause: its tokens in order, its slot ("" when nothing asks for it) and the slot's value."""

    tokens: tuple[Token, ...]
    slot: str = ""
    value: Value | None = None
    value_text: str = ""
    is_lead: bool = False
    is_adverb: bool = False  # stands between subject and finite verb
    told: str = ""  # a relative date in full, with its preposition: the words that replace the tokens
    anchors: tuple[TextSpan, ...] = ()  # the dates it was told from
    is_left_out: bool = False  # a time told from another: « lundi dernier »
    is_governed: bool = False  # an object behind a preposition that the verb asks for


def in_order(found: Sequence[Argument]) -> list[Argument]:
    """Return arguments as they follow the verb: what stood before the subject comes last."""
    return sorted(found, key=lambda a: (a.is_lead, a.tokens[0].i))


def lead_text(argument: Argument) -> str:
    """Return an argument's words as in the middle of a sentence."""
    first = argument.tokens[0]
    text = text_of(argument.tokens)
    if argument.told:
        return argument.told
    if opens(first) and first.pos_ != "PROPN" and not first.text[1:2].isupper():
        return text[:1].lower() + text[1:]
    return text


def starts_with(text: str, markers: frozenset[str]) -> str:
    """Return the longest of `markers` that opens `text`, or ""."""
    low = text.lower().replace("’", "'")
    found = [m for m in markers if low.startswith(m + " ") or (m.endswith("'") and low.startswith(m))]
    return max(found, key=len, default="")
