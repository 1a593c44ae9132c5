"""Multiple choice: the key among distractors, numbers and dates in their order, other options in a seeded one."""

import re
from collections.abc import Sequence
from decimal import Decimal

from quizgen.items import MultipleChoice, seeded
from quizgen.languages.base import Language
from quizgen.questions import BLANK, Question
from quizgen.writing.distractors import Distractor
from quizgen.writing.item_parts import item_parts


def write_multiple_choice(
    question: Question, distractors: Sequence[Distractor], article_id: str, language: Language, seed: int
) -> MultipleChoice:
    """Return `question` with its key and `distractors` as options."""
    parts = item_parts(question, MultipleChoice.form, article_id, tuple(distractor.origin for distractor in distractors))
    return MultipleChoice(
        id=parts.id, question=question.stem, answer=question.key, options=order_options(question, distractors, language, seed),
        feedback=question.feedback, context=question.context, as_of=question.as_of, proof=parts.proof,
    )  # fmt: skip


def order_options(question: Question, distractors: Sequence[Distractor], language: Language, seed: int) -> tuple[str, ...]:
    """Return the options as they are printed: by date or number where every one is one, else shuffled by the seed."""
    options = [question.key, *(as_opening(distractor.text, question) for distractor in distractors)]
    return in_own_order(options, language) or tuple(sorted(options, key=lambda option: seeded(seed, question.stem, option)))


def in_own_order(options: Sequence[str], language: Language) -> tuple[str, ...]:
    """Return options that are all dates, or all numbers, from the earliest or the least; () where they have no order of their own."""
    values = [_value(option, language) for option in options]
    if all(value is not None for value in values) and len({type(value) for value in values}) == 1:
        return tuple(option for _, option in sorted(zip(values, options, strict=True), key=lambda pair: pair[0]))  # type: ignore[arg-type, return-value]
    return ()


def as_opening(text: str, question: Question) -> str:
    """Return a distractor with a capital where the key opens the sentence with one."""
    return text[:1].upper() + text[1:] if question.stem.startswith(BLANK) and question.key[:1].isupper() else text


def _value(option: str, language: Language) -> str | Decimal | None:
    """Return the date (ISO 8601) or the number that an option is, or None."""
    if re.fullmatch(r"\d{4}", option):
        return option
    dates = language.find_dates(option)
    if len(dates) == 1:
        return dates[0].iso
    numbers = language.find_quantities(option)
    return Decimal(numbers[0].number) if len(numbers) == 1 else None
