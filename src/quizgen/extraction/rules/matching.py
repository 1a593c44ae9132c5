"""Matches a language's rules against sentences, and turns matches into facts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spacy.matcher import DependencyMatcher

from quizgen.extraction.rules.apposition import copula_of_person, is_of_one_kind, is_told
from quizgen.extraction.rules.conditions import passes
from quizgen.extraction.rules.outline import outline_of
from quizgen.extraction.rules.rule import Rule
from quizgen.extraction.rules.slot_values import slot_value
from quizgen.facts import Evidence, Fact, Phrase, Value
from quizgen.syntax.analysis import Analysis, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token


class RuleMatcher:
    """Matches a language's rules against sentences."""

    def __init__(self, rules: tuple[Rule, ...], vocab: Any) -> None:
        self.matchers = {}
        for rule in rules:
            self.matchers[rule] = DependencyMatcher(vocab)
            self.matchers[rule].add(rule.name, [[dict(node) for node in rule.pattern]])

    def facts(self, sentence: Sentence, analysis: Analysis) -> list[Fact]:
        """Return the facts that the rules find in a sentence."""
        if sentence.is_quoted:
            return []
        outline = outline_of(sentence.span)
        possible = [rule for rule in self.matchers if rule.shape.may_be_in(outline)]
        if not possible:
            return []
        doc = sentence.span.as_doc()  # made once: the matcher would make its own for each rule
        found = [
            self.fact(rule, [sentence.span[i] for i in at], sentence, analysis) for rule in possible for _, at in self.matchers[rule](doc)
        ]
        return [fact for fact in found if fact is not None]

    def fact(self, rule: Rule, tokens: list[Token], sentence: Sentence, analysis: Analysis) -> Fact | None:
        """Return the fact of one match, or None when a test fails or a slot would not stand alone."""
        nodes = dict(zip(rule.nodes, tokens, strict=True))
        if not all(passes(test, nodes, analysis) for test in rule.require):
            return None
        slots: list[tuple[str, Value]] = []
        for slot, source in rule.slots.items():
            value = slot_value(nodes[source["node"]], source["span"], [nodes[n] for n in rule.nodes], analysis)
            if value is None:
                return None
            slots.append((slot, value))
        if rule.fact == "definition" and not (is_of_one_kind(slots) and is_told(rule, nodes, slots, analysis)):
            return None
        if rule.fact == "definition" and len({value.number for _, value in slots if isinstance(value, Phrase)}) > 1:
            return None
        if rule.fact == "definition":
            slots.extend(copula_of_person(slots, tokens[0], sentence, analysis))
        return Fact(rule.fact, tuple(slots), Evidence(sentence.evidence), rule.name, rule.confidence)
