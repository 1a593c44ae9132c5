"""Dates, numbers and words as each language prints them."""

import pytest

from quizgen.export.labels import Labels
from quizgen.export.origin import origin_parts
from quizgen.resources import template_roots
from tests.sample_quizzes import FRENCH, article_of

FR, EN = Labels("fr", template_roots()), Labels("en", template_roots())


@pytest.mark.parametrize(
    ("iso", "french", "english"),
    [
        ("2024-06-21", "21 juin 2024", "21 June 2024"),
        ("2024-06-01", "1er juin 2024", "1 June 2024"),
        ("2024-06", "juin 2024", "June 2024"),
        ("1880/1889", "1880/1889", "1880/1889"),
        ("2024-13", "2024-13", "2024-13"),
        ("2024", "2024", "2024"),
    ],
)
def test_dates(iso: str, french: str, english: str) -> None:
    assert (FR.date(iso), EN.date(iso)) == (french, english)


def test_points() -> None:
    assert [FR.count("point", number) for number in (1, 1.5, 2)] == ["1 pt", "1,5 pt", "2 pts"]
    assert [EN.count("point", number) for number in (1, 1.5, 2)] == ["1 pt", "1.5 pts", "2 pts"]


def test_origin_says_what_is_known() -> None:
    assert origin_parts(FRENCH, FR) == ("par Maud Quéméner", "publié le 21 juin 2024", "licence CC BY 4.0")
    assert origin_parts(article_of("A", "fr", id="a", published="2024-06"), FR) == ("publié en juin 2024",)
    assert origin_parts(article_of("A", "fr", id="a"), FR) == ()


def test_both_languages_have_the_same_labels() -> None:
    shapes = [{section: set(words) for section, words in labels._data.items()} for labels in (FR, EN)]
    assert shapes[0] == shapes[1]
