"""The clauses of a sentence: each finite verb with its subject and complements, or the reason why it is not used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.extraction.clauses.complements import complements_of
from quizgen.extraction.clauses.openings import leads_of
from quizgen.extraction.clauses.parsed_clause import ParsedClause, Unclean
from quizgen.extraction.clauses.subject_checks import check_gap, check_subject
from quizgen.extraction.clauses.subjects import find_subject, stands_for, subject_words
from quizgen.extraction.clauses.subordination import check_embedding
from quizgen.extraction.clauses.truth import check_truth
from quizgen.extraction.clauses.verb_group import find_clitics, finite_verb, past_tagged_as_participle, verb_group
from quizgen.syntax.analysis import Analysis, Sentence
from quizgen.syntax.tree import child, relation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token


def clauses(sentence: Sentence, analysis: Analysis) -> Iterator[ParsedClause | str]:
    """Yield each clause of a sentence, or the reason why it is not used."""
    for token in sentence.span:
        if token.pos_ in {"VERB", "AUX", "NOUN", "PROPN", "ADJ"} and is_predicate(token):
            try:
                yield parse_clause(token, sentence, analysis)
            except Unclean as reason:
                yield str(reason)


def is_predicate(token: Token) -> bool:
    """Return True for the head of a clause with a subject of its own, shared or relative."""
    if relation(token) in {"aux", "cop", "amod"} or (relation(token) == "nsubj" and token.pos_ == "VERB"):
        return False  # "Norman pilgrims to the shrine were met": a noun that the tagger took for a verb
    if child(token, "nsubj"):
        return True
    return relation(token) == "conj" and token.pos_ == "VERB" and finite_verb(token) is not None and child(token.head, "nsubj") is not None


def parse_clause(verb: Token, sentence: Sentence, analysis: Analysis) -> ParsedClause:
    """Return the clause headed by `verb`. Raises Unclean with the reason when it cannot be trusted."""
    finite = finite_verb(verb) or past_tagged_as_participle(verb, analysis)
    if finite is None:
        raise Unclean("no finite verb")
    check_truth(verb, finite, sentence, analysis)
    reporter = check_embedding(verb, analysis)
    subject, is_relative = find_subject(verb, analysis)
    own = tuple(subject_words(subject, verb, analysis, is_relative=is_relative))
    meant = stands_for(subject, own, analysis)
    check_subject(subject, own, finite, verb, analysis, is_relative=is_relative, meant=meant)
    if not is_relative and subject.head == verb:
        check_gap(subject, own, finite, verb)
    last = child(verb, "cop") or verb
    group = verb_group(verb, finite, last)
    return ParsedClause(
        sentence,
        verb,
        subject,
        own,
        finite,
        group,
        find_clitics(verb, finite, analysis),
        complements_of(verb, last, subject),
        leads_of(verb, finite, subject, analysis),
        is_relative,
        reporter,
        meant=meant,
    )
