"""Verdicts after the program has changed: which items it still makes, and their features as it counts them now."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from quizgen.errors import EvaluationError
from quizgen.evaluation.verdicts import Verdict, fingerprint


def remade(verdicts: Sequence[Verdict], files: Iterable[Path]) -> tuple[Verdict, ...]:
    """Return the verdicts with what `quizgen candidates` now writes of their articles; those on other articles stay as they are.

    A verdict on an item that is no longer made keeps its features and counts less. Raises EvaluationError when a file is broken.
    """
    made = dict(map(_read, files))
    return tuple(_again(verdict, made[verdict.article]) if verdict.item and verdict.article in made else verdict for verdict in verdicts)


def _again(verdict: Verdict, items: Mapping[str, Mapping[str, float]]) -> Verdict:
    return replace(verdict, is_made=verdict.item in items, features=items.get(verdict.item, verdict.features))


def _read(path: Path) -> tuple[str, dict[str, Mapping[str, float]]]:
    """Return an article's name and its items' features by fingerprint."""
    try:
        data: Any = json.loads(path.read_text(encoding="utf-8"))
        items: dict[str, Mapping[str, float]] = {
            fingerprint(item["type"], item["question"], item["answer"]): dict(item["features"]) for item in data["items"]
        }
        return str(data["article"]).removesuffix(".txt"), items
    except (OSError, ValueError, KeyError, TypeError) as error:
        hint = "write it with quizgen candidates: see quizgen/evaluation/verdicts/README.md"
        raise EvaluationError(f"{path}: {type(error).__name__}: {error}", hint) from None
