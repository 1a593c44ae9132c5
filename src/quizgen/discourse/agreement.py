"""The gender of somebody that words about him tell: « Ada Stein est élue », « l'actrice Ada Stein »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from quizgen.syntax.analysis import Analysis, remembered
from quizgen.syntax.tree import children, feature, relation

if TYPE_CHECKING:
    from spacy.tokens import Token

    from quizgen.facts import Phrase

GENDERS = {"Masc": "m", "Fem": "f"}


@remembered
def gender_by_agreement(person: Phrase, analysis: Analysis) -> str:
    """Return the gender of all words that agree with a person's name, "" where they differ or none does."""
    own = {word for name in (person.text, *person.accepted) for word in re.findall(r"\w[\w'’-]*", name)}
    names = [t for t in named_persons(analysis) if t.text in own]
    told = {GENDERS[g] for name in names for t in agreeing(name, analysis) if (g := feature(t, "Gender")) in GENDERS}
    return told.pop() if len(told) == 1 else ""


@lru_cache(maxsize=1)  # of the article in hand
def named_persons(analysis: Analysis) -> tuple[Token, ...]:
    """Return the words of persons' names in the article."""
    return tuple(t for doc in analysis.docs for t in doc if t.ent_type_ == "PER")


def agreeing(name: Token, analysis: Analysis) -> Iterator[Token]:
    """Yield the words that agree with a name: a participle or role that it is the subject of, and the role before it."""
    roles, verb = analysis.language.lexicon.words("roles", "nouns"), name.head
    if name.dep_ in {"nsubj", "nsubj:pass"} and name.i < verb.i:
        is_passive = name.dep_ == "nsubj:pass" and any(c.dep_ == "aux:pass" for c in verb.children)
        if is_passive or (children(verb, "cop") and verb.lemma_.lower() in roles):
            yield verb
    if relation(name) in {"nmod", "appos", "flat"} and verb.i < name.i and verb.lemma_.lower() in roles and not children(name, "case"):
        yield verb
