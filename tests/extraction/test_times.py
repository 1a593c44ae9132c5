"""Days without a year in a sentence told whole: the line above it tells the year, unless another year is meant."""

from quizgen.extraction.passages.times import tells_day_alone
from tests.extraction.parses import analysis

TODAY = """
1 Ada _ PROPN _ 2 nsubj PER
2 part partir VERB Fin|Ind|Pres|Sing 0 root
3 aujourd'hui _ ADV _ 2 advmod
4 . _ PUNCT _ 2 punct
"""


def test_days_of_a_piece_of_news() -> None:
    news = analysis(TODAY, language="fr", title="Ada part", published="2018-02-15")
    assert tells_day_alone("Ada part le 27 février pour Vannes", news)
    assert not tells_day_alone("Ada part le 27 février 2018 pour Vannes", news)
    assert not tells_day_alone("Ada est partie dans la nuit du 26 au 27 août pour Vannes", news)
