"""Dates on the surface of a French text, and dates as French prints them: 1er mai 1950, mars 1889, XVIIe siècle."""

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache

from quizgen.facts import Date
from quizgen.languages.base import DateMatch, Lexicon

_LEXICON = Lexicon("fr")
_SP = r"[ \u00a0\u202f]"
_WINDOW = 60  # characters looked at on either side of a date
_YEAR = r"(?:1\d{3}|20\d{2})"
_ROMAN = {"I": 1, "V": 5, "X": 10}
# A plural noun after the figure means that it counts: "en 1500 exemplaires"; "en 1889 dans" does not.
_COUNTED = re.compile(rf"^{_SP}([a-zà-ÿœ]{{3,}}[sx])\b")
_AD_ERA = rf"(?:{_SP}(?:av\.|avant|ap\.|après){_SP}?J(?:\.|ésus)?-C(?:\.|hrist)?)"


@cache
def months() -> dict[str, int]:
    """Return the months by name, abbreviations included: {"janvier": 1, "janv.": 1, …}."""
    return dict(_LEXICON.table("months").items())


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], tuple[str, str]]], ...]:
    """Return the patterns from the fullest to the barest, each with what makes (iso, precision) of a match."""
    month = "|".join(re.escape(name) for name in sorted(months(), key=len, reverse=True))
    day = r"(?:1er|[12]?\d|3[01])"
    weekday = "(?:" + "|".join(sorted(_LEXICON.words("weekdays", "names"))) + ")"
    before = r"(?<![\w.,/-])"
    openers = sorted(_LEXICON.words("dates", "year_openers"), key=len, reverse=True)
    prepositions = "(?:" + "|".join(opener.replace("'", "['’]").replace(" ", _SP) for opener in openers) + ")"
    entries = (
        (rf"{before}{day}(?:{_SP}(?:{month}))?(?:{_SP}{_YEAR})?{_SP}?(?:au|[-–]){_SP}?{day}{_SP}(?:{month}){_SP}{_YEAR}\b", _day_range),
        (rf"{before}(?:{weekday}{_SP})?({day}){_SP}({month}){_SP}(\d{{3,4}})\b(?!{_AD_ERA})", _full),
        (r"(?<![\d/.-])(\d{1,2})/(\d{1,2})/(\d{4})(?![\d/])", _slashed),
        (rf"(?<![\d-])({_YEAR})-(\d\d)-(\d\d)(?![\d-])", lambda m: (m.group(), "day")),
        (rf"{before}(?:{day}{_SP})?(?:{month})?{_SP}?\d{{1,4}}{_AD_ERA}", lambda m: ("", "partial")),
        (rf"\b(?:mi-|fin{_SP}|début{_SP})(?:{month})(?:{_SP}{_YEAR})?\b", lambda m: ("", "partial")),
        (rf"\b({month}){_SP}({_YEAR})\b(?!{_AD_ERA})", lambda m: (f"{m[2]}-{months()[m[1].lower()]:02d}", "month")),
        (rf"\b({_century()}){_SP}?siècle(?!{_AD_ERA})\b", _century_iso),
        (
            rf"\b{_century()}(?:(?:{_SP}(?:et|au|ou){_SP}(?:le{_SP})?|[-–]){_century()})?{_SP}?siècles?(?:{_AD_ERA})?",
            lambda m: ("", "partial"),
        ),
        (rf"\bannées{_SP}({_YEAR})(?:{_SP}(?:et|à){_SP}|[-–])({_YEAR})\b", lambda m: (f"{m[1]}/{int(m[2]) + 9}", "range")),
        (rf"\bannées{_SP}(\d\d\d0)\b", lambda m: (f"{m[1]}/{int(m[1]) + 9}", "decade")),
        (rf"\bannées{_SP}([3-9]0)\b", lambda m: (f"19{m[1]}/19{int(m[1]) + 9}", "decade")),
        (
            rf"\bannées{_SP}(?:[12]0|folles|vingt|trente|quarante|cinquante|soixante|soixante-dix|quatre-vingt|quatre-vingt-dix)\b",
            lambda m: ("", "partial"),
        ),
        (rf"(?<=[Dd]e{_SP})({_YEAR}){_SP}à{_SP}({_YEAR})\b(?!{_SP}(?:€|%))", lambda m: (f"{m[1]}/{m[2]}", "range")),
        (rf"(?<=[Ee]ntre{_SP})({_YEAR}){_SP}et{_SP}({_YEAR})\b", lambda m: (f"{m[1]}/{m[2]}", "range")),
        (rf"(?<![\w.,/-])({_YEAR})[-–]({_YEAR})(?![\w/-])", lambda m: (f"{m[1]}/{m[2]}", "range")),
        (r"(?<![\w.,/-])((?:1\d|20)\d\d)[-–/](\d\d)(?![\w/-])", lambda m: (f"{m[1]}/{m[1][:2]}{m[2]}", "range")),
        (rf"(?:(?<=\bl['’]an{_SP})|(?<=\b[Ee]n{_SP}))(\d{{3}})\b(?![.,]?\d)(?!{_SP}[a-zà-ÿ%€$°])", lambda m: (f"0{m[1]}", "year")),
        (rf"\b{prepositions}{_SP}({_YEAR})(?![\w/%€$-])(?!{_SP}?[%€$°])(?![.,]\d)", _year),
        (rf"(?<=\()({_YEAR})(?=[),;])|(?<=[(,;]{_SP})({_YEAR})(?=\))|(?<=,{_SP})({_YEAR})(?=[.;)])", _year),
        (rf"\b(?:de|du|d['’]){_SP}?({_YEAR})(?![\w/%€$-])(?!{_SP}?[%€$°])(?![.,]\d)", _year),
        (rf"{before}(?:{weekday}{_SP})?{day}{_SP}(?:{month})\b", lambda m: ("", "partial")),
        (
            rf"(?<=\b[Ee]n{_SP})(?:{month})\b|(?<=mois{_SP}de{_SP})(?:{month})\b|(?<=[Dd]epuis{_SP})(?:{month})\b|(?<=[Dd]ès{_SP})(?:{month})\b",
            lambda m: ("", "partial"),
        ),
        (_deictic(weekday), lambda m: ("", "deictic")),
    )
    return tuple((re.compile(pattern, re.I if "siècle" not in pattern else 0), make) for pattern, make in entries)


