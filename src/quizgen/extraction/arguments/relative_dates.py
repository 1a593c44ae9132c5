"""Dates told from another, "last Tuesday": told in full, or left out of a clause about the past."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from quizgen.discourse.relative_dates import resolve
from quizgen.extraction.arguments.argument import Argument
from quizgen.extraction.arguments.date_words import tokens_between, with_lead
from quizgen.extraction.clauses.parsed_clause import ParsedClause, Unclean
from quizgen.languages.base import DateMatch
from quizgen.syntax.analysis import Analysis
from quizgen.syntax.tree import feature, is_contiguous, text_of

if TYPE_CHECKING:
    from spacy.tokens import Token

HAVE = frozenset({"avoir", "have"})
WILL = frozenset({"will", "shall", "may", "aller"})


def resolved_or_left_out(tokens: list[Token], match: DateMatch, parsed: ParsedClause, analysis: Analysis) -> Argument:
    """Return a relative date told in full, or marked to be left out of a clause about the past that stays true without it."""
    try:
        return resolved_argument(tokens, match, parsed, analysis)
    except Unclean:
        if not parsed.is_past:
            raise
        return Argument(tuple(with_lead(tokens)), is_left_out=True)


def resolved_argument(tokens: list[Token], match: DateMatch, parsed: ParsedClause, analysis: Analysis) -> Argument:
    """Return a date told from another, "last Tuesday", told in full. Raises Unclean when it is not sure, or no point in time."""
    sentence = parsed.sentence.span
    resolved = resolve(match, sentence, analysis, told_tense(parsed))
    if resolved is None or parsed.sentence.is_quoted:
        raise Unclean("relative time")
    own = tokens_between(sentence.start_char + resolved.start, sentence.start_char + resolved.end, parsed)
    whole = with_lead(sorted({*tokens, *own}, key=lambda t: t.i))
    before = text_of(whole).lower().removesuffix(text_of(own).lower()).strip()
    if before not in analysis.settings.words("arguments", "point_in_time") or not is_contiguous(whole):
        raise Unclean("relative time")
    value = replace(resolved.date, span=analysis.span_of(own))
    told = analysis.language.filters["on_date"](value)
    anchors = (resolved.anchor,) if resolved.anchor else ()
    return Argument(tuple(whole), "date", value, value.text, whole[0].i < parsed.finite.i, told=told, anchors=anchors)


def told_tense(parsed: ParsedClause) -> str:
    """Return "past" for « ferma », "has closed", « a fermé »; "present" for « ferme » and « est fermé », which may be past; else ""."""
    tense = feature(parsed.finite, "Tense")
    if tense in {"Past", "Imp"} or parsed.is_participle:
        return "past"
    if tense != "Pres" or parsed.finite.lemma_.lower() in WILL:
        return ""
    has_participle = parsed.verb != parsed.finite and feature(parsed.verb, "Tense") == "Past"
    return "past" if has_participle and (parsed.finite.lemma_.lower() in HAVE or not parsed.is_passive) else "present"
