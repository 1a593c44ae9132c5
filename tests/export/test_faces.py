"""The faces that a preview draws are those that Anki draws."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from quizgen.export import ExportOptions
from quizgen.export.anki.faces import faces
from quizgen.items import MultipleChoice
from quizgen.quiz import Quiz
from tests.export.test_cards import faces as drawn_by_anki
from tests.sample_quizzes import english_quiz, french_quiz

LEFT_ASIDE = (
    r"<style>.*?</style>",  # the preview gives it apart
    r' data-(cloze|ordinal)="[^"]*"',  # Anki's own marks on a blank
    r"<!--.*?-->",
)


def plain(face: str) -> str:
    for pattern in LEFT_ASIDE:
        face = re.sub(pattern, "", face, flags=re.DOTALL)
    return " ".join(face.split())


@pytest.mark.parametrize("quiz", [french_quiz(), english_quiz()], ids=["fr", "en"])
def test_a_preview_is_the_card(quiz: Quiz, tmp_path: Path) -> None:
    own = [drawn for item in quiz.items if item.status != "rejected" and (drawn := faces(item, quiz, ExportOptions()))]
    theirs = drawn_by_anki(quiz, tmp_path)
    assert len(own) == len(theirs) > 3
    for drawn, (front, back) in zip(own, theirs, strict=True):
        assert plain(drawn.front) == plain(front)
        assert plain(drawn.back) == plain(back)
        assert ".card" in drawn.style


def test_what_no_card_holds_has_no_faces() -> None:
    assert [item.form for item in english_quiz().items if faces(item, english_quiz(), ExportOptions()) is None] == ["matching", "ordering"]


def test_a_typed_answer_is_asked_for_in_a_box_and_speech_is_not_printed() -> None:
    quiz = replace(french_quiz(), typed=True, voice="fr_FR")
    drawn = faces(quiz.items[0], quiz, ExportOptions())
    assert drawn is not None
    assert '<input type="text" disabled>' in drawn.front
    assert "anki:tts" not in drawn.back


def test_what_looks_like_a_field_in_a_text_is_text() -> None:
    quiz = french_quiz()
    item = next(item for item in quiz.items if isinstance(item, MultipleChoice))
    drawn = faces(replace(item, question="{{Source}} {{#Hint}} ?"), quiz, ExportOptions())
    assert drawn is not None
    assert "Kervran" not in drawn.front
