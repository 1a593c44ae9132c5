"""By which rule a text says a key: as it stands, or under another determiner, date or number format."""

import pytest

from quizgen.languages import get_language
from quizgen.languages.keys import Meaning, derived, word_for_word

FR = get_language("fr")


@pytest.mark.parametrize(
    ("key", "text", "rule"),
    [
        ("l'usine", "Ici, l’usine ferme.", "verbatim"),
        ("l'usine", "L’usine ferme.", "capital letter"),
        ("usine", "Les usines ferment.", ""),
        ("", "L’usine ferme.", ""),
    ],
)
def test_words_that_stand_there(key: str, text: str, rule: str) -> None:
    assert word_for_word(key, [text]) == rule


@pytest.mark.parametrize(
    ("meaning", "text", "rule"),
    [
        (Meaning(wordings=("femme",)), "Une femme dirige la revue.", "determiner"),
        (Meaning(dates=("1889",)), "Elle ouvre le 31/03/1889.", "date format"),
        (Meaning(dates=("1889-03-31",)), "Elle ouvre en 1889.", ""),
        (Meaning(numbers=("25000",)), "Il a reçu 25 000 visiteurs.", "number format"),
        (Meaning(dates=("2015-05-05",), resolved="date resolution: weekday"), "Elle ouvre mardi.", "date resolution: weekday"),
        (Meaning(wordings=("",), dates=("",)), "Elle ouvre en 1889.", ""),
        (Meaning(), "Elle ouvre en 1889.", ""),
    ],
)
def test_what_the_words_mean(meaning: Meaning, text: str, rule: str) -> None:
    assert derived(meaning, [text], FR) == rule
