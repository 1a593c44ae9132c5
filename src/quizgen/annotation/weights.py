"""Weights are stored as 2-byte numbers, to halve the bundled pipelines, and calculated with as 4-byte ones."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language


def widen(nlp: "Language") -> "Language":
    """Turn every half-precision weight and vector of a loaded pipeline into single precision, in place; return the pipeline."""
    for _, component in nlp.pipeline:
        model = getattr(component, "model", None)
        if model is not None and hasattr(model, "walk"):
            _widen_model(model)
    vectors = nlp.vocab.vectors
    if vectors.data.dtype.itemsize == 2:
        vectors.data = vectors.data.astype("float32")
    return nlp


def _widen_model(model: Any) -> None:
    for node in model.walk():
        for name in node.param_names:
            if node.has_param(name):
                value = node.get_param(name)
                if value.dtype.itemsize == 2:
                    node.set_param(name, value.astype("float32"))
