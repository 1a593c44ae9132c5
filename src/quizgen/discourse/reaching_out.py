"""Words of a sentence that point outside it: a pronoun, a possessive or a demonstrative whose antecedent the sentence does not hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.discourse.pronouns import antecedent, is_impersonal
from quizgen.syntax.tree import child, feature, opens, relation

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from spacy.tokens import Span, Token

    from quizgen.facts import Phrase
    from quizgen.syntax.analysis import Analysis

OPENING = 6  # tokens of a sentence within which its subject pronoun may be replaced by what it stands for
NAMED = frozenset({"PER", "ORG"})
HELD = frozenset({"nsubj", "obj"})  # what a pronoun further on may take up


def replaced_pronouns(sentence: Span, analysis: Analysis) -> Iterator[tuple[Token, Phrase]]:
    """Yield the pronoun that is the sentence's subject, with what it surely stands for in the text before."""
    subject = child(sentence.root, "nsubj")
    if subject is None or subject.pos_ != "PRON" or subject.i - sentence.start >= OPENING:
        return
    meant = antecedent(subject, analysis) if reaches_out(subject, sentence, (), analysis) else None
    if meant is not None:
        yield subject, meant


def first_reaching_out(sentence: Span, known: Container[Token], analysis: Analysis) -> Token | None:
    """Return the first word of a sentence that stands for something outside it, or None; the `known` are told in full."""
    return next((t for t in sentence if t not in known and reaches_out(t, sentence, known, analysis)), None)


def reaches_out(token: Token, sentence: Span, known: Container[Token], analysis: Analysis) -> bool:
    """Return True for a word whose antecedent its own sentence does not hold."""
    if token.pos_ not in {"PRON", "DET", "ADV"}:
        return False
    settings = analysis.settings
    if token.lower_ in settings.words("passages", "adverbs"):
        return "expl" not in token.dep_
    if feature(token, "PronType") == "Dem":
        return token.pos_ == "DET" or not is_explained(token, analysis)
    if feature(token, "Person") in {"1", "2"} or token.lower_ in analysis.language.lexicon.words("pronouns", "first_person"):
        return True
    is_third = token.pos_ == "PRON" and feature(token, "Person") in {"3", ""} and feature(token, "PronType") in {"Prs", ""}
    if not (is_third or feature(token, "Poss") == "Yes") or feature(token, "Reflex") == "Yes":
        return False
    is_person = settings.data["pronouns"].get(token.lower_, {}).get("person") is True
    if relation(token) in {"nsubj", "expl"} and not is_person and is_impersonal(token, analysis):
        return False
    return not any(may_mean(token, t, known) for t in sentence if t.i < token.i) and not is_told_after(token, sentence)


def is_explained(pronoun: Token, analysis: Analysis) -> bool:
    """Return True for « ceux qui … », "those of …", and for a cleft: « c'est … que »."""
    following = pronoun.nbor(1) if pronoun.i + 1 < len(pronoun.doc) else None
    if following is not None and following.lower_ in analysis.settings.words("passages", "explaining"):
        return True
    cleft = analysis.settings.words("passages", "cleft")
    return pronoun.lower_ in cleft and any(t.lower_ in {"que", "qu'", "qu’", "qui"} for t in pronoun.doc[pronoun.i : pronoun.sent.end])


def may_mean(pronoun: Token, noun: Token, known: Container[Token]) -> bool:
    """Return True for a noun that a pronoun or possessive behind it takes up: a subject, an object or a name that agrees."""
    if noun in known:
        return True
    is_person = noun.ent_type_ in NAMED
    if feature(pronoun, "Poss") != "Yes" and noun.head == pronoun.head:
        return False  # « la ville la restaure »: two parts of one clause are two things
    if noun.pos_ not in {"NOUN", "PROPN"} or not (relation(noun) in HELD or is_person):
        return False
    return agrees(pronoun, noun)


def agrees(pronoun: Token, noun: Token) -> bool:
    """Return True when nothing in their forms keeps two words from meaning one thing; a possessive says nothing of its owner's gender."""
    owner = feature(pronoun, "Number[psor]") if pronoun.pos_ == "DET" else feature(pronoun, "Number")
    number = "Plur" if any(relation(c) == "conj" for c in noun.children) else feature(noun, "Number")
    if owner and number and owner != number and not (owner == "Plur" and noun.ent_type_ == "ORG"):
        return False
    if is_of_person(pronoun, noun) and noun.ent_type_ != "PER":
        return False
    genders = {feature(pronoun, "Gender"), feature(noun, "Gender")} - {"", "Neut"}
    return feature(pronoun, "Poss") == "Yes" or len(genders) < 2


def is_told_after(token: Token, sentence: Span) -> bool:
    """Return True for a pronoun in the opening of a sentence about somebody named: "In her youth, Mary Anning …"."""
    subject = child(sentence.root, "nsubj")
    if subject is None or subject.i < token.i or opens(token) or subject.pos_ != "PROPN":
        return False
    return token.head != sentence.root and agrees(token, subject)


def is_of_person(pronoun: Token, noun: Token) -> bool:
    """Return True for "he", "her": gendered words of a language whose nouns are not."""
    return feature(pronoun, "Gender") in {"Masc", "Fem"} and not feature(noun, "Gender") and noun.pos_ == "NOUN"
