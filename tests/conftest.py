"""Options and fixtures shared by every test: golden files, hand-made quizzes, a browser that may be missing."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser_flags import BROWSER_FLAGS

if TYPE_CHECKING:
    from playwright.sync_api import Browser

GOLDEN = Path(__file__).parent / "golden"
CHROMIUMS = ("chromium", "chromium-browser", "google-chrome")
FIREFOXES = ("firefox-esr", "firefox")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files again; read the diff like code")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Return a function that compares a text with the file of that name under tests/golden."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="")
        assert path.is_file(), f"{path} is missing: run pytest --update-golden and read it"
        assert text == path.read_bytes().decode("utf-8"), f"differs from {path.name}: if that is right, run pytest --update-golden"

    return compare


@pytest.fixture(scope="session")
def chromium() -> str:
    """Return the path of Chromium. Without one the test is skipped, but fails where CI=true."""
    return _browser("Chromium", CHROMIUMS, "chromium")


@pytest.fixture(scope="module")
def browser(chromium: str) -> "Iterator[Browser]":
    """Return Chromium under Playwright, which is imported here only: a machine without it still collects the tests."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=list(BROWSER_FLAGS))
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def firefox() -> str:
    """Return the path of Firefox. Without one the test is skipped, but fails where CI=true."""
    return _browser("Firefox", FIREFOXES, "firefox-esr")


def _browser(name: str, commands: tuple[str, ...], package: str) -> str:
    found = next(filter(None, map(shutil.which, commands)), None)
    if found:
        return found
    if os.environ.get("CI") == "true":
        pytest.fail(f"no {name} on this machine, and CI must have one: apt-get install {package}")
    pytest.skip(f"NO {name.upper()}: the printed page was not checked (apt-get install {package})")
