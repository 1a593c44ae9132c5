"""Options that several commands share, each declared once, and the checks of their values."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from quizgen.items import FORMS

ArticleArgument = Annotated[str, typer.Argument(metavar="ARTICLE", help="A .txt, .md or .html file, - for stdin, or an http(s) URL.")]
ArticlesArgument = Annotated[
    str, typer.Argument(metavar="ARTICLE", help="A .txt, .md or .html file, a folder of them, - for stdin, or an http(s) URL.")
]
OutputOption = Annotated[Path, typer.Option("--output", "-o", metavar="DIR", help="Folder to write into.")]
ToOption = Annotated[str, typer.Option("--to", metavar="FORMATS", help="Outputs, comma-separated: anki, html, json, pdf.")]
LanguageOption = Annotated[str, typer.Option(metavar="fr|en", help="Language of the article; found out when not given.")]
PipelineOption = Annotated[str, typer.Option(metavar="NAME", help="An installed spaCy pipeline to use in place of the bundled one.")]
TemplatesOption = Annotated[Path | None, typer.Option(metavar="DIR", help="Folder of templates that is searched before quizgen's own.")]
EntitiesOption = Annotated[
    Path | None, typer.Option(metavar="FILE", help="TOML file that says what names stand for: see docs/entities.md.")
]
TitleOption = Annotated[str, typer.Option(help="Title of the article.")]
AuthorOption = Annotated[str, typer.Option(help="Author of the article.")]
UrlOption = Annotated[str, typer.Option(help="Where the article was published.")]
DateOption = Annotated[str, typer.Option(metavar="YYYY-MM-DD", help="When it was published; “last year” is read from there.")]
LicenceOption = Annotated[str, typer.Option(help="The article's licence.")]
TypedOption = Annotated[bool, typer.Option("--typed", help="In Anki, short answers are typed.")]
VoiceOption = Annotated[str, typer.Option(metavar="VOICE", help="In Anki, answers are read aloud in this voice: fr_FR, en_GB, …")]
SheetsOption = Annotated[
    str,
    typer.Option(metavar="SHEETS", help="Printed sheets: quiz, key, article, answer-grid, flashcards, self-test; + joins: article+quiz."),
]
VersionsOption = Annotated[
    int, typer.Option(min=0, max=26, metavar="N", help="Print versions A, B, C … in another order, each with its key.")
]
PaperOption = Annotated[str, typer.Option(metavar="a4|letter", help="Size of the paper; the printer's own when not given.")]
SettingOption = Annotated[
    list[str] | None,
    typer.Option("--set", metavar="NAME=VALUE", help="A setting of the sheets, such as columns=2: see templates/html/settings.toml."),
]
TagVanishedOption = Annotated[
    bool, typer.Option("--tag-vanished", help="Tag in Anki the cards whose sentence the article no longer has: quizgen::vanished.")
]
QuietOption = Annotated[bool, typer.Option("--quiet", help="Print errors only.")]


def split_list(value: str, allowed: tuple[str, ...], option: str) -> tuple[str, ...]:
    """Return the names in "a,b", each once. Ends the command with status 2 when one is not `allowed`, or none is given."""
    names = tuple(dict.fromkeys(name.strip() for name in value.split(",") if name.strip()))
    for name in names:
        if name not in allowed:
            raise typer.BadParameter(f"{name!r} is not one of {', '.join(allowed)}.", param_hint=option)
    if not names:
        raise typer.BadParameter(f"give one or more of {', '.join(allowed)}.", param_hint=option)
    return names


def check_forms(types: str) -> tuple[str, ...]:
    """Return the item forms named in `--types`; () when it was not given, for every form of the default deck."""
    return split_list(types, FORMS, "--types") if types else ()


def check_formats(to: str) -> tuple[str, ...]:
    """Return the output formats named in `--to`."""
    from quizgen.export import FORMATS

    return split_list(to, FORMATS, "--to")


def check_voice(voice: str) -> str:
    """Return the voice given to `--voice`."""
    from quizgen.quiz import is_voice

    if voice and not is_voice(voice):
        raise typer.BadParameter(f"{voice!r} is not a language and a country, as in fr_FR.", param_hint="--voice")
    return voice


def sheet_settings(sheets: str, versions: int, paper: str, others: list[str] | None) -> dict[str, str]:
    """Return the settings of printed sheets that the command line names. Ends the command with status 2 where one has no value."""
    settings = {}
    for setting in others or ():
        name, equals, value = setting.partition("=")
        if not equals:
            raise typer.BadParameter(f"{setting!r} is not NAME=VALUE.", param_hint="--set")
        settings[name.strip()] = value.strip()
    named = {"sheets": sheets, "versions": str(versions or ""), "paper": paper}
    return settings | {name: value for name, value in named.items() if value}


def check_settings(settings: dict[str, str], templates: Path | None) -> None:
    """Raise ExportError or TemplateError when sheets cannot be laid out so: before an article is read, which takes longer."""
    from quizgen.export.html.settings import read_settings
    from quizgen.resources import template_roots

    read_settings(template_roots(templates), settings)


def standard_input(article: str) -> bytes | None:
    """Return what stands on standard input when ARTICLE is "-", else None. It is read once: an article may be looked at twice."""
    if article != "-":
        return None
    return sys.stdin.buffer.read() if sys.stdin is not None else b""  # closed: nothing stands there
