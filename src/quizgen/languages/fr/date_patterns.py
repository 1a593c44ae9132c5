"""Surface patterns of French dates, the most telling first, and how each is read as ISO 8601."""

import re
from collections.abc import Callable, Iterator
from functools import cache

from quizgen.languages.base import Lexicon

Reading = tuple[str, str]  # ISO 8601 (or "" where there is none) and precision
Reader = Callable[[re.Match[str]], Reading]

SPACE = r"[ \u00a0\u202f]"
_LEXICON = Lexicon("fr")
YEAR = r"(?:1\d{3}|20\d{2})"
_ROMAN = {"I": 1, "V": 5, "X": 10}
_AD_ERA = rf"(?:{SPACE}(?:av\.|avant|ap\.|après){SPACE}?J(?:\.|ésus)?-C(?:\.|hrist)?)"
_FIGURE = re.compile(r"\d")
_PLAIN = str.maketrans({"\u00a0": " ", "\u202f": " ", "’": "'"})
_UNIT_BEHIND_SPACE = re.compile(r" (?:ans?|années?|mois|jours?|semaines?|heures?|siècles?|décennies?)\b")


@cache
def months() -> dict[str, int]:
    """Return the months by name, abbreviations included: {"janvier": 1, "janv.": 1, …}."""
    return dict(_LEXICON.table("months").items())


def patterns(text: str) -> Iterator[tuple[re.Pattern[str], Reader]]:
    """Yield the patterns that may be in a text, from the fullest to the barest, each with what makes (iso, precision) of a match."""
    low = text.lower().translate(_PLAIN)
    held = {word: word in low for word in ("", "siècle", "années", "entre", " à ", "/", "-c")}
    held |= {"figure": _FIGURE.search(text) is not None, "pointing": _may_point(low), "month": any(map(low.__contains__, _short_months()))}
    return ((pattern, read) for pattern, read, needs in _compiled() if held[needs])


@cache
def _compiled() -> tuple[tuple[re.Pattern[str], Reader, str], ...]:
    return tuple((re.compile(source, re.I if "siècle" not in source else 0), read, needs) for source, read, needs in _sources())


