"""The last look at a fact: whatever of it an item may print stands alone, or is told in full, or the fact goes."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from quizgen.article import TextSpan
from quizgen.discourse.first_places import in_small_letters
from quizgen.facts import Clause, Evidence, Fact, Passage, Phrase, Value
from quizgen.syntax.analysis import Analysis, clause_settings, remembered

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from quizgen.discourse.leaning import Leaning


@dataclass(frozen=True)
class Unnamed(Exception):
    """A fact names a thing that nobody could know without the article; `words` says which."""

    words: str


def standing_alone(fact: Fact, leanings: Sequence[Leaning], analysis: Analysis) -> Fact:
    """Return a fact whose words, under one of its frames, lean on nothing. Raises Unnamed where that cannot be had."""
    printed, back = texts(fact), pointing_back(analysis.language.code, whole=fact.kind == "passage")
    if any(back.search(text) for text in printed):
        raise Unnamed("words that point back")
    for leaning in leanings:
        pattern = leaning.pattern()
        if not any(pattern.search(text) for text in printed):
            continue
        frames = tuple(frame for frame in fact.contexts if leaning.is_told_by(frame))
        if frames:
            fact = replace(fact, contexts=frames, needs_frame=True)
        elif leaning.full:
            fact = told_in_full(fact, leaning, analysis)
            printed = texts(fact)
        else:
            raise Unnamed("definite description")
    return fact


@cache
def pointing_back(code: str, *, whole: bool = False) -> re.Pattern[str]:
    """Return what finds the words of a language that point at the text before: "the latter"; in a `whole` sentence fewer."""
    data = clause_settings(code).data
    own = data["passages"]["phrases"] if whole else []
    phrases = "|".join([*own, *(p for p in data["leaning"]["phrases"] if not (whole and p in data["passages"]["spared"]))])
    return re.compile(rf"(?<!\w)(?:{phrases})(?!\w)", re.IGNORECASE)


def texts(fact: Fact) -> list[str]:
    """Return everything of a fact that an item may print."""
    found = []
    for value in fact.values.values():
        if isinstance(value, Clause):
            found += [value.lead, value.subject.text, value.adverb, value.rest, *(c.text for c in value.complements)]
        else:
            found.append(value.text)
    return found


def told_in_full(fact: Fact, leaning: Leaning, analysis: Analysis) -> Fact:
    """Return the fact with the full form of a description in its place, and the words of the article that tell it as support."""
    text = analysis.article.text
    pattern, full = leaning.pattern(), leaning.full
    has_article = full[:1].islower() or leaning.noun in full.split() or is_articled(full, analysis)  # "the Kent area"
    if any(says_again(words, full, leaning.noun) for words in texts(fact)):
        raise Unnamed("definite description")

    def told(words: str) -> str:
        return pattern.sub(lambda m: (m.group()[: m.start(1) - m.start()] if has_article else "") + full, words)

    slots = tuple((name, with_words(value, told)) for name, value in fact.slots)
    at = in_small_letters(analysis).find(full.lower())
    support = (*fact.evidence.support, TextSpan(at, at + len(full), text[at : at + len(full)]))
    return replace(fact, slots=slots, evidence=Evidence(fact.evidence.primary, support))


@remembered
def is_articled(name: str, analysis: Analysis) -> bool:
    """Return True when the article tells a name behind a definite article."""
    return re.search(rf"(?<!\w)(?:the|le|la|les|l['’]|du)\s?{re.escape(name)}", analysis.article.text, re.IGNORECASE) is not None


def says_again(words: str, full: str, noun: str) -> bool:
    """Return True where a full description would name what its sentence names already: "the (Kent) area … in Kent"."""
    names = {name for name in re.findall(r"[A-ZÀ-Þ][\w'’-]+", full) if name != noun}
    return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words) for name in names)


def with_words(value: Value, told: Callable[[str], str]) -> Value:
    """Return a value with its words changed by `told`."""
    if isinstance(value, Clause):
        return replace(
            value,
            subject=with_words_of_phrase(value.subject, told),
            complements=tuple(replace(c, text=told(c.text), value=told(c.value)) for c in value.complements),
            lead=told(value.lead),
            lead_value=told(value.lead_value),
        )
    if isinstance(value, Phrase):
        return with_words_of_phrase(value, told)
    if isinstance(value, Passage):
        return replace(value, text=told(value.text), value=told(value.value))
    return replace(value, text=told(value.text))


def with_words_of_phrase(made: Phrase, told: Callable[[str], str]) -> Phrase:
    """Return a phrase with its words changed; where they do change, it no longer stands in the article as it is."""
    text = told(made.text)
    return made if text == made.text else replace(made, text=text, bare="", span=None)
