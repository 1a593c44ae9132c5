"""`quizgen review` from the command line."""

import re
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from tests.cli.running import quizgen
from tests.sample_quizzes import french_quiz
from tests.web.reviewing import written

COMMAND = (sys.executable, "-c", "from quizgen.cli import main; main()", "review")


def test_a_broken_file_is_told_before_any_page_opens(tmp_path: Path) -> None:
    (tmp_path / "quiz.toml").write_text("schema = ")
    outcome = quizgen("review", tmp_path / "quiz.toml", "--no-browser")
    assert outcome.status == 1
    assert "is not valid TOML" in outcome.err


def test_the_address_is_printed_and_an_interrupt_ends_it(tmp_path: Path) -> None:
    path = written(french_quiz(), tmp_path)
    running = subprocess.Popen([*COMMAND, str(path), "--no-browser"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert running.stdout is not None
    address = running.stdout.readline().strip()
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/\?token=[\w-]{32}", address)
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
    with opener.open(address, timeout=10) as page:
        assert "Le phare de Kervran" in page.read().decode()
    running.send_signal(signal.SIGINT)
    _, errors = running.communicate(timeout=20)
    assert errors == ""
    assert running.returncode == 0


@pytest.mark.parametrize("missing", ["uvicorn", "starlette"])
def test_without_the_extra_it_says_how_to_install_it(missing: str, tmp_path: Path) -> None:
    path = written(french_quiz(), tmp_path)
    code = f"import sys; sys.modules[{missing!r}] = None; from quizgen.cli import main; main()"
    done = subprocess.run([sys.executable, "-c", code, "review", str(path)], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr == f"error: {missing} must be installed for this.\nhint: pip install 'quizgen[review]'\n"
