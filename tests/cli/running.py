"""Runs the `quizgen` command inside the test's process, so that pipelines are loaded once."""

import contextlib
import io
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

from quizgen.cli import main

REPOSITORY = Path(__file__).resolve().parents[2]
SEEDS = REPOSITORY / "seeds"


@dataclass(frozen=True)
class Outcome:
    """What a command left: its exit status and what it printed."""

    status: int
    out: str
    err: str


def quizgen(*arguments: object, stdin: bytes = b"") -> Outcome:
    """Run `quizgen ARGUMENTS…` with nothing on a terminal."""
    out, err = _bytes_output(), _bytes_output()
    source = io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8")
    argv = mock.patch.object(sys, "argv", ["quizgen", *map(str, arguments)])
    plain = mock.patch.dict(os.environ, {"NO_COLOR": "1", "COLUMNS": "100", "TERM": "dumb"})
    with argv, plain, mock.patch.object(sys, "stdin", source), contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        status = _status()
    return Outcome(status, _text(out), _text(err))


def _bytes_output() -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="\n", write_through=True)


def _text(output: io.TextIOWrapper) -> str:
    buffer = output.buffer
    assert isinstance(buffer, io.BytesIO)
    return buffer.getvalue().decode("utf-8")


def _status() -> int:
    try:
        main()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    return 0


@contextlib.contextmanager
def inside(folder: Path) -> Iterator[None]:
    """Work in `folder` for a while."""
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)
