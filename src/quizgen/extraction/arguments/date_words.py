"""The words of a date: the tokens that the surface shows, with their prepositions, and whether more belongs to them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from quizgen.extraction.clauses.parsed_clause import ParsedClause
from quizgen.extraction.clauses.verb_group import finite_verb
from quizgen.syntax.tree import children, opens

if TYPE_CHECKING:
    from spacy.tokens import Token


def tokens_between(start: int, end: int, parsed: ParsedClause) -> list[Token]:
    """Return the sentence's tokens from `start` to `end`, code points in its doc."""
    return [t for t in parsed.sentence.span if t.idx >= start and t.idx + len(t.text) <= end]


def with_lead(tokens: list[Token]) -> list[Token]:
    """Return the tokens of a date with the prepositions and articles before it that belong to it."""
    doc, first = tokens[0].doc, tokens[0].i
    inside = set(tokens)
    while (
        not opens(doc[first])
        and doc[first - 1].pos_ in {"ADP", "DET", "SCONJ"}
        and (doc[first - 1].head in inside or doc[first - 1].head.head in inside)
    ):
        first -= 1
    return list(doc[first : tokens[-1].i + 1])


def is_narrowed(date: Sequence[Token]) -> bool:
    """Return True for "in the late 1800s" of which only "1800s" was read."""
    first = date[0]
    before = first.nbor(-1) if not opens(first) else None
    return before is not None and before.pos_ == "ADJ" and before.head in date


def goes_on(date: Sequence[Token]) -> bool:
    """Return True where a date is the first of two times, of which the other is none: "in 2007 and again recently"."""
    following = date[-1].nbor(1) if date[-1].i + 1 < len(date[-1].doc) else None
    joined = [c for t in date for c in children(t, "conj") if c not in date and finite_verb(c) is None]
    return following is not None and following.pos_ == "CCONJ" and any(c.pos_ != "VERB" for c in joined)
