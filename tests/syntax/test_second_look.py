"""A clause told alone and read again: whether it still has its verb and its subject."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from quizgen.article import TextSpan
from quizgen.facts import Clause, Complement, Evidence, Fact, Phrase
from quizgen.languages import get_language
from quizgen.syntax.second_look import alone, look, second_looks
from tests.extraction.parses import paragraph

if TYPE_CHECKING:
    from spacy.tokens import Doc

FERRY = Clause(Phrase("the ferry"), "crosses", complements=(Complement("the lake"),), lemma="cross", base="cross", tense="Pres")
AS_IT_WAS = """
1 The the DET Def 2 det
2 ferry ferry NOUN Sing 3 nsubj
3 crosses cross VERB Fin|Pres 0 root
4 the the DET Def 5 det
5 lake lake NOUN Sing 3 obj
6 . . PUNCT _ 3 punct
"""
AS_NAMES_OF_CROSSES = """
1 The the DET Def 3 det
2 ferry ferry NOUN Sing 3 compound
3 crosses cross NOUN Plur 0 root
4 the the DET Def 5 det
5 lake lake NOUN Sing 3 nmod
6 . . PUNCT _ 3 punct
"""


def read_as(parse: str) -> "Doc":
    return paragraph([parse], "en")


def test_a_clause_that_is_read_as_it_was_keeps_verb_and_subject() -> None:
    seen = look(FERRY, read_as(AS_IT_WAS))
    assert (seen["same_verb"], seen["same_subject"], seen["verbs"]) == (1, 1, 1)


def test_a_clause_that_is_read_as_a_phrase_has_lost_its_subject() -> None:
    assert look(FERRY, read_as(AS_NAMES_OF_CROSSES))["same_subject"] == 0


def test_another_verb_is_seen() -> None:
    leaves = Clause(Phrase("the ferry"), "leaves", lemma="leave", base="leave")
    assert look(leaves, read_as(AS_IT_WAS))["same_verb"] == 0


def test_each_text_is_read_once_and_facts_without_a_clause_are_passed_over() -> None:
    evidence = Evidence(TextSpan(0, 27, "The ferry crosses the lake."))
    action, again = (Fact("action", (("action", FERRY),), evidence, "clause/action", 0.9) for _ in range(2))
    birth = Fact("birth", (("person", Phrase("Ada")), ("place", Phrase("Lyon"))), evidence, "birth/verb", 0.9)
    asked: list[str] = []

    def read(texts: Sequence[str]) -> "list[Doc]":
        asked.extend(texts)
        return [read_as(AS_IT_WAS) for _ in texts]

    looks = second_looks([action, again, birth], get_language("en"), read)
    assert asked == [alone(FERRY, get_language("en"))] == ["The ferry crosses the lake."]
    assert looks.keys() == {id(action), id(again)}
