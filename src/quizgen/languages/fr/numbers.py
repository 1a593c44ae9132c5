"""Numbers on the surface of a French text, in figures and in words, and the way from one to the other."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache, lru_cache

from quizgen.languages.base import Lexicon, QuantityMatch
from quizgen.languages.fr.dates import find_dates

_LEXICON = Lexicon("fr")
_SP = r"[ \u00a0\u202f]"
_WINDOW = 60  # characters looked at on either side of a number
_FIGURES = r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:,\d+)?|\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?"
_NOT_BEFORE = r"(?<![\w.,/§$£€:-])(?<!\d[ \u00a0\u202f])(?<!\bh[ \u00a0\u202f])"
_NOT_AFTER = r"(?![\w/:]|[.,]\d|-[\w])"
_WORD_BEFORE = re.compile(rf"(?:(?<=[\s(«])|^)(\S+){_SP}$")
_OUT_OF = re.compile(rf"\bun[es]?{_SP}[\w'’ -]{{1,30}}{_SP}sur{_SP}$|\b(?:tous|toutes){_SP}(?:les{_SP})?$|\bl['’]une?{_SP}des{_SP}$", re.I)


@cache
def _word_pattern() -> str:
    """Return a pattern of number words that say a number on their own: "vingt-cinq", "deux cent mille", "un million"."""
    simple = "|".join(sorted(values() | _multipliers(), key=len, reverse=True))
    word = rf"(?:{simple})"
    one_of_many = rf"une?(?=[ -](?:{'|'.join(_multipliers())})\b)"
    and_one = r"une?\b(?:(?<=et.un)|(?<=et.une))"
    return rf"(?:{one_of_many}|{word})(?:(?:-|{_SP}|{_SP}et{_SP}|-et-)(?:{word}|{and_one})\b)*"


@cache
def values() -> dict[str, int]:
    """Return the simple number words with their values, multipliers not included."""
    return dict(_LEXICON.table("numbers")["values"])


@cache
def _multipliers() -> dict[str, int]:
    return dict(_LEXICON.table("numbers")["multipliers"])


@cache
def _pattern() -> re.Pattern[str]:
    words = sorted(_LEXICON.words("numbers", "qualifiers"), key=len, reverse=True)
    qualifiers = "|".join(re.escape(word).replace("'", "['’]").replace(r"\ ", _SP) + ("" if word.endswith("'") else _SP) for word in words)
    open_words = "|".join(sorted(_LEXICON.table("numbers")["open"], key=len, reverse=True))
    fractions = "|".join(
        sorted((re.escape(words).replace(r"\ ", _SP) for words in _LEXICON.table("numbers")["fractions"]), key=len, reverse=True)
    )
    scale = "|".join(("milliers?", "millions?", "milliards?", "billions?"))
    return re.compile(
        rf"(?P<qualifier>\b(?:{qualifiers}))?(?P<whole>"
        rf"(?P<open>\b(?:des|une?|quelques|plusieurs|deux|trois){_SP}(?:{open_words})\b)"
        rf"|(?P<fraction>\b(?:{fractions})\b)"
        rf"|{_NOT_BEFORE}(?:(?P<figures>{_FIGURES})|(?P<words>\b{_word_pattern()}))(?:{_SP}(?P<scale>{scale})\b)?"
        rf"(?P<percent>{_SP}?%|{_SP}pour{_SP}cent\b)?)(?P<after>{_NOT_AFTER})",
        re.I,
    )


@lru_cache(maxsize=1024)
def find_quantities(text: str) -> tuple[QuantityMatch, ...]:
    """Return the numbers in `text` that are no dates, in order, not overlapping.

    Left out: dates, ordinals, numbering ("article 12", "Apollo 11"), clock times, both ends of a range ("entre 10 et 20").
    """
    dates = find_dates(text)
    return tuple(match for match in _candidates(text) if not any(match.start < date.end and date.start < match.end for date in dates))


def _candidates(text: str) -> Iterator[QuantityMatch]:
    position = 0
    while match := _pattern().search(text, position):
        position = match.end()
        if range_end := _range_end(text, match):
            position = range_end
        elif (found := _read(text, match)) is not None:
            yield found


def _range_end(text: str, match: re.Match[str]) -> int:
    """Return where the range ends that this number opens ("entre 10 et 20 %", "de 3 à 5", "10 à 20"), or 0."""
    rest = re.match(rf"{_SP}?(?:et|à|ou|[-–]){_SP}?", text[match.end() : match.end() + _WINDOW])
    if rest is None or (
        rest.group().strip() == "et" and not re.search(rf"\b[Ee]ntre{_SP}$", text[max(0, match.start() - _WINDOW) : match.start()])
    ):
        return 0
    following = _pattern().match(text, match.end() + rest.end())
    return following.end() if following else 0


def _read(text: str, match: re.Match[str]) -> QuantityMatch | None:
    before, after = text[max(0, match.start() - _WINDOW) : match.start()], text[match.end() : match.end() + _WINDOW]
    if not match["open"] and not match["fraction"] and not _counts(before, after, match):
        return None
    qualifier = re.sub(_SP, " ", (match["qualifier"] or "").strip().lower().replace("’", "'"))
    percent, is_open = bool(match["percent"]), bool(match["open"])
    return QuantityMatch(match.start(), match.end(), _number(match), qualifier, percent, is_open, match.start("whole"))


def _is_numbered(before: str) -> bool:
    """True where the word before numbers or bears a name: "article 12", "l'article 5", "Apollo 11"; not for "Les 300"."""
    match = _WORD_BEFORE.search(before)
    word = re.sub(r"^\w{1,2}['’]", "", match[1]) if match else ""
    numbers_things = word.lower() in _LEXICON.words("numbers", "numbering")
    return numbers_things or (word[:1].isupper() and word.lower() not in _LEXICON.words("numbers", "openers") and word[-1].isalnum())


def _counts(before: str, after: str, match: re.Match[str]) -> bool:
    """True where the number counts or measures, false where it numbers, names or tells the time."""
    if _OUT_OF.search(before) or _is_numbered(before):
        return False
    whole = match["whole"]
    if whole[0].isupper() and not re.search(rf"(?:^|[.!?»:;«\n(]){_SP}?$", before):
        return False  # "la guerre de Trente Ans"
    if whole.lower() == "neuf":
        return bool(re.match(rf"{_SP}[a-zà-ÿœ]+[sx]\b", after))  # "un outil neuf" is new
    if re.fullmatch(r"1\d{3}|20\d\d", whole):
        return bool(re.match(rf"{_SP}(?:[a-zà-ÿœ]+[sx]\b|[%€$])", after))  # "Euro 2016" is a year
    return not re.match(rf"(?:e|er|re|ème|ᵉ|h|nde?)\b|{_SP}h(?:{_SP}\d|eures?{_SP}\d)|°", after)


def _number(match: re.Match[str]) -> str:
    """Return the canonical decimal of a match: "25000000", "0.8", "1500000000"."""
    if match["open"]:
        return str(_LEXICON.table("numbers")["open"][re.split(_SP, match["open"].lower())[1]])
    if match["fraction"]:
        return str(_LEXICON.table("numbers")["fractions"][re.sub(_SP, " ", match["fraction"].lower())])
    value = _figures(match["figures"]) if match["figures"] else Decimal(words_to_number(match["words"]))
    if match["scale"]:
        value *= _multipliers()[match["scale"].lower().rstrip("s")]
    return f"{value.normalize():f}"


def _figures(text: str) -> Decimal:
    digits = re.sub(_SP, "", text)
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", digits):
        digits = digits.replace(".", "")
    return Decimal(digits.replace(",", "."))


def words_to_number(text: str) -> int:
    """Return the value of French number words: "deux cent trente-quatre mille" → 234000. Raises KeyError on another word."""
    total = group = 0
    for word in re.split(r"[\s\u00a0\u202f-]+", text.lower()):
        if word == "et":
            continue
        if word in _multipliers():
            multiplier = _multipliers()[word]
            total, group = (total + max(group, 1) * multiplier, 0) if multiplier >= 1000 else (total, max(group, 1) * multiplier)
        elif word in ("vingt", "vingts") and group % 10 == 4 and group % 100 == 4:
            group += 76  # quatre-vingts
        else:
            group += 1 if word in ("un", "une") else values()[word]
    return total + group


def number_to_words(number: int) -> str:
    """Return a whole number below 100 in words, spelled with hyphens: 71 → "soixante et onze". Raises ValueError from 100 on."""
    if not 0 <= number < 100:
        raise ValueError(f"no words for {number}")
    by_value = _names()
    if number in by_value:
        return by_value[number]
    base = number - number % 10 if number < 70 or 80 <= number < 90 else number - number % 20
    rest = number - base
    if rest in (1, 11) and base < 80:
        return f"{by_value[base]} et {'un' if rest == 1 else 'onze'}"
    return f"{by_value[base].removesuffix('s') if base == 80 else by_value[base]}-{number_to_words(rest)}"


@cache
def _names() -> dict[int, str]:
    regional = _LEXICON.words("numbers", "regional")
    names = {value: word for word, value in values().items() if word not in regional}
    return {**names, 1: "un", 80: "quatre-vingts"}
