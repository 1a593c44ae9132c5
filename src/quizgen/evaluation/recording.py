"""Turns a blind reader's answer into stored verdicts: from the quiz's JSON, the packet's key and the answer itself, features only."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quizgen.errors import EvaluationError
from quizgen.evaluation.verdicts import CRITERIA, Verdict

HINT = "give the quiz's JSON, the packet's key and the reader's answer of one packet, in this order"
GENERATED = "gen"  # the packet's name for items of ours; experts' and spoiled ones are mixed in


@dataclass(frozen=True, slots=True)
class Judged:
    """One judged deck: the quiz as `quizgen make --to json` wrote it, the packet's key, and a reader's answer (a JSON list)."""

    quiz: Path
    key: Path
    answer: Path


def verdicts_of(judged: Judged, reader: str, release: str) -> tuple[Verdict, ...]:
    """Return the verdicts on our own items. Raises EvaluationError when a file is broken or they do not belong together."""
    quiz, key, answer = (_json(path) for path in (judged.quiz, judged.key, judged.answer))
    rows = {int(row["n"]): row for row in (answer if isinstance(answer, list) else answer["verdicts"])}
    found: list[Verdict] = []
    try:
        for entry in key["items"]:
            if entry["source"] == GENERATED and entry["n"] in rows:
                item = quiz["items"][entry["index"]]
                _check_same(entry, item, judged)
                found.append(_verdict(item, quiz["article"]["language"], rows[entry["n"]], reader, release))
    except (KeyError, IndexError, TypeError, ValueError) as error:
        raise EvaluationError(f"{judged.answer}: {type(error).__name__}: {error}", HINT) from None
    return tuple(found)


def _json(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise EvaluationError(f"{path}: not readable as JSON: {error}", HINT) from None


def _check_same(entry: Mapping[str, Any], item: Mapping[str, Any], judged: Judged) -> None:
    """The packet squeezes spaces, so words are compared."""
    if str(entry["question"]).split() != str(item["question"]).split():
        raise EvaluationError(f"{judged.key} was not made from {judged.quiz}: item {entry['n']} differs.", HINT)


def _verdict(item: Mapping[str, Any], language: str, row: Mapping[str, Any], reader: str, release: str) -> Verdict:
    criteria = {name: int(row[name]) for name in CRITERIA if name != "distr"}
    has_options = bool(item["options"])
    return Verdict(
        language=language,
        form=item["type"],
        fact_kind=item["fact_kind"],
        asked_slot=item["asked_slot"],
        template=item["template"],
        rule=item["rule"],
        score=round(float(item["score"]), 3),
        release=release,
        reader=reader,
        distr=int(row["distr"] or 0) if has_options else None,
        **criteria,
    )
