"""What an article says is shown everywhere and obeyed nowhere."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.export.escaping import anki_code, anki_field, clean, cloze_text, html_text, typed_answer

pieces = st.sampled_from(
    [
        "<b>",
        "&amp;",
        '"',
        "'",
        "{{c1::",
        "}}",
        "::",
        "[sound:a]",
        "[latex]",
        r"\(",
        r"\[",
        "\\",
        "-->",
        "]]>",
        "</style>",
        "\x1f",
        "\x00",
        "\n",
        "é",
        "a",
    ]
)
texts = st.one_of(st.lists(pieces, max_size=8).map("".join), st.text(max_size=20), st.text(st.characters(), max_size=10))


@given(texts)
def test_html_shows_the_text_itself(text: str) -> None:
    escaped = html_text(text)
    assert html.unescape(escaped) == clean(text)
    assert not set(escaped) & set("<>\"'")


@given(texts)
def test_anki_field_shows_the_text_and_holds_nothing_active(text: str) -> None:
    escaped = anki_field(text)
    assert html.unescape(escaped.replace("<br>", "\n")).replace("\u2060", "") == clean(text).replace("\u2060", "")
    assert not set(escaped.replace("<br>", "")) & set("<>\"'[]{}\\\x1f\n")


@given(texts)
def test_mathjax_never_sees_its_mark(text: str) -> None:
    shown = html.unescape(anki_field(text))
    assert not re.search(r"\\[(\[]", shown)


@given(texts)
def test_cloze_text_neither_ends_the_deletion_nor_begins_a_hint(text: str) -> None:
    escaped = cloze_text(text)
    assert "::" not in escaped
    assert "}}" not in escaped
    assert html.unescape(escaped) == html.unescape(anki_field(text))


@given(st.text(st.characters()))
def test_clean_text_can_be_written_as_utf_8_and_cleaning_twice_is_cleaning_once(text: str) -> None:
    cleaned = clean(text)
    cleaned.encode("utf-8")
    assert clean(cleaned) == cleaned
    assert "\x1f" not in cleaned


@given(st.text(st.characters()))
def test_code_for_attributes_is_plain(text: str) -> None:
    assert re.fullmatch(r"[A-Za-z0-9_ -]*", anki_code(text))


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("l’eau", "l'eau"),
        ("12\u202f000 visiteurs", "12000 visiteurs"),
        ("1 234 567", "1234567"),
        ("Paris.", "Paris"),
        ("le 3 mars 1889", "le 3 mars 1889"),
    ],
)
def test_typed_answer_is_what_fingers_type(text: str, typed: str) -> None:
    assert typed_answer(text) == typed
