"""English dates on the surface of a text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.facts import Date
from quizgen.languages.base import CannotPhrase
from quizgen.languages.en import dates


def found(text: str) -> list[tuple[str, str, str, str]]:
    return [(text[match.start : match.end], match.iso, match.precision, match.lead) for match in dates.find_dates(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It opened on 31 March 1889 in Paris.", ("31 March 1889", "1889-03-31", "day", "on")),
        ("On October 6, 1973, Syria attacked.", ("October 6, 1973", "1973-10-06", "day", "on")),
        ("the 1st of May 1900", ("the 1st of May 1900", "1900-05-01", "day", "")),
        ("Thursday, February 23, 2006", ("Thursday, February 23, 2006", "2006-02-23", "day", "")),
        ("It began in October 1973.", ("October 1973", "1973-10", "month", "in")),
        ("in 1889 the tower", ("1889", "1889", "year", "in")),
        ("since 2010, the project", ("2010", "2010", "year", "since")),
        ("by 1953", ("1953", "1953", "year", "by")),
        ("in the summer of 1963", ("the summer of 1963", "1963", "year", "in")),
        ("in late 2010", ("late 2010", "2010", "year", "in")),
        ("the war (1889–1892)", ("1889–1892", "1889/1892", "range", "")),
        ("from 1914 to 1918", ("1914 to 1918", "1914/1918", "range", "from")),
        ("between July 2003 and December 2004", ("July 2003 and December 2004", "2003-07/2004-12", "range", "between")),
        ("between 6 and 25 October 1973", ("6 and 25 October 1973", "1973-10-06/1973-10-25", "range", "between")),
        ("in 1997-98", ("1997-98", "1997/1998", "range", "in")),
        ("in the 1970s", ("the 1970s", "1970/1979", "decade", "in")),
        ("in the late 17th century", ("the late 17th century", "1601/1700", "century", "in")),
        ("in the eighteenth century", ("the eighteenth century", "1701/1800", "century", "in")),
        ("in 44 BC, Caesar", ("44 BC", "-0043", "year", "in")),
        ("in 476, Rome", ("476", "0476", "year", "in")),
        ("On 12 May it rained.", ("12 May", "", "partial", "on")),
        ("wars in 1914 and 1939.", ("1914 and 1939", "", "partial", "in")),
        ("two years later", ("two years later", "", "deictic", "")),
        ("Twelve years on, the cloud", ("Twelve years on", "", "deictic", "")),
        ("last year", ("last year", "", "deictic", "")),
        ("Yesterday", ("Yesterday", "", "deictic", "")),
    ],
)
def test_dates_are_found(text: str, expected: tuple[str, str, str, str]) -> None:
    assert found(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "a survey of 1709 schoolchildren",
        "in 1500 copies",
        "from 1200 to 1500 metres",
        "up to 2000 people",
        "the 1973 oil crisis",
        "May I ask?",
        "He may march 12 miles.",
        "the 20th anniversary",
        "1,889 visitors",
    ],
)
def test_other_numbers_are_no_dates(text: str) -> None:
    assert found(text) == []


@given(st.text(alphabet="abcin of19802MayJune, –-'(.)", max_size=60))
def test_matches_are_ordered_and_apart(text: str) -> None:
    matches = dates.find_dates(text)
    assert all(a.end <= b.start for a, b in pairwise(matches))
    assert all(0 <= match.start < match.end <= len(text) for match in matches)


DAY = Date("March 31, 1889", "1889-03-31", "day")


def test_dates_are_written() -> None:
    assert dates.year(DAY) == "1889"
    assert dates.year(Date("44 BC", "-0043", "year")) == "44 BC"
    assert dates.month_year(DAY) == "March 1889"
    assert dates.long_date(DAY) == "March 31, 1889"
    assert dates.long_date(Date("Thursday, February 23, 2006", "2006-02-23", "day")) == "February 23, 2006"
    assert dates.long_date(Date("that day", "1889-03-31", "day")) == "31 March 1889"
    assert dates.period(Date("1914–18", "1914/1918", "range")) == "from 1914 to 1918"


@pytest.mark.parametrize(
    ("write", "date"),
    [
        (dates.year, Date("the 1970s", "1970/1979", "decade")),
        (dates.month_year, Date("1889", "1889", "year")),
        (dates.long_date, Date("March 1889", "1889-03", "month")),
        (dates.period, DAY),
    ],
)
def test_what_a_date_does_not_say_is_refused(write: object, date: Date) -> None:
    with pytest.raises(CannotPhrase):
        write(date)  # type: ignore[operator]


@pytest.mark.parametrize(
    ("text", "iso", "precision"),
    [
        ("1889", "1889", "year"),
        ("1889-03-31", "1889-03-31", "day"),
        ("31 March 1889", "1889-03-31", "day"),
        ("March 1889", "1889-03", "month"),
        ("the 1850s", "1850/1859", "decade"),
        ("1914 to 1918", "1914/1918", "range"),
        ("2003-07/2004-12", "2003-07/2004-12", "range"),
        ("the 12th century", "1101/1200", "century"),
    ],
)
def test_dates_of_examples(text: str, iso: str, precision: str) -> None:
    date = dates.parse_date(text)
    assert (date.iso, date.precision) == (iso, precision)


def test_no_date_in_an_example() -> None:
    with pytest.raises(ValueError, match="no date"):
        dates.parse_date("soon")


def test_variants() -> None:
    assert dates.variants(DAY) == ("31 March 1889", "March 31, 1889", "1889-03-31")
