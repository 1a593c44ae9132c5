"""Brings decks into a running Anki, having compared them with what is there, and counts afterwards.

AnkiConnect's `importPackage` only says that it has not failed, so what has come of it is looked up: notes are known by the field Key, which
names the question, since no search in Anki finds a GUID.
"""

import base64
import re
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any

from quizgen.errors import AnkiError
from quizgen.export.anki.connect import AnkiConnect
from quizgen.export.anki.container import AnkiDeck, DeckNote, apkg

_AT_ONCE = 500  # notes asked for in one request
_FILE = "_quizgen_push.apkg"

_Name = tuple[str, str]  # a note's type and Key


@dataclass(frozen=True, slots=True)
class InAnki:
    """A note as it stands in Anki; `modified` is 0 where AnkiConnect does not tell it."""

    fields: Mapping[str, str]
    tags: frozenset[str]
    modified: int = 0


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a push does: notes to add, to update, those that stay as the user edited them, those that are the same already."""

    added: tuple[DeckNote, ...] = ()
    updated: tuple[DeckNote, ...] = ()
    edited: tuple[DeckNote, ...] = ()
    same: tuple[DeckNote, ...] = ()


def compare(decks: Sequence[AnkiDeck], anki: AnkiConnect) -> Comparison:
    """Return what pushing `decks` would do. Raises AnkiError."""
    anki.check()
    notes = [note for deck in decks for note in deck.notes]
    there = _notes_in_anki(notes, anki)
    sorted_out: dict[str, list[DeckNote]] = {"added": [], "updated": [], "edited": [], "same": []}
    for note in notes:
        sorted_out[_fate(note, there.get(_name(note)))].append(note)
    return Comparison(**{fate: tuple(each) for fate, each in sorted_out.items()})


def push(decks: Sequence[AnkiDeck], anki: AnkiConnect) -> Comparison:
    """Import `decks` and return what came of it, as looked up afterwards. Raises AnkiError when a note is missing then."""
    before = compare(decks, anki)
    _import(apkg(decks), anki)
    after = compare(decks, anki)
    if after.added:
        total = sum(len(deck.notes) for deck in decks)
        raise AnkiError(
            f"Anki has only {total - len(after.added)} of {total} notes after the import.",
            "import the .apkg by File → Import to see what Anki says",
        )
    is_there = {note.guid for note in after.same}
    return Comparison(
        before.added,
        tuple(note for note in before.updated if note.guid in is_there),
        before.edited + tuple(note for note in before.updated if note.guid not in is_there),
        before.same,
    )


def _fate(note: DeckNote, there: InAnki | None) -> str:
    if there is None:
        return "added"
    is_same = all(there.fields.get(name) == text for name, text in _fields(note).items())
    if is_same and {tag.casefold() for tag in note.tags} <= there.tags:  # Anki keeps a tag in the case it first met
        return "same"
    return "edited" if there.modified >= note.modified else "updated"


def _name(note: DeckNote) -> _Name:
    return note.note_type.model.name, _fields(note)["Key"]


def _fields(note: DeckNote) -> dict[str, str]:
    return dict(zip(note.note_type.fields, note.fields, strict=True))


def _notes_in_anki(notes: Sequence[DeckNote], anki: AnkiConnect) -> dict[_Name, InAnki]:
    wanted = set(map(_name, notes))
    numbers = sorted({number for query in _queries(notes) for number in anki.call("findNotes", query=query)})
    found: dict[_Name, InAnki] = {}
    for start in range(0, len(numbers), _AT_ONCE):
        for told in anki.call("notesInfo", notes=numbers[start : start + _AT_ONCE]):
            if told and (name := (told["modelName"], told["fields"].get("Key", {}).get("value", ""))) in wanted:
                found[name] = _in_anki(told)
    return found


def _in_anki(told: Mapping[str, Any]) -> InAnki:
    fields = {name: field["value"] for name, field in told["fields"].items()}
    return InAnki(fields, frozenset(tag.casefold() for tag in told["tags"]), int(told.get("mod", 0)))


def _queries(notes: Iterable[DeckNote]) -> list[str]:
    """Return searches that find the notes, and perhaps others: by the first part of their keys, all but plain characters left open."""
    heads = {re.sub(r"[^A-Za-z0-9.]+", "*", _fields(note)["Key"].split("/")[0]) for note in notes}
    return sorted(f'"Key:{head}*"' for head in heads)


def _import(data: bytes, anki: AnkiConnect) -> None:
    """Have Anki import a package: from this machine's disk where it runs here and may read it, else by way of its media folder."""
    if anki.is_here:
        with tempfile.TemporaryDirectory(prefix="quizgen-") as folder:
            path = Path(folder) / "deck.apkg"
            path.write_bytes(data)
            try:
                anki.call("importPackage", path=str(path.resolve()))
            except AnkiError as error:
                if "refused" not in error.message:
                    raise  # closed, busy: another way in will not help. A sandboxed Anki cannot see the file: that one will
            else:
                return
    _import_from_media(data, anki)


def _import_from_media(data: bytes, anki: AnkiConnect) -> None:
    folder = str(anki.call("getMediaDirPath"))
    anki.call("storeMediaFile", filename=_FILE, data=base64.b64encode(data).decode("ascii"))
    try:
        kind = PureWindowsPath if "\\" in folder else PurePosixPath
        anki.call("importPackage", path=str(kind(folder) / _FILE))
    finally:
        anki.call("deleteMediaFile", filename=_FILE)
