"""Lists of names of one kind: places by continent, in the language; professions in pairs; what is no list's is nothing."""

import pytest

from quizgen.languages.gazetteers import canonical, gazetteer, kinds_of, rows


@pytest.mark.parametrize(("name", "code", "kinds"), [
    ("Portugal", "fr", {"country"}), ("États-Unis", "fr", {"country"}), ("Lisbonne", "fr", {"city"}), ("Europe", "fr", {"continent"}),
    ("Luxembourg", "fr", {"country"}), ("Lisbon", "en", {"city"}), ("Ohio", "en", {"region"}),
    ("Alderwick", "en", set()), ("swedish", "en", {"language", "nationality"}),
])  # fmt: skip
def test_kinds_of_names(name: str, code: str, kinds: set[str]) -> None:
    assert kinds_of(name, code) == kinds


@pytest.mark.parametrize("code", ["fr", "en"])
def test_every_row_has_enough_for_a_choice(code: str) -> None:
    small = {place for place, names in rows(code).items() if len(names) < 3 and place[0] not in {"country"}}
    assert small == set()
    assert len(gazetteer(code)) > 400


def test_short_names_are_known() -> None:
    assert canonical("UK", "en") == "United Kingdom"
    assert canonical("Grande-Bretagne", "fr") == "Royaume-Uni"
    assert canonical("Vernes", "fr") == "Vernes"
