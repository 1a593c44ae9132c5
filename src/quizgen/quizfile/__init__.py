"""The quiz file: a quiz as a text that a teacher can read and edit, lossless both ways."""

from quizgen.quizfile.anchoring import anchored
from quizgen.quizfile.changes import Change, changes
from quizgen.quizfile.comments import with_comments
from quizgen.quizfile.merging import as_generated, is_touched, merge
from quizgen.quizfile.reading import is_edited, read_items_of, read_quiz, text_file
from quizgen.quizfile.stamping import stamp
from quizgen.quizfile.verification import Verified, verify
from quizgen.quizfile.writing import write_quiz

__all__ = [
    "Change", "Verified", "anchored", "as_generated", "changes", "is_edited", "is_touched", "merge", "read_items_of", "read_quiz",
    "stamp", "text_file", "verify", "with_comments", "write_quiz",
]  # fmt: skip
