"""Bare descriptions made full: « l'affaire » is « l'affaire des piastres » when the article knows of no other affair."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from quizgen.extraction.tree import children, feature, is_contiguous, relation, text_of, without_detached

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

    from quizgen.facts import Phrase

LONGEST = 5  # words of a full description without its determiner


def full_descriptions(docs: Sequence[Doc]) -> dict[tuple[str, str], str]:
    """Return for each noun (lemma and number) the one full description it has in the article: ("affaire", "Sing") → "affaire des piastres".

    A noun with two different descriptions has none here: which is meant could not be known.
    """
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for doc in docs:
        for token in doc:
            if token.pos_ == "NOUN":
                full = full_words(token)
                if full:
                    found[token.lemma_.lower(), feature(token, "Number")].add(full)
    return {noun: next(iter(forms)) for noun, forms in found.items() if len(forms) == 1}


def full_words(noun: Token) -> str:
    """Return a noun with its name or noun complement, without determiner and preposition, or "" when it has none of its own."""
    kinds = [c for c in noun.children if relation(c) in {"nmod", "flat", "appos", "compound"} and c.pos_ in {"NOUN", "PROPN"}]
    if not kinds or children(noun, "conj"):
        return ""
    outside = {t for c in children(noun, "det", "case", "nummod", "acl", "cop", "nsubj", "punct") for t in c.subtree}
    words = [t for t in without_detached(noun) if t not in outside]
    if not is_contiguous(words) or len(words) > LONGEST or any(t.pos_ in {"PRON", "DET"} and feature(t, "PronType") in {"Dem", "Prs"} for t in words):
        return ""
    return text_of(words)


def completed(subject: Token, made: Phrase, full: dict[tuple[str, str], str]) -> Phrase | None:
    """Return the bare description `made` under its full form, or None when the article does not tell it."""
    words = full.get((subject.lemma_.lower(), feature(subject, "Number")))
    if words is None or not made.bare or made.bare.lower() != subject.text.lower():
        return None
    start = made.text.lower().rfind(made.bare.lower())
    text = made.text[:start] + words
    return replace(made, text=text, bare=words, span=None)
