"""Dates of English texts: found on the surface of a sentence, read from examples, and written out again."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import chain

from quizgen.facts import Date
from quizgen.languages.base import CannotPhrase, DateMatch, Lexicon
from quizgen.languages.en.numbers import NUMBER_WORDS
from quizgen.languages.en.words import one_of, words

_LEXICON = Lexicon("en")
_MONTH_NAMES = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
_MONTH = "(?:" + "|".join(_MONTH_NAMES) + r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?:1\d{3}|20\d{2})"
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? +)?"
_DASH = r" ?[-–—] ?"
_FUZZ = r"(?:(?:early|late|mid)[ -]|(?:the )?(?:beginning|start|middle|end) of )?"
_SEASON = r"(?:the )?(?:(?:early|late) )?(?:spring|summer|autumn|fall|winter)(?: of)? "
_COUNTED = re.compile(rf" (?!(?:{one_of(words('dates', 'not_counted'))})\b)(?:[a-z]+s|{one_of(words('dates', 'counted'))})\b")
_LEAD = re.compile(rf"(?:(?<=\s)|(?<=^)|(?<=[(\[“\"]))({one_of(words('dates', 'leads'))}) $", re.IGNORECASE)

_Reading = tuple[str, str]  # ISO 8601 and precision


def find_dates(text: str) -> tuple[DateMatch, ...]:
    """Return the dates in `text`, in order, not overlapping; of two that overlap the one from the earlier pattern, then the longer, stays.

    A coordination ("in 1914 and 1918") is one match of precision "partial": neither member may be asked for alone.
    """
    taken: list[DateMatch] = []
    for match in chain.from_iterable(_matches(text, pattern, read) for pattern, read in _patterns()):
        if all(match.end <= other.start or match.start >= other.end for other in taken):
            taken.append(match)
    return tuple(sorted(taken, key=lambda match: match.start))


def _matches(text: str, pattern: re.Pattern[str], read: Callable[[re.Match[str]], _Reading | None]) -> Iterator[DateMatch]:
    for found in pattern.finditer(text):
        reading = read(found)
        if reading:
            yield DateMatch(found.start(), found.end(), reading[0], reading[1], lead_before(text, found.start()))


def lead_before(text: str, start: int) -> str:
    """Return the preposition that stands just before `start`, in lower case, or ""."""
    found = _LEAD.search(text[max(0, start - 14):start])
    return found.group(1).lower() if found else ""


def month_number(name: str) -> int:
    """Return 1 to 12 for an English month's name or abbreviation."""
    names: list[str] = _LEXICON.table("months")["names"]
    return next(number for number, month in enumerate(names, start=1) if month.startswith(name.lower().rstrip(".")[:3]))


def _day(year: str, month: str, day: str) -> str:
    return f"{year}-{month_number(month):02}-{int(re.sub(r'[a-z]+', '', day)):02}"


def _month(year: str, month: str) -> str:
    return f"{year}-{month_number(month):02}"


def _full(found: re.Match[str]) -> _Reading:
    return _day(found["year"], found["month"], found["day"]), "day"


def _iso(found: re.Match[str]) -> _Reading | None:
    return (found.group(), "day") if int(found["month"]) <= 12 and int(found["day"]) <= 31 else None


def _in_month(found: re.Match[str]) -> _Reading:
    return _month(found["year"], found["month"]), "month"


def _days_range(found: re.Match[str]) -> _Reading:
    first_month = found["first_month"] or found["month"]
    return f"{_day(found['year'], first_month, found['first'])}/{_day(found['year'], found['month'], found['last'])}", "range"


def _months_range(found: re.Match[str]) -> _Reading:
    first_year = found["first_year"] or found["year"]
    return f"{_month(first_year, found['first'])}/{_month(found['year'], found['month'])}", "range"


def _range_is_possible(found: re.Match[str], last: str) -> bool:
    lead = lead_before(found.string, found.start())
    opened = found.string[:found.start()].endswith(("(", "[", ", "))
    return found["first"] < last and (lead in words("dates", "year_leads") + ("of", "for", "over") or opened) and not _COUNTED.match(found.string, found.end())


def _years_range(found: re.Match[str]) -> _Reading | None:
    last = found["last"] if len(found["last"]) == 4 else found["first"][:2] + found["last"]
    needed = {"to": {"from"}, "until": {"from"}, "and": {"between"}}.get(found["link"].strip())
    lead = lead_before(found.string, found.start())
    if (needed and lead not in needed) or not _range_is_possible(found, last):
        return None
    return f"{found['first']}/{last}", "range"


def _years_list(found: re.Match[str]) -> _Reading | None:
    return ("", "partial") if lead_before(found.string, found.start()) in words("dates", "year_leads") and not _COUNTED.match(found.string, found.end()) else None


def _decade(found: re.Match[str]) -> _Reading:
    return f"{found['decade']}0/{found['decade']}9", "decade"


def _century(found: re.Match[str]) -> _Reading | None:
    ordinal = _ordinal(found["ordinal"])
    if not ordinal or ordinal > 21:
        return None
    first, last = (ordinal - 1) * 100 + 1, ordinal * 100
    # ISO 8601 counts 1 BC as the year 0.
    return (f"{1 - last:05}/{1 - first:05}" if found["era"] else f"{first:04}/{last:04}"), "century"


