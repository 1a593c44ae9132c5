"""Which pipelines there are, with their figures and licences."""

import tomllib
from dataclasses import dataclass
from importlib.metadata import distributions
from typing import Any

from quizgen.annotation.loading import BUNDLED, LANGUAGES


@dataclass(frozen=True, slots=True)
class PipelineInfo:
    """One pipeline. `figures` maps test set → measure → value (percent; words_per_second as counted); `corpora` holds (name, licence)."""

    name: str
    language: str
    version: str
    is_bundled: bool
    licence: str
    figures: dict[str, dict[str, float]]
    corpora: tuple[tuple[str, str], ...]


def list_pipelines() -> list[PipelineInfo]:
    """Return the bundled pipelines, then the spaCy pipelines installed in this environment."""
    bundled = [_bundled(language) for language in LANGUAGES if (BUNDLED / language / "figures.toml").is_file()]
    return bundled + sorted(_installed(), key=lambda info: info.name)


def _bundled(language: str) -> PipelineInfo:
    data = tomllib.loads((BUNDLED / language / "figures.toml").read_text("utf-8"))
    corpora = tuple((entry["name"], entry["licence"]) for entry in data["corpora"])
    return PipelineInfo(data["name"], language, data["version"], True, data["licence"], data["figures"], corpora)


def _installed() -> list[PipelineInfo]:
    found = []
    for distribution in distributions():
        for entry in distribution.entry_points.select(group="spacy_models"):
            found.append(_from_metadata(entry.name, distribution.version, distribution.metadata))
    return found


def _from_metadata(name: str, version: str, metadata: Any) -> PipelineInfo:
    licence = metadata.get("License-Expression") or metadata.get("License") or "not stated"
    return PipelineInfo(name, name.split("_")[0], version, False, licence, {}, ())
