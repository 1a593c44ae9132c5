"""The lemmas of the training treebanks, as the table that the lemma chain asks first."""

from collections import Counter, defaultdict
from pathlib import Path

import spacy
from spacy.tokens import DocBin

_WITHOUT_LEMMA = {"PUNCT", "PROPN", "NUM", "SYM", "X", "INTJ"}


def lemma_table(train: Path) -> dict[tuple[str, str], str]:
    """Return (form in small letters with plain apostrophes, class) → most frequent lemma, from training documents."""
    seen: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for doc in DocBin().from_disk(train).get_docs(spacy.blank("xx").vocab):
        for token in doc:
            if token.pos_ not in _WITHOUT_LEMMA and token.lemma_ and not any(c in token.text + token.lemma_ for c in "\t\n"):
                seen[token.lower_.replace("’", "'"), token.pos_][token.lemma_.replace("’", "'")] += 1
    return {key: counts.most_common(1)[0][0] for key, counts in seen.items()}
