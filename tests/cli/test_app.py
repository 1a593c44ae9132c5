"""`quizgen app` as it is started: once, twice, on a port that is taken, by a double-click; and how it ends."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from quizgen.web.app.running import Running, is_alive
from quizgen.web.app.shortcut import Launcher, launcher
from tests.cli.running import quizgen

PATIENCE = 60  # seconds that a start may take on a busy machine
COMMAND = ("/opt/my python/bin/python", "-m", "quizgen", "app", "--folder", "/home/zoé/100 % $HOME `x` \"y\" back\\slash")


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """Return an environment with a home of its own, whose browser is a program that does nothing."""
    home = {"HOME": str(tmp_path), "XDG_STATE_HOME": str(tmp_path / "state"), "BROWSER": "true %s"}
    return {name: value for name, value in os.environ.items() if not name.startswith("XDG_")} | home


Start = Callable[..., "subprocess.Popen[str]"]


@pytest.fixture
def start(environment: dict[str, str]) -> Iterator[Start]:
    """Return what starts a command, and ends what still runs after the test."""
    begun: list[subprocess.Popen[str]] = []

    def start(*command: str) -> "subprocess.Popen[str]":
        begun.append(subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True))
        return begun[-1]

    yield start
    for one in begun:
        one.kill()
        one.communicate()


def app(start: Start, *options: str) -> "subprocess.Popen[str]":
    return start(sys.executable, "-m", "quizgen", "app", "--no-browser", *options)


def address(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def test_second_start_finds_the_running_one_which_ends_by_an_interruption(start: Start, tmp_path: Path) -> None:
    first = app(start)
    served = address(first)
    assert is_alive(served)
    assert str(tmp_path / "Documents" / "quizgen") in first.stdout.readline()  # type: ignore[union-attr]
    second = app(start)
    assert address(second) == served
    assert second.wait(PATIENCE) == 0
    first.send_signal(signal.SIGINT)
    assert first.wait(PATIENCE) == 0
    assert first.stderr is not None
    assert first.stderr.read() == ""
    assert not is_alive(served)
    assert list((tmp_path / "state" / "quizgen").iterdir()) == []


def test_interruption_ends_it_in_mid_work_and_leaves_no_half_of_a_quiz(start: Start, tmp_path: Path) -> None:
    process = app(start, "--folder", str(tmp_path / "kept"))
    served = address(process)
    origin, _, token = served.partition("/?token=")
    text = "The lighthouse of Kervran was built in 1863 by Louise Le Goff, and it carries a lens that was made in Paris. " * 4000
    body = f'--x\r\nContent-Disposition: form-data; name="text"\r\n\r\n{text}\r\n--x\r\n' + (
        'Content-Disposition: form-data; name="forms"\r\n\r\ncloze\r\n--x--\r\n'
    )
    cookie = f"quizgen-{origin.rpartition(':')[2]}={token}"
    headers = {"Cookie": cookie, "Origin": origin, "Content-Type": "multipart/form-data; boundary=x"}
    with urllib.request.urlopen(urllib.request.Request(f"{origin}/make", body.encode(), headers)) as response:
        assert "/making/" in response.url
    process.send_signal(signal.SIGINT)
    assert process.wait(PATIENCE) == 0
    assert process.stderr is not None
    assert process.stderr.read() == ""
    assert list((tmp_path / "kept").iterdir()) == []


def test_two_starts_at_once_are_one_app(start: Start, tmp_path: Path) -> None:
    both = [app(start, "--folder", str(tmp_path / "kept")) for _ in range(2)]
    assert len({address(one) for one in both}) == 1


def test_another_folder_is_another_app(start: Start, tmp_path: Path) -> None:
    both = [app(start, "--folder", str(tmp_path / name)) for name in ("one", "two")]
    assert len({address(one) for one in both}) == 2


def test_app_that_was_killed_is_in_nobodys_way(start: Start) -> None:
    first = app(start)
    served = address(first)
    first.kill()
    first.wait(PATIENCE)
    assert address(app(start)) not in ("", served)


def test_port_that_is_taken_is_told_in_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        told = quizgen("app", "--no-browser", "--port", port, "--folder", tmp_path / "kept")
    assert told.status == 1
    assert told.err.startswith(f"error: port {port} of this machine cannot be used")
    assert not list(tmp_path.rglob("app-*.json"))


def test_folder_in_which_nothing_can_be_kept_is_told_in_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    (tmp_path / "file").write_text("")
    told = quizgen("app", "--no-browser", "--folder", tmp_path / "file")
    assert told.status == 1
    assert told.err.startswith(f"error: quizzes cannot be kept in {tmp_path / 'file'}: ")
    assert not list(tmp_path.rglob("app-*.json"))


def test_note_of_the_running_app_is_for_its_user_alone(tmp_path: Path) -> None:
    running = Running.about(tmp_path / "kept", tmp_path)
    assert running.claim() == ""
    running.announce("http://127.0.0.1:1/?token=x")
    assert running.path.stat().st_mode & 0o077 == 0
    assert running.claim() == "", "nothing answers there: the note is of an app that ended without a word"


def test_launcher_of_linux_starts_the_app(start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, kept = tmp_path / "my desktop", tmp_path / "100 % $HOME"
    made = quizgen("app", "--shortcut", "-o", folder, "--folder", kept)
    path = folder / "quizgen.desktop"
    assert made.status == 0
    assert made.out.startswith(f"wrote {path}\n")
    assert os.access(path, os.X_OK)
    entry = dict(line.partition("=")[::2] for line in path.read_text("utf-8").splitlines()[1:])
    assert (entry["Type"], entry["Terminal"], entry["Name"]) == ("Application", "false", "quizgen")
    begun = start(*exec_words(entry["Exec"]))
    running = Running.about(kept, tmp_path / "state" / "quizgen")
    end = time.monotonic() + PATIENCE
    while not running._read()[0] and begun.poll() is None and time.monotonic() < end:
        time.sleep(0.1)
    assert is_alive(running._read()[0])


def exec_words(line: str) -> list[str]:
    """Return the words of an Exec line as a desktop reads it: first the file's own escapes, then quotes, then percent signs."""
    string = line.replace("\\\\", "\\")
    words, word, is_inside, is_escaped = [], "", False, False
    for letter in string:
        if is_escaped:
            word, is_escaped = word + letter, False
        elif letter == "\\" and is_inside:
            is_escaped = True
        elif letter == '"':
            is_inside = not is_inside
            if not is_inside:
                words.append(word.replace("%%", "%"))
                word = ""
        elif is_inside:
            word += letter
    return words


