"""The topic by the word for what it is: only where the article says it is one, and no other of its kind stands near."""

from quizgen.discourse.hypernyms import topic_named_by, topic_of
from tests.extraction.parses import analysis

IS_A_BREED = """
1 Le le DET Def|Masc|Sing 2 det
2 Trait _ NOUN Masc|Sing 5 nsubj
3 est être AUX Fin|Ind|Pres 5 cop
4 un _ DET Ind|Masc|Sing 5 det
5 cheval _ NOUN Masc|Sing 0 root
6 . _ PUNCT _ 5 punct
"""
THE_HORSE = """
1 Le le DET Def|Masc|Sing 2 det
2 cheval _ NOUN Masc|Sing 3 nsubj
3 court courir VERB Fin|Ind|Pres|Sing 0 root
4 . _ PUNCT _ 3 punct
"""
A_HORSE = """
1 Un _ DET Ind|Masc|Sing 2 det
2 cheval _ NOUN Masc|Sing 3 nsubj
3 court courir VERB Fin|Ind|Pres|Sing 0 root
4 . _ PUNCT _ 3 punct
"""


def meant(*sentences: str, title: str) -> str:
    """Return what the subject of the last sentence stands for."""
    made = analysis(*sentences, language="fr", title=title)
    found = topic_named_by(list(made.docs[-1].sents)[-1][1], made)
    return found.text if found else ""


def test_the_noun_of_the_topic_is_the_topic() -> None:
    assert meant(IS_A_BREED, THE_HORSE, title="Trait") == "le Trait"


def test_another_of_the_kind_in_between() -> None:
    assert meant(IS_A_BREED, A_HORSE, THE_HORSE, title="Trait") == ""


def test_a_thing_that_the_title_does_not_name_is_no_topic() -> None:
    assert meant(IS_A_BREED, THE_HORSE, title="Foires") == ""


def test_the_brackets_of_a_title_tell_the_kind_and_a_bare_name_stands_behind_it() -> None:
    film = THE_HORSE.replace("cheval", "film")
    assert meant(film, title="Marée (film)") == "le film Marée"
    assert meant(film, title="Marée (roman)") == ""


def test_another_gender_would_take_another_verb() -> None:
    mare = IS_A_BREED.replace("Le le DET Def|Masc", "La le DET Def|Fem").replace("Trait _ NOUN Masc", "Trait _ NOUN Fem")
    assert topic_of(analysis(mare, THE_HORSE, language="fr", title="Trait")) is None


IS_A_TOWN = """
1 Dover _ PROPN Sing 4 nsubj LOC
2 is be AUX Fin|Ind|Pres 4 cop
3 a _ DET Indef 4 det
4 city _ NOUN Sing 0 root
5 . _ PUNCT _ 4 punct
"""
THE_TOWN = """
1 The the DET Def 2 det
2 city _ NOUN Sing 3 nsubj
3 grew grow VERB Fin|Ind|Past 0 root
4 . _ PUNCT _ 3 punct
"""


def test_a_title_may_say_where_its_topic_is() -> None:
    for title, wanted in (("Dover, Kent", "Dover"), ("Folkestone, Kent", "")):
        made = analysis(IS_A_TOWN, THE_TOWN, language="en", title=title)
        found = topic_named_by(list(made.docs[-1].sents)[-1][1], made)
        assert (found.text if found else "") == wanted


def test_brackets_behind_the_name_say_nothing_of_it() -> None:
    city = """
1 Arles _ PROPN _ 7 nsubj LOC
2 ( _ PUNCT _ 3 punct
3 latin _ NOUN Masc|Sing 1 nmod
4 ) _ PUNCT _ 3 punct
5 est être AUX Fin|Ind|Pres|Sing 7 cop
6 une un DET Ind|Fem|Sing 7 det
7 ville _ NOUN Fem|Sing 0 root
8 . _ PUNCT _ 7 punct
"""
    topic = topic_of(analysis(city, language="fr", title="Arles"))
    assert topic is not None
    assert topic.name.text == "la ville de Arles"  # elision is mended later
