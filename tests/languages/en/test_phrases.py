"""English noun phrases: articles, possessives, question words."""

import pytest

from quizgen.facts import Phrase, PhraseType
from quizgen.languages.base import CannotPhrase
from quizgen.languages.en import phrases

NAMED = {"is_name": True}


def person(text: str, **parts: object) -> Phrase:
    return Phrase(text, PhraseType.PERSON, is_name=True, **parts)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("word", "article"),
    [
        ("hour", "an"),
        ("university", "a"),
        ("MRI scan", "an"),
        ("European country", "a"),
        ("NASA engineer", "a"),
        ("UN agency", "a"),
        ("unit", "a"),
        ("uninteresting film", "an"),
        ("umbrella", "an"),
        ("one-off", "a"),
        ("heir", "an"),
        ("house", "a"),
        ("FBI agent", "an"),
        ("OPEC member", "an"),
        ("18-year-old", "an"),
        ("80", "an"),
        ("11", "an"),
        ("110", "a"),
        ("X-ray", "an"),
        ("UNESCO site", "a"),
        ("honest man", "an"),
        ("user", "a"),
        ("Ugandan", "a"),
        ("MIT student", "an"),
        ("unanimous vote", "a"),
    ],
)
def test_indefinite_article_follows_the_sound(word: str, article: str) -> None:
    assert phrases.indefinite_article(word) == article


def test_articles() -> None:
    assert phrases.a(Phrase("the hour")) == "an hour"
    assert phrases.a(Phrase("hours", number="p")) == "hours"
    assert phrases.the(Phrase("a tool")) == "the tool"
    assert phrases.the(Phrase("general manager")) == "the general manager"
    assert phrases.the(person("Ada Lovelace")) == "Ada Lovelace"
    assert phrases.the("France's best-known cloud") == "France's best-known cloud"
    assert phrases.bare("all the tests") == "tests"
    assert phrases.bare(Phrase("the OpenInfra Foundation")) == "OpenInfra Foundation"


def test_possessive() -> None:
    assert phrases.possessive(person("James")) == "James's"
    assert phrases.possessive(Phrase("the foundations", number="p")) == "the foundations'"
    assert phrases.possessive(Phrase("the children", number="p")) == "the children's"
    with pytest.raises(CannotPhrase):
        phrases.possessive(Phrase("the director of the museum"))


@pytest.mark.parametrize(
    ("phrase", "word"),
    [
        (person("Ada Lovelace"), "Who"),
        (Phrase("a composer", PhraseType.PERSON), "Who"),
        (Phrase("NASA", PhraseType.ORGANIZATION, is_name=True), "Which organization"),
        (Phrase("a hosting company", PhraseType.ORGANIZATION), "What"),
        (Phrase("the United States", PhraseType.PLACE, is_name=True), "Which country"),
        (Phrase("Geneva", PhraseType.PLACE, is_name=True), "Which place"),
        (Phrase("helium", PhraseType.WORK, is_name=True), "What"),
    ],
)
def test_question_word(phrase: Phrase, word: str) -> None:
    assert phrases.wh(phrase) == word


def test_question_word_for_several() -> None:
    two = Phrase("Syria and Egypt", PhraseType.PLACE, is_name=True, is_list=True)
    assert phrases.which(two) == "Which two countries"
    three = Phrase("Amazon, Microsoft and Google", PhraseType.ORGANIZATION, is_name=True, is_list=True)
    assert phrases.which(three) == "Which three organizations"
    with pytest.raises(CannotPhrase):
        phrases.which(person("Cleve and Langlet, two chemists in Uppsala"))


def test_first_letter_stays_in_names() -> None:
    assert phrases.lower_first("Director of the museum") == "director of the museum"
    for kept in ("NASA", "I", "French engineer", "March", "OpenStack", "Ada"):
        assert phrases.lower_first(kept) == kept


def test_definite() -> None:
    assert phrases.definite(Phrase("the space agency")) == "the space agency"
    assert phrases.definite(Phrase("France's best-known cloud")) == "France's best-known cloud"
    with pytest.raises(CannotPhrase):
        phrases.definite(Phrase("a tool"))


def test_office() -> None:
    house = Phrase("the OpenInfra Foundation", PhraseType.ORGANIZATION, is_name=True)
    assert phrases.office(Phrase("the General manager"), house) == "general manager of the OpenInfra Foundation"
    assert phrases.office(Phrase("director of the OpenInfra Foundation"), house) == "director of the OpenInfra Foundation"
    assert phrases.office(Phrase("the president of Peru")) == "president of Peru"
    for refused in ("a member of the Society", "the director"):
        with pytest.raises(CannotPhrase):
            phrases.office(Phrase(refused))


@pytest.mark.parametrize(
    ("text", "head"),
    [("an American hosting company of Texas", "company"), ("the first two users of OpenStack", "users"), ("tests", "tests")],
)
def test_head_noun(text: str, head: str) -> None:
    assert phrases.head_noun(Phrase(text)) == head


def test_describe_fills_in_what_is_missing() -> None:
    made = phrases.describe(person("Marie Curie"))
    assert (made.bare, made.head, made.gender, made.number, made.is_definite) == ("Marie Curie", "Marie Curie", "f", "s", True)
    assert phrases.describe(person("Sir Humphry Davy")).gender == "m"
    assert phrases.describe(Phrase("these tests")).number == "p"
    assert not phrases.describe(Phrase("a test")).is_definite


@pytest.mark.parametrize(
    ("name", "surname"),
    [("Marie Curie", "Curie"), ("Ludwig van Beethoven", "van Beethoven"), ("Plato", ""), ("Martin Luther King Jr.", "")],
)
def test_surname(name: str, surname: str) -> None:
    assert phrases.surname(person(name)) == surname
