"""The quiz file: a quiz as a text that a teacher can read and edit, lossless both ways."""

from quizgen.quizfile.anchoring import anchored
from quizgen.quizfile.reading import is_edited, read_quiz, text_file
from quizgen.quizfile.stamping import stamp
from quizgen.quizfile.verification import Verified, verify
from quizgen.quizfile.writing import write_quiz

__all__ = ["Verified", "anchored", "is_edited", "read_quiz", "stamp", "text_file", "verify", "write_quiz"]
