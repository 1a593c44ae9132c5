"""Short answers: the question as it is."""

from quizgen.items import ShortAnswer
from quizgen.questions import Question
from quizgen.writing.item_parts import item_parts


def write_short_answer(question: Question, article_id: str) -> ShortAnswer:
    """Return `question` as a short answer."""
    parts = item_parts(question, ShortAnswer.form, article_id)
    return ShortAnswer(
        id=parts.id, question=question.stem, answer=question.key, accepted=question.accepted, feedback=question.feedback,
        context=question.context, as_of=question.as_of, proof=parts.proof,
    )  # fmt: skip
