"""Special facts by their verb: a dated or passive clause about being born, dying, founding or writing becomes a fact of that kind."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from quizgen.facts import Clause, Fact, Phrase, PhraseType
from quizgen.syntax.analysis import Analysis

if TYPE_CHECKING:
    from collections.abc import Iterator

CREATORS = frozenset({PhraseType.PERSON, PhraseType.ORGANIZATION})


def specialize(fact: Fact, analysis: Analysis) -> Iterator[Fact]:
    """Yield the special fact that `fact` is by its verb, or `fact` itself."""
    clause = next((v for v in fact.values.values() if isinstance(v, Clause)), None)
    if clause is None:
        yield fact
        return
    lexicon = analysis.language.lexicon
    lemmas = {clause.lemma, clause.rest.split()[-1].lower() if clause.rest else clause.lemma}
    if clause.subject.type is PhraseType.PERSON and lemmas & lexicon.words("birth", "verbs"):
        yield from life_fact("birth", fact, clause)
    elif clause.subject.type is PhraseType.PERSON and clause.subject.is_name and lemmas & lexicon.words("death", "verbs"):
        yield from life_fact("death", fact, clause)
    elif lemmas & lexicon.words("authorship", "verbs") and fact.kind == "action" and not lemmas & lexicon.words("founding", "verbs"):
        yield authorship(fact, clause)
    elif lemmas & lexicon.words("founding", "verbs") and fact.kind == "action":
        yield from deed_fact("founding", fact, clause, ("founder", "subject"))
    else:
        yield fact


def life_fact(kind: str, fact: Fact, clause: Clause) -> Iterator[Fact]:
    """Yield a birth or death with its date or place; nothing else is asked of such a clause."""
    values = fact.values
    slots = {"person": clause.subject, "date": values.get("date"), "place": values.get("place")}
    kept = tuple((name, value) for name, value in slots.items() if value is not None)
    if len(kept) > 1:
        yield replace(fact, kind=kind, slots=kept, rule=f"verb/{kind}")


def deed_fact(kind: str, fact: Fact, clause: Clause, slots: tuple[str, str]) -> Iterator[Fact]:
    """Yield a founding, told in the active or passive voice, when creator and creation are both named; else the fact itself."""
    values = fact.values
    creator, creation = (values.get("agent"), clause.subject) if clause.is_passive else (clause.subject, values.get("object"))
    if (
        isinstance(creator, Phrase)
        and isinstance(creation, Phrase)
        and creator.type in CREATORS
        and creation.type in {PhraseType.ORGANIZATION, PhraseType.WORK}
    ):
        yield replace(fact, kind=kind, slots=((slots[1], creation), (slots[0], creator)), rule=f"verb/{kind}")
    yield fact


def authorship(fact: Fact, clause: Clause) -> Fact:
    """Return who wrote, made or discovered what, told in the active or passive voice, when both are named; else the fact itself."""
    values = fact.values
    creator, work = (values.get("agent"), clause.subject) if clause.is_passive else (clause.subject, values.get("object"))
    if not isinstance(creator, Phrase) or not isinstance(work, Phrase) or creator.type not in CREATORS or not creator.is_name:
        return fact
    renamed = {"object": "work", "agent": "author"}
    parts = tuple(replace(part, slot=renamed.get(part.slot, part.slot)) for part in clause.complements)
    deed = replace(clause, complements=parts, subject_slot="work" if clause.is_passive else "author")
    return replace(fact, kind="authorship", slots=(("work", work), ("author", creator), ("deed", deed)), rule="verb/authorship")
