"""What of a sentence told whole is blanked: a case for what is, one that looks alike and is not."""

from pathlib import Path

import pytest

from quizgen.annotation import load_pipeline
from quizgen.extraction.passages.blanks import blanks
from quizgen.extraction.passages.cutting import first_part
from quizgen.extraction.sentences import sentences
from quizgen.languages import get_language
from quizgen.pipeline import analyze
from quizgen.reading import ReadingOptions, read_article

FILLING = {
    "en": " ".join(f"The mill of the old valley grinds corn for the farmers of village number {n} every autumn." for n in range(1, 9)),
    "fr": " ".join(f"Le moulin de la vieille vallée moud le grain des fermiers du hameau numéro {n} chaque automne." for n in range(1, 9)),
}


def blanked(language: str, sentence: str, tmp_path: Path) -> set[str]:
    """Return the words of `sentence` that may be blanked, each behind its slot."""
    path = tmp_path / "article.txt"
    path.write_text(f"A title\n\n{FILLING[language]}\n\n{sentence}\n", encoding="utf-8")
    made = analyze(read_article(str(path), ReadingOptions(language=language)), get_language(language), load_pipeline(language))
    told = next(s for s in sentences(made) if s.evidence.text == sentence)
    return {f"{blank.slot}: {blank.words}" for blank in blanks(first_part(told, made), made)}


