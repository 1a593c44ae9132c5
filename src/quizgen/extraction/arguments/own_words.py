"""The words of a complement: what hangs on its head, mended where the parser cut a list, a quotation or an apposition."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from quizgen.extraction.clauses.parsed_clause import ParsedClause
from quizgen.extraction.clauses.subordination import stands_by_itself
from quizgen.extraction.clauses.verb_group import finite_verb
from quizgen.languages.base import less
from quizgen.syntax.analysis import Analysis
from quizgen.syntax.tree import child, children, feature, is_contiguous, is_detached, relation, with_commas

if TYPE_CHECKING:
    from spacy.tokens import Token

LONGEST_MEMBER = 6  # words of the last member of a list, conjunction included


def own_words(head: Token, parsed: ParsedClause, taken: set[Token], analysis: Analysis) -> list[Token]:
    """Return the words of a complement without what belongs to other arguments or to the verb group."""
    beside = {t for t in head.subtree if t != head and child(t, "nsubj") is not None and stands_by_itself(t, analysis)}
    if head == parsed.verb and parsed.copula is not None:  # "Helium is an element and makes up …"
        beside |= {c for c in children(head, "conj") if finite_verb(c) is not None}
    barred = set(taken) | set(parsed.group) | set(parsed.clitics) | beside
    others = {parsed.subject, *parsed.complements, *parsed.leads} - {head}
    stack, words = [head], []
    while stack:
        node = stack.pop()
        words.append(node)
        stack.extend(c for c in node.children if not is_detached(c) and c not in barred and c not in others)
    if head == parsed.verb:
        binding = less(analysis.settings.words("connectors", "binding"), analysis.language.lexicon.words("open_list", "markers"))
        words = [t for t in words if t.i > parsed.group[-1].i and not (t.head == head and relation(t) == "advmod" and t.lower_ in binding)]
    return before_apposition(with_rest_of_list(with_quotation_mark(with_commas(words))))


def before_apposition(words: list[Token]) -> list[Token]:
    """Return a phrase without what stands behind its apposition: « issu du carrossier, cheval léger (croisé avec le Norfolk) »."""
    for last, (left, right) in enumerate(pairwise(words)):
        if right.i == left.i + 1:
            continue
        aside = words[0].doc[left.i + 1 : right.i]
        if aside and aside[0].text == "," and any(relation(t) == "appos" and t.head in words[: last + 1] for t in aside):
            return words[: last + 1] if right.pos_ == "VERB" and relation(right) == "acl" else words
    return words


def with_quotation_mark(words: list[Token]) -> list[Token]:
    """Return the words with the quotation mark just behind or before them, where they hold its partner."""
    if sum(t.text == '"' for t in words) % 2 == 0:
        return words
    first, last = words[0], words[-1]
    if last.i + 1 < len(last.doc) and last.nbor(1).text == '"':
        return [*words, last.nbor(1)]
    return [first.nbor(-1), *words] if first.i > first.sent.start and first.nbor(-1).text == '"' else words


def loose_end(head: Token, words: list[Token], analysis: Analysis) -> list[Token]:
    """Return the end of an object that is the verb's as well: "(sent) samples | to Lockyer"; not "access to the sea"."""
    if relation(head) != "obj" or head.pos_ not in {"NOUN", "PROPN"} or not is_contiguous(words):
        return []
    for part in children(head, "nmod"):
        case = child(part, "case")
        if case is None or part.left_edge != case or case.lower_ not in analysis.settings.words("arguments", "loose"):
            continue
        governed = analysis.settings.data["governing"].get(case.lower_, ())
        if head.lemma_.lower() not in governed and words[-1] in part.subtree and case in words and case.i > head.i:
            return [t for t in words if t.i >= case.i]
    return []


def with_rest_of_list(words: list[Token]) -> list[Token]:
    """Return a phrase with the last member of its list, "seafood, milk | and iodised salt", where the parser hung it elsewhere.

    Only up to the next punctuation, at most five words, and none of them a finite verb, a pronoun or an adverb.
    """
    if not words or words[-1].i + 2 >= len(words[-1].doc) or words[-1].nbor(1).pos_ != "CCONJ" or words[-1].pos_ not in {"NOUN", "PROPN"}:
        return words
    rest = []
    for token in words[-1].doc[words[-1].i + 1 : words[-1].i + 8]:
        if token.is_punct:
            break
        rest.append(token)
    closed = rest[-1].nbor(1).is_punct if rest[-1].i + 1 < len(rest[-1].doc) else True
    plain = all(feature(t, "VerbForm") != "Fin" and t.pos_ not in {"PRON", "ADV", "AUX", "SCONJ"} for t in rest)
    return [*words, *rest] if closed and plain and len(rest) <= LONGEST_MEMBER and rest[-1].pos_ in {"NOUN", "PROPN"} else words
