"""Surface patterns of English dates, the most telling first, and how each is read as ISO 8601."""

import re
from collections.abc import Callable, Iterator
from functools import cache

from quizgen.languages.base import Lexicon
from quizgen.languages.en.numbers import NUMBER_WORDS
from quizgen.languages.en.words import one_of, words

Reading = tuple[str, str]  # ISO 8601 (or "" where there is none) and precision
Reader = Callable[[re.Match[str]], Reading | None]

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
_SHORT_MONTHS = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? +)?"
MONTH = rf"(?:{'|'.join(MONTHS)}|(?:{_SHORT_MONTHS})\b\.?)"
YEAR = r"(?:1\d{3}|20\d{2})"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_TO = r"(?: ?[-–—] ?| to | and )"
_DASH = r" ?[-–—] ?"
_FUZZ = r"(?:(?:the )?(?:early|late|mid)[ -]|(?:the )?(?:beginning|start|middle|end) of )"
_SEASON = r"(?:the )?(?:(?:early|late) )?(?:spring|summer|autumn|fall|winter)(?: of)? "
_LEAD = re.compile(rf"(?:(?<=\s)|(?<=^)|(?<=[(\[“\"]))({one_of(words('dates', 'leads'))}) $", re.IGNORECASE)
_COUNTED = re.compile(rf" (?!(?:{one_of(words('dates', 'not_counted'))})\b)(?:[a-z]+s|{one_of(words('dates', 'counted'))})\b")
_FIGURE = re.compile(r"\d")
_UNIT_BEHIND_SPACE = re.compile(" (?:day|week|month|year|decade|centur|hour|minute)")
_NEEDS = {  # what a text in small letters holds, one of them, where some pattern matches
    "month": tuple(month[:3].lower() for month in MONTHS),
    "century": ("century",),
    "era": ("ad ", " ad", "bc", " ce", "b.c.", "a.d."),
    "today": ("today", "yesterday", "tomorrow", "tonight", "now", "currently", "recently", "lately", "presently"),
    "present": ("at th", "at present", "so far", "to date", "these days"),
    "recent": ("in recent",),
    "weekday": ("day",),
}
_LIMIT = re.compile(r"\b(?:up|close|equal|amount\w*|number\w*|ris\w+|rose|grew|f[ae]ll\w*) to $")


def lead_before(text: str, start: int) -> str:
    """Return the preposition that stands just before `start`, in lower case, or ""."""
    found = _LEAD.search(text[max(0, start - 14):start])
    return found.group(1).lower() if found else ""


def _is_counted(found: re.Match[str]) -> bool:
    """True when a plural noun follows the figure: "in 1500 copies"."""
    return _COUNTED.match(found.string, found.end()) is not None


def _lead(found: re.Match[str]) -> str:
    return lead_before(found.string, found.start())


def _month_number(name: str) -> int:
    names: list[str] = Lexicon("en").table("months")["names"]
    return next(number for number, month in enumerate(names, start=1) if month.startswith(name.lower()[:3]))


def _day(year: str, month: str, day: str) -> str:
    return f"{year}-{_month_number(month):02}-{int(re.sub(r'[a-z]+', '', day)):02}"


def _month(year: str, month: str) -> str:
    return f"{year}-{_month_number(month):02}"


def _iso_date(found: re.Match[str]) -> Reading | None:
    return (found.group(), "day") if int(found["month"]) <= 12 and int(found["day"]) <= 31 else None


def _full_date(found: re.Match[str]) -> Reading:
    return _day(found["year"], found["month"], found["day"]), "day"


def _month_of_year(found: re.Match[str]) -> Reading:
    return _month(found["year"], found["month"]), "month"


def _days(found: re.Match[str]) -> Reading:
    first = _day(found["year"], found["first_month"] or found["month"], found["first"])
    return f"{first}/{_day(found['year'], found['month'], found['last'])}", "range"


def _months(found: re.Match[str]) -> Reading:
    first = _month(found["first_year"] or found["year"], found["first"])
    return f"{first}/{_month(found['year'], found['month'])}", "range"


