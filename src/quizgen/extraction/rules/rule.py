"""A tree-pattern rule, and the checks that spaCy does not make when it is loaded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from quizgen.errors import RuleError
from quizgen.extraction.rules.outline import Shape, shape_of
from quizgen.facts import load_fact_kinds

RELATIONS = frozenset(
    [
        "nsubj",
        "obj",
        "iobj",
        "csubj",
        "ccomp",
        "xcomp",
        "obl",
        "vocative",
        "expl",
        "dislocated",
        "advcl",
        "advmod",
        "discourse",
        "aux",
        "cop",
        "mark",
        "nmod",
        "appos",
        "nummod",
        "acl",
        "amod",
        "det",
        "clf",
        "case",
        "conj",
        "cc",
        "fixed",
        "flat",
        "list",
        "parataxis",
        "compound",
        "orphan",
        "goeswith",
        "reparandum",
        "punct",
        "root",
        "dep",
    ]
)
SPANS = frozenset({"phrase", "name"})
KEYS = frozenset({"name", "pattern", "slots", "require", "confidence"})
TESTS = frozenset({"is_name", "not_in", "comma_between", "standalone", "determined", "lacks", "mentions"})


@dataclass(frozen=True, eq=False)
class Rule:
    """A construction: its pattern, the slots its nodes fill, and the tests its nodes must pass."""

    name: str
    fact: str
    pattern: tuple[Mapping[str, Any], ...]
    slots: Mapping[str, Mapping[str, str]]
    require: tuple[Mapping[str, Any], ...]
    confidence: float

    @cached_property
    def shape(self) -> Shape:
        """What a sentence must hold for the pattern to match."""
        return shape_of(self.pattern)

    @property
    def nodes(self) -> list[str]:
        """The names of the pattern's nodes, in order."""
        return [str(node["RIGHT_ID"]) for node in self.pattern]


def make_rule(raw: Mapping[str, Any], fact: str, stem: str, filename: str) -> Rule:
    """Return one rule, checked. Raises RuleError."""
    where = f"rule {raw.get('name', '?')!r} in {filename}"
    missing = {"name", "pattern", "slots"} - set(raw)
    if missing:
        raise RuleError(f"{where} lacks {sorted(missing)[0]!r}", "a rule has a name, a pattern and slots")
    unknown = set(raw) - KEYS - {"fact"}
    if unknown:
        raise RuleError(f"{where} has unknown key {sorted(unknown)[0]!r}", f"keys: {', '.join(sorted(KEYS))}")
    rule = Rule(
        f"{stem}/{raw['name']}",
        raw.get("fact", fact),
        tuple(raw["pattern"]),
        raw["slots"],
        tuple(raw.get("require", ())),
        float(raw.get("confidence", 0.8)),
    )
    check_rule(rule, where)
    return rule


def check_rule(rule: Rule, where: str) -> None:
    """Raise RuleError for a relation, node, span or test that does not exist; spaCy itself would match nothing in silence."""
    for node in rule.pattern:
        wanted = node.get("RIGHT_ATTRS", {}).get("DEP")
        for label in wanted.get("IN", []) if isinstance(wanted, Mapping) else [wanted] if wanted else []:
            if label.split(":")[0].lower() not in RELATIONS:
                raise RuleError(
                    f"{where} names relation {label!r}, which Universal Dependencies does not have", "see universaldependencies.org/u/dep"
                )
    kinds = load_fact_kinds()
    if rule.fact not in kinds:
        raise RuleError(f"{where} gives unknown fact kind {rule.fact!r}", f"the kinds are {', '.join(kinds)}: see fact_kinds.toml")
    for slot, source in rule.slots.items():
        if slot not in kinds[rule.fact].slots:
            raise RuleError(f"{where}: fact kind {rule.fact!r} has no slot {slot!r}", f"its slots are {', '.join(kinds[rule.fact].slots)}")
        if source.get("node") not in rule.nodes or source.get("span") not in SPANS:
            raise RuleError(f"{where}: slot {slot!r} needs a node of the pattern and a span", f"spans: {', '.join(sorted(SPANS))}")
    for test in rule.require:
        if test.get("node") not in rule.nodes or set(test) - TESTS - {"node"}:
            raise RuleError(f"{where} has a broken test {dict(test)}", f"tests: {', '.join(sorted(TESTS))}")
