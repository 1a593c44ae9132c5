"""Capitals that only open a sentence: a "name" that the article also writes with a small letter is a common noun."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from spacy.attrs import ORTH, POS, SENT_START  # type: ignore[import-not-found]
from spacy.tokens import Span

from quizgen.syntax.copying import Strings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc


FEWEST = 3
Written = tuple[str, str, bool, str]  # a word, its part of speech, whether it opens its sentence, and the word before it in its paragraph
OPENERS = frozenset({'"', "“", "«", "‘", ":", "—", "–", "-", ".", "…", ";"})  # after them any word may have a capital


def written(docs: Sequence[Doc]) -> list[Written]:
    """Return the words of `docs` as they are written, from spaCy's arrays: to look at each token would take five times as long."""
    strings = Strings(docs[0].vocab.strings) if docs else {}
    found: list[Written] = []
    for doc in docs:
        before = ""
        for i, (orth, pos, start) in enumerate(doc.to_array([ORTH, POS, SENT_START]).tolist()):
            text = strings[orth]
            found.append((text, strings[pos], i == 0 or start == 1, before))
            before = text
    return found


def names_inside(words: Sequence[Written], common: frozenset[str]) -> frozenset[str]:
    """Return the words that have a capital inside a sentence somewhere, and are no `common` nouns."""
    inside = {text for text, _, opens, before in words if not opens and text[:1].isupper() and before not in OPENERS}
    return frozenset(word for word in inside if word.lower() not in common)


def common_words(words: Sequence[Written]) -> frozenset[str]:
    """Return the nouns, in small letters, that the article writes small three times or more: one "Iodine" among them is a slip."""
    counts = Counter(text for text, pos, *_ in words if pos in {"NOUN", "PROPN"})
    return frozenset(word for word, n in counts.items() if n >= FEWEST and word.islower() and word.isalpha())


def mend_openings(docs: Sequence[Doc]) -> None:
    """Tag the words that open sentences as what they are elsewhere in the article, names or not, in place."""
    words = written(docs)
    inside = names_inside(words, common_words(words))  # what is tagged at openings changes nothing in it
    lower_openings(docs, words, inside)
    raise_openings(docs, inside)


def raise_openings(docs: Sequence[Doc], inside: frozenset[str]) -> None:
    """Tag as a person's name each subject that opens a sentence and is a surname elsewhere (« Riquet étudie … »), in place."""
    surnames = {ent[-1].text for doc in docs for ent in doc.ents if ent.label_ == "PER" and len(ent) > 1} & inside
    for doc in docs:
        openings = [s[0] for s in doc.sents if s[0].pos_ in {"NOUN", "ADJ", "X"} and s[0].dep_.startswith("nsubj") and not s[0].ent_type_]
        named = [t for t in openings if t.text in surnames and (t.i + 1 == len(doc) or doc[t.i + 1].pos_ not in {"PROPN", "NOUN", "ADJ"})]
        for token in named:
            token.pos_ = "PROPN"
        if named:
            doc.ents = [*doc.ents, *(Span(doc, t.i, t.i + 1, "PER") for t in named)]


def lower_openings(docs: Sequence[Doc], words: Sequence[Written], inside: frozenset[str]) -> None:
    """Tag as a common noun each name that opens a sentence and stands elsewhere in small letters ("Helium boils …"), in place."""
    common = {text for text, pos, *_ in words if pos in {"NOUN", "ADJ", "VERB"}}
    small = {word for word in common if word.islower() and word.isalpha()}
    for doc in docs:
        openings = [s[0] for s in doc.sents if s[0].pos_ == "PROPN" and s[0].lower_ in small and s[0].text not in inside]
        for token in openings:
            if len(token) > 1 and token.nbor(1).pos_ != "PROPN" if token.i + 1 < len(doc) else True:
                token.pos_ = "NOUN"
        alone = {token.i for token in openings if token.pos_ == "NOUN"}
        if alone:
            doc.ents = [ent for ent in doc.ents if not (len(ent) == 1 and ent.start in alone)]
