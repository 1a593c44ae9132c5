"""Writes README.md and NOTICE beside a packed pipeline."""

from pathlib import Path

Figures = dict[str, dict[str, float]]
_LANGUAGES = {"fr": "French", "en": "English"}
_COLUMNS = ("words", "upos", "morphology", "uas", "las", "lemmas", "sentences")


def write_card(folder: Path, language: str, head: dict[str, str], corpora: list[dict[str, str]], figures: Figures) -> None:
    """Write what the pipeline is, what it was trained on, how good it is, and under which licences it may be passed on."""
    (folder / "README.md").write_text(_readme(language, head, corpora, figures), "utf-8")
    (folder / "NOTICE").write_text(_notice(head, corpora), "utf-8")


def _readme(language: str, head: dict[str, str], corpora: list[dict[str, str]], figures: Figures) -> str:
    lines = [
        f"# {head['name']} {head['version']}: the {_LANGUAGES[language]} pipeline of quizgen",
        "",
        "Tokens, word classes, morphology, lemmas, dependencies and sentences after Universal Dependencies; entities PER, ORG, LOC, MISC.",
        "Load it with `quizgen.annotation.load_pipeline`: weights are stored as 2-byte numbers and widened on loading; spaCy 3.8.",
        "Lemmas come from the training treebanks, then simplemma's dictionary, then the model. Rebuild: `make pipelines CORPORA=DIR`.",
        "",
        "## Figures",
        "",
        "Raw text in, own tokenizer; percent. None of these texts was trained on. Sub-relations that treebanks disagree on are merged,",
        "which flatters LAS by about one point.",
        "",
        "| syntax test set | " + " | ".join(_COLUMNS) + " |",
        "|---|" + "---|" * len(_COLUMNS),
    ]
    lines += [f"| {name} | " + " | ".join(str(row[c]) for c in _COLUMNS) + " |" for name, row in figures.items() if "las" in row]
    lines += ["", "Entities: exact span and type. *As used* is made consistent over each article, where the test set has articles.", ""]
    lines += ["| entity test set | F as used | F of the model alone | by type |", "|---|---|---|---|"]
    for name, row in figures.items():
        if "entities" in row:
            by_type = {key.removeprefix("entities_"): value for key, value in row.items()}
            types = ", ".join(f"{key} {value}" for key, value in by_type.items() if key.isupper())
            lines.append(f"| {name} | {row['entities']} | {row['entities_model']} | {types} |")
    speed = next(row["words_per_second"] for row in figures.values() if "words_per_second" in row)
    lines += ["", f"Speed: about {int(speed):,} words per second on one thread of the machine that trained it.", "", "## Corpora", ""]
    lines += ["| corpus | licence | use |", "|---|---|---|"]
    lines += [f"| {corpus['name']} | {corpus['licence']} | {corpus['use']} |" for corpus in corpora]
    return "\n".join(lines) + "\n"


def _notice(head: dict[str, str], corpora: list[dict[str, str]]) -> str:
    lines = [
        f"{head['name']} {head['version']}",
        f"Licence of these files: {head['licence']}",
        "",
        "The weights and tables in this folder are derived from the corpora below, whose licences ask that they be named and, where",
        "they say ShareAlike, that what is derived be passed on under the same terms. The code of quizgen is under the MIT licence.",
        "",
    ]
    lines += [f"- {corpus['name']}: {corpus['licence']}" for corpus in corpora]
    return "\n".join(lines) + "\n"
