"""The deck, as the real Anki reads it."""

import hashlib
import io
import os
import random
import sqlite3
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest, ImportLogWithChanges

from quizgen.continuity import remembering
from quizgen.errors import ExportError, TemplateError
from quizgen.export import ExportOptions, export_quiz
from quizgen.export.anki.container import AnkiDeck, DeckNote, apkg
from quizgen.export.anki.note_types import check_cards, load_note_type
from quizgen.export.anki.own_note_types import check_faces
from quizgen.items import MultipleChoice, ShortAnswer
from quizgen.quiz import Quiz
from quizgen.quizfile import stamp
from quizgen.resources import shipped_templates, template_roots
from tests.cli.running import quizgen
from tests.sample_quizzes import english_quiz, french_quiz

HOSTILE = 'a [sound:x.mp3] {{c1::b::c}} \\(x\\) <b>&amp;</b> "q" \x1f ::  [latex]y[/latex] {{Question}} -->'


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    opened = Collection(str(tmp_path / "test.anki2"))
    yield opened
    opened.close()


def deck_of(quiz: Quiz, **options: object) -> bytes:
    files = export_quiz(quiz, ["anki"], ExportOptions(**options)).files  # type: ignore[arg-type]
    (data,) = files.values()
    return data


def imported(collection: Collection, quiz: Quiz, folder: Path, **options: object) -> tuple[int, int]:
    """Import the quiz's deck as Anki's own window does; return how many notes are new and how many updated."""
    path = folder / "deck.apkg"
    path.write_bytes(deck_of(quiz, **options))
    log = import_file(collection, path)
    assert not log.conflicting
    return len(log.new), len(log.updated)


def import_file(collection: Collection, path: Path) -> ImportLogWithChanges.Log:
    """Import a package with the choices that Anki's window has ticked at first, and return what Anki says of it."""
    return collection.import_anki_package(ImportAnkiPackageRequest(package_path=str(path), options=ImportAnkiPackageOptions())).log


@pytest.mark.parametrize(("quiz", "count"), [(french_quiz(), 7), (english_quiz(), 4)], ids=["fr", "en"])
def test_every_note_has_its_one_card(quiz: Quiz, count: int, collection: Collection, tmp_path: Path) -> None:
    assert imported(collection, quiz, tmp_path) == (count, 0)
    assert (collection.note_count(), collection.card_count()) == (count, count)
    collection.fix_integrity()
    assert collection.card_count() == count, "Anki had to add or remove cards"
    assert not collection.get_empty_cards().notes


@pytest.mark.parametrize("typed", [False, True])
def test_cards_are_those_that_anki_itself_makes(typed: bool, collection: Collection, tmp_path: Path) -> None:
    imported(collection, replace(french_quiz(), typed=typed), tmp_path)
    for number in collection.find_notes(""):
        written = collection.get_note(number)
        own = collection.new_note(written.note_type())
        own.fields = list(written.fields)
        collection.add_note(own, collection.decks.get_current_id())
        assert [card.ord for card in own.cards()] == [card.ord for card in written.cards()] == [0]


def test_cards_come_in_the_order_of_the_quiz(collection: Collection, tmp_path: Path) -> None:
    imported(collection, french_quiz(), tmp_path)
    cards = [collection.get_card(number) for number in collection.find_cards("", order="c.due")]
    assert [card.note().guid for card in cards] == [item.proof.guid for item in french_quiz().items if item.proof]


def test_same_deck_again_changes_nothing(collection: Collection, tmp_path: Path) -> None:
    imported(collection, french_quiz(), tmp_path)
    assert imported(collection, french_quiz(), tmp_path) == (0, 0)


def test_corrected_item_is_updated_and_keeps_the_learners_progress(collection: Collection, tmp_path: Path) -> None:
    old = french_quiz()
    imported(collection, old, tmp_path)
    studied, edited = (note_with(collection, item.proof.guid) for item in old.items[:2] if item.proof)
    card = studied.cards()[0]
    card.ivl, card.type, card.queue = 30, 2, 2
    collection.update_card(card)
    edited["Feedback"] = "my own words"
    collection.update_note(edited)

    corrected = stamp(replace(old, items=(replace(old.items[0], answer="1864"), *old.items[1:])), old, now=old_time(old) + 60)
    assert imported(collection, corrected, tmp_path) == (0, 1)
    assert note_with(collection, studied.guid)["Answer"] == "1864"
    assert collection.get_card(card.id).ivl == 30
    assert note_with(collection, edited.guid)["Feedback"] == "my own words"
    assert collection.note_count() == 7


