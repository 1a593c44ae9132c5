"""Which language a text is in."""

import pytest

from quizgen.errors import ReadingError
from quizgen.reading.language import check_language, choose_language
from tests.reading.prose import ENGLISH, FRENCH

GERMAN = "Der Hund ist in dem Haus, und die Katze ist auf dem Dach, weil sie nicht mit ihm spielen will. " * 5
RUSSIAN = "Москва является столицей страны и крупнейшим городом по населению. " * 5


def test_supported_languages_are_recognized() -> None:
    assert choose_language("\n".join(FRENCH), "") == "fr"
    assert choose_language("\n".join(ENGLISH), "") == "en"


def test_foreign_quotation_does_not_make_a_text_mixed() -> None:
    assert choose_language("\n".join((*FRENCH, *FRENCH, "Il cite : « It was the best of times, it was the worst of times. »")), "") == "fr"


@pytest.mark.parametrize(
    ("text", "declared", "message"),
    [
        (GERMAN, "", "in German"),
        (RUSSIAN, "", "not recognized"),
        ("\n".join((*FRENCH, *ENGLISH)), "", "mixes"),
        ("\n".join(FRENCH), "en", "declared as English, but reads as French"),
        (GERMAN, "fr", "reads as German"),
        ("\n".join(FRENCH), "de", 'language "de" is not supported'),
    ],
)
def test_refused_languages(text: str, declared: str, message: str) -> None:
    with pytest.raises(ReadingError, match=message) as caught:
        choose_language(text, declared)
    assert caught.value.hint


def test_declared_language_decides_where_the_words_do_not() -> None:
    assert choose_language("Jeanne Roux Jean Roux", "fr") == "fr"


def test_region_is_dropped() -> None:
    assert check_language("fr-CA") == "fr"
