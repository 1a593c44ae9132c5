"""How a fact stands in its article and its sentence, in numbers, for the ranking."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from quizgen.facts import Clause, Fact
from quizgen.languages.words import roots
from quizgen.syntax.analysis import Analysis
from quizgen.syntax.second_look import clause_of
from quizgen.syntax.tree import child, children, feature, relation

if TYPE_CHECKING:
    from spacy.tokens import Token


def standings(facts: Sequence[Fact], analysis: Analysis) -> dict[int, Mapping[str, float]]:
    """Return by id(fact) whether its subject is named in the title, the article is news, and its clause is joined to another by "and"."""
    title = roots(" ".join((analysis.article.title, *(doc.text for doc in analysis.titles[:1]))))
    return {
        id(fact): {
            "subject_in_title": float(bool(roots(_subject(fact)) & title)),
            "news": float(analysis.is_news),
            "joined": float(_is_joined(clause_of(fact), analysis)),
            **(_of_sentence(fact, analysis) if fact.kind == "passage" else {}),
        }
        for fact in facts
    }


def _of_sentence(fact: Fact, analysis: Analysis) -> Mapping[str, float]:
    """Return how a sentence told whole opens, and of what kind its subject is."""
    start = fact.evidence.primary.start
    doc = analysis.docs[bisect_right(analysis.docs, start, key=lambda doc: int(doc.user_data["offset"])) - 1]
    place = start - int(doc.user_data["offset"])
    first = next(t for t in doc if t.idx >= place and not t.is_punct)
    root = first.sent.root
    subject = child(root, "nsubj")
    determiners = [feature(t, "PronType") for t in children(subject, "det")] if subject is not None else []
    return {
        "opens_with_place": float(first.pos_ == "ADP"),
        "opens_with_verb": float(first.pos_ == "VERB"),
        "expletive": float(child(root, "expl") is not None),
        "vague_subject": float(any(kind != "Art" for kind in determiners)),
        "relative": float(any(relation(t) == "acl" for t in first.sent)),
    }


def _subject(fact: Fact) -> str:
    clause = clause_of(fact)
    first = fact.slots[0][1]
    return clause.subject.text if clause is not None else "" if isinstance(first, Clause) else first.text


def _is_joined(clause: Clause | None, analysis: Analysis) -> bool:
    """Return whether the verb of a clause hangs on another by coordination: its subject may be borrowed, its end may be the other's."""
    verb = _verb(clause, analysis) if clause is not None else None
    while verb is not None and relation(verb) in ("aux", "cop"):
        verb = verb.head
    return verb is not None and relation(verb) == "conj"


def _verb(clause: Clause, analysis: Analysis) -> Token | None:
    if clause.span is None:
        return None
    finite = [word.casefold() for word in clause.finite.split()[-1:]]
    doc = analysis.docs[bisect_right(analysis.offsets, clause.span.start) - 1]
    start = clause.span.start - int(doc.user_data["offset"])
    end = start + len(clause.span.text)
    return next((t for t in doc if start <= t.idx < end and [t.lower_] == finite), None)
