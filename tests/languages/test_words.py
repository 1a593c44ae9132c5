"""Words compared: when a line gives a key away."""

import pytest

from quizgen.languages.words import gives_away

LINES = [
    ("20 octobre 1973", "Choc de 1973", False),  # the year of a full date is not the date
    ("October 20, 1973", "1973 crisis", False),
    ("1973", "1973 crisis", True),
    ("October 1973", "1973 crisis", True),
    ("22 septembre 2016", "France, septembre 2016", True),
    ("plus de 25 000", "25 000 visiteurs", True),
    ("la ville de Vernes", "Un pont à Vernes", True),
    ("Lyon", "Un pont à Vernes", False),
]


@pytest.mark.parametrize(("key", "line", "given"), LINES)
def test_a_line_gives_a_key_away(key: str, line: str, given: bool) -> None:
    assert gives_away(key, line) is given
