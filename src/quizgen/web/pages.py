"""Renders the Jinja2 files of `templates/web/` in the words of the reader's language."""

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

import jinja2
from jinja2.sandbox import ImmutableSandboxedEnvironment

from quizgen.errors import TemplateError
from quizgen.export.labels import Labels
from quizgen.languages import CODES, get_language

DEFAULT = "en"  # the language of who asks for one that we do not speak


class Pages:
    """The pages, from the folders `roots`: the user's own first."""

    def __init__(self, roots: Sequence[Path]) -> None:
        self.roots = tuple(roots)
        self._environment = ImmutableSandboxedEnvironment(
            loader=jinja2.FileSystemLoader([root / "web" for root in self.roots]),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self.labels = cache(lambda code: Labels(code, self.roots))

    def render(self, template: str, language: str, **values: object) -> str:
        """Return a page in `language`. Raises TemplateError when the template is broken."""
        try:
            return self._environment.get_template(template).render(values, language=language, label=self.label(language))
        except jinja2.TemplateError as error:
            raise TemplateError(f"web/{template}: {error}.", "compare it with the template that comes with quizgen") from error

    def label(self, language: str) -> Callable[..., str]:
        """Return what says a label, typeset: `label("review", "accept")`."""
        labels, typeset = self.labels(language), get_language(language).typeset
        return lambda section, name, /, **values: typeset(labels.text(section, name, **values))


def spoken(accept_language: str) -> str:
    """Return the first language of an Accept-Language header that the pages speak: "fr-CH, fr;q=0.9, en;q=0.8" → "fr"."""
    wanted = []
    for place, part in enumerate(accept_language.split(",")):
        name, _, weight = part.strip().partition(";q=")
        wanted.append((-_number(weight or "1"), place, name.partition("-")[0].lower()))
    return next((code for _, _, code in sorted(wanted) if code in CODES), DEFAULT)


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0
