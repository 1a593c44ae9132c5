"""Renders the Jinja2 files of `templates/html/` to pages that fetch nothing, and run at most the script of their own."""

import base64
import hashlib
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import jinja2
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from quizgen.errors import TemplateError
from quizgen.export.escaping import clean
from quizgen.export.html.article_text import printed_article
from quizgen.export.html.flashcards import card_sheets, card_size
from quizgen.export.html.line_ends import balanced, tied, unbroken
from quizgen.export.html.pages import QuizPage, blank, plain_question
from quizgen.export.html.settings import Settings
from quizgen.export.html.versions import letters
from quizgen.export.labels import Labels
from quizgen.languages import CODES, get_language
from quizgen.resources import read_text

TEMPLATES = {
    "article": "article.html.j2",
    "quiz": "quiz.html.j2",
    "self-test": "quiz.html.j2",
    "key": "answer-key.html.j2",
    "answer-grid": "answer-grid.html.j2",
    "flashcards": "flashcards.html.j2",
    "versions": "versions.html.j2",
}
LARGEST_PAGE = 20_000_000  # characters: a template of somebody else's that writes more is broken, or means harm
LONGEST_REPEAT = 100_000  # characters that `'-' * 40` may make in a template
_STYLESHEET = re.compile(r"[\w-]+\.css")
_SHORT_HEAD = {"plain": 80, "dyslexia": 50, "large-print": 34}  # characters of a title that a running head has room for, by look


class _Environment(ImmutableSandboxedEnvironment):
    """A sandbox that also refuses to fill the memory."""

    intercepted_binops = frozenset({"*", "**"})

    def call_binop(self, context: jinja2.runtime.Context, operator: str, left: Any, right: Any) -> Any:
        """Return `left * right`, unless it would be long; powers are not reckoned at all."""
        sizes = [len(side) if isinstance(side, str | list | tuple) else side for side in (left, right)]
        if operator == "**" or sizes[0] * sizes[1] > LONGEST_REPEAT:
            raise jinja2.exceptions.SecurityError(f"{operator} makes too much of it")
        return super().call_binop(context, operator, left, right)


class PageRenderer:
    """What the pages of one quiz are rendered with: labels, typography, settings, the templates found first."""

    def __init__(self, language: str, roots: Sequence[Path], settings: Settings) -> None:
        self._language, self._roots, self._settings = language, roots, settings
        words = settings.labels or language
        self.labels = Labels(words, roots)
        self._typeset = get_language(language).typeset
        self._typeset_label = get_language(words).typeset if words in CODES else str
        self._environment = _Environment(
            loader=jinja2.FileSystemLoader([root / "html" for root in roots]),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            finalize=_printable,
        )
        self._environment.filters |= {
            "typeset": self.typeset,
            "typeset_label": self._typeset_label,
            "sentence_case": _sentence_case,
            "css_string": _css_string,
            "card_size": card_size,
            "tied": tied,
            "unbroken": unbroken,
            "balanced": balanced,
        }

    def typeset(self, text: str) -> str:
        """Return a text of the article's language as it is printed, before escaping."""
        return self._typeset(clean(text))

    def render(self, parts: Sequence[str], page: QuizPage, **more: object) -> str:
        """Return the page that holds `parts`, from a template each. Raises TemplateError that names file and line."""
        values = self._values(parts, page) | more
        style = _plain(self._fill("style.css.j2", values))
        script = _plain(read_text("html/self-test.js", self._roots)) if "self-test" in parts else ""
        values |= {"style": Markup(style), "script": Markup(script), "policy": _policy(style, script)}
        return self._fill("base.html.j2", values)

    def _values(self, parts: Sequence[str], page: QuizPage) -> dict[str, object]:
        """Return what every template may draw on."""
        return {
            "parts": tuple(parts),
            "templates": [TEMPLATES[part] for part in parts],
            "page": page,
            "settings": self._settings,
            "language": self._language,
            "head": _shortened(page.quiz.title, _SHORT_HEAD[self._settings.look]),
            "label": _typeset_by(self._typeset_label, self.labels.text),
            "count": _typeset_by(self._typeset_label, self.labels.count),
            "blank": lambda each: blank(each, self._settings.blanks),
            "plain_question": plain_question,
            "article": printed_article(page.quiz.article) if "article" in parts else (),
            "card_sheets": card_sheets(page, self._settings.look, self._settings.flip) if "flashcards" in parts else (),
            "letters": letters(self._settings.versions),
            "file": self._file,
            "is_preview": False,
        }

    def _file(self, name: str) -> Markup:
        """Return a stylesheet of html/ as it stands, for style.css.j2 to put them together; no other file is given to a template."""
        if not _STYLESHEET.fullmatch(name):
            raise jinja2.exceptions.SecurityError(f"{name!r} is not the name of a stylesheet in html/")
        return Markup(read_text(f"html/{name}", self._roots))

    def _fill(self, template: str, values: dict[str, object]) -> str:
        pieces, length = [], 0
        try:
            for piece in self._environment.get_template(template).generate(values):
                pieces.append(piece)
                length += len(piece)
                if length > LARGEST_PAGE:
                    raise TemplateError(f"html/{template} writes more than {LARGEST_PAGE} characters.", "look for a loop without an end")
        except jinja2.TemplateSyntaxError as error:
            raise TemplateError(f"{error.filename or template}, line {error.lineno}: {error.message}.", "mend the template") from error
        except jinja2.TemplateNotFound as error:
            raise TemplateError(f"{_place(error, template)}: there is no template {error}.", "templates stand in html/") from error
        except (jinja2.TemplateError, TypeError, ValueError, ArithmeticError, AttributeError, RecursionError) as error:
            where = _place(error, template)
            raise TemplateError(f"{where}: {error}.", "compare it with the template that comes with quizgen") from error
        return "".join(pieces)


def _place(error: Exception, template: str) -> str:
    """Return the file and line of a template at which rendering stopped, else its name."""
    place, trace = f"html/{template}", error.__traceback__
    while trace is not None:
        if (name := trace.tb_frame.f_code.co_filename).endswith((".j2", ".css", ".js")):
            place = f"{name}, line {trace.tb_lineno}"
        trace = trace.tb_next
    return place


def _typeset_by(typeset: Callable[[str], str], say: Callable[..., str]) -> Callable[..., str]:
    return lambda *names, **values: typeset(say(*names, **values))


def _policy(style: str, script: str) -> str:
    """The content security policy: this page's own style and script by their hashes, pictures and fonts within the page, nothing else."""
    scripts = f"script-src 'sha256-{_digest(script)}'; " if script else ""
    own = f"style-src 'sha256-{_digest(style)}'; img-src data:; font-src data:"
    return f"default-src 'none'; {scripts}{own}; base-uri 'none'; form-action 'none'"


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _plain(text: str) -> str:
    """Return a style or a script with the line ends that a browser sees when it takes the hash."""
    return text.replace("\r\n", "\n").replace("</", "<\\/")


def _printable(value: object) -> object:
    return clean(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _shortened(text: str, most: int) -> str:
    return text if len(text) <= most else text[:most].rpartition(" ")[0] + " …"


def _sentence_case(text: str) -> str:
    return text[:1].upper() + text[1:]


def _css_string(text: str) -> Markup:
    """Return a text as a string of CSS, which nothing in it can end."""
    return Markup('"' + re.sub(r"[^\w .,:;!?-]", lambda found: f"\\{ord(found[0]):x} ", clean(text)) + '"')
