"""Bare descriptions made full: « l'affaire » is « l'affaire des piastres » when the article knows of no other affair."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from quizgen.syntax.tree import children, feature, is_contiguous, relation, text_of, without_detached

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

    from quizgen.facts import Phrase

LONGEST = 5  # words of a full description without its determiner
LONGEST_COMPOUND = 2  # words of common nouns side by side: three are a verb taken for a noun, "stadium underwent repairs"


def full_descriptions(docs: Sequence[Doc]) -> dict[tuple[str, str], str]:
    """Return for each noun (lemma and number) the one full description it has in the article: ("affaire", "Sing") → "affaire des piastres".

    A noun with two different descriptions has "" here, and so has one that the article also uses otherwise, « une autre affaire »: which
    is meant could not be known.
    """
    found: dict[tuple[str, str], dict[str, bool]] = defaultdict(dict)
    otherwise: set[tuple[str, str]] = set()
    for token in (t for doc in docs for t in doc if t.pos_ == "NOUN"):
        key, full = (token.lemma_.lower(), feature(token, "Number")), full_words(token)
        if full:
            found[key][full] = has_name_beside(token)
        elif is_another(token):
            otherwise.add(key)
    return {noun: "" if noun in otherwise else the_one(forms) for noun, forms in found.items()}


def is_another(noun: Token) -> bool:
    """Return True for a noun that means no certain thing: « une affaire », « sortie de piste »."""
    determiners = children(noun, "det")
    is_certain = any(feature(d, "Definite") == "Def" or feature(d, "PronType") == "Dem" or feature(d, "Poss") == "Yes" for d in determiners)
    contracted = any(feature(c, "Definite") == "Def" for c in children(noun, "case"))
    return not (is_certain or contracted) and relation(noun) in {"nmod", "obj", "nsubj", "obl", "conj"} and noun.i > noun.sent.start


def the_one(forms: dict[str, bool]) -> str:
    """Return the only description of a noun, or the only one with a name beside the noun ("fondation OpenInfra"), else ""."""
    named = [full for full, is_named in forms.items() if is_named]
    if len(named) == 1:
        return named[0]
    return next(iter(forms)) if len(forms) == 1 else ""


def has_name_beside(noun: Token) -> bool:
    """Return True when a proper name follows a noun directly."""
    return noun.i + 1 < len(noun.doc) and noun.nbor(1).pos_ == "PROPN" and noun.nbor(1).is_sent_start is not True


def full_words(noun: Token) -> str:
    """Return a noun with its name or noun complement, without determiner and preposition, or "" when it has none of its own."""
    kinds = [c for c in noun.children if relation(c) in {"nmod", "flat", "appos", "compound"} and c.pos_ in {"NOUN", "PROPN"}]
    if not kinds:
        return ""
    outside = {t for c in children(noun, "det", "case", "nummod", "acl", "cop", "nsubj", "punct", "conj", "cc") for t in c.subtree}
    words = [t for t in without_detached(noun) if t not in outside]
    while words and words[0].pos_ == "DET":  # "an" hung on "oil": « (an) oil embargo »
        words = words[1:]
    if (
        len(words) < 2
        or not is_contiguous(words)
        or len(words) > LONGEST
        or any(t.pos_ in {"PRON", "DET"} and feature(t, "PronType") in {"Dem", "Prs"} for t in words)
        or (len(words) > LONGEST_COMPOUND and all(t.pos_ == "NOUN" for t in words))
    ):
        return ""
    text = text_of(words)
    if words[0].pos_ != "PROPN" and not words[0].text[1:2].isupper():
        text = text[:1].lower() + text[1:]
    return "" if "'s" in text or "’s" in text else text


def completed(subject: Token, made: Phrase, full: dict[tuple[str, str], str]) -> Phrase | None:
    """Return the bare description `made` under its full form, or None when the article does not tell it."""
    words = full.get((subject.lemma_.lower(), feature(subject, "Number")))
    if not words or not made.bare or made.bare.lower() != subject.text.lower():
        return None
    start = made.text.lower().rfind(made.bare.lower())
    text = made.text[:start] + words
    return replace(made, text=text, bare=words, span=None)
