"""`quizgen candidates`: everything that might be in a quiz, for blind readers."""

import json
from pathlib import Path
from typing import Annotated

import typer

from quizgen.cli.clock import today
from quizgen.cli.options import OutputOption, QuietOption


def candidates(
    articles: Annotated[list[Path], typer.Argument(metavar="ARTICLE…", help="Text files.")],
    output: OutputOption = Path(),
    items: Annotated[int, typer.Option(min=1, help="Items of the quiz that the candidates are told apart from.")] = 20,
    unseen: Annotated[bool, typer.Option("--unseen", help="Take articles held out too: for a final figure, never to tune by.")] = False,
    quiet: QuietOption = False,
) -> None:
    """Write every item of an article that has no fatal flaw, in the quiz or not, with its features, for blind readers to judge."""
    from quizgen.evaluation.candidates import candidates_of
    from quizgen.export import write_atomically
    from quizgen.pipeline import MakeOptions
    from quizgen.reading import ReadingOptions

    output.mkdir(parents=True, exist_ok=True)
    for article in articles:
        found = candidates_of(article, MakeOptions(ReadingOptions(today=today()), items), unseen)
        path = output / f"{article.name.removesuffix('.txt')}.candidates.json"
        write_atomically(path, json.dumps(found, ensure_ascii=False, indent=1) + "\n")
        if not quiet:
            kept = sum(not item["left_out"] for item in found["items"])
            print(f"wrote {path}: {len(found['items'])} candidates, {kept} of them in the quiz")
