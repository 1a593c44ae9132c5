"""A log of a day gives no facts; news that once tells the hour does."""

from pathlib import Path

import pytest

from quizgen.pipeline import MakeOptions, find_facts
from quizgen.reading import ReadingOptions

OPENING = {"en": "The mayor of Harwick spoke yesterday of the march.", "fr": "Le maire de Vannes a parlé hier de la marche."}
HOURLY = {
    "en": "At {0}:30 am, {0} marchers reached Harwick and Anna Lindqvist spoke to the crowd.",
    "fr": "Vers {0}h30, {0} marcheurs ont atteint Vannes et Ada Stein a parlé à la foule.",
}
DAILY = {
    "en": "On May {0}, 2018, Anna Lindqvist opened a bridge of {0}0 arches at Harwick for the trams of the town.",
    "fr": "Le {0} mai 2018, Ada Stein a ouvert à Vannes un pont de {0}0 arches pour les tramways de la ville.",
}


def facts_of(language: str, sentences: list[str], tmp_path: Path) -> int:
    """Return how many facts a piece of news made of `sentences` gives."""
    path = tmp_path / "news.txt"
    header = "---\ntitle: The bridge of Harwick\ndate: 2018-05-10\n---\n\n"
    path.write_text(header + " ".join((OPENING[language], *sentences)) + "\n", encoding="utf-8")
    return len(find_facts(str(path), MakeOptions(reading=ReadingOptions(language=language)))[1])


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_log_of_a_day_gives_no_facts(language: str, tmp_path: Path) -> None:
    assert facts_of(language, [HOURLY[language].format(hour) for hour in range(6, 12)], tmp_path) == 0


@pytest.mark.parametrize("language", ["en", "fr"])
def test_news_that_tells_one_hour_gives_facts(language: str, tmp_path: Path) -> None:
    told = [HOURLY[language].format(6), *(DAILY[language].format(day) for day in range(3, 9))]
    assert facts_of(language, told, tmp_path) > 0
