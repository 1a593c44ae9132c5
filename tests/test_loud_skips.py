"""A skip passes on a person's machine and is said aloud; in CI it fails the run."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import REPOSITORY

SKIPPED = 'import pytest\ndef test_a(): pass\n@pytest.mark.skip(reason="no browser here")\ndef test_b(): pass\n'


@pytest.mark.parametrize(("ci", "status"), [("true", 1), ("", 0)])
def test_skip_is_a_failure_in_ci_alone(tmp_path: Path, ci: str, status: int) -> None:
    (tmp_path / "test_it.py").write_text(SKIPPED, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-p", "tests.loud_skips", "-p", "no:cacheprovider", "-c", os.devnull, str(tmp_path)]
    done = subprocess.run(command, cwd=REPOSITORY, env={**os.environ, "CI": ci}, capture_output=True, text=True, check=False)
    assert done.returncode == status, done.stdout
    assert "NOT TESTED HERE" in done.stdout
    assert "test_b: no browser here" in done.stdout
