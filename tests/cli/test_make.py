"""`quizgen make` and `quizgen export` over the seeds, with the bundled pipelines."""

import json
import re
import zipfile
from pathlib import Path

import pytest

from quizgen.quizfile import read_quiz
from tests.cli.running import SEEDS, Outcome, quizgen

SEED = SEEDS / "openinfra.fr.txt"
ALL = "anki,html,json"


def make(folder: Path, *options: object, article: object = SEED, stdin: bytes = b"") -> Outcome:
    return quizgen("make", article, "-o", folder, *options, stdin=stdin)


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Outcome]:
    folder = tmp_path_factory.mktemp("made")
    return folder, make(folder, "--to", ALL)


def quiz_file(folder: Path) -> Path:
    (path,) = folder.glob("*.quiz.toml")
    return path


def test_every_output_stands_under_one_name(made: tuple[Path, Outcome]) -> None:
    folder, outcome = made
    assert outcome.status == 0, outcome.err
    stems = {path.name.split(".")[0] for path in folder.iterdir()}
    endings = {path.name.split(".", 1)[1] for path in folder.iterdir()}
    assert len(stems) == 1
    assert endings == {"apkg", "html", "key.html", "json", "quiz.toml", "article.txt"}


def test_account_is_short_and_names_the_files(made: tuple[Path, Outcome]) -> None:
    folder, outcome = made
    assert outcome.err == "", "no progress where nobody looks"
    starts = [line.split("  ")[0] for line in outcome.out.splitlines()[:5]]
    assert starts == ["facts found", "questions written", "dropped", "kept", "coverage"]
    wrote = {line.removeprefix("wrote ") for line in outcome.out.splitlines() if line.startswith("wrote ")}
    assert wrote == {str(path) for path in folder.iterdir()}


def test_json_says_where_the_article_says_so(made: tuple[Path, Outcome]) -> None:
    folder, _ = made
    (path,) = folder.glob("*.json")
    (text_path,) = folder.glob("*.article.txt")
    text = text_path.read_bytes().decode("utf-8")
    items = json.loads(path.read_text(encoding="utf-8"))["items"]
    assert items
    assert all(text[item["start"] : item["end"]] == item["evidence"] for item in items)


def test_same_command_gives_the_same_bytes(made: tuple[Path, Outcome], tmp_path: Path) -> None:
    make(tmp_path / "again", "--to", ALL)
    assert files(tmp_path / "again") == files(made[0])


def test_making_again_over_an_untouched_quiz_changes_nothing(made: tuple[Path, Outcome]) -> None:
    before = files(made[0])
    assert make(made[0], "--to", ALL).status == 0
    assert files(made[0]) == before


def test_export_gives_the_same_files_without_a_pipeline(made: tuple[Path, Outcome], tmp_path: Path) -> None:
    assert quizgen("export", quiz_file(made[0]), "-o", tmp_path, "--to", ALL).status == 0
    exported = files(tmp_path)
    assert exported == {name: data for name, data in files(made[0]).items() if name in exported}
    assert len(exported) == 4


def test_standard_input_is_read(tmp_path: Path) -> None:
    outcome = make(tmp_path, "--title", "Sur l’entrée", "--quiet", article="-", stdin=SEED.read_bytes())
    assert (outcome.status, outcome.out, outcome.err) == (0, "", "")
    assert (tmp_path / "sur-l-entree.apkg").is_file()


def test_items_types_and_deck_are_obeyed(tmp_path: Path) -> None:
    make(tmp_path, "--items", 4, "--types", "cloze,short_answer", "--deck", "Mes cartes", "--to", "json,anki")
    (path,) = tmp_path.glob("*.json")
    items = json.loads(path.read_text(encoding="utf-8"))["items"]
    assert 1 <= len(items) <= 4
    assert {item["type"] for item in items} <= {"cloze", "short_answer"}
    assert 'deck = "Mes cartes"' in quiz_file(tmp_path).read_text(encoding="utf-8")


def test_unwritable_output_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file, not a folder", encoding="utf-8")
    outcome = make(tmp_path / "out")
    assert outcome.status == 1
    assert outcome.err.startswith("error: ")
    assert files(tmp_path) == {"out": b"a file, not a folder"}


def test_deck_is_a_package_anki_knows(made: tuple[Path, Outcome]) -> None:
    (path,) = made[0].glob("*.apkg")
    with zipfile.ZipFile(path) as package:
        assert {"collection.anki2", "media"} <= set(package.namelist())


def test_article_with_a_new_title_keeps_its_cards(tmp_path: Path) -> None:
    text = (SEEDS / "helium.en.txt").read_text(encoding="utf-8")
    article = tmp_path / "article.txt"
    article.write_text(text, encoding="utf-8")
    out = tmp_path / "out"
    assert quizgen("make", article, "-o", out, "--deck", "My deck", "--voice", "en_GB").status == 0
    (before,) = (read_quiz(path) for path in out.glob("*.quiz.toml"))
    article.write_text(re.sub(r'title = ".*"', 'title = "Another headline"', text), encoding="utf-8")
    assert quizgen("make", article, "-o", out).status == 0
    after = read_quiz(out / "another-headline.quiz.toml")
    old = {item.proof.guid: item.proof.modified for item in before.items if item.proof}
    kept = [item.proof for item in after.items if item.proof and item.proof.guid in old]
    assert len(kept) == len(before.items)
    assert all(proof.modified > old[proof.guid] for proof in kept), "every card names its source, so every card changes"
    assert (after.deck, after.voice) == ("My deck", "en_GB")


def test_voice_must_be_one(tmp_path: Path) -> None:
    outcome = quizgen("make", SEEDS / "helium.en.txt", "-o", tmp_path, "--voice", "French")
    assert outcome.status == 2
    assert "fr_FR" in outcome.err
