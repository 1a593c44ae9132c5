"""What an article is about: topic words and first mentions."""

from quizgen.discourse.topic import first_mentions, topic_words
from tests.extraction.parses import paragraph

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
