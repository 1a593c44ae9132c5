"""The .apkg file itself: genanki's tables filled in memory and packed so that the same deck gives the same bytes.

genanki says which cards a note has; its own writer leaves a temporary file behind, packs without compression, stamps the clock into
the archive, writes all decks again for each deck, and searches every field for tags in a time that grows with its square.
"""

import hashlib
import io
import json
import sqlite3
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

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
_LEVEL = 3  # of Deflate: a fourth of the time of level 9 for a tenth more bytes
_UNIX = 3  # what a zip archive says it was made on, wherever this runs
_NOT_SYNCED = -1  # the update sequence number of what a client has yet to send
_IDS_BEFORE_RELEASE = 100_000_000  # milliseconds, about a day: room for note ids, which Anki shows as the time of creation

_NEW_CARD = (*(0,) * 8, "")
_Row = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class DeckNote:
    """A note ready to be written. `modified` is in seconds since 1970."""

    guid: str
    note_type: NoteType
    fields: tuple[str, ...]
    tags: tuple[str, ...]
    modified: int


class _Placed(NamedTuple):
    """A note with its number, the number of its deck, and its place among the new cards there."""

    number: int
    deck_id: int
    due: int
    note: DeckNote


@dataclass(frozen=True, slots=True)
class AnkiDeck:
    """A deck; Anki knows it by its name, where `::` parts the levels of a tree. Its description is HTML."""

    name: str
    description: str
    notes: tuple[DeckNote, ...] = ()


def apkg(decks: Sequence[AnkiDeck]) -> bytes:
    """Return decks as the bytes of an .apkg. Raises ExportError when two notes have one GUID."""
    _refuse_twins(decks)
    connection = sqlite3.connect(":memory:")
    try:
        _fill(connection.cursor(), decks)
        connection.commit()
        database = connection.serialize()
    finally:
        connection.close()
    return _zip({"collection.anki2": _pinned(database), "media": (b"{}",)})


def _refuse_twins(decks: Sequence[AnkiDeck]) -> None:
    """Anki would import both and say nothing."""
    places: dict[str, str] = {}
    for deck in decks:
        for number, note in enumerate(deck.notes, start=1):
            place = f"item {number} of “{deck.name}”"
            if note.guid in places:
                hint = "remove one of them from the quiz file: they ask the same thing in the same form"
                raise ExportError(f"{places[note.guid]} and {place} would be the same Anki note ({note.guid}).", hint)
            places[note.guid] = place


def _fill(cursor: sqlite3.Cursor, decks: Sequence[AnkiDeck]) -> None:
    cursor.executescript(APKG_SCHEMA)
    cursor.executescript(APKG_COL)
    ids = {deck.name: _deck_id(deck.name) for deck in decks}
    known = json.loads(cursor.execute("SELECT decks FROM col").fetchone()[0])
    known |= {str(ids[deck.name]): _deck_json(ids[deck.name], deck) for deck in decks}
    types = {note.note_type.model.model_id: note.note_type for deck in decks for note in deck.notes}
    models = {str(number): types[number].model.to_json(types[number].modified, ids[decks[0].name]) for number in sorted(types)}
    cursor.execute("UPDATE col SET decks = ?, models = ?, mod = ?", (json.dumps(known), json.dumps(models), RELEASE_TIME * 1000))
    placed = sorted(_placed(decks, ids), key=lambda each: each.number)  # SQLite adds at the end faster than in the middle
    cursor.executemany(f"INSERT INTO notes VALUES ({_marks(11)})", map(_note_row, placed))
    cursor.executemany(f"INSERT INTO cards VALUES ({_marks(18)})", _card_rows(placed))


def _marks(number: int) -> str:
    return ", ".join("?" * number)


def _deck_json(number: int, deck: AnkiDeck) -> dict[str, object]:
    return {**genanki.Deck(number, deck.name, deck.description).to_json(), "mod": RELEASE_TIME}


def _placed(decks: Sequence[AnkiDeck], ids: Mapping[str, int]) -> Iterator[_Placed]:
    """Yield every note with a number that hangs on its GUID, not on its place in the deck."""
    used: set[int] = set()
    for deck in decks:
        for due, note in enumerate(deck.notes, start=1):
            yield _Placed(_free_id(note.guid, used), ids[deck.name], due, note)


def _note_row(placed: _Placed) -> _Row:
    """Return a row of Anki's table of notes; Anki itself computes the checksum of the first field when it imports."""
    note, model = placed.note, placed.note.note_type.model
    texts = (f" {' '.join(note.tags)} ", "\x1f".join(note.fields), note.fields[model.sort_field_index])
    return (placed.number, note.guid, model.model_id, note.modified, _NOT_SYNCED, *texts, 0, 0, "")


def _card_rows(notes: Iterable[_Placed]) -> Iterator[_Row]:
    """Yield a row of Anki's table of cards for each card that genanki finds in a note: a new one, with a place in the deck's order."""
    for number, deck_id, due, note in notes:
        for card in genanki.Note(model=note.note_type.model, fields=note.fields).cards:
            identity = (number + card.ord * _IDS_BEFORE_RELEASE, number, deck_id, card.ord)
            yield (*identity, note.modified, _NOT_SYNCED, 0, 0, due, *_NEW_CARD)


def _free_id(guid: str, used: set[int]) -> int:
    number = RELEASE_TIME * 1000 - 1 - _number(guid) % _IDS_BEFORE_RELEASE
    while number in used:
        number -= 1
    used.add(number)
    return number


def _deck_id(name: str) -> int:
    return RELEASE_TIME * 1000 - _number(f"deck {name}") % _IDS_BEFORE_RELEASE


def _number(text: str) -> int:
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big")


def _pinned(database: bytes) -> Iterator[bytes | memoryview]:
    """Yield, in pieces, a SQLite file whose header no longer says which SQLite wrote it."""
    header = bytearray(database[:100])
    for offset, value in _SQLITE_VERSION_FIELDS:
        header[offset : offset + len(value)] = value
    header[24:28] = header[92:96]
    yield bytes(header)
    yield memoryview(database)[100:]


def _zip(members: Mapping[str, Iterable[bytes | memoryview]]) -> bytes:
    """Return a zip archive without a clock in it: a member opened by its name is dated 1980."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as archive:
        for name, pieces in members.items():
            with archive.open(name, "w") as member:
                for piece in pieces:
                    member.write(piece)
            archive.getinfo(name).create_system = _UNIX
    return buffer.getvalue()
