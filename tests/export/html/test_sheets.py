"""Sheets: which files there are, and what stands on those beside the quiz and its key."""

import re
from dataclasses import replace
from pathlib import Path

from quizgen.export import ExportOptions, export_quiz
from quizgen.export.html.flashcards import card_sheets
from quizgen.export.html.pages import QuizPage, quiz_page
from quizgen.export.labels import Labels
from quizgen.items import ShortAnswer, TrueFalse
from quizgen.resources import template_roots
from tests.export.html.printing import export, long_article, long_quiz, read_pdf
from tests.sample_quizzes import english_quiz, french_quiz


def page_of(count: int) -> QuizPage:
    """A page of so many short answers."""
    items = tuple(ShortAnswer(id=str(number), question=f"Q{number} ?", answer=f"A{number}") for number in range(1, count + 1))
    return quiz_page(replace(french_quiz(), items=items), Labels("fr", template_roots()), str)


def test_sheets_are_files_and_plus_joins_them() -> None:
    assert list(export(french_quiz(), sheets="article+quiz, key, quiz+key")) == ["article-quiz.html", "key.html", "quiz-key.html"]


def test_versions_have_their_letter_and_a_table() -> None:
    names = list(export(french_quiz(), sheets="quiz,key,self-test", versions="2"))
    assert names == ["A.html", "A.key.html", "self-test.html", "B.html", "B.key.html", "versions.html"]


def test_key_in_the_same_file_begins_a_page_of_its_own() -> None:
    both = export(french_quiz(), sheets="quiz+key")["quiz-key.html"].decode()
    assert both.index('class="sheet quiz quiz"') < both.index('class="sheet key"')
    assert ".sheet + .sheet { break-before: page; }" in both


def test_article_has_the_paragraph_numbers_of_the_key() -> None:
    text = export(long_article(), sheets="article")["article.html"].decode()
    assert re.findall(r'class="number">(\d+)</span>([^<]*)</p>', text) == [
        ("1", "Le premier paragraphe."),
        ("2", "«\u00a0Un second\u00a0»\u00a0: oui\u202f!"),
    ]
    assert "<h2>Un intertitre</h2>" in text
    assert "un article de liste" in text
    assert "légende" not in text


def test_answer_grid_has_a_row_for_each_item_that_bubbles_answer() -> None:
    grids = export(french_quiz(), sheets="answer-grid", versions="2")
    for letter in "AB":
        grid = grids[f"{letter}.answer-grid.html"].decode()
        rows = re.findall(r'<li value="(\d+)">.*?</li>', grid, flags=re.S)
        assert rows == ["1", "2", "3"]
        assert re.findall(r'class="bubble filled">(\w)', grid) == [letter], "the version is filled in already"
        assert re.findall(r'class="bubble">(\w)', grid)[-2:] == ["V", "F"]


def test_long_answer_grid_has_corners_on_every_page(tmp_path: Path) -> None:
    items = tuple(TrueFalse(id=str(number), question=f"Q{number}.", answer=True) for number in range(150))
    for look, most in (("plain", 60), ("dyslexia", 36), ("large-print", 16)):
        for paper in ("a4", "letter"):
            files = export(replace(french_quiz(), items=items), "html,pdf", sheets="answer-grid", versions="3", look=look, paper=paper)
            grid = files["B.answer-grid.html"].decode()
            assert grid.count('class="corner"') == 4 * -(-150 // most)
            (tmp_path / "grid.pdf").write_bytes(files["B.answer-grid.pdf"])
            assert len(read_pdf(tmp_path / "grid.pdf").pages) == -(-150 // most), (look, paper)


def test_backs_of_cards_lie_behind_their_fronts() -> None:
    """Turned over the long edge left and right change places; over the short edge top and bottom do."""
    for flip in ("long", "short"):
        (sheet,) = card_sheets(page_of(5), "plain", flip)
        for row in range(4):
            for column in range(2):
                behind = sheet.backs[row][1 - column] if flip == "long" else sheet.backs[3 - row][column]
                assert sheet.fronts[row][column] is behind


def test_cards_fill_as_many_sheets_as_they_need() -> None:
    assert [len(card_sheets(page_of(count), "plain", "long")) for count in (1, 8, 9, 17)] == [1, 1, 2, 3]
    assert len(card_sheets(page_of(9), "large-print", "long")) == 3


def test_items_that_no_card_holds_are_told() -> None:
    exported = export_quiz(english_quiz(), ["html", "json"], ExportOptions(settings={"sheets": "flashcards"}))
    assert [(one.format, one.item) for one in exported.left_out] == [("flashcards", "byhand02"), ("flashcards", "byhand03")]


def test_cards_carry_the_whole_context() -> None:
    cards = export(french_quiz(), sheets="flashcards")["flashcards.html"].decode()
    assert cards.count('<p class="about">Le phare de Kervran</p>') == 2


def test_only_the_self_test_holds_answers_and_a_script() -> None:
    files = export(french_quiz(), sheets="quiz,self-test,answer-grid,article")
    for name, data in files.items():
        text = data.decode()
        assert ("<script>" in text) is (name == "self-test.html"), name
        assert ("script-src" in text) is (name == "self-test.html"), name
        assert ("Yann Kerleau</b>" in text) is (name == "self-test.html"), name


def test_only_the_self_test_offers_the_hint() -> None:
    files = export(french_quiz(), sheets="quiz,self-test")
    assert [b"d\xe2\x80\x99\xc3\xa9conomie" in files[name] for name in ("html", "self-test.html")] == [False, True]


def luminance(color: str) -> float:
    """The relative luminance of #rrggbb (WCAG 2.2)."""
    parts = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_a_black_and_white_copy_loses_nothing() -> None:
    """Every ink is dark enough once colour is gone: letters 7 to 1 on white, lines to write on 3 to 1."""
    style = export(french_quiz())["html"].decode()
    inks = dict(re.findall(r"--(ink|quiet|accent|rule): (#\w{6});", style.split("@media screen")[0]))
    contrast = {name: 1.05 / (luminance(color) + 0.05) for name, color in inks.items()}
    assert set(contrast) == {"ink", "quiet", "accent", "rule"}
    assert min(contrast["ink"], contrast["quiet"], contrast["accent"]) >= 7
    assert contrast["rule"] >= 3


def test_self_test_names_no_letter_in_what_it_says() -> None:
    text = export(long_quiz(), sheets="self-test")["self-test.html"].decode()
    panels = re.findall(r'<div class="answer-panel" hidden>.*?</div>', text, flags=re.S)
    assert len(panels) == len(long_quiz().items)
    assert not any('class="letter"' in panel for panel in panels)
