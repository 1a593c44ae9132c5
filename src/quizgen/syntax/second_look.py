"""A second look at a clause: said alone and read again, it must have the verb and the subject that it was taken to have in its sentence."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from quizgen.facts import Clause, Fact
from quizgen.languages.base import CannotPhrase, Language
from quizgen.languages.words import plain
from quizgen.syntax.tree import children, relation

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Reader = Callable[[Sequence[str]], "Sequence[Doc]"]  # parses texts, one Doc each, in order
_ODD = frozenset({"dep", "orphan", "reparandum", "list", "parataxis"})  # what the parser says of words that it cannot join


def second_looks(facts: Sequence[Fact], language: Language, read: Reader) -> dict[int, Mapping[str, float]]:
    """Return by id(fact) what the second look says of each fact that has a clause; see `look`. Each text is read once."""
    said = {id(fact): alone(clause, language) for fact in facts if (clause := clause_of(fact)) is not None}
    texts = list(dict.fromkeys(text for text in said.values() if text))
    docs = dict(zip(texts, read(texts), strict=True))
    clauses = ((id(fact), clause_of(fact)) for fact in facts)
    return {number: look(clause, docs[said[number]]) for number, clause in clauses if clause is not None and said[number]}


def clause_of(fact: Fact) -> Clause | None:
    """Return the clause of a fact, or None where it is made of phrases alone."""
    return next((value for value in fact.values.values() if isinstance(value, Clause)), None)


def alone(clause: Clause, language: Language) -> str:
    """Return what a clause says, as a sentence of its own, or "" where it cannot be said."""
    try:
        return language.finish_stem(language.filters["statement"](clause)) + "."
    except CannotPhrase:
        return ""


def look(clause: Clause, doc: Doc) -> Mapping[str, float]:
    """Return what `doc`, the clause read alone, is like.

    "same_verb" and "same_subject" are 1 where it is what it was; the others count: verbs, adverbs and words that the parser cannot join.
    """
    root = next(token for token in doc if token.head == token)
    return {
        "same_verb": float(_is_verb_of(root, clause)),
        "same_subject": float(_subject_of(root, doc) == _words(clause.subject.text)),
        "verbs": float(sum(token.pos_ == "VERB" for token in doc)),
        "adverbs": float(sum(token.pos_ == "ADV" for token in doc)),
        "unjoined": float(sum(token.dep_ in _ODD for token in doc)),
    }


def _is_verb_of(root: Token, clause: Clause) -> bool:
    """Return whether the root, or the copula of a root that is none, stands in the clause's verb group."""
    group = _words(f"{clause.finite} {clause.rest}")
    return any(plain(token.text).casefold() in group for token in (root, *children(root, "cop")))


def _subject_of(root: Token, doc: Doc) -> list[str]:
    found = next((child for child in root.children if relation(child) in ("nsubj", "csubj")), None)
    return [] if found is None else _words(doc[found.left_edge.i : found.right_edge.i + 1].text)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", plain(text).casefold())
