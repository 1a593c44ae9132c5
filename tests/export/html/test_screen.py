"""The pages in a real browser: the self-test works with the keyboard alone, anybody can use every page, and none asks for anything."""

import http.server
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.export.html.printing import export, long_quiz
from tests.sample_quizzes import english_quiz, french_quiz

pytestmark = pytest.mark.browser
SHEETS = "quiz,key,article,answer-grid,flashcards,self-test,article+quiz+key"


@pytest.fixture
def self_test(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    """The English quiz as a self-test: C, true, 240, March 2019, pairs, an order."""
    path = tmp_path / "self-test.html"
    path.write_bytes(export(english_quiz(), sheets="self-test")["self-test.html"])
    page = browser.new_page()
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(path.as_uri())
    yield page
    page.close()
    assert errors == []


def item(page: Page, number: int) -> Page:
    return page.locator(".item").nth(number - 1)  # type: ignore[return-value]


def verdict(page: Page, number: int) -> str:
    return item(page, number).locator(".verdict").inner_text()


def test_right_answers_score_and_wrong_ones_are_shown(self_test: Page) -> None:
    assert self_test.locator(".total").inner_text() == "Score: 0 / 6"
    item(self_test, 1).get_by_label("Gdynia").check()
    item(self_test, 1).get_by_text("Check").click()
    assert verdict(self_test, 1).endswith("Right.")
    item(self_test, 2).get_by_label("False").check()
    item(self_test, 2).get_by_text("Check").click()
    assert verdict(self_test, 2).endswith("Not yet.")
    assert item(self_test, 2).locator(".answer-panel").is_visible()
    assert self_test.locator(".total").inner_text() == "Score: 1 / 6"


def test_typed_answers_forgive_case_and_spaces_and_the_rest_the_learner_judges(self_test: Page) -> None:
    item(self_test, 4).locator("input").fill("  march 2019. ")
    item(self_test, 4).locator("input").press("Enter")
    assert verdict(self_test, 4).endswith("Right.")
    item(self_test, 3).locator("input").fill("some 240 people")
    item(self_test, 3).locator("input").press("Enter")
    assert "Compare" in verdict(self_test, 3)
    item(self_test, 3).get_by_text("I had it right").click()
    assert self_test.locator(".total").inner_text() == "Score: 2 / 6"


def test_pairs_score_by_parts_and_orders_by_places(self_test: Page) -> None:
    pairs = item(self_test, 5).locator("select")
    pairs.nth(0).select_option("B")
    pairs.nth(1).select_option("A")
    item(self_test, 5).get_by_text("Check").click()
    assert self_test.locator(".total").inner_text() == "Score: 0.5 / 6"
    places = item(self_test, 6).locator("select")
    places.nth(0).select_option("2")
    places.nth(1).select_option("1")
    item(self_test, 6).get_by_text("Check").click()
    assert self_test.locator(".total").inner_text() == "Score: 1.5 / 6"


def test_start_again_clears_all(self_test: Page) -> None:
    self_test.get_by_text("Show all answers").click()
    assert self_test.locator(".answer-panel:visible").count() == 6
    item(self_test, 1).get_by_label("Gdynia").check()
    self_test.get_by_text("Start again").click()
    assert self_test.locator(".answer-panel:visible").count() == 0
    assert self_test.locator("input:checked").count() == 0
    assert self_test.locator(".total").inner_text() == "Score: 0 / 6"


def test_keyboard_alone_is_enough(self_test: Page) -> None:
    """Tab goes from question to question, arrows choose, Enter checks."""
    while self_test.evaluate("document.activeElement.name") != "item-1":
        self_test.keyboard.press("Tab")
    self_test.keyboard.press("ArrowDown")
    self_test.keyboard.press("ArrowDown")
    self_test.keyboard.press("Enter")
    assert verdict(self_test, 1).endswith("Right.")
    reached = set()
    for _ in range(40):
        self_test.keyboard.press("Tab")
        reached.add(self_test.evaluate("[...document.querySelectorAll('.item')].indexOf(document.activeElement.closest('.item'))"))
    assert reached >= {0, 1, 2, 3, 4, 5}


def test_without_javascript_it_is_a_plain_quiz(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "self-test.html"
    path.write_bytes(export(english_quiz(), sheets="self-test")["self-test.html"])
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(path.as_uri())
    text = page.locator("main").inner_text().replace("\u00a0", " ")
    assert "Where were the night train’s carriages built?" in text
    assert "March 2019" not in text
    assert page.get_by_role("button").count() == 0
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("look", ["plain", "dyslexia"])
def test_axe_finds_nothing(scheme: str, look: str, browser: Browser, tmp_path: Path) -> None:
    """No violation of WCAG or of good practice on any sheet; the pages' own policy is set aside only to let axe in."""
    context = browser.new_context(color_scheme=scheme, bypass_csp=True)  # type: ignore[arg-type]
    for quiz in (english_quiz(), french_quiz()):
        for name, data in export(quiz, sheets=SHEETS, versions="2", word_bank="true", school="School", look=look).items():
            (tmp_path / name).write_bytes(data)
            page = context.new_page()
            page.goto((tmp_path / name).as_uri())
            if name == "self-test.html":
                page.locator(".all").click()
            found = Axe().run(page)
            assert found.violations_count == 0, f"{name}: {found.generate_report()}"
            page.close()
    context.close()


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_nothing_runs_off_a_narrow_screen(width: int, browser: Browser, tmp_path: Path) -> None:
    for look in ("plain", "large-print", "dyslexia"):
        for name, data in export(long_quiz(), sheets="quiz,key,self-test,article", look=look).items():
            (tmp_path / name).write_bytes(data)
            page = browser.new_page(viewport={"width": width, "height": 800})
            page.goto((tmp_path / name).as_uri())
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (look, name)
            page.close()


class _Sink(http.server.BaseHTTPRequestHandler):
    asked: list[str] = []  # noqa: RUF012

    def do_GET(self) -> None:
        self.asked.append(self.path)
        self.send_response(404)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


def test_hostile_articles_fetch_nothing(browser: Browser, tmp_path: Path) -> None:
    """Even if a template forgot to escape: the page's policy stops what an article would load or run."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Sink)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    url = f"http://127.0.0.1:{server.server_port}"
    attack = f'<img src="{url}/a"><script>fetch("{url}/b")</script><link rel="stylesheet" href="{url}/c"><iframe src="{url}/d"></iframe>'
    attack += f'<svg onload="fetch(\'{url}/e\')"></svg><p style="background:url({url}/f)">x</p><video src="{url}/g"></video>'
    quiz = english_quiz()
    quiz = replace(quiz, items=tuple(replace(each, context=attack, feedback=attack) for each in quiz.items))
    for name, data in export(quiz, sheets="quiz,self-test,key").items():
        for unescaped in (data, data.replace(b"</main>", attack.encode() + b"</main>")):
            (tmp_path / name).write_bytes(unescaped)
            page = browser.new_page()
            page.goto((tmp_path / name).as_uri())
            page.wait_for_timeout(200)
            page.close()
    server.shutdown()
    assert _Sink.asked == []
