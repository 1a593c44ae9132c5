"""The formats by the name `--to` gives them; a format's module is loaded only when it is asked for."""

from collections.abc import Sequence
from importlib import import_module
from typing import cast

from quizgen.errors import ExportError
from quizgen.export.base import Export, Exported, ExportOptions
from quizgen.quiz import Quiz

FORMATS = ("anki", "html", "json", "pdf")


def exporter(name: str) -> Export:
    """Return the function that writes the format `name`. Raises ExportError when there is no such format."""
    if name not in FORMATS:
        raise ExportError(f"there is no format {name!r}.", f"pass --to some of {','.join(FORMATS)}")
    return cast(Export, import_module(f"quizgen.export.{name}").export)


def export_quiz(quiz: Quiz, formats: Sequence[str], options: ExportOptions | None = None) -> Exported:
    """Return the files of all `formats` by name, with what each had to leave out. Raises ExportError and TemplateError."""
    results = [exporter(name)(quiz, options or ExportOptions()) for name in dict.fromkeys(formats)]
    files = {name: data for result in results for name, data in result.files.items()}
    return Exported(files, tuple(dict.fromkeys(one for result in results for one in result.left_out)))


def export_decks(quizzes: Sequence[Quiz], root: str, stem: str, options: ExportOptions) -> Exported:
    """Return `<stem>.apkg`, which holds each quiz's deck in the tree under the deck `root`. Raises ExportError and TemplateError."""
    from quizgen.export.anki.deck import export_tree

    return export_tree(quizzes, f"{stem}.apkg", options, root)
