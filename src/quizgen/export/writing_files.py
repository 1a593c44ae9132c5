"""Writes files whole or not at all: beside their place first, then moved into it."""

import os
from collections.abc import Mapping
from pathlib import Path

from quizgen.errors import ExportError


def write_atomically(path: Path, content: bytes | str) -> None:
    """Write one file, text as UTF-8 with its line ends untouched. Raises ExportError when the place cannot be written."""
    write_together({path: content})


def write_together(contents: Mapping[Path, bytes | str]) -> None:
    """Write several files, all or none: what fails (folder, rights, space) fails before the first file is replaced.

    Folders are made as needed. Raises ExportError when a place cannot be written.
    """
    waiting: dict[Path, Path] = {}
    try:
        for path, content in contents.items():
            waiting[path] = _write_beside(path, content.encode() if isinstance(content, str) else content)
        for path, temporary in waiting.items():
            os.replace(temporary, path)
    except OSError as error:
        place = error.filename2 or error.filename or next(iter(contents))
        raise ExportError(f"{place} cannot be written: {error.strerror}.", "choose another folder with -o") from error
    finally:
        for temporary in waiting.values():
            temporary.unlink(missing_ok=True)


def _write_beside(path: Path, data: bytes) -> Path:
    """Write `data` to a file of its own in the folder of `path`, safely on the disk, and return where."""
    if path.is_dir():
        raise IsADirectoryError(21, "it is a folder", str(path))
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name[:100]}.{os.getpid()}.part")
    try:
        with temporary.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
    return temporary
