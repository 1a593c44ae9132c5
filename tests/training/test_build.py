"""The recipe stops early when a corpus is missing or another release; its settings name only what exists."""

import sys
import tomllib
from pathlib import Path

import pytest

TRAINING = Path(__file__).resolve().parents[2] / "training"
sys.path.insert(0, str(TRAINING))

import build  # noqa: E402


def test_a_missing_archive_stops_the_run_with_a_hint(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match=r"(?s)missing.*hint: CORPORA"):
        build.unpack_corpora(tmp_path, tmp_path / "work")


def test_another_release_stops_the_run(tmp_path: Path) -> None:
    names = tomllib.loads((TRAINING / "corpora.toml").read_text("utf-8"))["archives"]
    for name in names:
        (tmp_path / name).write_bytes(b"another release")
    with pytest.raises(SystemExit, match="sha256 differs"):
        build.unpack_corpora(tmp_path, tmp_path / "work")


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_corpus_has_a_licence_and_an_archive(language: str) -> None:
    archives = tomllib.loads((TRAINING / "corpora.toml").read_text("utf-8"))["archives"]
    corpora = build.corpora_of(language)
    assert corpora
    assert all(corpus["licence"] and corpus["archive"] in archives for corpus in corpora)
    assert not any("NC" in corpus["licence"] for corpus in corpora)
