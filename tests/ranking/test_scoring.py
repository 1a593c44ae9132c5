"""Scores: better figures, fewer flaws and weightier facts come first; a fatal finding ends it."""

from dataclasses import replace

import pytest

from quizgen.article import TextSpan
from quizgen.facts import Evidence, Fact, Phrase
from quizgen.items import Candidate, Finding, Item, ShortAnswer
from quizgen.questions import Question
from quizgen.ranking import Acceptance, load_acceptance, rank, score, shortlist
from quizgen.writing.item_parts import item_parts

PLAIN = Acceptance(share=0.6, weight=8)


def fact(name: str, confidence: float = 0.9) -> Fact:
    return Fact("birth", (("person", Phrase(name)), ("place", Phrase("Lyon"))), Evidence(TextSpan(0, 4, "Test")), "rule/a", confidence)


def question(name: str = "Ada", confidence: float = 0.9) -> Question:
    return Question(fact(name, confidence), "place", f"Où {name} est-elle née ?", "Lyon", "fr/birth/ou", ("short_answer",))


class ByName:
    """Ada matters, nobody else does."""

    def of(self, fact: Fact) -> float:
        return 1.0 if fact.slots[0][1] == Phrase("Ada") else 0.0


def test_score_is_the_product_of_what_is_known() -> None:
    assert score(question(), (), 1.0, PLAIN) == pytest.approx(0.9 * 0.6)
    assert score(question(confidence=0.5), (), 1.0, PLAIN) == pytest.approx(0.5 * 0.6)


def test_importance_and_warnings_weigh_and_a_fatal_finding_ends_it() -> None:
    best = score(question(), (), 1.0, PLAIN)
    assert 0 < score(question(), (), 0.0, PLAIN) < score(question(), (), 0.5, PLAIN) < best
    assert 0 < score(question(), [Finding("negative", "")], 1.0, PLAIN) < best
    assert score(question(), [Finding("key in stem", "", "fatal")], 1.0, PLAIN) == 0


def test_few_verdicts_move_the_prior_little_and_many_move_it_far() -> None:
    few = replace(PLAIN, templates={"t": (0, 1)}).of("t", "r")
    many = replace(PLAIN, templates={"t": (5, 100)}).of("t", "r")
    assert 0.5 < few < 0.6
    assert many < 0.12
    assert replace(PLAIN, templates={"t": (90, 90)}, rules={"r": (90, 90)}).of("t", "r") == 1.0


def test_the_figures_we_ship_are_shares() -> None:
    acceptance = load_acceptance()
    for accepted, judged in [*acceptance.templates.values(), *acceptance.rules.values()]:
        assert 0 <= accepted <= judged
    assert 0 < acceptance.of("never seen", "never seen") <= 1


def test_rank_fills_findings_score_and_proof() -> None:
    one = question()
    parts = item_parts(one, "short_answer", "a")
    candidate = Candidate(one, ShortAnswer(id=parts.id, question=one.stem, answer=one.key, proof=parts.proof))

    def find(item: Item) -> tuple[Finding, ...]:
        return (Finding("too long", item.question),)

    (ranked,) = rank([candidate], ByName(), PLAIN, find)
    assert ranked.findings == (Finding("too long", one.stem),)
    assert ranked.item.proof is not None
    assert ranked.score == ranked.item.proof.score == score(one, ranked.findings, 1.0, PLAIN)
    counted = dict(ranked.item.proof.features)
    assert (counted["confidence"], counted["salience"], counted["warnings"], counted["stem_names"]) == (0.9, 1.0, 1.0, 1.0)


def test_shortlist_keeps_the_weightiest_in_order() -> None:
    facts = [fact("Bo", 0.9), fact("Ada", 0.5), fact("Cy", 0.95), fact("Ada", 0.9)]
    assert shortlist(facts, ByName(), 3) == (facts[1], facts[2], facts[3])
    assert shortlist(facts, ByName(), 9) == tuple(facts)
