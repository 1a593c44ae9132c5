"""`--entities`: a user's file holds for the facts; a slip in it ends the command."""

import json
from pathlib import Path

from tests.cli.running import SEEDS, quizgen

HELIUM = SEEDS / "helium.en.txt"


def entities_file(folder: Path, kind: str) -> Path:
    path = folder / "entities.toml"
    path.write_text(f'[[entity]]\nname = "William Ramsay"\ntype = "{kind}"\naliases = ["Ramsay"]\n', encoding="utf-8")
    return path


def test_a_name_has_the_type_that_the_user_gives(tmp_path: Path) -> None:
    outcome = quizgen("facts", HELIUM, "--json", "--quiet", "--entities", entities_file(tmp_path, "work"))
    assert outcome.status == 0, outcome.err
    slots = [slot for fact in json.loads(outcome.out)["facts"] for slot in fact["slots"].values()]
    types = {slot["type"] for slot in slots if slot.get("text") in ("William Ramsay", "Ramsay")}
    assert types == {"work"}


def test_a_slip_in_the_file_ends_the_command(tmp_path: Path) -> None:
    outcome = quizgen("make", HELIUM, "--entities", entities_file(tmp_path, "boat"), "-o", tmp_path, "--quiet")
    assert outcome.status == 1
    assert "entity 1: type 'boat' is not known" in outcome.err
    assert "hint:" in outcome.err
