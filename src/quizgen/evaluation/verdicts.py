"""Verdicts of blind readers on items, folded into shares by form, template, rule and criterion.

`verdicts/*.jsonl` holds one judgement a line: where the item came from (language, form, fact kind, asked slot, template, rule, score,
release), the article's name, who judged (`reader`, a label), the criteria, and the item's features (ranking/features.py). Never a text: the
articles are other people's. What a user did to a quiz file (judgements.py) has the same shape; where it says nothing of the criteria, they
are None and `acceptable` says what became of the item.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from pathlib import Path

from quizgen.errors import EvaluationError

# Six criteria every item has, and `distr` for items with options. An item is acceptable when none is 0. After Haladyna, Downing and
# Rodriguez (2002), 31 item-writing guidelines.
CRITERIA = ("gram", "alone", "one", "key", "noleak", "worth", "distr")
OUTDATED = 0.25  # weight of a verdict on an item that is no longer made; the best of 0, ¼, ½ and 1 on articles left out
STORED = Path(__file__).parent / "verdicts"
HINT = "see the docstring of quizgen/evaluation/verdicts.py for the shape of a line"


@dataclass(frozen=True, slots=True)
class Verdict:
    """One reader's judgement of one item, without its text. A criterion is 1, 0, or None where it does not apply (`distr`).

    A judgement on the whole item has `acceptable`, 1 or 0; then a criterion that nothing was said of is None too.
    """

    language: str
    form: str
    fact_kind: str
    asked_slot: str
    template: str
    rule: str
    score: float
    release: str
    reader: str
    gram: int | None
    alone: int | None
    one: int | None
    key: int | None
    noleak: int | None
    worth: int | None
    distr: int | None = None
    article: str = ""
    features: Mapping[str, float] = field(default_factory=dict)
    item: str = ""  # the item's fingerprint, "" of early verdicts
    is_made: bool = True  # the program still makes the item; see remaking.py
    acceptable: int | None = None

    @property
    def weight(self) -> float:
        """What the verdict counts when something is learnt from it."""
        return 1.0 if self.is_made else OUTDATED

    @property
    def is_acceptable(self) -> bool:
        """True when the item may be used as it is."""
        return self.acceptable != 0 and all(getattr(self, criterion) in (1, None) for criterion in CRITERIA)


@dataclass(frozen=True, slots=True)
class Share:
    """How many of `judged` items were `accepted`."""

    accepted: int
    judged: int

    @property
    def value(self) -> float:
        """The share accepted, 0 to 1; 0 when nothing was judged."""
        return self.accepted / self.judged if self.judged else 0.0


def read_verdicts(folder: Path = STORED) -> tuple[Verdict, ...]:
    """Return every verdict stored in `folder`. Raises EvaluationError, naming file and line, when one is broken."""
    return tuple(verdict for path in sorted(folder.glob("*.jsonl")) for verdict in read_verdict_file(path))


def read_verdict_file(path: Path) -> tuple[Verdict, ...]:
    """Return the verdicts of one file. Raises EvaluationError, naming file and line, when it cannot be read or one is broken."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise EvaluationError(f"{path} cannot be read: {error}", HINT) from None
    return tuple(_verdict(line, f"{path}:{number}") for number, line in enumerate(lines, start=1))


def _verdict(line: str, where: str) -> Verdict:
    try:
        raw = json.loads(line)
        verdict = Verdict(**raw)
    except (ValueError, TypeError) as error:
        raise EvaluationError(f"{where}: {error}", HINT) from None
    if verdict.acceptable not in (0, 1, None):
        raise EvaluationError(f"{where}: acceptable is {verdict.acceptable!r}, not 0 or 1", HINT)
    for criterion in CRITERIA:
        allowed = (0, 1) if criterion != "distr" and verdict.acceptable is None else (0, 1, None)
        if getattr(verdict, criterion) not in allowed:
            raise EvaluationError(f"{where}: {criterion} is {getattr(verdict, criterion)!r}, not 0 or 1", HINT)
    return verdict


def write_verdicts(verdicts: Iterable[Verdict], path: Path) -> None:
    """Add verdicts to a file, one a line."""
    with path.open("a", encoding="utf-8") as file:
        file.write(written(verdicts))


def written(verdicts: Iterable[Verdict]) -> str:
    """Return verdicts as a file holds them, one a line."""
    return "".join(json.dumps(asdict(verdict), ensure_ascii=False) + "\n" for verdict in verdicts)


def shares_by(feature: str, verdicts: Iterable[Verdict]) -> Mapping[str, Share]:
    """Return the share acceptable for each value of a feature ("form", "template", "rule", …), the most judged first."""
    groups: dict[str, list[Verdict]] = {}
    for verdict in verdicts:
        groups.setdefault(str(getattr(verdict, feature)), []).append(verdict)
    ordered = sorted(groups.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    return {name: share_acceptable(group) for name, group in ordered}


def weighed_counts(feature: str, verdicts: Iterable[Verdict]) -> dict[str, tuple[float, float]]:
    """Return (accepted, judged) for each value of a feature, each verdict by its weight."""
    counts: dict[str, tuple[float, float]] = {}
    for verdict in verdicts:
        name = str(getattr(verdict, feature))
        accepted, judged = counts.get(name, (0.0, 0.0))
        counts[name] = (accepted + verdict.weight * verdict.is_acceptable, judged + verdict.weight)
    return counts


def weighed_share(verdicts: Sequence[Verdict]) -> float:
    """Return the share acceptable, each verdict by its weight; one good and one bad are always counted in."""
    judged = sum(verdict.weight for verdict in verdicts)
    return (sum(verdict.weight * verdict.is_acceptable for verdict in verdicts) + 1) / (judged + 2)


def fingerprint(form: str, question: str, answer: object) -> str:
    """Return what an item is known by without its text."""
    return sha256("\x1f".join((form, question, str(answer))).encode()).hexdigest()[:16]


def shares_by_criterion(verdicts: Iterable[Verdict]) -> Mapping[str, Share]:
    """Return for each criterion the share of items that pass it, of those it applies to."""
    judged = tuple(verdicts)
    values = {criterion: [getattr(v, criterion) for v in judged if getattr(v, criterion) is not None] for criterion in CRITERIA}
    return {criterion: Share(sum(found), len(found)) for criterion, found in values.items()}


def share_acceptable(verdicts: Iterable[Verdict]) -> Share:
    """Return the share of items that may be used as they are."""
    judged = tuple(verdicts)
    return Share(sum(verdict.is_acceptable for verdict in judged), len(judged))
