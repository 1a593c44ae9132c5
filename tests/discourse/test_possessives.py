"""Possessives before a subject: the owner's name in their place when he alone can be meant."""

from __future__ import annotations

from quizgen.discourse.possessives import with_owner
from quizgen.syntax.phrases import phrase, phrase_tokens
from tests.extraction.parses import analysis

ADA = """
1 Ada _ PROPN _ 3 nsubj PER
2 Stone _ PROPN _ 1 flat PER
3 met meet VERB Fin|Past 0 root
4 people _ NOUN Plur 3 obj
5 . _ PUNCT _ 3 punct
"""
ADA_AND_MARY = ADA.replace("people _ NOUN Plur 3 obj", "Mary _ PROPN _ 3 obj PER")
HER_FATHER = """
1 Her her PRON Poss|Prs|Fem|Sing 2 nmod:poss
2 father _ NOUN Sing 3 nsubj
3 left leave VERB Fin|Past 0 root
4 . _ PUNCT _ 3 punct
"""
LANTERNE = """
1 Lanterne _ PROPN _ 2 nsubj ORG
2 aide aider VERB Fin|Pres 0 root
3 les le DET Def|Plur 4 det
4 écoles école NOUN Fem|Plur 2 obj
5 . _ PUNCT _ 2 punct
"""
SA_MISSION = """
1 Sa son DET Poss|Prs|Fem|Sing 2 det
2 mission mission NOUN Fem|Sing 3 nsubj
3 change changer VERB Fin|Pres 0 root
4 . _ PUNCT _ 3 punct
"""


def told(*sentences: str, language: str = "en", title: str = "") -> str:
    """Return the last sentence's subject with its owner, or ""."""
    made = analysis(*sentences, language=language, title=title)
    subject = next(t for t in list(made.docs[-1].sents)[-1] if t.dep_ == "nsubj")
    words = phrase_tokens(subject, made)
    found = with_owner(phrase(subject, made, words), words, made)
    return found.text if found else ""


def test_the_owner_is_the_subject_before() -> None:
    assert told(ADA, HER_FATHER) == "Ada Stone's father"
    assert told(LANTERNE, SA_MISSION, language="fr") == "la mission de Lanterne"


def test_an_owner_that_may_be_another_is_not_told() -> None:
    assert told(ADA_AND_MARY, HER_FATHER) == ""
    assert told(HER_FATHER) == ""
    assert told(ADA, HER_FATHER.replace("Her her PRON Poss|Prs|Fem", "His his PRON Poss|Prs|Masc")) == ""
    assert told(ADA, HER_FATHER.replace("Her her PRON Poss|Prs|Fem", "Its its PRON Poss|Prs")) == ""


def test_a_possessive_inside_an_open_quotation_is_left_alone() -> None:
    quoted = ADA.replace("4 people _ NOUN Plur 3 obj", '4 " _ PUNCT _ 3 punct')
    assert told(quoted, HER_FATHER) == ""


def test_a_thing_owns_only_where_the_title_names_it() -> None:
    cob = """
1 Le le DET Def|Masc|Sing 2 det
2 cob cob NOUN Masc|Sing 4 nsubj
3 normand _ ADJ Masc|Sing 2 amod
4 court courir VERB Fin|Ind|Pres|Sing 0 root
5 . _ PUNCT _ 4 punct
"""
    assert told(cob, SA_MISSION, language="fr", title="Cob normand") == "la mission de le cob normand"  # contracted when printed
    assert told(cob, SA_MISSION, language="fr", title="Foires") == ""
