"""All the facts of an article, in the order of the text, and why the rest gave none: start here."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any

from quizgen.discourse.episodes import year_told_before
from quizgen.discourse.leaning import Leaning, leanings
from quizgen.extraction.alone import Unnamed, standing_alone
from quizgen.extraction.clause_facts.making import clause_facts
from quizgen.extraction.clauses.parsed_clause import Unclean
from quizgen.extraction.clauses.parsing import clauses
from quizgen.extraction.clauses.participles import participles
from quizgen.extraction.fuller_names import with_full_names
from quizgen.extraction.lives import lives
from quizgen.extraction.logs import is_log
from quizgen.extraction.passages.making import passages
from quizgen.extraction.passages.times import tells_day_alone
from quizgen.extraction.rules.loading import load_rules
from quizgen.extraction.rules.matching import RuleMatcher
from quizgen.extraction.sentences import sentences
from quizgen.extraction.surface import surface_facts
from quizgen.facts import Clause, Date, Fact, Passage
from quizgen.languages import note_marks
from quizgen.syntax.analysis import Analysis, Sentence

YEAR = re.compile(r"\b\d{4}\b")


@dataclass(frozen=True)
class Extraction:
    """Facts in the order of the text, and the reasons why clauses gave none, counted."""

    facts: tuple[Fact, ...]
    dropped: Counter[str]


def extract_facts(analysis: Analysis, vocab: Any, contexts: Callable[[Fact], tuple[str, ...]]) -> Extraction:
    """Return the facts of an article; `contexts` names the frames each belongs to."""
    matcher = RuleMatcher(load_rules(analysis.language.code), vocab)
    dropped: Counter[str] = Counter()
    found: list[Fact] = []
    told = {sentence.evidence.start: sentence for sentence in sentences(analysis)}
    if is_log(told.values(), analysis):
        return Extraction((), Counter({"hour by hour": len(told)}))
    for sentence in told.values():
        if is_unfit(sentence):
            dropped["open or broken sentence"] += 1
            continue
        found.extend(matcher.facts(sentence, analysis))
        found.extend(surface_facts(sentence, analysis))
        found.extend(lives(sentence, analysis))
        found.extend(from_clauses(sentence, analysis, dropped))
        try:
            found.extend(passages(sentence, analysis))
        except Unclean as reason:
            dropped[str(reason)] += 1
    once = merged(found)
    defined = without_rival_definitions(once)
    dropped["several definitions"] = len(once) - len(defined)
    kept = without_rival_dates(defined)
    dropped["happened twice"] = len(defined) - len(kept)
    return Extraction(tuple(alone(kept, told, analysis, contexts, dropped)), +dropped)


def alone(
    facts: list[Fact], told: dict[int, Sentence], analysis: Analysis, contexts: Callable[[Fact], tuple[str, ...]], dropped: Counter[str]
) -> Iterator[Fact]:
    """Yield the facts that stand alone under one of their frames, counting the reasons for those that do not."""
    leaning: dict[tuple[int, bool], tuple[Leaning, ...]] = {}  # of a sentence, told in part or as a whole
    years: dict[int, str | None] = {}  # that the paragraph told before a sentence
    for fact in facts:
        start, whole = fact.evidence.primary.start, fact.kind == "passage"
        try:
            own = contexts(fact)
            if whole and start not in years:
                years[start] = year_told_before(told[start].span, analysis)
            frames = with_year(own, years[start]) if whole else own
            if whole:
                check_year(fact, frames, analysis)
            framed = with_full_names(
                replace(fact, contexts=frames, needs_frame=(analysis.is_news or frames != own) and bool(frames)), analysis
            )
            if (start, whole) not in leaning:
                leaning[start, whole] = leanings(tuple(told[start].span), start, analysis, whole=whole)
            yield standing_alone(framed, leaning[start, whole], analysis)
        except Unnamed as reason:
            dropped[str(reason)] += 1


def check_year(fact: Fact, frames: tuple[str, ...], analysis: Analysis) -> None:
    """Do nothing for a sentence told whole whose days have their year, in it or in the line above it. Raises Unnamed."""
    text = " ".join(value.text for _, value in fact.slots if isinstance(value, Passage))
    if analysis.is_news and frames and not YEAR.search(frames[0]) and tells_day_alone(text, analysis):
        raise Unnamed("relative time")


def with_year(frames: tuple[str, ...], year: str | None) -> tuple[str, ...]:
    """Return the frames with the year that the paragraph told before a sentence which needs one. Raises Unnamed where it is not sure."""
    if year is None:
        raise Unnamed("undated event")
    return tuple(frame if year in frame else f"{frame}, {year}" for frame in frames)


def is_unfit(sentence: Sentence) -> bool:
    """Return True for a sentence too short or too long to be parsed with confidence, or without an end."""
    words = len(sentence.evidence.text.split())
    return words < 4 or words > 75 or note_marks.without_closing(sentence.evidence.text).rstrip('»”" )')[-1:] not in ".!…"


def from_clauses(sentence: Sentence, analysis: Analysis, dropped: Counter[str]) -> list[Fact]:
    """Return the facts of a sentence's clauses and participial phrases, counting the reasons for those that give none."""
    found: list[Fact] = []
    for parsed in chain(clauses(sentence, analysis), participles(sentence, analysis)):
        if isinstance(parsed, str):
            dropped[parsed] += 1
            continue
        try:
            found.extend(clause_facts(parsed, analysis))
        except Unclean as reason:
            dropped[str(reason)] += 1
    return found


def without_rival_definitions(facts: list[Fact]) -> list[Fact]:
    """Return `facts` without definitions of a thing that the article defines twice: "What is X?" would have two right answers."""
    defined = Counter(
        fact.values["subject"].text for fact in facts if fact.kind == "definition" and not isinstance(fact.values["subject"], Clause)
    )
    return [f for f in facts if f.kind != "definition" or isinstance(f.values["subject"], Clause) or defined[f.values["subject"].text] == 1]


def without_rival_dates(facts: list[Fact]) -> list[Fact]:
    """Return `facts` without events that the article dates twice: "Ada returned to Kent" in 1920, and again in 1925."""
    dates: dict[tuple[str, ...], set[str]] = {}
    for fact in facts:
        date = fact.values.get("date")
        if fact.kind == "event" and isinstance(date, Date):
            dates.setdefault(deed_of(fact), set()).add(date.iso)
    return [fact for fact in facts if fact.kind != "event" or len(dates.get(deed_of(fact), ())) < 2]


def deed_of(fact: Fact) -> tuple[str, ...]:
    """Return what an event is, without its date."""
    clause = fact.values["event"]
    if not isinstance(clause, Clause):
        return (str(fact.evidence.primary.start),)
    others = (c.text for c in clause.complements if c.slot != "date")
    lead = "" if clause.lead_slot == "date" else clause.lead
    return (clause.subject.text, clause.lemma, clause.rest, lead, *others)


def merged(facts: list[Fact]) -> list[Fact]:
    """Return `facts` without those that say again what one before says (same kind, same words in every slot)."""
    seen: set[tuple[object, ...]] = set()
    kept = []
    for fact in facts:
        words = tuple((name, value.subject.text + value.lemma if isinstance(value, Clause) else value.text) for name, value in fact.slots)
        key = (fact.kind, fact.evidence.primary.start, words)
        if key not in seen:
            seen.add(key)
            kept.append(fact)
    return kept
