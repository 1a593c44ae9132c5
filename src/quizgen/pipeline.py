"""The steps in order: an article in, a quiz out. Read this file first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from quizgen import __version__
from quizgen.article import Article, BlockKind
from quizgen.facts import Fact
from quizgen.languages import get_language
from quizgen.languages.base import Language
from quizgen.quiz import Account, Quiz
from quizgen.reading import ReadingOptions, read_article

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline

    from quizgen.extraction.analysis import Analysis
    from quizgen.extraction.facts import Extraction

Progress = Callable[[str, int, int], None]  # step, steps done, steps in all
STEPS = 4


@dataclass(frozen=True, slots=True)
class MakeOptions:
    """What a user may ask of a quiz. `previous` is the quiz file of an earlier run, whose items keep their identity; `now` is the clock."""

    reading: ReadingOptions
    items: int = 20
    forms: tuple[str, ...] = ()  # names of forms, () for the default mixture
    seed: int = 0
    deck: str = ""
    pipeline: str = ""  # an installed spaCy pipeline; "" for the bundled one
    templates: Path | None = None
    previous: Quiz | None = None
    now: int = 0  # seconds since 1970


def make_quiz(source: str, options: MakeOptions, progress: Progress | None = None) -> Quiz:
    """Return the quiz of the article at `source` (a path, "-" or a URL). Raises QuizgenError for every mistake of the user."""
    from quizgen.assembly import AssemblyOptions, assemble
    from quizgen.discourse.topic import ArticleSalience
    from quizgen.quizfile import stamp
    from quizgen.resources import template_roots
    from quizgen.writing.items import WritingContext, write_items
    from quizgen.writing.templates import load_templates

    report = progress or silent
    article = read(source, options, report)
    language = get_language(article.language)
    templates = load_templates(article.language, template_roots(options.templates))
    report("parsing", 1, STEPS)
    analysis, extraction = extract(article, language, options.pipeline, report)
    report("writing", 3, STEPS)
    salience = ArticleSalience(article, analysis.docs, analysis.registry)
    context = WritingContext(article=article, language=language, templates=templates, names=analysis.registry.phrases(), salience=salience, seed=options.seed)
    candidates = write_items(extraction.facts, context)
    items, assembled = assemble(candidates, AssemblyOptions(items=options.items, forms=options.forms, seed=options.seed))
    account = account_of(article, extraction, candidates, items, assembled, options)
    title = article.title or "Quiz"
    quiz = Quiz(article, items, title, options.deck or title, options.seed, __version__, account)
    report("done", STEPS, STEPS)
    return stamp(quiz, options.previous, options.now)


def find_facts(source: str, options: MakeOptions, progress: Progress | None = None) -> tuple[Article, tuple[Fact, ...]]:
    """Return the article at `source` and the facts found in it. Raises QuizgenError."""
    report = progress or silent
    article = read(source, options, report)
    _, extraction = extract(article, get_language(article.language), options.pipeline, report)
    return article, extraction.facts


def read(source: str, options: MakeOptions, report: Progress) -> Article:
    """Return the article at `source`."""
    report("reading", 0, STEPS)
    return read_article(source, options.reading)


def extract(article: Article, language: Language, pipeline: str, report: Progress) -> tuple[Analysis, Extraction]:
    """Return the analysis of an article and its facts."""
    from quizgen.annotation import load_pipeline
    from quizgen.discourse.topic import frame
    from quizgen.extraction.facts import extract_facts

    nlp = load_pipeline(article.language, pipeline or None)
    analysis = analyze(article, language, nlp)
    report("extracting", 2, STEPS)
    context = frame(article)
    return analysis, extract_facts(analysis, nlp.vocab, lambda fact: context)


def analyze(article: Article, language: Language, nlp: Pipeline) -> Analysis:
    """Return an article parsed block by block, with its entities and topic words."""
    from quizgen.annotation import annotate_paragraphs
    from quizgen.discourse.registry import build_registry
    from quizgen.discourse.topic import topic_words
    from quizgen.extraction.analysis import Analysis

    docs = tuple(annotate_paragraphs(nlp, article.text, [(b.start, b.end) for b in article.prose]))
    heads = article.blocks_of(BlockKind.TITLE)
    titles = annotate_paragraphs(nlp, article.text, [(b.start, b.end) for b in heads])
    return Analysis(article, language, docs, build_registry(docs), topic_words(docs, titles))


def account_of(article: Article, extraction: Extraction, candidates, items, assembled, options: MakeOptions) -> Account:  # type: ignore[no-untyped-def]
    """Return what was found, written, dropped by reason and kept."""
    dropped: Counter[str] = Counter(extraction.dropped)
    dropped.update(candidates.dropped)
    dropped.update(assembled)
    coverage = Counter(article.paragraph_number(item.proof.evidence.start) for item in items if item.proof)
    return Account(len(extraction.facts), candidates.questions, options.items, len(items), dict(dropped.most_common()), dict(sorted(coverage.items())))


def silent(step: str, done: int, total: int) -> None:
    """Report nothing."""



