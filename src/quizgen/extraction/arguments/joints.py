"""Whether what a clause leaves out of the middle of its words stands between commas, dashes or brackets there, and may go."""

from __future__ import annotations

from collections.abc import Container, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from quizgen.extraction.clauses.verb_group import finite_verb
from quizgen.syntax.tree import is_separator, relation

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from quizgen.extraction.arguments.argument import Argument
    from quizgen.extraction.clauses.parsed_clause import ParsedClause

CLOSING = {"(": ")", "[": "]"}
THINGS = frozenset({"NOUN", "PROPN"})
PLAIN = frozenset({"advmod", "cc"})  # « est (ensuite) vendu »: no noun is lost


def has_torn_joint(parsed: ParsedClause, found: Sequence[Argument]) -> bool:
    """Return True where words were lost that nothing sets off: "relaunched by Luc Morin, (who was its producer and head) writer"."""
    told = {*parsed.subject_tokens, *parsed.group, *parsed.clitics, *(t for a in found for t in a.tokens)}
    phrases = (parsed.subject_tokens, *(a.tokens for a in found))
    joints = [(list(left.doc[left.i + 1 : right.i]), right) for words in phrases for left, right in pairwise(words)]
    if any(right.pos_ == "CCONJ" and loses_member(gap, told) for gap, right in joints):
        return True
    behind = sorted((a.tokens for a in found if not a.is_lead), key=lambda words: words[0].i)
    if any(loses_verb(left[-1].doc[left[-1].i + 1 : right[0].i]) for left, right in pairwise(behind)):
        return True
    before = before_verb(parsed)
    if [t.text for t in before] == [","]:
        return True  # "the Stone Tunnel, | built in 1842, which led to Kent": no verb of its own
    return any(is_torn(gap, told) for gap in (*(gap for gap, _ in joints), before))


def loses_verb(gap: Span) -> bool:
    """Return True for a second verb left out between what follows the first: « reste un port (et reçoit, en 1413,) des dons »."""
    return len(gap) > 0 and gap[0].pos_ == "CCONJ" and any(t.pos_ in {"VERB", "AUX"} for t in gap)


def loses_member(gap: Sequence[Token], told: Container[Token]) -> bool:
    """Return True for the first of a list: "by two towns, (Kent (in Ohio)) and Tulsa"; "the mayor, (Ann Roy,) and her son" is whole."""
    return len(gap) > 0 and gap[0].text == "," and gap[-1].text != "," and any(t.pos_ in THINGS and t not in told for t in gap)


def before_verb(parsed: ParsedClause) -> list[Token]:
    """Return what stands between subject and verb; of a subject that two verbs share, between the second and its conjunction.

    "Ann Roy was a doctor and her son, (born in Kent,) moved to Tulsa": it is the son who moved.
    """
    doc, finite, last = parsed.finite.doc, parsed.finite, parsed.subject_tokens[-1]
    if parsed.is_relative or last.i >= finite.i:
        return []
    if relation(parsed.verb) != "conj" or parsed.subject.head == parsed.verb or finite_verb(parsed.verb.head) is None:
        return list(doc[last.i + 1 : finite.i])
    first = max(last.i, parsed.verb.head.i)
    joining = next((t.i for t in reversed(doc[first : finite.i]) if t.pos_ == "CCONJ"), finite.i)
    return list(doc[joining + 1 : finite.i])


def is_torn(gap: Sequence[Token], told: Container[Token]) -> bool:
    """Return True for words left out that are neither told elsewhere nor set off on both sides."""
    lost = [t for t in gap if t not in told and not t.is_punct and not t.is_space]
    if all(relation(t) in PLAIN for t in lost):
        return False
    bare = [t for t in gap if t not in told]
    first, last = bare[0], bare[-1]
    if first.text in CLOSING:
        return last.text != CLOSING[first.text] and not is_separator(last)
    return not (is_separator(first) and (is_separator(last) or last.text in CLOSING.values()))
