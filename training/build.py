"""Rebuilds the bundled pipelines from a folder of corpora archives: `python -m training DIR [--language fr]`.

Steps: unpack and check the archives, write training data, train vectors (French), syntax and entities, assemble, measure, pack.
About two hours for both languages on two cores. Intermediate files are kept in --work, and a step whose result is there is skipped.
"""

import argparse
import hashlib
import sys
import tarfile
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "src")]

import entity_data  # noqa: E402
import syntax_data  # noqa: E402
from card import write_card  # noqa: E402
from figures import measure_entities, measure_syntax, words_per_second, write_figures  # noqa: E402
from packing import assemble, pack  # noqa: E402
from spacy.cli.train import train  # noqa: E402
from vectors import train_vectors  # noqa: E402

from quizgen.annotation.loading import load_pipeline  # noqa: E402

PIPELINES = HERE.parent / "src" / "quizgen" / "pipelines"
VERSION = "1.1.0"


@dataclass(frozen=True)
class Plan:
    """What differs between the languages: spaCy's name, parts, settings, test sets (syntax; entities with the types they mark)."""

    spacy_name: str
    steps: tuple[str, ...]
    syntax: dict[str, Any]  # what differs from configs/
    entities: dict[str, Any]
    syntax_tests: dict[str, str]
    entity_tests: dict[str, tuple[str, tuple[str, ...]]]


_TOK2VEC = "components.tok2vec.model"
_NER_TOK2VEC = "components.ner.model.tok2vec"

_ALL = ("PER", "ORG", "LOC", "MISC")
_NAMED = ("PER", "ORG", "LOC")
PLANS = {
    "fr": Plan(
        "quizgen_fr",
        ("tok2vec", "morphologizer", "parser", "trainable_lemmatizer"),
        {"training.max_steps": 5000, "training.dropout": 0.2, f"{_TOK2VEC}.embed.include_static_vectors": True},
        {"training.max_steps": 6000, f"{_NER_TOK2VEC}.embed.include_static_vectors": True},
        {"sequoia": "UD French-Sequoia test", "gsd": "UD French-GSD test", "pud": "UD French-PUD, even documents"},
        {"winer": ("WiNER-fr, held-out articles", _ALL), "fenec": ("FENEC, four prose texts", _NAMED)},
    ),
    "en": Plan(
        "en",
        ("tok2vec", "tagger", "morphologizer", "parser", "trainable_lemmatizer"),
        {"training.max_steps": 7000, "training.dropout": 0.2, f"{_TOK2VEC}.embed.width": 128, f"{_TOK2VEC}.encode.width": 128},
        {"training.max_steps": 6000, f"{_NER_TOK2VEC}.embed.width": 128, f"{_NER_TOK2VEC}.encode.width": 128},
        {"pud": "UD English-PUD, even documents", "gum": "UD English-GUM, held-out documents", "ewt": "UD English-EWT test"},
        {
            "redocred": ("Re-DocRED, last 100 documents", _ALL),
            "pud": ("Universal NER English-PUD", _NAMED),
            "ewt": ("Universal NER English-EWT test, last part", _NAMED),
            "gum": ("GUM names, held-out documents", _NAMED),
        },
    ),
}


def unpack_corpora(archives: Path, work: Path) -> Path:
    """Check each archive's sha256 and unpack it to `work`/corpora; return that folder."""
    table = tomllib.loads((HERE / "corpora.toml").read_text("utf-8"))["archives"]
    folder = work / "corpora"
    for name, expected in table.items():
        if (folder / name.removesuffix(".tar.xz")).is_dir():
            continue
        path = archives / name
        if not path.is_file():
            sys.exit(f"error: {path} is missing.\nhint: CORPORA must name the folder with the archives of training/corpora.toml")
        if hashlib.sha256(path.read_bytes()).hexdigest() != expected:
            sys.exit(f"error: {path} is not the release named in training/corpora.toml (sha256 differs).\nhint: fetch it again")
        with tarfile.open(path) as archive:
            archive.extractall(folder, filter="data")
    return folder


