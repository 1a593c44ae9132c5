"""The faces of cards in a real browser: order of options, contrast, width, the link to the sentence."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

import pytest
from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
from playwright.sync_api import Browser, Page

from quizgen.article import Article
from quizgen.export import export_quiz
from quizgen.export.origin import link_to
from quizgen.items import MultipleChoice
from quizgen.quiz import Quiz
from quizgen.quizfile import stamp
from tests.sample_quizzes import BUILT, french_quiz

OPTIONS = "Array.from(document.querySelectorAll('.options li')).map(li => li.textContent.trim())"
# What Anki's own page says at night.
NIGHT = "body.nightMode { background-color: #2c2c2c; color: #fcfcfc } hr { background-color: #737373; height: 1px }"
# The lowest contrast between a text and what it stands on, by WCAG's formula; a transparent text is not there.
LOWEST_CONTRAST = """() => {
  const rgb = c => (c.match(/[\\d.]+/g) || []).map(Number);
  const light = c => rgb(c).slice(0, 3).map(v => v / 255).map(v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
  const opaque = c => c.length == 3 || c[3];
  const ground = e => e ? [rgb(getComputedStyle(e).backgroundColor)].find(opaque) || ground(e.parentElement) : [255, 255, 255];
  let lowest = 21;
  for (const e of document.querySelectorAll('#qa *')) {
    if (![...e.childNodes].some(n => n.nodeType == 3 && n.data.trim()) || e.closest('style, script')) continue;
    const ink = getComputedStyle(e).color;
    if (rgb(ink)[3] === 0 || !e.getClientRects().length) continue;
    const [a, b] = [light(ink), light('rgb(' + ground(e) + ')')].sort((x, y) => y - x);
    lowest = Math.min(lowest, (a + .05) / (b + .05));
  }
  return lowest }"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": 320, "height": 600})
    yield opened
    opened.close()


def faces(quiz: Quiz, folder: Path, typed: bool = False) -> list[tuple[str, str]]:
    """Return the two faces of every card, in the deck's order, as Anki writes them."""
    (data,) = export_quiz(replace(quiz, typed=typed), ["anki"]).files.values()
    (folder / "deck.apkg").write_bytes(data)
    collection = Collection(str(folder / "faces.anki2"))
    try:
        request = ImportAnkiPackageRequest(package_path=str(folder / "deck.apkg"), options=ImportAnkiPackageOptions())
        collection.import_anki_package(request)
        cards = [collection.get_card(number) for number in collection.find_cards("", order="c.due")]
        return [(card.question(), card.answer()) for card in cards]
    finally:
        collection.close()


def document(face: str, mode: str = "") -> str:
    return f'<!doctype html><style>{NIGHT}</style><body class="card {mode}"><div id="qa">{face}</div>'


def choices(number: int, options: tuple[str, ...]) -> Quiz:
    """Return a quiz of so many multiple-choice items, each with a key of its own."""
    quiz = french_quiz()
    sample = quiz.items[3]
    assert isinstance(sample, MultipleChoice)
    assert sample.proof
    keys = [replace(sample.proof, identity=f"article/role/person/{place}") for place in range(number)]
    return stamp(replace(quiz, items=tuple(replace(sample, options=options, answer=options[0], proof=key) for key in keys)))


def test_options_have_one_order_on_both_faces_and_another_on_another_card(page: Page, tmp_path: Path) -> None:
    names = ("Alma", "Bran", "Cleo", "Dora")
    orders = []
    for front, back in faces(choices(8, names), tmp_path):
        page.set_content(document(front))
        orders.append(tuple(page.evaluate(OPTIONS)))
        page.set_content(document(back))
        assert tuple(page.evaluate(OPTIONS)) == orders[-1]
        assert page.evaluate("document.querySelector('.back .o1').textContent.trim()") == "Alma"
        assert page.evaluate("getComputedStyle(document.querySelector('.back .o1'), '::before').content") == '"✓"'
        assert page.evaluate("getComputedStyle(document.querySelector('.back .o1')).fontWeight") == "600"
    assert all(sorted(order) == list(names) for order in orders)
    assert len(set(orders)) > 3
    assert len({order.index("Alma") for order in orders}) > 1


