"""What a learner keeps when a deck is imported again: by Anki's window with its choices untouched, and by AnkiConnect, which merges.

One test for each thing that happens to a deck over the years; the same for both ways in.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from unittest import mock

import pytest
from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
from anki.notes import Note

from quizgen.export import ExportOptions, export_quiz
from quizgen.export.anki import deck as deck_module
from quizgen.export.anki.note_types import NoteType, load_note_type
from quizgen.quiz import Quiz
from quizgen.quizfile import stamp
from tests.export.fake_ankiconnect import MERGING
from tests.sample_quizzes import french_quiz

WINDOW = ImportAnkiPackageOptions()
LATER = 2_000_000_000
DECK = "Le phare de Kervran"


class Learner:
    """A collection with the French deck in it, one card of which is learned, flagged, suspended and has a history."""

    def __init__(self, folder: Path, way_in: ImportAnkiPackageOptions) -> None:
        self.collection = Collection(str(folder / "learner.anki2"))
        self._folder, self._way_in = folder, way_in
        self.receive(french_quiz())
        self.card = self.note(0).cards()[0]
        self.collection.decks.set_current(self.card.did)
        self.card.ivl, self.card.type, self.card.queue, self.card.reps = 30, 2, 2, 4
        self.collection.update_card(self.card)
        self.collection.db.execute("insert into revlog values (?, ?, 0, 3, 30, 10, 2500, 4000, 1)", 1_700_000_000_000, self.card.id)
        self.collection.set_user_flag_for_cards(3, [self.card.id])
        self.collection.sched.suspend_cards([self.card.id])
        self.before = self.progress()

    def receive(self, quiz: Quiz) -> tuple[int, int]:
        """Import a quiz's deck; return how many notes are new and how many updated."""
        (data,) = export_quiz(quiz, ["anki"], ExportOptions()).files.values()
        path = self._folder / "deck.apkg"
        path.write_bytes(data)
        log = self.collection.import_anki_package(ImportAnkiPackageRequest(package_path=str(path), options=self._way_in)).log
        assert not log.conflicting
        assert not log.missing_notetype
        self.collection.models._clear_cache()  # what Python remembers of note types, from before the import
        return len(log.new), len(log.updated)

    def note(self, place: int) -> Note:
        proof = french_quiz().items[place].proof
        assert proof
        return self.collection.get_note(self.collection.db.scalar("select id from notes where guid = ?", proof.guid))

    def edit(self, place: int, field: str, text: str) -> None:
        note = self.note(place)
        note[field] = text
        self.collection.update_note(note)

    def progress(self) -> tuple[object, ...]:
        card = self.collection.get_card(self.card.id)
        history = self.collection.db.all("select id, ivl from revlog")
        return card.ivl, card.type, card.queue, card.reps, card.user_flag(), card.did, history


@pytest.fixture(params=[WINDOW, MERGING], ids=["window", "ankiconnect"])
def learner(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Learner]:
    one = Learner(tmp_path, request.param)
    yield one
    assert one.progress() == one.before
    assert one.collection.card_count() == one.collection.note_count()
    one.collection.fix_integrity()
    assert one.collection.card_count() == one.collection.note_count()
    assert not one.collection.get_empty_cards().notes
    types = {each.name for each in one.collection.models.all_names_and_ids() if each.name.startswith("quizgen")}
    assert types == {"quizgen Basic", "quizgen Cloze", "quizgen Multiple choice"}, "no second type “Name+”"
    one.collection.close()


def corrected(quiz: Quiz, place: int = 0, now: int = LATER, **values: object) -> Quiz:
    items = list(quiz.items)
    items[place] = replace(items[place], **values)  # type: ignore[arg-type]
    return stamp(replace(quiz, items=tuple(items)), quiz, now)


def test_same_deck_again_changes_nothing(learner: Learner) -> None:
    assert learner.receive(french_quiz()) == (0, 0)


def test_retrained_pipeline_new_template_or_upgrade_changes_nothing(learner: Learner) -> None:
    old = french_quiz()
    proofs = [replace(i.proof, rule="new/rule", template="fr/new.toml", score=0.1, support=()) for i in old.items if i.proof]
    items = tuple(replace(item, proof=proof, points=2.0) for item, proof in zip(old.items, proofs, strict=True))
    assert learner.receive(stamp(replace(old, items=items, release="9.9.9", seed=5), old, LATER)) == (0, 0)


def test_corrected_note_alone_is_updated_in_place(learner: Learner) -> None:
    learner.edit(1, "Feedback", "my own words")
    assert learner.receive(corrected(french_quiz(), answer="1864")) == (0, 1)
    assert learner.note(0)["Answer"] == "1864"
    assert learner.note(1)["Feedback"] == "my own words"


