"""The steps in order: an article in, a quiz out. Read this file first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from quizgen import __version__
from quizgen.article import Article, BlockKind
from quizgen.continuity import continued, not_elsewhere, remembering
from quizgen.errors import QuizgenError
from quizgen.facts import Fact
from quizgen.identity import identify, item_id
from quizgen.items import Candidate, Item
from quizgen.judging import judged, reader
from quizgen.languages import get_language
from quizgen.languages.base import Language
from quizgen.naming import deck_level
from quizgen.quiz import Account, Quiz
from quizgen.reading import ReadingOptions, dateline, read_article
from quizgen.syntax.uncollected import uncollected

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline

    from quizgen.assembly import Assembled
    from quizgen.discourse.entities_file import Known
    from quizgen.extraction.facts import Extraction
    from quizgen.syntax.analysis import Analysis
    from quizgen.syntax.second_look import Reader
    from quizgen.writing import Drop
    from quizgen.writing.templates import TemplateSet

Progress = Callable[[str, int, int], None]  # the step, what is done of the whole work, and the whole
WHOLE = 100
READ, PARSED, EXTRACTED = 5, 60, 85  # what is done of the whole after these steps, as times of long articles go
MOST_FACTS = 200  # facts that questions are written from; more of a long article would cost more than its parse


@dataclass(frozen=True, slots=True)
class MakeOptions:
    """What a user may ask of a quiz. `previous` is the quiz file of an earlier run, whose items keep their identity; `now` is the clock."""

    reading: ReadingOptions
    items: int = 20
    forms: tuple[str, ...] = ()  # names of forms, () for the usual mixture of the outputs
    seed: int = 0
    deck: str = ""
    pipeline: str = ""  # an installed spaCy pipeline; "" for the bundled one
    templates: Path | None = None
    previous: Quiz | None = None
    now: int = 0  # seconds since 1970
    focus: str = ""  # a person or theme that the items should be about
    outputs: tuple[str, ...] = ()  # names of formats, for the mixture of forms
    elsewhere: frozenset[str] = frozenset()  # what other articles of a folder ask (continuity.told_by)
    typed: bool = False  # short answers are typed in Anki
    voice: str = ""  # answers are read aloud in Anki: "fr_FR"
    entities: Path | None = None  # what the user says of names (discourse/entities_file.py)


@dataclass(frozen=True, slots=True)
class Made:
    """A quiz, the candidates kept (in the order of its items) and left out, with reasons, and the questions that were not written."""

    quiz: Quiz
    assembled: Assembled
    unwritten: tuple[Drop, ...]


def make_quiz(source: str | Article, options: MakeOptions, progress: Progress | None = None) -> Quiz:
    """Return the quiz of an article, or of the one at a path, "-" or a URL. Raises QuizgenError for every mistake of the user."""
    return make(source, options, progress).quiz


@uncollected()
def make(source: str | Article, options: MakeOptions, progress: Progress | None = None) -> Made:
    """Return the quiz of an article with all that might have been in it. Raises QuizgenError for every mistake of the user."""
    from quizgen.annotation import load_pipeline
    from quizgen.quizfile import corrected, merge, said_of, stamp
    from quizgen.resources import template_roots
    from quizgen.writing.examples import check_own_templates
    from quizgen.writing.templates import load_templates

    report = progress or silent
    as_read = read(source, options, report)
    article = corrected(as_read, options.previous)
    language = get_language(article.language)
    templates = load_templates(article.language, template_roots(options.templates))
    if options.templates is not None:
        check_own_templates(templates, options.templates)
    report("parsing", READ, WHOLE)
    nlp = load_pipeline(article.language, options.pipeline or None)
    analysis, extraction = extract(article, language, nlp, options, report)
    report("writing", EXTRACTED, WHOLE)
    assembled, unwritten, account = write_and_choose(analysis, extraction, Means(templates, reader(nlp, language)), options)
    items = with_identities(assembled.kept, article, options.previous)
    title = article.title or "Quiz"
    report("done", WHOLE, WHOLE)
    deck, seed = options.deck or deck_level(title), options.seed
    quiz = Quiz(article, items, title, deck, seed, __version__, account, typed=options.typed, voice=options.voice, as_read=said_of(as_read))
    stamped = stamp(_as_before(quiz, options), options.previous, options.now)
    merged = merge(remembering(stamped, options.previous, options.now), options.previous, options.now)
    return Made(merged, assembled, unwritten)


def _as_before(quiz: Quiz, options: MakeOptions) -> Quiz:
    """Return `quiz` with the deck, the typing and the voice of the earlier run, where this one does not ask for others."""
    old = options.previous
    if old is None:
        return quiz
    return replace(quiz, deck=options.deck or old.deck, typed=options.typed or old.typed, voice=options.voice or old.voice)


@dataclass(frozen=True, slots=True)
class Means:
    """What items are written with, and how a clause is read again once it is told."""

    templates: TemplateSet
    read_again: Reader


def write_and_choose(
    analysis: Analysis, extraction: Extraction, means: Means, options: MakeOptions
) -> tuple[Assembled, tuple[Drop, ...], Account]:
    """Return the items chosen from everything that could be asked, the questions not written, and the account of both."""
    from quizgen.assembly import AssemblyOptions, assemble
    from quizgen.discourse.importance import Importance
    from quizgen.flaws import FATAL, Wording, clash, find_flaws
    from quizgen.ranking import Focused, load_model, shortlist, steered
    from quizgen.writing import WritingContext, write_groups, write_items

    article = analysis.article
    salience = Importance(article, analysis.docs)
    focused = Focused(salience, options.focus) if options.focus else None
    if focused and not focused.finds_any(extraction.facts):
        message = f"nothing was found about “{options.focus}” in this article."
        raise QuizgenError(message, "take a name or a theme as the article writes it", "nothing_about", phrase=options.focus)
    kinds = {template.kind for template in means.templates}  # what no template asks takes no place
    wanted = [fact for fact in extraction.facts if fact.kind in kinds and (focused is None or focused.speaks_of(fact))]
    facts = shortlist(wanted, focused or salience, max(MOST_FACTS, 10 * options.items))
    asked = {id(fact) for fact in facts}
    others = [fact for fact in extraction.facts if id(fact) not in asked]  # not asked about, but they may make a distractor true
    context = WritingContext(article, analysis.language, means.templates, analysis.registry.phrases(), others, options.seed)
    written = write_items(facts, context)
    wording = Wording(analysis.language)
    groups = write_groups(facts, context, options.forms, lambda item: all(f.severity != FATAL for f in find_flaws(item, wording)))
    model = load_model()
    ranked = judged([*written.candidates, *groups], analysis, means.read_again, wording, (salience, model))
    ranked = steered(ranked, focused) if focused else ranked
    free, elsewhere = not_elsewhere(ranked, article, options.elsewhere)
    possible, other_forms = continued(free, article, options.previous, options.seed, options.forms)
    chosen = AssemblyOptions(options.items, options.forms or None, options.seed, options.outputs, model.cut)
    assembled = assemble(possible, article, chosen, clash)
    dropped = Counter(extraction.dropped)
    dropped.update(drop.reason for drop in written.drops)
    dropped.update(elsewhere + other_forms)
    dropped.update(assembled.dropped)
    coverage = Counter(article.paragraph_number(c.question.fact.evidence.primary.start) for c in assembled.kept)
    account = Account(
        len(extraction.facts),
        written.questions,
        options.items,
        len(assembled.kept),
        dict(dropped.most_common()),
        dict(sorted(coverage.items())),
    )
    return assembled, written.drops, account


def with_identities(kept: Sequence[Candidate], article: Article, previous: Quiz | None) -> tuple[Item, ...]:
    """Return the items of the candidates kept, each with its question's key: the one it had in `previous`, else its own."""
    keys = identify([c.question for c in kept], article.id, previous)
    items: list[Item] = []
    for candidate, key in zip(kept, keys, strict=True):
        item = candidate.item
        proof = None if item.proof is None else replace(item.proof, identity=key)
        items.append(replace(item, id=item_id(key, item.form), proof=proof))
    return tuple(items)


