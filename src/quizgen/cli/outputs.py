"""The files that a run writes: a quiz's outputs, its quiz file, and the text that its proofs point into."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from quizgen.errors import ExportError

if TYPE_CHECKING:
    from quizgen.export import Exported, ExportOptions
    from quizgen.quiz import Quiz

Contents = dict[Path, bytes | str]


@dataclass(frozen=True, slots=True)
class Outputs:
    """Where to write and what; `force` overwrites a quiz file that a person has changed, `quiet` prints errors only."""

    folder: Path
    formats: tuple[str, ...]
    options: "ExportOptions"
    force: bool = False
    quiet: bool = False


def quiz_contents(quiz: "Quiz", folder: Path) -> Contents:
    """Return the quiz file, with the comments of the one before it, and the article's text that belongs beside it."""
    from quizgen.naming import article_file, quiz_file
    from quizgen.quizfile import quiz_files_about, with_comments, write_quiz

    before = [path.read_text("utf-8", "replace") for path in islice(quiz_files_about(quiz.article, folder), 1)]
    return {
        folder / quiz_file(quiz): with_comments(write_quiz(quiz), "".join(before)),
        folder / article_file(quiz): quiz.article.text.encode("utf-8", "surrogatepass"),
    }


def exported_contents(exported: "Exported", folder: Path) -> Contents:
    """Return the outputs of every format by their paths."""
    return {folder / name: data for name, data in exported.files.items()}


def refuse_to_overwrite(articles: Iterable[Path], contents: Contents) -> None:
    """Raise ExportError when an output would be written over the article it is made from."""
    written = {path.resolve() for path in contents}
    for article in articles:
        if article.resolve() in written:
            raise ExportError(f"{article} would be overwritten by its own quiz.", "choose another folder with -o")
