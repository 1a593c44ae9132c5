"""Capitals that only open a sentence: a "name" that the article also writes with a small letter is a common noun."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc


def lower_openings(docs: Sequence[Doc]) -> None:
    """Tag as a common noun each name that opens a sentence and stands elsewhere in small letters ("Helium boils …"), in place."""
    small = {t.text for doc in docs for t in doc if t.is_lower and t.is_alpha and t.pos_ in {"NOUN", "ADJ", "VERB"}}
    for doc in docs:
        openings = [s[0] for s in doc.sents if s[0].pos_ == "PROPN" and s[0].lower_ in small]
        for token in openings:
            if len(token) > 1 and token.nbor(1).pos_ != "PROPN" if token.i + 1 < len(doc) else True:
                token.pos_ = "NOUN"
        alone = {token.i for token in openings if token.pos_ == "NOUN"}
        doc.ents = [ent for ent in doc.ents if not (len(ent) == 1 and ent.start in alone)]
