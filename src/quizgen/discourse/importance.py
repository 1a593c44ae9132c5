"""How much a sentence matters to its article: the worth that readers would give it, foretold from its words and its place.

The weights (`importance.toml`) are a linear regression on 2,676 sentences of 134 articles, each marked by a reader from 0 (trivia) to 3
(what any careful reader should remember). On articles left out a sentence marked 3 is put before one marked less in three pairs of four.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from math import log
from tomllib import loads
from typing import TYPE_CHECKING

from quizgen.article import Article, BlockKind
from quizgen.facts import Fact

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

CONTENT = frozenset({"NOUN", "PROPN", "ADJ", "VERB"})
SHORT, LONG = 8, 35  # words
MANY_FIGURES = 3
EARLY = 3  # first sentences of an article
LOWEST, HIGHEST = 0.8, 2.6  # marks between which sentences are told apart
_FIGURES = re.compile(r"\d+")


class Importance:
    """How much the sentences of an article matter, 0 to 1."""

    def __init__(self, article: Article, docs: Sequence[Doc]) -> None:
        head = " ".join(article.text[b.start : b.end] for b in article.blocks_of(BlockKind.TITLE, BlockKind.STANDFIRST))
        self.title = {w.lower() for w in re.findall(r"[^\W\d_]{3,}", f"{article.title} {head}")}
        self.length = max(1, len(article.text))
        self.sentences = [(int(doc.user_data["offset"]), n, s, content(s)) for doc in docs for n, s in enumerate(doc.sents)]
        self.frequency = Counter(lemma for *_, own in self.sentences for lemma in own)
        self.most = max(self.frequency.values(), default=1)
        self.marks = dict(self._marks())

    def of(self, fact: Fact) -> float:
        """Return how much the sentence of a fact matters: 0 for trivia, 1 for what any careful reader should remember."""
        return self.marks.get(fact.evidence.primary.start, 0.0)

    def _marks(self) -> Iterator[tuple[int, float]]:
        """Yield each sentence's first code point in the article, and its mark."""
        for start, features in self.features():
            mark = weights()["average"] + sum(weights()[name] * value for name, value in features.items())
            yield start, min(1.0, max(0.0, (mark - LOWEST) / (HIGHEST - LOWEST)))

    def features(self) -> Iterator[tuple[int, Mapping[str, float]]]:
        """Yield for each sentence where it starts and what its mark is reckoned from."""
        seen: set[str] = set()
        for number, (offset, place, sentence, own) in enumerate(self.sentences):
            start = offset + next((t for t in sentence if not t.is_space), sentence[0]).idx
            yield start, self.features_of(sentence, own, start, seen) | {"opens paragraph": place == 0, "early": number < EARLY}
            seen.update(own)

    def features_of(self, sentence: Span, own: Sequence[str], start: int, seen: set[str]) -> dict[str, float]:
        """Return what a sentence's mark is reckoned from, but for its number; `own` are its words of content, `seen` those told before."""
        text = sentence.text
        words, distinct = len(text.split()), set(own)
        counts = [self.frequency[lemma] for lemma in own]
        return {
            "position": start / self.length,
            "words": words / 20,
            "short": words < SHORT,
            "long": words > LONG,
            "figures": bool(_FIGURES.search(text)),
            "many figures": len(_FIGURES.findall(text)) > MANY_FIGURES,
            "bracket": "(" in text,
            "title": bool(self.title & {t.lower_ for t in sentence}),
            "centrality": sum(log(n) for n in counts) / max(1, len(counts)),
            "theme": max(counts, default=0) / self.most,
            "new words": len(distinct - seen) / max(1, len(distinct)),
        }


def content(sentence: Span) -> list[str]:
    """Return the lemmas of a sentence's words of content."""
    return [t.lemma_.lower() for t in sentence if t.pos_ in CONTENT and len(t.text) > 2]


@cache
def weights() -> Mapping[str, float]:
    """Return the weights of `importance.toml` by feature; "average" is the mark of a sentence without any."""
    data: Mapping[str, float] = loads(files("quizgen.discourse").joinpath("importance.toml").read_text(encoding="utf-8"))
    return data
