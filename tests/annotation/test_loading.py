"""Pipelines are loaded by language or name; what cannot be used is refused with a hint."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import spacy

from quizgen.annotation import list_pipelines, load_pipeline, pipeline_language
from quizgen.annotation.loading import BUNDLED
from quizgen.errors import PipelineError

LIMIT = 10 * 1000 * 1000


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(PipelineError, match="no de pipeline"):
        load_pipeline("de")


@pytest.mark.parametrize("name", ["fr_nothing_like_this", "../nowhere", ""])
def test_a_pipeline_that_is_not_installed_is_refused_with_a_hint(name: str) -> None:
    with pytest.raises(PipelineError) as refusal:
        load_pipeline("fr", name)
    assert "--pipeline" in refusal.value.hint


def test_a_pipeline_without_a_parser_is_refused(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(PipelineError, match="no parser"):
        load_pipeline("en", str(tmp_path / "blank"))


def test_a_pipeline_of_another_language_is_refused(tmp_path: Path) -> None:
    spacy.blank("de").to_disk(tmp_path / "blank")
    with pytest.raises(PipelineError, match="language 'de'"):
        load_pipeline("en", str(tmp_path / "blank"))


def test_unknown_labels_are_refused(tmp_path: Path) -> None:
    nlp = spacy.blank("de")
    parser = nlp.add_pipe("parser")
    for label in ("sb", "oa", "nk"):
        parser.add_label(label)  # type: ignore[attr-defined]
    nlp.add_pipe("ner").add_label("PER")  # type: ignore[attr-defined]
    nlp.add_pipe("morphologizer").add_label("POS=NOUN")  # type: ignore[attr-defined]
    nlp.initialize()
    nlp.to_disk(tmp_path / "german")
    with pytest.raises(PipelineError, match="dependency labels"):
        load_pipeline("de", str(tmp_path / "german"))


@pytest.mark.parametrize("code", ["fr", "en"])
def test_bundled_pipelines_are_small_and_full_precision_when_loaded(code: str) -> None:
    nlp = load_pipeline(code)
    assert sum(path.stat().st_size for path in (BUNDLED / code).rglob("*") if path.is_file()) <= LIMIT
    model = nlp.get_pipe("ner").model  # type: ignore[attr-defined]
    kinds = {node.get_param(name).dtype.itemsize for node in model.walk() for name in node.param_names if node.has_param(name)}
    assert kinds == {4}
    assert pipeline_language(nlp) == code


@pytest.mark.parametrize("code", ["fr", "en"])
def test_bundled_pipelines_name_no_path_of_the_machine_that_made_them(code: str) -> None:
    text = (BUNDLED / code / "config.cfg").read_text("utf-8") + (BUNDLED / code / "meta.json").read_text("utf-8")
    assert not re.search(r'"(?:/|[A-Z]:)', text)


def test_loading_french_does_not_import_spacys_french_exceptions() -> None:
    code = (
        "import sys; from quizgen.annotation import load_pipeline; load_pipeline('fr'); "
        "print('spacy.lang.fr' in sys.modules, 'simplemma' in sys.modules)"
    )
    output = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert output.split() == ["False", "False"]


def test_importing_the_package_does_not_import_spacy() -> None:
    code = "import sys, quizgen.annotation; print('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "False"


def test_the_catalogue_names_figures_corpora_and_licences() -> None:
    bundled = {info.language: info for info in list_pipelines() if info.is_bundled}
    assert set(bundled) == {"fr", "en"}
    for info in bundled.values():
        assert info.corpora
        assert all(name and licence for name, licence in info.corpora)
        assert any("las" in row for row in info.figures.values())
        assert any("entities" in row for row in info.figures.values())
