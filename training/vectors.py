"""Subword vectors for French (floret), trained on the raw corpus: they let the parser guess words no treebank has."""

from pathlib import Path

from spacy.training.initialize import convert_vectors

from quizgen.languages.fr.tokenizer import QuizgenFrench

# 20,000 rows of 64 numbers are 2.5 MB at two bytes each, and gave one point of LAS on GSD.
_SETTINGS = {
    "model": "cbow", "mode": "floret", "dim": 64, "minn": 4, "maxn": 5, "minCount": 10,
    "bucket": 20_000, "hashCount": 2, "epoch": 5, "lr": 0.05, "thread": 1,
}  # fmt: skip


def train_vectors(raw_text: Path, out: Path) -> Path:
    """Train vectors on `raw_text` (tokenised, one passage a line) and save them as a spaCy folder `out/vectors_fr`."""
    import floret  # only here: the rest of the recipe runs without it

    model = floret.train_unsupervised(str(raw_text), **_SETTINGS)
    table = out / "fr.floret"
    model.save_floret_vectors(str(table))
    return save_as_spacy(table, out / "vectors_fr")


def save_as_spacy(table: Path, folder: Path) -> Path:
    """Convert a floret table to a blank pipeline that holds the vectors."""
    nlp = QuizgenFrench()
    convert_vectors(nlp, table, truncate=0, prune=-1, mode="floret")
    nlp.to_disk(folder)
    return folder
