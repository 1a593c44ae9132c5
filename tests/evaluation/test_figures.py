"""Recall by importance, off-gold and repeated items."""

import pytest

from quizgen.evaluation.figures import measure, share_of_gold
from quizgen.evaluation.report import render_report
from tests.evaluation.made import ARTICLE, GOLD, dated_fact, short_answer

ITEMS = (short_answer("1889"), short_answer("Anna Berg", "Who built the bridge?"), short_answer("year 1889"), short_answer("steel"))


def test_gold_found_and_asked() -> None:
    figures = measure(ARTICLE, [dated_fact()], ITEMS, GOLD)
    assert figures.found == {"f1"}
    assert figures.asked == {"f1", "f2"}
    assert (figures.off_gold, figures.repeated) == (1, 1)


def test_shares_by_importance() -> None:
    figures = [measure(ARTICLE, [dated_fact()], ITEMS, GOLD)]
    assert share_of_gold(figures, "asked", 3) == 1.0
    assert share_of_gold(figures, "asked", 1) == 0.0
    assert share_of_gold(figures, "asked") == pytest.approx(2 / 3)
    assert share_of_gold([], "asked") == 0.0


def test_report_has_a_row_for_the_article_and_its_language() -> None:
    report = render_report([measure(ARTICLE, [dated_fact()], ITEMS, GOLD)])
    assert "| bridge | 13 | 1 | 100 % | 0 % | 0 % | 4 | 100 % | 100 % | 0 % | 1 | 1 | 0 |" in report
    assert "**all en**" in report
    assert "Blind readers" not in report
