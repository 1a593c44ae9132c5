"""The quiz file of an earlier run, from which this one keeps the notes' identity and what a person did."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from quizgen.errors import QuizFileError

if TYPE_CHECKING:
    from quizgen.article import Article
    from quizgen.quiz import Quiz


def previous_quiz(read: "Article", output: Path, force: bool) -> "Quiz | None":
    """Return the quiz about this article that stands in `output`; with `force`, as if no person had touched it.

    Raises QuizFileError when it cannot be read.
    """
    from quizgen.quizfile import as_generated, read_quiz

    for path in _candidates(read, output):
        try:
            return as_generated(read_quiz(path)) if force else read_quiz(path)
        except QuizFileError:
            if force:
                return None  # a file that cannot be read holds no identities to keep
            raise
    return None


def _candidates(read: "Article", output: Path) -> Iterator[Path]:
    """Yield the quiz files that may be this article's: the one of its name, then those that a former title named."""
    from quizgen.naming import quiz_file
    from quizgen.quiz import Quiz

    others = sorted(output.glob("*.quiz.toml"))
    if not others:
        return  # nothing to look for: the article need not be read twice
    own = output / quiz_file(Quiz(read, (), read.title or "Quiz", ""))
    if own.exists():
        yield own
    yield from (path for path in others if path != own and _is_about(path, read))


def _is_about(path: Path, read: "Article") -> bool:
    """Return whether a quiz file is about the article, as far as a glance at its table tells."""
    import tomllib

    try:
        return bool(tomllib.loads(path.read_text(encoding="utf-8"))["article"]["id"] == read.id)
    except (OSError, ValueError, KeyError, TypeError):
        return False  # another quiz's file: what is wrong with it is no concern of this one
