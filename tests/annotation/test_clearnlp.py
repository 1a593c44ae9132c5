"""ClearNLP trees, as spaCy's published English pipelines give them, become Universal Dependencies."""

import spacy
from spacy.tokens import Doc, Span

from quizgen.annotation.clearnlp import to_universal
from quizgen.annotation.conversion import convert_entities, relation_scheme

_VOCAB = spacy.blank("en").vocab


def _doc(*rows: str) -> Doc:
    """Rows are « word class head relation », heads as indices."""
    words, pos, heads, deps = zip(*(row.split() for row in rows), strict=True)
    return Doc(_VOCAB, words=list(words), pos=list(pos), heads=[int(head) for head in heads], deps=list(deps))


def _tree(doc: Doc) -> list[tuple[str, str, str]]:
    return [(token.text, token.dep_, token.head.text) for token in doc]


def test_the_object_of_a_preposition_becomes_the_head() -> None:
    doc = to_universal(_doc("She PRON 1 nsubj", "lives VERB 1 ROOT", "in ADP 1 prep", "Paris PROPN 2 pobj"))
    assert _tree(doc)[2:] == [("in", "case", "Paris"), ("Paris", "obl", "lives")]


def test_a_preposition_after_a_noun_gives_nmod_and_chains_hold() -> None:
    doc = to_universal(
        _doc("end NOUN 0 ROOT", "of ADP 0 prep", "part NOUN 1 pobj", "of ADP 2 prep", "town NOUN 3 pobj")
    )
    assert _tree(doc)[2] == ("part", "nmod", "end")
    assert _tree(doc)[4] == ("town", "nmod", "part")


def test_the_predicate_becomes_the_head_of_be() -> None:
    doc = to_universal(_doc("She PRON 1 nsubj", "is AUX 1 ROOT", "a DET 3 det", "teacher NOUN 1 attr", ". PUNCT 1 punct"))
    assert _tree(doc) == [
        ("She", "nsubj", "teacher"),
        ("is", "cop", "teacher"),
        ("a", "det", "teacher"),
        ("teacher", "ROOT", "teacher"),
        (".", "punct", "teacher"),
    ]


def test_existential_be_stays_the_head() -> None:
    doc = to_universal(_doc("There PRON 1 expl", "is AUX 1 ROOT", "hope NOUN 1 attr"))
    assert _tree(doc)[1:] == [("is", "ROOT", "is"), ("hope", "nsubj", "is")]


def test_passive_labels_and_agent() -> None:
    doc = to_universal(
        _doc("It PRON 2 nsubjpass", "was AUX 2 auxpass", "built VERB 2 ROOT", "by ADP 2 agent", "Ann PROPN 3 pobj")
    )
    assert [dep for _, dep, _ in _tree(doc)] == ["nsubj:pass", "aux:pass", "ROOT", "case", "obl:agent"]
    assert doc[4].head.text == "built"


def test_conjuncts_hang_on_the_first() -> None:
    doc = to_universal(
        _doc("saw VERB 0 ROOT", "A PROPN 0 dobj", ", PUNCT 1 punct", "B PROPN 1 conj", "and CCONJ 3 cc", "C PROPN 3 conj")
    )
    assert _tree(doc)[1] == ("A", "obj", "saw")
    assert _tree(doc)[4:] == [("and", "cc", "C"), ("C", "conj", "A")]


def test_entity_types_are_ours_and_dates_are_no_names() -> None:
    doc = _doc("France PROPN 0 ROOT", "Monday PROPN 0 dep")
    doc.ents = (Span(doc, 0, 1, label="GPE"), Span(doc, 1, 2, label="DATE"))
    assert [(e.text, e.label_) for e in convert_entities(doc).ents] == [("France", "LOC")]


def test_schemes_are_told_apart() -> None:
    assert relation_scheme({"nsubj", "nsubjpass", "dobj", "prep", "pobj", "ROOT"}) == "clearnlp"
    assert relation_scheme({"nsubj", "nsubj:pass", "obj", "obl:arg", "nmod", "case"}) == "universal"
    assert relation_scheme({"sb", "oa", "mo", "nk"}) is None
