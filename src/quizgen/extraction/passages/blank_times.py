"""Dates of a sentence that may be blanked: they say when, and nothing else in the sentence does."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.extraction.passages.edits import alternatives
from quizgen.languages.base import DateMatch
from quizgen.syntax.analysis import Analysis, Sentence
from quizgen.syntax.tree import relation

POINTS = frozenset({"year", "month", "day", "decade", "century"})
NOUNS = frozenset({"NOUN", "PROPN", "ADJ"})
BESIDE = frozenset({"advcl", "conj"})
MOST = 2  # dates of a sentence: more are a list of them
YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")


def times(sentence: Sentence, analysis: Analysis) -> Iterator[DateMatch]:
    """Yield the full dates that tell when: no end of a stretch of time, no part of a name ("the 2010 census", "the Edict of 1598")."""
    found = analysis.language.find_dates(sentence.evidence.text)
    if len(found) > MOST or is_step_of_career(sentence, analysis):
        return
    for match in found:
        tells_when = match.precision in POINTS and match.lead in analysis.settings.words("passages", "dating")
        is_known = is_told_elsewhere(match, sentence.evidence.text) or is_end(match, sentence.evidence.text, analysis)
        if tells_when and not is_known and not opens_name(match, sentence) and not is_aside(match, sentence):
            yield match


def is_step_of_career(sentence: Sentence, analysis: Analysis) -> bool:
    """Return True for a degree, a promotion, an award: of twenty-one such dates readers would have asked for five."""
    return any(t.lemma_.lower() in analysis.settings.words("passages", "career") for t in sentence.span if t.pos_ in {"VERB", "NOUN"})


def opens_name(match: DateMatch, sentence: Sentence) -> bool:
    """Return True for a date right before a noun: "the 2010 census"."""
    offset = sentence.evidence.start - int(sentence.span.doc.user_data["offset"]) + match.end
    following = next((t for t in sentence.span if t.idx >= offset), None)
    return following is not None and following.pos_ in NOUNS


def is_aside(match: DateMatch, sentence: Sentence) -> bool:
    """Return True for a date of a clause beside the main one: readers asked for half of them, for three in four of the others."""
    offset = sentence.evidence.start - int(sentence.span.doc.user_data["offset"]) + match.start
    token = next((t for t in sentence.span if t.idx >= offset), None)
    return token is not None and any(relation(t) in BESIDE for t in (token, *token.ancestors) if t != sentence.span.root)


def is_end(match: DateMatch, text: str, analysis: Analysis) -> bool:
    """Return True for one end of a stretch of time: « entre 1953 et 1997 »."""
    before, after = text[: match.start].lower(), text[match.end :].lower()
    last = before.split()[-1] if before.split() else ""
    settings = analysis.settings
    goes_on = rf"\s*(?:[-–/]\s*\d|(?:{alternatives(settings.words('passages', 'range_links'))})\s+(?:\w+\s+)?\d)"
    return last in settings.words("passages", "ranging") or re.match(goes_on, after) is not None


def is_told_elsewhere(match: DateMatch, text: str) -> bool:
    """Return True for a decade or century of which the sentence tells a year: "in the 1330s … starting in 1331"."""
    first, _, last = match.iso.partition("/")
    rest = text[: match.start] + text[match.end :]
    return bool(last) and any(first[:4] <= year <= last[:4] for year in YEAR.findall(rest))
