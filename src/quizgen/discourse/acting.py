"""What only somebody does or undergoes: « il épouse … », « il est élu … » is no thing, though « il » may stand for one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.languages.base import joined
from quizgen.syntax.tree import child, children, feature, relation

if TYPE_CHECKING:
    from spacy.tokens import Token

    from quizgen.facts import Phrase
    from quizgen.syntax.analysis import Analysis

ACTORS = frozenset({"PER", "ORG"})
IN_PLAY = frozenset({"nsubj", "obj", "iobj", "obl"})  # a pronoun further on may mean what stands so


def is_act(pronoun: Token, analysis: Analysis) -> bool:
    """Return True for the subject of a verb of persons, « il a démissionné », « il est élu », and for « il devient maire »."""
    settings, verb = analysis.settings, pronoun.head
    if relation(pronoun) not in {"nsubj", "expl"}:  # « il s'entoure de … »
        return False
    if child(verb, "cop") is not None or verb.lemma_.lower() in settings.words("verbs", "becoming"):
        said = [verb, *children(verb, "xcomp", "obj")]
        return any(t.pos_ == "NOUN" and is_somebody(t, analysis) and feature(t, "Number") != "Plur" for t in said)
    is_passive = any(c.dep_ == "aux:pass" for c in verb.children)
    return verb.lemma_.lower() in settings.words("verbs", "undergone" if is_passive else "done")


def is_actor(token: Token, hero: Phrase, analysis: Analysis) -> bool:
    """Return True for somebody else, told by a common noun or as a body, who may have done it: « le maire », « le parti », EDF."""
    if relation(token) not in IN_PLAY or feature(token, "Number") == "Plur" or is_of(token, hero):
        return False
    gender = {"Masc": "m", "Fem": "f"}.get(feature(token, "Gender"), hero.gender)
    lexicon = analysis.language.lexicon
    bodies = joined(lexicon.words("head_nouns", "organization"), lexicon.words("organizations", "nouns"))
    is_noun = token.pos_ == "NOUN" and (is_somebody(token, analysis) or token.lemma_.lower() in bodies)
    return gender == hero.gender and (is_noun or (token.pos_ == "PROPN" and token.ent_type_ in ACTORS))


def is_somebody(noun: Token, analysis: Analysis) -> bool:
    """Return True for a noun that says what a person is."""
    lexicon = analysis.language.lexicon
    return bool({noun.lemma_.lower(), noun.lower_} & joined(lexicon.words("roles", "nouns"), lexicon.words("head_nouns", "person")))


def is_of(token: Token, hero: Phrase) -> bool:
    """Return True for a noun or name that goes with the hero's name: « le pilote Ada Stein »."""
    own = {word for name in (hero.text, *hero.accepted) for word in name.split()}
    return any(t.text in own for t in (token, *children(token, "flat", "appos", "nmod")))
