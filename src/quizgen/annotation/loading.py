"""Loads a language pipeline: the one that comes with quizgen, or any installed spaCy pipeline with labels we can read."""

from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from quizgen.errors import PipelineError

if TYPE_CHECKING:
    from spacy.language import Language

BUNDLED = Path(__file__).resolve().parents[1] / "pipelines"
LANGUAGES = {"fr": "French", "en": "English"}


def load_pipeline(language: str, name: str | None = None) -> "Language":
    """Load the bundled pipeline of `language` ("fr", "en"), or the installed one called `name` (a package or a folder).

    The result gives Universal Dependencies labels, lemmas, sentences and entities PER, ORG, LOC, MISC, whatever its origin.
    Raises PipelineError when there is no such pipeline, it is for another language, or its labels cannot be converted.
    """
    if name is None or name == f"quizgen_{language}":
        return _load_bundled(language)
    return _load_foreign(language, name)


def pipeline_language(nlp: "Language") -> str:
    """Return the code of the pipeline's language: "fr" for the bundled French one, which spaCy knows as quizgen_fr."""
    return (nlp.lang or "").removeprefix("quizgen_")


def _load_bundled(language: str) -> "Language":
    folder = BUNDLED / language
    if language not in LANGUAGES or not (folder / "config.cfg").is_file():
        names = " and ".join(LANGUAGES.values())
        raise PipelineError(
            f"no {LANGUAGES.get(language, language)} pipeline comes with quizgen.",
            f"quizgen reads {names}: pass --language fr or en, or --pipeline NAME for an installed spaCy pipeline",
        )
    import spacy

    from quizgen.annotation import components  # noqa: F401  (registers what the pipelines' config.cfg names)
    from quizgen.annotation.weights import widen

    if language == "fr":
        import quizgen.languages.fr.tokenizer  # noqa: F401  (registers the language class quizgen_fr)
    try:
        # The tokenizer is the language class's own: reading a saved copy would compile its patterns twice.
        return widen(spacy.load(folder, exclude=["tokenizer"]))
    except (OSError, ValueError, KeyError) as error:
        hint = "install quizgen again; its pipelines need spaCy 3.8"
        raise PipelineError(f"the bundled {LANGUAGES[language]} pipeline cannot be loaded: {error}", hint) from error


def _load_foreign(language: str, name: str) -> "Language":
    if not _is_installed(name):
        raise PipelineError(
            f"the pipeline {name} is not installed.",
            f"python -m spacy download {name}, or leave out --pipeline to use the one that comes with quizgen",
        )
    import spacy

    from quizgen.annotation.conversion import convert_labels

    try:
        nlp = spacy.load(name)
    except (OSError, ValueError, ImportError) as error:
        hint = "choose a pipeline made for spaCy 3.8, or leave out --pipeline"
        raise PipelineError(f"the pipeline {name} cannot be loaded: {error}", hint) from error
    if pipeline_language(nlp) != language:
        raise PipelineError(
            f"the pipeline {name} is for language {nlp.lang!r}, the article is in {language!r}.",
            "pass --language, or another --pipeline",
        )
    return convert_labels(nlp, name)


def _is_installed(name: str) -> bool:
    if (Path(name) / "config.cfg").is_file():
        return True
    return name.isidentifier() and find_spec(name) is not None
