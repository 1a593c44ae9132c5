"""Renders the Jinja2 files of `templates/html/` to pages that fetch nothing and run nothing."""

import base64
import hashlib
from collections.abc import Sequence
from pathlib import Path

import jinja2
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from quizgen.errors import TemplateError
from quizgen.export.escaping import clean
from quizgen.export.html.pages import QuizPage
from quizgen.export.labels import Labels
from quizgen.languages import get_language
from quizgen.resources import read_text

_BLANK_WIDTH = 36  # no-break spaces of every blank: its length must not tell the answer's


class PageRenderer:
    """What the pages of one language are rendered with: its labels, its typography, the templates found first."""

    def __init__(self, language: str, roots: Sequence[Path]) -> None:
        self.labels = Labels(language, roots)
        self._typeset = get_language(language).typeset
        self._style = read_text("html/print.css", roots).replace("\r\n", "\n")
        self._environment = ImmutableSandboxedEnvironment(
            loader=jinja2.FileSystemLoader([root / "html" for root in roots]),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            finalize=_printable,
        )
        self._environment.filters |= {"typeset": self.typeset, "sentence_case": _sentence_case}

    def typeset(self, text: str) -> str:
        """Return a text as it is printed, before escaping."""
        return self._typeset(clean(text))

    def render(self, template: str, page: QuizPage) -> str:
        """Return the page that a template makes. Raises TemplateError that names its file and line."""
        values = {
            "page": page,
            "label": self.labels.text,
            "count": self.labels.count,
            "style": Markup(self._style),  # a file of the templates, never a text of the article
            "policy": self._policy(),
            "blank": "\u00a0" * _BLANK_WIDTH,
        }
        try:
            return self._environment.get_template(template).render(values)
        except jinja2.TemplateSyntaxError as error:
            raise TemplateError(f"{error.filename or template}, line {error.lineno}: {error.message}.", "mend the template") from error
        except jinja2.TemplateError as error:
            raise TemplateError(f"html/{template}: {error.message}.", "compare it with the template that comes with quizgen") from error

    def _policy(self) -> str:
        """The content security policy: this page's own style by its hash, pictures within the page, and nothing else."""
        digest = base64.b64encode(hashlib.sha256(self._style.encode()).digest()).decode()
        return f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"


def _printable(value: object) -> object:
    return clean(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _sentence_case(text: str) -> str:
    return text[:1].upper() + text[1:]
