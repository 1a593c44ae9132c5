"""Fits the chance that a reader accepts an item to the verdicts: a logistic regression held to what was believed before them."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import tomlkit

from quizgen import ranking
from quizgen.evaluation.verdicts import Verdict, weighed_counts, weighed_share
from quizgen.ranking.acceptance import Acceptance
from quizgen.ranking.chance import Model, Term, shares

CHANCE = Path(ranking.__file__).parent / "chance.toml"
RIDGE = 40.0  # verdicts that must speak against what was believed before them
# What is believed before any verdict, in log odds for each unit; everything else is believed to say nothing.
BELIEFS = {"confidence": 2.5, "salience": 3.0, "template": 0.8, "rule": 0.8, "warnings": -0.5, "replaced": -0.5}
WEIGHT = 20.0  # verdicts that the prior of a template or rule is worth
# The features that are fitted: each said something of articles left out, or is believed to; the others that are kept may one day.
FITTED = (
    "confidence", "salience", "has_context", "has_source", "replaced", "warnings", "multiple_choice", "true_false", "stem_names",
    "stem_figures", "key_words", "key_is_name", "key_is_place", "key_is_date", "key_is_number", "adverbs", "unjoined", "joined",
    "subject_in_title", "news", "years", "opens_with_place", "opens_with_verb", "expletive", "vague_subject", "relative",
)  # fmt: skip
_FLOOR = 0.5  # share of the sound items that a cut leaves: a quiz of the few best would be empty more often than good
_NEAR = 0.01  # above a cut that comes so near the best share, quizzes get shorter and hardly better
FEWEST = 40  # verdicts with features from which anything is fitted
BAR = 0.85  # share acceptable that the quiz should have
Rows = npt.NDArray[np.float64]


def with_features(verdicts: Sequence[Verdict]) -> tuple[Verdict, ...]:
    """Return the verdicts from which something can be fitted: earlier ones were stored without features."""
    return tuple(verdict for verdict in verdicts if verdict.features)


@dataclass(frozen=True, slots=True)
class Sample:
    """What is fitted to: a row of features for each verdict, whether it was good, and what it counts."""

    rows: Rows
    accepted: Rows
    counts: Rows


def fit(verdicts: Sequence[Verdict], cut: float) -> Model:
    """Return the model that fits the verdicts with features best, each by its weight. A feature that one lacks is taken as average."""
    known = {name for verdict in verdicts for name in verdict.features}
    names = tuple(name for name in FITTED if name in known)
    rows = _rows(verdicts, names)
    means, scales = np.nanmean(rows, axis=0), np.nanstd(rows, axis=0)
    scales[scales < 1e-9] = 1.0
    features = (*names, *shares(acceptance_of(()), "", ""))
    sample = Sample(
        np.nan_to_num((rows - means) / scales),
        np.array([verdict.is_acceptable for verdict in verdicts], dtype=np.float64),
        np.array([verdict.weight for verdict in verdicts]),
    )
    intercept, weights = _regress(sample, np.array([BELIEFS.get(name, 0.0) for name in features]) * scales)
    parts = zip(features, weights, means, scales, strict=True)
    terms = {name: Term(round(float(w), 4), round(float(m), 4), round(float(s), 4)) for name, w, m, s in parts}
    return Model(round(intercept, 4), terms, cut, acceptance_of(verdicts))


def _rows(verdicts: Sequence[Verdict], names: Sequence[str]) -> Rows:
    """Return the features as numbers, NaN where unknown; shares of template and rule are those on other articles, lest they tell the
    answer."""
    others = {article: acceptance_of([v for v in verdicts if v.article != article]) for article in {v.article for v in verdicts}}
    rows = []
    for verdict in verdicts:
        known = shares(others[verdict.article], verdict.template, verdict.rule)
        rows.append([*(verdict.features.get(name, np.nan) for name in names), *known.values()])
    return np.array(rows)


def _regress(sample: Sample, believed: Rows) -> tuple[float, Rows]:
    """Return intercept and weights by Newton's method on the likelihood, penalised for leaving what is believed; the intercept is free."""
    design = np.hstack([np.ones((len(sample.rows), 1)), sample.rows])
    penalty = np.diag([1e-6, *([RIDGE] * sample.rows.shape[1])])
    prior = np.concatenate([[0.0], believed])
    weights = prior.copy()
    for _ in range(30):
        chance = 1 / (1 + np.exp(-design @ weights))
        gradient = design.T @ (sample.counts * (sample.accepted - chance)) - penalty @ (weights - prior)
        curvature = (design.T * (sample.counts * chance * (1 - chance))) @ design + penalty
        step = np.linalg.solve(curvature, gradient)
        weights = weights + step
        if float(np.abs(step).max()) < 1e-8:
            break
    return float(weights[0]), weights[1:]


def acceptance_of(verdicts: Sequence[Verdict]) -> Acceptance:
    """Return the figures of templates and rules; the prior is the mean of all."""
    counts = (weighed_counts(feature, verdicts) for feature in ("template", "rule"))
    return Acceptance(weighed_share(verdicts), WEIGHT, *counts)


def foretold(verdicts: Sequence[Verdict]) -> tuple[float, ...]:
    """Return for each verdict the chance that a model fitted on the other articles gives it: what may be expected of unseen ones."""
    models = {article: fit([v for v in verdicts if v.article != article], 0.0) for article in {v.article for v in verdicts}}
    return tuple(models[v.article].of(v.features, v.template, v.rule) for v in verdicts)


def ordered_by_chance(verdicts: Sequence[Verdict], chances: Sequence[float]) -> list[tuple[float, bool]]:
    """Return the chances of the items that are still made, the best first, each with whether the reader accepted it."""
    pairs = zip(verdicts, chances, strict=True)
    return sorted(((chance, verdict.is_acceptable) for verdict, chance in pairs if verdict.is_made), reverse=True)


def cut_for(verdicts: Sequence[Verdict], chances: Sequence[float], bar: float = BAR) -> float:
    """Return the least chance of an item in a quiz, from what was foretold of articles left out.

    It leaves the largest quiz that meets the bar. Where none does that keeps half of the items, it leaves the largest that comes as near
    to the bar as one can, but for a few points: above it quizzes get shorter and hardly better.
    """
    ordered = ordered_by_chance(verdicts, chances)
    accepted = np.cumsum([is_accepted for _, is_accepted in ordered])
    cuts = [
        (chance, float(accepted[n]) / (n + 1))
        for n, (chance, _) in enumerate(ordered)
        if n + 1 >= _FLOOR * len(ordered) and (n + 1 == len(ordered) or ordered[n + 1][0] < chance)
    ]
    wanted = min(bar, max(share for _, share in cuts) - _NEAR)
    return round(min(chance for chance, share in cuts if share >= wanted), 3)


def written(model: Model, verdicts: int) -> str:
    """Return a model as `chance.toml` has it."""
    document = tomlkit.document()
    document.add(tomlkit.comment(f"Fitted by `quizgen evaluate … --fit` on {verdicts} blind verdicts; do not edit. See chance.py."))
    document.add("intercept", model.intercept)
    document.add("cut", model.cut)
    terms = tomlkit.table()
    for name, term in model.terms.items():
        row = tomlkit.inline_table()
        row.update({"weight": term.weight, "mean": term.mean, "scale": term.scale})
        terms.add(name, row)
    document.add("terms", terms)
    return tomlkit.dumps(document)
