"""French noun phrases: articles, agreement, places, offices; and what the language makes of whole stems."""

import pytest

from quizgen.facts import Phrase, PhraseType, Quantity
from quizgen.languages.base import CannotPhrase
from quizgen.languages.fr import LANGUAGE, phrases

CURIE = Phrase("Marie Curie", type=PhraseType.PERSON, is_name=True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("France", "en France"),
        ("Iran", "en Iran"),
        ("le Canada", "au Canada"),
        ("les États-Unis", "aux États-Unis"),
        ("Cuba", "à Cuba"),
        ("Utrecht", "à Utrecht"),
        ("Le Havre", "au Havre"),
    ],
)
def test_locative(text: str, expected: str) -> None:
    assert phrases.locative(Phrase(text)) == expected


def test_place_with_its_preposition() -> None:
    assert phrases.locative(Phrase("à Paris")) == "à Paris"
    assert phrases.place_name(Phrase("au Canada")) == "Canada"
    assert phrases.place_name(Phrase("Le Havre")) == "Le Havre"


def test_locative_refuses_a_place_without_sure_preposition() -> None:
    with pytest.raises(CannotPhrase):
        phrases.locative(Phrase("la Sorbonne"))


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        (Phrase("un outil de test"), "l'outil de test"),
        (Phrase("filiale d'EDF"), "la filiale d'EDF"),
        (Phrase("deux clubs", number="p"), "les deux clubs"),
        (Phrase("la directrice"), "la directrice"),
        (Phrase("héros", gender="m"), "le héros"),
    ],
)
def test_definite(phrase: Phrase, expected: str) -> None:
    assert phrases.definite(phrase) == expected


def test_office_takes_the_gender_of_its_holder() -> None:
    assert phrases.office(Phrase("ministre"), CURIE, Phrase("le Travail")) == "la ministre du Travail"
    with pytest.raises(CannotPhrase):
        phrases.office(Phrase("ministre"), Phrase("X. Durand", type=PhraseType.PERSON))


def test_agreement_with_a_name() -> None:
    assert phrases.agree("né", CURIE) == "née"
    assert phrases.passive_past(Phrase("les revues", gender="f", number="p"), "créé") == "ont été créées"


def test_identified_refuses_a_description_that_fits_many_things() -> None:
    assert phrases.identified(Phrase("un outil qui automatise des tests")) == "l'outil qui automatise des tests"
    with pytest.raises(CannotPhrase):
        phrases.identified(Phrase("un logiciel libre"))


def test_describe_reads_gender_and_number_from_the_determiner() -> None:
    described = LANGUAGE.describe(Phrase("les fondations"))
    assert (described.bare, described.gender, described.number) == ("fondations", "f", "p")
    assert LANGUAGE.describe(CURIE).gender == "f"
    assert LANGUAGE.describe(Phrase("Le Corbusier")).bare == "Le Corbusier"


def test_finish_stem_mends_and_capitalizes() -> None:
    assert LANGUAGE.finish_stem("en quelle  année de le projet a-t-il fini?") == "En quelle année du projet a-t-il fini ?"
    assert LANGUAGE.finish_stem("« iPhone » est") == "« iPhone » est"


def test_attributed_opens_with_the_source() -> None:
    assert LANGUAGE.attributed("Combien de modules ?", Phrase("Thierry Carrez")) == "Selon Thierry Carrez, combien de modules ?"
    assert LANGUAGE.attributed("OpenStack progresse.", Phrase("Thierry Carrez")) == "Selon Thierry Carrez, OpenStack progresse."
    assert LANGUAGE.attributed("La tour penche.", Phrase("Ada Stein")) == "Selon Ada Stein, la tour penche."


def test_accepted_variants() -> None:
    assert "de Gaulle" in LANGUAGE.accepted_variants("Charles de Gaulle", Phrase("Charles de Gaulle", type=PhraseType.PERSON, is_name=True))
    assert LANGUAGE.accepted_variants("la fondation OpenInfra", Phrase("la fondation OpenInfra")) == ("fondation OpenInfra",)
    assert "trois" in LANGUAGE.accepted_variants("3", Quantity("3 modules", "3", "3", "modules"))
