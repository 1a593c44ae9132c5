"""What a pronoun or a possessive may take up: a subject, an object or a name before it that agrees and could be meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.discourse.acting import is_somebody
from quizgen.discourse.hero import hero_of, is_part_of
from quizgen.discourse.surroundings import is_fronted
from quizgen.languages.base import joined
from quizgen.syntax.tree import children, feature, follows_comma, relation

if TYPE_CHECKING:
    from collections.abc import Container

    from spacy.tokens import Token

    from quizgen.syntax.analysis import Analysis, ClauseSettings

NAMED = frozenset({"PER", "ORG"})
HELD = frozenset({"nsubj", "obj"})  # what a pronoun further on may take up


def may_mean(pronoun: Token, noun: Token, known: Container[Token], analysis: Analysis) -> bool:
    """Return True for a noun that a pronoun or possessive behind it takes up: a subject, an object or a name that agrees."""
    if noun in known:
        return feature(noun, "Poss") == "Yes" or agrees(pronoun, noun, analysis)
    if relation(noun) in {"flat", "compound"}:
        return False  # a name is where its head is
    if relation(pronoun) == "nsubj" and (is_fronted(pronoun) or (pronoun.head.head == pronoun.head and relation(noun) != "nsubj")):
        return False  # « Soigné par Léo Stein, il … »: what comes before a sentence's subject seldom says what it is
    displaced = pronoun.head.lower_ in analysis.settings.words("passages", "displacing")
    if displaced and feature(pronoun, "Poss") == "Yes" and noun.head == pronoun.head.head and relation(noun) == "nsubj":
        return False  # "mills take their place": that of others
    is_person = noun.ent_type_ in NAMED
    if is_within(pronoun, noun) or is_one_of_its(pronoun, noun, analysis.settings):
        return False
    if feature(pronoun, "Poss") != "Yes" and whole_of(noun).head == pronoun.head:
        return False  # « la ville la restaure »: two parts of one clause are two things
    is_source = any(c.lower_ in analysis.settings.words("arguments", "source") for c in children(pronoun, "case"))
    is_told = relation(noun) in HELD or is_person or (is_source and is_somebody(noun, analysis))  # « selon eux »
    if noun.pos_ not in {"NOUN", "PROPN"} or not is_told:
        return False
    if is_person and is_deep(noun) and not is_of_person(pronoun, analysis):
        return False
    return agrees(pronoun, noun, analysis)


def whole_of(noun: Token) -> Token:
    """Return the noun that a member of a list or a name beside it belongs to: « deux êtres, Ada et Léo, vivent en elle »."""
    while relation(noun) in {"conj", "appos", "flat"} and noun.head.pos_ in {"NOUN", "PROPN"}:
        noun = noun.head
    return noun


def is_within(pronoun: Token, noun: Token) -> bool:
    """Return True for a possessive in the noun's own phrase: « l'âge de ses éleveurs » says nothing of whose."""
    if feature(pronoun, "Poss") != "Yes":
        return False
    token = pronoun.head
    while relation(token) == "nmod" and not follows_comma(token):  # « La Normandie, grâce à son sol, … »
        token = token.head
    return token == noun


def is_deep(noun: Token) -> bool:
    """Return True for a name that another noun brings with it, unless it is the subject: « un article de la critique Ada Stein … lui »."""
    token = noun
    while relation(token) in {"nmod", "appos", "flat"}:
        token = token.head
    return token != noun and relation(token) != "nsubj"


def is_one_of_its(pronoun: Token, noun: Token, settings: ClauseSettings) -> bool:
    """Return True for the subject of « X devient l'un de ses centres »: no thing is one of its own."""
    one = pronoun.head.head
    is_owned = feature(pronoun, "Poss") == "Yes" and relation(pronoun.head) == "nmod"
    is_one = is_owned and one.lower_ in settings.words("passages", "one")
    return is_one and relation(noun) == "nsubj" and noun.head in {one, *one.ancestors} and one.i > noun.head.i


def agrees(pronoun: Token, noun: Token, analysis: Analysis) -> bool:
    """Return True when nothing in their forms keeps two words from meaning one thing; a possessive says nothing of its owner's gender."""
    owner = owner_number(pronoun, analysis) if pronoun.pos_ == "DET" else feature(pronoun, "Number")
    number = feature(noun, "Number") or ("Sing" if noun.ent_type_ == "PER" else "")
    is_several = noun.ent_type_ == "ORG" or any(relation(c) == "conj" for c in noun.children)  # "Ada and her son": of one, or of both
    is_several = is_several or any(t.ent_type_ == "PER" and t.ent_iob_ == "B" for t in noun.doc[noun.i + 1 : pronoun.i])
    if owner and number and owner != number and not (owner == "Plur" and is_several):
        return False
    if is_of_several(pronoun, analysis) and number == "Sing" and (noun.ent_type_ == "PER" or noun.pos_ == "PRON") and not is_several:
        return False  # « Il dirige leur tournée »
    if is_of_person(pronoun, analysis) and noun.pos_ != "PRON" and not is_person(noun, analysis):
        return False
    genders = {feature(pronoun, "Gender"), feature(noun, "Gender")} - {"", "Neut"}
    return feature(pronoun, "Poss") == "Yes" or len(genders) < 2


def is_of_several(possessive: Token, analysis: Analysis) -> bool:
    """Return True for « leur »: of a group, if of a noun in the singular."""
    return bool(analysis.settings.data["possessives"].get(possessive.lower_, {}).get("number") == "p")


def owner_number(possessive: Token, analysis: Analysis) -> str:
    """Return the number of a possessive's owner: "Sing" for « ses », "" where that is not known, « leur » may be of a group."""
    told = analysis.settings.data["possessives"].get(possessive.lower_, {}).get("number")
    return feature(possessive, "Number[psor]") or ("Sing" if told == "s" else "")


def is_of_person(pronoun: Token, analysis: Analysis) -> bool:
    """Return True for "he", "her": words that stand for persons alone."""
    data = analysis.settings.data
    told = any(data[table].get(pronoun.lower_, {}).get("person") is True for table in ("pronouns", "possessives"))
    return told or pronoun.lower_ in data["arguments"]["person_objects"]


def is_person(noun: Token, analysis: Analysis) -> bool:
    """Return True for a person's name, and for a noun that says what somebody is."""
    lexicon = analysis.language.lexicon
    said = noun.lemma_.lower() in joined(lexicon.words("roles", "nouns"), lexicon.words("head_nouns", "person"))
    hero = hero_of(analysis)
    named = noun.ent_type_ in {"PER", ""} or (hero is not None and is_part_of(noun.text, hero))
    return named if noun.pos_ == "PROPN" else said or noun.ent_type_ == "PER"
