"""Reading as a whole: origin, identity, limits, errors, and the sample articles."""

from pathlib import Path

import pytest

from quizgen.article import BlockKind
from quizgen.errors import ReadingError
from quizgen.reading import dateline, read_article
from quizgen.reading.limits import MAX_BYTES, MAX_WORDS, MIN_WORDS
from tests.reading.prose import ENGLISH, FRENCH, read_as, read_lines, read_text, texts

SEEDS = Path(__file__).parents[2] / "seeds"
HEADER = '+++\nid = "pont"\ntitle = "Le pont"\nauthor = "Jeanne"\nlanguage = "fr"\ndate = 2026-03-02\n+++\n\n'


def test_text_is_kept_as_it_is(tmp_path: Path) -> None:
    text = "Le pont renaît\n\n  " + " \n".join(FRENCH) + "\u00a0!\n"
    assert read_as(tmp_path, "a.txt", text).text == text


def test_header_is_not_part_of_the_text() -> None:
    article = read_text(HEADER + "\n".join(FRENCH))
    assert article.text == "\n".join(FRENCH)
    assert (article.id, article.title, article.author, article.published) == ("pont", "Le pont", "Jeanne", "2026-03-02")


def test_options_go_before_the_header() -> None:
    article = read_text(HEADER + "\n".join(FRENCH), title="Un pont", url="HTTPS://Exemple.org/Pont#haut", date="2025", author="Jean")
    assert (article.id, article.title, article.author, article.published) == ("https://exemple.org/Pont", "Un pont", "Jean", "2025")


def test_identity_is_the_same_for_a_moved_and_corrected_file(tmp_path: Path) -> None:
    first = read_as(tmp_path, "a.txt", "\n".join(("L’été du pont", *FRENCH)))
    second = read_as(tmp_path, "b.txt", "\n".join(("L'été du pont", *FRENCH[:3])))
    assert first.id == second.id == "fr:l-ete-du-pont"


@pytest.mark.parametrize("name", sorted(path.name for path in SEEDS.glob("*.txt")))
def test_sample_articles(name: str) -> None:
    article = read_article(str(SEEDS / name))
    assert article.language == name.split(".")[1]
    assert {block.kind for block in article.blocks} == {BlockKind.STANDFIRST, BlockKind.HEADING, BlockKind.PARAGRAPH}
    assert not any(text.startswith("#") for text in texts(article, BlockKind.HEADING))


@pytest.mark.parametrize(
    ("opening", "expected", "published"),
    [
        ("PARIS, 12 mars 2020 (AFP) – Le pont est rouvert.", "PARIS, 12 mars 2020 (AFP)", "2020-03-12"),
        ("Lyon (AFP) - Le pont est rouvert.", "Lyon (AFP)", ""),
        ("23 mars 2018 . – Le pont est rouvert.", "23 mars 2018", "2018-03-23"),
        ("1er février 2016 . –", "1er février 2016", "2016-02-01"),
        ("30 février 2016", "30 février 2016", ""),
        ("La Poste – qui a payé le pont – est contente.", None, ""),
    ],
)
def test_dateline(opening: str, expected: str | None, published: str) -> None:
    article = read_lines("Le pont renaît", opening, *FRENCH)
    assert dateline(article) == expected
    assert article.published == published


def test_english_dateline() -> None:
    article = read_lines("The bridge is back", "Thursday, February 23, 2006", *ENGLISH)
    assert (dateline(article), article.published) == ("Thursday, February 23, 2006", "2006-02-23")


def fill(path: Path, data: bytes) -> str:
    """Write a file and return its path."""
    path.write_bytes(data)
    return str(path)


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.txt", b"", "is empty"),
        ("a.txt", b" \n", "is empty"),
        ("a.txt", b"%PDF-1.7 ...", "is a PDF"),
        ("a.pdf", b"%PDF-1.7 ...", "is a PDF"),
        ("a.docx", b"PK\x03\x04", "word processor"),
        ("a.txt", b"PK\x03\x04", "zipped document"),
        ("a.odt", b"PK\x03\x04", "word processor"),
        ("a.xyz", b"Hello", 'suffix ".xyz"'),
        ("a", b"Hello", "no suffix"),
        ("a.txt", b"Too short.", f"at least {MIN_WORDS}"),
        ("a.txt", b"x" * (MAX_BYTES + 1), "limit of 5 MB"),
        ("a.txt", ("\n".join(ENGLISH) + "\n").encode() * (MAX_WORDS // 80), "limit is 120,000 words"),
        ("a.txt", "\n".join(["The length of the bridge on the river"] * 20).encode(), "too little prose"),
        ("a.txt", ("日本語の文章です。" * 300).encode(), "not recognized"),
    ],
)
def test_refused_files(tmp_path: Path, name: str, data: bytes, message: str) -> None:
    with pytest.raises(ReadingError, match=message) as caught:
        read_article(fill(tmp_path / name, data))
    assert caught.value.hint


def test_missing_file_and_folder(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match="there is no file"):
        read_article(str(tmp_path / "none.txt"))
    with pytest.raises(ReadingError, match="is a folder"):
        read_article(str(tmp_path))
    with pytest.raises(ReadingError, match="cannot be read"):
        read_article("a\x00b.txt")


def test_same_bytes_same_article() -> None:
    assert read_lines("Le pont", *FRENCH) == read_lines("Le pont", *FRENCH)
