"""The heads of what stands before the subject and must be told with the clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.extraction.clauses.parsed_clause import Unclean
from quizgen.extraction.clauses.subordination import is_factive
from quizgen.extraction.clauses.verb_group import finite_verb, looks_like_participle
from quizgen.syntax.analysis import Analysis
from quizgen.syntax.tree import child, children, feature, opens, relation, text_of, without_detached

if TYPE_CHECKING:
    from spacy.tokens import Token

LONGEST_LEAD = 14  # words


def leads_of(verb: Token, finite: Token, subject: Token, analysis: Analysis) -> tuple[Token, ...]:
    """Return the heads of what stands before the subject and must be kept. Raises Unclean for what binds the truth."""
    factive = analysis.settings.words("arguments", "factive")
    found = [
        c
        for c in verb.children
        if relation(c) in {"obl", "advmod", "advcl", "nmod", "dislocated", "acl"}
        and c.i < subject.left_edge.i
        and not (c.lower_ in factive and not any(c.children))
    ]
    kept = []
    for head in found:
        if relation(head) == "advcl" and finite_verb(head) is not None and not is_factive(head, analysis):
            if feature(finite, "Tense") == "Past" and opens_with_time(head, analysis):
                continue
            raise Unclean("opening not understood")
        words = without_detached(head)
        if text_of(words).lower().startswith(tuple(analysis.settings.data["connectors"]["topics"])):
            continue
        if any(t.text in {":", ";"} for t in verb.doc[head.i : subject.left_edge.i]):
            continue
        if text_of(words).lower() in analysis.settings.words("connectors", "words") or is_told_apart(head):
            continue
        if not is_left_out(head, words, analysis):
            kept.append(head)
    return tuple(kept)


def opens_with_time(head: Token, analysis: Analysis) -> bool:
    """Return True for a clause before a past event that tells only when it was: "As the war went on, …"; the event is true without it."""
    mark = child(head, "mark", "advmod")
    return mark is not None and mark.lower_ in analysis.settings.words("pruning", "times")


def is_told_apart(head: Token) -> bool:
    """Return True for an opening participle: it is a clause of its own (participles.py) and may be left out of this one."""
    return relation(head) in {"advcl", "acl"} and looks_like_participle(head) and not children(head, "mark")


def is_left_out(head: Token, words: list[Token], analysis: Analysis) -> bool:
    """Return True for an opening that is a noun without a preposition, or too long to be carried along. Raises Unclean for a condition."""
    mark = child(head, "mark")
    if mark is not None and mark.lower_ in analysis.language.lexicon.words("condition", "markers"):
        raise Unclean("conditional")
    opening = f"{text_of(words).lower()} "
    if opening.startswith(tuple(f"{marker} " for marker in analysis.language.lexicon.words("condition", "markers") if " " in marker)):
        raise Unclean("conditional")  # "in case of a law that should have been passed, …", however long
    examples = tuple(f"{marker} " for marker in analysis.language.lexicon.words("open_list", "markers"))
    if any(feature(t, "Polarity") == "Neg" for t in words) or (opening.startswith(examples) and not opens(head.left_edge)):
        raise Unclean("opening not understood")  # "(in case of laws), such as directives, the court …"
    bare_noun = head.pos_ in {"NOUN", "PROPN"} and not children(head, "case", "mark") and "unmarked" not in head.dep_ and not head.like_num
    return (bare_noun and not analysis.language.find_dates(text_of(words))) or len(words) > LONGEST_LEAD
