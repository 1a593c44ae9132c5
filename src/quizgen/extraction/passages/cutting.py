"""The part of a long sentence that is told: what a semicolon parts, or a clause set off at its end, goes without loss of truth."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from quizgen.syntax.tree import child, feature, is_balanced, relation

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from quizgen.syntax.analysis import Analysis, Sentence

SHORTEST, LONGEST = 7, 40  # words
LEAST = 12  # words that a clause set off at the end leaves
OPENING = frozenset({"where", "when", "où"})  # a clause, whatever the parser says
DASHES = frozenset({"–", "—"})
SET_OFF = frozenset({"acl", "advcl", "conj", "parataxis"})


def first_part(sentence: Sentence, analysis: Analysis) -> Sentence:
    """Return a sentence, or the part of it that is told, over the same stretch of the article."""
    span = sentence.span
    parting = next((t.i for t in span if t.text == ";"), span.end)
    if span.root.i < parting < span.end:
        before = span.doc[span.start : parting]
        dashes = sum(is_dash(t) for t in before)  # "Ada – whose towns were many; …; – left"
        span = before if dashes % 2 == 0 and words(before) >= SHORTEST else span
    if words(span) > LONGEST:
        ends = [t.i for t in reversed(span) if t.text == "," and is_clause_behind(t, span, analysis)]
        parts = (span.doc[span.start : end] for end in ends)
        span = next((part for part in parts if LEAST <= words(part) <= LONGEST and ends_whole(part) and is_joined(part)), span)
    if span == sentence.span or not is_balanced(span.text) or ":" in span.text:
        return sentence
    return replace(sentence, span=span)


def is_dash(token: Token) -> bool:
    """Return True for a dash that is not between two figures: no "3 – 0"."""
    return token.text in DASHES and sum(t.pos_ == "NUM" for t in token.doc[max(0, token.i - 1) : token.i + 2]) < 2


def words(span: Span) -> int:
    """Return how many words a stretch has."""
    return len(span.text.split())


def ends_whole(part: Span) -> bool:
    """Return True where a verb follows the last word that opens a clause: not in "settled in Kent, where he, and where, for his friend"."""
    marks = (t for t in part if relation(t) == "mark" and not is_present_participle(t.head))
    opening = sorted({*(t.i for t in marks), *(t.i for t in part if feature(t, "PronType") == "Rel" or t.lower_ in OPENING)})
    return not opening or any(t.pos_ in {"VERB", "AUX"} and not is_present_participle(t) and t.i > opening[-1] for t in part)


def is_present_participle(verb: Token) -> bool:
    """Return True for "continuing", which does not end a clause that "when" opens."""
    return feature(verb, "VerbForm") == "Ger" or (feature(verb, "VerbForm") == "Part" and feature(verb, "Tense") == "Pres")


def is_joined(part: Span) -> bool:
    """Return True where every word belongs to the part: not in "was built in Kent and, on 21 May 1804, | the first ride took place"."""
    return all(t.head == t or part.start <= t.head.i < part.end for t in part if not t.is_punct)


def is_clause_behind(comma: Token, span: Span, analysis: Analysis) -> bool:
    """Return True when all that follows a comma is one clause that hangs on what stands before and sets it no condition."""
    rest = [t for t in span.doc[comma.i + 1 : span.end] if not t.is_punct and not t.is_space]
    tops = [t for t in rest if t.head not in rest or t.head == t]
    if len(tops) != 1 or tops[0].head.i > comma.i or relation(tops[0]) not in SET_OFF:
        return False
    if tops[0].pos_ not in {"VERB", "AUX"} and child(tops[0], "cop") is None:
        return False
    if relation(tops[0]) == "conj" and feature(rest[0], "VerbForm") == "Fin":
        return False  # « …, des hommes, au moins quatre, | ont tenté de fuir »
    alike = analysis.settings.data["verbs"]["past_looks_like_participle"] and feature(tops[0], "Tense") == "Past"
    if alike and tops[0] == rest[0]:
        return False  # "an expedition of their duke, William, | led to the conquest"
    opening = rest[0].lower_
    binding = analysis.settings.words("passages", "conditional") | analysis.settings.words("passages", "binding_clauses")
    return opening not in binding and feature(tops[0], "Mood") not in {"Cnd", "Sub"}
