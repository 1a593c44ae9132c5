"""The words by which lines that are not prose are recognised, read from cues.toml and made into patterns."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

WORD_ENDS = r"(?!(?<=\w)\w)"  # after "photo" no letter may follow, after "©" one may


@dataclass(frozen=True, slots=True)
class Cues:
    """One language's patterns; cues.toml says what each is for. They match case folded text with straight apostrophes."""

    months: tuple[str, ...]
    date: re.Pattern[str]
    author_cues: re.Pattern[str]
    bylines: re.Pattern[str]
    credits: re.Pattern[str]
    credit_marks: re.Pattern[str]
    navigation: re.Pattern[str]
    navigation_sentences: re.Pattern[str]
    link_lists: re.Pattern[str]
    source_sections: frozenset[str]
    link_sections: frozenset[str]
    captions: frozenset[str]
    finite_verbs: frozenset[str]
    clause_words: frozenset[str]
    finite_endings: re.Pattern[str]
    noun_cues: frozenset[str]
    first_person: frozenset[str]


@cache
def cues_of(language: str) -> Cues:
    """Return the cues of a supported language."""
    data = tomllib.loads(files("quizgen.reading").joinpath("cues.toml").read_text("utf-8"))[language]
    return Cues(
        months=tuple(month.lower() for month in data["months"]),
        date=_date(data["months"], data["weekdays"]),
        author_cues=_opening(data["author_cues"]),
        bylines=_opening(data["bylines"]),
        credits=_opening(data["credits"]),
        credit_marks=_anywhere(data["credit_marks"]),
        navigation=_opening(data["navigation"]),
        navigation_sentences=_opening(data["navigation_sentences"]),
        link_lists=_opening(data["link_lists"]),
        source_sections=frozenset(data["source_sections"]),
        link_sections=frozenset(data["link_sections"]),
        captions=frozenset(data["captions"]),
        finite_verbs=frozenset(data["finite_verbs"].split()),
        clause_words=frozenset(data["clause_words"]),
        finite_endings=re.compile(data["finite_endings"]),
        noun_cues=frozenset(data["noun_cues"]),
        first_person=frozenset(data["first_person"]),
    )


def fold(text: str) -> str:
    """Return `text` as the cues are written: case folded, straight apostrophes, single plain spaces."""
    return " ".join(text.replace("’", "'").casefold().split())


def _alternatives(phrases: Iterable[str]) -> str:
    return "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True))


def _opening(phrases: Iterable[str]) -> re.Pattern[str]:
    """Match one of `phrases` at the start; "photo" does not open "photographe"."""
    return re.compile(rf"(?:{_alternatives(phrases)}){WORD_ENDS}")


def _anywhere(phrases: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_alternatives(phrases)}){WORD_ENDS}")


def _date(months: Iterable[str], weekdays: Iterable[str]) -> re.Pattern[str]:
    """Match "jeudi 1er février 2016", "February 23, 2006", "23 February", with the groups day, month and year."""
    month, weekday = _alternatives(map(str.lower, months)), _alternatives(map(str.lower, weekdays))
    day = r"\d{1,2}(?:er|st|nd|rd|th)?"
    return re.compile(
        rf"(?:(?:{weekday}),?\s+)?"
        rf"(?:(?P<day>{day})\s+(?P<month>{month})|(?P<month2>{month})\s+(?P<day2>{day}))(?:,?\s+(?P<year>[12]\d{{3}}))?(?!\w)"
    )
