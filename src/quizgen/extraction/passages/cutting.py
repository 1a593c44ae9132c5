"""The part of a long sentence that is told: what a semicolon parts, or a clause set off at its end, goes without loss of truth."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from quizgen.syntax.tree import feature, is_balanced, relation

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from quizgen.syntax.analysis import Analysis, Sentence

SHORTEST, LONGEST = 7, 40  # words
LEAST = 12  # words that a clause set off at the end leaves
SET_OFF = frozenset({"acl", "advcl", "conj", "parataxis"})


def first_part(sentence: Sentence, analysis: Analysis) -> Sentence:
    """Return a sentence, or the part of it that is told, over the same stretch of the article."""
    span = sentence.span
    parting = next((t.i for t in span if t.text == ";"), span.end)
    if span.root.i < parting < span.end and words(span.doc[span.start : parting]) >= SHORTEST:
        span = span.doc[span.start : parting]
    if words(span) > LONGEST:
        ends = [t.i for t in reversed(span) if t.text == "," and is_clause_behind(t, span, analysis)]
        parts = (span.doc[span.start : end] for end in ends)
        span = next((part for part in parts if LEAST <= words(part) <= LONGEST and ends_whole(part)), span)
    if span == sentence.span or not is_balanced(span.text) or ":" in span.text:
        return sentence
    return replace(sentence, span=span)


def words(span: Span) -> int:
    """Return how many words a stretch has."""
    return len(span.text.split())


def ends_whole(part: Span) -> bool:
    """Return True where a verb follows the last word that opens a clause: not in "settled in Kent, where he, and where, for his friend"."""
    opening = [t.i for t in part if feature(t, "PronType") == "Rel" or relation(t) == "mark" or t.lower_ in {"where", "when", "où"}]
    return not opening or any(t.pos_ in {"VERB", "AUX"} and t.i > opening[-1] for t in part)


def is_clause_behind(comma: Token, span: Span, analysis: Analysis) -> bool:
    """Return True when all that follows a comma is one clause that hangs on what stands before and sets it no condition."""
    rest = [t for t in span.doc[comma.i + 1 : span.end] if not t.is_punct and not t.is_space]
    tops = [t for t in rest if t.head not in rest or t.head == t]
    if len(tops) != 1 or tops[0].head.i > comma.i or relation(tops[0]) not in SET_OFF or tops[0].pos_ not in {"VERB", "AUX"}:
        return False
    if relation(tops[0]) == "conj" and feature(rest[0], "VerbForm") == "Fin":
        return False  # « …, des hommes, au moins quatre, | ont tenté de fuir »
    alike = analysis.settings.data["verbs"]["past_looks_like_participle"] and feature(tops[0], "Tense") == "Past"
    if alike and tops[0] == rest[0]:
        return False  # "an expedition of their duke, William, | led to the conquest"
    opening = rest[0].lower_
    binding = analysis.settings.words("passages", "conditional") | analysis.settings.words("passages", "binding_clauses")
    return opening not in binding and feature(tops[0], "Mood") not in {"Cnd", "Sub"}
