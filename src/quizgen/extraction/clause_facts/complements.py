"""Complements that a verb, an adjective or a light verb's noun brings with its preposition: "led to riots", "had an impact on trade"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from quizgen.extraction.arguments.argument import Argument, lead_text
from quizgen.extraction.clause_facts.askable import is_lone_person, names_no_one_thing
from quizgen.extraction.clause_facts.told_clause import VAGUE, ToldClause
from quizgen.extraction.clauses.parsed_clause import ParsedClause
from quizgen.facts import Clause, Complement, Fact, Phrase, PhraseType
from quizgen.syntax.analysis import Analysis
from quizgen.syntax.dangling import dangling
from quizgen.syntax.names import is_name
from quizgen.syntax.phrases import is_cut_short, phrase, phrase_tokens
from quizgen.syntax.tree import child, children, feature, is_contiguous, relation, text_of

if TYPE_CHECKING:
    from spacy.tokens import Token

LONGEST = 10  # words of a complement that is asked for
MOST_MEMBERS = 3
ASKED_TYPES = frozenset({PhraseType.PERSON, PhraseType.ORGANIZATION, PhraseType.WORK})


def complement_facts(told: ToldClause) -> Iterator[Fact]:
    """Yield what is asked for by its preposition; less sure where nothing else in the clause is named."""
    for clause, value in asked_complements(told.parsed, told.clause, told.found, told.analysis):
        if is_lone_person(value) or names_no_one_thing(value, told.analysis):
            continue
        is_open = not (clause.subject.is_name or value.is_name or len(clause.complements) > 1)
        yield told.fact("complement", {"action": clause, "complement": value}, VAGUE if is_open else 1.0)


def asked_complements(
    parsed: ParsedClause, clause: Clause, found: Sequence[Argument], analysis: Analysis
) -> Iterator[tuple[Clause, Phrase]]:
    """Yield the clause with each complement that can be asked for by its preposition, and what the complement names."""
    for number, complement in enumerate(clause.complements):
        argument = next((a for a in found if a.slot in {"", "object"} and not a.is_lead and lead_text(a) == complement.text), None)
        if argument is None:
            continue
        head = next((t for t in argument.tokens if t.head not in argument.tokens), argument.tokens[0])
        inner = inside_light_object(head, parsed, analysis) if relation(head) == "obj" else head
        if inner is None or not is_asked(inner, parsed, analysis):
            continue
        if goes_on_to(inner):
            continue  # "from sunset | to sunrise"
        words = [t for t in phrase_tokens(inner, analysis) if t in argument.tokens]
        if words and argument.tokens[-1] == words[-1] and can_be_key(inner, words, analysis):
            value = phrase(inner, analysis, words)
            yield with_parts(clause, number, argument, words), value


def goes_on_to(head: Token) -> bool:
    """Return True for the first end of a stretch: "from the mill to the sea"."""
    following = head.right_edge.nbor(1) if head.right_edge.i + 1 < len(head.doc) else None
    return preposition_of(head) == "from" and following is not None and following.lower_ in {"to", "until", "through"}


def inside_light_object(noun: Token, parsed: ParsedClause, analysis: Analysis) -> Token | None:
    """Return the complement of a light verb's object: "relations" in "had an impact on relations"."""
    if parsed.verb.lemma_.lower() not in analysis.settings.words("verbs", "light"):
        return None
    return next((c for c in children(noun, "nmod") if preposition_of(c) not in analysis.settings.words("arguments", "possessor")), None)


def preposition_of(head: Token) -> str:
    """Return the one preposition before a noun, or "" when there is none or it has several words."""
    cases = [c for c in children(head, "case") if c.i < head.i and feature(c, "Poss") != "Yes"]
    return cases[0].lower_ if len(cases) == 1 and not any(cases[0].children) else ""


def is_asked(head: Token, parsed: ParsedClause, analysis: Analysis) -> bool:
    """Return True when the preposition is the governing word's own, or opens the name of a person or of a thing of known kind."""
    preposition = preposition_of(head)
    governors = analysis.settings.data["governing"].get(preposition, ())
    governor = head.head if relation(head) == "nmod" else parsed.verb
    if governor.lemma_.lower() in governors:
        return relation(head) in {"obl", "nmod"}
    named = relation(head) == "obl" and is_name(head) and preposition in analysis.settings.words("arguments", "before_names")
    return named and phrase(head, analysis).type in ASKED_TYPES


def can_be_key(head: Token, words: Sequence[Token], analysis: Analysis) -> bool:
    """Return True for words that are the whole answer: no open list, no date, nothing that leans on the text."""
    text = f" {text_of(words).lower()} "
    open_list = any(f" {m} " in text for m in analysis.language.lexicon.words("open_list", "markers"))
    leaning = bool(dangling(head, words, analysis)) or any(feature(t, "Poss") == "Yes" for t in words)
    members = sum(relation(t) == "conj" for t in words) + 1
    if open_list or leaning or members > MOST_MEMBERS or len(words) > LONGEST or not is_contiguous(words) or is_cut_short(words):
        return False
    if head.pos_ not in {"NOUN", "PROPN"} or any(t.pos_ == "VERB" and relation(t) == "conj" for t in words):
        return False
    return not analysis.language.find_dates(text_of(words)) and child(head, "nsubj") is None


def with_parts(clause: Clause, number: int, argument: Argument, words: Sequence[Token]) -> Clause:
    """Return the clause with the asked complement marked, split from the light verb's object before it."""
    opening = words[0].i - 1  # the preposition: it has one word
    before = [t for t in argument.tokens if t.i < opening]
    own = Complement(text_of([t for t in argument.tokens if t.i >= opening]), "complement", text_of(words))
    parts = (Complement(text_of(before)), own) if before else (own,)
    return replace(clause, complements=(*clause.complements[:number], *parts, *clause.complements[number + 1 :]))