def test_every_character_of_a_path_comes_through_a_desktop_entry() -> None:
    line = next(line for line in launcher(COMMAND, "linux").text.splitlines() if line.startswith("Exec="))
    assert tuple(exec_words(line.removeprefix("Exec="))) == COMMAND


def test_every_character_of_a_path_comes_through_a_macos_command(tmp_path: Path) -> None:
    show = ("printf", "%s\\n", *COMMAND)
    made = launcher(show, "darwin")
    assert (made.name, made.is_executable) == ("quizgen.command", True)
    path = tmp_path / made.name
    path.write_text(made.text, "utf-8")
    assert subprocess.run(["sh", path], capture_output=True, text=True, check=True).stdout.splitlines() == list(COMMAND)


def test_windows_launcher() -> None:
    command = (r"C:\Users\Zoé\venv\Scripts\python.exe", "-m", "quizgen", "app", "--folder", r"D:\100 % sûr")
    line = '"C:\\Users\\Zoé\\venv\\Scripts\\python.exe" "-m" "quizgen" "app" "--folder" "D:\\100 %% sûr"'
    text = f"@echo off\r\nchcp 65001 >nul\r\ntitle quizgen\r\n{line}\r\nif errorlevel 1 pause\r\n"
    assert launcher(command, "win32") == Launcher("quizgen.bat", text, False)


def test_launcher_is_not_written_over_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    told = quizgen("app", "--shortcut", "-o", tmp_path / "file")
    assert (told.status, told.err) == (1, f"error: {tmp_path / 'file'} is no folder.\nhint: name the folder for the launcher with -o\n")
