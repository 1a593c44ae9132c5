"""Quizzes of some pages, and how a real browser and WeasyPrint print them."""

import re
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from quizgen.article import Block, BlockKind
from quizgen.export import ExportOptions, export_quiz
from quizgen.items import Cloze, Item, Matching, MultipleChoice, Ordering, ShortAnswer, TrueFalse
from quizgen.quiz import Quiz
from tests.browser_flags import BROWSER_FLAGS
from tests.sample_quizzes import article_of, french_quiz

FLAGS = ("--headless", *BROWSER_FLAGS)
TOWNS = ("Arlon", "Bergues", "Céret", "Dinan", "Espelette", "Figeac", "Gisors", "Honfleur", "Illiers", "Jarnac", "Kergrist", "Loches")


@dataclass(frozen=True)
class Printed:
    """A PDF: the sizes of its pages in points, the text of each, and whether it is tagged."""

    sizes: frozenset[tuple[int, int]]
    pages: tuple[str, ...]
    is_tagged: bool


def export(quiz: Quiz, formats: str = "html", **settings: str) -> Mapping[str, bytes]:
    """Return the files by what follows the title in their names: "html", "key.html", "A.pdf"."""
    files = export_quiz(quiz, formats.split(","), ExportOptions(settings=settings)).files
    return {name.partition(".")[2]: data for name, data in files.items()}


def long_quiz() -> Quiz:
    """Return a quiz of every form over some pages; every question opens with its name, and its last word is said in no other."""
    items: list[Item] = []
    for number, town in enumerate(TOWNS):
        pairs = tuple((f"Premier {number}.{turn}", f"Second {number}.{turn}") for turn in range(4))
        items += [
            ShortAnswer(id=f"s{number}", question=f"Courte{number} : quand la halle de {town} a-t-elle été bâtie ?", answer="1863"),
            MultipleChoice(
                id=f"m{number}",
                question=f"Multiple{number} : qui a dessiné la halle de {town} ?",
                answer=f"Anne{number}",
                options=(f"Anne{number}", f"Benoît{number}", f"Claire{number}", f"Denis-dernier{number}"),
                context=f"La halle de {TOWNS[number // 3 * 3]}",
            ),
            Cloze(id=f"c{number}", question=f"Trou{number} : la halle de {town} couvre ____ mètres carrés au bord.", answer="1 200"),
            TrueFalse(id=f"t{number}", question=f"Juger{number} : la halle de {town} brûle en 1911.", answer=number % 2 == 0),
        ]
        if number < 4:
            items += [
                Matching(id=f"p{number}", question=f"Paires{number} : reliez.", answer=pairs, distractors=(f"Zéro-dernier{number}",)),
                Ordering(id=f"o{number}", question=f"Ordre{number} : rangez.", answer=("la pose", "la vente", f"zeste-dernier{number}")),
            ]
    return replace(french_quiz(), items=tuple(items))


def long_article() -> Quiz:
    """Return a quiz whose article has a heading, a list and a caption between its paragraphs."""
    text = "Un titre\n\nLe premier paragraphe.\n\nUn intertitre\n\n« Un second » : oui !\n\nUne légende\n\nun article de liste"
    article = article_of(text, "fr", id="kinds")
    kinds = (BlockKind.TITLE, BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.CAPTION, BlockKind.LIST_ITEM)
    blocks = tuple(Block(kind, block.start, block.end) for kind, block in zip(kinds, article.blocks, strict=True))
    return replace(french_quiz(), article=replace(article, blocks=blocks), title="Un titre", items=french_quiz().items[:1])


def print_in_browser(html: bytes, chromium: str, stem: Path) -> Printed:
    """Print a page with the browser."""
    page, pdf = stem.with_suffix(".html"), stem.with_suffix(".pdf")
    page.write_bytes(html)
    command = [chromium, *FLAGS, f"--user-data-dir={stem}-profile", f"--print-to-pdf={pdf}", page.as_uri()]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return read_pdf(pdf)


def read_pdf(pdf: Path) -> Printed:
    """Return what poppler finds in a PDF."""
    info = subprocess.run(["pdfinfo", "-f", "1", "-l", "99", str(pdf)], check=True, capture_output=True, text=True).stdout
    sizes = {(round(float(w)), round(float(h))) for w, h in re.findall(r"Page +\d+ size: +([\d.]+) x ([\d.]+)", info)}
    words = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True, text=True).stdout
    return Printed(frozenset(sizes), tuple(words.rstrip("\f").split("\f")), re.search(r"Tagged: +yes", info) is not None)
