"""From a quiz to its deck: every item that a card can hold, in the quiz's order."""

from collections.abc import Sequence
from pathlib import Path

from quizgen.export.anki.container import AnkiDeck, DeckNote, apkg
from quizgen.export.anki.note_types import NoteType, load_note_type
from quizgen.export.anki.notes import CardWriter, note_content, note_tags, why_not
from quizgen.export.base import Exported, ExportOptions, LeftOut, kept_items
from quizgen.export.escaping import clean, html_text
from quizgen.export.labels import Labels
from quizgen.export.origin import is_web_page, origin_parts
from quizgen.identity import content_hash, form_of_note, note_guid, note_time
from quizgen.items import Item
from quizgen.languages import get_language
from quizgen.naming import file_stem
from quizgen.quiz import Quiz


def export(quiz: Quiz, options: ExportOptions) -> Exported:
    """Return `<slug>.apkg`; matching and ordering are left out. Raises ExportError when two items would be one note."""
    return export_tree((quiz,), f"{file_stem(quiz)}.apkg", options)


def export_tree(quizzes: Sequence[Quiz], name: str, options: ExportOptions, root: str = "") -> Exported:
    """Return one package of a deck for each quiz, and of the deck `root` that says where all come from.

    Raises ExportError when two items would be one note.
    """
    types = NoteTypes(options.templates)
    decks = [anki_deck(quiz, types, options) for quiz in quizzes]
    if root:
        sources = [_origin(quiz, Labels(quiz.article.language, options.templates)) for quiz in quizzes]
        decks.insert(0, AnkiDeck(" ".join(clean(root).split()), "<br>".join(sources)))
    left_out = tuple(LeftOut("anki", item.id, why_not(item)) for quiz in quizzes for item in kept_items(quiz) if why_not(item))
    return Exported({name: apkg(decks)}, left_out)


def anki_deck(quiz: Quiz, types: "NoteTypes", options: ExportOptions) -> AnkiDeck:
    """Return a quiz as its deck: what a card can hold, in the quiz's order, and after it what is only to be tagged."""
    labels = Labels(quiz.article.language, options.templates)
    writer = CardWriter(quiz.article, labels, get_language(quiz.article.language).typeset, quiz.typed, quiz.voice)
    notes = [_note(item, quiz, writer, types, options.now) for item in kept_items(quiz) if not why_not(item)]
    if options.tag_vanished:
        gone = (item for item in quiz.vanished if item.status != "rejected" and not why_not(item))
        notes += (_note(item, quiz, writer, types, options.now, is_vanished=True) for item in gone)
    return AnkiDeck(" ".join(clean(quiz.deck or quiz.title).split()), _description(quiz, labels), tuple(notes))


class NoteTypes:
    """The note types a deck needs, each loaded once."""

    def __init__(self, roots: Sequence[Path]) -> None:
        self._roots = roots
        self._loaded: dict[str, NoteType] = {}

    def __getitem__(self, name: str) -> NoteType:
        if name not in self._loaded:
            self._loaded[name] = load_note_type(name, self._roots)
        return self._loaded[name]


def _note(item: Item, quiz: Quiz, writer: CardWriter, types: NoteTypes, now: int, *, is_vanished: bool = False) -> DeckNote:
    content = note_content(item, writer)
    note_type = types[content.note_type]
    return DeckNote(
        guid=_guid(item, content.note_type, note_type),
        note_type=note_type,
        fields=tuple(content.fields.get(name, "") for name in note_type.fields),
        tags=(*note_tags(item, file_stem(quiz)), *(("quizgen::vanished",) if is_vanished else ())),
        modified=item.proof.modified if is_vanished and item.proof else _modified(item, quiz, now),
    )


def _guid(item: Item, kind: str, note_type: NoteType) -> str:
    """The GUID the item has been given; in another note type it is another note, because Anki never changes a note's type."""
    key = item.proof.identity if item.proof and item.proof.identity else f"by hand/{item.id}"
    form = "short_answer, typed" if kind == "typed" else item.form
    if note_type.is_own:
        return note_guid(key, f"{form}, {note_type.model.model_id}")
    given = item.proof.guid if item.proof else ""
    is_of_form = form_of_note(key, given) in ("", item.form)  # a person may have given the item another one since
    return given if given and kind != "typed" and is_of_form else note_guid(key, form)


def _modified(item: Item, quiz: Quiz, now: int) -> int:
    """The time in the proof while the item is the one it was stamped for, else `now`, but never an earlier one."""
    if item.proof is None:
        return now
    return note_time(content_hash(item, quiz.article, quiz.voice), now, item.proof.content_hash, item.proof.modified)


def _description(quiz: Quiz, labels: Labels) -> str:
    """Where the deck comes from, in HTML, and what made it."""
    return f"{_origin(quiz, labels)}<br>{html_text(labels.text('page', 'made_with'))}"


def _origin(quiz: Quiz, labels: Labels) -> str:
    """The article's title with its link, its author, date and licence, in HTML."""
    article = quiz.article
    title = f"<b>{html_text(article.title or quiz.title)}</b>"
    if is_web_page(article):
        title = f'<a href="{html_text(article.url)}">{title}</a>'
    return ", ".join((title, *(html_text(part) for part in origin_parts(article, labels))))
