"""Dates on the surface of a French text, and dates as French prints them: 1er mai 1950, mars 1889, XVIIe siècle."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from quizgen.facts import Date
from quizgen.languages.base import DateMatch, Lexicon
from quizgen.languages.fr.date_patterns import SPACE, YEAR, months, patterns

_LEXICON = Lexicon("fr")
_WINDOW = 60  # characters looked at on either side of a date
# A plural noun after the figure means that it counts: "en 1500 exemplaires"; "en 1889 dans" does not.
_COUNTED = re.compile(rf"^{SPACE}([a-zà-ÿœ]{{3,}}[sx])\b")


@lru_cache(maxsize=1024)  # a sentence is asked about by each of its clauses, a key by each flaw
def find_dates(text: str) -> tuple[DateMatch, ...]:
    """Return the dates in `text`, in order, not overlapping; the preposition before each is its `lead`.

    "partial" has no year ("12 mai") or one that cannot be keyed ("52 av. J.-C.", "années 20"); "deictic" hangs on the day of writing.
    A year is a date only where something says so ("en 1889", "(1889)"), never the bare "Euro 2016".
    """
    found: list[DateMatch] = []
    for match in _candidates(text):
        if all(match.end <= other.start or match.start >= other.end for other in found):
            found.append(match)
    return tuple(sorted([*found, *_enumerated_years(text, found)], key=lambda match: match.start))


def _candidates(text: str) -> Iterator[DateMatch]:
    for pattern, make in patterns(text):
        for match in pattern.finditer(text):
            iso, precision = make(match)
            start, end = _bounds(match, precision)
            if (precision == "year" and _counts(text[end : end + _WINDOW])) or (precision == "month" and _is_name(text, start)):
                continue
            yield DateMatch(start, end, iso, precision, _lead(text[max(0, start - _WINDOW) : start]))


def _counts(after: str) -> bool:
    """True when a plural noun follows a figure, which then counts."""
    match = _COUNTED.match(after)
    return match is not None and match[1] not in _LEXICON.words("dates", "not_counted")


def _is_name(text: str, start: int) -> bool:
    """True for a month's name with a capital inside a sentence: "la mission Mars 2020"."""
    return text[start].isupper() and bool(re.search(rf"\w{SPACE}$", text[max(0, start - _WINDOW) : start]))


def _bounds(match: re.Match[str], precision: str) -> tuple[int, int]:
    """Return the bounds of the date alone: for a year, of its figures."""
    if precision == "year":
        group = next(number for number, value in enumerate(match.groups(), start=1) if value)
        return match.span(group)
    return match.span()


@cache
def _lead_pattern() -> re.Pattern[str]:
    leads = sorted(_LEXICON.words("dates", "leads"), key=len, reverse=True)
    alternatives = "|".join(re.escape(lead).replace("'", "['’]").replace(r"\ ", SPACE) for lead in leads)
    return re.compile(rf"(?:^|(?<=[\W_]))({alternatives}){SPACE}*$", re.I)


def _lead(before: str) -> str:
    match = _lead_pattern().search(before)
    return re.sub(SPACE, " ", match.group(1).lower().replace("’", "'")) if match else ""


def _enumerated_years(text: str, found: list[DateMatch]) -> list[DateMatch]:
    """Return the later years of a list that a first one opens: "en 2010, 2012 et 2014"."""
    more: list[DateMatch] = []
    for first in found:
        end = first.end
        while first.precision == "year" and (
            match := re.match(rf"(?:,{SPACE}|{SPACE}(?:et|ou|puis){SPACE}(?:en{SPACE})?)({YEAR})(?![\w%€$/-])(?!{SPACE}?[%€])", text[end:])
        ):
            start, stop = end + match.start(1), end + match.end(1)
            if _counts(text[stop : stop + _WINDOW]) or any(other.start < stop and start < other.end for other in found):
                break
            more.append(DateMatch(start, stop, match[1], "year", first.lead))
            end = stop
    return more


def year(date: Date | str) -> str:
    """Return the year in figures: "1889"."""
    return (date if isinstance(date, str) else date.iso)[:4].lstrip("0")


def month_year(date: Date) -> str:
    """Return month and year, "mars 1889"; the year alone where no month is known."""
    return f"{_month_name(int(date.iso[5:7]))} {year(date)}" if date.precision in ("month", "day") else year(date)


def long_date(date: Date) -> str:
    """Return the date as fully as it is known: "31 mars 1889", "1er mai 1950"; ranges, decades and centuries as the article has them."""
    if date.precision != "day":
        return month_year(date) if date.precision in ("month", "year") else date.text
    day = int(date.iso[8:10])
    return f"{'1er' if day == 1 else day} {month_year(date)}"


def _month_name(number: int) -> str:
    return next(name for name, value in months().items() if value == number)


def parse_date(text: str) -> Date:
    """Return the date of a template's example, in ISO 8601 ("1889-03-31", "1914/1918") or in words ("31 mars 1889").

    Raises ValueError for anything else.
    """
    if re.fullmatch(r"\d{4}(?:-\d\d){0,2}", text):
        precision = {4: "year", 7: "month", 10: "day"}[len(text)]
        return _with_words(Date("", text, precision))
    if re.fullmatch(r"\d{4}/\d{4}", text):
        return Date(text.replace("/", "-"), text, "range")
    match = next((match for match in find_dates(f"en {text}") if match.iso), None)
    if match is None:
        raise ValueError(f"no date: {text!r}")
    return Date(text, match.iso, match.precision)


def _with_words(date: Date) -> Date:
    return Date(long_date(date), date.iso, date.precision)
