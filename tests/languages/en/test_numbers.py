"""English numbers on the surface of a text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.facts import Quantity
from quizgen.languages import get_language
from quizgen.languages.en import numbers

ENGLISH = get_language("en")


def found(text: str) -> list[tuple[str, str, str]]:
    return [(text[match.start : match.end], match.number, match.qualifier) for match in ENGLISH.find_quantities(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("runs more than 25 million processor cores", ("more than 25 million", "25000000", "more than")),
        ("nearly $12 a barrel", ("nearly $12", "12", "nearly")),
        ("cost $1.5 billion", ("$1.5 billion", "1500000000", "")),
        ("roughly 30,000 improvements a year", ("roughly 30,000", "30000", "roughly")),
        ("3,500.5 metres", ("3,500.5", "3500.5", "")),
        ("two hundred and fifty thousand people", ("two hundred and fifty thousand", "250000", "")),
        ("Twenty-five years", ("Twenty-five", "25", "")),
        ("half a million readers", ("half a million", "500000", "")),
        ("on more than one million cores", ("more than one million", "1000000", "more than")),
        ("a survey of 1709 schoolchildren", ("1709", "1709", "")),
        ("Almost half of all children", ("Almost half", "0.5", "almost")),
        ("two-thirds of the votes", ("two-thirds", "0.6667", "")),
        ("at least four decades", ("at least four", "4", "at least")),
        ("Some 300 ships", ("Some 300", "300", "some")),
        ("from 88 schools", ("88", "88", "")),
    ],
)
def test_numbers_are_found(text: str, expected: tuple[str, str, str]) -> None:
    assert found(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "aged 8–10 years",
        "10 to 20 km",
        "between 10 and 20",
        "in 1889",
        "a third party",
        "the 21st edition",
        "Boeing 747",
        "Apollo 11",
        "section 3",
        "a 5-year-old",
        "COVID-19",
        "call +44 20 7946 0958",
        "at 10:30",
        "at 7.15 on Monday",
        "one of them",
        "five to ten men",
        "page 12",
        "minus 269 degrees",
        "on 31 March 1889",
    ],
)
def test_other_figures_are_no_quantities(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "words"), [("13% of users", "13%"), ("About 80 per cent of users", "About 80 per cent"), ("8 percent", "8 percent")]
)
def test_percentages(text: str, words: str) -> None:
    (match,) = ENGLISH.find_quantities(text)
    assert (text[match.start : match.end], match.is_percentage) == (words, True)


@pytest.mark.parametrize("text", ["a dozen eggs", "dozens of ships", "hundreds of people", "several thousands of men"])
def test_open_numbers_cannot_be_keyed(text: str) -> None:
    (match,) = ENGLISH.find_quantities(text)
    assert match.is_open


@given(st.text(alphabet="0123456789 ,.-%$abtwohundred", max_size=50))
def test_matches_are_ordered_and_apart(text: str) -> None:
    matches = ENGLISH.find_quantities(text)
    assert all(a.end <= b.start for a, b in pairwise(matches))


@given(st.integers(min_value=2, max_value=100))
def test_words_and_figures_agree(number: int) -> None:
    assert numbers.word_value(numbers.in_words(number)) == number


def test_variants() -> None:
    cores = Quantity("more than 25 million cores", "25000000", "more than 25 million", "cores", "more than")
    assert ENGLISH.accepted_variants("more than 25 million", cores) == ("more than 25,000,000",)
    seven = Quantity("seven companies", "7", "seven", "companies")
    assert ENGLISH.accepted_variants("seven", seven) == ("7",)
    share = Quantity("80 per cent", "80", "80 per cent", is_percentage=True)
    assert set(ENGLISH.accepted_variants("80 per cent", share)) == {"80%", "80 percent"}
