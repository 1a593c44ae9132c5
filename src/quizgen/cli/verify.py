"""`quizgen verify`: every item's proof read again in the article."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quizgen.cli.clock import today
from quizgen.cli.options import QuietOption

if TYPE_CHECKING:
    from quizgen.article import Article
    from quizgen.quiz import Quiz
    from quizgen.quizfile.verification import Verified

_WIDTH_WHEN_PIPED = 110  # columns


def verify(
    quiz_file: Annotated[Path, typer.Argument(metavar="QUIZFILE", help="A .quiz.toml file, with its .article.txt beside it.")],
    article: Annotated[str, typer.Argument(help="The article as it is now; the text beside the quiz file when not given.")] = "",
    fix: Annotated[bool, typer.Option("--fix", help="Write the new places of quotes that have moved into the quiz file.")] = False,
    quiet: QuietOption = False,
) -> None:
    """Check that the article says what every item's proof says it does; exit status 1 when it does not."""
    from quizgen.languages import get_language
    from quizgen.quizfile import read_quiz
    from quizgen.quizfile import verify as verify_quiz

    quiz = read_quiz(quiz_file, unproven=True)
    if not article and not quiz.article.text and any(item.proof for item in quiz.items):
        read_quiz(quiz_file)  # raises: the text is lost, and no other was given
    now = _article(quiz, article)
    checked = verify_quiz(quiz, now, get_language(now.language))
    failed = [one for one in checked if one.problems]
    if failed and not quiet:
        _print(failed)
    if fix and now.text:
        _fix(quiz_file, checked, now)
        failed = [one for one in failed if len(one.problems) > len(one.moved)]
    if not quiet:
        sound = len(checked) - len(failed)
        print(f"{sound} of {len(checked)} items stand" + (f"; {sum(bool(one.moved) for one in checked)} anchored anew" if fix else ""))
    raise typer.Exit(1 if failed else 0)


def _article(quiz: "Quiz", source: str) -> "Article":
    """Return the article to check against: the one at `source`, under the quiz's own metadata, else the one beside the quiz file."""
    from dataclasses import replace

    from quizgen.cli.options import standard_input
    from quizgen.reading import ReadingOptions, read_article

    if not source:
        return quiz.article
    read = read_article(source, ReadingOptions(quiz.article.language, today=today(), stdin=standard_input(source)))
    return replace(quiz.article, text=read.text, blocks=read.blocks)


def _fix(quiz_file: Path, checked: "Sequence[Verified]", article: "Article") -> None:
    """Write the places found and the text they point into, both or neither."""
    from quizgen.export import write_together
    from quizgen.quizfile import anchored, text_file

    saved = quiz_file.read_bytes().decode("utf-8")
    text = saved.removeprefix("\ufeff").replace("\r\n", "\n")
    fixed = anchored(text, checked, article)
    if "\r\n" in saved:
        fixed = fixed.replace("\n", "\r\n")
    contents: dict[Path, bytes | str] = {quiz_file: ("\ufeff" * saved.startswith("\ufeff") + fixed).encode()}
    contents[quiz_file.parent / text_file(text)] = article.text.encode("utf-8", "surrogatepass")
    write_together(contents)


def _print(failed: "Sequence[Verified]") -> None:
    """Print a table of the items whose proof does not hold."""
    from rich.console import Console
    from rich.table import Table

    table = Table("item", "question", "key", "what is wrong", show_lines=True)
    for one in failed:
        table.add_row(one.item.id, one.item.question, str(one.item.answer), "\n".join(one.problems))
    Console(width=None if sys.stdout.isatty() else _WIDTH_WHEN_PIPED, markup=False, highlight=False).print(table)
