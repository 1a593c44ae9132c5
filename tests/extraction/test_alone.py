"""What the last look at a fact does with words that only the title, hence the frame, explains."""

import pytest

from quizgen.article import TextSpan
from quizgen.discourse.leaning import Leaning
from quizgen.extraction.alone import Unnamed, standing_alone
from quizgen.facts import Clause, Complement, Evidence, Fact, Phrase
from tests.extraction.parses import analysis

TAX = Leaning("la", "taxe", ("taxe",))
SENTENCE = """
1 Ada _ PROPN _ 2 nsubj PER
2 paie payer VERB Fin|Ind|Pres|Sing 0 root
3 . _ PUNCT _ 2 punct
"""


def fact(words: str, *contexts: str) -> Fact:
    clause = Clause(Phrase("Ada"), "paie", complements=(Complement(words, "object"),))
    return Fact("action", (("action", clause),), Evidence(TextSpan(0, 0, "")), "rule", 1.0, contexts=contexts)


def test_a_frame_that_names_it_is_needed_and_the_others_go() -> None:
    kept = standing_alone(fact("la taxe", "Caen, mai 2012", "Une taxe sur les chèques"), [TAX], analysis(SENTENCE, language="fr"))
    assert kept.contexts == ("Une taxe sur les chèques",)
    assert kept.needs_frame


def test_no_frame_names_it() -> None:
    with pytest.raises(Unnamed, match="definite description"):
        standing_alone(fact("la taxe", "Caen, mai 2012"), [TAX], analysis(SENTENCE, language="fr"))


def test_another_word_is_no_description() -> None:
    assert standing_alone(fact("la taxe-poids"), [Leaning("la", "poids", ("poids",))], analysis(SENTENCE, language="fr")).contexts == ()


def test_a_figure_of_the_article_is_not_there() -> None:
    with pytest.raises(Unnamed, match="words that point back"):
        standing_alone(fact("la carte de la figure 1"), [], analysis(SENTENCE, language="fr"))
    assert standing_alone(fact("la figure de proue"), [], analysis(SENTENCE, language="fr"))
