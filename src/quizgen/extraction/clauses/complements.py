"""The heads of what follows a verb group, without asides that the clause may lose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.extraction.clauses.verb_group import finite_verb
from quizgen.syntax.tree import child, children, follows_comma, is_detached, relation

if TYPE_CHECKING:
    from spacy.tokens import Token

DEPENDENTS = frozenset({"obj", "iobj", "obl", "xcomp", "ccomp", "advcl", "advmod", "nmod", "amod", "acl", "dep"})
NOMINAL = frozenset({"nmod", "amod", "acl", "dep"})  # inside the nominal predicate of a copula


def complements_of(verb: Token, last: Token, subject: Token) -> tuple[Token, ...]:
    """Return the heads of what follows the verb group, and what stood between subject and verb, in order.

    The nominal predicate of a copula is its own first complement (its subtree then excludes the rest: see arguments/own_words.py).
    """
    outer = DEPENDENTS if last == verb else DEPENDENTS - NOMINAL
    behind = last.i if last == verb else max(last.i, verb.i)
    right = [c for c in verb.children if (relation(c) in outer or gives_reason(c)) and c.i > behind and c.dep_ != "compound:prt"]
    right = [c for c in right if not (is_aside(c) or is_beyond_semicolon(c, verb))]
    between = [c for c in verb.children if relation(c) in {"obl"} and subject.i < c.i < last.i and c.pos_ != "PRON"]
    own = [verb] if last != verb else []
    return (*own, *right, *between)


def is_beyond_semicolon(complement: Token, verb: Token) -> bool:
    """Return True for what stands behind a semicolon: it belongs to another clause, whatever the parser hung it on."""
    return any(t.text == ";" for t in verb.doc[verb.i : complement.i])


def gives_reason(clause: Token) -> bool:
    """Return True for a clause that « car » joins to its verb."""
    joined = child(clause, "cc")
    return relation(clause) == "conj" and joined is not None and joined.lower_ == "car" and finite_verb(clause) is not None


def is_aside(complement: Token) -> bool:
    """Return True for a complement set off by a comma: it adds to the clause and may be left out."""
    if gives_reason(complement):
        return False
    beside = any(
        relation(c) in {"obj", "obl", "xcomp"} and c.i < complement.i and c.i > complement.head.i for c in complement.head.children
    )
    if relation(complement) == "obj" and not any(c.i < complement.i for c in children(complement.head, "obj")):
        return False  # « crée, en 1931, le championnat de voile »
    if is_detached(complement):
        return True
    return follows_comma(complement) and not closes_aside(complement) and (relation(complement) in {"obl", "advmod"} or beside)


def closes_aside(complement: Token) -> bool:
    """Return True where the comma before a complement ends an aside: "founded its first town, Kent Hill, | on the Stone River"."""
    comma = complement.left_edge.nbor(-1) if complement.left_edge.text != "," else complement.left_edge
    before = comma.nbor(-1)
    within = (before, *before.ancestors)
    apart = [t for t in within if is_detached(t) or (relation(t) == "conj" and child(t, "cc") is None and follows_comma(t))]
    asides = [t for t in apart if complement.head.is_ancestor(t) and not t.is_ancestor(complement)]
    asides = [t for t in asides if not any(w.text == ":" for w in t.doc[complement.head.i : t.left_edge.i])]
    return comma.text == "," and any(t.left_edge.i > complement.head.i and t.right_edge.i < complement.left_edge.i for t in asides)
