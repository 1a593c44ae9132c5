"""Draws the documents' pictures: sheets, the self-test, the review page, cards in light and at night, as Chromium and Anki show them.

    python benchmarks/pictures.py QUIZFILE [-o docs/pictures]

Needs the `dev` dependencies (anki, playwright, weasyprint), a Chromium and poppler (pdftoppm) on this machine.
"""

import argparse
import shutil
import subprocess
import tempfile
from pathlib import Path

from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
from playwright.sync_api import Browser, sync_playwright

from quizgen.export import ExportOptions, export_quiz
from quizgen.pipeline import MakeOptions
from quizgen.quizfile import read_quiz
from quizgen.reading import ReadingOptions
from quizgen.resources import template_roots
from quizgen.web.desk import Desk
from quizgen.web.pages import Pages
from quizgen.web.review import review_app
from quizgen.web.rewriting import Rewriter
from quizgen.web.server import LocalServer

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-sync")
SHEETS = {"page": "pdf", "key": "key.pdf", "flashcards": "flashcards.pdf"}  # pictures, and the ends of the names of their files
DOTS = "130"  # an inch of paper
SCREEN = {"width": 900, "height": 1100}
DESK = {"width": 1360, "height": 850}
CARDS = {"width": 1000, "height": 200}
TABLE = "margin: 0; padding: 12px; background: #cfcac0; display: grid; grid-template-columns: 1fr 1fr; gap: 12px"
CARD_NAMES = {"quizgen Basic": "basic", "quizgen Cloze": "cloze", "quizgen Multiple choice": "multiple-choice"}


def main() -> None:
    """Read the command line and draw."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("quiz", type=Path, help="a .quiz.toml file")
    parser.add_argument("-o", "--output", type=Path, default=Path("docs/pictures"))
    arguments = parser.parse_args()
    arguments.output.mkdir(parents=True, exist_ok=True)
    draw(arguments.quiz, arguments.output)


def draw(quiz_file: Path, output: Path) -> None:
    """Write a picture of each sheet, self-test.png, review.png, and one card-<type>.png for each kind of card in the quiz."""
    settings = {"sheets": "quiz,key,flashcards,self-test"}
    files = export_quiz(read_quiz(quiz_file), ["pdf", "html", "anki"], ExportOptions(settings=settings)).files
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        paths = {name.partition(".")[2]: _put(Path(folder) / name, data) for name, data in files.items()}
        for name, ending in SHEETS.items():
            _draw_paper(paths[ending], output / name)
        browser = playwright.chromium.launch(executable_path=browser_path(), args=list(FLAGS))
        _draw_self_test(browser, paths["self-test.html"], output / "self-test.png")
        _draw_review(browser, quiz_file, Path(folder) / "review", output / "review.png")
        for name, sides in card_sides(paths["apkg"], Path(folder) / "collection.anki2").items():
            _draw_card(browser, sides, output / f"card-{name}.png")
        browser.close()


def card_sides(apkg: Path, collection_path: Path) -> dict[str, tuple[str, str]]:
    """Return front and back, in HTML with their style, of the first card of each type, as Anki's own renderer gives them."""
    collection = Collection(str(collection_path))
    try:
        collection.import_anki_package(ImportAnkiPackageRequest(package_path=str(apkg), options=ImportAnkiPackageOptions()))
        sides: dict[str, tuple[str, str]] = {}
        for number in collection.find_cards("", order="c.due"):
            card = collection.get_card(number)
            name = CARD_NAMES.get(card.note_type()["name"], "")
            if name and name not in sides:
                sides[name] = (card.question(), card.answer())
        return sides
    finally:
        collection.close()


def _put(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def browser_path() -> str:
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        raise SystemExit("error: no Chromium on this machine.\nhint: apt-get install chromium")
    return found


def _draw_paper(pdf: Path, picture: Path) -> None:
    """Draw the first page of a PDF, its margins included, as `picture`.png."""
    subprocess.run(["pdftoppm", "-r", DOTS, "-f", "1", "-l", "1", "-singlefile", "-png", str(pdf), str(picture)], check=True)


def _draw_review(browser: Browser, quiz_file: Path, folder: Path, picture: Path) -> None:
    """Draw the review page with two items accepted and the next one looked at, over a copy of the quiz file."""
    shutil.copytree(quiz_file.parent, folder)
    again = Rewriter(MakeOptions(ReadingOptions()))
    server = LocalServer(review_app(Desk(folder / quiz_file.name), Pages(template_roots()), again, lambda: 0))
    server.start()
    page = browser.new_page(viewport=DESK, locale="fr-FR")
    page.goto(server.address)
    for kept in ("1", "2"):
        page.keyboard.press("a")
        page.locator(".counts .kept b", has_text=kept).wait_for()
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(1000)  # for the frames' heights
    page.screenshot(path=picture)
    page.close()
    server.stop()


def _draw_self_test(browser: Browser, html: Path, picture: Path) -> None:
    """Draw the self-test with its first item checked."""
    page = browser.new_page(viewport=SCREEN, device_scale_factor=1.5)
    page.goto(html.as_uri())
    page.locator(".item input").first.click()
    page.locator(".check").first.click()
    page.screenshot(path=picture)
    page.close()


def _draw_card(browser: Browser, sides: tuple[str, str], picture: Path) -> None:
    """Draw front and back side by side, in light above and at night below."""
    frames = "".join(_frame(side, mode) for mode in ("", "nightMode") for side in sides)
    page = browser.new_page(viewport=CARDS, device_scale_factor=2)
    page.set_content(f'<body style="{TABLE}">{frames}')
    page.screenshot(path=picture, full_page=True)
    page.close()


def _frame(side: str, mode: str) -> str:
    style, _, body = side.partition("</style>")
    return f'{style}</style><div class="card {mode}" style="border-radius:10px"><div id="qa">{body}</div></div>'


if __name__ == "__main__":
    main()
