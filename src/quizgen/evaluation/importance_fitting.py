"""Fits the mark of a sentence to those that a reader marked: a ridge regression on its features, written as `importance.toml`."""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import tomlkit

from quizgen import discourse
from quizgen.evaluation.verdicts import STORED

IMPORTANCE = Path(discourse.__file__).parent / "importance.toml"
MARKED = STORED / "sentences.tsv"
PENALTY = 20.0  # sentences that must speak against a feature's saying nothing
_NO_FEATURE = ("article", "mark")


@dataclass(frozen=True, slots=True)
class MarkedSentence:
    """What a reader gave a sentence, 0 (trivia) to 3, and the features of it that `discourse/importance.py` reckons."""

    mark: float
    features: Mapping[str, float]


def read_marked(path: Path = MARKED) -> tuple[MarkedSentence, ...]:
    """Return the sentences that a reader marked."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    return tuple(
        MarkedSentence(float(row["mark"]), {name: float(value) for name, value in row.items() if name not in _NO_FEATURE}) for row in rows
    )


def fit_importance(sentences: Sequence[MarkedSentence]) -> dict[str, float]:
    """Return what a sentence gains for each unit of a feature; "average" is the mark of one without any."""
    names = tuple(sentences[0].features)
    rows = np.array([[sentence.features[name] for name in names] for sentence in sentences])
    marks = np.array([sentence.mark for sentence in sentences])
    means, scales = rows.mean(axis=0), rows.std(axis=0)
    scales[scales < 1e-9] = 1.0
    standard = (rows - means) / scales
    weights = np.linalg.solve(standard.T @ standard + PENALTY * np.eye(len(names)), standard.T @ (marks - marks.mean())) / scales
    average = float(marks.mean() - weights @ means)
    return {"average": round(average, 4), **{name: round(float(weight), 4) for name, weight in zip(names, weights, strict=True)}}


def written_importance(weights: Mapping[str, float], sentences: int) -> str:
    """Return the weights as `importance.toml` has them."""
    document = tomlkit.document()
    document.add(tomlkit.comment("Marks that a sentence gains for each unit of a feature (importance.py), fitted to what a reader gave"))
    document.add(tomlkit.comment(f"{sentences:,} sentences (`quizgen evaluate … --fit`); 3 is the highest. Do not edit."))
    for name, weight in weights.items():
        document.add(name, tomlkit.item(weight))
    return tomlkit.dumps(document)
