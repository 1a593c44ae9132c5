"""Where quizzes are kept, and which article is the same as one that is there."""

import threading
from dataclasses import replace
from pathlib import Path

import pytest

from quizgen import pipeline
from quizgen.errors import QuizFileError, WebError
from quizgen.quiz import Quiz
from quizgen.web.app.library import Library
from quizgen.web.app.making import Maker
from quizgen.web.app.wanted import Wanted
from quizgen.web.changes import accepted
from quizgen.web.desk import Stale
from tests.sample_quizzes import ENGLISH, article_of, english_quiz, french_quiz
from tests.web.app.serving_apps import Gate, article

TITLED = replace(ENGLISH, id="en:the-night-train")  # an id that is but made of the title
OTHER = article_of(
    "The night train comes back to Alderwick\n\nQuite another text stands here, written by somebody who has never been on any train, who "
    "tells of the town instead.\n\nIt has nothing in common with the first but what stands above it.",
    "en",
    id=TITLED.id,
)


def shelved(folder: Path, quiz: Quiz) -> Library:
    library = Library(folder)
    library.keep(quiz, library.place(quiz.article))
    return library


def test_quiz_is_kept_with_its_article_in_a_folder_of_its_own(tmp_path: Path) -> None:
    library = shelved(tmp_path, english_quiz())
    (one,) = library.shelved()
    assert (one.title, one.language, one.items) == (english_quiz().title, "en", 7)
    assert sorted(path.name for path in (tmp_path / one.name).iterdir()) == [f"{one.name}.article.txt", f"{one.name}.quiz.toml"]
    assert library.desk(one.name).look().quiz.items == english_quiz().items


def test_same_article_goes_where_it_stands_also_when_it_is_corrected(tmp_path: Path) -> None:
    library = shelved(tmp_path, replace(english_quiz(), article=TITLED))
    place = library.place(article_of(ENGLISH.text.replace("2019", "2020"), "en", id=TITLED.id))
    assert place.before is not None
    assert place.name == library.shelved()[0].name


def test_other_article_of_the_same_title_has_a_folder_and_cards_of_its_own(tmp_path: Path) -> None:
    library = shelved(tmp_path, replace(english_quiz(), article=TITLED))
    place = library.place(OTHER)
    assert (place.before, place.name) == (None, f"{library.shelved()[0].name}-2")
    assert place.article.id == f"{TITLED.id}#2"
    library.keep(replace(english_quiz(), article=place.article, items=()), place)
    corrected = article_of(OTHER.text.replace("never been", "hardly ever been"), "en", id=TITLED.id)
    again = library.place(corrected)
    assert (again.name, again.article.id) == (place.name, place.article.id)
    assert library.place(TITLED).article.id == TITLED.id


def test_broken_quiz_file_is_listed_and_told_when_it_is_opened(tmp_path: Path) -> None:
    library = shelved(tmp_path, english_quiz())
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "mine.quiz.toml").write_text("title = ", "utf-8")
    (tmp_path / "mine" / "notes.txt").write_text("")
    (tmp_path / ".hidden").mkdir()
    assert {(one.name, one.items) for one in library.shelved()} == {("mine", 0), ("the-night-train-comes-back-to-alderwick", 7)}
    with pytest.raises(QuizFileError):
        library.desk("mine").look()


@pytest.mark.parametrize("name", ["", ".", "..", "../kept", "nothing", "the-night-train-comes-back-to-alderwick/x"])
def test_name_that_is_no_quiz(name: str, tmp_path: Path) -> None:
    library = shelved(tmp_path / "kept", english_quiz())
    with pytest.raises(WebError):
        library.desk(name)


def test_quiz_changed_while_it_was_made_again_is_not_written_over(tmp_path: Path) -> None:
    library = shelved(tmp_path, english_quiz())
    place = library.place(ENGLISH)
    desk = library.desk(place.name)
    desk.change(desk.look().version, lambda quiz: accepted(quiz, quiz.items[0].id))
    desk.path.write_text(desk.path.read_text("utf-8").replace("restored", "RESTORED", 1), "utf-8")
    with pytest.raises(Stale):
        library.keep(english_quiz(), place)


def test_decision_made_while_a_quiz_is_made_again_is_in_the_second_try(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gate = Gate(english_quiz())
    monkeypatch.setattr(pipeline, "make_quiz", gate)
    library = Library(tmp_path)
    maker = Maker(library, lambda: 0)
    gate.open.set()
    asked = Wanted(text=article("helium.en"), title="Helium")
    assert finished(maker, asked) == "done"
    gate.open.clear()
    job = maker.start(asked, "")
    while len(gate.asked) < 2:
        pass
    desk = library.desk("helium")
    sheet = desk.look()
    desk.change(sheet.version, lambda quiz: replace(quiz, title="My own title"))
    gate.open.set()
    wait_for_makers()
    assert job.status.state == "done"
    assert [options.previous and options.previous.title for options in gate.asked] == [None, "Helium", "My own title"]


def test_text_without_a_title_is_told_from_others_by_its_first_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gate = Gate(english_quiz())
    gate.open.set()
    monkeypatch.setattr(pipeline, "make_quiz", gate)
    library = Library(tmp_path)
    maker = Maker(library, lambda: 0)
    text = article("helium.en")
    assert finished(maker, Wanted(text=text)) == "done"
    assert finished(maker, Wanted(source="file", name="lesson 3.txt", data=article("surtsey.en").encode())) == "done"
    assert {one.title for one in library.shelved()} == {" ".join((*text.split()[:6], "…")), "lesson 3"}
    assert [options.deck for options in gate.asked] == [" ".join((*text.split()[:6], "…")), "lesson 3"]


def finished(maker: Maker, asked: Wanted) -> str:
    job = maker.start(asked, "")
    wait_for_makers()
    return job.status.state


def wait_for_makers() -> None:
    for thread in threading.enumerate():
        if thread.name == "quizgen-making":
            thread.join(60)


def test_french_quiz_is_listed_with_its_language(tmp_path: Path) -> None:
    assert shelved(tmp_path, french_quiz()).shelved()[0].language == "fr"
