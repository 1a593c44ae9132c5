"""`quizgen templates` and `quizgen pipelines`."""

from pathlib import Path

from tests.cli.running import REPOSITORY, quizgen


def test_templates_list_shows_name_forms_and_stem() -> None:
    out = quizgen("templates", "list", "--language", "fr").out
    names = {line.split("  [")[0] for line in out.splitlines() if not line.startswith(" ")}
    shipped = {path.relative_to(REPOSITORY / "templates/questions").with_suffix("").as_posix() for path in _templates("fr")}
    assert names == shipped


def _templates(language: str) -> list[Path]:
    return list((REPOSITORY / "templates" / "questions" / language).glob("*/*.toml"))


def test_shipped_templates_are_sound() -> None:
    outcome = quizgen("templates", "check")
    assert outcome.status == 0, outcome.err
    assert outcome.out.endswith("all sound\n")


def test_broken_template_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "questions" / "fr" / "event"
    folder.mkdir(parents=True)
    (folder / "broken.toml").write_text('fact = "event"\nstm = "?"\n', encoding="utf-8")
    outcome = quizgen("templates", "check", tmp_path)
    assert outcome.status == 1
    assert "broken.toml" in outcome.err
    assert "hint: " in outcome.err


def test_pipelines_of_both_languages_are_listed_with_licences() -> None:
    out = quizgen("pipelines").out
    assert "(fr, bundled), licence" in out
    assert "(en, bundled), licence" in out
