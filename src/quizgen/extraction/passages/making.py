"""Passages: sentences that stand alone, told as the article tells them, with one date, number or name in each to be asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.discourse.first_places import first_place
from quizgen.discourse.reaching_out import first_reaching_out
from quizgen.discourse.standing_in import stand_ins
from quizgen.extraction.clauses.parsed_clause import Unclean
from quizgen.extraction.passages.blanks import Blank, blanks
from quizgen.extraction.passages.cutting import first_part
from quizgen.extraction.passages.edits import edited, edits, in_place_of, place_in
from quizgen.extraction.passages.fitness import check_fitness, check_telling
from quizgen.extraction.passages.times import times_in_full
from quizgen.facts import Evidence, Fact, Passage, Phrase
from quizgen.languages.words import pattern
from quizgen.syntax.analysis import Analysis, Sentence

if TYPE_CHECKING:
    from quizgen.article import TextSpan

CONFIDENCE = 0.9


def passages(sentence: Sentence, analysis: Analysis) -> list[Fact]:
    """Return a fact for each thing that can be blanked in a sentence. Raises Unclean with the reason when it does not stand alone."""
    sentence = first_part(sentence, analysis)
    check_telling(sentence, analysis)
    times = list(times_in_full(sentence, analysis))
    made = [*(edit for edit, _ in times), *edits(sentence, analysis)]
    gone = frozenset(t for t in sentence.span if any(e.start <= place_in(sentence, t) < e.end for e in made)) if made else frozenset()
    meant = stand_ins(sentence.span, analysis, gone)
    if first_reaching_out(sentence.span, meant, analysis, gone) is not None:
        raise Unclean("sentence leans on another")
    named = [edit for token, found in meant.items() for edit in in_place_of(token, found, sentence)]
    text = edited(sentence.evidence.text, [*made, *named])
    if named:
        text = analysis.language.finish_stem(text)  # « La encolure de | le Cob normand »
    check_fitness(text, sentence, analysis)
    rule = "passage" + ("+pronoun" if meant else "")
    told = [*(told_at(found.meant, analysis) for found in meant.values()), *(anchor for _, anchor in times)]
    evidence = Evidence(sentence.evidence, tuple(span for span in told if span is not None))
    found = [fact_of(blank, text, rule, evidence) for blank in blanks(sentence, analysis) if stands_once(blank, text)]
    if not found:
        raise Unclean("sentence without a telling date, number or name")
    return found


def fact_of(blank: Blank, text: str, rule: str, evidence: Evidence) -> Fact:
    """Return the fact that `text` tells, asked for its `blank`."""
    passage = Passage(text, blank.slot, blank.words, evidence.primary)
    slots = (("passage", passage), (blank.slot, blank.value))
    return Fact("passage", slots, evidence, f"{rule}/{blank.slot}", CONFIDENCE)


def told_at(phrase: Phrase, analysis: Analysis) -> TextSpan | None:
    """Return where the article names what a pronoun stands for."""
    at = first_place(phrase.text, analysis)
    return analysis.article.span(at, at + len(phrase.text)) if at >= 0 else None


def stands_once(blank: Blank, text: str) -> bool:
    """Return True when the words of a blank stand in the text once, so that nothing else tells them."""
    return len(pattern(blank.words).findall(text)) == 1
