"""Trees mended before anything reads them."""

from __future__ import annotations

import pytest

from quizgen.syntax.tree import feature
from tests.extraction.parses import analysis

ARE = """
1 Bacteria bacteria NOUN Sing 3 nsubj
2 are be AUX Fin|Pres 3 cop
3 small small ADJ _ 0 root
4 . _ PUNCT _ 3 punct
"""


@pytest.mark.parametrize(
    ("subject", "verb", "number"),
    [("Bacteria", "are", "Plur"), ("Fungi", "were", "Plur"), ("Bacteria", "is", "Sing"), ("Team", "are", "Sing")],
)
def test_a_plural_verb_tells_that_its_bare_subject_is_a_classical_plural(subject: str, verb: str, number: str) -> None:
    made = analysis(ARE.replace("Bacteria", subject).replace("are", verb), language="en")
    assert feature(made.docs[0][0], "Number") == number
