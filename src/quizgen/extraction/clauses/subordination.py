"""Whether a clause under another is told as true: a reason or a time is, a condition or a belief is not; reports keep their speaker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.extraction.clauses.parsed_clause import Unclean
from quizgen.extraction.clauses.relative_clauses import is_relative_clause
from quizgen.extraction.clauses.verb_group import finite_verb
from quizgen.syntax.analysis import Analysis
from quizgen.syntax.phrases import phrase
from quizgen.syntax.tree import child, children, feature, opens, relation

if TYPE_CHECKING:
    from spacy.tokens import Token

BESIDE = frozenset({"ccomp", "advcl", "acl", "csubj", "conj", "parataxis", "dep"})
FEWEST_OF_SETTING = 3  # mentions of somebody, for what he did to be told where it only tells the time


def check_embedding(verb: Token, analysis: Analysis) -> Token | None:
    """Return the subject of the speech verb over a reported clause, or None in the article's own voice.

    Raises Unclean for a clause under another whose truth does not carry over: a condition, a belief, a purpose.
    """
    node, reporter, is_inside = verb, None, False
    while node.head != node:
        is_inside = is_inside or relation(node) == "acl"
        if stands_by_itself(node, analysis):
            return reporter
        if relation(node) == "advcl" and is_factive(node, analysis) and not is_setting_of_another(node, analysis):
            node = node.head
            continue
        if relation(node) in {"advcl", "csubj", "xcomp"} or (relation(node) == "acl" and not is_relative_clause(node)):
            raise Unclean("subordinate clause")
        if relation(node) == "ccomp":
            if is_inside:
                raise Unclean("reported clause")  # "argues that it harms those who seek peace": nobody argues that they seek it
            reporter = reported_by(node, analysis)
        node = node.head
    return reporter


def stands_by_itself(verb: Token, analysis: Analysis) -> bool:
    """Return True for a clause set beside another by punctuation alone, whatever it hangs on: « …, 80 % des sites sont en ligne »."""
    left = verb.left_edge
    apart = not opens(left) and bool({left.text, left.nbor(-1).text} & {":", ";", ",", "–"})
    linked = any(t.pos_ in {"SCONJ", "ADP"} and relation(t) == "mark" for t in verb.children) or is_relative_clause(verb)
    finite = finite_verb(verb)
    own = child(verb, "nsubj")
    speech = verb.head.lemma_.lower() in analysis.language.lexicon.words("speech", "verbs")
    plain = finite is not None and feature(finite, "Mood") in {"Ind", ""} and own is not None and own.i < verb.i
    return apart and not linked and plain and not speech and relation(verb) in BESIDE


def is_factive(verb: Token, analysis: Analysis) -> bool:
    """Return True for a subordinate clause that is told as true: "… because oil was priced in dollars", « alors que … »."""
    mark = child(verb, "mark", "advmod")
    finite = finite_verb(verb)
    opening = " ".join(t.lower_ for t in verb.doc[verb.left_edge.i : verb.left_edge.i + 2])
    known = analysis.settings.words("arguments", "factive")
    return mark is not None and finite is not None and feature(finite, "Mood") == "Ind" and (mark.lower_ in known or opening in known)


def is_setting_of_another(verb: Token, analysis: Analysis) -> bool:
    """Return True for what a person met with by the way did, told only to say when: "… when Lena Quist visited Tulsa"."""
    mark, subject = child(verb, "mark", "advmod"), child(verb, "nsubj")
    entity = analysis.registry.find(phrase(subject, analysis).text) if subject is not None and subject.pos_ == "PROPN" else None
    tells_time = mark is not None and mark.lower_ in analysis.settings.words("arguments", "settings")
    return tells_time and entity is not None and entity.mentions < FEWEST_OF_SETTING


def reported_by(verb: Token, analysis: Analysis) -> Token:
    """Return who says a reported clause. Raises Unclean when it is no plain report by a named speaker."""
    speech = verb.head
    speaker = child(speech, "nsubj")
    if speech.lemma_.lower() not in analysis.language.lexicon.words("speech", "verbs") or speaker is None or finite_verb(speech) is None:
        raise Unclean("reported clause")
    if any(t.lower_ in analysis.language.lexicon.words("negation", "words") for t in speech.children):
        raise Unclean("negated")
    if any(feature(t, "Mood") == "Cnd" for t in (speech, *children(speech, "aux"))):
        raise Unclean("conditional")
    return speaker
