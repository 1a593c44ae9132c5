"""Finds the quiz file of an article among those in a folder: by its name, by the article's id, or by its text."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from quizgen.article import Article
from quizgen.errors import QuizFileError
from quizgen.naming import quiz_file
from quizgen.quiz import Quiz

_SAME_TEXT = 0.3  # share of runs of three words in common, of the shorter text, from which one text is a version of the other


def own_quiz_file(article: Article, folder: Path) -> Path:
    """Return where an article's quiz file is written."""
    return folder / quiz_file(Quiz(article, (), article.title or "Quiz", ""))


def quiz_files_about(article: Article, folder: Path) -> tuple[Path, ...]:
    """Return the quiz files in a folder that are about an article: the one of its name first, then those under former names."""
    others = sorted(folder.glob("*.quiz.toml"))
    if not others:
        return ()
    own = own_quiz_file(article, folder)
    named = [own] if own in others and _is_its_own(own, article) else []
    return (*named, *(path for path in others if path != own and _is_about(path, article)))


def refuse_other_article(article: Article, folder: Path) -> None:
    """Raise QuizFileError when the quiz of another article stands where this one's would be written."""
    own = own_quiz_file(article, folder)
    if own.exists() and not _is_its_own(own, article):
        hint = "choose another folder with -o, give this article another --title, or pass --force to put its quiz there"
        raise QuizFileError(f"{own} is the quiz of another article with this title.", hint)


def _is_its_own(own: Path, article: Article) -> bool:
    """Return whether the file of the article's name is its quiz: one by hand is, and one that cannot be read is mended first."""
    table = _article_table(own)
    return table is None or not table.get("text_file") or _is_about(own, article)


def _is_about(path: Path, article: Article) -> bool:
    table = _article_table(path)
    if table is None or not table.get("text_file"):
        return False
    is_named = not article.id.startswith(f"{article.language}:")  # else the id is but language and title
    if table.get("id") == article.id and is_named:
        return True
    return _likeness(_text_beside(path, str(table["text_file"])), article.text) >= _SAME_TEXT


def _article_table(path: Path) -> dict[str, Any] | None:
    """Return the article's table of a quiz file, {} without one, None of a file that cannot be read."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8-sig")).get("article", {})
    except (OSError, ValueError):
        return None
    return table if isinstance(table, dict) else None


def _text_beside(path: Path, name: str) -> str:
    try:
        return (path.parent / name).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def _likeness(one: str, other: str) -> float:
    runs, others = set(_runs(one)), set(_runs(other))
    return len(runs & others) / min(len(runs), len(others)) if runs and others else 0.0


def _runs(text: str) -> Iterator[tuple[str, str, str]]:
    words = text.split()
    return zip(words, words[1:], words[2:], strict=False)
