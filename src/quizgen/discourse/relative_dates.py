"""Relative dates made full: "last Tuesday" by the article's date, « deux ans plus tard » by the date told just before."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from quizgen.article import TextSpan
from quizgen.facts import Date

if TYPE_CHECKING:
    from spacy.tokens import Span

    from quizgen.languages.base import DateMatch, Language
    from quizgen.syntax.analysis import Analysis

NEAR = 250  # characters between an expression and the date it is told from
LENGTHS = {"year": 4, "month": 7, "day": 10}  # characters of ISO 8601 by precision
HALF_YEAR = 183  # days: further away, a day without a year may be one of two
LATELY = 60  # days
WEEK = 7


@dataclass(frozen=True, slots=True)
class Resolved:
    """A relative date and what it is: `sentence.text[start:end]` says `date`, told from `anchor` (None: the article's own date)."""

    start: int
    end: int
    date: Date
    anchor: TextSpan | None = None


def resolve(match: DateMatch, sentence: Span, analysis: Analysis, tense: str) -> Resolved | None:
    """Return the full date that `match`, partial or deictic, stands for in a sentence of `analysis`; None when that is not sure.

    Only under a "past" `tense` does « mardi » mean the Tuesday before the article; under "present" the day must say so itself (« hier »),
    or have just gone by (« Le 13 octobre, elle publie … » in an article of the 15th); "" is any other tense.
    """
    text = sentence.text
    for rule in rules(analysis.language):
        if rule["from"] == "article" and not analysis.is_news:
            continue  # it could not be told, and most rules are of this kind
        for found in pattern(rule["pattern"]).finditer(text):
            overlaps = found.start() < match.end and match.start < found.end()
            resolved = by_rule(rule, found, sentence, analysis, tense) if overlaps else None
            if resolved is not None:
                return resolved
    return None


def rules(language: Language) -> list[Mapping[str, Any]]:
    """Return a language's rules, in the order in which they are tried."""
    found: list[Mapping[str, Any]] = language.lexicon.table("relative_dates")["rules"]
    return found


@cache
def pattern(source: str) -> re.Pattern[str]:
    """Return a rule's pattern, as whole words in any case; a space in it is any space, an apostrophe either of the two."""
    anywhere = source.replace(" ", r"[\s\u202f]").replace("'", "['’]")
    return re.compile(rf"(?<![\w-])(?:{anywhere})(?![\w-])", re.I)


def by_rule(rule: Mapping[str, Any], found: re.Match[str], sentence: Span, analysis: Analysis, tense: str) -> Resolved | None:
    """Return what a rule makes of an expression, told from the article's date or from the text before it."""
    if rule["from"] == "article":
        today = whole_day(analysis.article.published)
        iso = from_today(rule, found, today, analysis.language) if today else ""
        if not today or (tense != "past" and not (tense == "present" and iso[8:] and has_gone_by(rule, found, iso, today))):
            return None
        return made(rule, found, iso, None, analysis) if iso and not is_told_of_another_year(iso, found, sentence, analysis) else None
    told = anchor_before(found, sentence, analysis)
    if told is None:
        return None
    anchor, span = told
    iso = from_anchor(rule, found, anchor, analysis.language)
    return made(rule, found, iso, span, analysis) if iso else None


def made(rule: Mapping[str, Any], found: re.Match[str], iso: str, anchor: TextSpan | None, analysis: Analysis) -> Resolved | None:
    """Return the resolution in words; None when it lies after the article."""
    published = analysis.article.published
    if published and iso > published[: len(iso)]:
        return None
    precision = next(name for name, length in LENGTHS.items() if length == len(iso))
    written = analysis.language.filters[{"year": "year", "month": "month_year", "day": "long_date"}[precision]]
    text = in_own_style(written(Date(found.group(), iso, precision)), analysis)
    return Resolved(found.start(), found.end(), Date(text, iso, precision, rule=f"date resolution: {rule['name']}"), anchor)


def in_own_style(text: str, analysis: Analysis) -> str:
    """Return a date as the article writes its own: "July 18, 2017" where it has the month first more often than behind the day."""
    style = analysis.language.lexicon.table("relative_dates").get("style")
    return text if style is None or not has_other_style(analysis) else re.sub(style["from"], style["to"], text)


@lru_cache(maxsize=1)  # of the article in hand
def has_other_style(analysis: Analysis) -> bool:
    """Return True for an article that writes its dates mostly in its language's other style."""
    style = analysis.language.lexicon.table("relative_dates")["style"]
    return len(re.findall(style["other"], analysis.article.text)) > len(re.findall(style["usual"], analysis.article.text))


def has_gone_by(rule: Mapping[str, Any], found: re.Match[str], iso: str, today: date) -> bool:
    """Return True for a day that lies before the article whatever the tense: told by its number and lately past, or "yesterday"."""
    days = (today - date.fromisoformat(iso)).days
    return 0 < days < LATELY if found.groupdict().get("day") else rule["shift"] < 0


def is_told_of_another_year(iso: str, found: re.Match[str], sentence: Span, analysis: Analysis) -> bool:
    """Return True where the paragraph spoke of another year just before: « en mars » may be of that year."""
    before = sentence.doc.text[: sentence.start_char + found.start()]
    told = [m.iso for m in analysis.language.find_dates(before) if m.iso]
    return bool(told) and told[-1][:4] != iso[:4]


def whole_day(iso: str) -> date | None:
    """Return a date known to the day, else None."""
    return date.fromisoformat(iso) if len(iso) == LENGTHS["day"] else None


def from_today(rule: Mapping[str, Any], found: re.Match[str], today: date, language: Language) -> str:
    """Return the ISO date of an expression told from the day of the article, or ""."""
    named = found.groupdict()
    if named.get("month"):
        return last_such_day(named, today, language)
    if named.get("weekday"):
        names = [name.lower() for name in weekdays(language)]
        back = (today.weekday() - names.index(named["weekday"].lower())) % WEEK
        return (today - timedelta(days=back or WEEK * bool(named.get("last")))).isoformat()
    return shifted(today.isoformat(), rule["unit"], rule["shift"])


def last_such_day(named: Mapping[str, str], today: date, language: Language) -> str:
    """Return the last day, or month, of this name up to `today`, at most half a year ago and on the weekday told, or ""."""
    month = month_number(named["month"], language)
    if not named.get("day"):
        year = today.year - (month > today.month)
        return f"{year:04d}-{month:02d}" if (today.year - year) * 12 + today.month - month < 6 else ""
    digits = int(re.sub(r"\D", "", named["day"]))
    for year in (today.year, today.year - 1):
        try:
            day = date(year, month, digits)
        except ValueError:
            return ""
        if timedelta() <= today - day < timedelta(days=HALF_YEAR):
            names = [name.lower() for name in weekdays(language)]
            agrees = not named.get("weekday") or names[day.weekday()] == named["weekday"].lower()
            return day.isoformat() if agrees else ""
    return ""


def weekdays(language: Language) -> list[str]:
    """Return the names of the days, Monday first."""
    names: list[str] = language.lexicon.table("weekdays")["names"]
    return names


def month_number(name: str, language: Language) -> int:
    """Return the number of the month called `name`."""
    table = language.lexicon.table("months")
    names: list[str] = table.get("names", [])
    return names.index(name.lower()) + 1 if names else int(table[name.lower()])


def anchor_before(found: re.Match[str], sentence: Span, analysis: Analysis) -> tuple[str, TextSpan] | None:
    """Return the date told just before an expression, in the same or the last sentence, and where; None when another time lies between.

    It must be the time of a clause ("in 1914"), not a date in brackets nor one inside a name ("the 2010 World Cup").
    """
    doc = sentence.doc
    start = sentence.start_char + found.start()
    begin = max(0, start - NEAR)
    matches = [m for m in analysis.language.find_dates(doc.text[:start]) if m.start >= begin]
    if not matches:
        return None
    last = matches[-1]
    sentences = [s for s in doc.sents if s.start_char <= last.start < s.end_char]
    between = sum(1 for s in doc.sents if last.end < s.start_char <= start)
    alone = sum(1 for m in matches if sentences and sentences[0].start_char <= m.start < sentences[0].end_char) == 1
    is_time = last.precision in LENGTHS and last.lead in analysis.settings.words("arguments", "asked_time") - {""}
    if not is_time or between > 1 or not alone:
        return None
    offset = int(doc.user_data["offset"])
    return last.iso, analysis.article.span(offset + last.start, offset + last.end)


def from_anchor(rule: Mapping[str, Any], found: re.Match[str], anchor: str, language: Language) -> str:
    """Return the ISO date of an expression told from another date, or ""."""
    named = found.groupdict()
    if named.get("month"):
        number = month_number(named["month"], language)
        if not named.get("day"):
            return f"{anchor[:4]}-{number:02d}"
        try:
            return date(int(anchor[:4]), number, int(re.sub(r"\D", "", named["day"]))).isoformat()
        except ValueError:
            return ""
    count = rule["shift"]
    if named.get("count"):
        numbers = language.find_quantities(" ".join(found.group().lower().split()[:2]))  # "twelve years": the number and its unit
        if len(numbers) != 1 or numbers[0].is_open or numbers[0].qualifier or not numbers[0].number.isdigit():
            return ""
        count *= int(numbers[0].number)
    return shifted(anchor, rule["unit"], count)


def shifted(iso: str, unit: str, count: int) -> str:
    """Return a date moved by `count` years, months or days and cut to that unit, or "" when it is not known so exactly."""
    if len(iso) < LENGTHS[unit]:
        return ""
    if unit == "day":
        return (date.fromisoformat(iso) + timedelta(days=count)).isoformat()
    months = int(iso[:4]) * 12 + (int(iso[5:7]) - 1 if unit == "month" else 0) + count * (12 if unit == "year" else 1)
    return f"{months // 12:04d}" if unit == "year" else f"{months // 12:04d}-{months % 12 + 1:02d}"
