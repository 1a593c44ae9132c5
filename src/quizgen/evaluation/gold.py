"""Gold: for an article, the facts a good quiz draws from it, best first, and what must not come out.

A folder with gold is `seeds/`, or any folder laid out like it: `gold/NAME.json` (or `NAME.json` at its top), whose `text` names the
article, relative to the folder. Files that hold a list (an expert's deck) are passed over.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quizgen.errors import EvaluationError


@dataclass(frozen=True, slots=True)
class GoldFact:
    """A fact a person drew. `evidence` holds openings of sentences that prove it, `answers` the keys a question about it may have.

    `importance` is 3 (the article is about it), 2 (a good quiz may ask it) or 1 (detail).
    """

    id: str
    importance: int
    statement: str
    evidence: tuple[str, ...]
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MustNot:
    """What must not come out: a `kind` "fact" the article does not say, or an "item" badly made."""

    kind: str
    statement: str
    why: str


@dataclass(frozen=True, slots=True)
class Gold:
    """The gold of one article, which stands at `text`."""

    id: str
    language: str
    title: str
    text: Path
    facts: tuple[GoldFact, ...]
    must_not: tuple[MustNot, ...] = ()


def find_gold(folder: Path) -> tuple[Gold, ...]:
    """Return the gold of every article of `folder`, by name. Raises EvaluationError when there is none or one is broken."""
    if not folder.is_dir():
        raise EvaluationError(f"{folder} is not a folder.", "give a folder laid out like seeds/: articles, and gold/NAME.json for each")
    inner = folder / "gold"
    paths = sorted((inner if inner.is_dir() else folder).glob("*.json"))
    found = tuple(gold for path in paths if (gold := read_gold(path, folder)) is not None)
    if not found:
        raise EvaluationError(f"{folder} holds no gold.", "give a folder laid out like seeds/: articles, and gold/NAME.json for each")
    return found


def read_gold(path: Path, folder: Path) -> Gold | None:
    """Return the gold in `path`, or None when the file holds a list. Raises EvaluationError, naming file and key, when it is broken."""
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise EvaluationError(f"{path}: not readable as JSON: {error}", "see seeds/README.md for what gold looks like") from None
    if isinstance(raw, list):
        return None
    try:
        return _gold(raw, folder)
    except (KeyError, TypeError, ValueError) as error:
        raise EvaluationError(f"{path}: {type(error).__name__}: {error}", "see seeds/README.md for what gold looks like") from None


def _gold(raw: dict[str, Any], folder: Path) -> Gold:
    facts = tuple(_fact(entry) for entry in raw["facts"])
    must_not = tuple(MustNot(str(entry["kind"]), str(entry["statement"]), str(entry["why"])) for entry in raw.get("must_not", ()))
    return Gold(str(raw["id"]), str(raw["lang"]), str(raw["title"]), folder / str(raw["text"]), facts, must_not)


def _fact(raw: dict[str, Any]) -> GoldFact:
    evidence = (str(raw["evidence"]), *(str(other) for other in raw.get("evidence_alt", ())))
    answers = tuple(str(answer) for answer in raw["answers"])
    importance = int(raw["importance"])
    if importance not in (1, 2, 3):
        raise ValueError(f"fact {raw['id']}: importance is {importance}, not 1, 2 or 3")
    return GoldFact(str(raw["id"]), importance, str(raw["statement"]), evidence, answers)
