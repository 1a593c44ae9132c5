"""Scores of candidates: the chance that a reader accepts them; and beside it their importance."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from quizgen.facts import Fact
from quizgen.items import Candidate, Finding, Item
from quizgen.ranking.chance import Model
from quizgen.ranking.features import features

NOTHING: Mapping[str, float] = {}
_LEAST = 0.25  # share of its worth that an item keeps however little it matters: a sound item on a side matter beats a doubtful one


class Salience(Protocol):
    """How much a fact matters to its article."""

    def of(self, fact: Fact) -> float:
        """Return 0 (an aside) to 1 (what the article is about)."""
        ...


@dataclass(frozen=True, slots=True)
class Judging:
    """What candidates are judged by: `find_flaws` reads one item, `seen` has by id(fact) what else is known of a fact, in numbers."""

    salience: Salience
    model: Model
    find_flaws: Callable[[Item], tuple[Finding, ...]]
    seen: Mapping[int, Mapping[str, float]] = field(default_factory=dict)


def score(
    candidate: Candidate, findings: Iterable[Finding], salience: float, model: Model, seen: Mapping[str, float] = NOTHING
) -> Candidate:
    """Return the candidate with its findings, features and score, 0 to 1: its chance of being accepted, or 0 with a fatal finding."""
    found = tuple(findings)
    counted = features(candidate, found, salience, seen)
    question, item = candidate.question, candidate.item
    is_fatal = any(finding.severity == "fatal" for finding in found)
    value = 0.0 if is_fatal else round(model.of(dict(counted), question.template, question.fact.rule), 6)
    if item.proof is not None:
        item = replace(item, proof=replace(item.proof, score=value, features=counted))
    return replace(candidate, item=item, findings=found, score=value)


def rank(candidates: Sequence[Candidate], judging: Judging) -> tuple[Candidate, ...]:
    """Return the candidates with their findings, scores and importance, in the order given."""
    saliences: dict[int, float] = {}
    ranked: list[Candidate] = []
    for candidate in candidates:
        fact = candidate.question.fact
        if id(fact) not in saliences:
            saliences[id(fact)] = judging.salience.of(fact)
        findings = (*candidate.findings, *judging.find_flaws(candidate.item))
        scored = score(candidate, findings, saliences[id(fact)], judging.model, judging.seen.get(id(fact), NOTHING))
        ranked.append(replace(scored, importance=weight(saliences[id(fact)])))
    return tuple(ranked)


def weight(salience: float) -> float:
    """Return what importance leaves of an item's worth."""
    return _LEAST + (1 - _LEAST) * min(1.0, max(0.0, salience))


def steered(candidates: Sequence[Candidate], salience: Salience) -> tuple[Candidate, ...]:
    """Return the candidates with the importance that another `salience` gives them; their chances stay."""
    return tuple(replace(candidate, importance=weight(salience.of(candidate.question.fact))) for candidate in candidates)


def shortlist(facts: Sequence[Fact], salience: Salience, limit: int) -> tuple[Fact, ...]:
    """Return the `limit` facts worth asking about, by confidence and importance, in the order given.

    A long article has thousands of facts; writing them all would take longer than parsing it.
    """
    order = sorted(range(len(facts)), key=lambda n: (-facts[n].confidence * weight(salience.of(facts[n])), n))
    kept = sorted(order[:limit])
    return tuple(facts[n] for n in kept)
