"""The answer is marked where the evidence has it word for word, and nowhere else."""

from dataclasses import replace

import pytest

from quizgen.export.evidence import evidence_pieces
from quizgen.items import ShortAnswer
from tests.sample_quizzes import ENGLISH, FRENCH, french_quiz, proof


def plain(text: str) -> str:
    return text


def marked(answer: str, accepted: tuple[str, ...] = (), **slots: str) -> str | None:
    """Return what is marked in the sentence about the train's passengers."""
    sentence = "The train carries up to 240 passengers and stops at eleven stations."
    made = proof(ENGLISH, sentence, "quantity", "quantity", "train", **slots)
    pieces = evidence_pieces(ShortAnswer(id="x", question="?", answer=answer, accepted=accepted, proof=made), plain)
    assert "".join(piece.text for piece in pieces) == sentence
    return next((piece.text for piece in pieces if piece.is_answer), None)


@pytest.mark.parametrize(
    ("answer", "found"),
    [
        ("240 passengers", "240 passengers"),
        ("the train", "The train"),
        ("24", None),
        ("station", None),
        ("300", None),
        ("THE TRAIN", "The train"),
    ],
)
def test_whole_words_whatever_their_case(answer: str, found: str | None) -> None:
    assert marked(answer) == found


def test_other_right_answers_and_the_asked_slot_are_tried_next() -> None:
    assert marked("11", accepted=("eleven",)) == "eleven"
    assert marked("two hundred and forty", quantity="240") == "240"


def test_kind_of_apostrophe_does_not_matter() -> None:
    made = proof(FRENCH, "L’association Les Feux d’Armor l’a racheté à l’État pour un euro symbolique.", "action", "subject", "x")
    pieces = evidence_pieces(ShortAnswer(id="x", question="?", answer="les feux d'Armor", proof=made), plain)
    assert [piece.text for piece in pieces if piece.is_answer] == ["Les Feux d’Armor"]


def test_item_by_hand_has_no_evidence() -> None:
    assert evidence_pieces(replace(french_quiz().items[0], proof=None), plain) == ()
