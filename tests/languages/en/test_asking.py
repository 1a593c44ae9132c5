"""Openings of questions shaped by what was taken out of the clause."""

import pytest

from quizgen.facts import Clause, Complement, Date, Phrase, PhraseType, Quantity
from quizgen.languages.base import CannotPhrase
from quizgen.languages.en import asking

MUSEUM = Phrase("the museum")


def asked(text: str, value: str, slot: str, **parts: object) -> Clause:
    clause = Clause(MUSEUM, "received", base="receive", tense="Past", complements=(Complement(text, slot, value), *parts.pop("more", ())))  # type: ignore[misc]
    return clause.without(slot)


@pytest.mark.parametrize(
    ("text", "noun", "expected"),
    [
        ("in 1889", "year", "in what year"),
        ("since 1889", "year", "since what year"),
        ("on 31 March 1889", "year", "in what year"),
        ("on 31 March 1889", "date", "on what date"),
        ("until 1889", "year", "until what year"),
    ],
)
def test_preposition_of_the_date_opens_the_question(text: str, noun: str, expected: str) -> None:
    assert asking.in_what(asked(text, text.split(" ", 1)[1], "date"), noun) == expected


@pytest.mark.parametrize("text", ["around 1889", "before 1889", "by 1889", "about 1889"])
def test_inexact_dates_are_refused(text: str) -> None:
    with pytest.raises(CannotPhrase):
        asking.in_what(asked(text, "1889", "date"), "year")


def test_when() -> None:
    assert asking.when(asked("in 1889", "1889", "date")) == "when"
    assert asking.when(asked("since 1889", "1889", "date")) == "since when"
    with pytest.raises(CannotPhrase):
        asking.when(asked("in 1889", "1889", "date", more=(Complement("when the war ended"),)))


def test_dates_with_their_preposition() -> None:
    assert asking.on_date(Date("21 May 1799", "1799-05-21", "day")) == "on 21 May 1799"
    assert asking.on_date(Date("May 1799", "1799-05", "month")) == "in May 1799"


UTRECHT = Phrase("at Utrecht", PhraseType.PLACE, bare="Utrecht", is_name=True)
PERU = Phrase("in Peru", PhraseType.PLACE, bare="Peru", is_name=True)


def test_where() -> None:
    assert asking.where(asked("at Utrecht", "at Utrecht", "place"), UTRECHT) == "where"
    assert asking.in_which_country(asked("in Peru", "in Peru", "place"), PERU) == "in which country"
    with pytest.raises(CannotPhrase):
        asking.in_which_country(asked("at Utrecht", "at Utrecht", "place"), UTRECHT)
    near = Phrase("near Geneva", PhraseType.PLACE, bare="Geneva", is_name=True)
    with pytest.raises(CannotPhrase):
        asking.where(asked("near Geneva", "near Geneva", "place"), near)


def test_agent() -> None:
    assert asking.by_whom(Phrase("Riquet", PhraseType.PERSON, is_name=True)) == "by whom"
    assert asking.by_whom(Phrase("NASA", PhraseType.ORGANIZATION, is_name=True)) == "by which organization"
    assert asking.by_whom(Phrase("winter storms", number="p")) == "by what"


def number(text: str, amount: str, unit: str = "", before: str = "", behind: str = "", is_percentage: bool = False) -> str:
    quantity = Quantity(text, "1", amount, unit, is_percentage=is_percentage)
    whole = " ".join(part for part in (before, text, behind) if part)
    return asking.how_many(asked(whole, text, "quantity"), quantity)


def test_how_many() -> None:
    assert number("3,000 visitors", "3,000", "visitors") == "how many visitors did the museum receive"
    assert number("3,000 visitors", "3,000", "visitors", behind="a day") == "how many visitors did the museum receive a day"
    assert number("30 countries", "30", "countries", before="from") == "from how many countries did the museum receive"
    assert number("20 metres high", "20", "metres high") == "how many metres high did the museum receive"
    assert number("27 years to reach London", "27", "years to reach London") == "how many years did the museum receive to reach London"


def test_money_and_shares() -> None:
    assert number("$12 a day", "$12", "a day") == "how much did the museum receive a day"
    assert number("10% of salt", "10%", "salt", before="to", is_percentage=True) == "to what percentage of salt did the museum receive"


@pytest.mark.parametrize(
    ("unit", "before"), [("", ""), ("of them", ""), ("operators, AT&T and Verizon", ""), ("visitors", "a crowd of"), ("visitor", "")]
)
def test_numbers_that_do_not_say_what_they_count_are_refused(unit: str, before: str) -> None:
    with pytest.raises(CannotPhrase):
        number(f"5 {unit}".strip(), "5", unit, before)


def test_counted_subject_keeps_its_plural() -> None:
    quantity = Quantity("100 clouds", "100", "100", "clouds")
    clause = Clause(Phrase("100 clouds", number="p"), "have", "appeared", complements=(Complement("since 2020"),), subject_slot="quantity")
    assert asking.how_many(clause, quantity) == "how many clouds have appeared since 2020"


def test_share_of_a_whole() -> None:
    clause = Clause(Phrase("80% of deployments", number="p"), "are", complements=(Complement("in production"),), subject_slot="quantity")
    assert (
        asking.share_of(clause, "what percentage of", Phrase("deployments", number="p"))
        == "what percentage of deployments are in production"
    )
