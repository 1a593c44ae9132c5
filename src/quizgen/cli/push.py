"""`quizgen push`: quizzes into a running Anki, through its add-on AnkiConnect."""

from collections.abc import Sequence
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quizgen.cli.options import QuietOption, TagVanishedOption, TemplatesOption

if TYPE_CHECKING:
    from quizgen.export.anki.pushing import Comparison

_SHOWN = 5  # notes named on the terminal


def push(
    quiz_files: Annotated[list[Path], typer.Argument(metavar="QUIZFILE …", help=".quiz.toml files, or folders of them.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Change nothing; say what would be added, updated, left.")] = False,
    address: Annotated[str, typer.Option(metavar="URL", help="Where AnkiConnect listens.")] = "http://127.0.0.1:8765",
    key: Annotated[str, typer.Option(metavar="KEY", envvar="ANKICONNECT_KEY", help="AnkiConnect's apiKey, where it wants one.")] = "",
    timeout: Annotated[float, typer.Option(min=1, metavar="SECONDS", help="How long to wait for each of Anki's answers.")] = 60,
    templates: TemplatesOption = None,
    tag_vanished: TagVanishedOption = False,
    quiet: QuietOption = False,
) -> None:
    """Put quizzes into a running Anki: new cards are added, changed ones updated where they are, edits of your own left alone."""
    from quizgen.export import ExportOptions
    from quizgen.export.anki.connect import AnkiConnect
    from quizgen.export.anki.deck import NoteTypes, anki_deck
    from quizgen.export.anki.pushing import compare
    from quizgen.export.anki.pushing import push as push_decks
    from quizgen.quizfile import read_quiz
    from quizgen.resources import template_roots

    roots = template_roots(templates)
    types = NoteTypes(roots)
    decks = []
    for path in _quiz_files(quiz_files):
        options = ExportOptions(roots, now=int(path.stat().st_mtime), tag_vanished=tag_vanished)
        decks.append(anki_deck(read_quiz(path), types, options))
    anki = AnkiConnect(address.rstrip("/"), key, timeout)
    done = compare(decks, anki) if dry_run else push_decks(decks, anki)
    if not quiet:
        print("\n".join(_lines(done, "would " if dry_run else "")))


def _quiz_files(paths: Sequence[Path]) -> list[Path]:
    """Return the quiz files given, those in folders too. Raises QuizFileError when a folder holds none."""
    from quizgen.errors import QuizFileError

    found: list[Path] = []
    for path in paths:
        inside = sorted(path.rglob("*.quiz.toml")) if path.is_dir() else [path]
        if not inside:
            raise QuizFileError(f"there is no quiz file in {path}.", f"quizgen make ARTICLE -o {path} writes one")
        found += inside
    return list(dict.fromkeys(found))


def _lines(done: "Comparison", would: str) -> list[str]:
    rows = (("be added" if would else "added", done.added), ("be updated" if would else "updated", done.updated))
    lines = [f"{would + name:<18} {len(notes)}" for name, notes in rows]
    lines.append(f"{'the same':<18} {len(done.same)}")
    if done.edited:
        asked = [dict(zip(note.note_type.fields, note.fields, strict=True)) for note in done.edited[:_SHOWN]]
        names = "; ".join(unescape(fields.get("Question") or fields.get("Text", "")) for fields in asked)
        lines.append(f"{'left as edited':<18} {len(done.edited)}: {names}")
    return lines
