"""Each construction in both languages: a sentence that has it, and one that looks alike and has not."""

from __future__ import annotations

import pytest

from quizgen.facts import Clause, Fact, load_fact_kinds
from tests.extraction.constructions import Case, cases, has, run, spans

CASES = cases()


def marked(case: Case) -> object:
    """Return a case as pytest's parameter, expected to fail where the program is known to be wrong; mended, it asks for its mark's end."""
    reasons = case.all("bug")
    return pytest.param(case, id=case.id, marks=[pytest.mark.xfail(reason=reason, strict=True) for reason in reasons])


each_case = pytest.mark.parametrize("case", [marked(case) for case in CASES])
each_parse = pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)


@each_case
def test_facts_are_those_the_sentence_states(case: Case) -> None:
    _, found = run(case)
    for wanted in case.all("fact"):
        assert any(has(fact, wanted) for fact in found.facts), f"no {wanted}\nin {shown(found.facts)}\ndropped: {dict(found.dropped)}"
    for kind in (kind.strip() for kinds in case.all("no") for kind in kinds.split(",")):
        against = [fact for fact in found.facts if kind in {"any", fact.kind} or (kind == "parts" and fact.kind != "passage")]
        assert not against, shown(against)
    for reason in case.all("dropped"):
        assert found.dropped[reason] >= 1, dict(found.dropped)


@each_parse
def test_every_span_gives_back_the_articles_text(case: Case) -> None:
    made, found = run(case)
    for fact in found.facts:
        for span in spans(fact):
            assert made.article.text[span.start : span.end] == span.text != "", fact


@each_parse
def test_evidence_is_a_whole_sentence_of_the_paragraph(case: Case) -> None:
    made, found = run(case)
    offset = made.docs[0].user_data["offset"]
    whole = {made.article.text[offset + sent.start_char : offset + sent.end_char].strip() for sent in made.docs[0].sents}
    assert {fact.evidence.primary.text for fact in found.facts} <= whole


@each_parse
def test_slots_are_those_of_the_kind(case: Case) -> None:
    kinds = load_fact_kinds()
    for fact in run(case)[1].facts:
        kind = kinds[fact.kind]
        assert set(fact.values) <= set(kind.slots)
        assert set(kind.slots) - kind.optional <= set(fact.values)
        assert 0 < fact.confidence <= 1


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_case_asks_for_something(language: str) -> None:
    own = [case for case in CASES if case.language == language]
    assert len(own) > 50
    assert all(case.sentences and (case.all("fact") or case.all("no")) for case in own)
    assert all(set(dict(case.settings)) <= {"name", "title", "published", "fact", "no", "dropped", "bug"} for case in own)


def test_both_languages_have_the_same_constructions() -> None:
    constructions = [{case.id.split("/")[1] for case in CASES if case.language == language} for language in ("fr", "en")]
    assert constructions[0] == constructions[1]


def shown(facts: tuple[Fact, ...] | list[Fact]) -> str:
    """Return facts a line each, for a failure's message."""
    return "\n".join(shown_fact(fact) for fact in facts) or "nothing"


def shown_fact(fact: Fact) -> str:
    slots = ", ".join(f"{name}={value_text(value)}" for name, value in fact.slots)
    return f"{fact.kind} [{fact.rule}] {slots}" + (f", source={fact.source.text!r}" if fact.source else "")


def value_text(value: object) -> str:
    if isinstance(value, Clause):
        return f"<{value.lead}|{value.subject.text}|{value.clitics}|{value.finite}|{value.rest}|{[c.text for c in value.complements]}>"
    return repr(getattr(value, "text", value))