def write_data(language: str, corpora: Path, work: Path) -> None:
    """Write the training and test documents of a language."""
    if not (work / f"{language}_entities_train.spacy").exists():
        for module in (syntax_data, entity_data):
            (module.write_french if language == "fr" else module.write_english)(corpora, work)


def train_part(language: str, part: str, work: Path, overrides: dict[str, Any]) -> Path:
    """Train "syntax" or "entities" and return the folder of the best model."""
    best = work / f"{language}_{part}" / "model-best"
    if not best.exists():
        data = {f"paths.{name}": str(work / f"{language}_{part}_{name}.spacy") for name in ("train", "dev")}
        train(HERE / "configs" / f"{part}.cfg", best.parent, overrides={**data, "nlp.lang": PLANS[language].spacy_name, **overrides})
    return best


def build(language: str, corpora: Path, work: Path) -> None:
    """Make one pipeline and put it, with its figures, where quizgen loads it."""
    plan = PLANS[language]
    write_data(language, corpora, work)
    common: dict[str, Any] = {}
    if language == "fr":
        folder = work / "vectors_fr"
        vectors = folder if folder.exists() else train_vectors(corpora / "fr-raw" / "fr_raw_tok.txt", work)
        common = {"paths.vectors": str(vectors)}
    syntax = train_part(language, "syntax", work, {**common, **plan.syntax, "nlp.pipeline": list(plan.steps)})
    entities = train_part(language, "entities", work, {**common, **plan.entities})
    nlp = assemble(syntax, entities, work / f"{language}_syntax_train.spacy", language)
    description = "Parses text for quizgen: Universal Dependencies, morphology, lemmas, sentences, named entities."
    pack(nlp, PIPELINES / language, {"name": "quizgen", "version": VERSION, "license": licence(language), "description": description})
    measure(language, work)


def measure(language: str, work: Path) -> None:
    """Measure the packed pipeline as users load it; write figures.toml, README.md and NOTICE."""
    nlp, plan = load_pipeline(language), PLANS[language]
    figures: dict[str, dict[str, float]] = {}
    for name, title in plan.syntax_tests.items():
        figures[title] = measure_syntax(nlp, work / f"{language}_syntax_test_{name}.spacy")
    for name, (title, types) in plan.entity_tests.items():
        figures[title] = measure_entities(nlp, work / f"{language}_entities_test_{name}.spacy", types)
    speed = words_per_second(nlp, work / f"{language}_syntax_test_pud.spacy")
    figures["one thread, whole pipeline"] = {"words_per_second": speed}
    head = {"name": f"quizgen_{language}", "version": VERSION, "licence": licence(language)}
    write_figures(PIPELINES / language / "figures.toml", head, corpora_of(language), figures)
    write_card(PIPELINES / language, language, head, corpora_of(language), figures)


def corpora_of(language: str) -> list[dict[str, str]]:
    """Return the corpora of a language, from corpora.toml."""
    table = tomllib.loads((HERE / "corpora.toml").read_text("utf-8"))["corpus"]
    return [corpus for corpus in table if language in corpus["languages"]]


def licence(language: str) -> str:
    """Return the licence expression of the trained weights."""
    return "CC-BY-SA-4.0 AND LGPLLR" if language == "fr" else "CC-BY-SA-4.0"


def main() -> None:
    """Read the command line and build."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("corpora", type=Path, help="folder of the archives named in corpora.toml")
    parser.add_argument("--work", type=Path, default=Path("build/training"), help="folder for intermediate files")
    parser.add_argument("--language", choices=sorted(PLANS), help="only this language")
    arguments = parser.parse_args()
    arguments.work.mkdir(parents=True, exist_ok=True)
    corpora = unpack_corpora(arguments.corpora, arguments.work)
    for language in [arguments.language] if arguments.language else sorted(PLANS):
        build(language, corpora, arguments.work)


if __name__ == "__main__":
    main()
