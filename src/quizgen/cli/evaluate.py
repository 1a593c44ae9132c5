"""`quizgen evaluate`: the program against articles with gold, and what blind readers said of its items."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quizgen.cli.options import QuietOption
from quizgen.cli.progress import progress

if TYPE_CHECKING:
    from quizgen.evaluation.verdicts import Verdict


def evaluate(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Articles with gold, laid out like seeds/ (see its README.md).")],
    items: Annotated[int, typer.Option(min=1, help="Items asked for from each article.")] = 20,
    report: Annotated[Path | None, typer.Option(metavar="FILE", help="Write the report here, not on the terminal.")] = None,
    judged: Annotated[
        tuple[Path, Path] | None, typer.Option(metavar="KEY.json ANSWER.json", help="Store a reader's verdicts first.")
    ] = None,
    verdicts: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Store the judgements that quizgen verdicts wrote first.")
    ] = None,
    reader: Annotated[str, typer.Option(help="A label for that reader, no name.")] = "reader",
    again: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Candidates of judged articles, made anew: verdicts on items now gone count less.")
    ] = None,
    refit: Annotated[
        bool, typer.Option("--fit", help="Fit the score of items to all stored verdicts, and set the cut; and sentences to marks.")
    ] = False,
    unseen: Annotated[bool, typer.Option("--unseen", help="Take articles held out too: for a final figure, never to tune by.")] = False,
    quiet: QuietOption = False,
) -> None:
    """Measure facts and items against gold, and fold the stored verdicts of blind readers."""
    if judged is not None:
        _store_answer(judged, reader)
    if verdicts is not None:
        _store_judgements(verdicts, reader)
    if again is not None:
        _look_again(again)
    if refit:
        _fit()
    from quizgen.evaluation.report import render_report
    from quizgen.evaluation.run import run
    from quizgen.evaluation.verdicts import read_verdicts
    from quizgen.export import write_atomically

    with progress(quiet) as show:
        figures = run(folder, items, show, unseen)
    text = render_report(figures, read_verdicts())
    if report is None:
        print(text, end="")
        return
    write_atomically(report, text)
    if not quiet:
        print(f"wrote {report}")


def _store_answer(judged: tuple[Path, Path], reader: str) -> None:
    """Store a reader's answer to a packet, features only."""
    from quizgen import __version__
    from quizgen.evaluation.recording import Judged, verdicts_of

    _store(verdicts_of(Judged(*judged), reader, __version__))


def _store_judgements(path: Path, reader: str) -> None:
    """Store what a user did to quiz files, but for what is stored already."""
    from dataclasses import replace

    from quizgen.evaluation.judgements import new_among
    from quizgen.evaluation.verdicts import read_verdict_file, read_verdicts

    labelled = [replace(verdict, reader=reader) for verdict in read_verdict_file(path)]
    _store(tuple(new_among(labelled, read_verdicts())))


def _store(verdicts: "Sequence[Verdict]") -> None:
    """Add verdicts to those that come with this checkout, and carry all of them into the ranking."""
    from quizgen import __version__
    from quizgen.evaluation.acceptance import ACCEPTANCE, with_counts
    from quizgen.evaluation.verdicts import STORED, read_verdicts, write_verdicts
    from quizgen.export import write_atomically

    write_verdicts(verdicts, STORED / f"{__version__}.jsonl")
    write_atomically(ACCEPTANCE, with_counts(ACCEPTANCE.read_text(encoding="utf-8"), read_verdicts()))


def _look_again(folder: Path) -> None:
    """Mark the stored verdicts on items that the candidates in `folder` no longer hold, and take the features of the others from there."""
    from quizgen import __version__
    from quizgen.evaluation.acceptance import ACCEPTANCE, with_counts
    from quizgen.evaluation.remaking import remade
    from quizgen.evaluation.verdicts import STORED, read_verdicts, written
    from quizgen.export import write_atomically

    verdicts = remade(read_verdicts(), sorted(folder.glob("*.candidates.json")))
    write_atomically(STORED / f"{__version__}.jsonl", written(verdicts))
    write_atomically(ACCEPTANCE, with_counts(ACCEPTANCE.read_text(encoding="utf-8"), verdicts))


def _fit() -> None:
    """Write the coefficients of the score and of a sentence's importance. Raises EvaluationError when too few verdicts have features."""
    from quizgen.errors import EvaluationError
    from quizgen.evaluation.fitting import CHANCE, FEWEST, cut_for, fit, foretold, with_features, written
    from quizgen.evaluation.importance_fitting import IMPORTANCE, fit_importance, read_marked, written_importance
    from quizgen.evaluation.verdicts import read_verdicts
    from quizgen.export import write_atomically

    verdicts = with_features(read_verdicts())
    if len(verdicts) < FEWEST:
        raise EvaluationError(f"only {len(verdicts)} stored verdicts have features.", f"judge more: {FEWEST} are the fewest")
    write_atomically(CHANCE, written(fit(verdicts, cut_for(verdicts, foretold(verdicts))), len(verdicts)))
    marked = read_marked()
    write_atomically(IMPORTANCE, written_importance(fit_importance(marked), len(marked)))
