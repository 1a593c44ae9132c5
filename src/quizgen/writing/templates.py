"""The question templates of a language: finding their files in template folders, and rendering them.

A template is `questions/<language>/<fact kind>/<opening-words>.toml` in a template folder; `templates/README.md` describes it for teachers.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import jinja2
from jinja2.sandbox import ImmutableSandboxedEnvironment

from quizgen.errors import TemplateError
from quizgen.facts import load_fact_kinds
from quizgen.languages import get_language
from quizgen.languages.base import Language
from quizgen.writing import sandbox
from quizgen.writing.template import Template
from quizgen.writing.template_file import MANUAL, TemplateReader


@dataclass(frozen=True)
class TemplateSet:
    """The templates of one language, by name, and the environment that renders them (each text is compiled once, when first used)."""

    language: str
    templates: Mapping[str, Template]
    environment: ImmutableSandboxedEnvironment
    compiled: dict[str, jinja2.Template] = field(default_factory=dict)

    def __iter__(self) -> Iterator[Template]:
        return iter(self.templates.values())

    def __len__(self) -> int:
        return len(self.templates)

    def for_kind(self, kind: str) -> tuple[Template, ...]:
        """Return the templates of a fact kind that ask about one fact, by name."""
        return tuple(template for template in self if template.kind == kind and not template.is_group)

    def groups(self, form: str) -> tuple[Template, ...]:
        """Return the templates that make items of `form` out of several facts, by name."""
        return tuple(template for template in self if template.is_group and form in template.forms)

    def render(self, template: Template, source: str, values: Mapping[str, object]) -> str:
        """Return one text of `template` with `values` in it. Raises TemplateError when it cannot be rendered or is too long."""
        if source not in self.compiled:
            self.compiled[source] = self.environment.from_string(source)
        try:
            text = self.compiled[source].render(values)
        except (TypeError, AttributeError):  # their messages speak of our classes
            problem = f"{template.path}: a filter in {source!r} is given a slot that it cannot write"
            raise TemplateError(problem, f"a filter for clauses takes no date, one for dates no clause: {MANUAL}") from None
        except jinja2.TemplateError as error:
            raise TemplateError(f"{template.path}: {source!r} cannot be rendered: {error}", MANUAL) from None
        if len(text) > sandbox.LONGEST_TEXT:
            raise TemplateError(f"{template.path}: {source[:60]!r} prints more than {sandbox.LONGEST_TEXT} characters",
                                "shorten the template")
        return text.strip()


def load_templates(language_code: str, roots: Sequence[Path]) -> TemplateSet:
    """Return the templates of a language in `roots` (template folders). The same path in an earlier root replaces, a new path adds.

    Raises TemplateError, with file and key, for a broken file, a root that is no folder, or no template at all.
    """
    return read_templates(get_language(language_code), roots)


def read_templates(language: Language, roots: Sequence[Path]) -> TemplateSet:
    """As load_templates, for a language at hand."""
    reader = TemplateReader(sandbox.new_environment(language.filters), load_fact_kinds())
    paths = find_files(language.code, roots)
    if not paths:
        raise TemplateError(f"no question template for language {language.code!r} in {', '.join(map(str, roots))}",
                            f"templates stand in questions/{language.code}/<fact kind>/<name>.toml")
    templates = {name: reader.read(path, name) for name, path in sorted(paths.items())}
    return TemplateSet(language.code, templates, reader.environment)


def find_files(language_code: str, roots: Sequence[Path]) -> dict[str, Path]:
    """Return a language's template files by template name ("fr/event/en-quelle-annee").

    Raises TemplateError for a root that is no folder.
    """
    found: dict[str, Path] = {}
    for root in roots:
        if not root.is_dir():
            raise TemplateError(f"{root} is not a folder of templates",
                                "pass a folder that holds questions/<language>/<fact kind>/<name>.toml")
        for path in sorted((root / "questions" / language_code).glob("*/*.toml")):
            found.setdefault(path.relative_to(root / "questions").with_suffix("").as_posix(), path)
    return found
