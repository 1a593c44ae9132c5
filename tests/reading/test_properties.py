"""What holds of every text: spans give back the text, blocks do not overlap, nothing but a ReadingError is raised."""

from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import example, given, settings
from hypothesis import strategies as st

from quizgen.article import Article
from quizgen.errors import ReadingError
from quizgen.reading import ReadingOptions, dateline, read_article
from quizgen.reading.cleaning import classify
from quizgen.reading.draft import Draft
from quizgen.reading.shape import pieces_of
from tests.reading.prose import ENGLISH, FRENCH

ODD_LINES = (
    *FRENCH, *ENGLISH, "", "  ", "Par Jeanne Doe", "By Jane Doe", "7 mars 2017", "May 99, 2015", "Lire aussi : x", "- un", "1. deux",
    "## Titre", "Sources", "***", "— X", "Jeanne RouxDirectrice", '"A" B C', "a\tb", "a | b | c", "+++", "Photo :", "\u2028", "\f", "…",
)  # fmt: skip
TEXTS = st.lists(st.one_of(st.sampled_from(ODD_LINES), st.text(max_size=40)), max_size=25).map("\n".join)


def check(article: Article) -> None:
    """Check what is promised of an article's blocks."""
    last_end = 0
    for block in article.blocks:
        text = article.text[block.start : block.end]
        assert last_end <= block.start < block.end <= len(article.text)
        assert text == text.strip() == article.span(block.start, block.end).text
        last_end = block.end


@given(TEXTS, st.sampled_from(["fr", "en"]))
@settings(max_examples=150, deadline=None)
def test_blocks_of_any_text(text: str, language: str) -> None:
    article = Article("x", text, language, blocks=classify(Draft(text, pieces_of(text)), language))
    check(article)
    dateline(article)


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_every_character_but_markers_stands_in_a_block(text: str) -> None:
    pieces = pieces_of(text)
    covered = "".join(text[piece.start : piece.end] for piece in pieces)
    assert sum(map(str.isalpha, covered)) == sum(map(str.isalpha, text))


def read_or_refuse(source: str, options: ReadingOptions) -> None:
    """Read, or be refused; any other error fails the test."""
    with suppress(ReadingError):
        check(read_article(source, options))


@given(st.one_of(st.binary(max_size=300), TEXTS.map(lambda text: text.encode("utf-8", "replace"))))
@example(b"<?xml version='1.0' encoding='x'?><a>" + b"b " * 100)
@example(b"+++\n+++\n")
@example(b"---\n: \n---\n")
@settings(max_examples=200, deadline=None)
def test_any_bytes_on_standard_input(data: bytes) -> None:
    read_or_refuse("-", ReadingOptions(stdin=data))


@given(
    st.sampled_from([".txt", ".md", ".html"]), st.one_of(st.binary(max_size=200), TEXTS.map(lambda text: text.encode("utf-8", "replace")))
)
@settings(max_examples=150, deadline=None)
def test_any_bytes_in_a_file(suffix: str, data: bytes) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"a{suffix}"
        path.write_bytes(data)
        read_or_refuse(str(path), ReadingOptions())
