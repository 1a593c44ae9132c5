"""The cheap look before the matcher: it may let a sentence through in vain, never keep one out that a rule matches."""

import pytest
from spacy.matcher import DependencyMatcher

from quizgen.extraction.rules.loading import load_rules
from quizgen.extraction.rules.outline import outline_of, shape_of
from tests.extraction.constructions import LANGUAGES, cases, run
from tests.extraction.parses import analysis, vocab

SENTENCE = """
1 Anne    _ PROPN _         4 nsubj PER
2 Roy_    _ PROPN _         1 flat  PER
3 ,       _ PUNCT _         4 punct
4 chante  chanter VERB Fin  0 root
5 la      le DET  Def       6 det
6 nuit    _ NOUN  Fem|Sing  4 obl
7 .       _ PUNCT _         4 punct
"""
NAME = {"RIGHT_ID": "name", "RIGHT_ATTRS": {"POS": "PROPN"}}
VERB = {"RIGHT_ID": "verb", "RIGHT_ATTRS": {"LEMMA": {"IN": ["chanter", "danser"]}}}


def possible(*pattern: dict[str, object]) -> bool:
    made = analysis(SENTENCE, language="fr")
    return shape_of(pattern).may_be_in(outline_of(next(made.docs[0].sents)))


def test_sentence_with_head_and_child_is_let_through() -> None:
    assert possible(VERB, {"LEFT_ID": "verb", "REL_OP": ">", "RIGHT_ID": "name", "RIGHT_ATTRS": {"DEP": "nsubj", "POS": "PROPN"}})
    assert possible(NAME, {"LEFT_ID": "name", "REL_OP": "<", "RIGHT_ID": "verb", "RIGHT_ATTRS": {"POS": "VERB"}})


def test_sentence_without_the_word_is_kept_out() -> None:
    assert not possible({"RIGHT_ID": "role", "RIGHT_ATTRS": {"DEP": "appos"}})
    assert not possible({"RIGHT_ID": "verb", "RIGHT_ATTRS": {"LEMMA": "danser"}})


def test_sentence_whose_words_do_not_hang_together_is_kept_out() -> None:
    assert not possible(NAME, {"LEFT_ID": "name", "REL_OP": ">", "RIGHT_ID": "noun", "RIGHT_ATTRS": {"POS": "NOUN"}})
    assert not possible(VERB, {"LEFT_ID": "verb", "REL_OP": "<", "RIGHT_ID": "name", "RIGHT_ATTRS": {"POS": "PROPN"}})


def test_what_only_the_matcher_understands_is_left_to_it() -> None:
    assert possible({"RIGHT_ID": "word", "RIGHT_ATTRS": {"POS": {"NOT_IN": ["PROPN"]}, "MORPH": {"IS_SUPERSET": ["Gender=Fem"]}}})
    assert possible(NAME, {"LEFT_ID": "name", "REL_OP": ".*", "RIGHT_ID": "noun", "RIGHT_ATTRS": {"POS": "NOUN"}})


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_sentence_that_a_rule_matches_is_kept_out(code: str) -> None:
    sentences = [sentence for case in cases() if case.language == code for doc in run(case)[0].docs for sentence in doc.sents]
    matched = 0
    for rule in load_rules(code):
        matcher = DependencyMatcher(vocab(code))
        matcher.add(rule.name, [[dict(node) for node in rule.pattern]])
        for sentence in sentences:
            if matcher(sentence.as_doc()):
                matched += 1
                assert rule.shape.may_be_in(outline_of(sentence)), (rule.name, sentence.text)
    assert matched
