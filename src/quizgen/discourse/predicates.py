"""What a pronoun is said to be tells what it stands for: "It is the second-longest river …" is told of the river that the title names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.discourse.hypernyms import TITLE, topic_of
from quizgen.discourse.topic_thing import named_by_title
from quizgen.syntax.tree import child, children

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from quizgen.facts import Phrase
    from quizgen.syntax.analysis import Analysis

NOMINAL = frozenset({"NOUN", "PROPN"})
ONE = frozenset({"one", "un", "une"})


def said_to_be(pronoun: Token) -> Token | None:
    """Return the noun that a subject is said to be: "It was the first dynasty", "It is one of the museums"."""
    root = pronoun.head
    if child(root, "cop") is None or root.i < pronoun.i:
        return None
    noun = next((c for c in children(root, "nmod") if c.pos_ in NOMINAL), root) if root.lower_ in ONE else root
    return noun if noun.pos_ in NOMINAL else None


def is_of_another_kind(pronoun: Token, before: Span) -> bool:
    """Return True where the noun said of a pronoun is in the sentence before, and not its subject.

    "The biggest city on the river Kent is Dover. It is the longest river …": the city is not meant.
    """
    noun = said_to_be(pronoun)
    if noun is None:
        return False
    subject = child(before.root, "nsubj")
    return (subject is None or subject.lemma_.lower() != noun.lemma_.lower()) and has_noun(before, noun)


def has_noun(sentence: Span, noun: Token) -> bool:
    """Return True for a sentence that has a noun, in any number or as part of a name."""
    return any(t.pos_ in NOMINAL and noun.lemma_.lower() in {t.lemma_.lower(), t.lower_} for t in sentence)


def topic_said_to_be(pronoun: Token, before: Span | None, analysis: Analysis) -> Phrase | None:
    """Return the topic where a pronoun is said to be of its kind, and the sentence before tells of no other of the kind."""
    noun = said_to_be(pronoun)
    topic, title = topic_of(analysis), named_by_title(analysis)
    made = topic.name if topic is not None else title
    if noun is None or made is None or pronoun.head != pronoun.sent.root:
        return None
    words = TITLE.match(analysis.article.title)[1].lower().split()  # type: ignore[index]  # it matches any text
    kinds = {*words, *([topic.lemma] if topic is not None else [])}
    rivals = before is not None and has_noun(before, noun) and made.bare not in before.text
    return made if {noun.lemma_.lower(), noun.lower_} & kinds and not rivals else None
