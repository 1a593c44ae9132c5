"""Plain words read as spaCy's tokens do: whatever is asked of both, the answer is one."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from tests.extraction.parses import analysis

if TYPE_CHECKING:
    from spacy.tokens import Doc

SENTENCES = (
    """
1 Anne     _ PROPN _            4 nsubj PER
2 Roy_     _ PROPN _            1 flat  PER
3 ,        _ PUNCT _            4 punct
4 chante   chanter VERB Fin     0 root
5 la       le DET  Def          6 det
6 nuit     _ NOUN  Fem|Sing     4 obl
7 .        _ PUNCT _            4 punct
""",
    """
1 Le       le DET Def           2 det
2 chœur    _ NOUN Masc|Sing     4 nsubj
3 de~Vannes Vannes PROPN _      2 nmod LOC
4 compte   compter VERB Fin     0 root
5 (        _ PUNCT _            6 punct
6 120      _ NUM _              4 obj
7 )        _ PUNCT _            6 punct
8 .        _ PUNCT _            4 punct
""",
)
PLAIN = ("i", "idx", "text", "text_with_ws", "whitespace_", "lower_", "lemma_", "pos_", "dep_", "ent_type_", "ent_iob_", "is_sent_start",
         "is_punct", "is_space", "is_alpha", "is_digit", "is_bracket", "is_lower", "is_upper", "is_title", "like_num")  # fmt: skip
WORDS = ("head", "left_edge", "right_edge")
LISTS = ("children", "subtree", "ancestors")


@pytest.fixture(scope="module")
def both() -> "tuple[Any, Doc]":
    copied: Any = analysis(*SENTENCES, language="fr").docs[0]
    return copied, copied.parsed


def test_every_word_is_as_it_was_parsed(both: "tuple[Any, Doc]") -> None:
    for word, token in zip(*both, strict=True):
        assert [getattr(word, name) for name in PLAIN] == [getattr(token, name) for name in PLAIN]
        assert [getattr(word, name).i for name in WORDS] == [getattr(token, name).i for name in WORDS]
        assert [[w.i for w in getattr(word, name)] for name in LISTS] == [[t.i for t in getattr(token, name)] for name in LISTS]
        assert (word.morph, len(word), bool(word.ent_type)) == (str(token.morph), len(token), bool(token.ent_type))
        assert [word.is_ancestor(other) for other in both[0]] == [token.is_ancestor(other) for other in both[1]]
        assert word.sent.text == token.sent.text


@pytest.mark.parametrize("stretch", [lambda d: d[2:6], lambda d: d[1:-1], lambda d: d[4:2], lambda d: d[7:], lambda d: d[9:11][1:]])
def test_a_stretch_is_the_same_words(both: "tuple[Any, Doc]", stretch: Callable[[Any], Any]) -> None:
    own, parsed = (stretch(doc) for doc in both)
    assert (own.start, own.end, own.text, len(own)) == (parsed.start, parsed.end, parsed.text, len(parsed))
    assert [ent.text for ent in own.ents] == [ent.text for ent in parsed.ents]
    if len(parsed):
        assert (own.root.i, own.start_char, own.end_char, own[-1].i) == (parsed.root.i, parsed.start_char, parsed.end_char, parsed[-1].i)


def test_sentences_and_names_are_the_same(both: "tuple[Any, Doc]") -> None:
    own, parsed = both
    assert [(s.text, s.root.i) for s in own.sents] == [(s.text, s.root.i) for s in parsed.sents]
    assert [(e.text, e.label_, e.root.i) for e in own.ents] == [(e.text, e.label_, e.root.i) for e in parsed.ents]
    assert (own.text, own.lang_, own.user_data, len(own)) == (parsed.text, parsed.lang_, parsed.user_data, len(parsed))


def test_a_word_outside_its_paragraph_is_refused(both: "tuple[Any, Doc]") -> None:
    for word in (both[0][0], both[1][0]):
        with pytest.raises(IndexError):
            word.nbor(-1)
