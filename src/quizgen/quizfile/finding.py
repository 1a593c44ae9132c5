"""Finds the quiz file of an article among those in a folder: by its name, by the article's id, or by its text."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from quizgen.article import Article
from quizgen.errors import QuizFileError
from quizgen.naming import quiz_file
from quizgen.quiz import Quiz

_A_VERSION = 0.3  # share of runs of three words in common, of the shorter text, from which texts of one title are one article
_THE_SAME = 0.8  # of both texts together, from which texts of two titles are: one rewritten for another class is another article


def own_quiz_file(article: Article, folder: Path) -> Path:
    """Return where an article's quiz file is written."""
    return folder / quiz_file(Quiz(article, (), article.title or "Quiz", ""))


def quiz_files_about(article: Article, folder: Path, *, by_text: bool = False) -> Iterator[Path]:
    """Yield the quiz files in a folder that are about an article: the one of its name first, then those under former names.

    `by_text` also takes for a former name one with nearly the same text, where an id that is but made of a title tells nothing.
    """
    others = sorted(folder.glob("*.quiz.toml"))
    if not others:
        return
    own = own_quiz_file(article, folder)
    if own in others and _is_its_own(own, article):
        yield own
    yield from (path for path in others if path != own and _is_about(path, article, by_text=by_text))


def refuse_other_article(article: Article, folder: Path) -> None:
    """Raise QuizFileError when the quiz of another article stands where this one's would be written."""
    own = own_quiz_file(article, folder)
    if own.exists() and not _is_its_own(own, article):
        hint = "choose another folder with -o, give this article another --title, or pass --force to put its quiz there"
        raise QuizFileError(f"{own} is the quiz of another article with this title.", hint)


def _is_its_own(own: Path, article: Article) -> bool:
    """Return whether the file of the article's name is its quiz: one by hand is, one that cannot be read is mended first, and one whose
    text is lost has no other article to speak for it."""
    table = _article_table(own)
    if table is None or not table.get("text_file") or not (own.parent / str(table["text_file"])).exists():
        return True
    return _is_about(own, article) or _likeness(own, table, article)[0] >= _A_VERSION


def _is_about(path: Path, article: Article, *, by_text: bool = False) -> bool:
    table = _article_table(path)
    if table is None or not table.get("text_file"):
        return False
    made_of_title = f"{article.language}:"  # an id that begins so is the first of language and title
    if table.get("id") == article.id:
        return not article.id.startswith(made_of_title) or _likeness(path, table, article)[0] >= _A_VERSION
    tells_nothing = any(str(id).startswith(made_of_title) for id in (article.id, table.get("id")))
    return by_text and tells_nothing and _likeness(path, table, article)[1] >= _THE_SAME


def _article_table(path: Path) -> dict[str, Any] | None:
    """Return the article's table of a quiz file, {} without one, None of a file that cannot be read."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8-sig")).get("article", {})
    except (OSError, ValueError):
        return None
    return table if isinstance(table, dict) else None


def _likeness(path: Path, table: dict[str, Any], article: Article) -> tuple[float, float]:
    """Return the share of the runs of words that the text of a quiz file and an article have in common: of the shorter, of both."""
    try:
        text = (path.parent / str(table["text_file"])).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return 0.0, 0.0
    runs, others = set(_runs(text)), set(_runs(article.text))
    common = len(runs & others)
    return common / max(1, min(len(runs), len(others))), common / max(1, len(runs | others))


def _runs(text: str) -> Iterator[tuple[str, str, str]]:
    words = text.split()
    return zip(words, words[1:], words[2:], strict=False)
