"""Letters are told with what they stand for, persons by their full names, and what nobody explains is not told."""

import pytest

from quizgen.article import TextSpan
from quizgen.extraction.alone import Unnamed
from quizgen.extraction.fuller_names import with_full_names
from quizgen.facts import Clause, Complement, Evidence, Fact, Passage, Phrase
from tests.extraction.parses import analysis

OFFICE = """
1 L' le DET Def|Sing 2 det
2 Office _ PROPN Masc|Sing 7 nsubj ORG
3 vernois _ ADJ Masc|Sing 2 amod ORG
4 ( _ PUNCT _ 5 punct
5 OV _ PROPN _ 2 appos
6 ) _ PUNCT _ 5 punct
7 aide aider VERB Fin|Ind|Pres|Sing 0 root
8 Ada _ PROPN _ 7 obj PER
9 Stein _ PROPN _ 8 flat PER
10 . _ PUNCT _ 7 punct
"""
STEIN = """
1 Stein _ PROPN _ 2 nsubj PER
2 part partir VERB Fin|Ind|Pres|Sing 0 root
3 chez _ ADP _ 4 case
4 Stein _ PROPN _ 2 obl PER
5 . _ PUNCT _ 2 punct
"""


def told(subject: str, complement: str, context: str = "Vernes") -> str:
    clause = Clause(Phrase(subject), "aide", complements=(Complement(complement, "object", complement),))
    fact = Fact("action", (("action", clause),), Evidence(TextSpan(0, 0, "")), "rule", 1.0, contexts=(context,))
    found = with_full_names(fact, analysis(OFFICE, STEIN, language="fr")).values["action"]
    assert isinstance(found, Clause)
    return f"{found.subject.text} aide {found.complements[0].text}"


def test_letters_are_told_with_what_they_stand_for() -> None:
    assert told("l'OV", "la mer") == "l'Office vernois (OV) aide la mer"
    assert told("l'Office vernois", "l'OV") == "l'Office vernois aide l'OV"


def test_letters_that_nobody_explains_are_not_told() -> None:
    with pytest.raises(Unnamed):
        told("le QZX", "la mer")
    assert told("l'ONU", "la mer") == "l'ONU aide la mer"
    assert told("le QZX", "la mer", context="Le QZX à Vernes") == "le QZX aide la mer"
    assert told("le Q&Z", "la mer", context="Quai et Zone de Vernes") == "le Q&Z aide la mer"
    assert told("Louis XIV", "le RMS Vernes") == "Louis XIV aide le RMS Vernes"


def test_a_person_is_told_by_the_full_name_unless_the_frame_names_him() -> None:
    assert told("la mer", "Stein") == "la mer aide Ada Stein"
    assert told("la mer", "Stein", context="Ada Stein") == "la mer aide Stein"


TRAIL = """
1 The the DET Def 4 det
2 Katy _ PROPN Sing 4 compound PER
3 Osage _ PROPN Sing 4 compound PER
4 Trail _ PROPN Sing 5 nsubj PER
5 ends end VERB Fin|Ind|Pres|Sing 0 root
6 near _ ADP _ 7 case
7 Trail _ PROPN Sing 5 obl PER
8 . _ PUNCT _ 5 punct
"""


def test_a_short_name_within_a_longer_one_stays() -> None:
    passage = Passage("The Creek Trail ends in 1990", "date", "1990")
    fact = Fact("passage", (("passage", passage),), Evidence(TextSpan(0, 0, "")), "rule", 1.0, contexts=("Kent",))
    found = with_full_names(fact, analysis(TRAIL, language="en")).values["passage"]
    assert isinstance(found, Passage)
    assert found.text == "The Creek Trail ends in 1990"


KINGS = """
1 Louis _ PROPN Masc|Sing 3 nsubj PER
2 XIV _ PROPN Sing 1 flat PER
3 met meet VERB Fin|Ind|Past 0 root
4 Paul _ PROPN Masc|Sing 3 obj PER
5 . _ PUNCT _ 3 punct
"""


