"""Anki's note types: fields and numbers frozen in note_types.toml, faces and style from `templates/anki/`."""

import datetime
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import genanki

from quizgen.errors import TemplateError
from quizgen.export.anki.own_note_types import OwnNoteType, check_faces, own_note_type
from quizgen.resources import find, read_text, shipped_templates

_HIDDEN = ("Key",)  # fields that a search in Anki passes over unless they are named


@dataclass(frozen=True, slots=True)
class NoteType:
    """A note type: genanki's model for it, the names of its fields in order, the time its faces last changed (seconds since 1970).

    `is_own` is true when a face or the style is the user's: it then has the user's number, and its notes are other notes than ours.
    """

    model: genanki.Model
    fields: tuple[str, ...]
    modified: int
    is_own: bool = False


def load_note_type(name: str, roots: Sequence[Path]) -> NoteType:
    """Return the note type of `templates/anki/<name>/`. Raises TemplateError when a face is missing, or a user's set has no number."""
    table = _tables()[name]
    faces = [f"anki/{name}/front.html", f"anki/{name}/back.html", "anki/style.css"]
    own = _own(name, faces, roots)
    front, back, style = (read_text(face, roots) for face in faces)
    model = genanki.Model(
        own.number if own else table["id"],
        own.name if own else table["name"],
        fields=[_field(field) for field in table["fields"]],
        templates=[{**table["card"], "qfmt": front, "afmt": back}],
        css=style,
        model_type=genanki.Model.CLOZE if table["kind"] == "cloze" else genanki.Model.FRONT_BACK,
        sort_field_index=_names(table).index(table["sort"]),
    )
    if own:
        check_faces(model, table["sort"], [find(face, roots) for face in faces[:2]])
    return NoteType(model, _names(table), own.modified if own else _faces_changed(), own is not None)


def check_cards(root: Path) -> list[TemplateError]:
    """Return what is wrong with the cards in a folder of templates, a mistake of one note type each."""
    problems = []
    for name in _tables():
        try:
            load_note_type(name, (root, shipped_templates()))
        except TemplateError as error:
            problems.append(error)
    return problems


def _own(name: str, faces: Sequence[str], roots: Sequence[Path]) -> OwnNoteType | None:
    """Return the note type that the user declares, or None when every face is one that came with quizgen."""
    changed = [path for path in (find(face, roots) for face in faces) if not path.resolve().is_relative_to(shipped_templates().resolve())]
    return own_note_type(name, changed, roots, {table["id"] for table in _tables().values()}) if changed else None


@cache
def _tables() -> dict[str, Any]:
    tables = _file()
    return {name: table for name, table in tables.items() if isinstance(table, dict)}


@cache
def _file() -> dict[str, Any]:
    return tomllib.loads((files("quizgen.export.anki") / "note_types.toml").read_text(encoding="utf-8"))


def _faces_changed() -> int:
    changed: datetime.datetime = _file()["faces_changed"]
    return int(changed.timestamp())


def _names(table: dict[str, Any]) -> tuple[str, ...]:
    return tuple(field["name"] for field in table["fields"])


def _field(table: dict[str, Any]) -> dict[str, Any]:
    return {**table, "excludeFromSearch": table["name"] in _HIDDEN, "collapsed": table["name"] in _HIDDEN}
