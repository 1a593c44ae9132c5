"""What a person corrected of an article in its quiz file: author, address, licence and date stay when the article is read anew."""

from dataclasses import replace
from typing import Any

from quizgen.article import Article
from quizgen.quiz import Quiz
from quizgen.quizfile.layout import CORRECTABLE


def said_of(article: Article) -> tuple[tuple[str, str], ...]:
    """Return what an article says of its author and the like, as far as a person may correct it."""
    return tuple((name, value) for name in CORRECTABLE if (value := getattr(article, name)))


def corrected(read: Article, previous: Quiz | None) -> Article:
    """Return the article just read under the id of the earlier run, and with what a person has corrected of its author and the like."""
    if previous is None:
        return read
    before, base = previous.article, dict(previous.as_read)
    mine = {
        name: value
        for name in CORRECTABLE
        if ((value := getattr(before, name)) != base.get(name, "") and base) or not getattr(read, name)  # told once is told for good
    }
    return replace(read, id=before.id or read.id, **mine)


def uncorrected(quiz: Quiz) -> Article:
    """Return a quiz's article with what it said itself of its author and the like, as far as that is known."""
    told: dict[str, Any] = {name: dict(quiz.as_read).get(name, "") for name in CORRECTABLE} if quiz.as_read else {}
    return replace(quiz.article, **told)