def told_whole(text: str) -> str:
    fact = Fact("passage", (("passage", Passage(text, "date", "1990")),), Evidence(TextSpan(0, 0, "")), "rule", 1.0, contexts=("Kent",))
    found = with_full_names(fact, analysis(KINGS, language="en")).values["passage"]
    assert isinstance(found, Passage)
    return found.text


def test_a_ruler_is_told_with_his_number() -> None:
    assert told_whole("Ada Stein left Louis in 1990") == "Ada Stein left Louis XIV in 1990"


def test_a_given_name_alone_is_nobody_a_stranger_knows() -> None:
    with pytest.raises(Unnamed, match="given name"):
        told_whole("The league against Paul was formed in 1990")
    assert told_whole("Ada Stein left her brother Paul in 1990") == "Ada Stein left her brother Paul in 1990"
    assert told_whole("The league against King Paul was formed in 1990") == "The league against King Paul was formed in 1990"


SPOKESMAN = """
1 Paul _ PROPN Masc|Sing 3 nsubj PER
2 Whitmore _ PROPN Sing 1 flat PER
3 met meet VERB Fin|Ind|Past 0 root
4 Norman _ ADJ _ 5 amod PER
5 French _ PROPN Sing 3 obj PER
6 . _ PUNCT _ 3 punct
"""


def test_a_surname_that_only_opens_sentences_is_told_in_full() -> None:
    fact = Fact(
        "passage", (("passage", Passage("Whitmore left the French in 1990", "date", "1990")),), Evidence(TextSpan(0, 0, "")), "rule", 1.0
    )
    found = with_full_names(fact, analysis(SPOKESMAN, language="en")).values["passage"]
    assert isinstance(found, Passage)
    assert found.text == "Paul Whitmore left the French in 1990"


MOTORBIKE = """
1 Paul _ PROPN Masc|Sing 3 nsubj PER
2 Stein _ PROPN _ 1 flat PER
3 pilote piloter VERB Fin|Ind|Pres|Sing 0 root
4 une un DET Indef|Fem|Sing 5 det
5 moto _ NOUN Fem|Sing 3 obj
6 Stein _ PROPN _ 5 nmod PER
7 . _ PUNCT _ 3 punct
"""


def test_a_thing_called_by_a_name_is_nobody() -> None:
    def told(text: str) -> str:
        fact = Fact("passage", (("passage", Passage(text, "date", "1990")),), Evidence(TextSpan(0, 0, "")), "rule", 1.0)
        found = with_full_names(fact, analysis(MOTORBIKE, language="fr")).values["passage"]
        assert isinstance(found, Passage)
        return found.text

    assert told("Ada court en 1990 sur une moto Stein") == "Ada court en 1990 sur une moto Stein"
    assert told("Ada court en 1990 contre Stein") == "Ada court en 1990 contre Paul Stein"


def test_letters_take_their_article_where_they_are_a_phrase_of_their_own() -> None:
    firm = """
1 The the DET Def|Sing 4 det
2 Kent _ PROPN Sing 4 compound ORG
3 Ore _ PROPN Sing 4 compound ORG
4 Company _ PROPN Sing 8 nsubj ORG
5 ( _ PUNCT _ 6 punct
6 KOC _ PROPN Sing 4 appos
7 ) _ PUNCT _ 6 punct
8 grew grow VERB Ind|Past|Fin 0 root
9 . _ PUNCT _ 8 punct
"""

    def passage(text: str) -> str:
        nowhere = TextSpan(0, 0, "")
        fact = Fact("passage", (("passage", Passage(text, "name", "Dover", nowhere)),), Evidence(nowhere), "rule", 1.0)
        found = with_full_names(fact, analysis(firm, language="en")).values["passage"]
        assert isinstance(found, Passage)
        return found.text

    assert passage("Dover was bought by KOC in 1848") == "Dover was bought by the Kent Ore Company (KOC) in 1848"
    assert passage("Dover was bought by KOC Ltd in 1848") == "Dover was bought by KOC Ltd in 1848"
    assert passage("In 1848 the KOC mill left Dover") == "In 1848 the Kent Ore Company (KOC) mill left Dover"


def test_letters_behind_the_first_word_are_told_in_full() -> None:
    assert told("Le OV", "la mer") == "Le Office vernois (OV) aide la mer"