def _years(found: re.Match[str]) -> Reading | None:
    first, lead = found["first"], _lead(found)
    last = found["last"] if len(found["last"]) == 4 else first[:2] + found["last"]
    needed = {"to": "from", "until": "from", "and": "between"}.get(found["link"].strip(), lead)
    is_dated = lead in (*words("dates", "year_leads"), "of", "for", "over") or found.string[:found.start()].endswith(("(", "[", ", "))
    return (f"{first}/{last}", "range") if first < last and lead == needed and is_dated and not _is_counted(found) else None


def _list_of_years(found: re.Match[str]) -> Reading | None:
    return ("", "partial") if _lead(found) in words("dates", "year_leads") and not _is_counted(found) else None


def _decade(found: re.Match[str]) -> Reading:
    return f"{found['decade']}0/{found['decade']}9", "decade"


def _century(found: re.Match[str]) -> Reading | None:
    ordinal = _ordinal(found["ordinal"].lower())
    if not 1 <= ordinal <= 21:
        return None
    first, last = (ordinal - 1) * 100 + 1, ordinal * 100
    # ISO 8601 counts 1 BC as the year 0.
    return (f"{1 - last:05}/{1 - first:05}" if found["era"] else f"{first:04}/{last:04}"), "century"


def _ordinal(word: str) -> int:
    names = words("dates", "ordinals")
    return int(re.sub(r"\D", "", word)) if word[0].isdigit() else names.index(word) + 1 if word in names else 0


def _year_of_era(found: re.Match[str]) -> Reading:
    year = int(found["after"] or found["year"])
    is_before = not found["after"] and found["era"].upper().startswith("B")
    return (f"{1 - year:05}" if is_before else f"{year:04}"), "year"


def _bare_year(found: re.Match[str]) -> Reading | None:
    before, after = found.string[:found.start()], found.string[found.end():]
    is_dated = _lead(found) in words("dates", "year_leads") or (before.endswith("(") and after.startswith(")"))
    # "up to 2000" is a limit, no year.
    return (found["year"], "year") if is_dated and not _is_counted(found) and not _LIMIT.search(before) else None


def _year(found: re.Match[str]) -> Reading:
    return f"{int(found['year']):04}", "year"


def _partial(_: re.Match[str]) -> Reading:
    return "", "partial"


def _deictic(_: re.Match[str]) -> Reading:
    return "", "deictic"


def _exact_sources() -> tuple[tuple[str, Reader, str], ...]:
    """Return the patterns of dates that can be keyed, what reads each, and what a text must hold for it."""
    century = r"(?P<ordinal>\d{1,2}(?:st|nd|rd|th)|[Tt]wenty-first|[A-Z]?[a-z]+(?:st|nd|rd|th))[ -]century(?P<era> BCE?| B\.C\.)?"
    return (
        (rf"\b(?P<year>{YEAR})-(?P<month>\d\d)-(?P<day>\d\d)\b", _iso_date, "figure"),
        (rf"\b(?P<first>{_DAY})(?: (?P<first_month>{MONTH}))?{_TO}(?P<last>{_DAY}) (?P<month>{MONTH}),? (?P<year>{YEAR})\b",
         _days, "month"),
        (rf"\b(?P<first_month>{MONTH}) (?P<first>{_DAY}){_TO}(?P<month>{MONTH}) (?P<last>{_DAY}),? (?P<year>{YEAR})\b", _days, "month"),
        (rf"\b(?P<first_month>)(?P<month>{MONTH}) (?P<first>{_DAY}){_DASH}(?P<last>{_DAY}),? (?P<year>{YEAR})\b", _days, "month"),
        (rf"\b{WEEKDAY}(?:the )?(?P<day>{_DAY})(?: of)? (?P<month>{MONTH}),? (?P<year>{YEAR})\b", _full_date, "month"),
        (rf"\b{WEEKDAY}(?P<month>{MONTH}) (?P<day>{_DAY}),? (?P<year>{YEAR})\b", _full_date, "month"),
        (rf"\b(?P<first>{MONTH})(?: (?P<first_year>{YEAR}))?(?:{_TO}| until )(?P<month>{MONTH}),? (?P<year>{YEAR})\b", _months, "month"),
        (rf"\b{_FUZZ}?(?P<month>{MONTH}),?(?: of)? (?P<year>{YEAR})\b", _month_of_year, "month"),
        (rf"\b{_DAY}(?: of)? {MONTH}(?! \d)|\b{MONTH} {_DAY}\b(?![,.]?\d)", _partial, "month"),
        (r"\b(?:the )?(?:(?:early|late|mid)[ -])?(?P<decade>1\d\d|20\d)0['’]?s\b", _decade, "figure"),
        (rf"\b(?:the )?(?:(?:early|late|mid)[ -])?{century}", _century, "century"),
        (r"\b(?:AD (?P<after>\d{1,4})|(?P<year>\d{1,4}) (?P<era>BCE?|CE|AD|B\.C\.|A\.D\.))(?!\w)", _year_of_era, "era"),
        (rf"\b(?P<first>{YEAR})(?P<link>{_DASH}| to | until | and )(?P<last>{YEAR}|\d\d)\b(?![-,./]?\d)", _years, "figure"),
        (rf"\b{YEAR}(?:, {YEAR})*(?:,? and |,? or ){YEAR}\b(?![-,./]?\d)", _list_of_years, "figure"),
        (rf"\b{_SEASON}(?P<year>{YEAR})\b", _year, "figure"),
        # "from 1200 to 1500 metres", "in 1914 and 1918 wars": one figure of a pair that was refused above is no year either.
        (rf"\b(?P<year>{YEAR})\b(?![-–]\w|[,./]\d|['’]s? [a-z]| (?:to|and|or|until) \d)", _bare_year, "figure"),
        (rf"(?<=\b[iI]n ){_FUZZ}(?P<year>{YEAR})\b(?![-–]\w|[,.]\d)", _year, "figure"),
        (r"(?<=\b[iI]n )(?P<year>[1-9]\d\d)(?=[,;:)]|\.(?!\d)|$)", _year, "figure"),
    )


