"""Times that say nothing without the text: "by Thursday night", "the following day", « dans la journée »."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.extraction.arguments.argument import Argument
from quizgen.syntax.analysis import Analysis
from quizgen.syntax.tree import children, feature

if TYPE_CHECKING:
    from spacy.tokens import Token


def is_lone_weekday(token: Token, analysis: Analysis) -> bool:
    """Return True for "by Thursday night", which Thursday?, not for a full date nor for the habit of « le dimanche »."""
    if token.lower_ not in analysis.language.lexicon.words("weekdays", "names"):
        return False
    beside = token.doc[max(token.sent.start, token.i - 3) : token.i + 6].text
    habit = any(feature(d, "Definite") == "Def" for d in children(token, "det"))
    return not habit and not any(d.precision == "day" for d in analysis.language.find_dates(beside))


def is_bare_time(argument: Argument, analysis: Analysis) -> bool:
    """Return True for a time that says of no day or year: « dans la journée », "in the evening"."""
    words = [t for t in argument.tokens if t.pos_ not in {"ADP", "DET", "PUNCT"}]
    definite = any(feature(t, "Definite") == "Def" for t in argument.tokens)
    return definite and len(words) == 1 and words[0].lemma_.lower() in analysis.settings.words("time", "nouns")


def is_shifted(argument: Argument, analysis: Analysis) -> bool:
    """Return True for a time told from another: "the following day", « l'année suivante »."""
    settings = analysis.settings
    return any(
        t.lower_ in settings.words("time", "shifting") and t.head.lemma_.lower() in settings.words("time", "nouns") for t in argument.tokens
    )
