"""`quizgen make DIR`: a folder of articles in, one tree of decks and a printed quiz for each article out."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from quizgen.cli.account import change_lines, left_out_lines
from quizgen.cli.outputs import Contents, Outputs, exported_contents, quiz_contents, refuse_to_overwrite
from quizgen.cli.previous import previous_quiz
from quizgen.cli.progress import progress
from quizgen.errors import QuizgenError

if TYPE_CHECKING:
    from quizgen.article import Article
    from quizgen.export import Exported
    from quizgen.folder import Folder
    from quizgen.pipeline import MakeOptions
    from quizgen.quiz import Quiz

DECK = "anki"


def make_folder(folder: Path, options: "MakeOptions", outputs: Outputs) -> None:
    """Make every article's quiz, write all files or none, and print what came of each."""
    from quizgen.export import write_together
    from quizgen.folder import Folder, Source, make_quizzes, read_sources, refuse_twins
    from quizgen.naming import deck_level

    def previous(article: "Article", inside: Path) -> "Quiz | None":
        return previous_quiz(article, outputs.folder / inside, outputs.force)

    read = list(read_sources(folder, options.deck or deck_level(folder.resolve().name), options, previous))
    sources = [one for one in read if isinstance(one, Source)]
    refuse_twins(sources)
    with progress(outputs.quiet) as report:
        made = make_quizzes(sources, options, report)
    made = Folder(made.quizzes, (*(one for one in read if not isinstance(one, Source)), *made.left_out))
    if not made.quizzes:
        raise QuizgenError(f"no article in {folder} gave a question.", f"quizgen make {made.left_out[0][0]} says more about one of them")
    contents, exported = _contents(made, folder, options, outputs)
    refuse_to_overwrite((source.path for source in sources), contents)
    write_together(contents)
    if not outputs.quiet:
        print("\n".join([*_lines(made, folder), *left_out_lines(exported), *(f"wrote {path}" for path in contents)]))


def _contents(made: "Folder", folder: Path, options: "MakeOptions", outputs: Outputs) -> tuple[Contents, "list[Exported]"]:
    from quizgen.export import export_quiz
    from quizgen.export.formats import export_decks
    from quizgen.naming import slug

    contents: Contents = {}
    exported = []
    if DECK in outputs.formats:
        root = options.deck or made.quizzes[0][0].levels[0]
        exported.append(export_decks([quiz for _, quiz in made.quizzes], root, slug(root) or "decks", outputs.options))
        contents |= exported_contents(exported[-1], outputs.folder)
    for source, quiz in made.quizzes:
        place = outputs.folder / source.path.relative_to(folder).parent
        exported.append(export_quiz(quiz, [name for name in outputs.formats if name != DECK], outputs.options))
        contents |= exported_contents(exported[-1], place) | quiz_contents(quiz, place)
    return contents, exported


def _lines(made: "Folder", folder: Path) -> Iterator[str]:
    from quizgen.continuity import ELSEWHERE

    for source, quiz in made.quizzes:
        yield f"{quiz.account.kept:>3} questions  {source.path.relative_to(folder)}"
        yield from change_lines(quiz, source.previous)
    for path, reason in made.left_out:
        yield f"  0 questions  {path.relative_to(folder)}: {reason}"
    items = sum(quiz.account.kept for _, quiz in made.quizzes)
    told = sum(quiz.account.dropped.get(ELSEWHERE, 0) for _, quiz in made.quizzes)
    yield f"{items:>3} questions from {len(made.quizzes)} articles; {told} were not written a second time because another article asks them"
