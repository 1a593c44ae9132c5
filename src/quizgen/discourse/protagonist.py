"""The person whom the article is about, where nobody and nothing else near a pronoun can be meant by it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from quizgen.discourse.acting import is_act, is_actor, is_somebody
from quizgen.discourse.hero import hero_of, is_part_of
from quizgen.discourse.surroundings import agrees, opening_of
from quizgen.languages.base import joined
from quizgen.languages.first_names import gender_of_first_name
from quizgen.syntax.tree import child, feature, relation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Span, Token

    from quizgen.facts import Phrase
    from quizgen.syntax.analysis import Analysis


def protagonist(pronoun: Token, before: Span | None, wanted: dict[str, object], analysis: Analysis) -> Phrase | None:
    """Return the person whom the article is about, when nobody and nothing else near can be meant."""
    hero = hero_of(analysis)
    if hero is None or wanted["number"] != "s" or wanted.get("person") is False or hero.gender != wanted.get("gender"):
        return None
    acts = wanted.get("person") is None and is_act(pronoun, analysis)  # « il épouse »: no thing does
    if wanted.get("person") is None and is_about_a_thing(hero.gender, analysis, acting=acts):
        return None
    near = [*(before or ()), *opening_of(pronoun)]
    goes_on = before is not None and goes_on_about(hero, before, wanted, analysis)
    goes_on_far = goes_on and is_main_subject(pronoun)
    own = own_names(before) if before is not None and opens_article(before, hero, analysis) else ()
    others = [t for t in near if t not in own and is_rival_of(hero, t, analysis)]
    rivals = [t for t in others if not ((goes_on and is_embedded(t)) or (goes_on_far and is_aside(t)))]
    if acts:
        rivals += [t for t in near if is_actor(t, hero, analysis)]
    return None if rivals or (not acts and is_thing_near(near, hero, wanted, analysis)) else hero


def is_main_subject(pronoun: Token) -> bool:
    """Return True for the subject of a sentence, and for whose it is."""
    subject = pronoun.head if feature(pronoun, "Poss") == "Yes" else pronoun
    return relation(subject) == "nsubj" and subject.head == subject.sent.root


def is_aside(token: Token) -> bool:
    """Return True for somebody who goes with what a sentence tells: "He appeared alongside Ada Stein and Bob Low. He …".

    So does who stands in a clause of its own under the main one: "He moved to let Bob Low play. He …".
    """
    head = token
    while relation(head) in {"flat", "compound", "conj", "appos"} and head.head.pos_ in {"NOUN", "PROPN"}:
        head = head.head
    clauses = (t for t in (head.head, *head.head.ancestors) if relation(t) in {"advcl", "acl", "ccomp"})
    return relation(head) in {"obl", "nmod"} or relation(next(clauses, head)) in {"advcl", "acl"}


def own_names(sentence: Span) -> frozenset[Token]:
    """Return the words of a sentence's subject, and of the name that it is said to be known by."""
    subject = child(sentence.root, "nsubj")
    return frozenset(subject.subtree) if subject is not None else frozenset()


def opens_article(sentence: Span, hero: Phrase, analysis: Analysis) -> bool:
    """Return True for the first sentence of all, where its subject is the hero under a fuller name: "Joshua Abraham Norton (1818 – …)"."""
    subject = child(sentence.root, "nsubj")
    is_first = sentence.doc == analysis.docs[0] and sentence.start == 0
    return is_first and subject is not None and any(is_part_of(t.text, hero) for t in subject.subtree)


def goes_on_about(hero: Phrase, before: Span, wanted: dict[str, object], analysis: Analysis) -> bool:
    """Return True when the main subject of the sentence before is the hero, by name or by the same pronoun."""
    subject = child(before.root, "nsubj")
    if subject is None or subject.i > before.root.i:
        return False
    pronouns = analysis.settings.data["pronouns"]
    return pronouns.get(subject.lower_) == wanted or (subject.pos_ == "PROPN" and is_part_of(subject.text, hero))


def is_rival_of(hero: Phrase, token: Token, analysis: Analysis) -> bool:
    """Return True for another person who may be of the hero's gender."""
    if token.ent_type_ != "PER" or is_part_of(token.text, hero) or token.text.isupper() or is_of_thing(token, analysis):  # « J.-C. »
        return False
    name = next((ent.text for ent in token.doc.ents if ent.start <= token.i < ent.end), token.text)
    return gender_of_first_name(name, analysis.language.lexicon) in {"", hero.gender}


def is_of_thing(name: Token, analysis: Analysis) -> bool:
    """Return True for a name right behind the noun for what it names: « l'écurie Stein », « une moto Stein »."""
    if name.i == name.sent.start or relation(name) not in {"nmod", "appos", "flat"}:
        return False
    noun = name.nbor(-1)
    return noun.pos_ == "NOUN" and noun == name.head and not is_somebody(noun, analysis)


def is_embedded(token: Token) -> bool:
    """Return True for a name within a phrase about something else: "the films of Woody Allen", « la voiture de Varzi »."""
    head = token.head if relation(token) in {"flat", "compound"} else token
    return relation(head) in {"nmod", "appos"} and head.head.pos_ in {"NOUN", "PROPN"} and head.head.ent_type_ != "PER"


@lru_cache(maxsize=4)
def is_about_a_thing(gender: str, analysis: Analysis, *, acting: bool = False) -> bool:
    """Return True when title or standfirst name a thing of this gender: « il » may then be the canal as well as its engineer.

    Of a canal no act is told, of a party it is: `acting` asks for those things only that may do what somebody does.
    """
    lexicon = analysis.language.lexicon
    people = joined(lexicon.words("head_nouns", "person"), lexicon.words("roles", "nouns"))
    genders = {"m": "Masc", "f": "Fem"}
    topic = analysis.topic - people
    if acting:
        topic &= lexicon.words("head_nouns", "organization") | lexicon.words("organizations", "nouns")
    things = (t for doc in analysis.docs for t in doc if t.pos_ == "NOUN" and t.lemma_.lower() in topic)
    return any(feature(t, "Gender") == genders.get(gender) for t in things)


def is_thing_near(near: Sequence[Token], hero: Phrase, wanted: dict[str, object], analysis: Analysis) -> bool:
    """Return True when a subject or object near is a thing that the pronoun could stand for."""
    if wanted.get("person"):
        return False
    from quizgen.syntax.phrases import phrase

    subjects = [t for t in near if (relation(t) in {"nsubj", "obj"} and t.pos_ == "NOUN") or (t.pos_ == "PROPN" and t.ent_type_ != "PER")]
    return any(agrees(phrase(t, analysis), wanted) and hero.text.split()[-1] not in t.text for t in subjects)
