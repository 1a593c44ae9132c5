"""Logs of a day: an article that goes hour by hour tells moments; of 34 judgements on items of three such articles 6 were good."""

from __future__ import annotations

import re
from collections.abc import Collection

from quizgen.syntax.analysis import Analysis, Sentence

FEWEST = 5  # sentences with a time of day
SHARE = 0.2  # of all sentences


def is_log(told: Collection[Sentence], analysis: Analysis) -> bool:
    """Return True for news of which many sentences say at what hour something was."""
    if not analysis.is_news:
        return False
    hours = re.compile("|".join(sorted(analysis.settings.words("passages", "hours"))), re.IGNORECASE)
    timed = sum(hours.search(sentence.evidence.text) is not None for sentence in told)
    return timed >= max(FEWEST, SHARE * len(told))
