"""What a clause may lose and stay true: an adjunct that leans on the text, where enough is left to say what is meant."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from quizgen.extraction.clauses.parsed_clause import ParsedClause
from quizgen.extraction.clauses.verb_group import finite_verb
from quizgen.languages.base import joined
from quizgen.syntax.analysis import Analysis
from quizgen.syntax.tree import child, feature, relation

if TYPE_CHECKING:
    from spacy.tokens import Token

    from quizgen.extraction.arguments.argument import Argument

LEANING = frozenset({"pronoun", "demonstrative", "definite description", "relative time"})
OPTIONAL = frozenset({"obl", "advcl", "advmod"})
FEWEST_ANCHORS = 3  # names, numbers and content nouns that must be left


def may_be_left_out(argument: Argument, reason: str, parsed: ParsedClause, others: Sequence[Argument], analysis: Analysis) -> bool:
    """Return True for an adjunct of a past event that only adds to it: "(To address this,) Ford opened a school in Tulsa in 1907".

    What changes the truth stays: "only", "without", a condition, what the verb needs. So does everything of a clause that tells a habit.
    """
    head = next((t for t in argument.tokens if t.head not in argument.tokens), argument.tokens[0])
    if reason not in LEANING or argument.slot not in {"", "purpose", "cause"} or relation(head) not in OPTIONAL or not is_past(parsed):
        return False
    if binds(argument, analysis) or is_needed(head, argument, parsed, others, analysis):
        return False
    left = [t for a in others if a is not argument for t in a.tokens]
    return sum(is_anchor(t) for t in (*parsed.subject_tokens, *left)) >= FEWEST_ANCHORS


def is_past(parsed: ParsedClause) -> bool:
    """Return True for a clause that tells what happened."""
    have = parsed.finite.lemma_.lower() in {"have", "avoir"} and parsed.finite != parsed.verb
    return feature(parsed.finite, "Tense") == "Past" or have


def binds(argument: Argument, analysis: Analysis) -> bool:
    """Return True for words without which the rest would say more than the text does."""
    lexicon = analysis.language.lexicon
    binding = joined(analysis.settings.words("pruning", "binding"), analysis.settings.words("arguments", "source"))
    binding = joined(binding, joined(lexicon.words("negation", "words"), lexicon.words("hedges", "adverbs")))
    conditions = lexicon.words("condition", "markers")
    return any(t.lower_ in binding or (relation(t) == "mark" and t.lower_ in conditions) for t in argument.tokens)


def is_needed(head: Token, argument: Argument, parsed: ParsedClause, others: Sequence[Argument], analysis: Analysis) -> bool:
    """Return True for what the verb needs: its own preposition, or the only thing that follows it."""
    case = child(head, "case")
    governors = analysis.settings.data["governing"].get(case.lower_ if case is not None else "", ())
    if parsed.verb.lemma_.lower() in governors or (relation(head) == "advcl" and finite_verb(head) is None and not argument.is_lead):
        return True
    behind = [a for a in others if not a.is_lead and a.tokens[0].i < argument.tokens[0].i]
    return not argument.is_lead and not behind


def is_anchor(token: Token) -> bool:
    """Return True for a word that tells one event from another."""
    return token.pos_ in {"NOUN", "NUM"} or (token.pos_ == "PROPN" and relation(token) not in {"flat", "compound"})
