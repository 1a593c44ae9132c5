"""Ranking: how likely a reader accepts an item, and how much it matters to the article."""

from quizgen.ranking.acceptance import Acceptance, load_acceptance
from quizgen.ranking.chance import Model, load_model
from quizgen.ranking.features import features
from quizgen.ranking.focus import Focused
from quizgen.ranking.scoring import Judging, Salience, rank, score, shortlist, steered

__all__ = [
    "Acceptance", "Focused", "Judging", "Model", "Salience", "features", "load_acceptance", "load_model", "rank", "score", "shortlist",
    "steered",
]  # fmt: skip
