"""What somebody wants a quiz of, and which: the first page's fields, checked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from urllib.parse import urlsplit

from quizgen.article import Article
from quizgen.errors import WebError
from quizgen.items import FORMS
from quizgen.pipeline import MakeOptions
from quizgen.reading import ReadingOptions

SOURCES = ("text", "file", "url")
USUAL = ("multiple_choice", "short_answer", "cloze", "true_false")  # of these the program finds its own mixture
OUTPUTS = ("anki", "html")
FEWEST, USUAL_NUMBER, MOST = 1, 20, 100
OPENING = 6  # words that tell one text without a title from another


class Unclear(WebError):
    """A field that is not filled in; the labels have a sentence for each."""

    def __init__(self, told: str) -> None:
        super().__init__(f"the form is not filled in: {told}.", "fill it in", told)


@dataclass(frozen=True, slots=True)
class Wanted:
    """The fields as they were filled in. `name` and `data` are a file's, `text` is pasted."""

    source: str = "text"
    text: str = ""
    name: str = ""
    data: bytes = b""
    url: str = ""
    title: str = ""
    language: str = ""
    date: str = ""
    focus: str = ""
    items: int = USUAL_NUMBER
    forms: tuple[str, ...] = USUAL
    outputs: tuple[str, ...] = OUTPUTS

    @property
    def called(self) -> str:
        """What the article is called while nobody has read it: its title, its file, its address; "" of a pasted text without a title."""
        return self.title or {"file": self.name, "url": self.url}.get(self.source, "")

    def title_of(self, article: Article) -> str:
        """Return what a quiz is called: as its article, else as its file, else by its first words, which are no title of the article."""
        opening = article.text.split()[:OPENING]
        return article.title or (PurePath(self.name).stem if self.source == "file" else "") or " ".join((*opening, "…"))

    def reading(self, today: str, pasted: str) -> tuple[str, ReadingOptions]:
        """Return what `read_article` wants; `pasted` is what a pasted text is called when something is wrong with it."""
        about = ReadingOptions(self.language, self.title, date=self.date, today=today)
        if self.source == "url":
            return self.url, about
        data, name = (self.data, self.name) if self.source == "file" else (self.text.encode("utf-8", "replace"), pasted)
        return "-", ReadingOptions(self.language, self.title, date=self.date, today=today, stdin=data, name=name)

    def options(self, reading: ReadingOptions, now: int) -> MakeOptions:
        """Return how the quiz is made; every form that is usual gives the program's own mixture."""
        forms = () if set(self.forms) == set(USUAL) else self.forms
        return MakeOptions(reading, self.items, forms, now=now, focus=self.focus, outputs=self.outputs)


def wanted(fields: Mapping[str, Sequence[str]], name: str = "", data: bytes = b"") -> Wanted:
    """Return what the fields say; what is no choice of the page is as if it had not been chosen."""

    def text(field: str) -> str:
        return " ".join(fields.get(field, [""])[-1].split())

    source = text("source")
    return Wanted(
        source if source in SOURCES else "text",
        fields.get("text", [""])[-1],
        name,
        data,
        _address(text("url")),
        text("title"),
        text("language"),
        text("date"),
        text("focus"),
        _number(text("items")),
        tuple(form for form in FORMS if form in fields.get("forms", ())),
        tuple(output for output in OUTPUTS if output in fields.get("outputs", ())),
    )


def check(asked: Wanted) -> None:
    """Raise Unclear when there is nothing to read, or no form to ask it in."""
    if asked.source == "text" and not asked.text.strip():
        raise Unclear("no_text")
    if asked.source == "file" and not asked.name:
        raise Unclear("no_file")
    if asked.source == "url" and not _is_address(asked.url):
        raise Unclear("no_address")
    if not asked.forms:
        raise Unclear("no_forms")


def _address(text: str) -> str:
    """Return an address with its scheme, which hardly anybody types."""
    return f"https://{text}" if text and "://" not in text else text


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme.lower() in ("http", "https") and bool(parts.netloc) and " " not in url


def _number(text: str) -> int:
    return min(MOST, max(FEWEST, int(text))) if text.isascii() and text.isdecimal() else USUAL_NUMBER
