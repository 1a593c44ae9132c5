"""Where the article's prose first tells a word or a description: each is looked for once, however many sentences ask."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from quizgen.syntax.analysis import Analysis, remembered
from quizgen.syntax.tree import feature, relation

if TYPE_CHECKING:
    from spacy.tokens import Token


def place_of(token: Token) -> int:
    """Return where a word stands in the article."""
    return int(token.doc.user_data["offset"]) + token.idx


@lru_cache(maxsize=1)  # of the article in hand
def first_words(analysis: Analysis) -> int:
    """Return where the first sentence of the article's prose starts: nothing stands before it."""
    return next((place_of(doc[0]) for doc in analysis.docs if len(doc)), 0)


@lru_cache(maxsize=1)  # of the article in hand
def in_small_letters(analysis: Analysis) -> str:
    """Return the article's text in small letters."""
    return analysis.article.text.lower()


@remembered
def first_place(words: str, analysis: Analysis) -> int:
    """Return where the article first holds `words`, or -1."""
    return analysis.article.text.find(words)


@remembered
def first_place_of_word(word: str, analysis: Analysis) -> int:
    """Return where a word, in small letters, first stands by itself in the prose, or -1."""
    begin = first_words(analysis)
    found = re.search(rf"(?<!\w){re.escape(word)}(?!\w)", in_small_letters(analysis)[begin:])
    return -1 if found is None else begin + found.start()


@remembered
def first_place_of_description(words: str, analysis: Analysis) -> int:
    """Return where a description, in small letters, first stands in the prose, within longer words too, or -1."""
    return in_small_letters(analysis).find(words, first_words(analysis))


@lru_cache(maxsize=1)  # of the article in hand
def brought_in(analysis: Analysis) -> dict[str, int]:
    """Return where the prose first tells each noun (its lemma) otherwise than as known, « un nid », « le nid du merle », not « le nid »."""
    places: dict[str, int] = {}
    for token in (t for doc in analysis.docs for t in doc if t.pos_ == "NOUN"):
        is_known = any(feature(c, "Definite") == "Def" for c in token.children)
        own = [c for c in token.children if relation(c) in {"nmod", "acl", "appos", "nummod"} or feature(c, "Poss") == "Yes"]
        if not is_known or own:
            places.setdefault(token.lemma_.lower(), place_of(token))
    return places
