"""What an article is about: its topic words, and how much a sentence matters."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from quizgen.article import Article, BlockKind, TextSpan
from quizgen.facts import Clause, Fact
from quizgen.syntax.registry import Registry

if TYPE_CHECKING:
    from spacy.tokens import Doc

CONTENT = frozenset({"NOUN", "PROPN", "ADJ", "VERB"})
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


class ArticleSalience:
    """How much a fact matters, 0 to 1: words of title and standfirst, how often its names occur, where it stands."""

    def __init__(self, article: Article, docs: Sequence[Doc], registry: Registry) -> None:
        self.article = article
        head = " ".join(article.text[b.start : b.end] for b in article.blocks_of(BlockKind.TITLE, BlockKind.STANDFIRST))
        self.opening = set(words(f"{article.title} {head}"))
        self.frequency = Counter(t.lemma_.lower() for doc in docs for t in doc if t.pos_ in CONTENT and len(t) > 2)
        self.most = max(self.frequency.values(), default=1)
        self.registry = registry

    def of(self, fact: Fact) -> float:
        """Return the salience of a fact."""
        return self.of_span(fact.evidence.primary, " ".join(fact_words(fact)))

    def of_span(self, span: TextSpan, text: str) -> float:
        """Return the salience of what `text` says at `span`: a third each for opening words, frequency and position."""
        own = words(text)
        if not own:
            return 0.0
        opening = min(1.0, sum(w in self.opening for w in own) / 3)
        names = [e.mentions for e in self.registry.entities if e.name in text]
        frequency = min(1.0, (max(names, default=0) + max((self.frequency[w] for w in own), default=0)) / (self.most + 1))
        position = 1.0 - span.start / max(1, len(self.article.text))
        return (opening + frequency + position) / 3


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