def note_with(collection: Collection, guid: str):  # type: ignore[no-untyped-def]
    number = collection.db.scalar("select id from notes where guid = ?", guid)
    return collection.get_note(number)


def old_time(quiz: Quiz) -> int:
    return max(item.proof.modified for item in quiz.items if item.proof)


def test_item_edited_by_hand_is_newer_than_its_stamp(collection: Collection, tmp_path: Path) -> None:
    old = french_quiz()
    imported(collection, old, tmp_path)
    edited = replace(old, items=(replace(old.items[0], question="Quand ?"), *old.items[1:]))
    assert imported(collection, edited, tmp_path) == (0, 1)


def test_typed_cards_are_notes_of_their_own(collection: Collection, tmp_path: Path) -> None:
    imported(collection, french_quiz(), tmp_path)
    assert imported(collection, replace(french_quiz(), typed=True), tmp_path) == (3, 0)
    typed = collection.get_note(collection.find_notes('"note:quizgen Typed" Typed:*12000')[0])
    assert typed["Typed"] == "environ 12000"
    assert "[[type:nc:Typed]]" in typed.cards()[0].render_output().question_text


def test_other_answers_are_shown_but_not_mere_parts_of_the_answer(collection: Collection, tmp_path: Path) -> None:
    quiz = french_quiz()
    item = replace(quiz.items[0], answer="le phare de Kervran", accepted=("phare de Kervran", "Kervran", "la tour du phare"))
    imported(collection, replace(quiz, items=(item,)), tmp_path)
    assert collection.get_note(collection.find_notes("")[0])["Accepted"] == "la tour du phare"
    imported(collection, replace(quiz, items=(item,), typed=True), tmp_path)
    assert "Kervran" in collection.get_note(collection.find_notes('"note:quizgen Typed"')[0])["Accepted"]


def test_voice_reads_the_answer_on_the_back_alone(collection: Collection, tmp_path: Path) -> None:
    silent = french_quiz()
    imported(collection, silent, tmp_path)
    assert not any(collection.get_card(number).render_output().answer_av_tags for number in collection.find_cards(""))
    spoken = stamp(replace(silent, voice="fr_FR"), silent, now=old_time(silent) + 60)
    assert imported(collection, spoken, tmp_path) == (0, 7)
    outputs = [collection.get_card(number).render_output() for number in collection.find_cards("", order="c.due")]
    assert not any(output.question_av_tags for output in outputs)
    heard = [tag.field_text for output in outputs for tag in output.answer_av_tags]  # type: ignore[union-attr]
    assert heard[0] == "1863"
    assert heard[1] == "consommer dix fois moins d’électricité"
    assert heard[5] == "La lentille de Fresnel du phare de Kervran porte à 31 kilomètres par temps clair."
    assert {tag.lang for output in outputs for tag in output.answer_av_tags} == {"fr_FR"}  # type: ignore[union-attr]


def test_hostile_text_is_shown_and_not_obeyed(collection: Collection, tmp_path: Path) -> None:
    first, second = french_quiz().items[0], french_quiz().items[3]
    assert isinstance(first, ShortAnswer)
    assert isinstance(second, MultipleChoice)
    items = (
        replace(first, question=HOSTILE, answer=HOSTILE, context=HOSTILE, hint=HOSTILE),
        replace(second, question=HOSTILE, answer=HOSTILE, options=(HOSTILE, "other")),
        replace(french_quiz().items[5], question=f"{HOSTILE} ____ {HOSTILE}", answer=HOSTILE),
    )
    imported(collection, replace(french_quiz(), items=items), tmp_path)
    assert collection.card_count() == 3
    for number in collection.find_cards(""):
        output = collection.get_card(number).render_output()
        assert not output.question_av_tags
        assert not output.answer_av_tags
        for side in (output.question_text, output.answer_text):
            assert "<img" not in side
            assert "<b>" not in side
            assert "[sound:" not in side


def test_key_is_hidden_from_searches(collection: Collection, tmp_path: Path) -> None:
    imported(collection, french_quiz(), tmp_path)
    assert not collection.find_notes("construire")
    assert collection.find_notes("Key:*construire*")