def _ordinal(word: str) -> int:
    if word[0].isdigit():
        return int(re.sub(r"\D", "", word))
    ordinals = words("dates", "ordinals")
    return ordinals.index(word.lower()) + 1 if word.lower() in ordinals else 0


def _era(found: re.Match[str]) -> _Reading:
    year = int(found["after"] or found["year"])
    before = not found["after"] and found["era"].replace(".", "").upper().startswith("B")
    return (f"{1 - year:05}" if before else f"{year:04}"), "year"


def _year(found: re.Match[str]) -> _Reading | None:
    text, lead = found.string, lead_before(found.string, found.start())
    opened = text[:found.start()].endswith("(") and text[found.end():].startswith(")")
    if not (lead in words("dates", "year_leads") or opened) or _COUNTED.match(text, found.end()):
        return None
    # "from 1200 to 1,500 metres", "up to 2000": a figure that goes on, or a limit, is no year.
    return None if re.search(r"\b(?:up|close|equal|amount\w*|number\w*|ris\w+|rose|grew|f[ae]ll\w*) to $", text[:found.start()]) else (found["year"], "year")


def _early_year(found: re.Match[str]) -> _Reading:
    return f"{int(found['year']):04}", "year"


def _season(found: re.Match[str]) -> _Reading:
    return found["year"], "year"


def _partial(_: re.Match[str]) -> _Reading:
    return "", "partial"


def _deictic(_: re.Match[str]) -> _Reading:
    return "", "deictic"


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], _Reading | None]], ...]:
    """Surface patterns, the most telling first."""
    count = r"(?:\d+|a|an|" + "|".join(NUMBER_WORDS) + r"|few|several|some|many)(?: (?:few|hundred|thousand|million))?"
    unit = r"(?:day|week|month|year|decade|century|centurie|hour|minute)s?"
    weekday = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    sources: tuple[tuple[str, Callable[[re.Match[str]], _Reading | None]], ...] = (
        (rf"\b(?P<year>{_YEAR})-(?P<month>\d\d)-(?P<day>\d\d)\b", _iso),
        (rf"\b(?P<first>{_DAY})(?: (?P<first_month>{_MONTH}))?(?:{_DASH}| to | and )(?P<last>{_DAY}) (?P<month>{_MONTH}),? (?P<year>{_YEAR})\b", _days_range),
        (rf"\b(?P<first_month>{_MONTH}) (?P<first>{_DAY})(?:{_DASH}| to | and )(?:(?P<month>{_MONTH}) )(?P<last>{_DAY}),? (?P<year>{_YEAR})\b", _days_range),
        (rf"\b(?P<first_month>)(?P<month>{_MONTH}) (?P<first>{_DAY}){_DASH}(?P<last>{_DAY}),? (?P<year>{_YEAR})\b", _days_range),
        (rf"\b{_WEEKDAY}(?:the )?(?P<day>{_DAY})(?: of)? (?P<month>{_MONTH}),? (?P<year>{_YEAR})\b", _full),
        (rf"\b{_WEEKDAY}(?P<month>{_MONTH}) (?P<day>{_DAY}),? (?P<year>{_YEAR})\b", _full),
        (rf"\b(?P<first>{_MONTH})(?: (?P<first_year>{_YEAR}))?(?:{_DASH}| to | and | until )(?P<month>{_MONTH}),? (?P<year>{_YEAR})\b", _months_range),
        (rf"\b{_FUZZ}(?P<month>{_MONTH}),?(?: of)? (?P<year>{_YEAR})\b", _in_month),
        (rf"\b{_DAY}(?: of)? {_MONTH}(?! \d)(?<!\bmay)|\b{_MONTH} {_DAY}\b(?![,.]?\d)", _partial),
        (rf"\b(?:the )?(?:(?:early|late|mid)[ -])?(?P<decade>1\d\d|20\d)0['’]?s\b", _decade),
        (r"\b(?:the )?(?:(?:early|late|mid)[ -])?(?P<ordinal>\d{1,2}(?:st|nd|rd|th)|[Tt]wenty-first|[A-Z]?[a-z]+(?:st|nd|rd|th))[ -]century(?P<era> BCE?| B\.C\.)?", _century),
        (r"\b(?:AD (?P<after>\d{1,4})|(?P<year>\d{1,4}) (?P<era>BCE?|CE|AD|B\.C\.|A\.D\.))(?!\w)", _era),
        (rf"\b(?P<first>{_YEAR})(?P<link>{_DASH}| to | until | and )(?P<last>{_YEAR}|\d\d)\b(?![-,./]?\d)", _years_range),
        (rf"\b{_YEAR}(?:, {_YEAR})*(?:,? and |,? or ){_YEAR}\b(?![-,./]?\d)", _years_list),
        (rf"\b{_SEASON}(?P<year>{_YEAR})\b", _season),
        (rf"\b(?P<year>{_YEAR})\b(?![-–][\w]|[,./]\d|['’]s? [a-z]| (?:to|and|or|until) \d)", _year),
        (rf"(?<=\bin )(?:{_FUZZ}|the (?:early|late) )(?P<year>{_YEAR})\b(?![-–]\w|[,.]\d)", _season),
        (r"(?<=\b[iI]n )(?P<year>[1-9]\d\d)(?=[,;:)]|\.(?!\d)|$)", _early_year),
        (rf"(?i)\b{count} {unit} (?:ago|later|earlier|before|after|afterwards?|on|hence)\b|\b{count} {unit}['’] time\b", _deictic),
        (rf"\b(?:this|last|next|that|the (?:same|following|previous|next|past|last|coming)) (?:{unit}|{weekday}|{_MONTH}|spring|summer|autumn|fall|winter|season)\b", _deictic),
        (r"\b(?:[Tt]oday|[Yy]esterday|[Tt]omorrow|[Tt]onight|[Nn]ow|[Nn]owadays|[Cc]urrently|[Rr]ecently|[Ll]ately|[Pp]resently)\b", _deictic),
        (r"\b(?:at (?:the (?:time|moment)|th(?:at|is) (?:time|moment|point)|present)|so far|to date|these days|in recent (?:years|months|decades|weeks))\b(?! of)", _deictic),
        (rf"(?<=\b[oO]n )(?:the (?:morning|evening|afternoon|night) of )?{weekday}\b", _deictic),
        (rf"(?<=\b[iI]n )(?:early |late |mid-)?(?:{'|'.join(_MONTH_NAMES)})\b(?! \d)", _partial),
    )
    return tuple((re.compile(source), read) for source, read in sources)


