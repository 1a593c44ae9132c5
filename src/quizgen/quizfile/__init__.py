"""The quiz file: a quiz as a text that a teacher can read and edit, lossless both ways."""

from quizgen.quizfile.anchoring import anchored
from quizgen.quizfile.changes import Change, changes
from quizgen.quizfile.comments import with_comments
from quizgen.quizfile.correcting import corrected, said_of
from quizgen.quizfile.finding import quiz_files_about, refuse_other_article
from quizgen.quizfile.merging import as_generated, merge
from quizgen.quizfile.reading import has_its_text, is_edited, read_items_of, read_quiz, text_file
from quizgen.quizfile.stamping import stamp
from quizgen.quizfile.touching import is_touched
from quizgen.quizfile.verification import Verified, verify
from quizgen.quizfile.writing import write_quiz

__all__ = [
    "Change", "Verified", "anchored", "as_generated", "changes", "corrected", "has_its_text", "is_edited", "is_touched", "merge",
    "quiz_files_about", "read_items_of", "read_quiz", "refuse_other_article", "said_of", "stamp", "text_file", "verify",
    "with_comments", "write_quiz",
]  # fmt: skip
