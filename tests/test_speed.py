"""Everything after the parse costs little beside it: a loose guard against work done once a fact that could be done once an article."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import process_time

import pytest

from quizgen.annotation import annotate_paragraphs, load_pipeline
from quizgen.article import Article
from quizgen.pipeline import MakeOptions, make_quiz
from quizgen.reading import ReadingOptions, read_article

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "benchmarks"))
from long_text import long_text

WORDS = 30_000
MOST = 2.5  # times the bare parse; 1.75 as this is written, and one search of the whole article for each fact makes it 3


@pytest.mark.parametrize("code", ["fr", "en"])
def test_a_long_article_takes_little_more_than_its_parse(code: str, tmp_path: Path) -> None:
    warm_up, article = (_article(tmp_path, code, words) for words in (1_500, WORDS))
    make_quiz(warm_up, MakeOptions(ReadingOptions()))  # word lists and templates are read once a process
    with untraced():
        start = process_time()
        annotate_paragraphs(load_pipeline(code), article.text, [(block.start, block.end) for block in article.prose])
        parsed = process_time()
        make_quiz(article, MakeOptions(ReadingOptions()))
        ratio = (process_time() - parsed) / (parsed - start)
    assert ratio < MOST


@contextmanager
def untraced() -> Iterator[None]:
    """Run without coverage's tracing, which makes our lines dearer and leaves spaCy's compiled ones as they are."""
    tracer = sys.gettrace()
    sys.settrace(None)
    try:
        yield
    finally:
        sys.settrace(tracer)


def _article(folder: Path, code: str, words: int) -> Article:
    path = folder / f"{words}.txt"
    path.write_text(long_text(code, words), encoding="utf-8")
    return read_article(str(path), ReadingOptions())
