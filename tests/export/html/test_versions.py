"""Versions: the same items, another order, every key where its sheet has it."""

import re
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.export.html.pages import quiz_page
from quizgen.export.html.printed_items import PrintedItem
from quizgen.export.html.versions import correspondences, letter_named, letters, versions
from quizgen.export.labels import Labels
from quizgen.items import Item, Matching, MultipleChoice, Ordering
from quizgen.quiz import Quiz
from quizgen.resources import template_roots
from tests.export.html.printing import export, long_quiz
from tests.sample_quizzes import english_quiz, french_quiz

LABELS = Labels("fr", template_roots())


def printed(quiz: Quiz, count: int) -> list[tuple[PrintedItem, ...]]:
    """The items of each version as its page has them."""
    return [quiz_page(made, LABELS, str, "", turn).items for turn, made in enumerate(versions(quiz, count))]


def choice(*options: str, answer: str, id: str = "a") -> MultipleChoice:
    return MultipleChoice(id=id, question="?", answer=answer, options=options)


def test_first_version_is_the_quiz_as_it_stands() -> None:
    assert printed(french_quiz(), 3)[0] == printed(french_quiz(), 1)[0]


def test_every_version_asks_the_same() -> None:
    first, *others = printed(long_quiz(), 6)
    for other in others:
        assert {each.item.id for each in other} == {each.item.id for each in first}
        assert [each.item.form for each in other] == [each.item.form for each in first], "sections stay in place"
        assert sum(each.item.points for each in other) == sum(each.item.points for each in first)


def test_versions_are_the_same_each_time_and_hang_on_the_seed() -> None:
    again = replace(long_quiz(), seed=99)
    assert versions(long_quiz(), 4) == versions(long_quiz(), 4)
    assert versions(long_quiz(), 4)[1] != versions(again, 4)[1]


def test_neighbours_with_other_versions_have_other_answers() -> None:
    """Of two pupils with different versions, few have the same item under the same number, and fewer the same letter."""
    made = printed(long_quiz(), 4)
    pairs = [(one, other) for index, one in enumerate(made) for other in made[index + 1 :]]
    same = [sum(a.item.id == b.item.id for a, b in zip(one, other, strict=True)) for one, other in pairs]
    assert max(same) <= len(made[0]) // 5


def test_key_has_a_letter_of_its_own_in_each_of_the_first_versions() -> None:
    for options in (("Anne", "Benoît", "Claire"), ("Anne", "Benoît", "Claire", "Denis")):
        quiz = replace(french_quiz(), items=(choice(*options, answer="Claire"),))
        marks = [items[0].mark for items in printed(quiz, len(options))]
        assert sorted(marks) == [chr(65 + place) for place in range(len(options))]


def test_numbers_keep_their_order_or_turn_it_round() -> None:
    quiz = replace(french_quiz(), items=(choice("31 mètres", "environ 47 mètres", "1 200 mètres", answer="31 mètres"),))
    seen = [[each.text for each in items[0].choices] for items in printed(quiz, 3)]
    assert seen == [["31 mètres", "environ 47 mètres", "1 200 mètres"], ["1 200 mètres", "environ 47 mètres", "31 mètres"], seen[0]]


def test_items_of_one_context_stay_together() -> None:
    for items in printed(long_quiz(), 5):
        contexts = [each.context for each in items if each.context]
        assert len(set(contexts)) == sum(a != b for a, b in zip(["", *contexts], contexts, strict=False))


@pytest.mark.parametrize("version", range(6))
def test_things_to_order_never_stand_in_the_right_order(version: int) -> None:
    item = Ordering(id="a", question="?", answer=("a", "b", "c"))
    shown = quiz_page(replace(french_quiz(), items=(item,)), LABELS, str, "", version).items[0]
    assert [each.text for each in shown.choices] != ["a", "b", "c"]
    assert shown.mark == " ".join(str("abc".index(each.text) + 1) for each in shown.choices)


