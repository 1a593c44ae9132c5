"""Quantities that open a phrase, with the thing counted: "30,000 people"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from quizgen.facts import Quantity
from quizgen.languages.base import QuantityMatch
from quizgen.syntax.analysis import Analysis
from quizgen.syntax.tree import children, feature, is_contiguous, opens, text_of

if TYPE_CHECKING:
    from spacy.tokens import Token

LONGEST_UNIT = 8  # words of what is counted
MONEY = re.compile(r"[$£€¥₹]")
YEAR = re.compile(r"1\d{3}|20\d\d")  # "opened 2012 with a victory" counts nothing


def quantity_of(head: Token, words: Sequence[Token], analysis: Analysis) -> Quantity | None:
    """Return the quantity that opens a phrase, with the thing counted, or None when it opens with no number."""
    if not is_contiguous(words):
        return None
    text = text_of(words)
    match = opening_quantity(text, analysis)
    if match is not None and text[match.end :].startswith(("'s", "’s")):  # "2003's comedy"
        return None
    if match is not None and is_in_name(text[match.start : match.end], words, analysis):
        return None
    if analysis.language.find_dates(text) or any(t.lower_ in analysis.settings.words("arguments", "agent") for t in words):
        return None  # « trois volumes le 7 août 1854 », « 223 par la Ligue »: more than what is counted
    is_year = match is not None and match.number == text.strip() and YEAR.fullmatch(match.number) is not None
    if match is None or is_year or match.is_open or match.number in {"1", "2"} or len(text[match.end :].split()) > LONGEST_UNIT:
        return None
    unit = text[match.end :].strip()
    if not (unit or match.is_percentage or MONEY.search(text)):  # "after 211", "lost 1 to 3"
        return None
    unit = unit[2:].strip() if unit.startswith(("d'", "d’")) else unit.removeprefix("de ").removeprefix("of ").strip()
    counted = next((c for c in (head, *children(head, "nmod")) if c.pos_ == "NOUN"), None)
    behind = [t for t in words if t.idx - words[0].idx >= match.end]
    if behind and behind[0].pos_ == "DET":
        return None  # « 6 fois sur 10 | le chiffre »
    genders = {"Masc": "m", "Fem": "f"}
    gender = genders.get(feature(counted, "Gender"), "") if counted is not None else ""
    if opens(words[0]):
        text = text[:1].lower() + text[1:]
    return Quantity(
        text, match.number, text[match.start : match.end], unit, match.qualifier, match.is_percentage, gender, "p", analysis.span_of(words)
    )


def is_in_name(number: str, words: Sequence[Token], analysis: Analysis) -> bool:
    """Return True for a number with a capital of its own, "the Seven Years (refer to …)": it is part of a name."""
    capital = next((t for t in words if t.text == number.split()[0]), None)
    if capital is None or not (capital.text[:1].isupper() and capital.text.isalpha()):
        return False
    counted = capital.nbor(1) if capital.i + 1 < len(capital.doc) else capital
    return not opens(capital) or (counted.is_title and counted.lemma_.lower() in analysis.settings.words("time", "nouns"))


def opening_quantity(text: str, analysis: Analysis) -> QuantityMatch | None:
    """Return the number that `text` opens with, if it holds no other."""
    matches = analysis.language.find_quantities(text)
    if len(matches) != 1 or text[: matches[0].start].strip().lower() not in {"", "les", "the", "des", "ses", "leurs"}:
        return None
    return matches[0] if matches[0].start == 0 else None
