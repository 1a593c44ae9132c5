"""What a noun may say whose name is set behind it, and in which tense it is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.extraction.definitions import says_what
from quizgen.extraction.rules.conditions import clause_tense
from quizgen.extraction.rules.rule import Rule
from quizgen.facts import Clause, Complement, Phrase, PhraseType, Value
from quizgen.syntax.analysis import Analysis, Sentence
from quizgen.syntax.phrases import phrase_tokens
from quizgen.syntax.tree import children, feature, relation

if TYPE_CHECKING:
    from spacy.tokens import Token

FEWEST_OF_KIND = 3  # content words of a kind of thing that is told by nothing else
OFTEN = 4  # mentions of the person whom an article is about


def is_told(rule: Rule, nodes: dict[str, Token], slots: list[tuple[str, Value]], analysis: Analysis) -> bool:
    """Return True when a description set beside a name says what the named thing is, and a person is no passer-by."""
    head, subject = nodes[rule.slots["description"]["node"]], dict(slots).get("subject")
    words = phrase_tokens(head, analysis)
    if words and isinstance(subject, Phrase) and subject.type is PhraseType.PLACE and feature(words[0], "Definite") == "Ind":
        return False  # "Kent, a town on the border": other answers are as right
    if not words or not isinstance(subject, Phrase) or not says_what(subject, words, head, analysis):
        return False
    if not tells_one(head, analysis):
        return False
    if subject.type is not PhraseType.PERSON and is_bare_kind(words, head):
        return False
    if any(relation(c) == "acl" and c.i > nodes[rule.slots["subject"]["node"]].i for c in nodes[rule.slots["subject"]["node"]].children):
        return False  # "the film Long Road | based on a novel"
    return subject.type is not PhraseType.PERSON or not is_passer_by(subject, analysis)


def tells_one(noun: Token, analysis: Analysis) -> bool:
    """Return True for "the largest port", "Kent's team", "the capital of Oregon": not for "the hashtag on Twitter", "its allies"."""
    owning, degrees = (analysis.settings.words("definitions", name) for name in ("owning", "degrees"))
    alone = analysis.settings.data["prepositions"]["alone"]
    cases = {alone.get(c.lower_, c.lower_) for owner in children(noun, "nmod") for c in children(owner, "case")}
    ranks = analysis.settings.words("time", "ordering")
    best = any(is_best(adjective, degrees) or adjective.lower_ in ranks for adjective in children(noun, "amod"))
    return feature(noun, "Number") != "Plur" and (best or bool(cases & owning))


def is_best(adjective: Token, degrees: frozenset[str]) -> bool:
    """Return True for "largest", "most prestigious", « (le) plus grand »."""
    return feature(adjective, "Degree") == "Sup" or any(d.lower_ in degrees for d in adjective.children)


def is_bare_kind(words: list[Token], head: Token) -> bool:
    """Return True for "an English translation" of a work, "a town" of a place: a kind, of nothing in particular."""
    content = sum(t.pos_ in {"NOUN", "PROPN", "ADJ", "NUM"} for t in words)
    return content < FEWEST_OF_KIND and not any(relation(c) in {"nmod", "acl"} and c in words for c in head.children)


def is_passer_by(person: Phrase, analysis: Analysis) -> bool:
    """Return True for a person named once in an article about another: his trade is beside the point (as the settings have it)."""
    fewest = int(analysis.settings.data["definitions"]["fewest_mentions"])
    entity = analysis.registry.find(person.text)
    is_rare = entity is None or entity.mentions < fewest
    hero = max(analysis.registry.entities, key=lambda e: e.mentions, default=None)
    return is_rare and hero is not None and hero.type is PhraseType.PERSON and hero.mentions >= OFTEN


def copula_of_person(slots: list[tuple[str, Value]], name: Token, sentence: Sentence, analysis: Analysis) -> list[tuple[str, Value]]:
    """Return the clause that an apposition to a name stands for, in the tense of its sentence: "Ada Lovelace was a mathematician"."""
    values = dict(slots)
    subject, description = values.get("subject"), values.get("description")
    finite = analysis.settings.data["copula"].get(clause_tense(name), "")
    if not finite or not isinstance(subject, Phrase) or not isinstance(description, Phrase) or subject.type is not PhraseType.PERSON:
        return []
    told = Complement(description.text, "description", description.text)
    clause = Clause(subject, finite, complements=(told,), tense=clause_tense(name), subject_slot="subject", span=sentence.evidence)
    return [("copula", clause)]


def is_of_one_kind(slots: list[tuple[str, Value]]) -> bool:
    """Return False when a place or person is set beside a noun for something else: « … outside Germany, a flying reptile »."""
    types = {name: value.type for name, value in slots if isinstance(value, Phrase)}
    named = types.get("subject")
    return named not in {PhraseType.PLACE, PhraseType.PERSON} or types.get("description") is named
