"""Draws the README's pictures: a printed page with its key, and cards in light and at night, as Chromium and Anki show them.

    python benchmarks/pictures.py QUIZFILE [-o docs/pictures]

Needs the `dev` dependencies (anki, playwright) and a Chromium on this machine.
"""

import argparse
import shutil
import tempfile
from pathlib import Path

from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
from playwright.sync_api import Browser, sync_playwright

from quizgen.export import export_quiz
from quizgen.quizfile import read_quiz

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-sync")
PAGE = {"width": 794, "height": 1123}  # A4 at 96 dots an inch
PAPER = "html { background: white } body { padding: 17mm 19mm 19mm 15mm }"  # the margins of @page, which only paper has
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
    """Write page.png, key.png and one card-<type>.png for each kind of card in the quiz."""
    files = export_quiz(read_quiz(quiz_file), ["html", "anki"]).files
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        paths = {name.partition(".")[2]: _put(Path(folder) / name, data) for name, data in files.items()}
        browser = playwright.chromium.launch(executable_path=browser_path(), args=list(FLAGS))
        _draw_page(browser, paths["html"], output / "page.png")
        _draw_page(browser, paths["key.html"], output / "key.png")
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


def _draw_page(browser: Browser, html: Path, picture: Path) -> None:
    """Draw the first page as it is printed on A4, its margins included, at twice the dots."""
    page = browser.new_page(viewport=PAGE, device_scale_factor=2, bypass_csp=True)
    page.emulate_media(media="print")
    page.goto(html.as_uri())
    page.add_style_tag(content=PAPER)
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
