"""Verdicts after a change: what is still made is counted anew, what is gone counts less."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from quizgen.errors import EvaluationError
from quizgen.evaluation.remaking import remade
from quizgen.evaluation.verdicts import Verdict, fingerprint

MADE = Verdict("fr", "cloze", "event", "date", "fr/event/x", "clause/event", 0.7, "0.1.0", "a", 1, 1, 1, 1, 1, 1, None, "pont",
               {"stem_words": 3.0}, fingerprint("cloze", "Le pont date de ____.", "1932"))  # fmt: skip
GONE = replace(MADE, item=fingerprint("cloze", "Le pont est à ____.", "Vernes"))
ELSEWHERE = replace(GONE, article="gare")


def written(folder: Path, items: object) -> Path:
    path = folder / "pont.candidates.json"
    path.write_text(json.dumps({"article": "pont.txt", "items": items}), encoding="utf-8")
    return path


def test_items_still_made_take_new_features_and_others_count_less(tmp_path: Path) -> None:
    item = {"type": "cloze", "question": "Le pont date de ____.", "answer": "1932", "features": {"stem_words": 5.0}}
    made, gone, elsewhere = remade([MADE, GONE, ELSEWHERE], [written(tmp_path, [item])])
    assert (made.features, made.weight) == ({"stem_words": 5.0}, 1)
    assert not gone.is_made
    assert gone.weight < 1
    assert elsewhere == ELSEWHERE


def test_a_broken_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match=r"pont\.candidates"):
        remade([MADE], [written(tmp_path, [{"type": "cloze"}])])
