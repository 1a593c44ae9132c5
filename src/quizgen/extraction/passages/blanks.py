"""What of a sentence may be blanked: dates, numbers, terms and names that have one right answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgen.extraction.passages.blank_names import names
from quizgen.extraction.passages.blank_numbers import numbers
from quizgen.extraction.passages.blank_terms import terms
from quizgen.extraction.passages.blank_times import times
from quizgen.facts import Date, Phrase, Quantity
from quizgen.syntax.analysis import Analysis, Sentence
from quizgen.syntax.phrases import phrase

if TYPE_CHECKING:
    from quizgen.article import TextSpan


@dataclass(frozen=True)
class Blank:
    """Words of a sentence that may be asked for: the slot they fill and the value they are."""

    slot: str
    words: str
    value: Date | Quantity | Phrase


def blanks(sentence: Sentence, analysis: Analysis) -> Iterator[Blank]:
    """Yield the dates, numbers, terms and names of a sentence that may be asked for, in that order."""
    text = sentence.evidence.text
    for match in times(sentence, analysis):
        words = text[match.start : match.end]
        yield Blank("date", words, Date(words, match.iso, match.precision, place_of(sentence, match.start, match.end, analysis)))
    for number in numbers(sentence, analysis):
        words = text[number.start : number.end]
        span = place_of(sentence, number.start, number.end, analysis)
        value = Quantity(words, number.number, words, number.unit, number.qualifier, number.is_percentage, span=span)
        yield Blank("quantity", words, value)
    for start, end in terms(sentence, analysis):
        words = text[start:end]
        yield Blank("term", words, Phrase(words, bare=words, span=place_of(sentence, start, end, analysis)))
    for entity in names(sentence, analysis):
        name = phrase(entity.root, analysis, [t for t in entity if t.pos_ != "DET"])
        yield Blank("name", name.text, name)


def place_of(sentence: Sentence, start: int, end: int, analysis: Analysis) -> TextSpan:
    """Return the article's stretch of code points `start` to `end` of a sentence."""
    return analysis.article.span(sentence.evidence.start + start, sentence.evidence.start + end)
