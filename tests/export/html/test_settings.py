"""Settings of the sheets: from the file, from the command line, and what is said of a slip in them."""

from pathlib import Path

import pytest

from quizgen.errors import ExportError, TemplateError
from quizgen.export.html.settings import read_settings
from quizgen.resources import template_roots
from tests.cli.running import quizgen
from tests.export.html.printing import export
from tests.sample_quizzes import english_quiz, french_quiz

PIXEL = bytes.fromhex("89504e470d0a1a0a0000000d4948445200000001000000010804000000b51c0c020000000b4944415478da6364f80f00010501012718e3660000000049454e44ae426082")  # noqa: E501


def own(folder: Path, text: str) -> tuple[Path, ...]:
    """The folders of templates with a settings.toml of one's own."""
    (folder / "html").mkdir(exist_ok=True)
    (folder / "html" / "settings.toml").write_text(text, encoding="utf-8")
    return template_roots(folder)


def test_file_of_ones_own_may_hold_a_few_settings(tmp_path: Path) -> None:
    settings = read_settings(own(tmp_path, 'paper = "letter"\n[points]\ncloze = 2.5\n'), {"columns": "2"})
    assert (settings.paper, settings.columns, settings.points["cloze"], settings.look) == ("letter", 2, 2.5, "plain")


def test_capitals_do_not_matter_on_the_command_line() -> None:
    assert read_settings(template_roots(), {"paper": "A4", "look": "Large-Print"}).paper == "a4"


def test_command_line_wins() -> None:
    settings = read_settings(template_roots(), {"sheets": "article + quiz, key", "word_bank": "yes", "points.cloze": "1,5"})
    assert settings.sheets == (("article", "quiz"), ("key",))
    assert settings.word_bank is True
    assert settings.points["cloze"] == 1.5


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("colums", "2", "no setting 'colums'"),
        ("columns", "3", "1, 2"),
        ("columns", "two", "1, 2"),
        ("versions", "27", "1 to 26"),
        ("paper", "a5", "'letter'"),
        ("word_bank", "maybe", "true or false"),
        ("sheets", "quiz,keys", "'keys' is no sheet"),
        ("sheets", ",", "no sheet"),
        ("points.cloze", "-1", "a number"),
        ("points.clozes", "1", "no setting"),
        ("logo", "nowhere.png", "nowhere.png cannot be read"),
    ],
)
def test_slip_on_the_command_line_is_told(name: str, value: str, told: str) -> None:
    with pytest.raises(ExportError) as caught:
        read_settings(template_roots(), {name: value})
    assert told in caught.value.message


@pytest.mark.parametrize("text", ["columns = 3", "colums = 2", 'columns = "2"', "columns", "[points]\ncloze = true", "look = 1"])
def test_slip_in_the_file_names_it(text: str, tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match=r"html/settings\.toml"):
        read_settings(own(tmp_path, text), {})


def test_points_of_a_form_leave_a_persons_points_alone() -> None:
    page = export(french_quiz(), **{"points.short_answer": "3"})["html"].decode()
    assert page.count("3 pts") == 2
    assert page.count("2 pts") == 1, "given to one item in the quiz file"
    assert "/ 12</b>" in page


def test_school_and_logo_stand_at_the_head_and_the_picture_in_the_file(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(PIXEL)
    page = export(french_quiz(), school="Collège d'Armor <&>", logo=str(tmp_path / "logo.png"))["html"].decode()
    assert 'src="data:image/png;base64,iVBOR' in page
    assert "Collège d&#39;Armor &lt;&amp;&gt;" in page


def test_logo_of_the_settings_file_is_found_beside_it(tmp_path: Path) -> None:
    (tmp_path / "html").mkdir()
    (tmp_path / "html" / "logo.png").write_bytes(PIXEL)
    assert read_settings(own(tmp_path, 'logo = "logo.png"'), {}).logo.startswith("data:image/png;base64,")


def test_what_is_no_picture_is_refused(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(b"MZ not a picture")
    with pytest.raises(ExportError, match="no picture"):
        read_settings(template_roots(), {"logo": str(tmp_path / "logo.png")})


def test_labels_may_be_in_another_language_than_the_article() -> None:
    page = export(french_quiz(), labels="en")["html"].decode()
    assert '<html lang="en"' in page
    assert "Tick “True” or “False”." in page
    assert '<h1 lang="fr">' in page
    assert "construit\u202f?" in page, "the article's typography stays"
    assert "published 21 June 2024" in page


def test_unknown_language_of_labels_is_told() -> None:
    with pytest.raises(TemplateError, match=r"labels/de\.toml"):
        export(french_quiz(), labels="de")


def test_blanks_may_be_as_long_as_their_answers_or_all_of_one_length() -> None:
    def blanks(**settings: str) -> str:
        return export(english_quiz(), **settings)["html"].decode().split('aria-label="blank">')[1].split("<")[0]

    assert len(blanks(blanks="answer")) < len(blanks())
    assert blanks(blanks="equal") == blanks()


def test_word_bank_holds_the_answers_of_the_clozes() -> None:
    with_bank, without = (export(english_quiz(), word_bank=value)["html"].decode() for value in ("true", "false"))
    assert '<ul class="word-bank" aria-label="Word bank" lang="en"><li>240</li></ul>' in with_bank
    assert 'class="word-bank"' not in without


def test_setting_without_a_value_is_wrong_usage(tmp_path: Path) -> None:
    outcome = quizgen("export", tmp_path / "any.quiz.toml", "--set", "columns")
    assert outcome.status == 2
    assert "NAME=VALUE" in outcome.err


def test_slip_is_told_before_the_article_is_read(tmp_path: Path) -> None:
    outcome = quizgen("make", tmp_path / "missing.txt", "--set", "columns=9")
    assert outcome.status == 1
    assert outcome.err.startswith("error: --set columns=9:")
