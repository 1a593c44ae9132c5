"""Runs the program over a folder of articles with gold."""

from collections.abc import Callable
from pathlib import Path

from quizgen.errors import EvaluationError
from quizgen.evaluation.figures import Figures, measure
from quizgen.evaluation.gold import Gold, find_gold
from quizgen.evaluation.held_out import is_held_out
from quizgen.pipeline import MakeOptions, find_facts, make_quiz
from quizgen.reading import ReadingOptions


def run(
    folder: Path, items: int = 20, progress: Callable[[str, int, int], None] | None = None, unseen: bool = False
) -> tuple[Figures, ...]:
    """Return the figures of every article of `folder` that has gold, by name, with `items` asked for from each."""
    found = find_gold(folder)
    for gold in found:
        if is_held_out(gold.text.name) and not unseen:
            hint = "take another folder, or pass --unseen for a final figure"
            raise EvaluationError(f"{gold.text.name} is held out: nothing is tuned by it.", hint)
    figures: list[Figures] = []
    for number, gold in enumerate(found):
        if progress is not None:
            progress(gold.id, number, len(found))
        figures.append(evaluate_article(gold, items))
    return tuple(figures)


def evaluate_article(gold: Gold, items: int = 20) -> Figures:
    """Return the figures of one article."""
    options = MakeOptions(reading=ReadingOptions(language=gold.language, title=gold.title), items=items)
    article, facts = find_facts(str(gold.text), options)
    return measure(article, facts, make_quiz(str(gold.text), options).items, gold)
