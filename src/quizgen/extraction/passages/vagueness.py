"""Sentences that tell nothing to be learnt: that there are some things, what things of no name do, what is only planned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.extraction.clauses.parsed_clause import Unclean
from quizgen.syntax.tree import child, children, feature, is_passive, relation

if TYPE_CHECKING:
    from spacy.tokens import Token

    from quizgen.syntax.analysis import Analysis, ClauseSettings, Sentence

TOLD = ("nmod", "acl", "appos", "compound", "nummod", "conj", "flat")  # what says of which things a noun speaks


def check_telling_something(root: Token, subject: Token, sentence: Sentence, analysis: Analysis) -> None:
    """Do nothing for a sentence that says something of something; else raise Unclean with the reason."""
    settings = analysis.settings
    if is_there(root, settings) and not analysis.language.find_dates(sentence.evidence.text):
        raise Unclean("things that are there")
    if is_planned(root, settings):
        raise Unclean("hedged")
    if is_vague(subject, settings) or is_any(subject, settings) or is_likened(subject, settings):
        raise Unclean("subject that names nothing")
    if any(is_act_of_somebody(t, settings) for t in sentence.span):
        raise Unclean("act that nothing names")


def is_there(root: Token, settings: ClauseSettings) -> bool:
    """Return True for "There are flights to Dover", not for "There are 120 kinds of gull", "There is a mill that …", "There were …"."""
    existential = settings.words("passages", "existential")
    opening = next((c for c in root.children if c.lower_ in existential and c.i < root.i), None)
    noun = child(root, "nsubj") if root.pos_ in {"AUX", "VERB"} else root
    if opening is None or noun is None or noun.pos_ != "NOUN":
        return False
    verbs = [t for t in (root, *children(root, "cop", "aux")) if feature(t, "VerbForm") == "Fin"]
    clauses = [c for c in (*noun.children, *root.children) if c.dep_ == "acl:relcl" or relation(c) in {"ccomp", "advcl"}]
    own = [d for d in children(noun, "det", "amod", "nummod") if d.pos_ in {"DET", "NUM", "ADJ"}]
    vague = settings.words("arguments", "vague_quantifiers")
    is_counted = any(d.pos_ == "NUM" or (d.pos_ == "DET" and d.lower_ not in vague) for d in own)
    is_some = any(d.lower_ in vague for d in own) or noun.lemma_.lower() in settings.words("passages", "vague_amounts")
    return any(feature(v, "Tense") == "Pres" for v in verbs) and (is_some or not (clauses or is_counted))


def is_planned(root: Token, settings: ClauseSettings) -> bool:
    """Return True for what "is expected to" be or "is planned": who reads it a month later may know better."""
    auxiliaries = [t for t in children(root, "aux") if feature(t, "Tense") == "Pres"]
    governed = children(root, "xcomp", "ccomp", "csubj")  # not "the streets are planned on a grid"
    return bool(auxiliaries and governed) and is_passive(root) and root.lemma_.lower() in settings.words("passages", "planning")


def is_vague(subject: Token, settings: ClauseSettings) -> bool:
    """Return True for "Topics include …", "Closely related fields are …": of what, another sentence says."""
    vague = settings.words("passages", "relational")
    is_bare = feature(subject, "Number") == "Plur" and not children(subject, "det", "nmod:poss", *TOLD)
    return is_bare and subject.pos_ == "NOUN" and subject.lemma_.lower() in vague


def is_any(subject: Token, settings: ClauseSettings) -> bool:
    """Return True for "Each packet …", "Any answer …" with nothing that says among which."""
    told = children(subject, *TOLD) or any(c.dep_ == "acl:relcl" for c in subject.children)
    times = settings.words("time", "nouns")
    each = any(d.lower_ in settings.words("passages", "distributing") for d in children(subject, "det"))
    return each and not told and subject.pos_ == "NOUN" and subject.lemma_.lower() not in times


def is_likened(subject: Token, settings: ClauseSettings) -> bool:
    """Return True for "Similar structures …": to what, another sentence says."""
    likened = [a for a in children(subject, "amod") if a.lower_ in settings.words("passages", "likened")]
    return any(not any(a.children) for a in likened) and not children(subject, "det", "nmod", "acl")


def is_act_of_somebody(noun: Token, settings: ClauseSettings) -> bool:
    """Return True for "his decision" as a subject or an object, where nothing behind says what was decided."""
    if noun.pos_ != "NOUN" or relation(noun) not in {"nsubj", "obj"} or noun.lemma_.lower() not in settings.words("passages", "acts"):
        return False
    owners = [c for c in noun.children if feature(c, "Poss") == "Yes" and feature(c, "PronType") == "Prs"]
    told = [c for c in children(noun, "acl", "nmod", "advcl", "ccomp", "amod", "compound") if c not in owners]
    behind = noun.nbor(1).lower_ if noun.i + 1 < len(noun.doc) else ""
    return bool(owners) and not told and behind not in settings.words("passages", "telling_acts")
