"""Neighbours of a number or a date: other values in the same format and as round, for distractors where the article has too few."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from importlib.resources import files
from tomllib import loads

from quizgen.facts import Date, Quantity
from quizgen.items import seeded
from quizgen.languages.base import Language
from quizgen.languages.words import pattern

# Digits with the separators of both languages: "2 460", "2,460", "0,8", "1.5".
_FIGURES = re.compile(r"\d+(?:[\s.,’']\d+)*")
_GROUPED = re.compile(r"\d{1,3}(?:[\s.,’']\d{3})+")
_FACTORS = ("0.4", "0.5", "0.6", "0.7", "0.8", "1.2", "1.3", "1.4", "1.5", "1.6", "1.8", "2", "2.5")
_YEAR_S = re.compile(r"(?<!\d)(?:1\d|20)\d0(?!\d)")
_ROMAN = re.compile(r"\b[IVX]+(?=e\b|er\b|ᵉ)")
_ROMANS = ["X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII", "XVIII", "XIX", "XX"]
_ORDINAL = re.compile(r"\b\d{1,2}(?=th\b)")
_DAY = re.compile(r"(?<!\d)(\d{1,2})(?:er)?(?=[\s,]|$)")
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")


def near_years(key: str, date: Date, latest: int, seed: int) -> tuple[str, ...]:
    """Return `key` with other years in it, none after `latest`, in seeded order; none where `key` holds no single year.

    How far they lie grows with age: a recent year's neighbours are a few years off, a medieval one's some decades. Full dates get another
    day too: who asks for a date and prints one day in three years asks for the year.
    """
    found = _YEAR.findall(key)
    if len(found) != 1 or date.precision not in ("year", "month", "day"):
        return ()
    year = int(found[0])
    step = 10 if year % 10 == 0 and year < 1900 else 5 if year % 5 == 0 and year < 1900 else 1
    reach = 3 if year >= 1980 else 5 if year >= 1900 else 12 if year >= 1700 else 30
    offsets = {max(1, reach * n // 4 // step) * step for n in (2, 3, 4, 5, 6, 7)}
    years = [year + sign * offset for offset in sorted(offsets) for sign in (-1, 1) if 1000 <= year + sign * offset <= max(latest, year)]
    ordered = sorted(years, key=lambda other: seeded(seed, key, str(other)))
    changed = (_YEAR.sub(f"{other:04d}", key, count=1) for other in ordered)
    return tuple(_other_day(text, place) if date.precision == "day" else text for place, text in enumerate(changed))


def _other_day(text: str, place: int) -> str:
    """Return a full date with another day of the month, from 2 to 28, each `place` another; as it is where it says no day in figures."""
    return _DAY.sub(lambda day: str((int(day[1]) + 7 + 5 * place) % 27 + 2), text, count=1)


def near_centuries(key: str, date: Date, seed: int) -> tuple[str, ...]:
    """Return `key` with other decades or centuries in it: "the 1930s" → "the 1920s", « XIXe siècle » → « XVIIIe siècle ».

    None where the key does not say them in figures, and no century after the twentieth.
    """
    if date.precision == "decade" and len(found := _YEAR_S.findall(key)) == 1:
        others = [str(int(found[0]) + offset) for offset in (-30, -20, -10, 10, 20) if int(found[0]) + offset < 2020]
        return tuple(_YEAR_S.sub(other, key, count=1) for other in sorted(others, key=lambda other: seeded(seed, key, other)))
    if date.precision != "century":
        return ()
    roman, arabic = _ROMAN.findall(key), _ORDINAL.findall(key)
    if len(roman) == 1 and roman[0] in _ROMANS:
        place = _ROMANS.index(roman[0])
        return tuple(_ROMAN.sub(other, key, count=1) for other in _ROMANS[max(0, place - 2): place] + _ROMANS[place + 1: place + 2])
    if len(arabic) == 1 and 4 <= int(arabic[0]) <= 18:
        centuries = (int(arabic[0]) + offset for offset in (-2, -1, 1))
        return tuple(_ORDINAL.sub(str(other), key, count=1) for other in centuries if 4 <= other <= 20)
    return ()


def near_words(key: str, quantity: Quantity, language: Language, seed: int) -> tuple[str, ...]:
    """Return `key` with another small number in words: "four teams" → "three teams"; "one" and its singular are left alone."""
    if not quantity.number.isdigit() or not 2 <= int(quantity.number) <= 12:
        return ()
    number = int(quantity.number)
    own = _word(number, language)
    if not own or len(pattern(own).findall(key)) != 1:
        return ()
    others = [word for n in range(max(2, number - 2), number + 4) if n != number and (word := _word(n, language))]
    return tuple(pattern(own).sub(other, key, count=1) for other in sorted(others, key=lambda other: seeded(seed, key, other)))


def _word(number: int, language: Language) -> str:
    figures = str(number)
    return next((word for word in language.accepted_variants(figures, Quantity(figures, figures, figures)) if word.isalpha()), "")


def near_numbers(key: str, quantity: Quantity, code: str, seed: int) -> tuple[str, ...]:
    """Return `key` with other numbers in it, in seeded order, none of which its qualifier ("more than") makes true as well.

    `code` is the language's, for its qualifiers. None where `key` holds no single number in figures.
    """
    found = list(_FIGURES.finditer(key))
    if len(found) != 1:
        return ()
    figures = found[0].group()
    value, separator = _read(figures, quantity)
    side = bound(quantity.qualifier, code)
    others = (other for other in _around(value, quantity.is_percentage) if not _is_true_too(other, value, side))
    texts = dict.fromkeys(_write(other, separator, figures) for other in others)
    written = [key[: found[0].start()] + text + key[found[0].end():] for text in texts if text != figures]
    return tuple(sorted(written, key=lambda text: seeded(seed, key, text)))


def is_true_too(other: Decimal, value: Decimal, qualifier: str, code: str) -> bool:
    """Return whether a qualifier makes `other` right where the article has `value`: "more than 25" is also more than 20."""
    return _is_true_too(other, value, bound(qualifier, code))


def _is_true_too(other: Decimal, value: Decimal, side: str) -> bool:
    return other == value or (side == "at_least" and other < value) or (side == "at_most" and other > value)


def bound(qualifier: str, code: str) -> str:
    """Return "at_least", "at_most" or "" for a qualifier of the language `code`."""
    words = qualifier.casefold().replace("’", "'").strip()
    return next((side for side, listed in _qualifiers().get(code, {}).items() if words in listed), "")


@lru_cache(maxsize=1)
def _qualifiers() -> dict[str, dict[str, list[str]]]:
    return loads(files("quizgen.writing").joinpath("qualifiers.toml").read_text(encoding="utf-8"))


def _read(figures: str, quantity: Quantity) -> tuple[Decimal, str]:
    """Return the figures' value and the separator of their groups, or of their decimals.

    "1,234" is 1234 in English and 1.234 in French: the quantity's canonical number, a multiple by thousands, tells which.
    """
    digits = re.sub(r"\D", "", figures)
    separators = [c for c in figures if not c.isdigit()]
    whole = Decimal(digits)
    if not separators:
        return whole, ""
    last = separators[-1]
    if _GROUPED.fullmatch(figures) and (last.isspace() or _is_power(Decimal(quantity.number), whole)):
        return whole, last
    return whole.scaleb(figures.rfind(last) + 1 - len(figures)), last


def _is_power(number: Decimal, read: Decimal) -> bool:
    return bool(read) and number / read in {Decimal(10) ** n for n in (0, 2, 3, 6, 9, 12)}


def _around(value: Decimal, is_percentage: bool) -> Iterator[Decimal]:
    """Yield numbers near `value`, as round and on the same side of 2 (where French and English change to the plural)."""
    unit = _roundness(value)
    small = [value + n * unit for n in (-4, -3, -2, 2, 3, 4)] if value <= 12 * unit else []
    scaled = [(value * Decimal(factor) / unit).to_integral_value() * unit for factor in _FACTORS]
    for other in dict.fromkeys([*small, *scaled]):
        same_shape = other > 0 and (other < 2) == (value < 2) and (other % 1 == 0) == (value % 1 == 0)
        if same_shape and not (is_percentage and other >= 100 > value):
            yield other


def _roundness(value: Decimal) -> Decimal:
    """Return the unit that `value` is counted in: 3000 → 1000, 2460 → 10, 25 → 5, 0.8 → 0.1."""
    unit = Decimal(1).scaleb(int(value.normalize().as_tuple().exponent))
    return unit * 5 if value > unit * 10 and value % (unit * 5) == 0 else unit


def _write(value: Decimal, separator: str, like: str) -> str:
    """Return `value` in figures, with groups and decimals as in `like`."""
    decimals = len(like) - like.rfind(separator) - 1 if separator and not _GROUPED.fullmatch(like) else 0
    if decimals and separator in ".,":
        return f"{value:.{decimals}f}".replace(".", separator)
    whole = f"{int(value):,}"
    return whole.replace(",", separator) if separator else whole.replace(",", "")