def _sources() -> tuple[tuple[str, Reader, str], ...]:
    """Return the patterns, what reads each, and what a text in small letters must hold for it to match.

    "figure" is any, "month" the name of one, "pointing" what hangs on the day of writing.
    """
    month = "|".join(re.escape(name) for name in sorted(months(), key=len, reverse=True))
    day = r"(?:1er|[12]?\d|3[01])"
    weekday = "(?:" + "|".join(sorted(_LEXICON.words("weekdays", "names"))) + ")"
    before = r"(?<![\w.,/-])"
    openers = sorted(_LEXICON.words("dates", "year_openers"), key=len, reverse=True)
    prepositions = "(?:" + "|".join(opener.replace("'", "['’]").replace(" ", SPACE) for opener in openers) + ")"
    return (
        (rf"{before}{day}(?:{SPACE}(?:{month}))?(?:{SPACE}{YEAR})?{SPACE}?(?:au|[-–]){SPACE}?{day}{SPACE}(?:{month}){SPACE}{YEAR}\b",
         _day_range, "month"),
        (rf"{before}(?:{weekday}{SPACE})?({day}){SPACE}({month}){SPACE}(\d{{3,4}})\b(?!{_AD_ERA})", _full, "month"),
        (r"(?<![\d/.-])(\d{1,2})/(\d{1,2})/(\d{4})(?![\d/])", _slashed, "/"),
        (rf"(?<![\d-])({YEAR})-(\d\d)-(\d\d)(?![\d-])", lambda m: (m.group(), "day"), "figure"),
        (rf"{before}(?:{day}{SPACE})?(?:{month})?{SPACE}?\d{{1,4}}{_AD_ERA}", _partial, "-c"),
        (rf"\b(?:mi-|fin{SPACE}|début{SPACE})(?:{month})(?:{SPACE}{YEAR})?\b", _partial, "month"),
        (rf"\b({month}){SPACE}({YEAR})\b(?!{_AD_ERA})", lambda m: (f"{m[2]}-{months()[m[1].lower()]:02d}", "month"), "month"),
        (rf"\b({_century()}){SPACE}?siècle(?!{_AD_ERA})\b", _century_iso, "siècle"),
        (
            rf"\b{_century()}(?:(?:{SPACE}(?:et|au|ou){SPACE}(?:le{SPACE})?|[-–]){_century()})?{SPACE}?siècles?(?:{_AD_ERA})?",
            _partial,
            "siècle",
        ),
        (rf"\bannées{SPACE}({YEAR})(?:{SPACE}(?:et|à){SPACE}|[-–])({YEAR})\b", lambda m: (f"{m[1]}/{int(m[2]) + 9}", "range"), "années"),
        (rf"\bannées{SPACE}(\d\d\d0)\b", lambda m: (f"{m[1]}/{int(m[1]) + 9}", "decade"), "années"),
        (rf"\bannées{SPACE}([3-9]0)\b", lambda m: (f"19{m[1]}/19{int(m[1]) + 9}", "decade"), "années"),
        (
            rf"\bannées{SPACE}(?:[12]0|folles|vingt|trente|quarante|cinquante|soixante|soixante-dix|quatre-vingt|quatre-vingt-dix)\b",
            _partial,
            "années",
        ),
        (rf"(?<=[Dd]e{SPACE})({YEAR}){SPACE}à{SPACE}({YEAR})\b(?!{SPACE}(?:€|%))", lambda m: (f"{m[1]}/{m[2]}", "range"), " à "),
        (rf"(?<=[Ee]ntre{SPACE})({YEAR}){SPACE}et{SPACE}({YEAR})\b", lambda m: (f"{m[1]}/{m[2]}", "range"), "entre"),
        (rf"(?<![\w.,/-])({YEAR})[-–]({YEAR})(?![\w/-])", lambda m: (f"{m[1]}/{m[2]}", "range"), "figure"),
        (r"(?<![\w.,/-])((?:1\d|20)\d\d)[-–/](\d\d)(?![\w/-])", lambda m: (f"{m[1]}/{m[1][:2]}{m[2]}", "range"), "figure"),
        (rf"(?:(?<=\bl['’]an{SPACE})|(?<=\b[Ee]n{SPACE}))(\d{{3}})\b(?![.,]?\d)(?!{SPACE}[a-zà-ÿ%€$°])",
         lambda m: (f"0{m[1]}", "year"), "figure"),
        (rf"\b{prepositions}{SPACE}({YEAR})(?![\w/%€$-])(?!{SPACE}?[%€$°])(?![.,]\d)", _year, "figure"),
        (rf"(?<=\()({YEAR})(?=[),;])|(?<=[(,;]{SPACE})({YEAR})(?=\))|(?<=,{SPACE})({YEAR})(?=[.;)])", _year, "figure"),
        (rf"\b(?:de|du|d['’]){SPACE}?({YEAR})(?![\w/%€$-])(?!{SPACE}?[%€$°])(?![.,]\d)", _year, "figure"),
        (rf"{before}(?:{weekday}{SPACE})?{day}{SPACE}(?:{month})\b", _partial, "month"),
        (
            rf"(?<=\b[Ee]n{SPACE})(?:{month})\b|(?<=mois{SPACE}de{SPACE})(?:{month})\b|(?<=[Dd]epuis{SPACE})(?:{month})\b|(?<=[Dd]ès{SPACE})(?:{month})\b",
            _partial,
            "month",
        ),
        (_deictic(weekday), lambda m: ("", "deictic"), "pointing"),
    )


def _century() -> str:
    return r"(?:(?:[IVX]+|\d{1,2})(?:er|e|ᵉ|ème|è))"


