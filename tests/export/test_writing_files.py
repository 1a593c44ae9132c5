"""Files are written whole or not at all."""

import os
from pathlib import Path

import pytest

from quizgen.errors import ExportError
from quizgen.export import write_atomically, write_together


def test_folders_are_made_and_line_ends_kept(tmp_path: Path) -> None:
    write_atomically(tmp_path / "a" / "b.txt", "é\r\n")
    assert (tmp_path / "a" / "b.txt").read_bytes() == "é\r\n".encode()


def test_nothing_is_written_when_one_file_cannot_be(tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_text("old")
    (tmp_path / "folder").mkdir()
    with pytest.raises(ExportError, match="folder") as caught:
        write_together({tmp_path / "old.txt": b"new", tmp_path / "folder": b"x"})
    assert (tmp_path / "old.txt").read_text() == "old"
    assert caught.value.hint
    assert sorted(path.name for path in tmp_path.iterdir()) == ["folder", "old.txt"]


def test_file_in_the_place_of_a_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(ExportError, match="file"):
        write_atomically(tmp_path / "file" / "a.txt", "x")


def test_failing_move_leaves_no_temporary_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(source: Path, target: Path) -> None:
        raise OSError(28, "No space left on device", str(source), None, str(target))

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(ExportError, match=r"a\.txt cannot be written: No space"):
        write_atomically(tmp_path / "a.txt", "x")
    assert not list(tmp_path.iterdir())


def test_rights_are_those_of_any_new_file(tmp_path: Path) -> None:
    (tmp_path / "plain").write_text("x")
    write_atomically(tmp_path / "ours", "x")
    assert (tmp_path / "ours").stat().st_mode == (tmp_path / "plain").stat().st_mode
