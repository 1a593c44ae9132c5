"""`quizgen push` into a real collection behind AnkiConnect's documented protocol: the add-on itself is in no package registry."""

import inspect
import os
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from unittest import mock

import pytest
from anki.collection import Collection

from quizgen.cli.push import push
from quizgen.export.anki.connect import ADDRESS
from quizgen.naming import article_file, quiz_file
from quizgen.quiz import Quiz
from quizgen.quizfile import stamp, write_quiz
from tests.cli.running import Outcome, quizgen
from tests.export.fake_ankiconnect import FakeAnkiConnect, answering
from tests.sample_quizzes import english_quiz, french_quiz

EVERYTHING = 7  # notes of the French quiz


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    opened = Collection(str(tmp_path / "push.anki2"))
    yield opened
    opened.close()


def written(quiz: Quiz, folder: Path) -> Path:
    path = folder / quiz_file(quiz)
    path.write_text(write_quiz(quiz), encoding="utf-8")
    (folder / article_file(quiz)).write_text(quiz.article.text, encoding="utf-8")
    return path


def pushed(fake: FakeAnkiConnect, *arguments: object) -> Outcome:
    with answering(fake.reply) as address:
        return quizgen("push", *arguments, "--address", address)


def counts(outcome: Outcome) -> dict[str, int]:
    assert outcome.status == 0, outcome.err
    return {line[:18].strip(): int(line[18:].split(":")[0]) for line in outcome.out.splitlines()}


def corrected(quiz: Quiz) -> Quiz:
    return stamp(replace(quiz, items=(replace(quiz.items[0], answer="1864"), *quiz.items[1:])), quiz, now=int(time.time()) + 5)


def test_first_push_adds_every_note_and_a_second_nothing(collection: Collection, tmp_path: Path) -> None:
    path, fake = written(french_quiz(), tmp_path), FakeAnkiConnect(collection)
    assert counts(pushed(fake, path, "--dry-run")) == {"would be added": EVERYTHING, "would be updated": 0, "the same": 0}
    assert collection.note_count() == 0
    assert "importPackage" not in fake.calls
    assert counts(pushed(fake, path)) == {"added": EVERYTHING, "updated": 0, "the same": 0}
    assert counts(pushed(fake, path)) == {"added": 0, "updated": 0, "the same": EVERYTHING}
    assert collection.note_count() == collection.card_count() == EVERYTHING


@pytest.mark.parametrize("tells_time", [True, False])
def test_corrected_note_is_updated_and_the_users_edit_left(tells_time: bool, collection: Collection, tmp_path: Path) -> None:
    fake = FakeAnkiConnect(collection, tells_time=tells_time)
    old = french_quiz()
    pushed(fake, written(old, tmp_path))
    corrected_one, edited = (collection.get_note(collection.find_notes(f'"Question:{start}*"')[0]) for start in ("En quelle", "Pourquoi"))
    card = corrected_one.cards()[0]
    card.ivl, card.type, card.queue = 30, 2, 2
    collection.update_card(card)
    edited["Feedback"] = "my own words"
    collection.update_note(edited)
    path = written(corrected(old), tmp_path)
    outcome = pushed(fake, path)
    assert counts(outcome) == {"added": 0, "updated": 1, "the same": EVERYTHING - 2, "left as edited": 1}
    assert "Pourquoi le phare emploie" in outcome.out
    assert collection.get_note(corrected_one.id)["Answer"] == "1864"
    assert collection.get_note(edited.id)["Feedback"] == "my own words"
    assert collection.get_card(card.id).ivl == 30


def test_users_own_tags_and_other_notes_make_no_difference(collection: Collection, tmp_path: Path) -> None:
    fake, path = FakeAnkiConnect(collection), written(french_quiz(), tmp_path)
    pushed(fake, path)
    collection.tags.bulk_add(collection.find_notes(""), "mine")
    note = collection.new_note(collection.models.by_name("Basic"))
    note["Front"] = "phare.fr/event"
    collection.add_note(note, collection.decks.get_current_id())
    assert counts(pushed(fake, path, "--dry-run"))["the same"] == EVERYTHING


