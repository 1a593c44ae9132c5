"""Sentence guards: where a sentence cannot begin, said before the parser decides."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_CLOSING = frozenset("»”’)]}\"'›")
_LONGEST_BRACKET = 20  # tokens
_STOPS = frozenset((".", "!", "?", "…", "...", "?!", "!?"))


@cache
def _titles() -> frozenset[str]:
    """Abbreviations that stand before a name or a number: « M. Martin », « Dr. Who », « No. 5 »."""
    table = tomllib.loads(files("quizgen.annotation").joinpath("abbreviations.toml").read_text("utf-8"))
    return frozenset(table["before_a_name_or_number"])


def guard_sentences(doc: "Doc") -> "Doc":
    """Forbid a sentence to begin with a closing mark, after an abbreviation, after a mere word, or with a small letter after `…`."""
    for token in list(doc)[1:]:
        if _cannot_begin(token):
            token.is_sent_start = False
    return doc


def _cannot_begin(token: "Token") -> bool:
    before = token.nbor(-1)
    if token.text in _STOPS or token.text in ",;:":
        return True
    if token.text in _CLOSING and not before.whitespace_:
        return True
    if token.text in ("»", "”", ")"):
        return True
    if before.lower_ in _titles() or _is_initial(before.text) or _is_number_of(token) or _goes_on(before):
        return True
    return token.text[:1].islower() and before.text not in _STOPS and before.text not in _CLOSING


def _goes_on(before: "Token") -> bool:
    """A word, a figure or a comma, on the same line, ends no sentence: "Denver linebacker | Ada Low was named …".

    Nor does a bracket within one: "the mile-long (1.6 km) | Kent Tunnel".
    """
    return before.text[-1:].isalnum() or before.text == "," or (before.text == ")" and _is_inside(before))


def _is_inside(closing: "Token") -> bool:
    """A bracket that opens behind a word and closes behind no stop."""
    opening = next((t for t in reversed(closing.doc[max(0, closing.i - _LONGEST_BRACKET) : closing.i]) if t.text == "("), None)
    if opening is None or opening.i == 0:
        return False
    return opening.nbor(-1).text[-1:].isalnum() and closing.nbor(-1).text not in _STOPS


def _is_number_of(token: "Token") -> bool:
    """« No. 10 », where the tokenizer has cut the stop off, but not « No. He left. »."""
    if not token.text[:1].isdigit() or token.i < 2 or token.nbor(-1).text != ".":
        return False
    word = token.nbor(-2)
    return not word.whitespace_ and f"{word.lower_}." in _titles()


def _is_initial(text: str) -> bool:
    """« J. » or « J.-P. » before a surname."""
    if len(text) > 5 or not text.endswith(".") or not text[:1].isupper():
        return False
    return all(len(part) == 1 for part in text[:-1].replace("-", "").split("."))
