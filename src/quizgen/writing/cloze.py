"""Clozes: a statement with one blank."""

from quizgen.items import Cloze
from quizgen.questions import Question
from quizgen.writing.item_parts import item_parts


def write_cloze(question: Question, article_id: str) -> Cloze:
    """Return a statement question as a cloze."""
    parts = item_parts(question, Cloze.form, article_id)
    return Cloze(
        id=parts.id, question=question.stem, answer=question.key, accepted=question.accepted, feedback=question.feedback,
        context=question.context, as_of=question.as_of, proof=parts.proof,
    )  # fmt: skip
