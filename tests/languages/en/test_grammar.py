"""English clauses: inversion, do-support, statements, predicates."""

from dataclasses import replace

import pytest

from quizgen.facts import Clause, Complement, Phrase, PhraseType
from quizgen.languages.base import CannotPhrase
from quizgen.languages.en import grammar

IN_1889 = Complement("in 1889", "date", "1889")


def clause(subject: str, finite: str, rest: str = "", number: str = "s", **parts: object) -> Clause:
    complements = tuple(Complement(c) if isinstance(c, str) else c for c in parts.pop("complements", ()))  # type: ignore[attr-defined]
    return replace(Clause(Phrase(subject, number=number), finite, rest, complements=complements), **parts)  # type: ignore[arg-type]


TOWER = clause("the tower", "was", "opened", complements=[IN_1889], is_passive=True)
GAUSS = clause("Gauss", "published", base="publish", tense="Past", complements=["the book", Complement("in 1801", "date", "1801")])


def test_passive_inverts_its_auxiliary() -> None:
    assert grammar.inversion(TOWER.without("date")) == "was the tower opened"


def test_past_takes_did() -> None:
    assert grammar.inversion(GAUSS.without("date")) == "did Gauss publish the book"


@pytest.mark.parametrize(
    ("subject", "number", "finite", "base", "expected"),
    [
        ("the foundation", "s", "hosts", "host", "does the foundation host"),
        ("the companies", "p", "host", "host", "do the companies host"),
        ("they", "p", "went", "go", "did they go"),
        ("the lab", "s", "has", "have", "does the lab have"),
        ("she", "s", "wrote", "write", "did she write"),
    ],
)
def test_do_support_agrees(subject: str, number: str, finite: str, base: str, expected: str) -> None:
    assert grammar.inversion(clause(subject, finite, number=number, base=base)) == expected


@pytest.mark.parametrize(
    ("finite", "rest", "expected"),
    [
        ("has", "been used", "has helium been used"),
        ("will", "be found", "will helium be found"),
        ("can", "cool", "can helium cool"),
        ("is", "", "is helium"),
    ],
)
def test_chains_of_auxiliaries(finite: str, rest: str, expected: str) -> None:
    assert grammar.inversion(clause("helium", finite, rest)) == expected


def test_had_with_a_participle_is_an_auxiliary_whatever_its_base() -> None:
    assert grammar.inversion(clause("the price", "had", "risen", base="have", tense="Past")) == "had the price risen"


def test_the_verb_tells_the_number_better_than_a_subject_with_an_apposition() -> None:
    cern = clause("CERN, the laboratory near Geneva", "uses", number="p", base="use", tense="Pres")
    assert grammar.inversion(cern) == "does CERN, the laboratory near Geneva, use"


def test_particles_stay_with_the_verb() -> None:
    up = clause("NASA", "set", "up", base="set", tense="Past", complements=["a base"])
    assert grammar.inversion(up) == "did NASA set up a base"


def test_unknown_tense_of_an_unchanged_verb_is_refused() -> None:
    with pytest.raises(CannotPhrase):
        grammar.inversion(clause("the firm", "cut", base="cut"))


@pytest.mark.parametrize(
    "broken",
    [
        clause("Gauss", "published"),
        clause("Gauss", "published", base="published", tense="Past"),
        clause("Gauss", "published", base="edit"),
        clause("Gauss", "didn't", base="do"),
    ],
)
def test_unsure_bare_forms_are_refused(broken: Clause) -> None:
    with pytest.raises(CannotPhrase):
        grammar.inversion(broken)


def test_lead_goes_to_the_end_of_a_question_and_an_adverb_before_the_verb() -> None:
    late = replace(TOWER, lead="After many delays,")
    assert grammar.inversion(late.without("date")) == "was the tower opened after many delays"
    assert grammar.inversion(replace(GAUSS, lead="Finally").without("date")) == "did Gauss finally publish the book"


def test_statement_keeps_the_lead_before_the_subject() -> None:
    assert grammar.statement(replace(TOWER, lead="after many delays")) == "after many delays, the tower was opened in 1889"


def test_subject_with_an_apposition_is_closed_by_a_comma() -> None:
    drillers = clause("drillers at Dexter, Kansas", "struck", base="strike", tense="Past", complements=["a well"], number="p")
    assert grammar.statement(drillers) == "drillers at Dexter, Kansas, struck a well"
    assert grammar.inversion(drillers) == "did drillers at Dexter, Kansas, strike a well"
    trio = clause("Amazon, Microsoft and Google", "wrote", base="write", tense="Past", number="p")
    assert grammar.statement(trio) == "Amazon, Microsoft and Google wrote"


@pytest.mark.parametrize(
    ("finite", "base", "tense", "expected"),
    [
        ("are", "", "Pres", "is"),
        ("were", "", "Past", "was"),
        ("have", "", "Pres", "has"),
        ("use", "use", "Pres", "uses"),
        ("carry", "carry", "Pres", "carries"),
        ("used", "use", "Past", "used"),
        ("will", "", "Fut", "will"),
        ("have", "have", "Pres", "has"),
    ],
)
def test_predicate_is_singular(finite: str, base: str, tense: str, expected: str) -> None:
    assert grammar.predicate(clause("the firms", finite, number="p", base=base, tense=tense)) == expected


@pytest.mark.parametrize(
    ("finite", "base", "expected"), [("is", "", "are"), ("has", "", "have"), ("uses", "use", "use"), ("used", "use", "used")]
)
def test_predicate_plural(finite: str, base: str, expected: str) -> None:
    assert grammar.predicate_plural(clause("the firm", finite, base=base)) == expected


@pytest.mark.parametrize(
    ("base", "expected"), [("go", "goes"), ("echo", "echoes"), ("fix", "fixes"), ("play", "plays"), ("try", "tries"), ("boo", "boos")]
)
def test_third_person(base: str, expected: str) -> None:
    assert grammar.third_person(base) == expected


def test_clause_of_an_example() -> None:
    made = grammar.parse_clause(
        {
            "subject": "Ada Lovelace",
            "type": "person",
            "is_name": True,
            "verb": "was born",
            "is_passive": True,
            "complements": ["in London", {"text": "in 1815", "slot": "date", "value": "1815"}],
        }
    )
    assert (made.subject.type, made.subject.gender, made.finite, made.rest) == (PhraseType.PERSON, "f", "was", "born")
    assert made.complements == (Complement("in London"), Complement("in 1815", "date", "1815"))


@pytest.mark.parametrize(
    "parts",
    [
        {"subject": "x"},
        {"verb": "is"},
        {"subject": "x", "verb": "is", "voice": "passive"},
        {"subject": "x", "verb": "is", "complements": [{"txt": "in 1889"}]},
    ],
)
def test_broken_example_clause(parts: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="a c"):
        grammar.parse_clause(parts)
