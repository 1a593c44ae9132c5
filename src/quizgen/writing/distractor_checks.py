"""Whether a value may be a distractor: of the key's own shape, and surely wrong."""

import re
from decimal import Decimal

from quizgen.facts import Clause, Date, Phrase, PhraseType, Quantity, Value
from quizgen.languages.base import Language
from quizgen.languages.gazetteers import canonical
from quizgen.languages.words import roots, stands_in
from quizgen.questions import Question
from quizgen.writing.distractor_pool import DistractorPool, Possible
from quizgen.writing.grain import same_grain
from quizgen.writing.neighbours import is_true_too

_BETWEEN = re.compile(r"(?:['’]s)?\W{1,3}(?:\w{1,3}\W{1,2}){0,2}", re.IGNORECASE)
_SMALL_OPENING = re.compile(r"[a-zà-ÿ]+['’\s]")
_MARKS = (re.compile(r"\d"), re.compile(r"\b[IVX]+e\b"), re.compile(r"\w['’]s\s"))
_YEAR = re.compile(r"(?<![\d.,])(?:1\d|20)\d\d(?![\d.,]\d|\d)")
_DECADE = re.compile(r"années\s(?:1\d|20)\d0|(?:1\d|20)\d0s\b")  # « le plus cher des années 1980 »
_FAR = 2  # times the key that a number of the article may be
_NEAR = 15  # characters that _BETWEEN can take
_ALIKE = 0.5  # share of a stem's words in a sentence from which the sentence may make a distractor right


def fits(value: Value, other: Value, question: Question, language: Language) -> bool:
    """Return whether `other` is of the same type, grain, format and number as the key's `value`."""
    match value, other:
        case Phrase(), Phrase():
            return _same_phrase_shape(value, other, question, language)
        case Date(), Date():
            return other.precision == value.precision or (question.key == value.year and other.precision in ("year", "month", "day"))
        case Quantity(), Quantity():
            numbers = Decimal(other.number), Decimal(value.number)
            same = _measure(other) == _measure(value) and not value.qualifier and _is_comparable(*numbers)
            return same and not is_true_too(*numbers, value.qualifier, language.code)
        case _:
            return False


def _is_comparable(number: Decimal, other: Decimal) -> bool:
    """Return whether one number is at most some times the other: 58 years beside 23 are out at a glance."""
    low, high = sorted((number, other))
    return high <= _FAR * low


def _measure(quantity: Quantity) -> tuple[bool, str, str]:
    return quantity.is_percentage, "" if quantity.is_percentage else quantity.unit.casefold(), quantity.qualifier


def _same_phrase_shape(value: Phrase, other: Phrase, question: Question, language: Language) -> bool:
    """Gender must be the same where the stem may agree with it: in a subject, a person, a common noun. A name has its own article."""
    if any(getattr(value, name) != getattr(other, name) for name in ("type", "number", "is_name", "is_list")):
        return False
    if value.is_name and not same_grain(value, other, language.code):
        return False
    if _has_determiner(value, language) != _has_determiner(other, language):
        return False
    clauses = (v for v in question.fact.values.values() if isinstance(v, Clause))
    agrees = not value.is_name or value.type is PhraseType.PERSON or any(clause.subject_slot == question.asked_slot for clause in clauses)
    if agrees and value.gender and other.gender and value.gender != other.gender:
        return False
    words, others = len(value.text.split()), len(other.text.split())
    return max(words, others) <= 2 * min(words, others) + 1


def _has_determiner(phrase: Phrase, language: Language) -> bool:
    bare = phrase.bare or language.describe(phrase).bare or phrase.text
    return bare != phrase.text


def looks_alike(text: str, key: str) -> bool:
    """Return whether two answers have one format: both open with a small word or neither does (« à Vernes », but « Lyon »), both have
    figures or neither has ("six", but "26"), both hold a century's numeral or a possessive ("Korea's Kim") or neither does."""
    if any((mark.search(text) is None) != (mark.search(key) is None) for mark in _MARKS):
        return False
    return (_SMALL_OPENING.match(text) is None) == (_SMALL_OPENING.match(key) is None)


