"""Measures a finished pipeline on texts it has not seen, as raw text in, and writes figures.toml."""

import time
from collections import defaultdict
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.scorer import Scorer, get_ner_prf
from spacy.tokens import Doc, DocBin
from spacy.training import Example

from quizgen.annotation.entity_repair import repair_entities

_SYNTAX = {
    "words": "token_f", "upos": "pos_acc", "morphology": "morph_acc", "uas": "dep_uas", "las": "dep_las", "lemmas": "lemma_acc",
    "sentences": "sents_f",
}  # fmt: skip


def measure_syntax(nlp: Language, path: Path) -> dict[str, float]:
    """Return percentages by measure on one test set, and words per second on one thread."""
    with nlp.select_pipes(disable=["ner"]):
        examples, _ = _predict(nlp, path, None)
    scores = {**Scorer(nlp).score(examples), **Scorer.score_tokenization(examples)}
    return {name: round(100 * scores[key], 1) for name, key in _SYNTAX.items() if scores.get(key) is not None}


def measure_entities(nlp: Language, path: Path, types: tuple[str, ...]) -> dict[str, float]:
    """Return exact entity F (span and type): of the model alone, and as users get them, repaired over each article, in all and by type."""
    examples, _ = _predict(nlp, path, types)
    alone = _score_entities(examples, types)["ents_f"]
    articles: dict[int, list[Doc]] = defaultdict(list)
    for example in examples:
        articles[example.reference.user_data.get("document", 0)].append(example.predicted)
    for docs in articles.values():
        repair_entities(docs)
    scores = _score_entities(examples, types)
    result = {"entities_model": round(100 * alone, 1), "entities": round(100 * scores["ents_f"], 1)}
    for label, values in sorted(scores["ents_per_type"].items()):
        result[f"entities_{label}"] = round(100 * values["f"], 1)
    return result


def _score_entities(examples: list[Example], types: tuple[str, ...]) -> dict[str, Any]:
    """Score the types that a test set marks; the others stay in the documents, where they count when an article is repaired."""
    pairs = []
    for example in examples:
        ours = example.predicted.copy()
        ours.ents = tuple(e for e in ours.ents if e.label_ in types)
        pairs.append(Example(ours, example.reference))
    scores: dict[str, Any] = get_ner_prf(pairs)
    return scores


def words_per_second(nlp: Language, path: Path) -> float:
    """Time the whole pipeline on a test set."""
    _, speed = _predict(nlp, path, None)
    return float(round(speed, -2))


def _predict(nlp: Language, path: Path, types: tuple[str, ...] | None) -> tuple[list[Example], float]:
    gold = list(DocBin().from_disk(path).get_docs(nlp.vocab))
    start = time.process_time()  # of this process alone: the machine may be busy with others
    predicted = list(nlp.pipe((doc.text for doc in gold), batch_size=64))
    seconds = time.process_time() - start
    for theirs in gold:
        if types and theirs.has_annotation("ENT_IOB") and all(token.ent_iob for token in theirs):
            theirs.ents = tuple(e for e in theirs.ents if e.label_ in types)
    examples = [Example(ours, theirs) for ours, theirs in zip(predicted, gold, strict=True)]
    return examples, sum(map(len, predicted)) / seconds


def write_figures(path: Path, head: dict[str, str], corpora: list[dict[str, str]], figures: dict[str, dict[str, float]]) -> None:
    """Write figures.toml, which `quizgen pipelines` prints."""
    lines = ["# Measured by training/figures.py on raw text; percent, but for words_per_second. Written by `make pipelines`."]
    lines += [f"{key} = {_quote(value)}" for key, value in head.items()]
    for corpus in corpora:
        lines += ["", "[[corpora]]", *(f"{key} = {_quote(corpus[key])}" for key in ("name", "licence"))]
    for name, values in figures.items():
        lines += ["", f"[figures.{_quote(name)}]", *(f"{key} = {value}" for key, value in values.items())]
    path.write_text("\n".join(lines) + "\n", "utf-8")


def _quote(text: Any) -> str:
    return '"' + str(text).replace("\\", "\\\\").replace('"', '\\"') + '"'
