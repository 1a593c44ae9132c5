"""Distractors: from the article first, of the key's own kind, surely wrong; neighbours of numbers and dates."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.article import Article
from quizgen.facts import Date, Fact, Phrase, PhraseType, Quantity
from quizgen.languages import get_language
from quizgen.questions import Question
from quizgen.writing.distractor_checks import looks_alike, overlap
from quizgen.writing.distractor_pool import DistractorPool
from quizgen.writing.distractors import find_distractors
from quizgen.writing.grain import rank_of
from quizgen.writing.neighbours import bound, near_centuries, near_numbers, near_words, near_years
from quizgen.writing.rendering import write_questions
from quizgen.writing.templates import TemplateSet
from tests.writing.sample_facts import article, births, born, inaugurated, name, visitors

Templates = Callable[[str], TemplateSet]
FR = get_language("fr")


def pool(source: Article, templates: Templates, facts: Sequence[Fact], names: Sequence[Phrase] = (), seed: int = 0) -> DistractorPool:
    return DistractorPool(facts, names, source, get_language(source.language), templates(source.language), seed)


def question(one: Fact, templates: Templates, opening: str) -> Question:
    return next(q for q in write_questions(one, templates("fr"), FR)[0] if q.stem.startswith(opening))


def texts(one: Question, of: DistractorPool) -> list[str]:
    return [distractor.text for distractor in find_distractors(one, of)]


def test_siblings_of_the_article_come_first_with_their_place(french: Article, templates: Templates) -> None:
    facts = births(french)
    found = find_distractors(question(facts[0], templates, "Où"), pool(french, templates, facts))
    assert sorted(distractor.text for distractor in found) == ["Dijon", "Nantes"]
    for distractor in found:
        start, end = map(int, distractor.origin.removeprefix("article ").split("-"))
        assert french.text[start:end] == distractor.text


def test_another_true_answer_is_no_distractor(templates: Templates) -> None:
    text = "Jeanne Morel est née à Lyon. Jeanne Morel est née à Nantes. Louise Aubry est née à Dijon."
    source = article(text, "fr")
    facts = [
        born(source, "Jeanne Morel", "Lyon", "Jeanne Morel est née à Lyon.", "f"),
        born(source, "Jeanne Morel", "Nantes", "Jeanne Morel est née à Nantes.", "f"),
        born(source, "Louise Aubry", "Dijon", "Louise Aubry est née à Dijon.", "f"),
    ]
    assert texts(question(facts[0], templates, "Où"), pool(source, templates, facts)) == ["Dijon"]


def test_a_sentence_that_may_make_a_name_right_rules_it_out(templates: Templates) -> None:
    source = article("Jeanne Morel est née à Lyon. Plus tard, Jeanne Morel naquit presque née à Brest. Le port de Sète est petit.", "fr")
    facts = [born(source, "Jeanne Morel", "Lyon", "Jeanne Morel est née à Lyon.", "f")]
    names = [name(source, "Brest", PhraseType.PLACE), name(source, "Sète", PhraseType.PLACE)]
    assert texts(question(facts[0], templates, "Où"), pool(source, templates, facts, names)) == ["Sète"]


def test_names_of_the_same_sentence_or_stem_or_type_unlike_are_left_out(templates: Templates) -> None:
    source = article("Jeanne Morel est née à Lyon en France. Ada Stein aime Brest.", "fr")
    facts = [born(source, "Jeanne Morel", "Lyon", "Jeanne Morel est née à Lyon en France.", "f")]
    places = [name(source, place, PhraseType.PLACE) for place in ("France", "Brest")]
    names = [name(source, "Ada Stein", PhraseType.PERSON), *places]
    assert texts(question(facts[0], templates, "Où"), pool(source, templates, facts, names)) == ["Brest"]


def test_a_country_finds_countries_with_its_article(templates: Templates) -> None:
    source = article("Jeanne Morel est née à Brésil.", "fr")
    country = Phrase("le Brésil", PhraseType.PLACE, "m", bare="Brésil", is_name=True)
    one = born(source, "Jeanne Morel", "Brésil", "Jeanne Morel est née à Brésil.", "f")
    one = replace(one, slots=(one.slots[0], ("place", country)))
    found = find_distractors(question(one, templates, "Où"), pool(source, templates, [one]))
    assert len(found) == 2
    assert all(distractor.text.startswith("le ") and distractor.origin == "list: country" for distractor in found)


def test_a_town_finds_towns_of_its_continent_that_the_article_does_not_speak_of(templates: Templates) -> None:
    source = article("Jeanne Morel est née à Lisbonne. Les Romains ont conquis la Grèce ; Athènes est loin.", "fr")
    one = born(source, "Jeanne Morel", "Lisbonne", "Jeanne Morel est née à Lisbonne.", "f")
    found = find_distractors(question(one, templates, "Où"), pool(source, templates, [one]))
    assert [distractor.origin for distractor in found] == ["list: city"] * 2
    assert not {"Rome", "Athènes"} & {distractor.text for distractor in found}


def test_a_town_no_list_knows_finds_none(templates: Templates) -> None:
    source = article("Jeanne Morel est née à Vernes.", "fr")
    one = born(source, "Jeanne Morel", "Vernes", "Jeanne Morel est née à Vernes.", "f")
    assert texts(question(one, templates, "Où"), pool(source, templates, [one])) == []


def test_part_and_whole_are_not_set_side_by_side(templates: Templates) -> None:
    source = article("Jeanne Morel est née à Sète. On l'admire à Sète, en Occitanie. Elle aime Dijon.", "fr")
    one = born(source, "Jeanne Morel", "Sète", "Jeanne Morel est née à Sète.", "f")
    places = [name(source, place, PhraseType.PLACE) for place in ("Occitanie", "Dijon")]
    assert texts(question(one, templates, "Où"), pool(source, templates, [one], places)) == ["Dijon"]


def test_a_country_and_a_town_are_of_two_grains(templates: Templates) -> None:
    source = article("Jeanne Morel est née à Sète. Elle aime Dijon et le Portugal.", "fr")
    one = born(source, "Jeanne Morel", "Sète", "Jeanne Morel est née à Sète.", "f")
    places = [name(source, "Dijon", PhraseType.PLACE), name(source, "Portugal", PhraseType.PLACE)]
    assert texts(question(one, templates, "Où"), pool(source, templates, [one], places)) == ["Dijon"]


def test_a_hall_or_a_treaty_taken_for_a_place_is_no_town(templates: Templates) -> None:
    source = article("Jeanne Morel est née à Sète. Elle aime Dijon, la Halle Grise et le Traité de Vernes.", "fr")
    one = born(source, "Jeanne Morel", "Sète", "Jeanne Morel est née à Sète.", "f")
    places = [name(source, place, PhraseType.PLACE) for place in ("Dijon", "Halle Grise", "Traité de Vernes")]
    assert texts(question(one, templates, "Où"), pool(source, templates, [one], places)) == ["Dijon"]


FORMATS = [("à Vernes", "Lyon", False), ("à Vernes", "au Brésil", True), ("l'OIC", "CFP", False), ("Lyon", "Brest", True),
            ("six", "26", False), ("en Eurasie", "au IXe", False), ("Ada Stein", "Vernes's Kim Roy", False)]  # fmt: skip


@pytest.mark.parametrize(("key", "text", "alike"), FORMATS)
def test_options_have_one_format(key: str, text: str, alike: bool) -> None:
    assert looks_alike(text, key) is alike


RANKS = [("l'université de Vernes", "université"), ("FIFA", "initials"), ("Novatis", ""), ("la Banque Morel", "banque")]


@pytest.mark.parametrize(("text", "rank"), RANKS)
def test_what_an_organization_says_it_is(text: str, rank: str) -> None:
    assert rank_of(Phrase(text, PhraseType.ORGANIZATION, is_name=True), "fr") == rank


def test_a_name_of_the_article_comes_with_its_determiner(templates: Templates) -> None:
    source = article("Le chantier de la NOVA est fini. VEGA attend.", "fr")
    of = pool(source, templates, [])
    assert of.as_written(Phrase("NOVA", PhraseType.ORGANIZATION, is_name=True)).text == "la NOVA"
    assert of.as_written(Phrase("VEGA", PhraseType.ORGANIZATION, is_name=True)).text == "VEGA"


def test_small_numbers_in_words_have_neighbours_in_words() -> None:
    found = near_words("four teams", Quantity("four teams", "4", "four", "teams"), get_language("en"), 0)
    assert {"three teams", "five teams"} < set(found)
    assert all(re.fullmatch(r"[a-z]+ teams", text) for text in found)
    assert near_words("one team", Quantity("one team", "1", "one", "team"), get_language("en"), 0) == ()


def test_decades_and_centuries_have_neighbours() -> None:
    assert "the 1920s" in near_centuries("the 1930s", Date("the 1930s", "1930/1939", "decade"), 0)
    assert near_centuries("XIXe siècle", Date("XIXe siècle", "1801/1900", "century"), 0) == ("XVIIe siècle", "XVIIIe siècle", "XXe siècle")
    assert near_centuries("20th century", Date("20th century", "1901/2000", "century"), 0) == ()
    assert near_centuries("nineteenth century", Date("nineteenth century", "1801/1900", "century"), 0) == ()


def test_years_get_neighbours_that_are_not_in_the_future(french: Article, templates: Templates) -> None:
    source = replace(french, published="1935-01-01")
    one = question(inaugurated(source), templates, "En quelle")
    found = find_distractors(one, pool(source, templates, [inaugurated(source)]))
    assert [distractor.origin for distractor in found] == ["neighbour of the key"] * 2
    assert all(int(distractor.text) <= 1935 for distractor in found)


def test_more_than_a_number_is_not_also_more_than_less(french: Article, templates: Templates) -> None:
    one = question(visitors(french), templates, "Le musée")
    for text in texts(one, pool(french, templates, [visitors(french)])):
        assert int(text.removeprefix("plus de ").replace(" ", "")) > 25000


NUMBERS = [
    ("80 %", "80", "", True, r"\d0 %"),
    ("2 460 mètres", "2460", "", False, r"(?:\d )?\d\d0 mètres"),
    ("0,8 %", "0.8", "", True, r"\d,\d %"),
    ("1,5 million", "1500000", "", False, r"\d,\d million"),
    ("environ 30 000", "30000", "environ", False, r"environ \d+ ?0 000|environ \d0 000"),
]


@pytest.mark.parametrize(("key", "number", "qualifier", "is_percentage", "like"), NUMBERS)
def test_neighbours_of_a_number_have_its_format(key: str, number: str, qualifier: str, is_percentage: bool, like: str) -> None:
    found = near_numbers(key, Quantity(key, number, key, qualifier=qualifier, is_percentage=is_percentage), "fr", 0)
    assert len(found) >= 1
    assert all(re.fullmatch(like, text) and text != key for text in found)


def test_a_number_in_words_or_two_numbers_have_no_neighbours() -> None:
    assert near_numbers("sept", Quantity("sept", "7", "sept"), "fr", 0) == ()
    assert near_numbers("7 à 9", Quantity("7 à 9", "7", "7 à 9"), "fr", 0) == ()


def test_a_century_has_no_neighbours() -> None:
    assert near_years("XIXe siècle", Date("XIXe siècle", "1801/1900", "century"), 2000, 0) == ()


def test_both_apostrophes_of_a_qualifier() -> None:
    assert bound("plus d’", "fr") == bound("plus d'", "fr") == "at_least"
    assert bound("up to", "en") == "at_most"
    assert bound("about", "en") == ""


@given(st.integers(1, 10**9), st.integers(0, 5))
def test_neighbours_differ_from_the_number_and_are_positive(value: int, seed: int) -> None:
    found = near_numbers(str(value), Quantity(str(value), str(value), str(value)), "en", seed)
    assert len(set(found)) == len(found)
    assert all(int(text) > 0 and int(text) != value for text in found)
    assert found == near_numbers(str(value), Quantity(str(value), str(value), str(value)), "en", seed)


@given(st.integers(1000, 2100), st.integers(1000, 2100))
def test_neighbour_years_are_no_later_than_the_article(year: int, latest: int) -> None:
    found = near_years(str(year), Date(str(year), str(year), "year"), latest, 0)
    assert all(int(text) <= max(year, latest) and int(text) != year for text in found)


@pytest.mark.parametrize(("one", "other"), [("Carrez", "Thierry Carrez"), ("OMS", "Organisation mondiale de la santé"), ("Lyon", "lyon")])
def test_one_answer_by_two_names_overlaps(one: str, other: str) -> None:
    assert overlap(one, other)
    assert overlap(other, one)


@pytest.mark.parametrize(
    ("key", "iso"), [("1er avril 1776", "1776-04-01"), ("October 16, 1973", "1973-10-16"), ("12 mai 1953", "1953-05-12")]
)
def test_full_dates_have_neighbours_on_other_days(key: str, iso: str) -> None:
    found = near_years(key, Date(key, iso, "day"), 2000, 0)
    days = [re.findall(r"(?<!\d)\d{1,2}(?!\d)", text) for text in (key, *found[:2])]
    assert len({tuple(day) for day in days}) == 3
    assert all("er" not in re.sub(r"[A-Za-zéû]{4,}", "", text) for text in found)