@uncollected()
def find_facts(source: str, options: MakeOptions, progress: Progress | None = None) -> tuple[Article, tuple[Fact, ...]]:
    """Return the article at `source` and the facts found in it. Raises QuizgenError."""
    report = progress or silent
    article = read(source, options, report)
    from quizgen.annotation import load_pipeline

    nlp = load_pipeline(article.language, options.pipeline or None)
    _, extraction = extract(article, get_language(article.language), nlp, options, report)
    return article, extraction.facts


def read(source: str | Article, options: MakeOptions, report: Progress) -> Article:
    """Return the article, read from `source` unless it has been read."""
    report("reading", 0, WHOLE)
    return source if isinstance(source, Article) else read_article(source, options.reading)


def extract(article: Article, language: Language, nlp: Pipeline, options: MakeOptions, report: Progress) -> tuple[Analysis, Extraction]:
    """Return the analysis of an article and its facts."""
    from quizgen.discourse.entities_file import load_entities
    from quizgen.discourse.frames import Frames
    from quizgen.extraction.facts import extract_facts

    known = load_entities(options.entities)
    length = sum(block.end - block.start for block in article.prose) or 1

    def parsed(characters: int) -> None:
        report("parsing", READ + (PARSED - READ) * min(characters, length) // length, WHOLE)

    analysis = analyze(article, language, nlp, known, parsed)
    report("extracting", PARSED, WHOLE)
    frames = Frames(analysis)
    return analysis, extract_facts(analysis, nlp.vocab, frames.of)


def analyze(
    article: Article, language: Language, nlp: Pipeline, known: Sequence[Known] = (), parsed: Callable[[int], None] | None = None
) -> Analysis:
    """Return an article parsed block by block, with its entities, corrected by those that the user knows, and topic words.

    `parsed` is told how many characters of prose are parsed.
    """
    from quizgen.annotation import annotate_paragraphs, annotate_text
    from quizgen.discourse.capitals import common_words, mend_openings, names_inside, written
    from quizgen.discourse.descriptions import full_descriptions
    from quizgen.discourse.entities_file import corrected
    from quizgen.discourse.topic import first_mentions, tells_its_day, topic_words
    from quizgen.discourse.tree_repair import repair_trees
    from quizgen.syntax.analysis import Analysis
    from quizgen.syntax.copying import copied
    from quizgen.syntax.registry import build_registry

    raw = annotate_paragraphs(nlp, article.text, [(b.start, b.end) for b in article.prose], parsed)
    mend_openings(raw)
    repair_trees(raw, language)
    docs = copied(raw)
    heads = article.blocks_of(BlockKind.TITLE, BlockKind.STANDFIRST)
    titles = copied(annotate_paragraphs(nlp, article.text, [(b.start, b.end) for b in heads]))
    is_apart = bool(article.title) and not article.blocks_of(BlockKind.TITLE)  # the text itself does not hold its title
    apart = copied([annotate_text(nlp, article.title)]) if is_apart else ()
    words = written(docs)
    common = common_words(words)
    registry = build_registry([*titles, *docs], language.lexicon.words("nationalities", "adjectives"))
    return Analysis(
        article,
        language,
        docs,
        corrected(registry, known, article.text),
        topic_words([*titles, *apart]),
        full_descriptions([*titles, *docs]),
        common,
        names_inside(words, common),
        first_mentions(docs),
        titles,
        bool(article.published) and (dateline(article) is not None or tells_its_day(docs, language.lexicon.words("frames", "day_words"))),
    )


def silent(step: str, done: int, total: int) -> None:
    """Report nothing."""
