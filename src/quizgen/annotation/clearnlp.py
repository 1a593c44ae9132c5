"""Turns ClearNLP dependency trees (spaCy's published English pipelines) into Universal Dependencies.

Two things are built otherwise: ClearNLP hangs a noun on its preposition and a predicate on « be »; UD makes the noun and the
predicate the heads. Source: the UD guidelines (case, cop) and the ClearNLP guidelines (prep, pobj, attr, acomp).
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from quizgen.annotation.conversion import conversion_table

if TYPE_CHECKING:
    from spacy.tokens import Doc

_VERBAL = ("VERB", "AUX", "ADJ", "ADV")


@dataclass
class _Tree:
    """Heads (a root is its own) and relations by token index, with the word classes."""

    heads: list[int]
    relations: list[str]
    classes: list[str]

    def children(self, index: int) -> list[int]:
        return [child for child, head in enumerate(self.heads) if head == index and child != index]


def to_universal(doc: "Doc") -> "Doc":
    """Rewrite heads and relations of a parsed document, in place; sentences and everything else stay."""
    tree = _Tree([token.head.i for token in doc], [token.dep_ for token in doc], [token.pos_ for token in doc])
    _lift_objects(tree)
    _lift_predicates(tree)
    _flatten_conjuncts(tree)
    table = conversion_table()["relations"]
    tree.relations = [table.get(relation, relation) for relation in tree.relations]
    return _write(doc, tree)


def _lift_objects(tree: _Tree) -> None:
    """« lives in → Paris » becomes « lives → Paris », with « in » as its case; the deepest prepositions first."""
    for index in reversed(range(len(tree.heads))):
        if tree.relations[index] not in ("prep", "agent", "dative"):
            continue
        children = tree.children(index)
        target = next((child for child in children if tree.relations[child] in ("pobj", "pcomp")), None)
        if target is not None:
            _swap_preposition(tree, index, target)


def _swap_preposition(tree: _Tree, index: int, target: int) -> None:
    is_clause = tree.relations[target] == "pcomp" and tree.classes[target] in ("VERB", "AUX")
    verbal = tree.classes[tree.heads[index]] in _VERBAL
    if is_clause:
        relation = "advcl" if verbal else "acl"
    else:
        relation = ("obl:agent" if tree.relations[index] == "agent" else "obl") if verbal else "nmod_ud"
    for child in tree.children(index):
        if child != target:
            tree.heads[child] = target if tree.relations[child] != "conj" else tree.heads[child]
    tree.heads[target], tree.heads[index] = tree.heads[index], target
    tree.relations[target], tree.relations[index] = relation, "mark" if is_clause else "case"


def _lift_predicates(tree: _Tree) -> None:
    """« is → teacher » becomes « teacher → is (cop) »; the subject and the rest of « is » go to the predicate."""
    for index in range(len(tree.heads)):
        if tree.classes[index] != "AUX" or tree.relations[index] in ("aux", "auxpass"):
            continue
        children = tree.children(index)
        predicate = next((child for child in children if tree.relations[child] in ("attr", "acomp")), None)
        if predicate is None or not any(tree.relations[child] in ("nsubj", "csubj", "expl", "nsubjpass") for child in children):
            continue
        if any(tree.relations[child] == "expl" for child in children):
            tree.relations[predicate] = "nsubj"  # « There is a problem »: UD keeps « is » as head
            continue
        tree.heads[predicate] = tree.heads[index] if tree.heads[index] != index else predicate
        tree.relations[predicate] = tree.relations[index]
        for child in children:
            if child != predicate:
                tree.heads[child] = predicate
        tree.heads[index], tree.relations[index] = predicate, "cop"


def _flatten_conjuncts(tree: _Tree) -> None:
    """« A, B and C »: ClearNLP chains conjuncts, UD hangs all on the first, and « and » on the conjunct after it."""
    for index, relation in enumerate(tree.relations):
        while relation == "conj" and tree.relations[tree.heads[index]] == "conj":
            tree.heads[index] = tree.heads[tree.heads[index]]
    for index, relation in enumerate(tree.relations):
        if relation == "cc":
            head = tree.heads[index]
            first = tree.heads[head] if tree.relations[head] == "conj" else head
            following = next((c for c in sorted(tree.children(first)) if c > index and tree.relations[c] == "conj"), None)
            tree.heads[index] = following if following is not None else head


def _write(doc: "Doc", tree: _Tree) -> "Doc":
    import numpy
    from spacy.attrs import DEP, HEAD  # type: ignore[import-not-found]

    strings = doc.vocab.strings
    rows = [
        [(head - index) % 2**64, strings.add("nmod" if relation == "nmod_ud" else relation)]
        for index, (head, relation) in enumerate(zip(tree.heads, tree.relations, strict=True))
    ]
    array: Any = numpy.array(rows, dtype="uint64").reshape(len(rows), 2)
    return doc.from_array([HEAD, DEP], array)
