"""`quizgen templates`: what phrasings exist, and whether those in a folder of one's own are sound."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from quizgen.errors import QuizgenError

app = typer.Typer(help="List question templates, or check a folder of one's own.", no_args_is_help=True)


@app.command("list")
def list_templates(
    folder: Annotated[Path | None, typer.Argument(metavar="DIR", help="A folder of templates searched before quizgen's own.")] = None,
    language: Annotated[str, typer.Option(metavar="fr|en", help="Only this language.")] = "",
) -> None:
    """List every phrasing: its name, its forms, its stem."""
    from quizgen.languages import CODES
    from quizgen.resources import template_roots
    from quizgen.writing.templates import load_templates

    roots = template_roots(folder)
    for code in (language,) if language else CODES:
        for template in load_templates(code, roots):
            print(f"{template.name}  [{', '.join(template.forms)}]\n    {template.stem}")


@app.command()
def check(
    folder: Annotated[Path | None, typer.Argument(metavar="DIR", help="A folder of templates; quizgen's own when not given.")] = None,
) -> None:
    """Check a folder of templates: the questions' keys, texts and examples; the sheets' layouts, labels and settings; the cards."""
    from quizgen.export.anki.note_types import check_cards
    from quizgen.export.html.trying import check_sheets
    from quizgen.resources import shipped_templates
    from quizgen.writing.examples import check_templates

    root = folder or shipped_templates()
    of_cards = (root / "anki").is_dir()
    of_sheets = any((root / name).is_dir() for name in ("html", "labels"))
    problems: list[QuizgenError] = []
    if not (of_sheets or of_cards) or (root / "questions").is_dir():
        problems += check_templates(root)
    if of_sheets:
        problems += check_sheets(root)
    if of_cards:
        problems += check_cards(root)
    for problem in problems:
        sys.stderr.write(f"error: {problem.message}\nhint: {problem.hint}\n")
    if problems:
        raise typer.Exit(1)
    count = len(list((root / "questions").glob("*/*/*.toml")))
    also = [name for name, is_there in (("the sheets", of_sheets), ("the cards", of_cards)) if is_there]
    print(f"{root}: {', '.join([f'{count} question templates', *also])}, all sound")
