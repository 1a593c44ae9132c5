"""English typography and finished stems."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.languages import get_language

ENGLISH = get_language("en")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "no".', "He said “no”."),
        ("Anning's 'sea-dragons'", "Anning’s ‘sea-dragons’"),
        ("the '60s", "the ’60s"),
        ("pages 10-12", "pages 10–12"),
        ("2006-02-23", "2006-02-23"),
        ("10 km and 5 per cent", "10\u00a0km and 5\u00a0per cent"),
        ("10 kittens", "10 kittens"),
        ("J. S. Bach", "J.\u00a0S.\u00a0Bach"),
        ('see https://example.org/a-1?q="x"', 'see https://example.org/a-1?q="x"'),
        ("run `it's 1-2`", "run `it's 1-2`"),
        ("It was ____ in 1889.", "It was ____ in 1889."),
    ],
)
def test_typeset(text: str, expected: str) -> None:
    assert ENGLISH.typeset(text) == expected


@given(st.text(alphabet="ab 019-–'\"“”‘’.,()km`_/:", max_size=60))
def test_typesetting_twice_changes_nothing(text: str) -> None:
    once = ENGLISH.typeset(text)
    assert ENGLISH.typeset(once) == once


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in what year  was it opened ?", "In what year was it opened?"),
        ("what is an tool ?", "What is a tool?"),
        ("a hour, a university and an historic vote", "An hour, a university and an historic vote"),
        ("iPhone sales rose.", "iPhone sales rose."),
        ("“zuul” is a tool .", "“Zuul” is a tool."),
        ("____ is a tool.", "____ is a tool."),
        ("Who founded Apple Inc..", "Who founded Apple Inc."),
        ("vitamin A is needed", "Vitamin A is needed"),
        ("chlorophyll a and other pigments", "Chlorophyll a and other pigments"),
    ],
)
def test_finish_stem(text: str, expected: str) -> None:
    assert ENGLISH.finish_stem(text) == expected


@given(st.text(alphabet="an hour uni ?.,;( )____XI", max_size=60))
def test_finishing_twice_changes_nothing(text: str) -> None:
    once = ENGLISH.finish_stem(text)
    assert ENGLISH.finish_stem(once) == once
