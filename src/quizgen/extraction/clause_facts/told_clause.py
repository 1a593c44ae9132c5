"""A clause told in words, with all that its facts share: evidence, source, and how sure it is."""

from __future__ import annotations

from dataclasses import dataclass

from quizgen.article import TextSpan
from quizgen.discourse.first_places import first_place
from quizgen.extraction.arguments.argument import Argument
from quizgen.extraction.clauses.parsed_clause import ParsedClause
from quizgen.facts import Clause, Evidence, Fact, Phrase, Value
from quizgen.syntax.analysis import Analysis

CONFIDENCE = {
    "event": 0.9,
    "place": 0.85,
    "quantity": 0.85,
    "percentage": 0.85,
    "purpose": 0.85,
    "cause": 0.85,
    "action": 0.75,
    "definition": 0.8,
    "identity": 0.85,
    "statement": 0.8,
    "gap": 0.8,
    "complement": 0.8,
    "membership": 0.75,
}
VAGUE = 0.5  # of the confidence, where the question leaves much open: such items only fill a short quiz
RESOLVED = 0.85  # of the confidence, where a pronoun was replaced


@dataclass(frozen=True)
class ToldClause:
    """A parsed clause, its arguments and its words; who says it, and the dates that it was told from."""

    parsed: ParsedClause
    analysis: Analysis
    clause: Clause
    found: tuple[Argument, ...] = ()
    source: Phrase | None = None
    anchors: tuple[TextSpan, ...] = ()

    @property
    def is_titled(self) -> bool:
        """True where the subject holds every word of the article's title."""
        title = self.analysis.article.title or ""
        return title != "" and set(title.lower().split()) <= set(self.clause.subject.text.lower().split())

    def is_single(self, slot: str) -> bool:
        """Return True when one argument only has `slot`: two dates in a clause cannot be asked for apart."""
        return sum(a.slot == slot for a in self.found) == 1

    def fact(self, kind: str, slots: dict[str, Value | None], weight: float = 1.0) -> Fact:
        """Return a fact of `kind` with the clause's evidence, source and date of validity; `weight` lowers its confidence."""
        article = self.analysis.article
        is_dated = "date" in (self.clause.lead_slot, *(c.slot for c in self.clause.complements))  # « naît en 1776 » does not age
        ages = self.clause.tense == "Pres" and bool(article.published) and not is_dated
        kept = tuple((name, value) for name, value in slots.items() if value is not None)
        sure = CONFIDENCE[kind] * weight * (RESOLVED if self.parsed.meant else 1.0)
        rule = f"clause/{kind}" + ("+pronoun" if self.parsed.meant else "+participle" if self.parsed.is_participle else "")
        evidence = Evidence(self.parsed.sentence.evidence, self.support())
        return Fact(kind, kept, evidence, rule, sure, self.source, article.published if ages else "")

    def support(self) -> tuple[TextSpan, ...]:
        """Return the spans the fact leans on besides its sentence: where its subject's fullest name and its speaker stand."""
        spans = list(self.anchors)
        for named in (self.clause.subject, self.source):
            if named is not None and named.text not in self.parsed.sentence.evidence.text:
                at = first_place(named.text, self.analysis)
                if at >= 0:
                    spans.append(self.analysis.article.span(at, at + len(named.text)))
        return tuple(spans)
