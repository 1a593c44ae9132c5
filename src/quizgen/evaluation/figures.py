"""Figures of one article or of several: gold found as facts, asked by items, and what came out that must not."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from quizgen.article import Article
from quizgen.evaluation.gold import Gold, GoldFact
from quizgen.evaluation.matching import fact_matches, item_matches, violations
from quizgen.facts import Fact
from quizgen.items import Item

IMPORTANCES = (3, 2, 1)


@dataclass(frozen=True, slots=True)
class Figures:
    """What was measured on an article. `found` and `asked` hold ids of gold facts, `suspects` items that look like a must-not."""

    id: str
    language: str
    words: int
    gold: tuple[GoldFact, ...]
    facts: int
    items: int
    found: frozenset[str]
    asked: frozenset[str]
    off_gold: int
    repeated: int
    suspects: tuple[str, ...] = ()
    forms: tuple[str, ...] = field(default=())


def measure(article: Article, facts: Sequence[Fact], items: Sequence[Item], gold: Gold) -> Figures:
    """Return the figures of one article."""
    found = frozenset(fact.id for fact in gold.facts if any(fact_matches(candidate, fact, article) for candidate in facts))
    tests = [[fact.id for fact in gold.facts if item_matches(item, fact, article)] for item in items]
    suspects = tuple(f"{item.question} — {banned.statement}" for item, banned in violations(tuple(items), gold))
    return Figures(
        id=gold.id,
        language=gold.language,
        words=len(article.text.split()),
        gold=gold.facts,
        facts=len(facts),
        items=len(items),
        found=found,
        asked=frozenset(id for ids in tests for id in ids),
        off_gold=sum(not ids for ids in tests),
        repeated=_repeated(tests),
        suspects=suspects,
        forms=tuple(item.form for item in items),
    )


def _repeated(tests: Iterable[Sequence[str]]) -> int:
    """Return how many items ask only for gold that earlier items asked for already."""
    seen: set[str] = set()
    repeated = 0
    for ids in tests:
        repeated += bool(ids) and seen.issuperset(ids)
        seen.update(ids)
    return repeated


def share_of_gold(figures: Iterable[Figures], measured: str, importance: int | None = None) -> float:
    """Return the share of gold facts (of one importance, or all) that are in `measured`, "found" or "asked"; 0 without gold."""
    got = total = 0
    for one in figures:
        wanted = {fact.id for fact in one.gold if importance in (None, fact.importance)}
        total += len(wanted)
        got += len(wanted & getattr(one, measured))
    return got / total if total else 0.0
