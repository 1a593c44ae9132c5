"""Reading an article: its bytes, its characters, its metadata, its language, and what each of its stretches is."""

import re
import unicodedata
from dataclasses import dataclass, replace
from pathlib import PurePath
from urllib.parse import urlsplit

from quizgen.article import Article, Block, BlockKind
from quizgen.errors import ReadingError
from quizgen.reading.cleaning import author_of, classify
from quizgen.reading.dateline import date_of
from quizgen.reading.download import canonical_url, download, is_url
from quizgen.reading.draft import Draft, Metadata
from quizgen.reading.encoding import decode
from quizgen.reading.formats import SourceKind, kind_of_bytes, kind_of_name, refuse_format
from quizgen.reading.header import check_date
from quizgen.reading.language import check_language, choose_language
from quizgen.reading.limits import MAX_WORDS, MIN_WORDS
from quizgen.reading.markdown import read_markdown
from quizgen.reading.plain_text import read_plain_text
from quizgen.reading.sources import check_size, read_file, read_standard_input
from quizgen.reading.web_page import declared_charset, read_web_page

SLUG_WORDS = 12
LONGEST_WORD = 20  # characters, on the average of a text


@dataclass(frozen=True, slots=True)
class ReadingOptions:
    """What a user says of an article; each goes before what the article says itself.

    `today` (ISO date) is the injected clock, noted as the day on which a URL was read; `stdin` stands for standard input, called
    `name`, whose ending tells its kind where it has one.
    """

    language: str = ""
    title: str = ""
    author: str = ""
    url: str = ""
    date: str = ""
    licence: str = ""
    today: str = ""
    stdin: bytes | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class _Source:
    """The bytes of an article and what is known of them."""

    name: str
    data: bytes
    kind: SourceKind
    charset: str = ""
    url: str = ""


def read_article(source: str, options: ReadingOptions = ReadingOptions()) -> Article:
    """Read an article from a path, from "-" (standard input) or from an http(s) URL.

    Raises ReadingError for everything that is no article in a supported language.
    """
    given = _given(options)
    found = _open(source, options)
    draft = _draft(found, options)
    metadata = given.or_else(draft.metadata).or_else(Metadata(url=found.url))
    _refuse_long(draft.text, found.name)
    _refuse_short(draft.text, found.name)
    language = choose_language(draft.text, metadata.language)
    blocks = classify(draft, language, metadata.title)
    metadata = _complete(metadata, draft, blocks, language)
    article = _article(draft.text, blocks, language, metadata)
    _check_prose(article, found.name)
    return replace(article, retrieved=options.today) if found.url else article


def _given(options: ReadingOptions) -> Metadata:
    return Metadata(
        title=" ".join(options.title.split()),
        author=options.author,
        url=options.url,
        licence=options.licence,
        language=check_language(options.language) if options.language else "",
        date=check_date(options.date, "the options") if options.date else "",
    )


def _open(source: str, options: ReadingOptions) -> _Source:
    if is_url(source):
        return _open_url(source)
    if source == "-":
        name = options.name or "standard input"
        data = read_standard_input() if options.stdin is None else check_size(options.stdin, name)
        refuse_format(name, data)
        return _Source(name, data, kind_of_name(name) if PurePath(name).suffix else kind_of_bytes(data))
    data = read_file(source)
    refuse_format(source, data)
    return _Source(source, data, kind_of_name(source))


def _open_url(source: str) -> _Source:
    page = download(source)
    refuse_format(urlsplit(page.url).path, page.data)
    kind = SourceKind.WEB_PAGE if "html" in page.media_type else SourceKind.PLAIN_TEXT
    return _Source(source, check_size(page.data, source), kind, page.charset, page.url)


def _draft(found: _Source, options: ReadingOptions) -> Draft:
    if found.kind is SourceKind.WEB_PAGE:
        html = decode(found.data, found.name, found.charset or declared_charset(found.data))
        return read_web_page(html, found.name, options.today)
    text = decode(found.data, found.name, found.charset)
    _refuse_long(text, found.name)  # before Markdown is parsed
    return read_markdown(text, found.name) if found.kind is SourceKind.MARKDOWN else read_plain_text(text, found.name)


def _refuse_long(text: str, name: str) -> None:
    words = len(text.split())
    if words > MAX_WORDS:
        message = f"{name} has {words:,} words; the limit is {MAX_WORDS:,} words."
        raise ReadingError(message, "Split it, and make a quiz from one chapter at a time.", "too_long", words=words, limit=MAX_WORDS)


def _refuse_short(text: str, name: str) -> None:
    """Refuse a few words before their language is guessed; a long text of few words is in a script without spaces."""
    words = len(text.split())
    if words < MIN_WORDS and len(text) < MIN_WORDS * LONGEST_WORD:
        raise _too_short(words, name)


def _check_prose(article: Article, name: str) -> None:
    words = sum(len(article.text[block.start : block.end].split()) for block in article.prose)
    if words < MIN_WORDS:
        raise _too_short(words, name)


def _too_short(words: int, name: str) -> ReadingError:
    return ReadingError(
        f"{name} has too little prose for a quiz: {words} words in sentences, at least {MIN_WORDS} are needed.",
        "Give the whole article. Headings, lists and captions do not count.",
        "too_short",
        words=words,
        least=MIN_WORDS,
    )


def _complete(metadata: Metadata, draft: Draft, blocks: tuple[Block, ...], language: str) -> Metadata:
    """Fill from the text what neither the options nor a header or page say."""
    titles = [draft.text[block.start : block.end] for block in blocks if block.kind is BlockKind.TITLE]
    return metadata.or_else(
        Metadata(
            title=" ".join(titles[0].split()).rstrip(" ,;:") if titles else "",
            author=author_of(draft, blocks, language),
            date=date_of(draft.text, blocks, language),
        )
    )


def _article(text: str, blocks: tuple[Block, ...], language: str, metadata: Metadata) -> Article:
    return Article(
        id=_identity(text, language, metadata),
        text=text,
        language=language,
        title=metadata.title,
        author=metadata.author,
        url=metadata.url,
        licence=metadata.licence,
        published=metadata.date,
        blocks=blocks,
    )


def _identity(text: str, language: str, metadata: Metadata) -> str:
    """Return the canonical URL, else the header's id, else language and title; the first words stand in for a missing title."""
    if metadata.url:
        return canonical_url(metadata.url)
    if metadata.id:
        return metadata.id
    return f"{language}:{_slug(metadata.title) or _slug(text)}"


def _slug(text: str) -> str:
    """Return the first words of `text` in lower case, without accents, joined by hyphens."""
    opening = " ".join(text.split()[: 2 * SLUG_WORDS])
    plain = "".join(char for char in unicodedata.normalize("NFKD", opening) if not unicodedata.combining(char))
    return "-".join(re.findall(r"\w+", plain.lower())[:SLUG_WORDS])
