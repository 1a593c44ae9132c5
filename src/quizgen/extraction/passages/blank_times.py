"""Dates of a sentence that may be blanked: they say when, and nothing else in the sentence does."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.languages.base import DateMatch
from quizgen.syntax.analysis import Analysis, Sentence

POINTS = frozenset({"year", "month", "day", "decade", "century"})
NOUNS = frozenset({"NOUN", "PROPN", "ADJ"})
GOES_ON = re.compile(r"\s*(?:[-–/]\s*\d|(?:à|to|and|et|ou|or)\s+(?:\w+\s+)?\d)")


def times(sentence: Sentence, analysis: Analysis) -> Iterator[DateMatch]:
    """Yield the full dates that tell when: no end of a stretch of time, no part of a name ("the 2010 census", "the Edict of 1598")."""
    for match in analysis.language.find_dates(sentence.evidence.text):
        tells_when = match.precision in POINTS and match.lead in analysis.settings.words("passages", "dating")
        if tells_when and not opens_name(match, sentence) and not is_end(match, sentence.evidence.text, analysis):
            yield match


def opens_name(match: DateMatch, sentence: Sentence) -> bool:
    """Return True for a date right before a noun: "the 2010 census"."""
    offset = sentence.evidence.start - int(sentence.span.doc.user_data["offset"]) + match.end
    following = next((t for t in sentence.span if t.idx >= offset), None)
    return following is not None and following.pos_ in NOUNS


def is_end(match: DateMatch, text: str, analysis: Analysis) -> bool:
    """Return True for one end of a stretch of time: « entre 1953 et 1997 »."""
    before, after = text[: match.start].lower(), text[match.end :].lower()
    last = before.split()[-1] if before.split() else ""
    return last in analysis.settings.words("passages", "ranging") or GOES_ON.match(after) is not None
