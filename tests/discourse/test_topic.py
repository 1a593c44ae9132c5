"""What an article is about: topic words, first mentions, and how much a sentence matters."""

from itertools import pairwise

from quizgen.discourse.topic import ArticleSalience, first_mentions, topic_words
from tests.extraction.parses import analysis, paragraph

CANAL = """
1 The _ DET Def 2 det
2 canal _ NOUN Sing 3 nsubj
3 crosses cross VERB Fin|Pres 0 root
4 the _ DET Def 5 det
5 town _ NOUN Sing 3 obj
6 . _ PUNCT _ 3 punct
"""
TOWN = """
1 Towns town NOUN Plur 2 nsubj
2 grow _ VERB Fin|Pres 0 root
3 . _ PUNCT _ 2 punct
"""


def test_topic_words_are_lemmas_of_nouns() -> None:
    assert topic_words([paragraph([CANAL], "en")]) == {"canal", "town"}


def test_first_mention_is_the_earliest_offset_of_a_lemma() -> None:
    doc = paragraph([CANAL, TOWN], "en")
    doc.user_data["offset"] = 10
    assert first_mentions([doc]) == {"canal": 14, "town": 10 + len("The canal crosses the ")}


def test_salience_falls_along_the_text_and_rises_with_the_title() -> None:
    made = analysis(CANAL, TOWN, language="en", title="Canal")
    salience = ArticleSalience(made.article, made.docs, made.registry)
    size = len(made.article.text)
    places = [salience.of_span(made.article.span(start, size), "the canal") for start in range(0, size, 5)]
    assert all(0 <= later < earlier <= 1 for earlier, later in pairwise(places))
    span = made.article.span(0, size)
    assert salience.of_span(span, "the canal") > salience.of_span(span, "the bridge")
    assert salience.of_span(span, "") == 0
