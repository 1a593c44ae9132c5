"""How often readers accepted what a template or a rule made, shrunk towards a prior where few have judged."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from tomllib import loads


@dataclass(frozen=True, slots=True)
class Acceptance:
    """Shares of accepted items. `templates` and `rules` map names to (accepted, judged); the prior is worth `weight` verdicts."""

    share: float
    weight: float
    templates: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    rules: Mapping[str, tuple[int, int]] = field(default_factory=dict)

    def template(self, name: str) -> float:
        """Return the share to be expected of a template, 0 to 1."""
        return self._shrunk(self.templates.get(name, (0, 0)))

    def rule(self, name: str) -> float:
        """Return the share to be expected of a rule, 0 to 1."""
        return self._shrunk(self.rules.get(name, (0, 0)))

    def _shrunk(self, counts: tuple[int, int]) -> float:
        accepted, judged = counts
        return (accepted + self.share * self.weight) / (judged + self.weight)


def load_acceptance() -> Acceptance:
    """Return the figures of `acceptance.toml`."""
    data = loads(files("quizgen.ranking").joinpath("acceptance.toml").read_text(encoding="utf-8"))
    return Acceptance(data["prior"]["share"], data["prior"]["weight"], _counts(data["templates"]), _counts(data["rules"]))


def _counts(table: Mapping[str, Mapping[str, int]]) -> dict[str, tuple[int, int]]:
    return {name: (row["accepted"], row["judged"]) for name, row in table.items()}
