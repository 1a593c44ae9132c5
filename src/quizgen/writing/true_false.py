"""True or false: the statement as it is, or with a distractor in the place of the key and the true statement as correction."""

from quizgen.items import TrueFalse
from quizgen.languages.base import Language
from quizgen.questions import Question
from quizgen.writing.distractors import Distractor
from quizgen.writing.item_parts import item_parts
from quizgen.writing.rendering import restate
from quizgen.writing.templates import TemplateSet


def write_true(question: Question, article_id: str) -> TrueFalse:
    """Return a statement question as a true statement."""
    return _item(question, question.statement, True, article_id)


def write_false(question: Question, distractor: Distractor, article_id: str, templates: TemplateSet, language: Language) -> TrueFalse:
    """Return a false statement: `distractor` rendered through the template, so that its grammar is kept.

    Raises CannotPhrase when it does not come out whole.
    """
    statement = restate(question, distractor.text, templates, language)
    return _item(question, statement, False, article_id, (distractor.origin,))


def _item(question: Question, statement: str, answer: bool, article_id: str, origins: tuple[str, ...] = ()) -> TrueFalse:
    parts = item_parts(question, TrueFalse.form, article_id, origins)
    return TrueFalse(
        id=parts.id, question=statement, answer=answer, correction="" if answer else question.statement, feedback=question.feedback,
        context=question.context, as_of=question.as_of, proof=parts.proof,
    )  # fmt: skip
