"""Anki's note types: fields and numbers frozen in note_types.toml, faces and style from `templates/anki/`."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import genanki

from quizgen.identity import RELEASE_TIME
from quizgen.resources import find, read_text, shipped_templates

_HIDDEN = ("Key",)  # fields that a search in Anki passes over unless they are named


@dataclass(frozen=True, slots=True)
class NoteType:
    """A note type: genanki's model for it, the names of its fields in order, the time its faces last changed."""

    model: genanki.Model
    fields: tuple[str, ...]
    modified: int


def load_note_type(name: str, roots: Sequence[Path]) -> NoteType:
    """Return the note type of `templates/anki/<name>/`. Raises TemplateError when a face is missing."""
    table = _tables()[name]
    faces = [f"anki/{name}/front.html", f"anki/{name}/back.html", "anki/style.css"]
    front, back, style = (read_text(face, roots) for face in faces)
    card = {**table["card"], "qfmt": front, "afmt": back}
    model = genanki.Model(
        table["id"],
        table["name"],
        fields=[_field(field) for field in table["fields"]],
        templates=[card],
        css=style,
        model_type=genanki.Model.CLOZE if table["kind"] == "cloze" else genanki.Model.FRONT_BACK,
        sort_field_index=_names(table).index(table["sort"]),
    )
    return NoteType(model, _names(table), max(_face_time(face, roots) for face in faces))


@cache
def _tables() -> dict[str, Any]:
    return tomllib.loads((files("quizgen.export.anki") / "note_types.toml").read_text(encoding="utf-8"))


def _names(table: dict[str, Any]) -> tuple[str, ...]:
    return tuple(field["name"] for field in table["fields"])


def _field(table: dict[str, Any]) -> dict[str, Any]:
    return {**table, "excludeFromSearch": table["name"] in _HIDDEN, "collapsed": table["name"] in _HIDDEN}


def _face_time(relative: str, roots: Sequence[Path]) -> int:
    """The release's time for a face that came with it, the file's own for one that a user has put in its place."""
    path = find(relative, roots)
    if path.is_relative_to(shipped_templates()):
        return RELEASE_TIME
    return max(RELEASE_TIME + 1, int(path.stat().st_mtime))
