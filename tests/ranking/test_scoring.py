"""Scores: a chance made of parts, importance beside it; a fatal finding ends it."""

from dataclasses import replace
from math import exp, log

import pytest

from quizgen.article import TextSpan
from quizgen.facts import Evidence, Fact, Phrase
from quizgen.items import Candidate, Finding, Item, ShortAnswer
from quizgen.questions import Question
from quizgen.ranking import Acceptance, Focused, Judging, Model, load_model, rank, score, shortlist, steered
from quizgen.ranking.chance import Term
from quizgen.writing.item_parts import item_parts

PLAIN = Acceptance(share=0.6, weight=8)
MODEL = Model(log(0.6 / 0.4), {"confidence": Term(0.3, 0.8, 0.1), "warnings": Term(-0.5, 0.0, 1.0)}, 0.3, PLAIN)


def fact(name: str, confidence: float = 0.9) -> Fact:
    return Fact("birth", (("person", Phrase(name)), ("place", Phrase("Lyon"))), Evidence(TextSpan(0, 4, "Test")), "rule/a", confidence)


def question(name: str = "Ada", confidence: float = 0.9) -> Question:
    return Question(fact(name, confidence), "place", f"Où {name} est-elle née ?", "Lyon", "fr/birth/ou", ("short_answer",))


class ByName:
    """Ada matters, nobody else does."""

    def of(self, fact: Fact) -> float:
        return 1.0 if fact.slots[0][1] == Phrase("Ada") else 0.0


class AboutBo:
    """Bo matters, nobody else does."""

    def of(self, fact: Fact) -> float:
        return 1.0 if fact.slots[0][1] == Phrase("Bo") else 0.0


def candidate(name: str = "Ada", confidence: float = 0.9) -> Candidate:
    one = question(name, confidence)
    return Candidate(one, ShortAnswer(id="1", question=one.stem, answer=one.key))


def chance(one: Candidate, *findings: Finding) -> float:
    return score(one, findings, 0.5, MODEL).score


def test_chance_is_an_average_items_moved_by_its_features() -> None:
    assert chance(candidate(confidence=0.8)) == pytest.approx(0.6, abs=1e-5)
    assert chance(candidate(confidence=0.5)) < 0.6 < chance(candidate(confidence=0.9))
    assert chance(candidate(), Finding("negative", "")) < chance(candidate())


def test_a_fatal_finding_ends_it() -> None:
    assert chance(candidate(), Finding("key in stem", "", "fatal")) == 0


def test_parts_add_up_to_the_chance_and_name_what_is_not_known() -> None:
    parts = MODEL.parts({"confidence": 0.9, "warnings": 1.0}, "t", "r")
    assert list(parts) == ["average", "warnings", "confidence"]
    assert 1 / (1 + exp(-sum(parts.values()))) == MODEL.of({"confidence": 0.9, "warnings": 1.0}, "t", "r")


def test_few_verdicts_move_the_prior_little_and_many_move_it_far() -> None:
    assert 0.5 < replace(PLAIN, templates={"t": (0, 1)}).template("t") < 0.6
    assert replace(PLAIN, templates={"t": (5, 100)}).template("t") < 0.12
    assert replace(PLAIN, rules={"r": (90, 90)}).rule("r") > 0.9
    assert PLAIN.template("never seen") == 0.6


def test_the_figures_we_ship_are_shares() -> None:
    model = load_model()
    for accepted, judged in [*model.acceptance.templates.values(), *model.acceptance.rules.values()]:
        assert 0 <= accepted <= judged
    assert 0 < model.cut < 1
    assert {"confidence", "template", "rule"} <= set(model.terms)


def test_a_focus_steers_importance_and_leaves_the_chance() -> None:
    ranked = rank([candidate("Bo"), candidate("Ada")], Judging(ByName(), MODEL, lambda item: ()))
    steer = Focused(ByName(), "Bo")
    bo, ada = steered(ranked, AboutBo())
    assert bo.importance > ada.importance
    assert (bo.score, ada.score) == (ranked[0].score, ranked[1].score)
    assert steer.share(fact("Bo")) == 0.0
    assert Focused(ByName(), "test").of(fact("Bo")) == 1.0
    assert not steer.finds_any([fact("Bo"), fact("Ada")])
    assert Focused(ByName(), "test").speaks_of(fact("Bo"))
    assert not Focused(ByName(), "test pilot licence").speaks_of(fact("Bo"))


def test_rank_fills_findings_score_and_proof() -> None:
    one = question()
    parts = item_parts(one, "short_answer", "a")
    candidate = Candidate(one, ShortAnswer(id=parts.id, question=one.stem, answer=one.key, proof=parts.proof))

    def find(item: Item) -> tuple[Finding, ...]:
        return (Finding("too long", item.question),)

    (ranked,) = rank([candidate], Judging(ByName(), MODEL, find))
    assert ranked.findings == (Finding("too long", one.stem),)
    assert ranked.item.proof is not None
    assert ranked.score == ranked.item.proof.score == score(candidate, ranked.findings, 1.0, MODEL).score
    assert ranked.importance == 1.0
    counted = dict(ranked.item.proof.features)
    assert (counted["confidence"], counted["salience"], counted["warnings"], counted["stem_names"]) == (0.9, 1.0, 1.0, 1.0)


def test_shortlist_keeps_the_weightiest_in_order() -> None:
    facts = [fact("Bo", 0.9), fact("Ada", 0.5), fact("Cy", 0.95), fact("Ada", 0.9)]
    assert shortlist(facts, ByName(), 3) == (facts[1], facts[2], facts[3])
    assert shortlist(facts, ByName(), 9) == tuple(facts)
