"""`quizgen make`: an article in, a deck and a printed quiz out."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quizgen.cli.account import account_lines, dropped_text, left_out_lines
from quizgen.cli.clock import now, today
from quizgen.cli.options import (
    ArticleArgument,
    AuthorOption,
    DateOption,
    LanguageOption,
    LicenceOption,
    OutputOption,
    PaperOption,
    PipelineOption,
    QuietOption,
    SettingOption,
    SheetsOption,
    TemplatesOption,
    TitleOption,
    ToOption,
    TypedOption,
    UrlOption,
    VersionsOption,
    VoiceOption,
    check_formats,
    check_forms,
    check_settings,
    check_voice,
    sheet_settings,
    standard_input,
)
from quizgen.cli.previous import previous_quiz
from quizgen.cli.progress import progress
from quizgen.errors import QuizgenError

if TYPE_CHECKING:
    from quizgen.export import Exported
    from quizgen.pipeline import MakeOptions
    from quizgen.quiz import Quiz


def make(
    article: ArticleArgument,
    output: OutputOption = Path(),
    to: ToOption = "anki,html",
    items: Annotated[int, typer.Option(min=1, metavar="N", help="How many items to ask for; fewer are made when fewer are sound.")] = 20,
    types: Annotated[str, typer.Option(metavar="FORMS", help="Forms of items, comma-separated: short_answer, cloze, …")] = "",
    language: LanguageOption = "",
    seed: Annotated[int, typer.Option(metavar="N", help="Another seed gives another choice and order.")] = 0,
    deck: Annotated[str, typer.Option(metavar="NAME", help="Name of the Anki deck; the title when not given.")] = "",
    typed: TypedOption = False,
    voice: VoiceOption = "",
    title: TitleOption = "",
    author: AuthorOption = "",
    url: UrlOption = "",
    date: DateOption = "",
    licence: LicenceOption = "",
    pipeline: PipelineOption = "",
    sheets: SheetsOption = "",
    versions: VersionsOption = 0,
    paper: PaperOption = "",
    settings: SettingOption = None,
    templates: TemplatesOption = None,
    force: Annotated[bool, typer.Option("--force", help="Overwrite a quiz file that a person has changed.")] = False,
    quiet: QuietOption = False,
) -> None:
    """Make an Anki deck and a printed quiz from an article, with a quiz file to edit."""
    formats, forms, changes = check_formats(to), check_forms(types), sheet_settings(sheets, versions, paper, settings)
    check_settings(changes, templates)
    from quizgen.pipeline import MakeOptions
    from quizgen.reading import ReadingOptions

    reading = ReadingOptions(language, title, author, url, date, licence, today(), standard_input(article))
    options = MakeOptions(
        reading, items, forms, seed, deck, pipeline, templates, now=now(), outputs=formats, typed=typed, voice=check_voice(voice)
    )
    quiz = _make(article, options, output, force, quiet)
    exported = _exported(quiz, formats, options, changes)
    paths = _write(quiz, exported, output)
    if not quiet:
        print("\n".join([*account_lines(quiz), *left_out_lines(exported), *(f"wrote {path}" for path in paths)]))


def _make(article: str, options: "MakeOptions", output: Path, force: bool, quiet: bool) -> "Quiz":
    """Return the quiz, its notes keeping the identity they have in the quiz file that stands in `output`."""
    from dataclasses import replace

    from quizgen.pipeline import make_quiz
    from quizgen.reading import read_article

    read = read_article(article, options.reading)
    previous = previous_quiz(read, output, force)
    with progress(quiet) as report:
        quiz = make_quiz(read, replace(options, previous=previous), report)
    if not quiz.items:
        account = quiz.account
        raise QuizgenError(
            f"no question about this article passed the checks ({account.facts} facts found; dropped {dropped_text(account.dropped)}).",
            f"quizgen facts {article} shows what was understood; expository texts in whole sentences work best",
        )
    return quiz


def _exported(quiz: "Quiz", formats: tuple[str, ...], options: "MakeOptions", settings: dict[str, str]) -> "Exported":
    from quizgen.export import ExportOptions, export_quiz
    from quizgen.resources import template_roots

    return export_quiz(quiz, formats, ExportOptions(template_roots(options.templates), options.now, settings))


def _write(quiz: "Quiz", exported: "Exported", output: Path) -> list[Path]:
    """Write every file, all or none, and return their paths."""
    from quizgen.export import write_together
    from quizgen.naming import article_file, quiz_file
    from quizgen.quizfile import write_quiz

    contents: dict[Path, bytes | str] = {output / name: data for name, data in exported.files.items()}
    contents[output / quiz_file(quiz)] = write_quiz(quiz)
    contents[output / article_file(quiz)] = quiz.article.text.encode("utf-8", "surrogatepass")
    write_together(contents)
    return list(contents)