@pytest.mark.parametrize("options", [("1863", "1871", "1904"), ("3 mars 1863", "4 mai 1871", "1er juin 1904"), ("Alma", "Bran")])
def test_numbers_dates_and_pairs_keep_the_order_of_the_note(options: tuple[str, ...], page: Page, tmp_path: Path) -> None:
    for front, _ in faces(choices(4, options), tmp_path):
        page.set_content(document(front))
        assert tuple(page.evaluate(OPTIONS)) == options


def test_without_javascript_the_card_is_right_in_the_order_of_the_note(browser: Browser, tmp_path: Path) -> None:
    page = browser.new_page(java_script_enabled=False)
    ((front, back),) = faces(choices(1, ("Alma", "Bran", "Cleo")), tmp_path)
    page.set_content(document(front))
    assert [each.strip() for each in page.locator(".options li").all_text_contents()] == ["Alma", "Bran", "Cleo"]
    page.set_content(document(back))
    assert page.locator(".back.o1 .o1").count() == 1
    page.close()


@pytest.mark.parametrize("mode", ["", "nightMode"])
@pytest.mark.parametrize("typed", [False, True])
def test_every_text_stands_out_from_its_ground(mode: str, typed: bool, page: Page, tmp_path: Path) -> None:
    for sides in faces(french_quiz(), tmp_path, typed):
        for face in sides:
            page.set_content(document(face, mode))
            assert page.evaluate(LOWEST_CONTRAST) >= 4.5


def test_nothing_is_wider_than_a_narrow_screen(page: Page, tmp_path: Path) -> None:
    quiz = french_quiz()
    long = "anticonstitutionnellement" * 6
    items = tuple(replace(item, context=long, feedback=long, question=f"{long} {item.question}") for item in quiz.items)
    for sides in faces(stamp(replace(quiz, items=items)), tmp_path):
        for face in sides:
            page.set_content(document(face))
            assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_source_opens_the_page_at_the_sentence(browser: Browser, tmp_path: Path) -> None:
    short = "Construit en 1863, le phare mesure 47 mètres."
    long = "Le phare, dit-on — « l’œil de la rade » —, porte à 31 km, par temps clair, et l’on y monte par un escalier."
    filler = "<p>Rien d’autre à lire ici.</p>" * 100
    for sentence in (short, long):
        html = f"<!doctype html><meta charset=utf-8>{filler}<p id=it>{sentence}</p>{filler}"
        (tmp_path / "index.html").write_text(html, encoding="utf-8")
        with served(tmp_path) as address:
            page = browser.new_page()
            page.goto(link_to(Article("", "", "fr", url=address), sentence))
            page.wait_for_function("window.scrollY > 0", timeout=5000)
            top = page.evaluate("document.getElementById('it').getBoundingClientRect().top")
            assert 0 <= top <= 720
            page.close()


class served:
    """A folder served on this machine while the block lasts."""

    def __init__(self, folder: Path) -> None:
        handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=str(folder))
        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)

    def __enter__(self) -> str:
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{self._server.server_port}/"

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()


@pytest.mark.parametrize(
    ("url", "sentence", "link"),
    [
        ("https://example.org/a", "Deux mots, dit-on.", "https://example.org/a#:~:text=Deux%20mots%2C%20dit%2Don."),
        ("https://example.org/a#b", "Un.", "https://example.org/a#b:~:text=Un."),
        ("https://example.org/a", "", "https://example.org/a"),
        ("urn:isbn:1", "Un.", ""),
        ("", "Un.", ""),
    ],
)
def test_link_to_a_sentence(url: str, sentence: str, link: str) -> None:
    assert link_to(Article("", "", "fr", url=url), sentence) == link


def test_link_to_a_long_sentence_names_its_ends() -> None:
    link = unquote(link_to(Article("", "", "fr", url="https://example.org"), BUILT * 2))
    assert link == "https://example.org#:~:text=Construit en 1863 par l’ingénieur,le phare mesure 47 mètres."
