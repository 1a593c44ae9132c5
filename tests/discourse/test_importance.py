"""How much a sentence matters to its article."""

from pathlib import Path

import pytest

from quizgen.annotation import load_pipeline
from quizgen.discourse.importance import Importance, weights
from quizgen.languages import get_language
from quizgen.pipeline import analyze
from quizgen.reading import ReadingOptions, read_article
from quizgen.syntax.analysis import Analysis

TEXT = """The lighthouse of Kermorvan

The lighthouse of Kermorvan was built in 1849 to guide ships past the rocks of the coast. The lighthouse is lit by a lamp of great strength.
Fishermen of the village see its light from the islands of the west on most nights of the year, and steer by it into the harbour.
The village built a second tower beside it, lower and without a lamp, from which pilots once watched for ships in distress.

The keeper of the lighthouse had a dog (a spaniel). He slept.
"""


@pytest.fixture
def made(tmp_path: Path) -> Analysis:
    path = tmp_path / "kermorvan.txt"
    path.write_text(TEXT, encoding="utf-8")
    return analyze(read_article(str(path), ReadingOptions(language="en")), get_language("en"), load_pipeline("en"))


def test_what_opens_an_article_matters_more_than_an_aside_at_its_end(made: Analysis) -> None:
    found = list(Importance(made.article, made.docs).marks.values())
    assert found[0] == max(found)
    assert found[-1] == min(found)
    assert all(0 <= mark <= 1 for mark in found)


def test_every_weight_is_of_a_feature(made: Analysis) -> None:
    named = {name for _, features in Importance(made.article, made.docs).features() for name in features}
    assert named == weights().keys() - {"average"}
