"""The launcher: a file to double-click that starts the app, in the way of each system."""

import os
import shlex
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from quizgen.errors import WebError
from quizgen.export import write_atomically

EXECUTABLE = 0o755
COMMENTS = (("", "A quiz from an article"), ("[fr]", "Un quiz à partir d’un article"))


@dataclass(frozen=True, slots=True)
class Launcher:
    """A file's name and text; `is_executable` where the system wants to be told."""

    name: str
    text: str
    is_executable: bool


def launcher(command: Sequence[str], platform: str = sys.platform) -> Launcher:
    """Return what starts `command` on a platform, named as Python names it: "linux", "darwin", "win32"."""
    if platform == "win32":
        return Launcher("quizgen.bat", _bat(command), False)
    if platform == "darwin":
        return Launcher("quizgen.command", _command(command), True)
    return Launcher("quizgen.desktop", _desktop(command), True)


def write_launcher(folder: Path, made: Launcher) -> Path:
    """Write a launcher into a folder and return where. Raises ExportError when it cannot be written, WebError when it is no folder."""
    if folder.exists() and not folder.is_dir():
        raise WebError(f"{folder} is no folder.", "name the folder for the launcher with -o")
    path = folder / made.name
    write_atomically(path, made.text)
    if made.is_executable:
        os.chmod(path, EXECUTABLE)
    return path


def _desktop(command: Sequence[str]) -> str:
    """Return a desktop entry (freedesktop.org): no window of its own, the page itself has a button that ends it."""
    comments = [f"Comment{language}={text}" for language, text in COMMENTS]
    return "\n".join(
        (
            "[Desktop Entry]", "Type=Application", "Version=1.0", "Name=quizgen", *comments, f"Exec={' '.join(map(_quoted, command))}",
            "Icon=accessories-dictionary", "Terminal=false", "Categories=Education;", "StartupNotify=false", "",
        )
    )  # fmt: skip


def _quoted(word: str) -> str:
    """Return a word of an Exec line: quoted, and escaped once more because the line is a string of the file."""
    inner = "".join(f"\\{letter}" if letter in '"`$\\' else letter for letter in word)
    return f'"{inner}"'.replace("\\", "\\\\").replace("%", "%%")


def _command(command: Sequence[str]) -> str:
    """Return a shell script that the Finder opens in a window, which stays when something went wrong."""
    return f"#!/bin/sh\n{shlex.join(command)} || read -r _\n"


def _bat(command: Sequence[str]) -> str:
    """Return a batch file whose window stays when something went wrong. Percent signs are doubled: one names a variable."""
    words = " ".join('"' + word.replace("%", "%%") + '"' for word in command)
    return "\r\n".join(("@echo off", "chcp 65001 >nul", "title quizgen", words, "if errorlevel 1 pause", ""))