def parse_date(text: str) -> Date:
    """Return the date that `text` is, in ISO 8601 or in words. Raises ValueError when it is none."""
    iso = re.fullmatch(r"(-?\d{4})(?:-(\d\d)(?:-(\d\d))?)?", text)
    if iso:
        precision = "day" if iso[3] else "month" if iso[2] else "year"
        return Date(long_form(text, precision), text, precision)
    if re.fullmatch(r"-?\d{4}[-\d]*/-?\d{4}[-\d]*", text):
        return Date(" to ".join(_any_form(end) for end in text.split("/")), text, "range")
    # A year or a stretch of years is a date only behind its preposition.
    for lead in ("", "in ", "from ", "between "):
        found = [match for match in find_dates(lead + text) if match.iso and match.end - match.start == len(text)]
        if found:
            return Date(text, found[0].iso, found[0].precision)
    raise ValueError(f"no date: {text!r}")


def long_form(iso: str, precision: str) -> str:
    """Return an ISO date in words: "31 March 1889", "March 1889", "1889", "44 BC"."""
    if iso.startswith("-"):
        return f"{1 - int(iso)} BC"
    parts = iso.split("-")
    if precision == "day":
        return f"{int(parts[2])} {_MONTH_NAMES[int(parts[1]) - 1]} {int(parts[0])}"
    if precision == "month":
        return f"{_MONTH_NAMES[int(parts[1]) - 1]} {int(parts[0])}"
    return str(int(parts[0]))


def year(date: Date) -> str:
    """Return the date's year: "1889", "44 BC". Raises CannotPhrase for a stretch of years."""
    if date.precision not in ("year", "month", "day"):
        raise CannotPhrase(f"{date.text!r} is no single year")
    return long_form(date.iso, "year") if date.iso.startswith("-") else str(int(date.iso[:4]))


def month_year(date: Date) -> str:
    """Return month and year: "March 1889". Raises CannotPhrase when the month is not known."""
    if date.precision not in ("month", "day"):
        raise CannotPhrase(f"{date.text!r} has no month")
    return long_form(date.iso[:7], "month")


def long_date(date: Date) -> str:
    """Return a full date without its weekday, in the article's own order: "31 March 1889" or "March 31, 1889". Raises CannotPhrase without a day."""
    if date.precision != "day":
        raise CannotPhrase(f"{date.text!r} has no day")
    text = re.sub(_WEEKDAY, "", date.text, count=1)
    return text if re.search(rf"{_MONTH}.*{_YEAR}", text) else long_form(date.iso, "day")


def period(date: Date) -> str:
    """Return a stretch of time with its prepositions: "from July 2003 to December 2004". Raises CannotPhrase for a point in time."""
    if date.precision != "range":
        raise CannotPhrase(f"{date.text!r} is no stretch of time")
    first, last = date.iso.split("/")
    return f"from {_any_form(first)} to {_any_form(last)}"


def _any_form(iso: str) -> str:
    return long_form(iso, {0: "year", 1: "month", 2: "day"}[iso.lstrip("-").count("-")])


def variants(date: Date) -> tuple[str, ...]:
    """Return other right ways to write the date: the other order of day and month, ISO 8601, a year without its month's comma."""
    if date.precision == "day":
        day_first = long_form(date.iso, "day")
        day, month, in_year = day_first.split(" ")
        return day_first, f"{month} {day}, {in_year}", date.iso
    if date.precision in ("month", "year"):
        return (long_form(date.iso, date.precision),)
    return ()
