"""One labelling for all treebanks of a language: relations, features and lemmas (see labels.toml)."""

import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

from conllu import Sentence, Word, merge_contractions, read_sentences, split_contractions

_CLOSED = {"DET", "PRON", "NUM", "ADP", "SCONJ", "CCONJ"}


@cache
def labels(language: str) -> dict[str, Any]:
    """Load the language's part of labels.toml."""
    table: dict[str, Any] = tomllib.loads(Path(__file__).with_name("labels.toml").read_text("utf-8"))[language]
    return table


@dataclass
class ReferenceForms:
    """Lemma and features of closed-class forms in the reference treebank (Sequoia), where treebanks differ freely."""

    table: dict[tuple[str, str], tuple[str, dict[str, str]]] = field(default_factory=dict)

    @classmethod
    def from_treebank(cls, path: Path) -> "ReferenceForms":
        """Count the closed-class forms of a French treebank and keep the majority of each seen 4 times."""
        seen: dict[tuple[str, str], Counter[tuple[str, tuple[tuple[str, str], ...]]]] = defaultdict(Counter)
        for sentence in read_sentences(path):
            for word in sentence.words:
                if word.upos in _CLOSED:
                    features = tuple(sorted(_features("fr", word).items()))
                    seen[word.form.lower(), word.upos][word.lemma, features] += 1
        result = cls()
        for key, counts in seen.items():
            if counts.total() >= 4:
                (lemma, features), _ = counts.most_common(1)[0]
                result.table[key] = (lemma, dict(features))
        return result


def _features(language: str, word: Word) -> dict[str, str]:
    rules = labels(language)["features"]
    kept = rules["keep"].get(word.upos)
    features = {k: v for k, v in word.features.items() if k not in rules["drop"] and (kept is None or k in kept)}
    if language == "fr" and word.upos == "NUM":
        features.setdefault("NumType", "Card")
    if language == "fr" and word.upos == "AUX" and word.form.lower() == "été":
        return {"Tense": "Past", "VerbForm": "Part"}  # only Sequoia gives it gender and number
    return features


def _relation(language: str, word: Word) -> str:
    relation = word.relation
    if language == "fr" and relation == "expl":
        relation = "expl:subj" if word.form.lower() in ("il", "-il", "-t-il", "ce", "c'") else "expl"
    mapped: str = labels(language)["relations"].get(relation, relation)
    return mapped


def harmonize_word(language: str, word: Word, reference: ReferenceForms | None = None) -> Word:
    """Bring one word to the common labels; `reference` overrides DET, PRON and NUM of other treebanks."""
    lemma, features = word.lemma, _features(language, word)
    key = (word.form.lower(), word.upos)
    if reference and word.upos in ("DET", "PRON", "NUM") and key in reference.table:
        lemma, features = reference.table[key][0], dict(reference.table[key][1])
    lemma = labels(language)["lemmas"].get("|".join(key), lemma)
    if language == "fr" and word.upos == "NOUN" and lemma[:1].isupper() and not word.form.isupper():
        lemma = lemma.lower()  # GSD writes some nouns' lemmas with a capital
    return replace(word, lemma=lemma, features=features, relation=_relation(language, word))


def harmonize(language: str, sentences: Iterable[Sentence], reference: ReferenceForms | None = None) -> list[list[Word]]:
    """Harmonise sentences, contractions merged in French and split in English; broken trees are left out."""
    result = []
    for sentence in sentences:
        words = [harmonize_word(language, word, reference) for word in sentence.words]
        copy = Sentence(words, sentence.contractions, sentence.comments)
        merged = merge_contractions(copy) if language == "fr" else split_contractions(copy)
        if _is_tree(merged):
            result.append(merged)
    return result


def _is_tree(words: list[Word]) -> bool:
    return all((word.head == index) == (word.relation == "ROOT") for index, word in enumerate(words))