def test_every_face_renders_and_marks_the_answer(collection: Collection, tmp_path: Path) -> None:
    imported(collection, french_quiz(), tmp_path)
    for number in collection.find_cards(""):
        output = collection.get_card(number).render_output()
        assert "{{" not in output.question_text + output.answer_text
        assert 'lang="fr" dir="ltr"' in output.question_text
        assert 'class="evidence"' in output.answer_text
        assert "https://example.org/phare" in output.answer_text
        assert "<mark>" in output.answer_text


def test_tags_and_description(collection: Collection, tmp_path: Path) -> None:
    imported(collection, french_quiz(), tmp_path)
    assert "quizgen::form::cloze" in collection.tags.all()
    deck = collection.decks.by_name("Le phare de Kervran")
    assert deck is not None
    assert "CC BY 4.0" in deck["desc"]
    assert "21 juin 2024" in deck["desc"]


def test_vanished_fact_is_tagged_on_request_and_keeps_its_progress(collection: Collection, tmp_path: Path) -> None:
    old = french_quiz()
    imported(collection, old, tmp_path)
    card = note_with(collection, note_guid_of(old, 0)).cards()[0]
    card.ivl, card.type, card.queue = 30, 2, 2
    collection.update_card(card)
    text = old.article.text.replace("Construit en 1863", "Construit au XIXe siècle")
    new = remembering(replace(old, article=replace(old.article, text=text), items=old.items[1:]), old, old_time(old) + 60)
    assert imported(collection, new, tmp_path) == (0, 0)
    assert imported(collection, new, tmp_path, tag_vanished=True) == (0, 1)
    assert note_with(collection, note_guid_of(old, 0)).has_tag("quizgen::vanished")
    assert collection.get_card(card.id).ivl == 30
    assert collection.find_notes("tag:quizgen::vanished") == [card.nid]
    back = stamp(replace(new, article=old.article, items=old.items), new, old_time(old) + 90)
    assert imported(collection, back, tmp_path) == (0, 1)
    assert not collection.find_notes("tag:quizgen::vanished")


def note_guid_of(quiz: Quiz, place: int) -> str:
    proof = quiz.items[place].proof
    assert proof
    return proof.guid


def test_what_a_card_cannot_hold_is_reported() -> None:
    left_out = export_quiz(english_quiz(), ["anki"]).left_out
    assert [one.item for one in left_out] == ["byhand02", "byhand03"]


def test_two_items_with_one_guid_are_refused() -> None:
    quiz = french_quiz()
    twin = replace(quiz.items[0], id="another")
    with pytest.raises(ExportError, match=r"item 1 of .* and item 8 of"):
        deck_of(replace(quiz, items=(*quiz.items, twin)))


def test_same_bytes_in_another_process_and_without_temporary_files(tmp_path: Path) -> None:
    code = (
        "import sys; from tests.sample_quizzes import french_quiz; from quizgen.export import export_quiz\n"
        "sys.stdout.buffer.write(*export_quiz(french_quiz(), ['anki']).files.values())"
    )
    path = os.pathsep.join((".", "src"))
    environment = {**os.environ, "PYTHONHASHSEED": str(random.Random(1).randrange(1000)), "TMPDIR": str(tmp_path), "PYTHONPATH": path}
    root = Path(__file__).parents[2]
    other = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env=environment, cwd=root).stdout
    assert other == deck_of(french_quiz())
    assert not list(tmp_path.iterdir())


def test_thousands_of_decks_take_no_longer_than_one(collection: Collection, tmp_path: Path) -> None:
    note_type = load_note_type("basic", template_roots())
    fields = ("k", "Q", "A", *("",) * (len(note_type.fields) - 3))
    decks = [AnkiDeck(f"Tree::{number}", "", (DeckNote(f"g{number}", note_type, fields, (), 1),)) for number in range(3000)]
    start = time.process_time()
    data = apkg(decks)
    assert time.process_time() - start < 3, "genanki's own writer takes half a minute"
    (tmp_path / "deck.apkg").write_bytes(data)
    assert len(import_file(collection, tmp_path / "deck.apkg").new) == 3000
    assert len(collection.decks.all_names_and_ids()) >= 3001


def test_database_is_sound(tmp_path: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(deck_of(french_quiz()))) as archive:
        (tmp_path / "c.anki2").write_bytes(archive.read("collection.anki2"))
    connection = sqlite3.connect(tmp_path / "c.anki2")
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()


# Digests of the numbers by which every learner's collection knows the note types. Meant never to change.
FROZEN = {"basic": "1c70db68a98d2a9c", "typed": "c691e78f1c3a2b50", "cloze": "633563004c837316", "multiple-choice": "3061f6319a1a4587"}

