"""Whether a description says what or who its subject is, whole and so that nothing else would be a better answer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from quizgen.facts import Phrase, PhraseType
from quizgen.syntax.analysis import Analysis
from quizgen.syntax.names import is_name
from quizgen.syntax.tree import children, feature, relation

if TYPE_CHECKING:
    from spacy.tokens import Token

AGE = re.compile(r"\b\d+[- ](?:year|month|week|day)s?[- ]old\b", re.I)
SHORTEST = 3  # content words of a description with a definite article, which must name the one thing that is meant
SHORTEST_TRADE = 3  # words of what the hero of an article is: "an American actor" is what anybody would have said


def says_what(subject: Phrase, words: Sequence[Token], head: Token, analysis: Analysis) -> bool:
    """Return True for a description that can be the answer to "What is …?", "Who was …?"."""
    if subject.is_list and subject.number == "s":  # "the airport or Kent Field"
        return False
    if any(feature(t, "Degree") == "Cmp" for t in words):  # "a much larger war": than which?
        return False
    opening = words[0].lower_
    if opening in analysis.settings.words("definitions", "opaque") or AGE.search(" ".join(t.text for t in words)):
        return False
    counted = any(relation(c) == "nummod" and c.pos_ == "NUM" and c in words for c in head.children) or head.pos_ == "NUM"
    if counted or any(leans(t, head, analysis) for t in words):
        return False
    if subject.type is PhraseType.PLACE and is_thin(words):
        return False
    return subject.type is not PhraseType.PERSON or not is_commonplace_trade(subject, words, analysis)


def leans(token: Token, head: Token, analysis: Analysis) -> bool:
    """Return True for "the island" at the end of a description: which one, only the article tells."""
    definite = token.pos_ == "NOUN" and token != head and any(feature(d, "Definite") == "Def" for d in children(token, "det"))
    if not definite or feature(token, "Number") == "Plur":
        return False
    alone = not any(relation(c) in {"nmod", "acl", "amod", "appos", "compound", "nummod", "flat"} for c in token.children)
    return alone and token.lemma_.lower() not in analysis.topic | analysis.settings.words("arguments", "unique")


def is_thin(words: Sequence[Token]) -> bool:
    """Return True for "the centre of activity": it claims to be the one such thing and does not say of what."""
    content = [t for t in words if t.pos_ in {"NOUN", "PROPN", "ADJ", "NUM", "VERB"}]
    named = any(is_name(t) or t.pos_ == "NUM" for t in words)
    return feature(words[0], "Definite") == "Def" and not named and len(content) < SHORTEST


def is_commonplace_trade(subject: Phrase, words: Sequence[Token], analysis: Analysis) -> bool:
    """Return True for "an American actor" said of the person whom the article's title names."""
    title = set((analysis.article.title or "").split())
    return bool(title) and title <= set(subject.text.split()) and len(words) <= SHORTEST_TRADE
