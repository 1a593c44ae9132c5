"""The registry: one entity for a full name and its surname, typed by votes, found with or without its determiner."""

from quizgen.facts import PhraseType
from quizgen.syntax.registry import Registry, bare_name, build_registry
from tests.extraction.parses import paragraph

FULL = """
1 Ada _ PROPN _ 3 nsubj PER
2 Stone _ PROPN _ 1 flat PER
3 met meet VERB Fin|Past 0 root
4 Mary _ PROPN _ 3 obj PER
5 Reed _ PROPN _ 4 flat PER
6 . _ PUNCT _ 3 punct
"""
SURNAME = """
1 In _ ADP _ 2 case
2 Tulsa _ PROPN _ 4 obl LOC
3 Stone _ PROPN _ 4 nsubj PER
4 wrote write VERB Fin|Past 0 root
5 . _ PUNCT _ 4 punct
"""
NAMESAKE = """
1 Later later ADV _ 4 advmod
2 Paul _ PROPN _ 4 nsubj PER
3 Stone _ PROPN _ 2 flat PER
4 wrote write VERB Fin|Past 0 root
5 . _ PUNCT _ 4 punct
"""
OPENING = """
1 Wood _ PROPN _ 2 nsubj ORG
2 burns burn VERB Fin|Pres 0 root
3 . _ PUNCT _ 2 punct
"""
FRENCH = """
1 Une un DET Indef|Fem 2 det
2 Parisienne parisien NOUN Fem|Sing 3 nsubj
3 visite visiter VERB Fin|Pres 0 root
4 la le DET Def|Fem|Sing 5 det LOC
5 Corse _ PROPN _ 3 obj LOC
6 . _ PUNCT _ 3 punct
"""


def registry(*sentences: str, adjectives: frozenset[str] = frozenset(), language: str = "en") -> Registry:
    doc = paragraph(sentences, language)
    doc.user_data["offset"] = 100
    return build_registry([doc], adjectives)


def test_surname_after_its_full_name_is_the_same_person() -> None:
    found = registry(FULL, SURNAME)
    stone = found.find("Stone")
    assert stone is found.find("Ada Stone")
    assert (stone.name, stone.type, stone.mentions) == ("Ada Stone", PhraseType.PERSON, 2)
    assert stone.aliases == {"Stone"}


def test_surname_of_two_people_is_neither() -> None:
    found = registry(FULL, NAMESAKE, SURNAME)
    assert found.find("Stone").name == "Stone"


def test_surname_before_the_full_name_stays_apart() -> None:
    assert registry(SURNAME, FULL).find("Stone").name == "Stone"


def test_first_mention_is_an_offset_in_the_article() -> None:
    found = registry(FULL, SURNAME)
    assert found.find("Ada Stone").first == 100
    assert found.find("Tulsa").first == 100 + len("Ada Stone met Mary Reed. In ")


def test_most_mentioned_comes_first() -> None:
    assert next(phrase.text for phrase in registry(FULL, SURNAME).phrases()) == "Ada Stone"


def test_lone_word_that_only_opens_sentences_is_no_name() -> None:
    assert registry(OPENING).find("Wood") is None


def test_adjective_of_a_country_names_nothing() -> None:
    assert registry(SURNAME, adjectives=frozenset({"tulsa"})).find("Tulsa") is None


def test_name_is_found_with_its_determiner() -> None:
    found = registry(FRENCH, language="fr")
    assert found.find("la Corse") is found.find("Corse")
    assert found.find("Corse").type is PhraseType.PLACE


def test_bare_name_loses_determiner_possessive_and_quotes() -> None:
    assert bare_name("the  Louvre's") == "Louvre"
    assert bare_name("l’« Hermione »") == "Hermione"
    assert bare_name("Lagrange") == "Lagrange"


MIDDLE = """
1 Ada _ PROPN _ 4 nsubj PER
2 Mary _ PROPN _ 1 flat PER
3 Stone _ PROPN _ 1 flat PER
4 wrote write VERB Fin|Past 0 root
5 . _ PUNCT _ 4 punct
"""
SPELT = """
1 Then then ADV _ 4 advmod
2 Cloud _ PROPN _ 4 nsubj ORG
3 Base _ PROPN _ 2 flat ORG
4 grew grow VERB Fin|Past 0 root
5 and _ CCONJ _ 7 cc
6 CloudBase _ PROPN _ 7 nsubj ORG
7 grew grow VERB Fin|Past 4 conj
8 with _ ADP _ 9 case
9 CloudBase _ PROPN _ 7 obl ORG
10 . _ PUNCT _ 4 punct
"""
ARTICLED = """
1 Here here ADV _ 3 advmod
2 L'Astre _ PROPN _ 3 nsubj PER
3 wrote write VERB Fin|Past 0 root
4 . _ PUNCT _ 3 punct
"""


def test_a_middle_name_makes_nobody_else() -> None:
    found = registry(FULL, MIDDLE, SURNAME)
    assert {found.find(name).name for name in ("Stone", "Ada Stone", "Ada Mary Stone")} == {"Ada Stone"}


def test_spellings_of_one_name_are_one_entity_under_the_commonest() -> None:
    assert registry(SPELT).find("Cloud Base").name == "CloudBase"


def test_a_name_keeps_the_article_that_is_part_of_it() -> None:
    found = registry(ARTICLED)
    assert found.find("L'Astre").name == found.find("Astre").name == "L'Astre"
    assert found.phrases()[0].span.start == 100 + len("Here ")
