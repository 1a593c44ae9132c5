"""Puts the trained parts together and stores them small: 2-byte weights, only the strings that are needed, no paths of the machine."""

import io
import json
from pathlib import Path
from typing import Any

import numpy
import spacy
import srsly
from lemma_table import lemma_table
from spacy.language import Language

from quizgen.annotation import components  # noqa: F401  (registers the steps named below)
from quizgen.annotation.lemmas import LemmaChain
from quizgen.languages.fr import tokenizer  # noqa: F401  (registers quizgen_fr)


def assemble(syntax: Path, entities: Path, train: Path, language: str) -> Language:
    """Join a syntax and an entity pipeline. Entities go first: predicted sentence starts would cut them."""
    nlp = spacy.load(syntax)
    nlp.add_pipe("ner", source=spacy.load(entities), name="ner", first=True)
    nlp.add_pipe("quizgen_sentence_guards", before="parser")
    chain = nlp.add_pipe("quizgen_lemmas", config={"language": language}, last=True)
    assert isinstance(chain, LemmaChain)
    chain.table = lemma_table(train)
    return nlp


def pack(nlp: Language, folder: Path, meta: dict[str, Any]) -> None:
    """Write a pipeline to `folder` in the form that quizgen.annotation loads."""
    nlp.meta.update(meta)
    nlp.meta["performance"] = {}
    _forget_paths(nlp)
    # The English tokenizer comes with spaCy, the French one with quizgen: neither is stored.
    nlp.to_disk(folder, exclude=["tokenizer"])
    for path in sorted(folder.rglob("model")):
        path.write_bytes(srsly.msgpack_dumps(_halve(srsly.msgpack_loads(path.read_bytes()))))
    vectors = folder / "vocab" / "vectors"
    buffer = io.BytesIO()
    numpy.save(buffer, numpy.load(vectors).astype(numpy.float16))
    vectors.write_bytes(buffer.getvalue())
    (folder / "vocab" / "strings.json").write_text(json.dumps(sorted(_needed_strings(nlp)), ensure_ascii=False, indent=0), "utf-8")


def _forget_paths(nlp: Language) -> None:
    for key in nlp.config["paths"]:
        nlp.config["paths"][key] = None
    nlp.config["initialize"]["vectors"] = None


def _halve(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _halve(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_halve(item) for item in value]
    if isinstance(value, numpy.ndarray) and value.dtype == numpy.float32:
        return value.astype(numpy.float16)
    return value


def _needed_strings(nlp: Language) -> set[str]:
    """The labels and the letters that lemma rules exchange; every other string is added when a text brings it."""
    needed = {"", "ROOT", "dep"}
    for step in nlp.pipe_names:
        labels = getattr(nlp.get_pipe(step), "labels", ())
        needed.update(label for label in labels if isinstance(label, str))
    for label in getattr(nlp.get_pipe("morphologizer"), "labels", ()):
        needed.add("|".join(part for part in label.split("|") if not part.startswith("POS=")))
        needed.update(piece for part in label.split("|") for piece in (part, *part.split("=")))
    trees = srsly.msgpack_loads(nlp.get_pipe("trainable_lemmatizer").trees.to_bytes())["trees"]  # type: ignore[attr-defined]
    needed.update(nlp.vocab.strings[tree[key]] for tree in trees for key in ("orig", "subst") if key in tree)
    return needed
