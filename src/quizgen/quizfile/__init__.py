"""The quiz file: a quiz as a text that a teacher can read and edit, lossless both ways."""

from quizgen.quizfile.reading import is_edited, read_quiz
from quizgen.quizfile.stamping import stamp
from quizgen.quizfile.writing import write_quiz

__all__ = ["is_edited", "read_quiz", "stamp", "write_quiz"]
