"""`quizgen make DIR`: a folder of articles gives one tree of decks, and asks nothing twice."""

import re
from pathlib import Path

import pytest
from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest

from quizgen.continuity import told_by
from quizgen.quiz import Quiz
from quizgen.quizfile import read_quiz
from tests.cli.running import SEEDS, Outcome, quizgen

COPIED = "helium.en"


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with two articles, one of them in a folder of its own, a copy of one under another name, and a file of one word."""
    folder = tmp_path_factory.mktemp("course") / "Third class"
    (folder / "Week 2").mkdir(parents=True)
    for name, place in (("helium.en", folder), ("sophie-germain.fr", folder / "Week 2")):
        (place / f"{name}.txt").write_bytes((SEEDS / f"{name}.txt").read_bytes())
    text = (SEEDS / f"{COPIED}.txt").read_text(encoding="utf-8")
    copy = re.sub(r'title = ".*"', 'title = "A copy :: of it"', text.replace(f'id = "{COPIED}"', 'id = "copy"'))
    (folder / "zz-copy.txt").write_text(f"{copy}\n\nThe museum of gases was founded in 1931 by Clara Weiss.\n", encoding="utf-8")
    (folder / "empty.md").write_text("word", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def made(course: Path) -> tuple[Path, Outcome]:
    out = course.parent / "out"
    return out, quizgen("make", course, "-o", out)


def quizzes(folder: Path) -> list[Quiz]:
    return [read_quiz(path) for path in sorted(folder.rglob("*.quiz.toml"))]


def test_every_file_is_told_of(made: tuple[Path, Outcome]) -> None:
    _, outcome = made
    assert outcome.status == 0
    assert "helium.en.txt" in outcome.out
    assert "Week 2/sophie-germain.fr.txt" in outcome.out
    assert re.search(r"0 questions  empty.md: .* too little prose", outcome.out)
    assert re.search(r"questions from \d articles", outcome.out)


def test_folders_become_levels_of_the_deck_and_of_the_outputs(made: tuple[Path, Outcome], tmp_path: Path) -> None:
    out, _ = made
    collection = Collection(str(tmp_path / "c.anki2"))
    request = ImportAnkiPackageRequest(package_path=str(out / "third-class.apkg"), options=ImportAnkiPackageOptions())
    log = collection.import_anki_package(request).log
    names = {deck.name for deck in collection.decks.all_names_and_ids()}
    root = collection.decks.by_name("Third class")
    collection.close()
    assert len(log.new) == sum(len(quiz.items) for quiz in quizzes(out))
    assert {"Third class::Helium, the element first seen in the Sun", "Third class::Week 2"} <= names
    assert not any("::of it" in name or ":: of it" in name for name in names)
    assert root is not None
    assert "Sophie Germain" in root["desc"]
    assert [path.parent.name for path in out.rglob("*sophie*.key.html")] == ["Week 2"]


def test_no_fact_is_asked_of_two_articles(made: tuple[Path, Outcome]) -> None:
    told = [told_by(quiz) for quiz in quizzes(made[0])]
    assert all(one.isdisjoint(other) for place, one in enumerate(told) for other in told[:place])


def test_question_stays_with_the_article_that_asked_it(course: Path, made: tuple[Path, Outcome]) -> None:
    out, _ = made
    before = {item.proof.guid for quiz in quizzes(out) for item in quiz.items if item.proof}
    text = (course / "zz-copy.txt").read_text(encoding="utf-8")
    (course / "aa-copy.txt").write_text(text.replace("A copy", "Another copy").replace('id = "copy"', 'id = "aa"'), encoding="utf-8")
    try:
        assert quizgen("make", course, "-o", out, "--to", "anki").status == 0
    finally:
        (course / "aa-copy.txt").unlink()
    assert before <= {item.proof.guid for quiz in quizzes(out) for item in quiz.items if item.proof}


def test_outputs_in_the_folder_itself_are_no_articles(course: Path) -> None:
    assert quizgen("make", course, "-o", course, "--items", 3, "--quiet").status == 0
    again = quizgen("make", course, "-o", course, "--items", 3)
    assert ".article.txt:" not in again.out
    assert "key.html:" not in again.out


def test_articles_of_one_title_are_refused(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_bytes((SEEDS / f"{COPIED}.txt").read_bytes())
    outcome = quizgen("make", tmp_path, "-o", tmp_path / "out")
    assert outcome.status == 1
    assert "a.txt" in outcome.err
    assert "b.txt" in outcome.err
    assert not (tmp_path / "out").exists()


def test_folder_without_an_article(tmp_path: Path) -> None:
    outcome = quizgen("make", tmp_path)
    assert outcome.status == 1
    assert "there is no article in" in outcome.err


def test_title_of_a_folder_is_wrong_usage(course: Path) -> None:
    assert quizgen("make", course, "--title", "x").status == 2


def test_article_is_never_overwritten_by_its_quiz(tmp_path: Path) -> None:
    body = (SEEDS / f"{COPIED}.txt").read_text(encoding="utf-8").split("+++\n", 2)[2]
    page = "".join(f"<p>{line}</p>" for line in body.splitlines() if line)
    article = tmp_path / "helium.html"
    article.write_text(f"<!doctype html><html lang=en><title>Helium</title><article><h1>Helium</h1>{page}</article>", encoding="utf-8")
    before = article.read_bytes()
    outcome = quizgen("make", article, "-o", tmp_path, "--title", "Helium")
    assert outcome.status == 1
    assert "would be overwritten" in outcome.err
    assert article.read_bytes() == before
