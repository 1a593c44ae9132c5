"""The app in a real browser: an article in, a quiz looked through, files out, and whatever may go wrong on the way."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from quizgen import pipeline
from quizgen.quizfile import read_quiz
from quizgen.web.app.running import is_alive
from tests.sample_quizzes import english_quiz, french_quiz
from tests.web.app.serving_apps import Gate, Served, article, names_in, paste, served, site

pytestmark = pytest.mark.browser
PATIENCE = 90_000  # milliseconds that a quiz may take on a busy machine
Opener = Callable[..., Page]


@pytest.fixture
def app(tmp_path: Path) -> Iterator[Served]:
    with served(tmp_path / "kept") as app:
        yield app


@pytest.fixture
def opened(browser: Browser, app: Served) -> Iterator[Opener]:
    """Return what opens the app's first page in a new window; whatever a page complains of, or asks of another server, fails the test."""
    errors: list[str] = []
    windows = []

    def note(url: str) -> None:
        if not url.startswith((app.server.origin, "data:", "about:", "blob:")):
            errors.append(f"asked {url}")

    def open_page(locale: str = "en-GB", **options: object) -> Page:
        context = browser.new_context(locale=locale, **options)  # type: ignore[arg-type]
        windows.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda line: errors.append(line.text) if "Content Security" in line.text or "rror:" in line.text else None)
        page.on("request", lambda request: note(request.url))
        page.goto(app.server.address)
        return page

    yield open_page
    for window in windows:
        window.close()
    assert errors == []


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    """Return what holds the making of a quiz until it is opened."""
    gate = Gate(english_quiz())
    monkeypatch.setattr(pipeline, "make_quiz", gate)
    yield gate
    gate.open.set()


def test_pasted_article_becomes_a_quiz_that_is_looked_through_and_taken_to_anki(opened: Opener, app: Served, tmp_path: Path) -> None:
    page = opened("fr-FR")
    expect(page.locator("h1")).to_have_text("Faire un quiz à partir d’un article")
    paste(page, article("canal-du-midi.fr"), title="Le canal du Midi", items="8")
    expect(page.get_by_role("progressbar")).to_be_visible()
    page.wait_for_url("**/made/le-canal-du-midi?new=yes", timeout=PATIENCE)
    quiz = read_quiz(app.quizzes[0])
    assert 2 < len(quiz.items) <= 8
    assert quiz.article.title == quiz.title == "Le canal du Midi"
    expect(page.locator(".tally")).to_contain_text(f"{len(quiz.items)} questions")

    page.get_by_role("link", name="Relire les questions").click()
    page.wait_for_load_state()
    page.keyboard.press("r")
    page.keyboard.press("1")
    expect(page.locator(".counts .rejected b")).to_have_text("1")
    page.get_by_role("link", name="Emporter le quiz").click()
    expect(page.locator(".tally")).to_contain_text("1 rejetée")

    with page.expect_download() as download:
        page.get_by_role("link", name="Télécharger – Paquet pour Anki").click()
    deck = tmp_path / download.value.suggested_filename
    download.value.save_as(deck)
    assert deck.name == "le-canal-du-midi.apkg"
    collection = Collection(str(tmp_path / "test.anki2"))
    request = ImportAnkiPackageRequest(package_path=str(deck), options=ImportAnkiPackageOptions())
    assert len(collection.import_anki_package(request).log.new) == len(quiz.items) - 1
    collection.close()


def test_sheets_are_opened_and_everything_is_in_one_archive(opened: Opener, app: Served, gate: Gate) -> None:
    gate.open.set()
    page = opened()
    paste(page, article("helium.en"), title="Helium")
    page.wait_for_url("**/made/helium?new=yes")
    with page.expect_popup() as popup:
        page.get_by_role("link", name="Open – Answer key").click()
    expect(popup.value.locator("body")).to_contain_text("Gdynia")
    with page.expect_download() as download:
        page.get_by_role("link", name="Download – All of it").click()
    names = names_in(Path(download.value.path()).read_bytes())
    sheets = {f"helium{part}.{ending}" for part in ("", ".key") for ending in ("html", "pdf")}
    assert names == {"helium.apkg", "helium.quiz.toml", "helium.article.txt", *sheets}


