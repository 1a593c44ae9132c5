"""The review page before a real browser: a quiz file, the server, a page that must stay without errors."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from quizgen.web.server import LocalServer
from tests.sample_quizzes import french_quiz
from tests.web.reviewing import served, written

TOLD = ("409 (Conflict)", "422 (Unprocessable")  # what a browser says of a change that was refused, as it should be


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The French quiz, all of it proposed: three short answers, two multiple choices, a cloze, a false statement."""
    return written(french_quiz(), tmp_path)


@pytest.fixture
def server(path: Path) -> Iterator[LocalServer]:
    with served(path) as server:
        yield server


@pytest.fixture
def page(browser: Browser, server: LocalServer) -> Iterator[Page]:
    """The page in English, on a screen of a laptop; it asks nothing of anybody but the server and has no error in its console."""
    context = browser.new_context(locale="en-GB", viewport={"width": 1440, "height": 900})
    page = context.new_page()
    errors: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: errors.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(server.address)
    yield page
    context.close()
    assert [error for error in errors if not any(told in error for told in TOLD)] == []
    assert [url for url in asked if not url.startswith((server.origin, "data:"))] == []
