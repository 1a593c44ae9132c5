"""Candidates for blind readers: everything of an article that passed the fatal flaws, in the quiz or not."""

from pathlib import Path
from typing import Any

from quizgen.errors import EvaluationError
from quizgen.evaluation.held_out import is_held_out
from quizgen.export.json import item_json
from quizgen.items import Candidate
from quizgen.pipeline import MakeOptions, make


def candidates_of(path: Path, options: MakeOptions, unseen: bool = False) -> dict[str, Any]:
    """Return an article's candidates: items as `make --to json` writes them, each with why it was `left_out` ("": it is in the quiz).

    Raises EvaluationError for an article held out, unless `unseen` says that nothing is tuned by it.
    """
    if is_held_out(path.name) and not unseen:
        hint = "take another article, or pass --unseen for a final figure"
        raise EvaluationError(f"{path.name} is held out: nothing is tuned by it.", hint)
    made = make(str(path), options)
    kept = [(candidate, "") for candidate in made.assembled.kept]
    sound = [(c, reason) for c, reason in (*kept, *made.assembled.left_out) if all(f.severity != "fatal" for f in c.findings)]
    return {"article": path.name, "language": made.quiz.article.language, "items": [_row(c, reason) for c, reason in _in_order(sound)]}


def _in_order(sound: list[tuple[Candidate, str]]) -> list[tuple[Candidate, str]]:
    return sorted(sound, key=lambda pair: (pair[0].question.fact.evidence.primary.start, -pair[0].score, pair[0].item.question))


def _row(candidate: Candidate, reason: str) -> dict[str, Any]:
    return item_json(candidate.item) | {"left_out": reason}
