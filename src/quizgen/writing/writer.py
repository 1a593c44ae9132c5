"""From facts to candidates: every phrasing of every fact, in every form that its template allows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizgen.article import Article
from quizgen.facts import Fact, Phrase
from quizgen.items import Candidate, Item
from quizgen.languages.base import CannotPhrase, Language
from quizgen.questions import Question
from quizgen.writing.cloze import write_cloze
from quizgen.writing.distractor_pool import DistractorPool
from quizgen.writing.distractors import WANTED, Distractor, find_distractors
from quizgen.writing.multiple_choice import write_multiple_choice
from quizgen.writing.rendering import Drop, write_questions
from quizgen.writing.short_answer import write_short_answer
from quizgen.writing.templates import TemplateSet
from quizgen.writing.true_false import write_false, write_true


@dataclass(frozen=True, slots=True)
class WritingContext:
    """What writing needs beside the facts. `names` are the named phrases of the article, with spans, for distractors.

    `others` are facts that are not asked about but may give distractors, or make one right.
    """

    article: Article
    language: Language
    templates: TemplateSet
    names: Sequence[Phrase] = ()
    others: Sequence[Fact] = ()
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Written:
    """What was written: candidates without findings or score, the number of questions behind them, and the drops."""

    candidates: tuple[Candidate, ...]
    questions: int
    drops: tuple[Drop, ...]


def write_items(facts: Sequence[Fact], context: WritingContext) -> Written:
    """Return a candidate for each phrasing of each fact in each form. Raises TemplateError when a template cannot be rendered."""
    pool = DistractorPool((*facts, *context.others), context.names, context.article, context.language, context.templates, context.seed)
    candidates: list[Candidate] = []
    drops: list[Drop] = []
    count = 0
    for fact in facts:
        questions, dropped = write_questions(fact, context.templates, context.language)
        count += len(questions)
        drops += dropped
        for question in questions:
            for written in _in_forms(question, pool):
                if isinstance(written, Drop):
                    drops.append(written)
                else:
                    candidates.append(Candidate(question, written))
    return Written(tuple(candidates), count, tuple(drops))


def _in_forms(question: Question, pool: DistractorPool) -> Iterator[Item | Drop]:
    """Yield `question` in each of its forms; a true/false statement comes true and, where there is a distractor, false."""
    article_id = pool.article.id
    if "short_answer" in question.forms:
        yield write_short_answer(question, article_id)
    if "cloze" in question.forms:
        yield write_cloze(question, article_id)
    if not {"multiple_choice", "true_false"} & set(question.forms):
        return
    distractors = find_distractors(question, pool)
    if "multiple_choice" in question.forms:
        if len(distractors) == WANTED:
            yield write_multiple_choice(question, distractors, article_id, pool.language, pool.seed)
        else:
            yield Drop("too few safe distractors", question.template, question.fact)
    if "true_false" in question.forms:
        yield write_true(question, article_id)
        yield _false_or_drop(question, distractors, pool)


def _false_or_drop(question: Question, distractors: Sequence[Distractor], pool: DistractorPool) -> Item | Drop:
    for distractor in distractors:
        try:
            return write_false(question, distractor, pool.article.id, pool.templates, pool.language)
        except CannotPhrase:
            continue  # the next one may come out whole
    return Drop("no safe false statement", question.template, question.fact)
