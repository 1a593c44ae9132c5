"""The quiz as pages to print: one to copy for a class, one with the answer key."""

from quizgen.export.base import Exported, ExportOptions
from quizgen.export.html.pages import quiz_page
from quizgen.export.html.rendering import PageRenderer
from quizgen.naming import file_stem
from quizgen.quiz import Quiz

__all__ = ["export"]


def export(quiz: Quiz, options: ExportOptions) -> Exported:
    """Return `<slug>.html` and `<slug>.key.html`; nothing is left out. Raises TemplateError when a template is broken."""
    renderer = PageRenderer(quiz.article.language, options.templates)
    page = quiz_page(quiz, renderer.labels, renderer.typeset)
    stem = file_stem(quiz)
    names = {f"{stem}.html": "quiz.html.j2", f"{stem}.key.html": "answer-key.html.j2"}
    return Exported({name: renderer.render(template, page).encode() for name, template in names.items()})
