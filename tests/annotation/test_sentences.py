"""Where a sentence cannot begin is said before the parser decides."""

import pytest
import spacy
from spacy.tokens import Doc

from quizgen.annotation.sentences import guard_sentences

_VOCAB = spacy.blank("xx").vocab


def _forbidden(text: str) -> list[str]:
    """Guard a text whose tokens are separated by spaces; `_` before a token means that no space stands there."""
    parts = text.split()
    spaces = [not following.startswith("_") for following in parts[1:]] + [False]
    doc = guard_sentences(Doc(_VOCAB, words=[part.lstrip("_") for part in parts], spaces=spaces))
    return [token.text for token in doc if token.is_sent_start is False]


@pytest.mark.parametrize(
    ("text", "forbidden"),
    [
        ("Oui _. » Non", ["."]),
        ("M. Martin", ["Martin"]),
        ("J. Smith", ["Smith"]),
        ("J.-P. Serre", ["Serre"]),
        ("No _. 10", [".", "10"]),
        ("No _. He", ["."]),
        ("puis … il", ["…"]),
        ("Fin _. Le", ["."]),
        ('"Yes _. _" Then', [".", '"']),
        ("un mot", ["mot"]),
        ("Kent keeper Ada", ["keeper", "Ada"]),
        ("En 1931 , Ada", ["1931", ",", "Ada"]),
        ("the mile ( 1.6 km ) Kent Tunnel", ["mile", "km", ")", "Kent", "Tunnel"]),
        ("Ada left _. ( See Kent _. ) Then", [".", ")"]),
        ("the dances _, Op. 46", ["46"]),
    ],
)
def test_guards(text: str, forbidden: list[str]) -> None:
    found = _forbidden(text)
    assert set(forbidden) <= set(found)
    assert not {"Non", "He", "Le", "Then"} & set(found)


def test_a_line_may_begin_where_the_last_has_no_end() -> None:
    doc = guard_sentences(Doc(_VOCAB, words=["Ada", "\n", "Kent"]))
    assert doc[2].is_sent_start is not False


def test_a_guillemet_after_the_stop_cannot_begin() -> None:
    assert "»" in _forbidden("« Oui _. »")
