"""Counted things: how many do what a clause says, and what part of a whole does."""

from __future__ import annotations

from dataclasses import replace

from quizgen.extraction.arguments.argument import Argument
from quizgen.extraction.clause_facts.told_clause import ToldClause
from quizgen.extraction.clauses.parsed_clause import ParsedClause, Unclean
from quizgen.facts import Fact, Phrase, Quantity, Value
from quizgen.syntax.analysis import Analysis
from quizgen.syntax.dangling import dangling
from quizgen.syntax.phrases import phrase, phrase_tokens
from quizgen.syntax.tree import children


def asks_quantity(told: ToldClause, argument: Argument) -> bool:
    """Return True for the one number of a clause that says what it counts, behind the verb (not « Après 183 km, … »)."""
    aged = isinstance(argument.value, Quantity) and argument.value.unit in told.analysis.settings.words("arguments", "ages")
    return not argument.is_lead and told.is_single("quantity") and counts(argument.value) and not aged


def counts(value: Value | None) -> bool:
    """Return True for a quantity that says what it counts: not for « 282 voix contre 351 », « la salle 3 »."""
    return isinstance(value, Quantity) and (value.is_percentage or len(value.unit) > 1)


def counted_subject(told: ToldClause, quantity: Quantity) -> Fact:
    """Return how many do what the clause says, or what part of a whole does. Raises Unclean for "10 times, tied with …"."""
    if told.parsed.is_participle:
        raise Unclean("number of nothing said")
    clause = replace(told.clause, subject_slot="quantity")
    whole = whole_of(told.parsed, quantity, told.analysis)
    if whole is None and is_share(quantity):
        raise Unclean("part of no whole")
    if whole is None:
        return told.fact("quantity", {"action": clause, "quantity": quantity})
    return told.fact("percentage", {"action": clause, "quantity": quantity, "whole": whole})


def whole_of(parsed: ParsedClause, quantity: Quantity, analysis: Analysis) -> Phrase | None:
    """Return the whole that a percentage or fraction is part of ("les déploiements"), or None for a plain number."""
    head = next((c for c in children(parsed.subject, "nmod") if c in parsed.subject_tokens), None)
    if not is_share(quantity) or head is None:
        return None
    words = [t for t in phrase_tokens(head, analysis) if t in parsed.subject_tokens]
    return phrase(head, analysis, words) if words and dangling(head, words, analysis) in {"", "vague quantity"} else None


def is_share(quantity: Quantity) -> bool:
    """Return True for a percentage or a fraction: "almost half of …"."""
    return quantity.is_percentage or float(quantity.number) < 1
