"""What a person did to a quiz file becomes verdicts, and nothing that anybody wrote goes with it."""

import json
from collections.abc import Callable
from dataclasses import asdict, replace
from typing import Any

import pytest

from quizgen.evaluation.judgements import judgements_of, new_among, told_of
from quizgen.evaluation.verdicts import CRITERIA, Verdict, fingerprint, read_verdict_file, written
from quizgen.items import REASONS, Item, MultipleChoice, ShortAnswer
from quizgen.quiz import Quiz
from quizgen.quizfile import stamp
from tests.sample_quizzes import FRENCH, french_quiz

TEMPLATES = {"short_answer": "fr/event/en-quelle-annee", "multiple_choice": "fr/action/qui", "cloze": "fr/event/enonce",
             "true_false": "fr/event/enonce"}  # fmt: skip


def proposed() -> Quiz:
    """A quiz as a first run leaves it, each item with features and a template of ours."""
    made = (replace(item, status="proposed", proof=features_of(item)) for item in french_quiz().items)
    return stamp(replace(french_quiz(), items=tuple(made)))


def features_of(item: Item) -> Any:
    return item.proof and replace(item.proof, template=TEMPLATES[item.form], features=(("confidence", 0.9), ("stem_words", 9.0)))


def with_first(kind: type[Item], change: Callable[[Any], Item]) -> Quiz:
    items = list(proposed().items)
    place = next(number for number, item in enumerate(items) if isinstance(item, kind))
    items[place] = change(items[place])
    return replace(proposed(), items=tuple(items))


def only(quiz: Quiz) -> Verdict:
    (verdict,) = judgements_of([quiz]).verdicts
    return verdict


def criteria(verdict: Verdict) -> dict[str, int | None]:
    return {name: getattr(verdict, name) for name in CRITERIA if getattr(verdict, name) is not None}


def test_nothing_judged_nothing_told() -> None:
    assert judgements_of([proposed()]).verdicts == ()
    assert judgements_of([proposed()]).left_out == (("not judged", len(proposed().items)),)


@pytest.mark.parametrize(("kind", "distr"), [(MultipleChoice, 1), (ShortAnswer, None)])
def test_accepted_item_passes_every_criterion(kind: type[Item], distr: int | None) -> None:
    verdict = only(with_first(kind, lambda item: replace(item, status="accepted")))
    assert criteria(verdict) == {name: 1 for name in CRITERIA if name != "distr"} | ({"distr": 1} if distr else {})
    assert verdict.is_acceptable
    assert told_of(verdict) == "acceptable"


@pytest.mark.parametrize("reason", REASONS)
def test_reason_is_the_criterion_that_failed(reason: str) -> None:
    verdict = only(with_first(MultipleChoice, lambda item: replace(item, status="rejected", reason=reason)))
    assert criteria(verdict) == {reason: 0}
    assert (verdict.acceptable, verdict.is_acceptable, told_of(verdict)) == (0, False, f"not acceptable: {reason}")


@pytest.mark.parametrize(("kind", "reason"), [(MultipleChoice, "trop facile pour la 4e B"), (MultipleChoice, ""), (ShortAnswer, "distr")])
def test_other_reasons_say_only_that_the_item_was_not_acceptable(kind: type[Item], reason: str) -> None:
    verdict = only(with_first(kind, lambda item: replace(item, status="rejected", reason=reason)))
    assert (criteria(verdict), verdict.acceptable, told_of(verdict)) == ({}, 0, "not acceptable")


@pytest.mark.parametrize("status", ["proposed", "accepted", "edited"])
def test_changed_item_was_not_acceptable_as_it_was_written(status: str) -> None:
    verdict = only(with_first(ShortAnswer, lambda item: replace(item, question="Quand donc ?", status=status)))
    assert (criteria(verdict), verdict.is_acceptable) == ({}, False)
    written_first = proposed().items[0]
    assert verdict.item == fingerprint("short_answer", written_first.question, written_first.answer), "of what the program wrote"


def test_changed_options_speak_of_the_distractors() -> None:
    verdict = only(with_first(MultipleChoice, lambda item: replace(item, options=(item.answer, "Paul Roc"), status="edited")))
    assert criteria(verdict) == {"distr": 0}


def test_feedback_and_hint_are_added_to_a_sound_item() -> None:
    mine = with_first(ShortAnswer, lambda item: replace(item, feedback="Vu.", hint="?", points=3, accepted=("x",), status="edited"))
    assert only(mine).is_acceptable


def test_own_items_own_templates_and_own_forms_tell_nothing() -> None:
    own = ShortAnswer(id="own", question="Où ?", answer="Ici", status="accepted")
    mine = with_first(ShortAnswer, lambda item: replace(item, status="accepted", proof=replace(item.proof, template="fr/event/mes-mots")))
    other = ShortAnswer(id="x", question="Qui ?", answer="Yann Kerleau", status="edited", proof=first_choice().proof)
    found = judgements_of([replace(mine, items=(mine.items[0], own, other))])
    assert found.verdicts == ()
    assert dict(found.left_out) == {"written by hand, or in another form by hand": 2, "made by a template of your own": 1}


def first_choice() -> Item:
    return next(item for item in proposed().items if isinstance(item, MultipleChoice))


def test_no_word_of_article_or_person_is_told() -> None:
    def changed(item: Item) -> Item:
        return replace(item, status="rejected", reason="vraiment nul", feedback="Zut alors", question="Pourquoi diable ?")

    items = tuple(map(changed, proposed().items))
    quiz = replace(proposed(), items=items, title="Mon titre secret", deck="4e Verlaine")
    told = written(judgements_of([quiz]).verdicts).casefold()
    assert told.count("\n") == len(items)
    mine = ["vraiment", "alors", "pourquoi", "diable", "titre", "secret", "verlaine"]
    words = {word for word in (*FRENCH.text.casefold().split(), *FRENCH.id.split("."), *mine) if len(word) > 4}
    known = json.dumps([asdict(Verdict("fr", "", "", "", "", "", 0, "", "", *[None] * 6))]).casefold()
    assert [word for word in words if word in told and word not in known] == []


def test_item_of_two_files_is_told_once_as_the_last_has_it() -> None:
    first = with_first(ShortAnswer, lambda item: replace(item, status="accepted"))
    last = with_first(ShortAnswer, lambda item: replace(item, status="rejected", reason="worth"))
    (verdict,) = judgements_of([first, last]).verdicts
    assert verdict.worth == 0


def test_lines_are_read_back_and_stored_once(tmp_path: Any) -> None:
    quiz = with_first(MultipleChoice, lambda item: replace(item, status="rejected", reason="distr"))
    path = tmp_path / "verdicts.jsonl"
    path.write_text(written(judgements_of([quiz]).verdicts), encoding="utf-8")
    verdicts = read_verdict_file(path)
    assert verdicts == judgements_of([quiz]).verdicts
    assert list(new_among(verdicts, [])) == list(verdicts)
    assert list(new_among(verdicts, verdicts)) == []
    assert list(new_among(verdicts, [replace(verdicts[0], reader="B")])) == list(verdicts), "another reader is another verdict"
