"""The quiz file gives the quiz back, tells a person's edits, and names what is wrong with them."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from quizgen.errors import QuizFileError
from quizgen.items import Cloze, Item, MultipleChoice, Ordering, Proof, ShortAnswer, TrueFalse
from quizgen.naming import article_file, quiz_file
from quizgen.quiz import Quiz
from quizgen.quizfile import is_edited, read_quiz, stamp, write_quiz
from tests.sample_quizzes import ENGLISH, english_quiz, french_quiz


def saved(quiz: Quiz, folder: Path, text: str | None = None) -> Path:
    """Write the quiz file (or `text` in its place) and the article's text beside it."""
    (folder / article_file(quiz)).write_bytes(quiz.article.text.encode())
    path = folder / quiz_file(quiz)
    path.write_bytes((write_quiz(quiz) if text is None else text).encode())
    return path


@pytest.mark.parametrize("quiz", [french_quiz(), english_quiz()], ids=["fr", "en"])
def test_sample_comes_back_whole(quiz: Quiz, tmp_path: Path) -> None:
    assert read_quiz(saved(quiz, tmp_path)) == quiz


def test_golden_quiz_file(golden: Callable[[str, str], None]) -> None:
    golden("phare.quiz.toml", write_quiz(french_quiz()))


texts = st.text(st.characters(exclude_categories=("Cs",)), max_size=30)
words = st.text(st.characters(categories=("L", "N", "P")), min_size=1, max_size=12)
spans = st.integers(0, 60).flatmap(lambda start: st.integers(start, 80).map(lambda end: ENGLISH.span(start, end)))
proofs = st.builds(
    Proof,
    evidence=spans,
    support=st.lists(spans, max_size=2).map(tuple),
    fact_kind=texts,
    rule=texts,
    template=texts,
    identity=texts,
    guid=texts,
    score=st.floats(allow_nan=False, allow_infinity=False),
    modified=st.integers(0, 2**40),
    slots=st.lists(st.tuples(words, texts), max_size=2).map(tuple),
    distractor_origins=st.lists(texts, max_size=2).map(tuple),
)
shared = {
    "question": texts,
    "context": texts,
    "accepted": st.lists(texts, max_size=2).map(tuple),
    "feedback": texts,
    "hint": texts,
    "as_of": texts,
    "points": st.floats(0, 100),
    "status": st.sampled_from(["proposed", "accepted", "edited"]),
    "proof": st.none() | proofs,
    "id": st.just(""),
}


def choice(answer: str, others: list[str]) -> tuple[str, ...]:
    return (answer, *(other for other in others if other != answer))


items: st.SearchStrategy[Item] = st.one_of(
    st.builds(ShortAnswer, answer=texts, **shared),
    st.builds(TrueFalse, answer=st.booleans(), correction=texts, **shared),
    st.builds(Ordering, answer=st.lists(texts, max_size=3).map(tuple), **shared),
    st.builds(Cloze, answer=texts, **{**shared, "question": texts.map(lambda text: text.replace("_", "") + "____")}),
    st.builds(
        lambda one, others: replace(one, options=choice(one.answer, others)),
        st.builds(MultipleChoice, answer=texts, options=st.just(()), **shared),
        st.lists(texts, max_size=3),
    ),
)


@settings(
    max_examples=60,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(made=st.lists(items, max_size=3), title=texts, stamped=st.booleans())
def test_any_quiz_comes_back_whole(made: list[Item], title: str, stamped: bool, tmp_path: Path) -> None:
    numbered = tuple(replace(item, id=str(number)) for number, item in enumerate(made))
    quiz = Quiz(ENGLISH, numbered, title, title)
    quiz = stamp(quiz) if stamped else quiz
    assert read_quiz(saved(quiz, tmp_path)) == quiz


def test_untouched_file_is_not_edited(tmp_path: Path) -> None:
    assert not is_edited(saved(french_quiz(), tmp_path))


def test_other_line_ends_are_no_edit(tmp_path: Path) -> None:
    text = write_quiz(french_quiz()).replace("\n", "\r\n")
    path = saved(french_quiz(), tmp_path, "\ufeff" + text)
    assert not is_edited(path)
    assert read_quiz(path) == french_quiz()


@pytest.mark.parametrize("edit", [("1863", "1864"), ("[account]", "# mine\n[account]"), ('digest = "', 'digest = "0')])
def test_any_change_is_an_edit(edit: tuple[str, str], tmp_path: Path) -> None:
    assert is_edited(saved(french_quiz(), tmp_path, write_quiz(french_quiz()).replace(*edit, 1)))


def test_item_by_hand_needs_only_form_question_and_answer(tmp_path: Path) -> None:
    text = write_quiz(french_quiz()).replace("[account]", '[[item]]\nform = "short_answer"\nquestion = "Où ?"\nanswer = "Ici"\n\n[account]')
    item = read_quiz(saved(french_quiz(), tmp_path, text)).items[-1]
    assert isinstance(item, ShortAnswer)
    assert (item.question, item.answer, item.proof, item.status) == ("Où ?", "Ici", None, "accepted")
    assert len(item.id) == 8


BROKEN = {
    "syntax": ('title = "', "title = ", "line"),
    "newer schema": ("schema = 1", "schema = 99", "schema 99"),
    "misspelt field": ('answer = "1863"', 'anwser = "1863"', "answer"),
    "unknown field": ("points = 2", "points = 2\ncolour = 3", "colour"),
    "wrong type": ("points = 2", 'points = "two"', "points"),
    "unknown form": ('form = "cloze"', 'form = "gap"', "gap"),
    "answer not among options": ('options = ["31 mètres", "47 mètres"', 'options = ["31 mètres", "48 mètres"', "47 mètres"),
    "blank gone": ("____", "…", "blank"),
    "status": ('status = "proposed"', 'status = "good"', "good"),
    "proof moved": ("start = 207", "start = 208", "does not say"),
    "other text": ('text_sha256 = "', 'text_sha256 = "0', "not the text"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_broken_file_is_refused_with_a_hint(name: str, tmp_path: Path) -> None:
    before, after, named = BROKEN[name]
    text = write_quiz(french_quiz())
    assert before in text
    with pytest.raises(QuizFileError) as caught:
        read_quiz(saved(french_quiz(), tmp_path, text.replace(before, after)))
    assert named in caught.value.message
    assert caught.value.hint


def test_missing_article_text_is_named(tmp_path: Path) -> None:
    path = saved(french_quiz(), tmp_path)
    (tmp_path / article_file(french_quiz())).unlink()
    with pytest.raises(QuizFileError, match=r"\.article\.txt"):
        read_quiz(path)


def test_copied_item_needs_another_id(tmp_path: Path) -> None:
    quiz = french_quiz()
    with pytest.raises(QuizFileError, match="earlier item"):
        read_quiz(saved(replace(quiz, items=(*quiz.items, quiz.items[0])), tmp_path))


def test_stamp_keeps_times_of_unchanged_notes_and_moves_on_the_others() -> None:
    old = french_quiz()
    first = replace(old.items[0], answer="1864")
    new = stamp(replace(old, items=(first, *old.items[1:])), old, now=2_000_000_000)
    before = [item.proof.modified for item in old.items if item.proof]
    after = [item.proof.modified for item in new.items if item.proof]
    assert after == [2_000_000_000, *before[1:]]
