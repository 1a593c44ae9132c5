"""Fits the chance that a reader accepts an item to the verdicts: a logistic regression held to what was believed before them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import tomlkit

from quizgen import ranking
from quizgen.evaluation.verdicts import Verdict
from quizgen.ranking.acceptance import Acceptance
from quizgen.ranking.chance import Model, Term, log_odds

CHANCE = Path(ranking.__file__).parent / "chance.toml"
RIDGE = 100.0  # verdicts that must speak against what was believed before them
# What is believed before any verdict, in log odds for each unit; everything else is believed to say nothing.
BELIEFS = {"confidence": 2.5, "template": 0.8, "rule": 0.8, "warnings": -0.5, "replaced": -0.5, "words_before_verb": -0.05}
WEIGHT = 8.0  # verdicts that the prior of a template or rule is worth
_ENOUGH = 20  # verdicts from which a share says something
FEWEST = 40  # verdicts with features from which anything is fitted
BAR = 0.85  # share acceptable that the quiz should have
Rows = npt.NDArray[np.float64]


def with_features(verdicts: Sequence[Verdict]) -> tuple[Verdict, ...]:
    """Return the verdicts from which something can be fitted: earlier ones were stored without features."""
    return tuple(verdict for verdict in verdicts if verdict.features)


def fit(verdicts: Sequence[Verdict], cut: float) -> Model:
    """Return the model that fits the verdicts with features best."""
    names = tuple(verdicts[0].features)
    rows = _rows(verdicts, names)
    means, scales = rows.mean(axis=0), rows.std(axis=0)
    scales[scales < 1e-9] = 1.0
    accepted = np.array([verdict.is_acceptable for verdict in verdicts], dtype=np.float64)
    features = (*names, "template", "rule")
    believed = np.array([BELIEFS.get(name, 0.0) for name in features]) * scales
    intercept, weights = _regress((rows - means) / scales, accepted, believed)
    parts = zip(features, weights, means, scales, strict=True)
    terms = {name: Term(round(float(w), 4), round(float(m), 4), round(float(s), 4)) for name, w, m, s in parts}
    return Model(round(intercept, 4), terms, cut, acceptance_of(verdicts))


def _rows(verdicts: Sequence[Verdict], names: Sequence[str]) -> Rows:
    """Return the features as numbers; the shares of template and rule are those on other articles, or they would tell the answer."""
    others = {article: acceptance_of([v for v in verdicts if v.article != article]) for article in {v.article for v in verdicts}}
    rows = []
    for verdict in verdicts:
        figures = others[verdict.article]
        shares = (log_odds(figures.template(verdict.template)), log_odds(figures.rule(verdict.rule)))
        rows.append([*(verdict.features.get(name, 0.0) for name in names), *shares])
    return np.array(rows)


def _regress(rows: Rows, accepted: Rows, believed: Rows) -> tuple[float, Rows]:
    """Return intercept and weights by Newton's method on the likelihood, penalised for leaving what is believed; the intercept is free."""
    design = np.hstack([np.ones((len(rows), 1)), rows])
    penalty = np.diag([1e-6, *([RIDGE] * rows.shape[1])])
    prior = np.concatenate([[0.0], believed])
    weights = prior.copy()
    for _ in range(30):
        chance = 1 / (1 + np.exp(-design @ weights))
        gradient = design.T @ (accepted - chance) - penalty @ (weights - prior)
        curvature = (design.T * (chance * (1 - chance))) @ design + penalty
        step = np.linalg.solve(curvature, gradient)
        weights = weights + step
        if float(np.abs(step).max()) < 1e-8:
            break
    return float(weights[0]), weights[1:]


def acceptance_of(verdicts: Sequence[Verdict]) -> Acceptance:
    """Return the figures of templates and rules; the prior is the mean of all."""
    share = (sum(v.is_acceptable for v in verdicts) + 1) / (len(verdicts) + 2)
    return Acceptance(share, WEIGHT, _counts("template", verdicts), _counts("rule", verdicts))


def _counts(feature: str, verdicts: Sequence[Verdict]) -> Mapping[str, tuple[int, int]]:
    judged = Counter(getattr(verdict, feature) for verdict in verdicts)
    accepted = Counter(getattr(verdict, feature) for verdict in verdicts if verdict.is_acceptable)
    return {name: (accepted[name], count) for name, count in judged.items()}


def foretold(verdicts: Sequence[Verdict]) -> tuple[float, ...]:
    """Return for each verdict the chance that a model fitted on the other articles gives it: what may be expected of unseen ones."""
    models = {article: fit([v for v in verdicts if v.article != article], 0.0) for article in {v.article for v in verdicts}}
    return tuple(models[v.article].of(v.features, v.template, v.rule) for v in verdicts)


def cut_for(verdicts: Sequence[Verdict], chances: Sequence[float], bar: float = BAR) -> float:
    """Return the least chance from which the items above, on articles left out, meet the bar together; where none do, that of the better
    two thirds: a quiz of the few best would be empty more often than good."""
    ordered = sorted(zip(chances, (v.is_acceptable for v in verdicts), strict=True), reverse=True)
    best, accepted = ordered[2 * len(ordered) // 3][0], 0
    for number, (chance, is_accepted) in enumerate(ordered, start=1):
        accepted += is_accepted
        is_last_of_its_chance = number == len(ordered) or ordered[number][0] < chance
        if number >= _ENOUGH and is_last_of_its_chance and accepted / number >= bar:
            best = chance
    return round(best, 3)


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
