"""The thing that an article is about goes on from sentence to sentence, until another thing or a person comes between."""

import pytest

from quizgen.discourse.standing_in import stand_ins
from tests.extraction.parses import analysis

THE_BIRD = """
1 Le le DET Def|Masc|Sing 2 det
2 Pinson _ NOUN Masc|Sing 4 nsubj
3 gris gris ADJ Masc|Sing 2 amod
4 chante chanter VERB Fin|Ind|Pres|Sing 0 root
5 . _ PUNCT _ 4 punct
"""
IT_EATS = """
1 Il il PRON Masc|Sing|Prs 2 nsubj
2 mange manger VERB Fin|Ind|Pres|Sing 0 root
3 . _ PUNCT _ 2 punct
"""
SHE_EATS = IT_EATS.replace("Il il PRON Masc", "Elle elle PRON Fem")
ITS_SHORT_SONG = """
1 Son son DET Masc|Sing|Poss 2 det
2 chant _ NOUN Masc|Sing 4 nsubj
3 court court ADJ Masc|Sing 2 amod
4 plaît plaire VERB Fin|Ind|Pres|Sing 0 root
5 . _ PUNCT _ 4 punct
"""
IT_IS_A_SINGER = """
1 C' ce PRON Sing|Dem 4 nsubj
2 est être AUX Fin|Ind|Pres|Sing 4 cop
3 un un DET Ind|Masc|Sing 4 det
4 chanteur _ NOUN Masc|Sing 0 root
5 . _ PUNCT _ 4 punct
"""
THE_NEST = """
1 Le le DET Def|Masc|Sing 2 det
2 nid _ NOUN Masc|Sing 3 nsubj
3 tombe tomber VERB Fin|Ind|Pres|Sing 0 root
4 . _ PUNCT _ 3 punct
"""
ITS_SONG_OF = """
1 La le DET Def|Fem|Sing 2 det
2 voix _ NOUN Fem|Sing 6 nsubj
3 du de ADP _ 4 case
4 Pinson _ NOUN Masc|Sing 2 nmod
5 gris gris ADJ Masc|Sing 4 amod
6 porte porter VERB Fin|Ind|Pres|Sing 0 root
7 . _ PUNCT _ 6 punct
"""
A_PAINTER = """
1 Le le DET Def|Masc|Sing 2 det
2 Pinson _ NOUN Masc|Sing 4 nsubj
3 gris gris ADJ Masc|Sing 2 amod
4 charme charmer VERB Fin|Ind|Pres|Sing 0 root
5 Paul _ PROPN _ 4 obj PER
6 Stein _ PROPN _ 5 flat PER
7 . _ PUNCT _ 4 punct
"""


def told(*sentences: str, title: str = "Pinson gris", published: str = "") -> dict[str, str]:
    """Return what is told in place of words of the last sentence, with what is told behind their nouns."""
    made = analysis(*sentences, language="fr", title=title, published=published)
    found = stand_ins(list(made.docs[-1].sents)[-1], made)
    return {token.text: found[token].text + found[token].tail for token in found}


@pytest.mark.parametrize(
    "before", [(THE_BIRD, THE_BIRD), (THE_BIRD, THE_BIRD, IT_EATS), (THE_BIRD, ITS_SONG_OF), (THE_BIRD, THE_BIRD, IT_IS_A_SINGER)]
)
def test_the_topic_goes_on(before: tuple[str, ...]) -> None:
    assert told(*before, IT_EATS) == {"Il": "le Pinson gris"}


@pytest.mark.parametrize("before", [(THE_BIRD, THE_BIRD, THE_NEST), (THE_BIRD, A_PAINTER), (THE_BIRD, THE_BIRD, ITS_SHORT_SONG)])
def test_another_thing_or_person_may_be_meant(before: tuple[str, ...]) -> None:
    assert told(*before, IT_EATS) == {}


def test_another_gender_means_another_thing() -> None:
    assert told(THE_BIRD, THE_BIRD, SHE_EATS) == {}


def test_its_own_follows_the_noun_and_its_adjectives() -> None:
    assert told(THE_BIRD, THE_BIRD, ITS_SHORT_SONG) == {"Son": "le de le Pinson gris"}
