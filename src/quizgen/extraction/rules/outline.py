"""A cheap look at whether a rule can match a sentence at all: the matcher is slow to find nothing, and most rules find nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from spacy.attrs import DEP, ENT_TYPE, HEAD, LEMMA, LOWER, POS  # type: ignore[import-not-found]
from spacy.strings import get_string_id

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

ATTRIBUTES = {"DEP": DEP, "POS": POS, "LEMMA": LEMMA, "LOWER": LOWER, "ENT_TYPE": ENT_TYPE}  # a pattern may ask for more of the matcher
TO_CHILD = frozenset({">", ">+", ">-", ">++", ">--"})
TO_HEAD = frozenset({"<", "<+", "<-", "<++", "<--"})

Wanted = tuple[tuple[int, frozenset[int]], ...]  # place in ATTRIBUTES, and the values that will do, as spaCy numbers them


@dataclass(frozen=True, slots=True)
class Outline:
    """A sentence's words, each with its ATTRIBUTES, and the place in `words` of each one's head."""

    words: tuple[tuple[int, ...], ...]
    heads: tuple[int, ...]
    present: tuple[frozenset[int], ...]  # for each of ATTRIBUTES, the values in this sentence


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
    doc_words, ways = numbered(sentence.doc)
    words = tuple(doc_words[sentence.start : sentence.end])
    heads = tuple(place + way for place, way in enumerate(ways[sentence.start : sentence.end]))
    return Outline(words, heads, tuple(map(frozenset, zip(*words, strict=True))))


@lru_cache(maxsize=1)  # of the paragraph in hand
def numbered(doc: Doc) -> tuple[list[tuple[int, ...]], list[int]]:
    """Return ATTRIBUTES of each word, and how many words lie between each and its head, negative for a head before it."""
    words = [tuple(row) for row in doc.to_array(list(ATTRIBUTES.values())).tolist()]
    return words, doc.to_array([HEAD]).astype("int64").ravel().tolist()


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
            found.append((place, frozenset({get_string_id(value)})))
        elif isinstance(value, Mapping) and set(value) == {"IN"}:
            found.append((place, frozenset(map(get_string_id, value["IN"]))))
    return tuple(found)


def _is(wanted: Wanted, word: tuple[int, ...]) -> bool:
    return all(word[place] in values for place, values in wanted)
