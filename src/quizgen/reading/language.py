"""In which language a text is written, from its grammatical words; mixed and unsupported languages are refused."""

import re
import tomllib
from collections import Counter
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from quizgen.errors import ReadingError

WORD = re.compile(r"[^\W\d_]+")
SENTENCE_END = re.compile(r"(?<=[.!?…])\s+|\n+")
SAMPLE_WORDS = 20_000  # a text whose language changes only after these is not looked for
LEAST_SHARE = 0.15  # of grammatical words: running French has 45 %, running English 40 %, a list of names 5 %
SENTENCE_WORDS = 6  # a shorter sentence is no witness ("Vive la République !")
MIXED_SHARE = 0.2  # of the words in another language: an article that quotes a foreign sentence or two stays below


@dataclass(frozen=True, slots=True)
class WrittenLanguage:
    """A language as reading knows it."""

    code: str
    name: str
    supported: bool
    words: frozenset[str]


@cache
def languages() -> tuple[WrittenLanguage, ...]:
    """Return the languages that can be told apart, the supported ones first."""
    data = tomllib.loads(files("quizgen.reading").joinpath("function_words.toml").read_text("utf-8"))
    return tuple(
        WrittenLanguage(code, entry["name"], entry["supported"], frozenset(entry["words"].split())) for code, entry in data.items()
    )


def supported_languages() -> dict[str, str]:
    """Return code and English name of the languages in which quizgen makes quizzes."""
    return {language.code: language.name for language in languages() if language.supported}


def check_language(code: str) -> str:
    """Return the two letters of a language that a user or a header names ("fr-CA" → "fr").

    Raises ReadingError when it is not supported.
    """
    short = re.split(r"[-_]", code.strip().lower(), maxsplit=1)[0]
    if short not in supported_languages():
        raise ReadingError(f'the language "{code}" is not supported.', _supported_hint())
    return short


def choose_language(text: str, declared: str) -> str:
    """Return the language of `text`: the `declared` one if there is one and the text does not contradict it, else the one it reads as.

    Raises ReadingError for an unsupported, an unrecognized or a mixed language.
    """
    words = _words(text)[:SAMPLE_WORDS]
    best, share = _best(words)
    declared_code = check_language(declared) if declared else ""
    if share < LEAST_SHARE:
        if declared_code:
            return declared_code
        hint = f"{_supported_hint()} Name it with --language."
        raise ReadingError("the language of the text is not recognized.", hint, "unknown_language")
    if declared_code and best.code != declared_code:
        expected = supported_languages()[declared_code]
        raise ReadingError(f"the text is declared as {expected}, but reads as {best.name}.", _contradiction_hint(best), "other_language")
    if not best.supported:
        raise ReadingError(f"the text is in {best.name}, which is not supported.", _supported_hint(), "unsupported_language")
    _refuse_mixed(text, best)
    return best.code


def _words(text: str) -> list[str]:
    return [match.group().lower() for match in WORD.finditer(text)]


def _best(words: list[str]) -> tuple[WrittenLanguage, float]:
    """Return the language with most of its grammatical words among `words`, the supported one on a tie, and their share."""
    counts = Counter(words)
    scores = [(sum(count for word, count in counts.items() if word in one.words), one) for one in languages()]
    most, best = max(scores, key=lambda pair: pair[0])
    return best, most / max(1, len(words))


def _refuse_mixed(text: str, main: WrittenLanguage) -> None:
    """Raise when sentences in another language hold more than `MIXED_SHARE` of the words."""
    by_language: Counter[str] = Counter()
    for sentence in SENTENCE_END.split(text[: SAMPLE_WORDS * 8]):
        words = _words(sentence)
        if len(words) >= SENTENCE_WORDS:
            best, share = _best(words)
            if share >= 2 * LEAST_SHARE:
                by_language[best.name] += len(words)
    total = sum(by_language.values())
    for name, count in by_language.most_common(2):
        if name != main.name and count > MIXED_SHARE * total:
            raise ReadingError(
                f"the text mixes {main.name} and {name} ({round(100 * count / total)} % of its words).",
                "Keep the part in one language, and make one quiz for each.",
                "two_languages",
            )


def _supported_hint() -> str:
    return "quizgen reads " + " and ".join(f"{name} ({code})" for code, name in supported_languages().items()) + "."


def _contradiction_hint(best: WrittenLanguage) -> str:
    if best.supported:
        return f"Pass --language {best.code}, or correct the header of the article."
    return _supported_hint()