CASES = [
    ("en", "The Harwick bridge, designed by Anna Lindqvist, was opened to traffic in 1932.", "date: 1932", True),
    ("en", "The Harwick bridge was mended according to the 1932 census of old bridges.", "date: 1932", False),
    ("en", "Between 1920 and 1932 the Harwick bridge carried the trams of the town.", "date: 1932", False),
    ("en", "The Harwick bridge rests on 48 arches of yellow brick above the river.", "quantity: 48", True),
    ("en", "The Harwick bridge spans three rivers, the Tarn, the Ouse and the Lune.", "quantity: three", False),
    ("en", "The Harwick bridge is 300 metres (980 feet) long and crosses the river below the town.", "quantity: 980", False),
    ("en", "The Harwick bridge was designed in 1932 by the Swedish engineer Anna Lindqvist.", "name: Anna Lindqvist", True),
    ("en", "The Harwick bridge was drawn by Monet, Anna Lindqvist and Turner in 1932.", "name: Anna Lindqvist", False),
    ("en", "According to Anna Lindqvist, the Harwick bridge was built of yellow brick in 1932.", "name: Anna Lindqvist", False),
    ("en", "Among engineers, the shaking of a bridge in the wind is known as aeolian flutter.", "term: aeolian flutter", True),
    ("en", "The Harwick bridge carried all the trams of the town; drivers knew it as the “iron gate”.", "term: iron gate", False),
    ("en", "The Harwick bridge was shown by Anna Lindqvist to the mayor of Bergen in the spring.", "name: Bergen", True),
    ("en", "The Harwick bridge was shown by Anna Lindqvist to a painter from France in the spring.", "name: France", False),
    ("en", "The Harwick bridge was shown by Anna Lindqvist to ships from the Atlantic in the spring.", "name: Atlantic", False),
    ("en", "The Harwick bridge was painted by her brother Karl Lindqvist for a fair in 1932.", "name: Karl Lindqvist", False),
    ("en", "The Harwick bridge leads from Lindby to the quays of Lindby Harbour on the river.", "name: Lindby Harbour", False),
    ("en", "The Harwick bridge was shown in the film A Narrow Gate about the engineers of the river.", "name: Narrow Gate", False),
    ("en", "Anna Lindqvist graduated in engineering from the school of the old town in 1932.", "date: 1932", False),
    ("en", "The Harwick bridge was planned in 1920, begun in 1925 and opened to all trams in 1932.", "date: 1932", False),
    ("en", "The Harwick bridge rests on seven arches of yellow brick above the river.", "quantity: seven", False),
    ("fr", "Le pont de Harwick fut montré par Anna Lindqvist au maire de Bergen au printemps.", "name: Bergen", True),
    ("fr", "Le pont de Harwick fut montré par Anna Lindqvist à un peintre venu de France au printemps.", "name: France", False),
    ("fr", "Le pont de Harwick fut peint pour une foire de 1932 par son frère Karl Lindqvist.", "name: Karl Lindqvist", False),
    ("fr", "Anna Lindqvist obtient son diplôme d'ingénieur à l'école de la vieille ville en 1932.", "date: 1932", False),
    ("en", "The Harwick bridge was drawn in 1932 by painters like Anna Lindqvist of the old town.", "name: Anna Lindqvist", False),
    ("fr", "Le pont de Harvic fut dessiné en 1932 par des peintres comme Anna Lindqvist.", "name: Anna Lindqvist", False),
    ("en", "The Harwick bridge was sold to the town in 1932 after the flood swept its arches away.", "date: 1932", True),
    ("en", "The Harwick bridge was sold to the town after the flood swept its arches away in 1932.", "date: 1932", False),
    ("en", "The Harwick bridge stays closed to all trams and cars from 25 to 30 days each winter.", "quantity: 25", False),
    ("en", "The Harwick bridge was drawn for the mint, and gold came from the Gold Mint of Bergen.", "name: Gold Mint", False),
    ("fr", "Le pont de Harvic fut fermé à 21 heures à tous les tramways de la ville.", "quantity: 21", False),
    ("fr", "Le pont de Harvic fut fermé pendant 21 heures à tous les tramways de la ville.", "quantity: 21", True),
    ("en", "The Harwick bridge carries only 40 trams of the town on each day of winter.", "quantity: 40", True),
    ("en", "The Harwick bridge was called “too narrow” by the drivers of the trams.", "term: too narrow", False),
    ("en", "The town of Harwick paid $800 for each of the iron arches of the bridge.", "quantity: $800", True),
    ("en", "The rebuilding of the Harwick bridge began in 348 Pachomian years of the town.", "quantity: 348", False),
    ("en", "The Harwick bridge fell, an engineer quoted by Anna Lindqvist said, in the flood of 1932.", "name: Anna Lindqvist", False),
    ("fr", "Les habitants de Harvic appellent le numéro 911 dès que le pont se met à trembler.", "quantity: 911", False),
    ("fr", "Le pont de Harvic, dessiné par Anna Lindqvist, fut ouvert à la circulation en 1932.", "date: 1932", True),
    ("fr", "Entre 1920 et 1932, le pont de Harvic porta les tramways de la ville.", "date: 1932", False),
    ("fr", "Le pont de Harvic repose sur 48 arches de brique jaune au-dessus du fleuve.", "quantity: 48", True),
    ("fr", "Le pont de Harvic franchit trois rivières, la Seille, la Moselle et la Sarre.", "quantity: trois", False),
    ("fr", "Le pont de Harvic fut dessiné en 1932 par l'ingénieure suédoise Anna Lindqvist.", "name: Anna Lindqvist", True),
    ("fr", "Selon Anna Lindqvist, le pont de Harvic fut bâti en brique jaune en 1932.", "name: Anna Lindqvist", False),
    ("fr", "Les habitants donnent à ce long pont de brique le surnom de « dragon jaune ».", "term: dragon jaune", True),
    ("fr", "Les conducteurs des tramways trouvent le pont de Harvic « trop étroit » pour eux.", "term: trop étroit", False),
]


@pytest.mark.parametrize(("language", "sentence", "blank", "is_asked"), CASES, ids=[f"{c[0]} {c[2]} {n}" for n, c in enumerate(CASES)])
def test_what_is_blanked(language: str, sentence: str, blank: str, is_asked: bool, tmp_path: Path) -> None:
    found = blanked(language, sentence, tmp_path)
    assert (blank in found) == is_asked, found
