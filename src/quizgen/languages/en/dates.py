"""Dates of English texts: found on the surface of a sentence, read from examples, and written out again."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from quizgen.facts import Date
from quizgen.languages.base import CannotPhrase, DateMatch
from quizgen.languages.en.date_patterns import MONTH, MONTHS, WEEKDAY, YEAR, Reader, lead_before, patterns


@lru_cache(maxsize=1024)  # a sentence is asked about by each of its clauses, a key by each flaw
def find_dates(text: str) -> tuple[DateMatch, ...]:
    """Return the dates in `text`, in order, not overlapping; of two that overlap the one of the more telling pattern stays.

    A coordination ("in 1914 and 1918") is one match of precision "partial": neither member may be asked for alone.
    """
    taken: list[DateMatch] = []
    for match in chain.from_iterable(_matches(text, pattern, read) for pattern, read in patterns(text)):
        if all(match.end <= other.start or match.start >= other.end for other in taken):
            taken.append(match)
    return tuple(sorted(taken, key=lambda match: match.start))


def _matches(text: str, pattern: re.Pattern[str], read: Reader) -> Iterator[DateMatch]:
    for found in pattern.finditer(text):
        reading = read(found)
        if reading:
            yield DateMatch(found.start(), found.end(), *reading, lead_before(text, found.start()))


def parse_date(text: str) -> Date:
    """Return the date that `text` is, in ISO 8601 or in words. Raises ValueError when it is none."""
    iso = re.fullmatch(r"-?\d{4}(-\d\d)?(-\d\d)?", text)
    if iso:
        return Date(long_form(text), text, "day" if iso[2] else "month" if iso[1] else "year")
    if re.fullmatch(r"-?\d{4}[-\d]*/-?\d{4}[-\d]*", text):
        return Date(" to ".join(long_form(end) for end in text.split("/")), text, "range")
    # A year or a stretch of years is a date only behind its preposition.
    for lead in ("", "in ", "from ", "between "):
        found = [match for match in find_dates(lead + text) if match.iso and match.end - match.start == len(text)]
        if found:
            return Date(text, found[0].iso, found[0].precision)
    raise ValueError(f"no date: {text!r}")


def long_form(iso: str) -> str:
    """Return one ISO date in words: "31 March 1889", "March 1889", "1889", "44 BC"."""
    if iso.startswith("-"):
        return f"{1 - int(iso)} BC"
    in_year, *rest = iso.split("-")
    month = MONTHS[int(rest[0]) - 1] if rest else ""
    day = str(int(rest[1])) if len(rest) > 1 else ""
    return " ".join(part for part in (day, month, str(int(in_year))) if part)


def year(date: Date) -> str:
    """Return the date's year: "1889", "44 BC". Raises CannotPhrase for a stretch of years."""
    if date.precision not in ("year", "month", "day"):
        raise CannotPhrase(f"{date.text!r} is no single year")
    return long_form(date.iso if date.iso.startswith("-") else date.iso[:4])


def month_year(date: Date) -> str:
    """Return month and year: "March 1889". Raises CannotPhrase when the month is not known."""
    if date.precision not in ("month", "day"):
        raise CannotPhrase(f"{date.text!r} has no month")
    return long_form(date.iso[:7])


def long_date(date: Date) -> str:
    """Return a full date without its weekday, in the article's own order: "31 March 1889", "March 31, 1889".

    Raises CannotPhrase when the day is not known.
    """
    if date.precision != "day":
        raise CannotPhrase(f"{date.text!r} has no day")
    text = re.sub(WEEKDAY, "", date.text, count=1)
    return text if re.search(rf"{MONTH}.*{YEAR}", text) else long_form(date.iso)


def period(date: Date) -> str:
    """Return a stretch of time with its prepositions: "from July 2003 to December 2004". Raises CannotPhrase for a point in time."""
    if date.precision != "range":
        raise CannotPhrase(f"{date.text!r} is no stretch of time")
    first, last = date.iso.split("/")
    return f"from {long_form(first)} to {long_form(last)}"


def variants(date: Date) -> tuple[str, ...]:
    """Return other right ways to write the date: the other order of day and month, ISO 8601."""
    if date.precision == "day":
        day, month, in_year = long_form(date.iso).split(" ")
        return f"{day} {month} {in_year}", f"{month} {day}, {in_year}", date.iso
    return (long_form(date.iso),) if date.precision in ("month", "year") else ()
