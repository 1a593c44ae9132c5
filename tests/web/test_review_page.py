"""The review page in a real browser."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from quizgen.quizfile import read_quiz
from quizgen.web.server import LocalServer
from tests.export.html.printing import FLAGS
from tests.sample_quizzes import french_quiz
from tests.web.reviewing import served, statuses, written

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS[1:]))
        yield browser
        browser.close()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return written(french_quiz(), tmp_path)


@pytest.fixture
def server(path: Path) -> Iterator[LocalServer]:
    with served(path) as server:
        yield server


@pytest.fixture
def page(browser: Browser, server: LocalServer) -> Iterator[Page]:
    page = browser.new_page(locale="en-GB")
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(server.address)
    yield page
    page.close()
    assert errors == []


def test_accepting_is_in_the_file_at_once_and_the_next_proposal_comes(page: Page, path: Path) -> None:
    first = page.locator("textarea[name=question]").input_value()
    page.get_by_role("button", name="Accept").click()
    expect(page.locator("textarea[name=question]")).not_to_have_value(first)
    assert statuses(path) == ["accepted", *["proposed"] * 6]
    assert page.locator(".counts .kept").inner_text() == "1 kept"


def test_rejecting_with_a_key(page: Page, path: Path) -> None:
    page.keyboard.press("r")
    page.keyboard.press("2")
    expect(page.locator(".counts .rejected")).to_have_text("1 rejected")
    first = read_quiz(path).items[0]
    assert (first.status, first.reason) == ("rejected", "alone")
