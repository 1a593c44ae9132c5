"""The .apkg file itself: genanki's tables filled in memory and packed so that the same deck gives the same bytes.

genanki's own writer leaves a temporary file behind, packs without compression, and stamps the clock into the archive.
"""

import hashlib
import io
import json
import sqlite3
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import genanki
from genanki.apkg_col import APKG_COL
from genanki.apkg_schema import APKG_SCHEMA

from quizgen.errors import ExportError
from quizgen.export.anki.note_types import NoteType
from quizgen.identity import RELEASE_TIME

# Change counter and writing library, SQLite file format 1.3.
_SQLITE_VERSION_FIELDS = (
    (92, b"\x00\x00\x00\x01"),
    (96, (3_040_000).to_bytes(4, "big")),
)
_IDS_BEFORE_RELEASE = 100_000_000  # milliseconds, about a day: room for note ids, which Anki shows as the time of creation


@dataclass(frozen=True, slots=True)
class DeckNote:
    """A note ready to be written. `modified` is in seconds since 1970."""

    guid: str
    note_type: NoteType
    fields: tuple[str, ...]
    tags: tuple[str, ...]
    modified: int


@dataclass(frozen=True, slots=True)
class AnkiDeck:
    """A deck; Anki knows it by its name. Its description is HTML."""

    name: str
    description: str
    notes: tuple[DeckNote, ...]


def apkg(deck: AnkiDeck) -> bytes:
    """Return the deck as the bytes of an .apkg. Raises ExportError when two notes have one GUID."""
    _refuse_twins(deck.notes)
    connection = sqlite3.connect(":memory:")
    try:
        _fill(connection.cursor(), deck)
        connection.commit()
        database = connection.serialize()
    finally:
        connection.close()
    return _zip((("collection.anki2", _pinned(database)), ("media", b"{}")))


def _refuse_twins(notes: Sequence[DeckNote]) -> None:
    """Anki would import both and say nothing."""
    guids = [note.guid for note in notes]
    for place, guid in enumerate(guids):
        if guid in guids[:place]:
            hint = "remove one of them from the quiz file: they ask the same thing in the same form"
            raise ExportError(f"items {guids.index(guid) + 1} and {place + 1} would be the same Anki note ({guid}).", hint)


def _fill(cursor: sqlite3.Cursor, deck: AnkiDeck) -> None:
    cursor.executescript(APKG_SCHEMA)
    cursor.executescript(APKG_COL)
    deck_id = _deck_id(deck.name)
    decks = json.loads(cursor.execute("SELECT decks FROM col").fetchone()[0])
    decks[str(deck_id)] = {**genanki.Deck(deck_id, deck.name, deck.description).to_json(), "mod": RELEASE_TIME}
    types = {note.note_type.model.model_id: note.note_type for note in deck.notes}
    models = {str(number): types[number].model.to_json(types[number].modified, deck_id) for number in sorted(types)}
    cursor.execute("UPDATE col SET decks = ?, models = ?, mod = ?", (json.dumps(decks), json.dumps(models), RELEASE_TIME * 1000))
    used: set[int] = set()
    for due, note in enumerate(deck.notes, start=1):
        _write_note(cursor, note, deck_id, due, used)


def _write_note(cursor: sqlite3.Cursor, note: DeckNote, deck_id: int, due: int, used: set[int]) -> None:
    """Write a note and its one card under ids that hang on the note's GUID, not on its place in the deck."""
    number = _free_id(note.guid, used)
    used.add(number)
    written = genanki.Note(model=note.note_type.model, fields=list(note.fields), tags=list(note.tags), guid=note.guid, due=due)
    written.write_to_db(cursor, note.modified, deck_id, iter((number, number)))


def _free_id(guid: str, used: set[int]) -> int:
    number = RELEASE_TIME * 1000 - 1 - _number(guid) % _IDS_BEFORE_RELEASE
    while number in used:
        number -= 1
    return number


def _deck_id(name: str) -> int:
    return RELEASE_TIME * 1000 - _number(f"deck {name}") % _IDS_BEFORE_RELEASE


def _number(text: str) -> int:
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big")


def _pinned(database: bytes) -> bytes:
    """Return a SQLite file whose header no longer says which SQLite wrote it."""
    header = bytearray(database[:100])
    for offset, value in _SQLITE_VERSION_FIELDS:
        header[offset : offset + len(value)] = value
    header[24:28] = header[92:96]
    return bytes(header) + database[100:]


def _zip(members: Iterable[tuple[str, bytes]]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in members:
            entry = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            entry.create_system = 3  # Unix, wherever this runs
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, data, zipfile.ZIP_DEFLATED, compresslevel=9)
    return buffer.getvalue()
