"""`quizgen verdicts`: what a person did to quiz files, as judgements without texts, in a file on this computer."""

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quizgen.cli.options import QuietOption
from quizgen.errors import EvaluationError

if TYPE_CHECKING:
    from quizgen.evaluation.judgements import Judgements

_PROMISE = """\
It tells of each item: language, form, kind of fact, template, rule, release, score, features (numbers) and the judgement; article and item
are two fingerprints. No question, no answer, nothing you typed, no word of an article or its title. The file stays on this computer."""


def verdicts(
    quiz_files: Annotated[list[Path], typer.Argument(metavar="QUIZFILE…", help="Quiz files whose items you have judged or changed.")],
    output: Annotated[Path, typer.Option("-o", "--output", metavar="FILE", help="File to write.")] = Path("verdicts.jsonl"),
    yes: Annotated[bool, typer.Option("--yes", help="Write it without asking.")] = False,
    quiet: QuietOption = False,
) -> None:
    """Write what you did to the items of quiz files as judgements without any text, for those who better quizgen; it asks first."""
    from quizgen.evaluation.judgements import judgements_of
    from quizgen.evaluation.verdicts import written
    from quizgen.export import write_atomically
    from quizgen.quizfile import read_quiz

    _refuse_to_replace(output)
    found = judgements_of(read_quiz(path) for path in quiz_files)
    if not found.verdicts:
        left_out = ", ".join(f"{count} {reason}" for reason, count in found.left_out) or "no items"
        raise EvaluationError(f"there is no judgement in these quiz files ({left_out}).", "accept, reject or change items first")
    if not quiet or not yes:
        print("\n".join(_told(found, output)))
    if not yes and not _consents(output):
        raise typer.Exit(1)
    write_atomically(output, written(found.verdicts))
    if not quiet:
        print(f"wrote {output}")


def _refuse_to_replace(output: Path) -> None:
    """Raise EvaluationError when something else than verdicts stands where the file would be written."""
    from quizgen.evaluation.verdicts import read_verdict_file

    if output.exists():
        try:
            read_verdict_file(output)
        except EvaluationError:
            raise EvaluationError(f"{output} stands there and holds no verdicts.", "choose another file with -o") from None


def _told(found: "Judgements", output: Path) -> list[str]:
    """Return exactly what the file will hold: how many of which judgements, the first line, and what it never holds."""
    from quizgen.evaluation.judgements import told_of
    from quizgen.evaluation.verdicts import written

    counts = Counter(told_of(verdict) for verdict in found.verdicts)
    lines = [f"{output} will hold {len(found.verdicts)} judgements, one a line:"]
    lines += [f"{count:>5} {name}" for name, count in counts.most_common()]
    lines += [f"left out: {count} {reason}" for reason, count in found.left_out]
    return [*lines, "The first line is", written(found.verdicts[:1]).rstrip("\n"), _PROMISE]


def _consents(output: Path) -> bool:
    """Ask on the terminal. Raises EvaluationError where there is none."""
    if not sys.stdin.isatty():
        raise EvaluationError("nobody can be asked here, and nothing was written.", "pass --yes to write the file without being asked")
    replaced = f" in the place of the {output} that stands there" if output.exists() else ""
    return typer.confirm(f"Write it{replaced}?", default=False)
