"""Templates are found in a user's folder first, then in quizgen's own."""

from pathlib import Path

import pytest

from quizgen.errors import TemplateError
from quizgen.naming import slug
from quizgen.resources import read_text, shipped_templates, template_roots


def test_users_file_hides_the_shipped_one(tmp_path: Path) -> None:
    (tmp_path / "labels").mkdir()
    (tmp_path / "labels" / "fr.toml").write_text("mine")
    roots = template_roots(tmp_path)
    assert read_text("labels/fr.toml", roots) == "mine"
    assert read_text("labels/en.toml", roots) != "mine"


@pytest.mark.parametrize("folder", ["html", "anki", "labels", "questions"])
def test_shipped_folders_are_there(folder: str) -> None:
    assert (shipped_templates() / folder).is_dir()


def test_missing_folder_and_missing_file_are_named(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match="nowhere"):
        template_roots(tmp_path / "nowhere")
    with pytest.raises(TemplateError, match=r"labels/tlh\.toml"):
        read_text("labels/tlh.toml", template_roots())


@pytest.mark.parametrize(
    ("text", "made"),
    [("L’été 2010 : œuvres & Cie", "l-ete-2010-oeuvres-cie"), ("../../etc/passwd", "etc-passwd"), ("***", ""), ("a" * 80, "a" * 60)],
)
def test_slug(text: str, made: str) -> None:
    assert slug(text) == made
