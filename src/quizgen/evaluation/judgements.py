"""What a person did to the items of a quiz file, as verdicts: features and judgements, never a text.

accepted   every criterion is 1: the item may be used as it is.
rejected   0 for the criterion that its `reason` names, nothing of the others; without one of these names, only `acceptable` is 0.
changed    as the program wrote it the item could not be used: `acceptable` is 0. Where nothing but wrong options were changed, so is
           `distr`. Other right answers, feedback, hint and points are added to a sound item: it was accepted.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from quizgen.evaluation.verdicts import CRITERIA, Verdict, fingerprint
from quizgen.identity import form_of_note
from quizgen.items import Item, MultipleChoice
from quizgen.quiz import Quiz
from quizgen.quizfile.layout import READ
from quizgen.quizfile.touching import changed_fields
from quizgen.resources import shipped_templates

READER = "user"
_BY_HAND, _OWN_TEMPLATE, _UNJUDGED = "written by hand, or in another form by hand", "made by a template of your own", "not judged"


@dataclass(frozen=True, slots=True)
class Judgements:
    """The verdicts of quiz files, and how many items there are none of, by reason."""

    verdicts: tuple[Verdict, ...]
    left_out: tuple[tuple[str, int], ...]


def judgements_of(quizzes: Iterable[Quiz]) -> Judgements:
    """Return what a person said of the items of these quizzes, each item once: as the last quiz has it."""
    found: dict[tuple[str, str], Verdict] = {}
    left_out = dict.fromkeys((_UNJUDGED, _BY_HAND, _OWN_TEMPLATE), 0)
    for quiz in quizzes:
        for item in (*quiz.items, *quiz.vanished):
            if reason := _why_not(item):
                left_out[reason] += 1
            else:
                verdict = _verdict(item, quiz)
                found[verdict.article, verdict.item] = verdict
    return Judgements(tuple(found.values()), tuple((reason, count) for reason, count in left_out.items() if count))


def _why_not(item: Item) -> str:
    """Return why nothing is told of an item, or ""."""
    proof = item.proof
    if proof is None or not proof.generated or form_of_note(proof.identity, proof.guid) != item.form:
        return _BY_HAND
    if not (shipped_templates() / "questions" / f"{proof.template}.toml").is_file():
        return _OWN_TEMPLATE  # its name is a person's words
    return "" if item.status != "proposed" or _changed(item) else _UNJUDGED


def _changed(item: Item) -> frozenset[str]:
    """Return the names of the fields of the item that a person has changed, of those that make it sound or not."""
    return READ & changed_fields(item).keys()


def _judgement(item: Item) -> dict[str, Any]:
    """Return the criteria that the person has spoken of, and whether the item was acceptable as it was written."""
    criteria: dict[str, Any] = dict.fromkeys(CRITERIA)
    has_options = isinstance(item, MultipleChoice)
    if item.status == "rejected":
        named = item.reason if item.reason in CRITERIA and (has_options or item.reason != "distr") else ""
        return criteria | ({named: 0} if named else {}) | {"acceptable": 0}
    if changed := _changed(item):
        return criteria | ({"distr": 0} if changed == {"options"} else {}) | {"acceptable": 0}
    return {name: 1 if name != "distr" or has_options else None for name in criteria}


def _verdict(item: Item, quiz: Quiz) -> Verdict:
    assert item.proof is not None
    proof = item.proof
    written = dict(proof.generated)
    return Verdict(
        language=quiz.article.language,
        form=item.form,
        fact_kind=proof.fact_kind,
        asked_slot=proof.asked_slot,
        template=proof.template,
        rule=proof.rule,
        score=round(proof.score, 3),
        release=quiz.release,
        reader=READER,
        article=sha256(f"article\x1f{quiz.article.id}".encode()).hexdigest()[:16],
        features=dict(proof.features),
        item=fingerprint(item.form, str(written["question"]), written["answer"]),
        **_judgement(item),
    )


def told_of(verdict: Verdict) -> str:
    """Return what a verdict says in a few words: "acceptable", "not acceptable: worth"."""
    if verdict.is_acceptable:
        return "acceptable"
    faults = [name for name in CRITERIA if getattr(verdict, name) == 0]
    return "not acceptable" + (f": {', '.join(faults)}" if faults else "")


def new_among(verdicts: Iterable[Verdict], stored: Iterable[Verdict]) -> Iterator[Verdict]:
    """Yield the verdicts that are not stored yet: by the same reader, on the same item of the same article."""
    known = {(verdict.reader, verdict.article, verdict.item) for verdict in stored}
    yield from (verdict for verdict in verdicts if (verdict.reader, verdict.article, verdict.item) not in known)
