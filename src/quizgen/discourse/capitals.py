"""Capitals that only open a sentence: a "name" that the article also writes with a small letter is a common noun."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from spacy.tokens import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc


FEWEST = 3
OPENERS = frozenset({'"', "“", "«", "‘", ":", "—", "–", "-", ".", "…", ";"})  # after them any word may have a capital


def names_inside(docs: Sequence[Doc]) -> frozenset[str]:
    """Return the words that have a capital inside a sentence somewhere, and are no common nouns (see common_words)."""
    common = common_words(docs)
    inside = {
        t.text for doc in docs for s in doc.sents for t in s if t.i > s.start and t.text[:1].isupper() and doc[t.i - 1].text not in OPENERS
    }
    return frozenset(word for word in inside if word.lower() not in common)


def common_words(docs: Sequence[Doc]) -> frozenset[str]:
    """Return the nouns, in small letters, that the article writes small three times or more: one "Iodine" among them is a slip."""
    counts = Counter(t.text for doc in docs for t in doc if t.is_lower and t.is_alpha and t.pos_ in {"NOUN", "PROPN"})
    return frozenset(word for word, n in counts.items() if n >= FEWEST)


def mend_openings(docs: Sequence[Doc]) -> None:
    """Tag the words that open sentences as what they are elsewhere in the article, names or not, in place."""
    inside = names_inside(docs)  # of capitals within sentences: what is tagged at their openings changes nothing in it
    lower_openings(docs, inside)
    raise_openings(docs, inside)


def raise_openings(docs: Sequence[Doc], inside: frozenset[str]) -> None:
    """Tag as a person's name each subject that opens a sentence and is a surname elsewhere (« Riquet étudie … »), in place."""
    surnames = {ent[-1].text for doc in docs for ent in doc.ents if ent.label_ == "PER" and len(ent) > 1} & inside
    for doc in docs:
        openings = [s[0] for s in doc.sents if s[0].pos_ in {"NOUN", "ADJ", "X"} and s[0].dep_.startswith("nsubj") and not s[0].ent_type_]
        named = [t for t in openings if t.text in surnames and (t.i + 1 == len(doc) or doc[t.i + 1].pos_ not in {"PROPN", "NOUN", "ADJ"})]
        for token in named:
            token.pos_ = "PROPN"
        doc.ents = [*doc.ents, *(Span(doc, t.i, t.i + 1, "PER") for t in named)]


def lower_openings(docs: Sequence[Doc], inside: frozenset[str]) -> None:
    """Tag as a common noun each name that opens a sentence and stands elsewhere in small letters ("Helium boils …"), in place."""
    small = {t.text for doc in docs for t in doc if t.is_lower and t.is_alpha and t.pos_ in {"NOUN", "ADJ", "VERB"}}
    for doc in docs:
        openings = [s[0] for s in doc.sents if s[0].pos_ == "PROPN" and s[0].lower_ in small and s[0].text not in inside]
        for token in openings:
            if len(token) > 1 and token.nbor(1).pos_ != "PROPN" if token.i + 1 < len(doc) else True:
                token.pos_ = "NOUN"
        alone = {token.i for token in openings if token.pos_ == "NOUN"}
        doc.ents = [ent for ent in doc.ents if not (len(ent) == 1 and ent.start in alone)]