def _may_point(low: str) -> bool:
    """True where a text holds what every match of `_deictic` does: one of its words, a day of the week, a unit of time behind a space."""
    if _UNIT_BEHIND_SPACE.search(low) is not None:
        return True
    held = filter(low.__contains__, _shortest_pointing_words())
    return any(_as_whole_words(word).search(low) is not None for word in held)  # « ici » is in « policier » too


@cache
def _pointing_words() -> frozenset[str]:
    return frozenset(word.translate(_PLAIN) for word in _LEXICON.words("deixis", "words") | _LEXICON.words("weekdays", "names"))


@cache
def _shortest_pointing_words() -> frozenset[str]:
    return _shortest(set(_pointing_words()))


@cache
def _as_whole_words(short: str) -> re.Pattern[str]:
    """Return what finds the pointing words that hold a short one, by themselves."""
    words = (re.escape(word) for word in sorted(_pointing_words()) if short in word)
    return re.compile(rf"\b(?:{'|'.join(words)})(?!\w)")


@cache
def _short_months() -> frozenset[str]:
    return _shortest(set(months()))


def _shortest(words: set[str]) -> frozenset[str]:
    """Return the words that hold no other: where none of these stands in a text, none of all does."""
    return frozenset(word for word in words if not any(other != word and other in word for other in words))


def _deictic(weekday: str) -> str:
    words = sorted(_LEXICON.words("deixis", "words"), key=len, reverse=True)
    alternatives = "|".join(re.escape(word).replace("'", "['’]").replace(r"\ ", SPACE) for word in words)
    number = rf"(?:\d+|une?|quelques|plusieurs|cent|{'|'.join(_LEXICON.table('numbers')['values'])})"
    unit = r"(?:ans?|années?|mois|jours?|semaines?|heures?|siècles?|décennies?)"
    return (
        rf"(?i:\b(?:{alternatives})(?!\w)|\b{number}{SPACE}{unit}{SPACE}(?:plus{SPACE}tard|plus{SPACE}tôt|après|avant|auparavant|durant)\b"
        rf"|\b(?:il{SPACE}y{SPACE}a|dans|depuis|d['’]ici){SPACE}{number}{SPACE}{unit}\b|\b(?:ce{SPACE})?{weekday}(?:{SPACE}(?:dernier|prochain|matin|soir))?\b)"
    )


def _partial(_: re.Match[str]) -> Reading:
    return "", "partial"


def _full(match: re.Match[str]) -> Reading:
    day = int(match[1].rstrip("er"))
    return f"{int(match[3]):04d}-{months()[match[2].lower()]:02d}-{day:02d}", "day"


def _slashed(match: re.Match[str]) -> Reading:
    day, month = int(match[1]), int(match[2])
    return (f"{match[3]}-{month:02d}-{day:02d}", "day") if 1 <= month <= 12 and 1 <= day <= 31 else ("", "partial")


def _day_range(match: re.Match[str]) -> Reading:
    words = re.findall(r"1er|\d+|[^\W\d]{3,}\.?", match.group().lower())
    named = [months()[word] for word in words if word in months()]
    figures = [int(word.rstrip("er")) for word in words if word[0].isdigit()]
    years = [figure for figure in figures if figure > 31]
    first, last = [figure for figure in figures if figure <= 31][:2]
    return f"{years[0]}-{named[0]:02d}-{first:02d}/{years[-1]}-{named[-1]:02d}-{last:02d}", "range"


def _century_iso(match: re.Match[str]) -> Reading:
    written = re.match(r"[IVX]+|\d+", match[1])
    number = _roman(written.group()) if written else 0
    return f"{(number - 1) * 100 + 1:04d}/{number * 100:04d}", "century"


def _year(match: re.Match[str]) -> Reading:
    return next(group for group in match.groups() if group), "year"


def _roman(text: str) -> int:
    if text.isdigit():
        return int(text)
    values = [_ROMAN[letter] for letter in text]
    return sum(-value if value < following else value for value, following in zip(values, [*values[1:], 0], strict=True))
