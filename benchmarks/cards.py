"""Draws every type of card on both faces, in light and at night, narrow and wide, as Chromium shows them in Anki's page.

    python benchmarks/cards.py [QUIZFILE …] [-o build/cards]

Without a quiz file the two quizzes of the tests are drawn, which hold every form. Needs the `dev` dependencies (anki, playwright) and a
Chromium on this machine.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from html import escape, unescape
from pathlib import Path
from typing import TYPE_CHECKING

from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
from pictures import FLAGS, browser_path
from playwright.sync_api import Page, sync_playwright

from quizgen.export import export_quiz
from quizgen.naming import slug
from quizgen.quiz import Quiz
from quizgen.quizfile import read_quiz

if TYPE_CHECKING:
    from anki.cards import Card  # importing it first goes round in a circle

WIDTHS = (360, 720)  # of a telephone, of Anki's window
MODES = {"light": "", "night": "nightMode night_mode"}
PLATFORMS = ("mobile", "linux")
# What Anki's own page sets before a card's style comes: its day and night, and its line between the faces.
REVIEWER = """
body { margin: 20px; overflow-wrap: break-word; background: #f5f5f5; color: #020202 }
body.nightMode { background-color: #2c2c2c; color: #fcfcfc }
hr { background-color: #737373; margin: 1em 0; border: none; height: 1px }
li { text-align: start }
#typeans { width: 100%; box-sizing: border-box; line-height: 1.75 }
code#typeans { white-space: pre-wrap; font-variant-ligatures: none }
.typeGood { background: #afa; color: #000 } .typeBad { color: #000; background: #faa } .typeMissed { color: #000; background: #ccc }
.replay-button svg { width: 40px; height: 40px } .replay-button svg circle { fill: #fff; stroke: #414141 }
"""
TYPING = "[[type:nc:Typed]]"
BOX = "<center><input type=text id=typeans></center>"
SHEET = "margin: 0; padding: 12px; background: #b9b5ad; display: grid; gap: 12px; justify-content: center; align-items: start"


@dataclass(frozen=True, slots=True)
class Faces:
    """A card's name and its two faces, in HTML with their style."""

    name: str
    front: str
    back: str


def main() -> None:
    """Read the command line and draw."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("quiz", type=Path, nargs="*", help=".quiz.toml files")
    parser.add_argument("-o", "--output", type=Path, default=Path("build/cards"))
    arguments = parser.parse_args()
    arguments.output.mkdir(parents=True, exist_ok=True)
    quizzes = [read_quiz(path) for path in arguments.quiz] or sample_quizzes()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path(), args=list(FLAGS))
        page = browser.new_page(viewport={"width": 2 * sum(WIDTHS) + 60, "height": 400}, device_scale_factor=1)
        for faces in all_faces(quizzes, Path(folder)):
            draw(page, faces, arguments.output / f"{faces.name}.png")
        browser.close()


def sample_quizzes() -> list[Quiz]:
    """Return the quizzes that the tests are made with."""
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    from tests.sample_quizzes import english_quiz, french_quiz

    return [french_quiz(), english_quiz()]


def all_faces(quizzes: Iterable[Quiz], folder: Path) -> Iterator[Faces]:
    """Yield the faces of every card of the quizzes, short answers plain and typed."""
    for number, quiz in enumerate(quizzes):
        for typed in (False, True):
            chosen = replace(quiz, items=tuple(item for item in quiz.items if item.form == "short_answer" or not typed), typed=typed)
            (apkg,) = export_quiz(chosen, ["anki"]).files.values()
            path = folder / f"{number}-{typed}.apkg"
            path.write_bytes(apkg)
            yield from _faces(path, quiz.article.language)


def _faces(apkg: Path, language: str) -> Iterator[Faces]:
    collection = Collection(str(apkg.with_suffix(".anki2")))
    try:
        collection.import_anki_package(ImportAnkiPackageRequest(package_path=str(apkg), options=ImportAnkiPackageOptions()))
        for place, number in enumerate(collection.find_cards("", order="c.due"), start=1):
            card = collection.get_card(number)
            name = slug(card.note_type()["name"].removeprefix("quizgen "))
            front, back = card.question().replace(TYPING, BOX), card.answer().replace(TYPING, _comparison(card))
            yield Faces(f"{language}-{name}-{place}", front, back)
    finally:
        collection.close()


def _comparison(card: "Card") -> str:
    """Return what Anki's reviewer puts where an answer was typed: what was typed, here with a slip, and what was right."""
    right = card.note()["Typed"] if "Typed" in card.note() else ""  # noqa: SIM401 — a note has no `get`
    return card.col.compare_answer(right, unescape(right)[1:] + "e", True)


def draw(page: Page, faces: Faces, picture: Path) -> None:
    """Draw both faces in both widths side by side, light above and night below."""
    frames = "".join(
        f'<iframe width="{width}" style="border: 0" srcdoc="{escape(_document(face, MODES[mode], platform))}"></iframe>'
        for mode in MODES
        for width, platform in zip(WIDTHS, PLATFORMS, strict=True)
        for face in (faces.front, faces.back)
    )
    columns = " ".join(f"{width}px {width}px" for width in WIDTHS)
    page.set_content(f'<body style="{SHEET}; grid-template-columns: {columns}">{frames}')
    page.wait_for_load_state("load")
    page.evaluate("document.querySelectorAll('iframe').forEach(f => f.height = f.contentDocument.documentElement.scrollHeight)")
    page.screenshot(path=picture, full_page=True)


def _document(face: str, mode: str, platform: str) -> str:
    night = ' class="night-mode"' if mode else ""
    viewport = '<meta name="viewport" content="width=device-width">'
    body = f'<body class="card card1 {mode} {platform}"><div id="qa">{face}</div></body>'
    return f"<!doctype html><html{night}><head>{viewport}<style>{REVIEWER}</style></head>{body}</html>"


if __name__ == "__main__":
    main()
