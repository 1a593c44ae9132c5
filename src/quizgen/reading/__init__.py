"""From a file, standard input or a web address to an `Article`, whose text will not change any more."""

from quizgen.reading.dateline import dateline
from quizgen.reading.reader import ReadingOptions, read_article

__all__ = ["ReadingOptions", "dateline", "read_article"]
