"""Complements that a verb governs by a preposition of its own: « Le réseau repose sur des câbles », « sert à chauffer l'eau »."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from quizgen.extraction.clauses.parsed_clause import ParsedClause
from quizgen.facts import Phrase
from quizgen.syntax.analysis import Analysis
from quizgen.syntax.dangling import dangling
from quizgen.syntax.phrases import is_cut_short, phrase
from quizgen.syntax.tree import child, children, feature, is_contiguous, relation, text_of

if TYPE_CHECKING:
    from spacy.tokens import Token

LONGEST_INFINITIVE = 14  # words


def governed(head: Token, words: Sequence[Token], parsed: ParsedClause, analysis: Analysis) -> Phrase | None:
    """Return the complement that the clause's verb governs, without its preposition; None for any other oblique or infinitive.

    « Le réseau repose sur des câbles » tells what it rests on; « Le réseau repose sur le fond » would be no better asked with « où ».
    """
    data, opening = analysis.settings.data, words[0].lower_
    preposition = data["prepositions"]["alone"].get(opening, opening)
    kind = "infinitive" if feature(head, "VerbForm") == "Inf" else "noun"
    if head.head != parsed.verb or parsed.verb.lemma_.lower() not in data["governed"][kind].get(preposition, ()):
        return None
    if kind == "infinitive":
        return infinitive(head, words, analysis)
    if relation(head) not in {"obl", "iobj", "xcomp"} or head.pos_ not in {"NOUN", "PROPN"}:
        return None
    if is_cut_short(words) or not is_contiguous(words):
        return None
    inside = list(words) if opening in analysis.settings.contractions else list(words[1:])
    if not inside or dangling(head, inside, analysis) or any(feature(t, "Poss") == "Yes" for t in inside):
        return None
    return phrase(head, analysis, inside)


def infinitive(head: Token, words: Sequence[Token], analysis: Analysis) -> Phrase | None:
    """Return what an infinitive complement says is done, without its preposition: « bâtir des nuages »."""
    inside = list(words[1:])
    bare = len(inside) < 2 or child(head, "obj", "obl", "xcomp", "ccomp") is None
    if bare or len(inside) > LONGEST_INFINITIVE or inside[0] != head or is_cut_short(inside) or not is_contiguous(words):
        return None
    comparing = analysis.settings.words("connectors", "comparing")
    if inside[-1].lower_ in comparing or any(feature(t, "Poss") == "Yes" for t in inside) or children(head, "nsubj"):
        return None
    text = text_of(inside)
    return Phrase(text, bare=text, head=head.text, span=analysis.span_of(inside))
