"""The `quizgen` command: parses what is asked, calls the library, prints. Nothing heavy is imported before a command runs."""

import gc
import sys

import typer

from quizgen.cli import templates
from quizgen.cli.app import app as page
from quizgen.cli.candidates import candidates
from quizgen.cli.check import check
from quizgen.cli.evaluate import evaluate
from quizgen.cli.explain import explain
from quizgen.cli.export import export
from quizgen.cli.facts import facts
from quizgen.cli.faults import fault_lines, is_unprinted, unprinted_lines, wants_traceback
from quizgen.cli.make import make
from quizgen.cli.pipelines import pipelines
from quizgen.cli.push import push
from quizgen.cli.review import review
from quizgen.cli.verdicts import verdicts
from quizgen.cli.verify import verify
from quizgen.errors import QuizgenError

app = typer.Typer(
    help="Turn an article into Anki decks and printed quizzes whose every question carries its proof.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,  # what is not a QuizgenError is a bug: faults.py says so
)
app.command()(make)
app.command()(facts)
app.command()(export)
app.command()(push)
app.command()(verify)
app.command()(review)
app.command("app")(page)
app.add_typer(templates.app, name="templates")
app.command()(explain)
app.command()(check)
app.command()(pipelines)
app.command()(verdicts)
app.command()(evaluate)
app.command()(candidates)


def main() -> None:
    """Run the command. A user's mistake or a fault of ours is two lines on stderr and exit status 1; wrong usage ends with 2."""
    try:
        app()
    except QuizgenError as error:
        sys.stderr.write(f"error: {error.message}\nhint: {error.hint}\n")
        raise SystemExit(1) from None
    except Exception as error:
        if wants_traceback() and not is_unprinted(error):
            raise
        sys.stderr.write(unprinted_lines(error) if is_unprinted(error) else fault_lines(error))
        raise SystemExit(1) from None
    finally:
        gc.freeze()  # the process ends: a last look for garbage among all that a long article left took 0.3 s
