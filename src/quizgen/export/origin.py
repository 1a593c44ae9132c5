"""Where an article comes from, in the words of its language."""

from quizgen.article import Article
from quizgen.export.labels import Labels


def origin_parts(article: Article, labels: Labels) -> tuple[str, ...]:
    """Return author, date and licence as phrases, those that are known: ("par Maud Quéméner", "publié le 21 juin 2024", …)."""
    parts = []
    if article.author:
        parts.append(labels.text("page", "by", author=article.author))
    if article.published:
        name = "published" if len(article.published) >= len("2024-06-21") else "published_in"
        parts.append(labels.text("page", name, date=labels.date(article.published)))
    if article.licence:
        parts.append(labels.text("page", "licence", licence=article.licence))
    return tuple(parts)
