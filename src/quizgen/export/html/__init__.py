"""The quiz as pages to print or to do on screen, each in a file of its own that needs no other."""

from quizgen.export.base import Exported, ExportOptions
from quizgen.export.html.settings import read_settings
from quizgen.export.html.sheets import make_sheets
from quizgen.quiz import Quiz

__all__ = ["export"]


def export(quiz: Quiz, options: ExportOptions) -> Exported:
    """Return a file of HTML for each sheet: `<slug>.html`, `<slug>.key.html`, … Raises ExportError and TemplateError."""
    sheets, left_out = make_sheets(quiz, options, read_settings(options.templates, options.settings))
    return Exported({f"{sheet.name}.html": sheet.html.encode() for sheet in sheets}, left_out)