def test_versions_and_other_sheets_are_chosen_on_the_page(opened: Opener, app: Served, gate: Gate) -> None:
    gate.open.set()
    page = opened()
    paste(page, article("helium.en"), title="Helium")
    page.get_by_text("Layout and other sheets").click()
    page.get_by_label("Versions").fill("2")
    page.get_by_label("Quiz to do on screen").check()
    page.get_by_role("button", name="Apply").click()
    expect(page.get_by_role("link", name="Open – Answer key, version B")).to_be_visible()
    with page.expect_popup() as popup:
        page.get_by_role("link", name="Open – Quiz to do on screen").click()
    expect(popup.value.get_by_role("button", name="Check").first).to_be_visible()


def test_file_is_chosen(opened: Opener, app: Served, gate: Gate, tmp_path: Path) -> None:
    gate.open.set()
    path = tmp_path / "leçon 3.md"
    path.write_text(f"# Helium in a file\n\n{article('helium.en')}", "utf-8")
    page = opened()
    page.get_by_label("Choose a file").first.check()
    page.locator("#file").set_input_files(path)
    page.locator("button.main").click()
    page.wait_for_url("**/made/helium-in-a-file?new=yes")
    assert [one.parent.name for one in app.quizzes] == ["helium-in-a-file"]


def test_file_is_dropped_on_the_page(opened: Opener, gate: Gate) -> None:
    page = opened()
    data = page.evaluate_handle(
        "text => { const data = new DataTransfer(); data.items.add(new File([text], 'dropped.txt')); return data; }", article("helium.en")
    )
    page.dispatch_event("body", "dragenter", {"dataTransfer": data})
    expect(page.locator("#drop")).to_be_visible()
    page.dispatch_event("body", "drop", {"dataTransfer": data})
    expect(page.locator("#drop")).to_be_hidden()
    page.locator("button.main").click()
    expect(page.locator(".called")).to_have_text("dropped.txt")


