"""How often readers accepted what a template or a rule made, shrunk towards a prior where few have judged."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from tomllib import loads


@dataclass(frozen=True, slots=True)
class Acceptance:
    """Shares of accepted items. The maps hold (accepted, judged) by name; the prior is worth `weight` verdicts.

    A verdict on an item that is no longer made counts a part of one (evaluation/remaking.py), so that what was mended is not sunk for
    ever by what readers said before.
    """

    share: float
    weight: float
    templates: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    rules: Mapping[str, tuple[float, float]] = field(default_factory=dict)

    def template(self, name: str) -> float:
        """Return the share to be expected of a template, 0 to 1."""
        return self._shrunk(self.templates.get(name, (0, 0)))

    def rule(self, name: str) -> float:
        """Return the share to be expected of a rule, 0 to 1."""
        return self._shrunk(self.rules.get(name, (0, 0)))

    def _shrunk(self, counts: tuple[float, float]) -> float:
        accepted, judged = counts
        return (accepted + self.share * self.weight) / (judged + self.weight)


def load_acceptance() -> Acceptance:
    """Return the figures of `acceptance.toml`."""
    data = loads(files("quizgen.ranking").joinpath("acceptance.toml").read_text(encoding="utf-8"))
    counts = (_counts(data[section]) for section in ("templates", "rules"))
    return Acceptance(data["prior"]["share"], data["prior"]["weight"], *counts)


def _counts(table: Mapping[str, Mapping[str, float]]) -> dict[str, tuple[float, float]]:
    return {name: (row["accepted"], row["judged"]) for name, row in table.items()}
