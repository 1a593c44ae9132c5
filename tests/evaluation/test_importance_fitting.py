"""The weights of a sentence's importance come out of the marks that are kept, and out of them alone."""

import tomllib

from quizgen.evaluation.importance_fitting import IMPORTANCE, MarkedSentence, fit_importance, read_marked, written_importance


def test_stored_weights_are_the_fit_of_the_stored_marks() -> None:
    sentences = read_marked()
    assert IMPORTANCE.read_text(encoding="utf-8") == written_importance(fit_importance(sentences), len(sentences))


def test_a_feature_of_better_sentences_weighs_more_than_one_that_says_nothing() -> None:
    marked = [MarkedSentence(1.0 + 2 * (n % 2), {"figures": float(n % 2), "bracket": float(n % 3 == 0)}) for n in range(300)]
    weights = fit_importance(marked)
    assert weights["figures"] > 1.5
    assert abs(weights["bracket"]) < 0.1


def test_written_weights_are_read_as_they_are() -> None:
    weights = {"average": 0.9, "many figures": -0.25}
    assert tomllib.loads(written_importance(weights, 3)) == weights