def _relative_sources() -> tuple[tuple[str, Reader, str], ...]:
    """Return the patterns of dates told from another day, as above."""
    count = rf"(?:\d+|a|an|{'|'.join(NUMBER_WORDS)}|few|several|some|many)(?: (?:few|hundred|thousand|million))?"
    unit = r"(?:day|week|month|year|decade|century|centurie|hour|minute)s?"
    weekday = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    seasons = "spring|summer|autumn|fall|winter|season"
    return (
        (rf"(?i)\b{count} {unit} (?:ago|later|earlier|before|after|afterwards?|on|hence)\b|\b{count} {unit}['’] time\b", _deictic, "unit"),
        (r"(?i)\b(?:this|last|next|that|the (?:same|following|previous|next|past|last|coming)) "
         rf"(?:{unit}|{weekday}|{MONTH}|{seasons})\b", _deictic, ""),
        (r"(?i)\b(?:today|yesterday|tomorrow|tonight|now|nowadays|currently|recently|lately|presently)\b", _deictic, "today"),
        (r"\b(?:at (?:the (?:time|moment)|th(?:at|is) (?:time|moment|point)|present)|so far|to date|these days)\b(?! of)",
         _deictic, "present"),
        (r"\bin recent (?:years|months|decades|weeks)\b", _deictic, "recent"),
        (rf"(?<=\b[oO]n )(?:the (?:morning|evening|afternoon|night) of )?{weekday}\b", _deictic, "weekday"),
        (rf"(?<=\b[iI]n )(?:early |late |mid-)?(?:{'|'.join(MONTHS)})\b(?! \d)", _partial, "month"),
    )


def patterns(text: str) -> Iterator[tuple[re.Pattern[str], Reader]]:
    """Yield the patterns that may be in a text, in their order, each with what reads its match: ISO 8601 and precision, or None."""
    low = text.lower()
    held = {name: any(word in low for word in words) for name, words in _NEEDS.items()}
    held |= {"": True, "figure": _FIGURE.search(text) is not None, "unit": _UNIT_BEHIND_SPACE.search(low) is not None}
    return ((pattern, read) for pattern, read, needs in _compiled() if held[needs])


@cache
def _compiled() -> tuple[tuple[re.Pattern[str], Reader, str], ...]:
    return tuple((re.compile(source), read, needs) for source, read, needs in (*_exact_sources(), *_relative_sources()))
