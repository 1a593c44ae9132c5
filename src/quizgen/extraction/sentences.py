"""The sentences of an article's prose, each with its speaker: the author, a quoted person, or nobody who can be named."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgen.facts import Phrase
from quizgen.syntax.analysis import Analysis, Sentence
from quizgen.syntax.phrases import dangling, phrase, phrase_tokens
from quizgen.syntax.tree import child

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
    return [
        Quotation(m.start(), m.end(), speaker(doc, m.start(), m.end(), analysis))
        for m in QUOTE.finditer(doc.text)
        if len(m.group().split()) >= SHORTEST_QUOTATION
    ]


def speaker(doc: Doc, start: int, end: int, analysis: Analysis) -> Phrase | None:
    """Return who says a quotation: the subject of a speech verb just after or before it; after it, a name beside the verb will do."""
    verbs = analysis.language.lexicon.words("speech", "verbs")
    for verb in doc:
        after, before = verb.idx - end, start - verb.idx
        near = 0 <= after < 40 or 0 <= before < 60
        if not near or not (verb.lemma_.lower() in verbs or (after >= 0 and looks_like(verb.lower_, verbs))):
            continue
        subject = child(verb, "nsubj")
        if subject is None and after >= 0:
            subject = next((t for t in doc[verb.i + 1 : verb.i + 7] if t.ent_type_ == "PER"), None)
        if subject is not None and not start <= subject.idx < end:
            return named(subject, analysis)
    return None


def looks_like(word: str, verbs: frozenset[str]) -> bool:
    """Return True for a form whose lemma the tagger missed, as it often does behind a quotation: « », résume Anne Roy »."""
    return any(len(verb) > 5 and word.startswith(verb[:-2]) and len(word) <= len(verb) + 2 for verb in verbs)


def named(subject: Token, analysis: Analysis) -> Phrase | None:
    """Return the phrase of a speaker who is named or fully described, else None."""
    words = phrase_tokens(subject, analysis)
    if not words or dangling(subject, words, analysis, as_subject=True):
        return None
    return phrase(subject, analysis, words)
