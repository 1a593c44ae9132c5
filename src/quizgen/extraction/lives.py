"""Births and deaths told beside a name that opens its sentence: « Anne Roy, née le 3 mars 1892 à Vannes et morte en 1953, est une … »."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizgen.facts import Date, Evidence, Fact, Phrase, PhraseType, Value
from quizgen.languages.base import DateMatch
from quizgen.syntax.analysis import Analysis, Sentence
from quizgen.syntax.registry import Entity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Span

KINDS = ("birth", "death")
NEAREST = 12  # code points between the participle and its date: « née le mardi 3 mars 1892 »
PRECISE = frozenset({"year", "month", "day"})


def lives(sentence: Sentence, analysis: Analysis) -> Iterator[Fact]:
    """Yield birth and death of the person whose name opens a sentence, where they are told between commas or brackets."""
    person = opening_person(sentence, analysis)
    if person is None:
        return
    text, at = sentence.span.text, 0
    for kind in KINDS:
        words = "|".join(sorted(analysis.language.lexicon.words(kind, "participles"), key=len, reverse=True))
        match = re.compile(rf"(?<!\w)(?:{words})(?!\w)").search(text, at) if words else None
        date = date_behind(match.end(), sentence, analysis) if match else None
        if match is None or date is None or (kind == "birth" and not is_beside_name(text, match.start())):
            return
        at = date.end
        yield life_fact(kind, person, date, sentence, analysis)


def opening_person(sentence: Sentence, analysis: Analysis) -> Entity | None:
    """Return the person of several names with whose name the sentence begins, or None."""
    if sentence.is_quoted:
        return None
    name = next((e for e in sentence.span.ents if e.start == sentence.span.start), None)
    found = analysis.registry.find(name.text) if name is not None else None
    return found if found is not None and found.type is PhraseType.PERSON and " " in found.name else None


def is_beside_name(text: str, start: int) -> bool:
    """Return True when nothing but names in apposition stand before: a comma or a bracket, and no sentence of its own."""
    before = text[:start].rstrip()
    return before[-1:] in {",", "("} and not re.search(r"[;:.] ", before)


def date_behind(start: int, sentence: Sentence, analysis: Analysis) -> DateMatch | None:
    """Return the date just behind a participle."""
    dates = (d for d in analysis.language.find_dates(sentence.span.text) if d.start >= start)
    first = next(dates, None)
    near = first is not None and first.start - start <= NEAREST and first.precision in PRECISE
    return first if near else None


def place_behind(end: int, sentence: Sentence, analysis: Analysis) -> Phrase | None:
    """Return the place just behind a date, with its preposition: « à Castel d'Ario »."""
    behind = [t for t in sentence.span if t.idx - sentence.span.start_char >= end]
    name = next((e for e in sentence.span.ents if len(behind) > 1 and e.start == behind[1].i), None)
    if name is None or name.label_ != "LOC" or behind[0].lower_ not in analysis.settings.words("arguments", "place"):
        return None
    return place_phrase(name, behind[0].text, analysis)


def place_phrase(name: Span, preposition: str, analysis: Analysis) -> Phrase:
    """Return a place as « Où … ? » asks for it."""
    span = analysis.span_of(list(name))
    return Phrase(
        f"{preposition} {name.text}", PhraseType.PLACE, bare=name.text, head=name.text, is_name=True, accepted=(name.text,), span=span
    )


def life_fact(kind: str, person: Entity, found: DateMatch, sentence: Sentence, analysis: Analysis) -> Fact:
    """Return a birth or death with its date and, where it is told, its place."""
    base = sentence.evidence.start
    words = sentence.span.text[found.start : found.end]
    at = analysis.article.text.find(words, base)
    date = Date(words, found.iso, found.precision, analysis.article.span(at, at + len(words)))
    who = Phrase(person.name, PhraseType.PERSON, person.gender, bare=person.name, head=person.name, is_name=True, is_definite=True)
    place = place_behind(found.end, sentence, analysis)
    slots: list[tuple[str, Value]] = [("person", who), ("date", date), *([("place", place)] if place is not None else [])]
    return Fact(kind, tuple(slots), Evidence(sentence.evidence), f"surface/opening-{kind}", 0.93)
