"""Numbers of a sentence that may be blanked: how many or how much of what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quizgen.extraction.arguments.quantities import MONEY, YEAR
from quizgen.languages.base import QuantityMatch
from quizgen.syntax.analysis import Analysis, Sentence
from quizgen.syntax.tree import children, relation

SMALLEST, SMALLEST_IN_NEWS = 13, 3  # elsewhere readers found small counts guessed or idle, "three large parks"; news count people
MOST = 2  # numbers of a sentence: more are a list of figures
SIGN = re.compile(r"(?:US|AU|CA|NZ|HK)?[€$£¥₹]\s?\Z")  # before the number it belongs to: « $ ____ » is no blank
UNIT = re.compile(r"[\s\u202f\u00a0]+(?:de\s|d['’]|of\s)?([^\W\d_]{2,})")
RANGE = re.compile(r"\d[-–]\d")
GOES_ON = re.compile(r"\s+(?:au|to)\s+\d")  # « du 25 au 27 janvier »: days, and no count


@dataclass(frozen=True)
class Number:
    """A number in a sentence (code points `start` to `end`, its qualifier left out), and what it counts."""

    start: int
    end: int
    number: str
    qualifier: str
    unit: str
    is_percentage: bool


def numbers(sentence: Sentence, analysis: Analysis) -> Iterator[Number]:
    """Yield the numbers of a sentence that may be asked for."""
    text = sentence.evidence.text
    dates = analysis.language.find_dates(text)
    found = [n for n in analysis.language.find_quantities(text) if not any(d.start < n.end and n.start < d.end for d in dates)]
    for match in found if len(found) <= MOST else ():
        if counts(match, text, analysis) and stands_before_noun(match, sentence) and not can_be_counted(match, sentence):
            sign = SIGN.search(text[: match.bare])
            start = sign.start() if sign else match.bare
            yield Number(start, match.end, match.number, match.qualifier, unit_after(text[match.end :]), match.is_percentage)


def counts(match: QuantityMatch, text: str, analysis: Analysis) -> bool:
    """Return True for a number that says how much of what: no rank, no year, no part of a name, no "one" or "two", no conversion."""
    opening, before = text[: match.start], text[: match.start].split()
    if GOES_ON.match(text[match.end :]):
        return False
    if match.is_open or opening.count("(") > opening.count(")") or RANGE.search(text[match.start : match.end + 2]):
        return False
    settings = analysis.settings
    is_timed = bool(before) and before[-1].lower() in settings.words("arguments", "before_clock")
    if is_timed and unit_after(text[match.end :]) in settings.words("arguments", "clock"):
        return False  # « à 21 heures »
    if before and before[-1].lower().strip("(") in analysis.settings.words("arguments", "before_no_gap"):
        return False
    if len(before) > 1 and before[-1][:1].isupper():  # "Article 5", "Apollo 11"
        return False
    if match.is_percentage or MONEY.search(text[max(0, match.start - 1) : match.end + 2]):
        return True
    least = SMALLEST_IN_NEWS if analysis.is_news else SMALLEST
    is_whole = float(match.number).is_integer()
    return bool(unit_after(text[match.end :])) and YEAR.fullmatch(match.number) is None and is_whole and float(match.number) >= least


def unit_after(rest: str) -> str:
    """Return the word that a number counts, right behind it, or ""."""
    found = UNIT.match(rest)
    return found[1] if found and found[1][0].islower() else ""


def can_be_counted(match: QuantityMatch, sentence: Sentence) -> bool:
    """Return True for a small number of things that the sentence lists: « trois groupes, A, B et C », "the three sources are …"."""
    if not match.number.isdigit() or int(match.number) >= SMALLEST:
        return False
    lists = [1 + sum(relation(t) == "conj" for t in head.subtree if t.head == head or t.head.head == head) for head in sentence.span
             if children(head, "conj")]  # fmt: skip
    return int(match.number) in lists


def stands_before_noun(match: QuantityMatch, sentence: Sentence) -> bool:
    """Return False for a number that names what stands before it: « le numéro d'urgence 911 »."""
    start = sentence.evidence.start - int(sentence.span.doc.user_data["offset"]) + match.start
    number = next((t for t in sentence.span if t.idx >= start), None)
    return number is None or match.is_percentage or relation(number) not in {"nmod", "appos", "flat"} or number.head.i > number.i
