"""Relative clauses: what "who", "which", « qui » stand for, and what a cleft brings out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.extraction.clauses.parsed_clause import Unclean
from quizgen.syntax.analysis import Analysis
from quizgen.syntax.tree import child, children, feature, relation

if TYPE_CHECKING:
    from spacy.tokens import Token

RELATIVE_PRONOUNS = frozenset({"qui", "which", "who", "that"})


def is_relative_clause(verb: Token) -> bool:
    """Return True when a clause hangs on a noun by a relative pronoun."""
    return "relcl" in verb.dep_ or any(feature(c, "PronType") == "Rel" for c in verb.subtree if c.i < verb.i)


def follows_relative(subject: Token, verb: Token) -> bool:
    """Return True for a subject just behind a relative pronoun, whatever the verb hangs on: « (le championnat) que la ville crée »."""
    left = subject.left_edge
    before = left.nbor(-1) if left.i > left.sent.start else None
    return before is not None and feature(before, "PronType") == "Rel" and before.head == verb and relation(before) != "mark"


def antecedent_of_relative(verb: Token, analysis: Analysis) -> Token:
    """Return what a relative pronoun stands for; raises Unclean where two nouns before it could be meant.

    Of a list, the last name (« Airship, qui …, et Zuul, qui … »); of an apposition, the name it explains (« Zuul, l'outil qui … »).
    """
    brought_out = cleft_focus(verb)
    if brought_out is not None:
        return brought_out
    nearest = verb.doc[verb.left_edge.i - (2 if verb.nbor(verb.left_edge.i - verb.i).is_punct else 1)]
    if nearest != verb.head and relation(nearest) == "conj" and nearest.head == verb.head and nearest.pos_ == "PROPN":
        return nearest
    others = [c for c in children(verb.head, "nmod", "conj") if c.i < verb.left_edge.i and c.pos_ in {"NOUN", "PROPN"}]
    if others and not names_a_thing(verb.head, analysis) and not is_the_person(child(verb, "nsubj"), verb.head):
        raise Unclean("antecedent not sure")
    return name_explained(verb.head) or told_of(verb.head)


def told_of(noun: Token) -> Token:
    """Return what a description with a relative clause is said of: the Rhine in "the Rhine is a river that …"."""
    indefinite = any(feature(d, "Definite") == "Ind" for d in children(noun, "det"))
    subject = child(noun, "nsubj") if child(noun, "cop") is not None else None
    if indefinite and subject is not None and subject.i < noun.i:
        return subject
    bare = not children(noun, "det", "case", "nummod")  # « l'Arena, salle qui … »
    beside = relation(noun) == "appos" and noun.head.pos_ == "PROPN" and noun.head.i < noun.i
    return noun.head if (indefinite or bare) and beside else noun


def is_the_person(pronoun: Token | None, noun: Token) -> bool:
    """Return True for "William of Orange, who …": of two nouns, the person is meant."""
    return pronoun is not None and pronoun.lower_ == "who" and noun.ent_type_ == "PER"


def cleft_focus(verb: Token) -> Token | None:
    """Return what a cleft brings out: « C'est Ada Stein, géologue et navigatrice, qui … » tells about Ada Stein; None elsewhere."""
    focus = verb.head
    while relation(focus) in {"appos", "conj"} and focus.head.i < focus.i:
        focus = focus.head
    opens = any(relation(c) in {"nsubj", "expl"} and feature(c, "PronType") == "Dem" for c in focus.children)
    return focus if opens and child(focus, "cop") is not None else None


def name_explained(noun: Token) -> Token | None:
    """Return the name just before a comma that a definite noun explains: « OpenStack, le système qui … »; None for a member of a list."""
    first = next((c for c in noun.children if feature(c, "Definite") == "Def" and c.i < noun.i), None)
    if first is None or first.i < noun.sent.start + 2 or first.nbor(-1).text != "," or children(noun, "conj", "cc"):
        return None
    name = first.nbor(-2)
    while relation(name) == "flat" or (name.pos_ == "NUM" and relation(name) == "nmod"):
        name = name.head
    return name if name.pos_ == "PROPN" and name.i < first.i and relation(name) != "conj" else None


def names_a_thing(noun: Token, analysis: Analysis) -> bool:
    """Return True for a noun that acts (« la filiale d'EDF qui … »): of two nouns before a relative clause, it is the one that is meant."""
    lexicon = analysis.language.lexicon
    lists = (*(lexicon.words("head_nouns", kind) for kind in ("person", "organization", "work")), lexicon.words("roles", "nouns"))
    return any(noun.lemma_.lower() in words for words in lists)
