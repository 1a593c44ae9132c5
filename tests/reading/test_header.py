"""Headers of text files."""

import pytest

from quizgen.errors import ReadingError
from quizgen.reading.draft import Metadata
from quizgen.reading.header import check_date, split_header


def test_toml_header() -> None:
    metadata, text = split_header('+++\nid = "pont"\ntitle = "Le pont"\ndate = 2026-03-02\nlicence = "MIT"\n+++\n\nLe texte.\n', "a.txt")
    assert metadata == Metadata(id="pont", title="Le pont", date="2026-03-02", licence="MIT")
    assert text == "Le texte.\n"


def test_yaml_header_with_other_spellings() -> None:
    metadata, text = split_header("---\ntitle: No\nlang: fr\nlicense: MIT\nauthor: [Jeanne, Jean]\ndate: 2026-03\n---\nLe texte.", "a.md")
    assert metadata == Metadata(title="No", language="fr", licence="MIT", author="Jeanne, Jean", date="2026-03")
    assert text == "Le texte."


def test_rule_above_a_text_is_no_header() -> None:
    assert split_header("---\nLe texte.\n---\nLa suite.", "a.md") == (Metadata(), "---\nLe texte.\n---\nLa suite.")


def test_text_without_header_is_untouched() -> None:
    assert split_header("\n Le texte.\n", "a.txt") == (Metadata(), "\n Le texte.\n")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("+++\ntitle = x\n+++\n", "not TOML"),
        ('+++\ntitle = "x"\n', "never closes"),
        ("---\ntitle: [x\n---\n", "not YAML"),
        ("+++\ntitle = { a = 1 }\n+++\n", '"title"'),
        ('+++\ndate = "hier"\n+++\n', "not understood"),
        ("+++\nx = " + "[" * 5000 + "\n+++\n", "not TOML"),
        ("---\nx: " + "[" * 800 + "\n---\n", "not YAML"),
        ("+++\n" + "# x\n" * 5000 + "+++\n", "longer than"),
    ],
)
def test_broken_header(text: str, message: str) -> None:
    with pytest.raises(ReadingError, match=message):
        split_header(text, "a.txt")


def test_date_that_does_not_exist() -> None:
    assert check_date("2026-03-02T10:00:00Z", "the page") == "2026-03-02"
    with pytest.raises(ReadingError, match="does not exist"):
        check_date("2026-02-30", "the options")
