"""Brings an installed spaCy pipeline's labels to Universal Dependencies, or refuses it with a reason."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from quizgen.errors import PipelineError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_UNIVERSAL = frozenset(("nsubj", "obj", "obl", "nmod", "case"))
_CLEARNLP = frozenset(("nsubj", "dobj", "pobj", "prep", "nsubjpass"))
_USE_OURS = "leave out --pipeline to use the one that comes with quizgen"


@cache
def conversion_table() -> dict[str, dict[str, str]]:
    """Load conversion.toml: relations and entity types."""
    table: dict[str, dict[str, str]] = tomllib.loads(files("quizgen.annotation").joinpath("conversion.toml").read_text("utf-8"))
    return table


def convert_labels(nlp: "Language", name: str) -> "Language":
    """Add the steps that make `nlp` give Universal Dependencies and our entity types; return it.

    Raises PipelineError when it has no parser, no entities, gives no word classes, or its relations are of no scheme we know.
    """
    _require_steps(nlp, name)
    scheme = relation_scheme(set(nlp.get_pipe("parser").labels))  # type: ignore[attr-defined]
    if scheme is None:
        raise PipelineError(f"the pipeline {name} has dependency labels that quizgen does not know.", _USE_OURS)
    from spacy.language import Language

    from quizgen.annotation import components  # noqa: F401  (registers the sentence guards)

    if not Language.has_factory("quizgen_universal_labels"):
        Language.factory("quizgen_universal_labels", default_config={"scheme": "universal"}, func=_create_converter)
    if "quizgen_sentence_guards" not in nlp.pipe_names:
        nlp.add_pipe("quizgen_sentence_guards", before="parser")
    nlp.add_pipe("quizgen_universal_labels", config={"scheme": scheme}, last=True)
    return nlp


def relation_scheme(labels: set[str]) -> str | None:
    """Tell the scheme of a parser's labels: "universal", "clearnlp" or None."""
    bases = {label.split(":")[0] for label in labels}
    if labels >= _CLEARNLP:
        return "clearnlp"
    return "universal" if bases >= _UNIVERSAL else None


def _require_steps(nlp: "Language", name: str) -> None:
    for step, missing in (("parser", "no parser"), ("ner", "no named entities")):
        if step not in nlp.pipe_names:
            raise PipelineError(f"the pipeline {name} has {missing}.", _USE_OURS)
    if not {"morphologizer", "attribute_ruler"} & set(nlp.pipe_names):
        raise PipelineError(f"the pipeline {name} gives no word classes (UPOS) or morphology.", _USE_OURS)


def _create_converter(nlp: "Language", name: str, scheme: str) -> "LabelConverter":
    return LabelConverter(scheme)


class LabelConverter:
    """A last step of a foreign pipeline: relations and entity types of one scheme to ours."""

    def __init__(self, scheme: str) -> None:
        self.scheme = scheme

    def __call__(self, doc: "Doc") -> "Doc":
        """Convert one document."""
        if self.scheme == "clearnlp":
            from quizgen.annotation.clearnlp import to_universal

            doc = to_universal(doc)
        return convert_entities(doc)

    def to_disk(self, path: Any, *, exclude: Any = ()) -> None:
        """Nothing to save."""

    def from_disk(self, path: Any, *, exclude: Any = ()) -> "LabelConverter":
        """Nothing to read."""
        return self


def convert_entities(doc: "Doc") -> "Doc":
    """Give entities our four types; drop those that are no names."""
    from spacy.tokens import Span

    types = conversion_table()["entities"]
    doc.ents = tuple(Span(doc, e.start, e.end, label=types[e.label_]) for e in doc.ents if types.get(e.label_))
    return doc