def test_clock_that_runs_behind_does_not_hide_a_correction(learner: Learner) -> None:
    assert learner.receive(corrected(french_quiz(), now=5, answer="1864")) == (0, 1)


def test_edit_of_a_note_we_did_not_change_stays(learner: Learner) -> None:
    learner.edit(0, "Answer", "mine")
    assert learner.receive(french_quiz()) == (0, 0)
    assert learner.note(0)["Answer"] == "mine"


def test_edit_after_our_correction_stays(learner: Learner) -> None:
    new = corrected(french_quiz(), now=1, answer="1864")
    learner.receive(new)
    learner.edit(0, "Answer", "mine")
    assert learner.receive(new) == (0, 0)
    assert learner.note(0)["Answer"] == "mine"


def test_users_tags_stay_but_on_the_note_that_is_corrected(learner: Learner) -> None:
    learner.collection.tags.bulk_add([learner.note(0).id, learner.note(1).id], "mine")
    learner.receive(corrected(french_quiz(), answer="1864"))
    assert [learner.note(place).has_tag("mine") for place in (0, 1)] == [False, True], "Anki replaces the tags of what it updates"


def test_new_question_is_added_and_an_old_one_left_out_stays(learner: Learner) -> None:
    old = french_quiz()
    fresh = replace(old.items[0], proof=replace(old.items[0].proof, identity="new", guid=""))  # type: ignore[type-var]
    assert learner.receive(stamp(replace(old, items=(fresh, *old.items[1:])), old, LATER)) == (1, 0)
    assert learner.collection.note_count() == 8


def test_new_faces_arrive_without_touching_a_note(learner: Learner) -> None:
    def newer(name: str, roots: object) -> NoteType:
        note_type = load_note_type(name, roots)  # type: ignore[arg-type]
        note_type.model.css += "/* new */"
        return replace(note_type, modified=LATER)

    learner.edit(0, "Answer", "mine")
    with mock.patch.object(deck_module, "load_note_type", newer):
        assert learner.receive(french_quiz()) == (0, 0)
    model = learner.collection.models.by_name("quizgen Basic")
    assert model is not None
    assert model["css"].endswith("/* new */")
    assert learner.note(0)["Answer"] == "mine"


def test_spare_field_can_be_given_a_name(learner: Learner) -> None:
    def renamed(name: str, roots: object) -> NoteType:
        note_type = load_note_type(name, roots)  # type: ignore[arg-type]
        for field in note_type.model.fields:
            field["name"] = {"Extra2": "Page"}.get(field["name"], field["name"])
        return replace(note_type, modified=LATER)

    with mock.patch.object(deck_module, "load_note_type", renamed):
        assert learner.receive(corrected(french_quiz(), answer="1864")) == (0, 1)
    assert "Page" in learner.note(0)
    assert learner.note(0)["Answer"] == "1864"


def test_deck_that_the_user_renamed_keeps_its_cards(learner: Learner) -> None:
    deck = learner.collection.decks.by_name(DECK)
    assert deck is not None
    learner.collection.decks.rename(deck["id"], "My lighthouses")
    assert learner.receive(corrected(french_quiz(), answer="1864")) == (0, 1)
    assert learner.collection.decks.name(learner.collection.get_card(learner.card.id).did) == "My lighthouses"


def test_users_options_of_decks_stay(learner: Learner) -> None:
    options = learner.collection.decks.get_config(1)  # type: ignore[arg-type]
    assert options is not None
    options["new"]["perDay"] = 77
    learner.collection.decks.update_config(options)
    learner.receive(corrected(french_quiz(), answer="1864"))
    kept = learner.collection.decks.get_config(1)  # type: ignore[arg-type]
    assert kept is not None
    assert kept["new"]["perDay"] == 77
    assert len(learner.collection.decks.all_config()) == 1


def test_choices_made_later_reach_the_cards(learner: Learner) -> None:
    old = french_quiz()
    spoken = stamp(replace(old, voice="fr_FR"), old, LATER)
    assert learner.receive(spoken) == (0, 7)
    assert learner.receive(stamp(old, spoken, LATER)) == (0, 7)
    assert learner.note(0)["Speech"] == ""


def test_notes_go_by_question_and_form_alone() -> None:
    guids = [item.proof.guid for item in french_quiz().items if item.proof]
    # Frozen: another value would orphan every card already learned.
    assert hashlib.sha256(" ".join(guids).encode()).hexdigest()[:16] == "127089b0a5d04634"