def _century() -> str:
    return r"(?:(?:[IVX]+|\d{1,2})(?:er|e|ᵉ|ème|è))"


def _deictic(weekday: str) -> str:
    words = sorted(_LEXICON.words("deixis", "words"), key=len, reverse=True)
    alternatives = "|".join(re.escape(word).replace("'", "['’]").replace(r"\ ", _SP) for word in words)
    number = rf"(?:\d+|une?|quelques|plusieurs|cent|{'|'.join(_LEXICON.table('numbers')['values'])})"
    unit = r"(?:ans?|années?|mois|jours?|semaines?|heures?|siècles?|décennies?)"
    return (
        rf"(?i:\b(?:{alternatives})(?!\w)|\b{number}{_SP}{unit}{_SP}(?:plus{_SP}tard|plus{_SP}tôt|après|avant|auparavant|durant)\b"
        rf"|\b(?:il{_SP}y{_SP}a|dans|depuis|d['’]ici){_SP}{number}{_SP}{unit}\b|\b(?:ce{_SP})?{weekday}(?:{_SP}(?:dernier|prochain|matin|soir))?\b)"
    )


def _full(match: re.Match[str]) -> tuple[str, str]:
    day = int(match[1].rstrip("er"))
    return f"{int(match[3]):04d}-{months()[match[2].lower()]:02d}-{day:02d}", "day"


def _slashed(match: re.Match[str]) -> tuple[str, str]:
    day, month = int(match[1]), int(match[2])
    return (f"{match[3]}-{month:02d}-{day:02d}", "day") if 1 <= month <= 12 and 1 <= day <= 31 else ("", "partial")


def _day_range(match: re.Match[str]) -> tuple[str, str]:
    words = re.findall(r"1er|\d+|[^\W\d]{3,}\.?", match.group().lower())
    named = [months()[word] for word in words if word in months()]
    figures = [int(word.rstrip("er")) for word in words if word[0].isdigit()]
    years = [figure for figure in figures if figure > 31]
    first, last = [figure for figure in figures if figure <= 31][:2]
    return f"{years[0]}-{named[0]:02d}-{first:02d}/{years[-1]}-{named[-1]:02d}-{last:02d}", "range"


def _century_iso(match: re.Match[str]) -> tuple[str, str]:
    written = re.match(r"[IVX]+|\d+", match[1])
    number = _roman(written.group()) if written else 0
    return f"{(number - 1) * 100 + 1:04d}/{number * 100:04d}", "century"


def _year(match: re.Match[str]) -> tuple[str, str]:
    return next(group for group in match.groups() if group), "year"


def _roman(text: str) -> int:
    if text.isdigit():
        return int(text)
    values = [_ROMAN[letter] for letter in text]
    return sum(-value if value < following else value for value, following in zip(values, [*values[1:], 0], strict=True))


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
    for pattern, make in _patterns():
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
    return text[start].isupper() and bool(re.search(rf"\w{_SP}$", text[max(0, start - _WINDOW) : start]))


def _bounds(match: re.Match[str], precision: str) -> tuple[int, int]:
    """Return the bounds of the date alone: for a year, of its figures."""
    if precision == "year":
        group = next(number for number, value in enumerate(match.groups(), start=1) if value)
        return match.span(group)
    return match.span()


@cache
def _lead_pattern() -> re.Pattern[str]:
    leads = sorted(_LEXICON.words("dates", "leads"), key=len, reverse=True)
    alternatives = "|".join(re.escape(lead).replace("'", "['’]").replace(r"\ ", _SP) for lead in leads)
    return re.compile(rf"(?:^|(?<=[\W_]))({alternatives}){_SP}*$", re.I)


def _lead(before: str) -> str:
    match = _lead_pattern().search(before)
    return re.sub(_SP, " ", match.group(1).lower().replace("’", "'")) if match else ""


def _enumerated_years(text: str, found: list[DateMatch]) -> list[DateMatch]:
    """Return the later years of a list that a first one opens: "en 2010, 2012 et 2014"."""
    more: list[DateMatch] = []
    for first in found:
        end = first.end
        while first.precision == "year" and (
            match := re.match(rf"(?:,{_SP}|{_SP}(?:et|ou|puis){_SP}(?:en{_SP})?)({_YEAR})(?![\w%€$/-])(?!{_SP}?[%€])", text[end:])
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
