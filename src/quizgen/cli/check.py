"""`quizgen check`: the item-writing flaws of any quiz file, one written by hand too."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quizgen.cli.options import QuietOption
from quizgen.cli.tables import print_table

if TYPE_CHECKING:
    from quizgen.items import Finding, Item


def check(
    quiz_file: Annotated[Path, typer.Argument(metavar="QUIZFILE", help="A quiz file; one without an article needs [[item]] tables alone.")],
    language: Annotated[str, typer.Option(metavar="fr|en", help="Language of the items, where the file does not say.")] = "",
    strict: Annotated[bool, typer.Option("--strict", help="End with status 1 when anything is found.")] = False,
    quiet: QuietOption = False,
) -> None:
    """Look for item-writing flaws in a quiz: in each item, and between items."""
    from quizgen.quizfile import read_items_of

    code, items = read_items_of(quiz_file, language)
    found = [(item, finding) for item, finding in findings_of(items, code) if item.status != "rejected"]
    if not quiet:
        if found:
            rows = ((item.id, item.question, finding.flaw, finding.message, finding.severity) for item, finding in found)
            print_table(("item", "question", "flaw", "what is wrong", "severity"), rows)
        print(f"{len(found)} findings in {len({item.id for item, _ in found})} of {len(items)} items")
    raise typer.Exit(1 if strict and found else 0)


def findings_of(items: "Sequence[Item]", code: str) -> "Iterator[tuple[Item, Finding]]":
    """Yield what is wrong with each item, then what is wrong between items."""
    from quizgen.flaws import Wording, find_deck_flaws, find_flaws
    from quizgen.languages import get_language

    wording = Wording(get_language(code))
    yield from ((item, finding) for item in items for finding in find_flaws(item, wording))
    yield from find_deck_flaws([item for item in items if item.status != "rejected"])
