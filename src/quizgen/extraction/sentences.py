"""The sentences of an article's prose, each with its speaker: the author, a quoted person, or nobody who can be named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.discourse.speakers import Quotation, last_speaker, quotations
from quizgen.syntax.analysis import Analysis, Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator


def sentences(analysis: Analysis) -> Iterator[Sentence]:
    """Yield the sentences of the article's prose in order."""
    last = None
    for doc in analysis.docs:
        spoken = quotations(doc, analysis, last)
        last = last_speaker(doc, spoken)
        for span in doc.sents:
            if not any(t.is_alpha for t in span):
                continue
            inside = next((q for q in spoken if overlap(q, span.start_char, span.end_char) > len(span.text) / 2), None)
            yield Sentence(span, analysis.span_of_sentence(span), inside.speaker if inside else None, inside is not None)


def overlap(quotation: Quotation, start: int, end: int) -> int:
    """Return how many code points of `start` to `end` a quotation covers."""
    return max(0, min(quotation.end, end) - max(quotation.start, start))
