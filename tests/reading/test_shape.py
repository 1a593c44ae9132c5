"""Lines into paragraphs."""

import textwrap

import pytest

from quizgen.article import BlockKind
from quizgen.reading.shape import ends_sentence, pieces_of
from tests.reading.prose import ENGLISH, FRENCH


def stretches(text: str) -> list[str]:
    """Return the pieces of a text, newlines as spaces."""
    return [" ".join(text[piece.start : piece.end].split()) for piece in pieces_of(text)]


def test_a_paragraph_on_each_line() -> None:
    assert stretches("\n".join(FRENCH)) == list(FRENCH)


@pytest.mark.parametrize("width", [60, 72, 100])
def test_wrapped_paragraphs(width: int) -> None:
    assert stretches("\n\n".join(textwrap.fill(paragraph, width) for paragraph in FRENCH)) == list(FRENCH)


def test_wrapped_paragraphs_parted_by_indents() -> None:
    assert stretches("\n".join(textwrap.fill(paragraph, 60, initial_indent="   ") for paragraph in ENGLISH)) == list(ENGLISH)


def test_heading_above_wrapped_paragraphs() -> None:
    text = "## A heading\n" + "\n\n".join(textwrap.fill(paragraph, 60) for paragraph in ENGLISH)
    assert stretches(text) == ["A heading", *ENGLISH]


def test_a_sentence_on_each_line() -> None:
    paragraphs = ["One is here.\nTwo is here.\nThree is here.", "Four is there.\nFive is there.\nSix?", "Seven.\nEight."]
    assert stretches("\n\n".join(paragraphs)) == [" ".join(paragraph.split()) for paragraph in paragraphs]


def test_page_breaks_and_rules_part_paragraphs() -> None:
    assert stretches("One.\fTwo.\n* * *\nThree.") == ["One.", "Two.", "Three."]


def test_lone_number_opens_a_heading_and_a_run_of_numbers_a_list() -> None:
    assert [piece.kind for piece in pieces_of("1. Introduction\nProse is here.")] == [None, None]
    assert [piece.kind for piece in pieces_of("1. one\n2. two")] == [BlockKind.LIST_ITEM] * 2


@pytest.mark.parametrize(
    "text", ["So it is.", "So it is [12] [citation needed]", "So it is.:4–5", "« Oui ! »", 'He said "no."', "And so on…"]
)
def test_ends_sentence(text: str) -> None:
    assert ends_sentence(text) is not text.endswith("needed]")


@pytest.mark.parametrize("text", ["A heading", "A list:", "one, two,", "v. 2.0 of it"])
def test_does_not_end_sentence(text: str) -> None:
    assert not ends_sentence(text)


def test_pieces_hold_no_surrounding_space() -> None:
    text = "  One is here. \n\t two \n\n- three  \n"
    assert [text[piece.start : piece.end] for piece in pieces_of(text)] == ["One is here.", "two", "three"]
