"""The sentences of an article's prose, each with its speaker: the author, a quoted person, or nobody who can be named."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgen.extraction.analysis import Analysis, Sentence
from quizgen.extraction.phrases import dangling, phrase, phrase_tokens
from quizgen.extraction.tree import child
from quizgen.facts import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

QUOTE = re.compile(r"«[^«»]*(?:»|$)|“[^“”]*(?:”|$)|\"[^\"]*(?:\"|$)")
SHORTEST_QUOTATION = 6  # words: less is a term in quotation marks, not speech


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch of speech in a doc, in code points, and who says it (None when nobody can be named)."""

    start: int
    end: int
    speaker: Phrase | None


def sentences(analysis: Analysis) -> Iterator[Sentence]:
    """Yield the sentences of the article's prose in order."""
    for doc in analysis.docs:
        spoken = quotations(doc, analysis)
        for span in doc.sents:
            if not any(t.is_alpha for t in span):
                continue
            inside = next((q for q in spoken if overlap(q, span.start_char, span.end_char) > len(span.text) / 2), None)
            yield Sentence(span, analysis.span_of_sentence(span), inside.speaker if inside else None, inside is not None)


def overlap(quotation: Quotation, start: int, end: int) -> int:
    """Return how many code points of `start` to `end` a quotation covers."""
    return max(0, min(quotation.end, end) - max(quotation.start, start))


def quotations(doc: Doc, analysis: Analysis) -> list[Quotation]:
    """Return the stretches of speech in a doc; a quotation left open runs to the end of its paragraph."""
    return [Quotation(m.start(), m.end(), speaker(doc, m.start(), m.end(), analysis))
            for m in QUOTE.finditer(doc.text) if len(m.group().split()) >= SHORTEST_QUOTATION]


def speaker(doc: Doc, start: int, end: int, analysis: Analysis) -> Phrase | None:
    """Return who says a quotation: the subject of a speech verb in the words just after it, or just before."""
    for verb in doc:
        if start <= verb.idx < end or verb.lemma_.lower() not in analysis.language.lexicon.words("speech", "verbs"):
            continue
        subject = child(verb, "nsubj")
        near = 0 <= verb.idx - end < 90 or 0 <= start - verb.idx < 60
        if near and subject is not None and not start <= subject.idx < end:
            return named(subject, analysis)
    return None


def named(subject: Token, analysis: Analysis) -> Phrase | None:
    """Return the phrase of a speaker who is named or fully described, else None."""
    words = phrase_tokens(subject, analysis)
    if not words or dangling(subject, words, analysis, as_subject=True):
        return None
    return phrase(subject, analysis, words)
