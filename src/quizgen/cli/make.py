"""`quizgen make`: an article in, a deck and a printed quiz out."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quizgen.cli.account import account_lines, change_lines, dropped_text, left_out_lines
from quizgen.cli.clock import now, today
from quizgen.cli.ending import unsearched
from quizgen.cli.folder import make_folder
from quizgen.cli.options import (
    ArticlesArgument,
    AuthorOption,
    DateOption,
    EntitiesOption,
    LanguageOption,
    LicenceOption,
    OutputOption,
    PaperOption,
    PipelineOption,
    QuietOption,
    SettingOption,
    SheetsOption,
    TagVanishedOption,
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
from quizgen.cli.outputs import Outputs, exported_contents, quiz_contents, refuse_to_overwrite
from quizgen.cli.previous import other_files_lines, previous_quiz
from quizgen.cli.progress import progress
from quizgen.cli.why_not import print_why_not
from quizgen.errors import QuizgenError

if TYPE_CHECKING:
    from quizgen.pipeline import Made, MakeOptions
    from quizgen.quiz import Quiz


def make(
    article: ArticlesArgument,
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
    entities: EntitiesOption = None,
    sheets: SheetsOption = "",
    versions: VersionsOption = 0,
    paper: PaperOption = "",
    settings: SettingOption = None,
    templates: TemplatesOption = None,
    tag_vanished: TagVanishedOption = False,
    focus: Annotated[str, typer.Option(metavar="PHRASE", help="A person or theme that the items should be about.")] = "",
    why_not: Annotated[bool, typer.Option("--why-not", help="List what is not in the quiz, with reasons.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Make the quiz anew and lose what a person changed in its quiz file.")] = False,
    quiet: QuietOption = False,
) -> None:
    """Make an Anki deck and a printed quiz from an article, with a quiz file to edit; from a folder of articles, one tree of decks."""
    formats, forms, changes = check_formats(to), check_forms(types), sheet_settings(sheets, versions, paper, settings)
    check_settings(changes, templates)
    from quizgen.export import ExportOptions
    from quizgen.pipeline import MakeOptions
    from quizgen.reading import ReadingOptions
    from quizgen.resources import template_roots

    reading = ReadingOptions(language, title, author, url, date, licence, today(), standard_input(article))
    options = MakeOptions(
        reading, items, forms, seed, deck, pipeline, templates,
        now=now(), focus=focus, outputs=formats, typed=typed, voice=check_voice(voice), entities=entities,
    )  # fmt: skip
    printing = ExportOptions(template_roots(templates), now=options.now, settings=changes, tag_vanished=tag_vanished)
    outputs = Outputs(output, formats, printing, force, quiet)
    if article not in ("", "-") and Path(article).is_dir():
        refuse_for_folder(title=title, url=url, why_not="yes" * why_not)
        make_folder(Path(article), options, outputs)
    else:
        make_article(article, options, outputs, why_not)


def refuse_for_folder(**given: str) -> None:
    """End the command with status 2 when an option was given that can only hold for one article."""
    for name, value in given.items():
        if value:
            raise typer.BadParameter("it holds for one article, not for a folder of them.", param_hint=f"--{name}")


@unsearched()
def make_article(article: str, options: "MakeOptions", outputs: Outputs, why_not: bool) -> None:
    """Make one article's quiz, write all files or none, and print the account."""
    from quizgen.export import export_quiz, write_together

    made, previous = _make(article, options, outputs)
    quiz = made.quiz
    if why_not:
        print_why_not(made)
    _refuse_empty(quiz, article)
    exported = export_quiz(quiz, outputs.formats, outputs.options)
    contents = exported_contents(exported, outputs.folder) | quiz_contents(quiz, outputs.folder)
    refuse_to_overwrite((Path(article),), contents)
    write_together(contents)
    if not outputs.quiet:
        told = (*account_lines(quiz), *change_lines(quiz, previous), *other_files_lines(quiz, outputs.folder), *left_out_lines([exported]))
        print("\n".join([*told, *(f"wrote {path}" for path in contents)]))


def _make(article: str, options: "MakeOptions", outputs: Outputs) -> "tuple[Made, Quiz | None]":
    """Return the quiz, merged with the one that stands where it will be written, with what might have been in it, and that one."""
    from dataclasses import replace

    from quizgen import pipeline
    from quizgen.reading import read_article

    read = read_article(article, options.reading)
    previous = previous_quiz(read, outputs.folder, outputs.force, by_text=True)
    with progress(outputs.quiet) as report:
        return pipeline.make(read, replace(options, previous=previous), report), previous


def _refuse_empty(quiz: "Quiz", article: str) -> None:
    """Raise QuizgenError when a quiz has no item, with what was found and dropped."""
    if not quiz.items:
        account = quiz.account
        raise QuizgenError(
            f"no question about this article passed the checks ({account.facts} facts found; dropped {dropped_text(account.dropped)}).",
            f"quizgen facts {article} shows what was understood; expository texts in whole sentences work best",
        )