def test_several_quizzes_and_folders_of_them(collection: Collection, tmp_path: Path) -> None:
    for quiz in (french_quiz(), english_quiz()):
        written(quiz, tmp_path)
    assert counts(pushed(FakeAnkiConnect(collection), tmp_path))["added"] == EVERYTHING + 4
    assert {"Le phare de Kervran", "The night train"} <= {deck.name for deck in collection.decks.all_names_and_ids()}


def test_anki_that_cannot_see_the_disk_takes_the_package_from_its_media(collection: Collection, tmp_path: Path) -> None:
    fake = FakeAnkiConnect(collection, sees_disk=False)
    assert counts(pushed(fake, written(french_quiz(), tmp_path)))["added"] == EVERYTHING
    assert not os.listdir(collection.media.dir())


def test_key_is_asked_for_and_given(collection: Collection, tmp_path: Path) -> None:
    fake, path = FakeAnkiConnect(collection, key="secret"), written(french_quiz(), tmp_path)
    refused = pushed(fake, path)
    assert refused.status == 1
    assert "wants its key" in refused.err
    assert "secret" not in refused.err
    assert counts(pushed(fake, path, "--key", "secret"))["added"] == EVERYTHING
    with mock.patch.dict(os.environ, {"ANKICONNECT_KEY": "secret"}):
        assert counts(pushed(fake, path))["the same"] == EVERYTHING


def test_proxies_are_passed_by(collection: Collection, tmp_path: Path) -> None:
    with mock.patch.dict(os.environ, {"http_proxy": "http://127.0.0.1:9", "HTTP_PROXY": "http://127.0.0.1:9"}):
        assert counts(pushed(FakeAnkiConnect(collection), written(french_quiz(), tmp_path)))["added"] == EVERYTHING


def test_closed_anki_is_told_in_one_line(tmp_path: Path) -> None:
    outcome = quizgen("push", written(french_quiz(), tmp_path), "--address", "http://127.0.0.1:9")
    assert outcome.status == 1
    assert outcome.err.startswith("error: no Anki answers at http://127.0.0.1:9.\nhint: start Anki")


def test_busy_anki_is_told(tmp_path: Path) -> None:
    def asleep(_: bytes) -> bytes:
        time.sleep(1.5)
        return b"{}"

    with answering(asleep) as address:
        outcome = quizgen("push", written(french_quiz(), tmp_path), "--address", address, "--timeout", 1)
    assert outcome.status == 1
    assert "did not answer within 1 seconds" in outcome.err


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        (b"<html>hello</html>", "is not AnkiConnect"),
        (b"[]", "is not AnkiConnect"),
        ({"result": 5, "error": None}, "speaks version 5; 6 is needed"),
        ({"result": None, "error": "unsupported action"}, "cannot version"),
        ({"result": None, "error": "collection is not available"}, "no collection open"),
        ({"result": None, "error": "odd"}, "refused to version: odd"),
    ],
)
def test_other_answers_are_told(answer: object, message: str, tmp_path: Path) -> None:
    with answering(lambda _: answer) as address:
        outcome = quizgen("push", written(french_quiz(), tmp_path), "--address", address)
    assert outcome.status == 1
    assert message in outcome.err


def test_import_that_loses_notes_is_told(collection: Collection, tmp_path: Path) -> None:
    fake = FakeAnkiConnect(collection)
    fake.importPackage = lambda path: True  # type: ignore[method-assign]
    outcome = pushed(fake, written(french_quiz(), tmp_path))
    assert outcome.status == 1
    assert "Anki has only 0 of 7 notes" in outcome.err


@pytest.mark.parametrize("address", ["ftp://127.0.0.1", "127.0.0.1:8765", "file:///etc/passwd"])
def test_address_must_be_one(address: str, tmp_path: Path) -> None:
    outcome = quizgen("push", written(french_quiz(), tmp_path), "--address", address)
    assert outcome.status == 1
    assert "is no address of AnkiConnect" in outcome.err


def test_folder_without_a_quiz_file(tmp_path: Path) -> None:
    outcome = quizgen("push", tmp_path)
    assert outcome.status == 1
    assert "there is no quiz file in" in outcome.err


def test_default_address_is_the_librarys() -> None:
    assert inspect.signature(push).parameters["address"].default == ADDRESS