def is_safe(question: Question, text: str, possible: Possible | None, pool: DistractorPool) -> bool:
    """Return whether `text` is surely wrong and gives nothing away: not the key by another name, not in the stem, not true elsewhere.

    A name in the evidence sentence itself is not safe: it may be a second right answer, a predecessor, the country of a town.
    """
    value = possible.value if possible else None
    names = [text, *_other_names(value, pool.language.code)]
    keys = (question.key, *question.accepted, *_other_names(question.fact.values[question.asked_slot], pool.language.code))
    if any(overlap(name, key) for name in names for key in keys):
        return False
    stem = f"{question.stem} {question.context}"
    if not _keeps_order(text, question.key, stem) or _is_bounded(question):
        return False
    if any(stands_in(name, stem) for name in names if name):
        return False
    is_name = isinstance(value, Phrase) and possible is not None and possible.fact is None
    if is_name and any(stands_in(name, question.fact.evidence.primary.text) for name in names if name):
        return False
    if isinstance(value, Phrase) and value.type is PhraseType.PLACE and _is_part_or_whole(text, question.key, pool):
        return False
    return not _may_be_right(question, text, possible, pool)


def _keeps_order(text: str, key: str, stem: str) -> bool:
    """Return whether a date stands to the years of the stem as the key does: nothing that starts in 2005 ends in 2002."""
    own, other = _YEAR.findall(key), _YEAR.findall(text)
    if len(own) != 1 or len(other) != 1:
        return True
    if _DECADE.search(stem):
        return bool(own[0][:3] == other[0][:3])
    return all((year < own[0]) == (year < other[0]) and (year > own[0]) == (year > other[0]) for year in _YEAR.findall(stem))


def _is_bounded(question: Question) -> bool:
    """Return whether the stem has other numbers of what the key counts, between which the key must lie: "26 to 32 cm, on average …"."""
    value = question.fact.values[question.asked_slot]
    if not isinstance(value, Quantity) or not (value.unit or value.is_percentage):
        return False
    unit = "%" if value.is_percentage else re.escape(value.unit)
    return re.search(rf"\d[\s\u202f\u00a0]*(?:{unit})", question.stem, re.IGNORECASE) is not None


def _is_part_or_whole(one: str, other: str, pool: DistractorPool) -> bool:
    """Return whether the article sets one place beside the other: « Lyon, en France », "France's Lyon", "Lyon (France)"."""
    places = pool.places_of(one), pool.places_of(other)
    for left, right in (places, places[::-1]):
        starts = {start for start, _ in right}
        near = ((end, start) for _, end in left for start in range(end + 1, end + 1 + _NEAR) if start in starts)
        if any(_BETWEEN.fullmatch(pool.article.text, end, start) for end, start in near):
            return True
    return False


def _other_names(value: Value | None, code: str) -> tuple[str, ...]:
    return (value.bare, canonical(value.bare, code), *value.accepted) if isinstance(value, Phrase) else ()


def overlap(one: str, other: str) -> bool:
    """Return whether two answers are one, or one holds the other, or is its initials (OMS, Organisation mondiale de la santé)."""
    if not one or not other:
        return False
    return stands_in(one, other) or stands_in(other, one) or _initials(one) == other or _initials(other) == one


def _initials(text: str) -> str:
    return "".join(word[0] for word in text.split() if len(word) > 3).upper()


def _may_be_right(question: Question, text: str, possible: Possible | None, pool: DistractorPool) -> bool:
    """Return whether a sentence with `text` says much the same as the stem, so that `text` could be right too.

    A sibling's own sentence is known to say something else of it: « A, qui fait x, et B, qui fait y ».
    """
    own = roots(possible.fact.evidence.primary.text) if possible and possible.fact else frozenset()
    asked = roots(question.statement or question.stem) - roots(question.key)
    words = possible.value.bare or text if possible and isinstance(possible.value, Phrase) else text
    beside = (found for found in pool.roots_beside(words) if not own or found != own)
    return bool(asked) and any(len(asked & found) >= _ALIKE * len(asked) for found in beside)
