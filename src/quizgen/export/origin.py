"""Where an article comes from and when an item was true, in the words of the article's language."""

from quizgen.article import Article
from quizgen.export.labels import Labels
from quizgen.items import Item

_WHOLE_DATE = len("2024-06-21")


def origin_parts(article: Article, labels: Labels) -> tuple[str, ...]:
    """Return author, date and licence as phrases, those that are known: ("par Maud Quéméner", "publié le 21 juin 2024", …)."""
    parts = []
    if article.author:
        parts.append(labels.text("page", "by", author=article.author))
    if article.published:
        parts.append(_dated("published", article.published, labels))
    if article.licence:
        parts.append(labels.text("page", "licence", licence=article.licence))
    return tuple(parts)


def as_of(item: Item, labels: Labels) -> str:
    """Return since when an item that may age is known, "au 21 juin 2024", or ""."""
    return _dated("as_of", item.as_of, labels) if item.as_of else ""


def _dated(name: str, iso: str, labels: Labels) -> str:
    """A day takes another preposition than a month or a year: "le 21 juin 2024" but "en juin 2024"."""
    return labels.text("page", name if len(iso) >= _WHOLE_DATE else f"{name}_in", date=labels.date(iso))
