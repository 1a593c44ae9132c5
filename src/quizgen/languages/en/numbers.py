"""Numbers of English texts: figures, number words, money, shares, with the words that qualify them."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from quizgen.facts import Quantity
from quizgen.languages.base import QuantityMatch
from quizgen.languages.en.words import one_of, words

_UNITS = words("numbers", "units")  # zero to nineteen
_TENS = ("", "", *words("numbers", "tens"))  # twenty to ninety
_SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12, "bn": 10**9, "m": 10**6, "k": 1000}
_PARTS = ("half", "third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
NUMBER_WORDS = (*_UNITS[1:], *_TENS[2:])

_SPACE = " \u00a0\u202f"
_QUALIFIER = rf"(?:(?P<qualifier>{one_of(words('numbers', 'qualifiers'))}) )?"
_QUALIFIER_OF_WORDS = _QUALIFIER.replace("qualifier", "qualifier_w")
_FIGURE = rf"\d{{1,3}}(?:[,{_SPACE}]\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SMALL = f"(?:{one_of((*_UNITS, *_TENS[2:]))})"
_SCALED = rf"(?: (?:hundred|thousand|million|billion|trillion)(?:(?: and)? {_SMALL}(?:-{_SMALL})?)?)*"
_WORDS = rf"(?:(?:{_SMALL}|a|half a)(?:[- ](?:and )?{_SMALL})*{_SCALED})"
_SCALE = rf"(?:[{_SPACE}]?(?P<scale>thousand|million|billion|trillion|bn\b|m\b(?= )|k\b))?"
_PERCENT = rf"(?P<percent>[{_SPACE}]?%|[ -]per ?cent\b|[ -]percentage points?\b)?"
_MONEY = r"(?P<money>(?:US|A|C|NZ|HK)?\$|£|€|¥|₹)?"
_NUMBER = re.compile(
    rf"(?<![\w.,/:+#€£$-]){_QUALIFIER}{_MONEY}(?P<figure>{_FIGURE})(?![\w:/]){_SCALE}{_PERCENT}"
    rf"|(?<![\w-]){_QUALIFIER_OF_WORDS}(?P<words>{_WORDS})(?![\w-]){_PERCENT.replace('percent>', 'percent_w>')}", re.IGNORECASE)
_TOP = r"(?P<top>one|a|two|three|four|five|six|seven|eight|nine)[ -]"
_SHARE = re.compile(rf"(?<![\w-]){_QUALIFIER}(?:{_TOP}(?P<part>{'|'.join(_PARTS[1:])})s?(?= of\b)"
                    r"|(?P<half>(?:one[ -])?half)(?= (?:of|the|all|its|their|his|her|our)\b))", re.IGNORECASE)
_OPEN = re.compile(r"(?<![\w-])(?:a|several|many|some)? ?(?:dozens?|hundreds|thousands|millions|billions|scores|a couple|a handful"
                   r"|tens of (?:thousands|millions))(?= of\b| [a-z])|(?<![\w-])a (?:dozen|score|couple|handful)\b", re.IGNORECASE)
_FEW = "(?:two|three|four|five|six|seven|eight|nine|ten|twelve)"
_RANGE_AFTER = re.compile(rf"(?: ?[-–—] ?|(?: [a-z]+)? (?:to|or) )[$£€]?\d|[-–]| (?:to|or) {_FEW}\b| ?[x×] ?\d|\)?-")
_RANGE_BEFORE = re.compile(rf"(?:\d ?[-–—x×] ?|\d(?:%| [a-z]+)? (?:to|or) |\bbetween \S+(?: \w+)? and |\bbetween |\b{_FEW} (?:to|or) )$")
# "Section 3", "page 12", "Boeing 747", "number two": the figure is part of a name.
_NAMED_BEFORE = re.compile(rf"(?:\b(?:{one_of(words('numbers', 'named_before'))})|#) ?$", re.IGNORECASE)
_NAME_BEFORE = re.compile(r"(?:^|[ (“\"])([A-Z][\w’'&-]*) $")
_ORDINAL_AFTER = re.compile(r" ?(?:st|nd|rd|th)\b| (?:BC|AD|BCE|CE|a\.?m\.?|p\.?m\.?|o['’]clock|GMT)\b|[- ]year-old|[- ]hundredths?\b")


@lru_cache(maxsize=1024)
def find_quantities(text: str, taken: tuple[tuple[int, int], ...] = ()) -> tuple[QuantityMatch, ...]:
    """Return the numbers in `text`, in order, not overlapping each other or the stretches `taken` (dates)."""
    found: list[QuantityMatch] = []
    for match in (*_shares(text), *_open_numbers(text), *_numbers(text)):
        stretches = (*taken, *((other.start, other.end) for other in found))
        if all(match.end <= start or match.start >= end for start, end in stretches):
            found.append(match)
    return tuple(sorted(found, key=lambda match: match.start))


def _shares(text: str) -> Iterator[QuantityMatch]:
    for found in _SHARE.finditer(text):
        top = 1 if found["half"] else word_value(found["top"]) or 1
        part = 2 if found["half"] else _PARTS.index(found["part"].lower()) + 2
        number = (Decimal(top) / part).quantize(Decimal("0.0001")).normalize()
        bare = found.start("top") if found["part"] else found.start("half")
        yield QuantityMatch(found.start(), found.end(), str(number), _qualifier(found["qualifier"]), bare=bare)


def _open_numbers(text: str) -> Iterator[QuantityMatch]:
    for found in _OPEN.finditer(text):
        start = found.start() + len(found.group()) - len(found.group().lstrip())
        yield QuantityMatch(start, found.end(), "12" if "dozen" in found.group().lower() else "", "", is_open=True, bare=start)


def _numbers(text: str) -> Iterator[QuantityMatch]:
    for found in _NUMBER.finditer(text):
        number = _value(found)
        start = found.start() if found["qualifier"] or found["qualifier_w"] else found.start("money") if found["money"] else found.start()
        if number is None or not _is_free(text, found):
            continue
        percent = found["percent"] or found["percent_w"]
        qualifier = _qualifier(found["qualifier"] or found["qualifier_w"])
        bare = found.start("money" if found["money"] else "figure" if found["figure"] else "words")
        yield QuantityMatch(start, found.end(), number, qualifier, is_percentage=bool(percent), bare=bare)


def _qualifier(written: str | None) -> str:
    qualifier = (written or "").lower()
    return "" if qualifier in words("numbers", "unqualified") else qualifier


def _value(found: re.Match[str]) -> str | None:
    if found["figure"]:
        digits = Decimal(re.sub(rf"[,{_SPACE}]", "", found["figure"]))
        return canonical(digits * _SCALES.get((found["scale"] or "").lower(), 1))
    written = found["words"].lower()
    # "one" alone is a pronoun or stands for "a"; "a" alone is an article.
    value = None if written in ("one", "a", "half a", "zero") else word_value(written)
    return None if value is None else canonical(Decimal(str(value)))


def canonical(number: Decimal) -> str:
    """Return the number as plain digits, without exponent or trailing zeros: "25000000", "0.8"."""
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def word_value(written: str) -> float | int | None:
    """Return the number that English words write ("twenty-five", "one hundred and two", "half a million"), or None when they write none."""
    if written.startswith("half a "):
        scale = _SCALES.get(written.removeprefix("half a "))
        return None if scale is None else scale // 2
    total, current = 0, 0
    for word in re.split(r"[- ]", re.sub(r"^a ", "one ", written)):
        if word == "and":
            continue
        if word in _UNITS:
            current += _UNITS.index(word)
        elif word in _TENS:
            current += 10 * _TENS.index(word)
        elif word == "hundred":
            current *= 100
        elif word in _SCALES:
            total, current = total + current * _SCALES[word], 0
        else:
            return None
    return total + current


def _is_free(text: str, found: re.Match[str]) -> bool:
    """True unless the figure belongs to a range, a name, an ordinal, a time of day or a telephone number."""
    before, after = text[:found.start()], text[found.end():]
    if _RANGE_AFTER.match(after) or _ORDINAL_AFTER.match(after) or _RANGE_BEFORE.search(before) or _NAMED_BEFORE.search(before):
        return False
    is_clock = re.fullmatch(r"\d{1,2}\.\d\d", found["figure"] or "") is not None
    is_time_of_day = is_clock and re.search(r"\bat (?:about |around )?$", text[:found.start("figure")], re.IGNORECASE)
    if is_time_of_day or before.endswith(("minus ", "−")):
        return False
    if found["qualifier"] or found["qualifier_w"] or found["money"]:
        return True
    named = _NAME_BEFORE.search(before)
    if named and named.group(1).lower() not in words("numbers", "openers") and not (found["percent"] or found["percent_w"]):
        return False
    return not re.search(r"\+?\d[\d () -]{2,}$", before) and not re.match(r"[ -]\d{2,}[ -]\d", after)


def in_words(number: int) -> str:
    """Return a whole number from 0 to 100 in English words; "" for others."""
    if not 0 <= number <= 100:
        return ""
    if number == 100:
        return "one hundred"
    if number < 20:
        return _UNITS[number]
    tens, units = divmod(number, 10)
    return _TENS[tens] + (f"-{_UNITS[units]}" if units else "")


def variants(quantity: Quantity) -> tuple[str, ...]:
    """Return other right ways to write the quantity: figures or words, with or without its unit, "%" or "per cent"."""
    if not quantity.number:
        return (quantity.amount,)
    value = Decimal(quantity.number)
    if quantity.is_percentage:
        forms = [f"{canonical(value)}{sign}" for sign in ("%", " per cent", " percent")]
    elif value == value.to_integral_value() and not re.search(r"[$£€¥₹]", quantity.amount):
        whole = int(value)
        forms = [f"{whole:,}", str(whole) if whole < 10_000 else "", in_words(whole)]
    else:
        forms = []
    return (quantity.amount, *(_qualified(quantity, form) for form in forms if form))


def _qualified(quantity: Quantity, number: str) -> str:
    return f"{quantity.qualifier} {number}".strip()
