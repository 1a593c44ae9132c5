"""Elision and contraction in French."""

import pytest

from quizgen.languages.fr.elision import contract, elide, elides_before, mend


@pytest.mark.parametrize(
    "word", ["OpenStack", "histoire", "Henri", "héroïne", "ONU", "Yves", "Yonne", "un", "« École »", "Hôtel de Ville", "HEC", "œuvre"]
)
def test_elision_before_vowel_and_mute_h(word: str) -> None:
    assert elides_before(word)


@pytest.mark.parametrize(
    "word", ["onze", "Hongrie", "Hawking", "héros", "haïku", "FMI", "SFR", "80 %", "Yémen", "yaourt", "uhlan", "haute école", "le pont"]
)
def test_no_elision_before_aspirated_h_figures_and_exceptions(word: str) -> None:
    assert not elides_before(word)


def test_elide_joins_que_and_a_name() -> None:
    assert elide("que", "Exaion utilise") == "qu'Exaion utilise"
    assert elide("que", "HPE utilise") == "que HPE utilise"


@pytest.mark.parametrize(
    ("phrase", "after_de", "after_a"),
    [
        ("le traité", "du traité", "au traité"),
        ("les Alpes", "des Alpes", "aux Alpes"),
        ("l'ONU", "de l'ONU", "à l'ONU"),
        ("OpenStack", "d'OpenStack", "à OpenStack"),
        ("la fondation", "de la fondation", "à la fondation"),
        ("le héros", "du héros", "au héros"),
        ("Le Havre", "du Havre", "au Havre"),
        ("Le Corbusier", "de Le Corbusier", "à Le Corbusier"),
        ("Charles de Gaulle", "de Charles de Gaulle", "à Charles de Gaulle"),
        ("des logiciels", "de logiciels", "à des logiciels"),
    ],
)
def test_contraction(phrase: str, after_de: str, after_a: str) -> None:
    assert contract("de", phrase) == after_de
    assert contract("à", phrase) == after_a


@pytest.mark.parametrize(
    ("written", "mended"),
    [
        ("Qu'est-ce que OpenStack ?", "Qu'est-ce qu'OpenStack ?"),
        ("le nom de le projet", "le nom du projet"),
        ("de le État", "de l'État"),
        ("à le premier jour", "au premier jour"),
        ("chargé de le défendre", "chargé de le défendre"),
        ("afin de les en sortir", "afin de les en sortir"),
        ("si il vient", "s'il vient"),
        ("à la une", "à la une"),
        ("le onze", "le onze"),
    ],
)
def test_mend(written: str, mended: str) -> None:
    assert mend(written) == mended
