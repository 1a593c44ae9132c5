"""Turns a blind reader's answer into stored verdicts: from the packet's key and the answer itself, features only."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quizgen.errors import EvaluationError
from quizgen.evaluation.verdicts import CRITERIA, Verdict, fingerprint

HINT = "give the packet's key and one reader's answer to it, in this order: see quizgen/evaluation/verdicts/README.md"


@dataclass(frozen=True, slots=True)
class Judged:
    """One judged packet: its key, {"1": {"article": NAME, "item": as JSON has it, "control": null}}, and a reader's answer, a JSON list."""

    key: Path
    answer: Path


def verdicts_of(judged: Judged, reader: str, release: str) -> tuple[Verdict, ...]:
    """Return the verdicts on our own items; controls are passed over. Raises EvaluationError when a file is broken."""
    key, answer = (_json(path) for path in (judged.key, judged.answer))
    try:
        rows = {str(row["n"]): row for row in answer}
        ours = {number: entry for number, entry in key.items() if not entry["control"]}
        return tuple(_verdict(entry, rows[number], reader, release) for number, entry in ours.items() if number in rows)
    except (KeyError, AttributeError, TypeError, ValueError) as error:
        raise EvaluationError(f"{judged.answer}: {type(error).__name__}: {error}", HINT) from None


def _json(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise EvaluationError(f"{path}: not readable as JSON: {error}", HINT) from None


def _verdict(entry: Mapping[str, Any], row: Mapping[str, Any], reader: str, release: str) -> Verdict:
    """The language is the first part of a template's name."""
    item = entry["item"]
    criteria: dict[str, Any] = {name: int(row[name]) for name in CRITERIA if name != "distr"}
    return Verdict(
        language=item["template"].partition("/")[0],
        form=item["type"],
        fact_kind=item["fact_kind"],
        asked_slot=item["asked_slot"],
        template=item["template"],
        rule=item["rule"],
        score=round(float(item["score"]), 3),
        release=release,
        reader=reader,
        distr=int(row["distr"] or 0) if item["options"] else None,
        article=str(entry["article"]).removesuffix(".txt"),
        features=dict(item.get("features", {})),
        item=fingerprint(item["type"], item["question"], item["answer"]),
        **criteria,
    )
