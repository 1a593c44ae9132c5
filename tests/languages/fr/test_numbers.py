"""French numbers on the surface of a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.languages.fr.numbers import find_quantities, number_to_words, words_to_number


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plus de 25 millions de cœurs", ("plus de 25 millions", "25000000", "plus de")),
        ("plus d’un million", ("plus d’un million", "1000000", "plus d'")),
        ("1,5 milliard d'euros", ("1,5 milliard", "1500000000", "")),
        ("3\u202f000 serveurs", ("3\u202f000", "3000", "")),
        ("200.000 tonnes", ("200.000", "200000", "")),
        ("vingt-cinq ans", ("vingt-cinq", "25", "")),
        ("deux cent mille hommes", ("deux cent mille", "200000", "")),
        ("un tiers des clubs", ("un tiers", "0.333", "")),
        ("Environ 300", ("Environ 300", "300", "environ")),
        ("Les 300 soldats", ("300", "300", "")),
        ("neuf modules", ("neuf", "9", "")),
    ],
)
def test_find_quantities(text: str, expected: tuple[str, str, str]) -> None:
    assert [(text[match.start : match.end], match.number, match.qualifier) for match in find_quantities(text)] == [expected]


@pytest.mark.parametrize("text", ["80 % des clouds", "80 pour cent"])
def test_percentages(text: str) -> None:
    assert [(match.number, match.is_percentage) for match in find_quantities(text)] == [("80", True)]


def test_approximate_words_are_open() -> None:
    assert [match.is_open for match in find_quantities("une vingtaine de pays, des milliers de gens")] == [True, True]


@pytest.mark.parametrize(
    "text",
    ["article 12", "l'article 5", "Apollo 11", "n° 5", "2e rang", "XXe", "12:30", "20 h 30", "5G", "entre 10 et 20 %", "de 3 à 5 jours",
     "le 12 mai 1950", "en 1889", "un outil neuf", "l'un des deux", "la guerre de Trente Ans", "un enfant sur deux"],
)  # fmt: skip
def test_what_counts_nothing(text: str) -> None:
    assert find_quantities(text) == ()


@given(st.integers(min_value=0, max_value=99))
def test_words_give_back_the_number(number: int) -> None:
    assert words_to_number(number_to_words(number)) == number
