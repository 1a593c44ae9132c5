"""A quiz written out for those who learn from it: `export_quiz` gives every format's files, `write_together` puts them on disk."""

from quizgen.export.base import Exported, ExportOptions, LeftOut
from quizgen.export.formats import FORMATS, export_quiz
from quizgen.export.writing_files import write_atomically, write_together

__all__ = ["FORMATS", "ExportOptions", "Exported", "LeftOut", "export_quiz", "write_atomically", "write_together"]