def test_key_of_pairs_follows_the_premises() -> None:
    item = Matching(id="a", question="?", answer=(("one", "x"), ("two", "y"), ("three", "w")), distractors=("z",))
    for items in printed(replace(french_quiz(), items=(item,)), 4):
        told = {each.letter: each.text for each in items[0].choices}
        assert [told[letter] for letter in items[0].mark.split()] == [pair.response for pair in items[0].pairs]
        assert dict(item.answer) == {pair.premise: pair.response for pair in items[0].pairs}


def test_every_key_fits_its_own_sheet() -> None:
    """Read as a teacher reads them: the letter that a key gives stands before the right words on the sheet of that version."""
    files = export(long_quiz(), sheets="quiz,key", versions="5")
    for letter in letters(5):
        sheet, key = (files[f"{letter}{kind}.html"].decode() for kind in ("", ".key"))
        assert f"Version {letter}" in sheet
        assert f"Version {letter}" in key
        answers = dict(re.findall(r'Multiple(\d+)\b.*?<p class="answer"><span class="letter">(\w)</span>', key, flags=re.S))
        for number, mark in answers.items():
            question = sheet.split(f"Multiple{number}\u00a0:", 1)[1].split("</li>\n\n", 1)[0]
            assert re.search(rf'class="box">{mark}</span>\s*<span>Anne{number}</span>', question), (letter, number)
        assert len(answers) == 12


def test_table_of_correspondence_gives_every_place_and_mark() -> None:
    pages = [quiz_page(made, LABELS, str, "", turn) for turn, made in enumerate(versions(long_quiz(), 3))]
    rows = correspondences(pages)
    assert len(rows) == len(long_quiz().items)
    for row in rows:
        assert {place.item.id for place in row.places} == {row.question.item.id}
    table = export(long_quiz(), versions="3")["versions.html"].decode()
    assert table.count("<tr>") == len(rows) + 1


@pytest.mark.parametrize(
    ("feedback", "named"),
    [
        ("L’option B confond deux ponts.", "B"),
        ("La réponse « C » est une ville.", "C"),
        ("Le port (A) est plus au nord.", "A"),
        ("La proposition D n’existe pas.", ""),  # three options
        ("La vitamine B y est pour beaucoup.", ""),
        ("La réponse Anne serait l’aînée.", ""),
        ("la réponse à donner", ""),
    ],
)
def test_letters_in_feedback_are_found(feedback: str, named: str) -> None:
    item = replace(choice("Anne", "Benoît", "Claire", answer="Anne"), feedback=feedback)
    assert letter_named(item, LABELS.text("key", "letter_words")) == named


def test_feedback_that_another_version_would_belie_is_not_printed_and_told() -> None:
    from quizgen.export import ExportOptions, export_quiz

    def with_letter(item: Item) -> Item:
        return replace(item, feedback="Option B is a harbour.") if item.form == "multiple_choice" else item

    quiz = replace(english_quiz(), items=tuple(with_letter(item) for item in english_quiz().items))
    alone, several = (export_quiz(quiz, ["html"], ExportOptions(settings={"versions": count})) for count in ("1", "2"))
    assert any(b"Option B" in data for data in alone.files.values()), "one version shuffles nothing"
    assert not any(b"Option B" in data for data in several.files.values())
    assert ["option B" in one.reason for one in several.left_out] == [True]


@given(st.lists(st.text("abcdefgh", min_size=1), min_size=2, max_size=6, unique=True), st.integers(2, 26), st.integers(0, 1000))
def test_options_are_never_lost(options: Sequence[str], count: int, seed: int) -> None:
    quiz = replace(french_quiz(), items=(choice(*options, answer=options[-1]),), seed=seed)
    for items in printed(quiz, count):
        assert sorted(each.text for each in items[0].choices) == sorted(options)
        assert [each.text for each in items[0].choices if each.is_key] == [options[-1]]
        assert items[0].mark == chr(65 + [each.text for each in items[0].choices].index(options[-1]))
