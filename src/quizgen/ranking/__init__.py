"""Ranking: how likely a reader accepts an item, times how much it matters to the article."""

from quizgen.ranking.acceptance import Acceptance, load_acceptance
from quizgen.ranking.features import features
from quizgen.ranking.scoring import Salience, rank, score, shortlist

__all__ = ["Acceptance", "Salience", "features", "load_acceptance", "rank", "score", "shortlist"]
