"""Each thing that a person may do to a quiz."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizgen.items import Cloze, Item, Matching, MultipleChoice, Ordering, ShortAnswer, TrueFalse
from quizgen.quiz import Quiz
from quizgen.quizfile import read_quiz, stamp, write_quiz
from quizgen.web.asking import Asked
from quizgen.web.changes import Unsound, accepted, edited, moved, rejected, unjudged
from quizgen.web.fields import line, typed_fields
from tests.sample_quizzes import english_quiz, french_quiz
from tests.web.reviewing import written


def quiz() -> Quiz:
    made = french_quiz()
    return stamp(replace(made, items=tuple(replace(item, status="proposed") for item in made.items)))


def first(quiz: Quiz) -> Item:
    return quiz.items[0]


def test_an_edit_marks_the_item_and_editing_back_unmarks_it() -> None:
    id, question = first(quiz()).id, first(quiz()).question
    changed = edited(quiz(), id, {"question": "Quand l’a-t-on bâti ?"})
    assert first(changed).status == "edited"
    assert edited(changed, id, {"question": question}) == quiz()
    assert first(accepted(changed, id)).status == "edited"
    assert first(edited(accepted(quiz(), id), id, {"question": question})).status == "accepted"


def test_a_rejection_keeps_its_reason_until_it_is_taken_back() -> None:
    id = first(quiz()).id
    gone = rejected(quiz(), id, "  trop\nfacile ")
    assert (first(gone).status, first(gone).reason) == ("rejected", "trop facile")
    assert unjudged(gone, id) == quiz()
    assert first(accepted(gone, id)).reason == ""
    assert first(edited(gone, id, {"question": "Autre ?"})).status == "rejected"


@pytest.mark.parametrize(("by", "place"), [(1, 1), (-1, 0), (3, 3), (99, 6)])
def test_an_item_moves_as_far_as_there_are_places(by: int, place: int) -> None:
    changed = moved(quiz(), first(quiz()).id, by)
    assert changed.items[place] == first(quiz())
    assert len(changed.items) == len(quiz().items)


@pytest.mark.parametrize(
    ("form", "fields", "problem"),
    [
        (ShortAnswer, {"question": " "}, "no_question"),
        (ShortAnswer, {"answer": ""}, "no_answer"),
        (MultipleChoice, {"answer": "Nobody"}, "same_options"),
        (MultipleChoice, {"options": ("Gdynia", "Gdynia", "Hel")}, "same_options"),
        (MultipleChoice, {"options": ("Gdynia",)}, "few_options"),
        (Cloze, {"question": "No blank."}, "one_blank"),
        (Matching, {"answer": (("one", "two"),)}, "few_parts"),
        (Ordering, {"answer": ("one",)}, "few_parts"),
    ],
)
def test_an_edit_that_breaks_an_item_is_refused(form: type[Item], fields: dict[str, Any], problem: str) -> None:
    made = english_quiz()
    id = next(item.id for item in made.items if isinstance(item, form))
    with pytest.raises(Unsound) as refused:
        edited(made, id, fields)
    assert refused.value.label == problem


def asked(**fields: list[str]) -> Asked:
    return Asked({}, fields, "en", True)


def test_typed_options_are_those_that_are_not_empty_with_the_marked_one_as_key() -> None:
    made = english_quiz()
    id = next(item.id for item in made.items if isinstance(item, MultipleChoice))
    typed = typed_fields(made, id, asked(question=["Where?"], option=["Łódź", "", " Gdynia\n", "Hel"], key=["2"]))
    assert typed == {"question": "Where?", "options": ("Łódź", "Gdynia", "Hel"), "answer": "Gdynia"}


def test_typed_fields_of_other_forms() -> None:
    made = english_quiz()
    by_form = {type(item): item.id for item in made.items}
    assert typed_fields(made, by_form[TrueFalse], asked(answer=["false"], correction=["It is not."])) == {
        "answer": False,
        "correction": "It is not.",
    }
    assert typed_fields(made, by_form[Ordering], asked(answer=["one\r\n\r\ntwo "])) == {"answer": ("one", "two")}
    pairs = typed_fields(made, by_form[Matching], asked(premise=["a", "b", ""], response=["1", "2", "3"], distractors=["4"]))
    assert pairs == {"answer": (("a", "1"), ("b", "2")), "distractors": ("4",)}
    assert typed_fields(made, by_form[ShortAnswer], asked(answer=["x"], points=["0,5"], accepted=["y\nz"]))["points"] == 0.5
    for points in ("", "-1", "nan", "many", "1e9"):
        with pytest.raises(Unsound):
            typed_fields(made, by_form[ShortAnswer], asked(answer=["x"], points=[points]))


def test_a_no_break_space_stays_where_somebody_typed_it() -> None:
    assert line(" Qui ?  \tMoi\n") == "Qui ? Moi"


WORDS = st.text(max_size=40)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_whatever_is_done_the_file_holds_it_without_loss(data: st.DataObject, tmp_path: Path) -> None:
    made = quiz()
    for _ in range(data.draw(st.integers(1, 6))):
        id = data.draw(st.sampled_from([item.id for item in made.items]))
        try:
            made = data.draw(
                st.one_of(
                    st.just(accepted(made, id)),
                    st.builds(lambda words, made=made, id=id: rejected(made, id, words), WORDS),
                    st.builds(lambda by, made=made, id=id: moved(made, id, by), st.integers(-9, 9)),
                    st.builds(
                        lambda words, name, made=made, id=id: edited(made, id, {name: line(words)}),
                        WORDS,
                        st.sampled_from(["question", "context", "feedback", "hint"]),
                    ),
                )
            )
        except Unsound:
            continue
    path = written(french_quiz(), tmp_path)
    path.write_text(write_quiz(made), "utf-8", "surrogatepass")
    assert read_quiz(path) == made
