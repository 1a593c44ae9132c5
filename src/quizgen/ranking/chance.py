"""The chance that a reader accepts an item as it is: a logistic regression over its features, fitted on blind verdicts (`chance.toml`)."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp, log
from tomllib import loads

from quizgen.ranking.acceptance import Acceptance, load_acceptance


@dataclass(frozen=True, slots=True)
class Term:
    """What one feature does: `weight` log odds for each `scale` that the feature lies above `mean`."""

    weight: float
    mean: float
    scale: float

    def at(self, value: float) -> float:
        """Return what a value adds to the log odds."""
        return self.weight * (value - self.mean) / self.scale


@dataclass(frozen=True, slots=True)
class Model:
    """Coefficients, and the shares of templates and rules, which are features too; `cut`: the least chance of an item in a quiz."""

    intercept: float
    terms: Mapping[str, Term]
    cut: float
    acceptance: Acceptance

    def parts(self, features: Mapping[str, float], template: str, rule: str) -> dict[str, float]:
        """Return what each part adds to the log odds, the strongest first; "average" is an average item's."""
        values = {**features, **shares(self.acceptance, template, rule)}
        added = {name: term.at(values[name]) for name, term in self.terms.items() if name in values}
        return {"average": self.intercept, **dict(sorted(added.items(), key=lambda pair: -abs(pair[1])))}

    def of(self, features: Mapping[str, float], template: str, rule: str) -> float:
        """Return the chance, 0 to 1."""
        return 1 / (1 + exp(-sum(self.parts(features, template, rule).values())))


def shares(acceptance: Acceptance, template: str, rule: str) -> dict[str, float]:
    """Return as features how far readers liked a template and a rule better than others, in log odds; 0 where nobody has judged any."""
    usual = log_odds(acceptance.share)
    return {"template": log_odds(acceptance.template(template)) - usual, "rule": log_odds(acceptance.rule(rule)) - usual}


def log_odds(share: float) -> float:
    """Return the log odds of a share, which is kept off 0 and 1."""
    held = min(0.98, max(0.02, share))
    return log(held / (1 - held))


@cache
def load_model() -> Model:
    """Return the model of `chance.toml` and `acceptance.toml`."""
    data = loads(files("quizgen.ranking").joinpath("chance.toml").read_text(encoding="utf-8"))
    terms = {name: Term(row["weight"], row["mean"], row["scale"]) for name, row in data["terms"].items()}
    return Model(data["intercept"], terms, data["cut"], load_acceptance())
