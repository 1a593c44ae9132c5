"""Obliques by their preposition: the agent of a passive, a place, a quantity."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from quizgen.extraction.arguments.argument import Argument
from quizgen.extraction.arguments.quantities import quantity_of
from quizgen.extraction.clauses.parsed_clause import ParsedClause
from quizgen.facts import Phrase, PhraseType
from quizgen.syntax.analysis import Analysis
from quizgen.syntax.dangling import dangling
from quizgen.syntax.names import is_name
from quizgen.syntax.phrase_types import phrase_type
from quizgen.syntax.phrases import phrase, phrase_tokens
from quizgen.syntax.tree import child, children, feature, opens, text_of

if TYPE_CHECKING:
    from spacy.tokens import Token


def oblique_argument(head: Token, words: list[Token], parsed: ParsedClause, analysis: Analysis, is_lead: bool) -> Argument:
    """Return an oblique as agent or place, or as an argument nothing asks for."""
    case = child(head, "case")
    preposition = case.lower_ if case is not None else ""
    settings = analysis.settings
    value_words = [t for t in phrase_tokens(head, analysis) if t in words]
    if not value_words:
        return Argument(tuple(words), is_lead=is_lead)
    owned = any(feature(t, "Poss") == "Yes" for t in value_words)  # « par leur nom »
    is_agent = parsed.is_passive and preposition in settings.words("arguments", "agent")
    is_agent = is_agent and dangling(head, value_words, analysis) != "bare description"  # "by the priest (, Luc Morin)"
    is_agent = is_agent and not goes_on_with_agent(words, settings.words("arguments", "agent"))
    if is_agent and head.pos_ in {"NOUN", "PROPN"} and not owned and quantity_of(head, value_words, analysis) is None:
        return Argument(tuple(words), "agent", phrase(head, analysis, value_words), text_of(value_words), is_lead)
    receives = parsed.verb.lemma_.lower() in settings.words("arguments", "giving") and preposition in settings.words("arguments", "to_whom")
    behind_a_place = words[0].i > 0 and words[0].nbor(-1).ent_type_ == "LOC"  # "reached Port Kent | in Tulsa": where it is, is no news
    barred = receives or behind_a_place
    placed = is_name(head) or is_named_kind(head, value_words, analysis)
    is_place = not barred and placed and phrase_type(head, value_words, analysis) is PhraseType.PLACE
    if is_place and preposition in settings.words("arguments", "place"):
        return Argument(tuple(words), "place", place(head, words, value_words, analysis), text_of(words), is_lead)
    quantity = quantity_of(head, value_words, analysis)
    if quantity is not None and not set(quantity.unit.split()) & settings.words("arguments", "clock"):
        return Argument(tuple(words), "quantity", quantity, quantity.text, is_lead)
    return Argument(tuple(words), is_lead=is_lead)


def is_named_kind(head: Token, words: Sequence[Token], analysis: Analysis) -> bool:
    """Return True for "the village of Kent": a kind of place with its own name behind it, where the language tells places so."""
    of = analysis.settings.words("arguments", "naming_place")
    owners = [c for c in children(head, "nmod") if c in words and c.pos_ == "PROPN" and c.i > head.i]
    if head.lemma_.lower() in analysis.language.lexicon.words("vague", "nouns"):  # "the area of Kent"
        return False
    return any(case.lower_ in of for c in owners for case in children(c, "case")) and feature(head, "Number") != "Plur"


def goes_on_with_agent(words: Sequence[Token], prepositions: frozenset[str]) -> bool:
    """Return True for the first of several: "paid by the town, by the county and by its guests"."""
    behind = words[-1].doc[words[-1].i + 1 : words[-1].i + 4]
    parts = [t for t in behind if t.text != "," and t.pos_ != "CCONJ"]
    return len(behind) > 0 and (behind[0].text == "," or behind[0].pos_ == "CCONJ") and bool(parts) and parts[0].lower_ in prepositions


def place(head: Token, words: list[Token], value_words: list[Token], analysis: Analysis) -> Phrase:
    """Return a place: `text` with its preposition ("à Utrecht"), `bare` the name alone."""
    made = phrase(head, analysis, value_words)
    text = text_of(words)
    if opens(words[0]):
        text = text[:1].lower() + text[1:]
    return replace(
        made,
        text=text,
        type=PhraseType.PLACE,
        bare=made.bare or made.text,
        is_name=True,
        accepted=(made.text,),
        span=analysis.span_of(words),
    )
