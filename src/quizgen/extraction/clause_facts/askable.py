"""Whether a thing can be asked for: one right answer names it, and no possessive hangs on it."""

from __future__ import annotations

from collections.abc import Iterable

from quizgen.extraction.arguments.argument import Argument
from quizgen.facts import Phrase, PhraseType
from quizgen.languages.base import joined
from quizgen.syntax.analysis import Analysis
from quizgen.syntax.tree import feature

LONGEST_OBJECT = 10  # words
WHOLE_NAME = 3  # words of a name that is a person's though no list has the given name


def is_askable(subject: Phrase, analysis: Analysis) -> bool:
    """Return True for a subject that one right answer names: a name, or a definite description of few words."""
    if is_capital_only(subject, analysis):
        return False
    return (subject.is_name and not is_lone_person(subject)) or (
        not subject.is_name and subject.is_definite and not subject.is_list and len(subject.text.split()) <= LONGEST_OBJECT
    )


def is_capital_only(subject: Phrase, analysis: Analysis) -> bool:
    """Return True for "the Commission", "the grateful King": a common noun with a capital; for "only the Danes", "many Danes"."""
    words = subject.text.split()
    opening = words[0].lower()
    settings = analysis.settings
    if opening in joined(settings.words("arguments", "vague_quantifiers"), settings.words("pruning", "binding")):
        return True
    capitals = [word for word in words if word[:1].isupper()]
    return subject.is_name and len(capitals) == 1 and words[-1].lower() in settings.words("arguments", "capitalised")


def is_lone_person(subject: Phrase) -> bool:
    """Return True for a person known by one word only, or without a given name: often a place or thing that was taken for a person."""
    short = " " not in subject.text or (not subject.gender and len(subject.text.split()) < WHOLE_NAME and not subject.accepted)
    return subject.is_name and subject.type is PhraseType.PERSON and short


def names_no_one_thing(thing: Phrase, analysis: Analysis) -> bool:
    """Return True for "the growth of various towns": no one right answer holds such a word."""
    vague = analysis.settings.words("arguments", "vague_quantifiers")
    return any(word.lower() in vague for word in thing.text.split())


def has_possessive(found: Iterable[Argument]) -> bool:
    """Return True when an argument says "their", « ses »: once the subject is asked for, nobody knows whose."""
    return any(feature(t, "Poss") == "Yes" for a in found for t in a.tokens)