FACES = ("f99176727fb15175", 1795608000)  # digest of templates/anki, and since when


@pytest.mark.parametrize("name", FROZEN)
def test_note_types_keep_their_numbers(name: str) -> None:
    model = load_note_type(name, template_roots()).model
    numbers = [model.model_id, model.templates[0]["id"], *(field["id"] for field in model.fields)]
    assert len(set(numbers)) == len(numbers)
    assert hashlib.sha256(str(numbers).encode()).hexdigest()[:16] == FROZEN[name]


@pytest.mark.parametrize("name", FROZEN)
def test_note_types_have_key_first_and_spare_fields(name: str) -> None:
    note_type = load_note_type(name, template_roots())
    assert note_type.fields[0] == "Key"
    assert note_type.fields[-2:] == ("Extra2", "Extra3")
    assert not note_type.is_own


def test_faces_that_change_move_their_date_on() -> None:
    faces = sorted((shipped_templates() / "anki").rglob("*.*"))
    digest = hashlib.sha256(b"".join(face.read_bytes() for face in faces)).hexdigest()[:16]
    changed = load_note_type("basic", template_roots()).modified
    assert (digest, changed) == FACES, "set faces_changed in note_types.toml to now, and write both here: learners get the new faces by it"


@pytest.fixture
def own_set(tmp_path: Path) -> Path:
    (tmp_path / "own" / "anki" / "basic").mkdir(parents=True)
    (tmp_path / "own" / "anki" / "basic" / "front.html").write_text("<h1>{{Question}}</h1>", encoding="utf-8")
    return tmp_path / "own"


def test_users_own_set_is_a_note_type_of_its_own(own_set: Path, collection: Collection, tmp_path: Path) -> None:
    (own_set / "anki" / "note-types.toml").write_text('[basic]\nid = 1700000000001\nname = "School"', encoding="utf-8")
    imported(collection, french_quiz(), tmp_path)
    assert imported(collection, french_quiz(), tmp_path, templates=template_roots(own_set)) == (3, 0)
    assert len(collection.find_notes("note:School")) == 3
    assert "<h1>" in collection.get_card(collection.find_cards("note:School")[0]).question()
    assert "<h1>" not in collection.get_card(collection.find_cards('"note:quizgen Basic"')[0]).question()


@pytest.mark.parametrize("declared", ["", "[basic]\nid = 5", '[basic]\nid = 1795302665080\nname = "x"', '[basic]\nid = "5"\nname = "x"'])
def test_users_own_set_must_say_its_number(declared: str, own_set: Path) -> None:
    (own_set / "anki" / "note-types.toml").write_text(declared, encoding="utf-8")
    with pytest.raises(TemplateError, match="does not say under which note type") as error:
        deck_of(french_quiz(), templates=template_roots(own_set))
    assert "[basic] with id = " in error.value.hint


@pytest.mark.parametrize(
    ("front", "message"), [("nothing", "does not show what is asked"), ("{{Question}} {{hint:Hnit}}", r"there is no field \{\{Hnit\}\}")]
)
def test_faulty_face_is_refused(front: str, message: str, own_set: Path) -> None:
    (own_set / "anki" / "note-types.toml").write_text('[basic]\nid = 1700000000001\nname = "School"', encoding="utf-8")
    (own_set / "anki" / "basic" / "front.html").write_text(front, encoding="utf-8")
    with pytest.raises(TemplateError, match=message):
        deck_of(french_quiz(), templates=template_roots(own_set))


@pytest.mark.parametrize("name", FROZEN)
def test_our_own_faces_pass_the_check_of_a_users(name: str) -> None:
    model = load_note_type(name, template_roots()).model
    check_faces(model, "Text" if name == "cloze" else "Question", [Path("front"), Path("back")])


def test_folder_of_cards_is_checked_like_questions(own_set: Path) -> None:
    assert check_cards(shipped_templates()) == []
    (problem,) = check_cards(own_set)
    assert "does not say under which note type" in problem.message
    checked = quizgen("templates", "check", own_set)
    assert checked.status == 1
    assert problem.message in checked.err
    (own_set / "anki" / "note-types.toml").write_text('[basic]\nid = 1700000000001\nname = "School"', encoding="utf-8")
    assert quizgen("templates", "check", own_set).out.endswith("0 question templates, the cards, all sound\n")
