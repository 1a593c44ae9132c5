"""What an article is about: its topic words, and when its nouns are first told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from quizgen.facts import Clause, Fact

if TYPE_CHECKING:
    from spacy.tokens import Doc

WORD = re.compile(r"[^\W_]{3,}")


def topic_words(titles: Sequence[Doc]) -> frozenset[str]:
    """Return the lemmas of the nouns in title and standfirst: what a reader who sees the context cue knows about."""
    return frozenset(t.lemma_.lower() for doc in titles for t in doc if t.pos_ in {"NOUN", "PROPN"})


def first_mentions(docs: Sequence[Doc]) -> dict[str, int]:
    """Return for each common noun's lemma the offset in the article of its first occurrence."""
    seen: dict[str, int] = {}
    for doc in docs:
        for token in doc:
            if token.pos_ == "NOUN":
                seen.setdefault(token.lemma_.lower(), int(doc.user_data["offset"]) + token.idx)
    return seen


def tells_its_day(docs: Sequence[Doc], days: frozenset[str]) -> bool:
    """Return True for an article that speaks of the day it was written on ("today", « mardi »; `days` are such words): news."""
    return any(t.lower_.replace("’", "'") in days for doc in docs for t in doc)


def words(text: str) -> list[str]:
    """Return the words of three letters or more in `text`, in lower case."""
    return [w.lower() for w in WORD.findall(text)]


def fact_words(fact: Fact) -> list[str]:
    """Return the texts of a fact's slots; of a clause, its subject and complements."""
    found = []
    for value in fact.values.values():
        if isinstance(value, Clause):
            found += [value.subject.text, value.rest, *(c.text for c in value.complements)]
        else:
            found.append(value.text)
    return found
