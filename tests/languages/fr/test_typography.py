"""French typography."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.languages.fr.typography import plain, typeset


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("En quelle année l'ONU est-elle née ?", "En quelle année l’ONU est-elle née\u202f?"),
        ("Vraiment? Oui!", "Vraiment\u202f? Oui\u202f!"),
        ("Il dit : « oui » ; puis 3 000 fois", "Il dit\u00a0: «\u00a0oui\u00a0»\u202f; puis 3\u202f000 fois"),
        ('le mot "cloud"', "le mot «\u00a0cloud\u00a0»"),
        ("80 % à 12:30", "80\u00a0% à 12:30"),
        ("C++ et https://a.fr/b?c=d;e:f", "C++ et https://a.fr/b?c=d;e:f"),
        ("Yahoo! a racheté", "Yahoo!\u00a0a racheté"),
    ],
)
def test_typeset(text: str, expected: str) -> None:
    assert typeset(text) == expected


@given(st.text(alphabet=st.sampled_from("aé1 0?!;:«»\"'’()\u00a0\u202f%,.-`"), max_size=40))
def test_typeset_twice_changes_nothing_more(text: str) -> None:
    assert typeset(typeset(text)) == typeset(text)


def test_plain_undoes_typography() -> None:
    assert plain("l’ONU\u202f: 3\u202f000\u00a0%") == "l'ONU : 3 000 %"
