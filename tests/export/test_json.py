"""The JSON says of every item what it asks and where the article says so."""

import json
from collections.abc import Callable

import pytest

from quizgen.errors import ExportError
from quizgen.export import export_quiz
from tests.sample_quizzes import FRENCH, english_quiz, french_quiz


def test_golden_json(golden: Callable[[str, str], None]) -> None:
    (data,) = export_quiz(english_quiz(), ["json"]).files.values()
    golden("sleeper.json", data.decode())


def test_offsets_give_back_the_evidence() -> None:
    (data,) = export_quiz(french_quiz(), ["json"]).files.values()
    items = json.loads(data)["items"]
    assert len(items) == 7
    for item in items:
        assert FRENCH.text[item["start"] : item["end"]] == item["evidence"]


def test_unknown_format_is_refused() -> None:
    with pytest.raises(ExportError, match="docx"):
        export_quiz(french_quiz(), ["docx"])


def test_formats_together_give_all_their_files() -> None:
    names = sorted(name.partition(".")[2] for name in export_quiz(french_quiz(), ["json", "html", "anki", "json"]).files)
    assert names == ["apkg", "html", "json", "key.html"]
