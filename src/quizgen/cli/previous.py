"""The quiz file of an earlier run, from which this one keeps the notes' identity and what a person did."""

from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from quizgen.errors import QuizFileError

if TYPE_CHECKING:
    from quizgen.article import Article
    from quizgen.quiz import Quiz


def previous_quiz(read: "Article", output: Path, force: bool, *, by_text: bool = False) -> "Quiz | None":
    """Return the quiz about this article that stands in `output`; with `force`, as if no person had touched it.

    `by_text` finds it under a former title by its text alone: not where articles stand beside each other that may be versions of one.
    Raises QuizFileError when it cannot be read, or when another article's quiz stands in its place.
    """
    from quizgen.quizfile import as_generated, has_its_text, quiz_files_about, read_quiz, refuse_other_article

    if not force:
        refuse_other_article(read, output)
    for path in islice(quiz_files_about(read, output, by_text=by_text), 1):
        try:
            # Where the text beside the file is lost or mended, the article at hand stands in for it.
            before = read_quiz(path, unproven=not has_its_text(path))
            return as_generated(before) if force else before
        except QuizFileError:
            if not force:
                raise
    return None  # none, or a file that cannot be read, which holds no identities to keep


def other_files_lines(quiz: "Quiz", output: Path) -> list[str]:
    """Return what to tell of quiz files about the same article that stand beside the one written: a person may go on editing one."""
    from quizgen.naming import quiz_file
    from quizgen.quizfile import quiz_files_about

    name = quiz_file(quiz)
    others = [path.name for path in quiz_files_about(quiz.article, output) if path.name != name]
    return [f"former name        {other}: this quiz is in {name} now" for other in others]
