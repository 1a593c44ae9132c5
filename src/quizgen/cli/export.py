"""`quizgen export`: every output again from a quiz file, edited or not, without running a pipeline."""

from pathlib import Path
from typing import Annotated

import typer

from quizgen.cli.account import left_out_lines
from quizgen.cli.options import (
    OutputOption,
    PaperOption,
    QuietOption,
    SettingOption,
    SheetsOption,
    TagVanishedOption,
    TemplatesOption,
    ToOption,
    VersionsOption,
    check_formats,
    sheet_settings,
)
from quizgen.cli.outputs import exported_contents


def export(
    quiz_file: Annotated[Path, typer.Argument(metavar="QUIZFILE", help="A .quiz.toml file, with its .article.txt beside it.")],
    output: OutputOption = Path(),
    to: ToOption = "anki,html",
    sheets: SheetsOption = "",
    versions: VersionsOption = 0,
    paper: PaperOption = "",
    settings: SettingOption = None,
    templates: TemplatesOption = None,
    tag_vanished: TagVanishedOption = False,
    quiet: QuietOption = False,
) -> None:
    """Write a quiz's outputs from its quiz file."""
    formats, changes = check_formats(to), sheet_settings(sheets, versions, paper, settings)
    from quizgen.export import ExportOptions, export_quiz, write_together
    from quizgen.quizfile import read_quiz
    from quizgen.resources import template_roots

    quiz = read_quiz(quiz_file)
    # An item changed by hand counts as changed when its file was saved: exporting again gives the same bytes.
    now = int(quiz_file.stat().st_mtime)
    options = ExportOptions(template_roots(templates), now=now, settings=changes, tag_vanished=tag_vanished)
    exported = export_quiz(quiz, formats, options)
    contents = exported_contents(exported, output)
    write_together(contents)
    if not quiet:
        print("\n".join([*left_out_lines([exported]), *(f"wrote {path}" for path in contents)]))