GERMAN = "Der Leuchtturm ist alt und steht nicht auf dem Berg, sondern auf einer Insel, die man nur mit dem Schiff erreicht. " * 12
BAD_FILES = [
    ("lesson.pdf", b"%PDF-1.7 ...", "lesson.pdf is a PDF"),
    ("lesson.docx", b"PK\x03\x04...", "lesson.docx is a word processor’s document"),
    ("photo.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "photo.txt is an image"),
    ("noise.txt", bytes(range(256)) * 8, "noise.txt is not text"),
    ("empty.txt", b"", "There is nothing to read in empty.txt"),
    ("lesson.xyz", b"Some words.", "quizgen does not read this kind of file: lesson.xyz"),
    ("short.txt", b"A lighthouse stands here.", "There is too little text for a quiz"),
    ("deutsch.txt", GERMAN.encode(), "The text is neither in English nor in French"),
    ("<b>x</b>.html", b"<html><body></body></html>", "No article was found in this page"),
]


@pytest.mark.parametrize(("name", "data", "told"), BAD_FILES, ids=[name for name, _, _ in BAD_FILES])
def test_file_that_is_no_article_gets_a_sentence(name: str, data: bytes, told: str, opened: Opener, app: Served) -> None:
    page = opened()
    page.get_by_label("Choose a file").first.check()
    page.locator("#file").set_input_files({"name": name, "mimeType": "application/octet-stream", "buffer": data})
    page.locator("[name=title]").fill("My own title")
    page.locator("button.main").click()
    expect(page.get_by_role("alert").first).to_contain_text(told)
    expect(page.get_by_role("alert").first).to_be_focused()
    expect(page.locator("[name=title]")).to_have_value("My own title")
    assert "Traceback" not in page.content()
    assert app.quizzes == []


@pytest.mark.parametrize("has_script", [True, False], ids=["script", "no script"])
def test_file_that_is_too_large_gets_a_sentence(has_script: bool, opened: Opener, app: Served) -> None:
    page = opened("fr-FR", java_script_enabled=has_script)
    page.locator("#from-file").check()
    page.locator("#file").set_input_files({"name": "roman.txt", "mimeType": "text/plain", "buffer": b"mot " * 2_000_000})
    page.locator("button.main").click()
    expect(page.locator("#notice")).to_contain_text("C’est trop : la limite est de 5 Mo.")
    assert app.quizzes == []


def test_form_that_is_not_filled_in_gets_a_sentence_and_loses_nothing(opened: Opener) -> None:
    page = opened()
    page.locator("button.main").click()
    expect(page.locator("#notice")).to_contain_text("There is no text yet.")
    page.locator("#text").fill("My own text")
    for box in page.locator("[name=forms]").all():
        box.uncheck()
    page.locator("button.main").click()
    expect(page.locator("#notice")).to_contain_text("Choose one kind of question at least.")
    expect(page.locator("#text")).to_have_value("My own text")


def test_article_of_an_address_is_fetched_by_the_program_and_nothing_else_is(opened: Opener, app: Served, gate: Gate) -> None:
    gate.open.set()
    with site(article("helium.en")) as (address, asked):
        page = opened()
        page.locator("#from-url").check()
        page.locator("#url").fill(f"{address}/helium")
        page.locator("button.main").click()
        page.wait_for_url("**/made/**")
    assert asked == ["/helium"]
    assert read_quiz(app.quizzes[0]).article.url == f"{address}/helium"


def test_address_that_does_not_answer_gets_a_sentence(opened: Opener) -> None:
    page = opened("fr-FR")
    page.locator("#from-url").check()
    page.locator("#url").fill("nulle-part.invalid/article")
    page.locator("button.main").click()
    expect(page.locator("#notice")).to_contain_text("Cette adresse ne répond pas : https://nulle-part.invalid/article", timeout=PATIENCE)


def test_work_is_stopped_and_the_text_is_still_there(opened: Opener, app: Served, gate: Gate) -> None:
    page = opened()
    paste(page, article("helium.en"))
    expect(page.locator(".step")).to_have_text("Parsing its sentences")
    page.get_by_role("button", name="Stop making it").click()
    expect(page.locator("#text")).to_have_value(article("helium.en"))
    gate.open.set()
    paste(page, article("helium.en"), title="Helium")
    page.wait_for_url("**/made/helium?new=yes")
    assert len(app.quizzes) == 1


def test_second_tab_waits_for_the_first(opened: Opener, app: Served, gate: Gate) -> None:
    first, second = opened(), opened()
    paste(first, article("helium.en"), title="One")
    expect(first.get_by_role("progressbar")).to_be_visible()
    paste(second, article("surtsey.en"), title="Two")
    expect(second.locator("#notice")).to_contain_text("Another quiz is being made.")
    expect(second.locator("#text")).to_have_value(article("surtsey.en"))
    second.get_by_role("link", name="See how far it is").click()
    gate.open.set()
    for page in (first, second):
        page.wait_for_url("**/made/one?new=yes")


def test_page_closed_in_mid_work_finds_its_quiz_again(opened: Opener, app: Served, gate: Gate) -> None:
    page = opened()
    paste(page, article("helium.en"), title="Helium")
    expect(page.get_by_role("progressbar")).to_be_visible()
    page.context.close()
    gate.open.set()
    end = time.monotonic() + 20
    while not app.quizzes and time.monotonic() < end:
        time.sleep(0.05)
    page = opened()
    page.locator(".shelf a").click()
    expect(page.locator("h1")).to_have_text("Helium")
    expect(page.locator(".ready")).to_have_count(0)


def test_fault_of_the_program_is_told_and_noted(opened: Opener, app: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "make_quiz", lambda *_: 1 / 0)
    page = opened()
    paste(page, article("helium.en"))
    expect(page.locator("#notice")).to_contain_text("the program is at fault, not you")
    assert "ZeroDivisionError" in (app.folder / "quizgen-fault.txt").read_text("utf-8")


def test_same_article_again_keeps_what_was_decided(opened: Opener, app: Served) -> None:
    page = opened()
    for again in ("yes", "again"):
        page.goto(f"{app.server.origin}/")
        paste(page, article("helium.en"), title="Helium", items="3")
        page.wait_for_url(f"**/made/helium?new={again}", timeout=PATIENCE)
        if again == "yes":
            page.get_by_role("link", name="Look through the questions").click()
            page.wait_for_load_state()
            page.keyboard.press("a")
            expect(page.locator(".counts .kept b")).to_have_text("1")
    assert [item.status for item in read_quiz(app.quizzes[0]).items].count("accepted") == 1


def test_button_stops_the_app_with_a_page_that_says_so(opened: Opener, app: Served) -> None:
    page = opened()
    page.get_by_role("button", name="Stop quizgen").click()
    expect(page.locator("h1")).to_have_text("quizgen has stopped.")
    end = time.monotonic() + 10
    while is_alive(app.server.address) and time.monotonic() < end:
        time.sleep(0.1)
    assert not is_alive(app.server.address)


def test_stopping_in_mid_work_is_asked_once_more(opened: Opener, app: Served, gate: Gate) -> None:
    page = opened()
    paste(page, article("helium.en"))
    expect(page.get_by_role("progressbar")).to_be_visible()
    for button in ("See how far it is", "Stop all the same"):
        page.goto(app.server.origin)
        page.get_by_role("button", name="Stop quizgen").click()
        expect(page.locator("h1")).to_have_text("A quiz is being made.")
        _check(page)
        page.get_by_text(button).click()
    expect(page.locator("h1")).to_have_text("quizgen has stopped.")


def test_page_says_when_the_app_has_gone(opened: Opener, app: Served, gate: Gate) -> None:
    page = opened()
    paste(page, article("helium.en"))
    expect(page.get_by_role("progressbar")).to_be_visible()
    app.server.stop()
    expect(page.locator("#gone")).to_contain_text("quizgen has stopped. Your quizzes are saved", timeout=20_000)


def test_page_that_is_not_there_gets_a_sentence(opened: Opener, app: Served) -> None:
    page = opened()
    for path in ("/nothing", "/quiz/nothing/", "/quiz/nothing", "/made/..%2F..%2Fetc", "/making/none/x"):
        page.goto(app.server.origin + path)
        expect(page.locator("h1")).to_contain_text("no")
        expect(page.get_by_role("link", name="All quizzes").first).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_that_somebody_could_not_use(scheme: str, opened: Opener, app: Served, gate: Gate) -> None:
    gate.quiz = french_quiz()
    page = opened("fr-FR", color_scheme=scheme, viewport={"width": 768, "height": 1024})
    page.locator("summary").click()
    _check(page)
    page.locator("button.main").click()
    expect(page.locator("#notice")).to_be_visible()
    _check(page)
    paste(page, article("marees.fr"), title="Marées")
    expect(page.get_by_role("progressbar")).to_be_visible()
    _check(page)
    gate.open.set()
    page.wait_for_url("**/made/**")
    page.locator("summary").click()
    _check(page)
    page.get_by_role("link", name="Tous les quiz").first.click()
    _check(page)


def _check(page: Page) -> None:
    page.evaluate("document.body.offsetWidth")
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), "the page is wider than the window"


def test_whole_way_is_gone_with_the_keyboard(opened: Opener, gate: Gate) -> None:
    gate.open.set()
    page = opened()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # to the form
    for _ in range(2):  # the kind of source, the text
        page.keyboard.press("Tab")
    page.keyboard.insert_text(article("helium.en"))
    page.keyboard.press("Tab")
    page.keyboard.type("Helium")
    page.keyboard.press("Enter")
    page.wait_for_url("**/made/helium?new=yes")
