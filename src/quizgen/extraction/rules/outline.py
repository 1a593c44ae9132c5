"""A cheap look at whether a rule can match a sentence at all: the matcher is slow to find nothing, and most rules find nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.tokens import Span

ATTRIBUTES = ("DEP", "POS", "LEMMA", "LOWER", "ENT_TYPE")  # what is looked at; a pattern may ask for more, which only the matcher sees
TO_CHILD = frozenset({">", ">+", ">-", ">++", ">--"})
TO_HEAD = frozenset({"<", "<+", "<-", "<++", "<--"})

Wanted = tuple[tuple[int, frozenset[str]], ...]  # place in ATTRIBUTES, and the values that will do


@dataclass(frozen=True, slots=True)
class Outline:
    """A sentence's words, each with its ATTRIBUTES, and the place in `words` of each one's head."""

    words: tuple[tuple[str, ...], ...]
    heads: tuple[int, ...]
    present: tuple[frozenset[str], ...]  # for each of ATTRIBUTES, the values in this sentence


@dataclass(frozen=True, slots=True)
class Shape:
    """What a rule's pattern asks of its nodes, and of each head and child among them."""

    nodes: tuple[Wanted, ...]
    edges: tuple[tuple[Wanted, Wanted], ...]

    def may_be_in(self, outline: Outline) -> bool:
        """Return False only when the pattern cannot match the sentence."""
        if any(values.isdisjoint(outline.present[place]) for node in self.nodes for place, values in node):
            return False
        return all(any(_is(child, word) and _is(head, outline.words[at]) for word, at in zip(outline.words, outline.heads, strict=True))
                   for head, child in self.edges)  # fmt: skip


def outline_of(sentence: Span) -> Outline:
    """Return the outline of a parsed sentence."""
    words = tuple((t.dep_, t.pos_, t.lemma_, t.lower_, t.ent_type_) for t in sentence)
    heads = tuple(t.head.i - sentence.start for t in sentence)
    return Outline(words, heads, tuple(map(frozenset, zip(*words, strict=True))))


def shape_of(pattern: Sequence[Mapping[str, Any]]) -> Shape:
    """Return the shape of a pattern in the DependencyMatcher's format."""
    nodes = {node["RIGHT_ID"]: _wanted(node["RIGHT_ATTRS"]) for node in pattern}
    down = [(nodes[n["LEFT_ID"]], nodes[n["RIGHT_ID"]]) for n in pattern if n.get("REL_OP") in TO_CHILD]
    up = [(nodes[n["RIGHT_ID"]], nodes[n["LEFT_ID"]]) for n in pattern if n.get("REL_OP") in TO_HEAD]
    return Shape(tuple(nodes.values()), (*down, *up))


def _wanted(attributes: Mapping[str, Any]) -> Wanted:
    found = []
    for place, name in enumerate(ATTRIBUTES):
        value = attributes.get(name)
        if isinstance(value, str):
            found.append((place, frozenset({value})))
        elif isinstance(value, Mapping) and set(value) == {"IN"}:
            found.append((place, frozenset(value["IN"])))
    return tuple(found)


def _is(wanted: Wanted, word: tuple[str, ...]) -> bool:
    return all(word[place] in values for place, values in wanted)
