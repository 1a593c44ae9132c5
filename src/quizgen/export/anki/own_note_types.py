"""A user's own set of cards: faces in a folder given to --templates, under a note type that the user declares there.

Anki knows a note type by its number. Faces of two makers under one number would replace each other in every collection that meets both.
"""

import hashlib
import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import genanki

from quizgen.errors import TemplateError
from quizgen.resources import read_text

FILE = "anki/note-types.toml"
_NAMED = re.compile(r"\{\{[#^/]?(?:[^{}:]*:)*([^{}:]*)\}\}")
_ALWAYS_THERE = frozenset({"", "FrontSide", "Tags", "Type", "Deck", "Subdeck", "Card", "CardFlag", "CardID", "c1"})
_LARGEST = 2**53  # what every client's JavaScript still counts exactly


@dataclass(frozen=True, slots=True)
class OwnNoteType:
    """What a user declares: the note type's number and name; and when a face of the set last changed (seconds since 1970)."""

    number: int
    name: str
    modified: int


def own_note_type(name: str, faces: Sequence[Path], roots: Sequence[Path], taken: set[int]) -> OwnNoteType:
    """Return the note type declared for the set that `faces` belong to. Raises TemplateError when it is missing or wrong."""
    root = next(root for root in roots if faces[0].is_relative_to(root))
    path = root / FILE
    table = _declared(path, root).get(name, {})
    number, title = (table.get("id"), table.get("name")) if isinstance(table, dict) else (None, None)
    if not isinstance(number, int) or not 0 < number < _LARGEST or number in taken or not isinstance(title, str) or not title.strip():
        example = f'[{name}] with id = {_suggested(root, name)} and name = "My {name}"'
        raise TemplateError(
            f"{faces[0]} is a card of your own, and {path} does not say under which note type.",
            f"write there {example}; keep the number for ever: by it Anki knows your cards",
        )
    return OwnNoteType(number, title.strip(), max(int(face.stat().st_mtime) for face in faces))


def check_faces(model: genanki.Model, asks: str, faces: Sequence[Path]) -> None:
    """Raise TemplateError when a face names a field that is not there, or the front would leave a note without its card.

    Anki writes such mistakes on the card itself. `asks` is the field that the front must show: plainly, as a cloze where it is one, for
    genanki does not look through other filters.
    """
    fields = {field["name"] for field in model.fields}
    for path, face in zip(faces, (model.templates[0]["qfmt"], model.templates[0]["afmt"]), strict=True):
        for name in _NAMED.findall(face):
            if name.strip() not in fields | _ALWAYS_THERE:
                raise TemplateError(f"{path}: there is no field {{{{{name}}}}}.", f"the fields are {', '.join(sorted(fields))}")
    shown = f"{{{{cloze:{asks}}}}}" if model.model_type == genanki.Model.CLOZE else f"{{{{{asks}}}}}"
    if shown not in model.templates[0]["qfmt"]:
        raise TemplateError(f"{faces[0]} does not show what is asked.", f"write {shown} there")


def _declared(path: Path, root: Path) -> dict[str, Any]:
    if not path.is_file():
        return {}
    try:
        return tomllib.loads(read_text(FILE, (root,)))
    except tomllib.TOMLDecodeError as error:
        raise TemplateError(f"{path} is not valid TOML: {error}.", "mend that line") from error


def _suggested(root: Path, name: str) -> int:
    """Return a number that no other maker is likely to have: like Anki's own, a time of day in milliseconds."""
    digest = hashlib.sha256(f"{root.resolve()} {name}".encode("utf-8", "surrogatepass")).digest()
    return 1_500_000_000_000 + int.from_bytes(digest[:8], "big") % 250_000_000_000
