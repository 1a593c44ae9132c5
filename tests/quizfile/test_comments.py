"""A person's comments are in the next file too, wherever they stood."""

import tomllib
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from quizgen.quiz import Quiz
from quizgen.quizfile import read_quiz, with_comments, write_quiz
from tests.quizfile.made import quizzes, saved
from tests.sample_quizzes import french_quiz

TEXT = write_quiz(french_quiz())
NOTE = "# à revoir avec Maud"


def after(line: str, carried: str) -> str:
    """The line that follows `line`."""
    lines = carried.split("\n")
    return lines[lines.index(line) + 1]


@st.composite
def commented(draw: st.DrawFn) -> tuple[Quiz, str, list[str]]:
    """A quiz, its file with comments put in anywhere, and the comments."""
    quiz = draw(quizzes)
    lines = write_quiz(quiz).split("\n")
    comments = []
    for number in range(draw(st.integers(1, 4))):
        comment = f"# {number} {draw(st.text(st.characters(exclude_categories=('C', 'Z')), max_size=12))}"
        place = draw(st.integers(0, len(lines) - 1))
        if draw(st.booleans()) and lines[place] and "#" not in lines[place]:
            lines[place] += f"  {comment}"
        else:
            lines.insert(place, draw(st.sampled_from(["", "   "])) + comment)
        comments.append(comment)
    return quiz, "\n".join(lines), comments


@settings(
    max_examples=60,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(drawn=commented())
def test_no_comment_is_ever_lost(drawn: tuple[Quiz, str, list[str]], tmp_path_factory: pytest.TempPathFactory) -> None:
    quiz, old, comments = drawn
    carried = with_comments(write_quiz(quiz), old)
    assert read_quiz(saved(quiz, tmp_path_factory.mktemp("quiz"), carried)) == quiz
    assert sorted(line for line in carried.split("\n") if line in comments) == sorted(comments)
    assert with_comments(write_quiz(quiz), carried) == carried, "a second run moves nothing"
    nothing = replace(quiz, items=(), vanished=(), passed_over=())
    assert set(comments) <= set(with_comments(write_quiz(nothing), old).split("\n")), "though every item is gone"


def test_comment_at_the_very_top_is_no_part_of_the_guide() -> None:
    assert after(NOTE, with_comments(TEXT, f"{NOTE}\n{TEXT}")) == "schema = 1"


def test_guide_of_another_title_does_not_stay() -> None:
    other = write_quiz(replace(french_quiz(), title="Un autre titre"))
    assert with_comments(TEXT, other) == TEXT
    assert with_comments(other, TEXT) == other


def test_comment_on_an_item_that_has_no_id_yet() -> None:
    own = f'[[item]]\n{NOTE}\nform = "short_answer"\nquestion = "Où ?"\nanswer = "Ici"\n'
    item = tomllib.loads(own)["item"][0]
    old = TEXT.replace("[account]", f"{own}\n[account]", 1)
    written = write_quiz(replace(french_quiz(), items=(*french_quiz().items, read_own(old))))
    assert item["question"] in written
    assert after(NOTE, with_comments(written, old)) == 'form = "short_answer"'


def read_own(text: str) -> object:
    from quizgen.quizfile.fields import Fields
    from quizgen.quizfile.item_reading import read_items

    return read_items([Fields(tomllib.loads(text)["item"][-1], "")], None, french_quiz().article.id)[0]


def test_hash_within_a_text_of_several_lines_is_no_comment() -> None:
    first = french_quiz().items[1].feedback
    several = f'feedback = """\n# {first}\n[[item]] id = """\n'
    old = TEXT.replace(f'feedback = "{first}"\n', several, 1)
    assert several in old
    assert with_comments(TEXT, old) == TEXT


def test_comment_within_a_list_is_told_over_it() -> None:
    old = TEXT.replace('options = ["31 mètres", ', f'options = [\n    "31 mètres",  {NOTE}\n', 1)
    assert after(NOTE, with_comments(TEXT, old)).startswith("options = [")


def test_comment_on_a_field_that_is_no_more_is_told_over_its_item() -> None:
    old = TEXT.replace("\nanswer = ", f'\n{NOTE}\nhint = ""\nanswer = ', 1)
    assert after(NOTE, with_comments(TEXT, old)) == "[[item]]"


def test_comment_on_an_item_that_is_no_more_stands_at_the_end_with_its_question() -> None:
    quiz = french_quiz()
    old = TEXT.replace("\n[[item]]\n", f"\n{NOTE}\n[[item]]\n", 1)
    carried = with_comments(write_quiz(replace(quiz, items=quiz.items[1:])), old)
    assert carried.endswith(f"# On an item that is no more, “{quiz.items[0].question}”:\n{NOTE}\n")


def test_comment_follows_an_item_among_those_that_have_vanished() -> None:
    quiz = french_quiz()
    old = TEXT.replace("\n[[item]]\n", f"\n{NOTE}\n[[item]]\n", 1)
    gone = write_quiz(replace(quiz, items=quiz.items[1:], vanished=quiz.items[:1]))
    assert after(NOTE, with_comments(gone, old)) == "[[vanished]]"


def test_file_that_is_no_toml_has_nothing_to_carry() -> None:
    assert with_comments(TEXT, f"{NOTE}\ntitle = ") == TEXT
