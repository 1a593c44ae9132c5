"""The phrase that fills a slot of a rule, when its words are whole."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizgen.facts import Phrase
from quizgen.syntax.analysis import Analysis
from quizgen.syntax.dangling import is_first_person
from quizgen.syntax.names import name_tokens
from quizgen.syntax.phrases import is_cut_short, phrase, phrase_tokens
from quizgen.syntax.tree import feature, is_balanced, is_contiguous, relation, text_of, trimmed

if TYPE_CHECKING:
    from spacy.tokens import Token

PRONUNCIATION = re.compile("[/\u0250-\u02af\u02c8]")  # "/ˈdvɔːrʒɑːk/"


def slot_value(token: Token, span: str, nodes: list[Token], analysis: Analysis) -> Phrase | None:
    """Return a slot's phrase: the name alone, or the phrase without the other nodes' words."""
    if span == "name":
        words = name_tokens(token)
    else:
        others = {t for node in nodes if node != token and token.is_ancestor(node) for t in node.subtree}
        words = trimmed([t for t in phrase_tokens(token, analysis) if t not in others])
    if (
        not words
        or (is_cut_short(words) and not goes_on_with(words[-1], nodes))
        or opens_loosely(words[0], analysis)
        or not is_contiguous(words)
        or not is_balanced(text_of(words))
        or PRONUNCIATION.search(text_of(words))
        or " ," in text_of(words)
        or (token.pos_ == "NOUN" and is_glued(words))
    ):
        return None
    if any(is_first_person(t, analysis) for t in words):
        return None
    if any(feature(t, "PronType") == "Prs" and relation(t) in {"det", "nmod"} for t in words):
        return None
    return phrase(token, analysis, words)


def opens_loosely(first: Token, analysis: Analysis) -> bool:
    """Return True for a phrase that opens with an adverb, a conjunction, a relative pronoun, or a preposition that holds no article."""
    if first.pos_ in {"ADV", "CCONJ", "SCONJ"} or feature(first, "PronType") == "Rel":
        return True
    return first.pos_ == "ADP" and first.lower_ not in analysis.settings.contractions


def is_glued(words: list[Token]) -> bool:
    """Return True for a phrase that took in a member of the list it stands in: « maire de Vannes, de Paul Morel »."""
    behind = [(word, words[n + 1 : n + 4]) for n, word in enumerate(words[1:-1], 1) if word.text == ","]
    return any(after and after[0].pos_ == "ADP" and any(t.pos_ == "PROPN" for t in after) for _, after in behind)


def goes_on_with(last: Token, nodes: list[Token]) -> bool:
    """Return True when another slot begins behind `last`: « la psychiatre britannique | Lorna Wing »."""
    return last.i + 1 < len(last.doc) and last.nbor(1) in nodes
