"""French dates on the surface of a text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.languages.fr.dates import find_dates, long_date, month_year, parse_date, year


def found(text: str) -> list[tuple[str, str, str, str]]:
    return [(text[match.start : match.end], match.iso, match.precision, match.lead) for match in find_dates(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("inaugurée le 31 mars 1889 à Paris", ("31 mars 1889", "1889-03-31", "day", "le")),
        ("le jeudi 1er mai 1950", ("jeudi 1er mai 1950", "1950-05-01", "day", "le")),
        ("en mars 2010", ("mars 2010", "2010-03", "month", "en")),
        ("(née en 1867)", ("1867", "1867", "year", "en")),
        ("jusqu’en 1990", ("1990", "1990", "year", "jusqu'en")),
        ("dans les années 1960", ("années 1960", "1960/1969", "decade", "dans les")),
        ("au XVIIe siècle", ("XVIIe siècle", "1601/1700", "century", "au")),
        ("de 1914 à 1918", ("1914 à 1918", "1914/1918", "range", "de")),
        ("(1867-1934)", ("1867-1934", "1867/1934", "range", "")),
        ("du 12 au 15 mai 1940", ("12 au 15 mai 1940", "1940-05-12/1940-05-15", "range", "du")),
        ("le 12 mai", ("12 mai", "", "partial", "le")),
        ("en 52 av. J.-C.", ("52 av. J.-C.", "", "partial", "en")),
        ("l’an dernier", ("l’an dernier", "", "deictic", "")),
        ("douze ans plus tard", ("douze ans plus tard", "", "deictic", "")),
    ],
)
def test_find_dates(text: str, expected: tuple[str, str, str, str]) -> None:
    assert found(text) == [expected]


@pytest.mark.parametrize("text", ["Euro 2016", "en 2000 exemplaires", "près de 1500 soldats", "la sonde Mars 2020", "1889 mètres"])
def test_what_is_no_date(text: str) -> None:
    assert found(text) == []


def test_enumerated_years() -> None:
    assert [iso for _, iso, _, _ in found("en 2010, 2012 et 2014")] == ["2010", "2012", "2014"]


@given(st.text(alphabet=st.sampled_from("le 123489 mars-an.XVIesièc,()'hierà"), max_size=60))
def test_matches_are_in_order_and_do_not_overlap(text: str) -> None:
    matches = find_dates(text)
    assert all(first.end <= second.start for first, second in pairwise(matches))
    assert all(0 <= match.start < match.end <= len(text) for match in matches)


def test_printing() -> None:
    date = parse_date("1950-05-01")
    assert (long_date(date), month_year(date), year(date)) == ("1er mai 1950", "mai 1950", "1950")
    assert parse_date("31 mars 1889").iso == "1889-03-31"
    with pytest.raises(ValueError, match="no date"):
        parse_date("bientôt")
