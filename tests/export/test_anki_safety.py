"""Whatever an article says stands on the card as text, in a time that grows with its length alone."""

from __future__ import annotations

import time
import unicodedata
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.article import TextSpan
from quizgen.export import export_quiz
from quizgen.export.escaping import clean
from quizgen.items import Cloze, Item, MultipleChoice, ShortAnswer
from quizgen.languages import get_language
from quizgen.quiz import Quiz
from tests.sample_quizzes import french_quiz

LONG = 30_000  # characters, in each of some twenty places
PIECES = [
    "<", "a < b ", "[sound:", "{{c1::", "}}", r"\(", '"', "« ", " »", " !", "12 000 ", "000 ", "\n", "::", "\u202f", "\x1f", "http://a",
    "a@", "a", "`", "d'", "e\u0301",
]  # fmt: skip
WORDS = [
    "<b>x</b>", "<script>alert(1)</script>", "<img src=x onerror=y>", "&amp;", "&#91;", '" onload="', "[sound:a.mp3]", "[latex]x[/latex]",
    "[$]x[/$]", "[anki:tts lang=fr_FR]x[/anki:tts]", "[[type:Answer]]", "{{c1::x}}", "{{Answer}}", "{{#Hint}}", "}}", "::",
    r"\(x\)", r"\[x\]", "\x1f", "\x00", "\ud800", "-->", "<!--", "]]>", "\u2028", "\n", "é", "e\u0301", "mot",
]  # fmt: skip

texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join).filter(lambda text: clean(text).strip() != "")


def filled(text: str, other: str = "") -> Quiz:
    """Return a quiz with `text` in every place that an article or a person can fill, in each form of card."""
    quiz = french_quiz()
    samples = (quiz.items[0], quiz.items[3], quiz.items[5])
    items: tuple[Item, ...] = tuple(_filled(item, text, other or f"{text} or not") for item in samples)
    article = replace(quiz.article, title=text, author=text, licence=text, published=text, url=f"https://example.org/{text}")
    return replace(quiz, items=items, article=article, title=text, deck=text, voice="fr_FR")


def _filled(item: Item, text: str, other: str) -> Item:
    assert item.proof
    proof = replace(item.proof, evidence=TextSpan(0, len(text), text), identity=text)
    shared = {"context": text, "hint": text, "feedback": text, "accepted": (text,), "as_of": text, "proof": proof}
    match item:
        case Cloze():
            return replace(item, question=f"{text} ____ {text}", answer=text, **shared)  # type: ignore[arg-type]
        case MultipleChoice():
            return replace(item, question=text, answer=text, options=(text, other), **shared)  # type: ignore[arg-type]
        case ShortAnswer():
            return replace(item, question=text, answer=text, **shared)  # type: ignore[arg-type]
    raise AssertionError(item)


class Shown(HTMLParser):
    """The text that a face shows, and the names of its elements."""

    def __init__(self, face: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text, self.tags, self._hidden = "", set[str](), False
        self.feed(face)
        self.close()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.add(tag)
        self._hidden = tag in ("style", "script")
        self.text += "\n" * (tag == "br")

    def handle_endtag(self, tag: str) -> None:
        self._hidden = False

    def handle_data(self, data: str) -> None:
        self.text += "" if self._hidden else data


def shown(text: str) -> str:
    """Return `text` as a card shows it: typeset, without what no field may hold."""
    return unicodedata.normalize("NFC", clean(get_language("fr").typeset(text)))


@given(texts)
@settings(max_examples=30, deadline=None)
def test_every_text_is_shown_and_obeyed_nowhere(text: str) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "deck.apkg"
        path.write_bytes(*export_quiz(filled(text), ["anki"]).files.values())
        collection = Collection(str(Path(folder) / "c.anki2"))
        try:
            log = collection.import_anki_package(ImportAnkiPackageRequest(package_path=str(path), options=ImportAnkiPackageOptions())).log
            assert len(log.new) == 3
            cards = [collection.get_card(number) for number in collection.find_cards("")]
            assert len(cards) == 3
            for card in cards:
                check(card.render_output(), text)
        finally:
            collection.close()


def check(output: object, text: str) -> None:
    front, back = Shown(output.question_text), Shown(output.answer_text)  # type: ignore[attr-defined]
    assert not output.question_av_tags  # type: ignore[attr-defined]
    assert len(output.answer_av_tags) == 1, "the voice that was asked for, no other sound"  # type: ignore[attr-defined]
    ours = {"div", "p", "details", "summary", "ol", "li", "span", "hr", "blockquote", "mark", "cite", "a", "br", "script", "style"}
    assert front.tags | back.tags <= ours
    assert shown(text) in front.text.replace("\u2060", "")
    assert shown(text) in back.text.replace("\u2060", "")


@pytest.mark.parametrize("piece", PIECES)
def test_long_texts_take_no_longer_than_their_length(piece: str) -> None:
    text = piece * (LONG // len(piece))
    start = time.process_time()
    export_quiz(filled(text, "other"), ["anki"])
    assert time.process_time() - start < 6


def test_a_book_of_signs_is_a_card(tmp_path: Path) -> None:
    text = "<" * 200_000
    start = time.process_time()
    item = replace(french_quiz().items[0], question=text)
    export_quiz(replace(french_quiz(), items=(item,)), ["anki"])
    assert time.process_time() - start < 3, "genanki's own look for tags takes hours"


def test_article_without_a_title_or_with_an_odd_deck_is_a_deck(tmp_path: Path) -> None:
    quiz = replace(french_quiz(), deck=" a\x1f\n\ud800b :: c ")
    (data,) = export_quiz(quiz, ["anki"]).files.values()
    (tmp_path / "deck.apkg").write_bytes(data)
    collection = Collection(str(tmp_path / "c.anki2"))
    request = ImportAnkiPackageRequest(package_path=str(tmp_path / "deck.apkg"), options=ImportAnkiPackageOptions())
    assert len(collection.import_anki_package(request).log.new) == 7
    collection.close()
