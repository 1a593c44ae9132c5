"""The fit finds what decides, holds to its beliefs with few verdicts, and is tried on articles it has not seen."""

import tomllib
from dataclasses import replace

from quizgen.evaluation.fitting import acceptance_of, cut_for, fit, foretold, written
from quizgen.evaluation.verdicts import Verdict


def verdicts(articles: int = 20, each: int = 30) -> list[Verdict]:
    """Items with a name in the stem are good, the others are not; what the warnings say is chance."""
    found = []
    for article in range(articles):
        for number in range(each):
            good = number % 2
            features = {"stem_names": float(2 * good), "warnings": float(number % 3 == 0), "confidence": 0.8}
            found.append(Verdict("fr", "cloze", "event", "date", "fr/event/x", "r", 0.5, "0.1.0", "a", 1, good, 1, 1, 1, 1, None,
                                 f"article{article}", features))  # fmt: skip
    return found


def test_what_decides_has_the_weight() -> None:
    model = fit(verdicts(), 0.5)
    good, bad = (model.of({"stem_names": names, "warnings": 0.0, "confidence": 0.8}, "fr/event/x", "r") for names in (2.0, 0.0))
    assert good > 0.7
    assert bad < 0.3
    assert abs(model.terms["stem_names"].weight) > 3 * abs(model.terms["warnings"].weight)


def test_few_verdicts_leave_the_beliefs() -> None:
    model = fit(verdicts(2, 6), 0.5)
    assert model.terms["warnings"].weight < 0
    assert abs(model.terms["stem_names"].weight) < 0.3


def test_chances_of_articles_left_out_set_the_cut() -> None:
    judged = verdicts()
    chances = foretold(judged)
    cut = cut_for(judged, chances)
    above = [verdict for verdict, chance in zip(judged, chances, strict=True) if chance >= cut]
    assert sum(verdict.is_acceptable for verdict in above) >= 0.85 * len(above)


def test_where_no_quiz_meets_the_bar_the_largest_of_the_nearest_is_left() -> None:
    judged = [verdict for number, verdict in enumerate(verdicts(4, 10)) if verdict.is_acceptable or number % 4 == 0]
    share = sum(verdict.is_acceptable for verdict in judged) / len(judged)
    assert share < 0.85
    assert cut_for(judged, [0.3] * len(judged)) == 0.3
    telling = [0.6 if verdict.is_acceptable else 0.3 for verdict in judged]
    assert cut_for(judged, telling) == 0.6


def test_an_item_that_is_no_longer_made_sinks_its_template_less() -> None:
    bad = [verdict for verdict in verdicts(4, 10) if not verdict.is_acceptable]
    gone = [replace(verdict, is_made=False) for verdict in bad]
    assert acceptance_of(bad).template("fr/event/x") < acceptance_of(gone).template("fr/event/x")


def test_a_feature_that_a_verdict_lacks_is_taken_as_average() -> None:
    judged = [replace(v, features={"confidence": 0.8}) if n % 5 == 0 else v for n, v in enumerate(verdicts())]
    assert fit(judged, 0.5).terms["stem_names"].weight > 0


def test_what_is_written_is_read() -> None:
    data = tomllib.loads(written(fit(verdicts(4, 10), 0.42), 40))
    assert data["cut"] == 0.42
    assert set(data["terms"]) == {"stem_names", "warnings", "confidence", "template", "rule"}
