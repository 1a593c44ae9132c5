"""The stored text run again, when a person asks for more: other wordings, other forms, other options, items from a passage."""

import threading
from collections.abc import Iterable
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import islice

from quizgen import pipeline
from quizgen.article import Article
from quizgen.errors import WebError
from quizgen.identity import identify
from quizgen.items import Candidate, Item, MultipleChoice
from quizgen.pipeline import MakeOptions
from quizgen.quiz import Quiz
from quizgen.web.changes import find_item
from quizgen.writing.distractor_checks import overlap
from quizgen.writing.distractor_pool import DistractorPool
from quizgen.writing.distractors import Distractor, safe_distractors
from quizgen.writing.multiple_choice import as_opening

MOST_OFFERS = 8  # more than a person compares


@dataclass(frozen=True, slots=True)
class Offer:
    """An item that the article gives too. `mark` names it in a request."""

    item: Item
    identity: str

    @property
    def mark(self) -> str:
        """A digest of what makes the item this one."""
        words = (self.identity, self.item.form, self.item.question, str(self.item.answer))
        return sha256("\x1f".join(words).encode("utf-8", "surrogatepass")).hexdigest()[:12]

    @property
    def score(self) -> int:
        """The chance that a reader accepts it, in hundredths."""
        return round(100 * self.item.proof.score) if self.item.proof else 0


@dataclass(frozen=True, slots=True)
class _Read:
    """An article understood: every sound item that it gives, the best first, and what options are taken from."""

    article: Article
    candidates: tuple[Candidate, ...]
    pool: DistractorPool


class Rewriter:
    """Runs an article again with `options`, the first time that something is asked of it, and keeps what came out."""

    def __init__(self, options: MakeOptions) -> None:
        self._options = options
        self._lock = threading.Lock()
        self._last: _Read | None = None

    def wordings(self, quiz: Quiz, id: str) -> tuple[Offer, ...]:
        """Return other wordings of an item's question in its form."""
        item = find_item(quiz, id)
        same = self._same_question(quiz, item)
        return _distinct(offer for offer in same if offer.item.form == item.form and not _same_words(offer.item, item))

    def forms(self, quiz: Quiz, id: str) -> tuple[Offer, ...]:
        """Return an item's question in other forms, the best of each."""
        item = find_item(quiz, id)
        best: dict[str, Offer] = {}
        for offer in self._same_question(quiz, item):
            if offer.item.form != item.form:
                best.setdefault(offer.item.form, offer)
        return tuple(best.values())

    def passage(self, quiz: Quiz, start: int, end: int) -> tuple[Offer, ...]:
        """Return items whose evidence lies in a passage and whose questions the quiz does not ask, one of each question."""
        asked = {item.proof.identity for item in quiz.items if item.proof is not None}
        best: dict[str, Offer] = {}
        for offer in self._offers(quiz):
            proof = offer.item.proof
            if proof is not None and proof.evidence.start < end and proof.evidence.end > start and offer.identity not in asked:
                best.setdefault(offer.identity, offer)
        return tuple(islice(best.values(), MOST_OFFERS))

    def offer(self, quiz: Quiz, mark: str) -> Offer:
        """Return the offer of this mark. Raises WebError when there is none any more."""
        found = next((offer for offer in self._offers(quiz) if offer.mark == mark), None)
        if found is None:
            raise WebError("this is not offered any more.", "ask for it again")
        return found

    def distractors(self, quiz: Quiz, id: str) -> tuple[Distractor, ...]:
        """Return every safe distractor that could take the place of one that a multiple choice has, the best first."""
        item = find_item(quiz, id)
        if not isinstance(item, MultipleChoice) or item.proof is None:
            return ()
        same = (candidate.question for candidate, key in self._keyed(quiz) if key == item.proof.identity)
        questions = [question for question in same if question.key == item.answer]
        questions.sort(key=lambda question: question.stem != item.question)
        if not questions:
            return ()
        fresh: list[Distractor] = []
        for distractor in safe_distractors(questions[0], self._read(quiz.article).pool):
            text = as_opening(distractor.text, questions[0])
            if not any(overlap(text, other) for other in (*item.options, *(one.text for one in fresh))):
                fresh.append(replace(distractor, text=text))
        return tuple(fresh)

    def _same_question(self, quiz: Quiz, item: Item) -> list[Offer]:
        identity = item.proof.identity if item.proof else ""
        return [offer for offer in self._offers(quiz) if identity and offer.identity == identity]

    def _offers(self, quiz: Quiz) -> list[Offer]:
        return [Offer(candidate.item, key) for candidate, key in self._keyed(quiz)]

    def _keyed(self, quiz: Quiz) -> list[tuple[Candidate, str]]:
        candidates = self._read(quiz.article).candidates
        return list(zip(candidates, identify([candidate.question for candidate in candidates], quiz.article.id, quiz), strict=True))

    def _read(self, article: Article) -> _Read:
        with self._lock:
            if self._last is None or self._last.article != article:
                self._last = _understood(article, self._options)
            return self._last


def _understood(article: Article, options: MakeOptions) -> _Read:
    from quizgen.annotation import load_pipeline
    from quizgen.flaws import FATAL
    from quizgen.judging import reader
    from quizgen.languages import get_language
    from quizgen.resources import template_roots
    from quizgen.writing.templates import load_templates

    language = get_language(article.language)
    templates = load_templates(article.language, template_roots(options.templates))
    nlp = load_pipeline(article.language, options.pipeline or None)
    analysis, extraction = pipeline.extract(article, language, nlp, options, pipeline.silent)
    means = pipeline.Means(templates, reader(nlp, language))
    assembled, _, _ = pipeline.write_and_choose(analysis, extraction, means, options)
    every = (*assembled.kept, *(candidate for candidate, _ in assembled.left_out))
    sound = [candidate for candidate in every if all(finding.severity != FATAL for finding in candidate.findings)]
    sound.sort(key=lambda candidate: (-candidate.score, candidate.item.question))
    pool = DistractorPool(extraction.facts, analysis.registry.phrases(), article, language, templates, options.seed)
    return _Read(article, tuple(sound), pool)


def _distinct(offers: Iterable[Offer]) -> tuple[Offer, ...]:
    once: dict[str, Offer] = {}
    for offer in offers:
        once.setdefault(offer.item.question.casefold(), offer)
    return tuple(islice(once.values(), MOST_OFFERS))


def _same_words(one: Item, other: Item) -> bool:
    return (one.question, one.answer) == (other.question, other.answer)

