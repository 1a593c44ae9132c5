"""Redundancy: when two items ask one fact. One fact is asked once; a sentence gives a second item only when it tells a second thing."""

import re

from quizgen.article import TextSpan
from quizgen.facts import Clause, Fact
from quizgen.identity import subject_of
from quizgen.items import Candidate
from quizgen.languages.words import roots, stands_in

_SAME_CLAIM = 0.7  # share of the shorter claim's words in the other's from which two sentences tell one thing: a lead and its body
_SAME_TALK = 0.5  # the same, of two items on one sentence
_NAME = re.compile(r"(?<=[\s'’(«“-])[A-ZÀ-Þ]\w+|\d+")
_FEWEST = 3  # words of a claim that make it comparable


def says_again(kept: Candidate, candidate: Candidate) -> str:
    """Return why `candidate` tells what `kept` told, or ""."""
    own, other = _claim(candidate), _claim(kept)
    fewer = min(len(own), len(other))
    shared = len(own & other) / max(1, fewer)
    if fewer >= _FEWEST and shared >= _SAME_CLAIM and _names_alike(kept, candidate):
        return "tells what an item kept tells"
    if sentence(kept.question.fact) != sentence(candidate.question.fact):
        return ""
    if shared >= _SAME_TALK or _holds_key(kept, candidate) or _holds_key(candidate, kept):
        return "another item on a sentence kept"
    return ""


def _claim(candidate: Candidate) -> frozenset[str]:
    """Return the words of what an item says is so: its stem and its key in one."""
    question = candidate.question
    return roots(f"{question.statement or question.stem} {question.key}")


def _names_alike(kept: Candidate, candidate: Candidate) -> bool:
    """Return whether one claim names nothing that the other does not: « A naquit à Lyon » is not « B naquit à Nantes »."""
    own, other = _names(candidate), _names(kept)
    return own <= other or other <= own


def _names(candidate: Candidate) -> frozenset[str]:
    question = candidate.question
    return frozenset(_NAME.findall(question.statement or question.stem)) | frozenset(_NAME.findall(f" {question.key}"))


def _holds_key(one: Candidate, other: Candidate) -> bool:
    """Return whether the stem of one item prints the other's key."""
    return stands_in(other.question.key, one.item.question)


def sentence(fact: Fact) -> TextSpan:
    """Return the sentence that a fact rests on."""
    return fact.evidence.primary


def clauses(fact: Fact) -> list[tuple[int, int]]:
    """Return where the clauses of a fact stand: two facts of one clause are one."""
    return [(value.span.start, value.span.end) for _, value in fact.slots if isinstance(value, Clause) and value.span]


def asked_words(candidate: Candidate) -> object:
    """Return where the asked value stands in the article, so that no words are asked for twice in one sentence."""
    value = candidate.question.fact.values[candidate.question.asked_slot]
    return value.span or candidate.item.id


def answer(candidate: Candidate) -> tuple[str, str]:
    """Return the key and what it is said of: « Lyon », where Jeanne Morel was born, whatever kind of fact says so."""
    question = candidate.question
    return question.key.casefold(), subject_of(question.fact, question.asked_slot).casefold()
