"""A quiz file on a disk, served as `quizgen review` serves it, and a browser before it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from quizgen.naming import article_file, quiz_file
from quizgen.pipeline import MakeOptions
from quizgen.quiz import Quiz
from quizgen.quizfile import merge, read_quiz, stamp, write_quiz
from quizgen.reading import ReadingOptions
from quizgen.resources import template_roots
from quizgen.web.desk import Desk
from quizgen.web.pages import Pages
from quizgen.web.review import review_app
from quizgen.web.rewriting import Rewriter
from quizgen.web.server import LocalServer

NOW = 2_000_000_000


def written(quiz: Quiz, folder: Path) -> Path:
    """Write a quiz with all its items proposed, as a first run leaves it, and return where."""
    items = tuple(replace(item, status="proposed" if item.proof else item.status) for item in quiz.items)
    made = merge(stamp(replace(quiz, items=items)), None, 0)
    path = folder / quiz_file(made)
    path.write_text(write_quiz(made), "utf-8")
    (folder / article_file(made)).write_text(made.article.text, "utf-8")
    return path


@contextmanager
def served(path: Path) -> Iterator[LocalServer]:
    """Serve the quiz file at `path`."""
    server = LocalServer(review_app(Desk(path), Pages(template_roots()), Rewriter(MakeOptions(ReadingOptions())), lambda: NOW))
    server.start()
    try:
        yield server
    finally:
        server.stop()


def statuses(path: Path) -> list[str]:
    """Return the statuses of the items in the file."""
    return [item.status for item in read_quiz(path).items]
