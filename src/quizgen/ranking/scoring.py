"""Scores of candidates: confidence in the fact, acceptance of its template and rule, flaws; then importance."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from math import prod
from typing import Protocol

from quizgen.facts import Fact
from quizgen.items import Candidate, Finding, Item
from quizgen.questions import Question
from quizgen.ranking.acceptance import Acceptance
from quizgen.ranking.features import features

_WARNING = 0.75  # what one warning leaves of an item's chance
_LEAST = 0.25  # share of its chance that an item keeps however little it matters: a sound item on a side matter beats a doubtful one


class Salience(Protocol):
    """How much a fact matters to its article."""

    def of(self, fact: Fact) -> float:
        """Return 0 (an aside) to 1 (what the article is about)."""
        ...


def score(question: Question, findings: Iterable[Finding], salience: float, acceptance: Acceptance) -> float:
    """Return 0 to 1: the chance that a reader accepts the item, weighed by its importance; 0 with a fatal finding."""
    found = tuple(findings)
    if any(finding.severity == "fatal" for finding in found):
        return 0.0
    chance = question.fact.confidence * acceptance.of(question.template, question.fact.rule) * prod(_WARNING for _ in found)
    return chance * (_LEAST + (1 - _LEAST) * min(1.0, max(0.0, salience)))


def rank(
    candidates: Sequence[Candidate], salience: Salience, acceptance: Acceptance, find_flaws: Callable[[Item], tuple[Finding, ...]]
) -> tuple[Candidate, ...]:
    """Return the candidates with their findings and scores, in the order given. `find_flaws` is what reads one item."""
    saliences: dict[int, float] = {}
    ranked: list[Candidate] = []
    for candidate in candidates:
        fact = candidate.question.fact
        if id(fact) not in saliences:
            saliences[id(fact)] = salience.of(fact)
        findings = (*candidate.findings, *find_flaws(candidate.item))
        value = round(score(candidate.question, findings, saliences[id(fact)], acceptance), 6)
        ranked.append(_scored(candidate, findings, value, features(candidate, findings, saliences[id(fact)])))
    return tuple(ranked)


def _scored(candidate: Candidate, findings: tuple[Finding, ...], value: float, counted: tuple[tuple[str, float], ...]) -> Candidate:
    item = candidate.item
    if item.proof is not None:
        item = replace(item, proof=replace(item.proof, score=value, features=counted))
    return replace(candidate, item=item, findings=findings, score=value)


def shortlist(facts: Sequence[Fact], salience: Salience, limit: int) -> tuple[Fact, ...]:
    """Return the `limit` facts worth asking about, by confidence and importance, in the order given.

    A long article has thousands of facts; writing them all would take longer than parsing it.
    """
    order = sorted(range(len(facts)), key=lambda n: (-facts[n].confidence * (_LEAST + (1 - _LEAST) * salience.of(facts[n])), n))
    kept = sorted(order[:limit])
    return tuple(facts[n] for n in kept)
