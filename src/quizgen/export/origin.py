"""Where an article comes from and when an item was true, in the words of the article's language; and the link to its very sentence."""

from urllib.parse import quote

from quizgen.article import Article
from quizgen.export.labels import Labels
from quizgen.items import Item

_WHOLE_DATE = len("2024-06-21")
_WHOLE_SENTENCE = 12  # words; of a longer one the link names the first and the last, so that a note between may come and go
_ENDS = 5


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


def is_web_page(article: Article) -> bool:
    """Return whether a browser opens the article's address."""
    return article.url.startswith(("https://", "http://"))


def link_to(article: Article, sentence: str) -> str:
    """Return the address of a web article with a text fragment that opens it at `sentence`, its address alone without one, or "".

    https://wicg.github.io/scroll-to-text-fragment/: `#:~:text=first words,last words`; a browser that does not know it opens the page.
    """
    if not is_web_page(article):
        return ""
    words = sentence.split()
    if not words:
        return article.url
    ends = [words] if len(words) <= _WHOLE_SENTENCE else [words[:_ENDS], words[-_ENDS:]]
    mark = ":~:text=" if "#" in article.url else "#:~:text="
    return article.url + mark + ",".join(_fragment(" ".join(end)) for end in ends)


def _fragment(text: str) -> str:
    """Return `text` as a fragment writes it, where a comma and a hyphen have meanings of their own."""
    return quote(text, safe="", errors="replace").replace("-", "%2D")


def as_of(item: Item, labels: Labels) -> str:
    """Return since when an item that may age is known, "au 21 juin 2024", or ""."""
    return _dated("as_of", item.as_of, labels) if item.as_of else ""


def _dated(name: str, iso: str, labels: Labels) -> str:
    """A day takes another preposition than a month or a year: "le 21 juin 2024" but "en juin 2024"."""
    return labels.text("page", name if len(iso) >= _WHOLE_DATE else f"{name}_in", date=labels.date(iso))
