"""What a page says of a mistake: in the reader's language where the labels have a sentence for it."""

from collections.abc import Callable
from dataclasses import dataclass

from quizgen.errors import QuizgenError


@dataclass(frozen=True, slots=True)
class Sentence:
    """What is wrong, and what to do next."""

    message: str
    hint: str = ""


def sentence(error: QuizgenError, label: Callable[..., str]) -> Sentence:
    """Return what is said of `error`: its own words where the labels have none."""
    if error.told:
        return Sentence(label("problems", error.told, **error.values), label("hints", error.told, **error.values))
    return Sentence(error.message[:1].upper() + error.message[1:], error.hint)
