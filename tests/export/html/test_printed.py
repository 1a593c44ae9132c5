"""Real paper: what Chromium and WeasyPrint make of the same sheet, page by page."""

import re
import sys
from pathlib import Path
from unicodedata import normalize

import pytest

from quizgen.errors import ExportError
from tests.export.html.firefox import print_with_firefox
from tests.export.html.printing import Printed, export, long_quiz, print_in_browser, read_pdf
from tests.sample_quizzes import french_quiz

PAPERS = {"a4": (595, 842), "letter": (612, 792)}
UNSEEN = str.maketrans("", "", "\u00ad\u2060\u200b")


def printed(data: bytes, path: Path) -> Printed:
    path.write_bytes(data)
    return read_pdf(path)


def assert_no_item_is_parted(pages: tuple[str, ...]) -> None:
    """A question's first word and its last option stand on one page, and a heading is not the last thing on a page."""
    for page in pages:
        for form in ("Multiple", "Paires", "Ordre"):
            begun = {int(number) for number in re.findall(rf"{form}(\d+)\b", page)}
            assert all(f"dernier{number}" in page for number in begun), f"{form} is parted from its options"
        last_words = page.rstrip().splitlines()[-3:]
        assert not any(re.search(r"Cochez|Écrivez|Répondez|Reportez|Numérotez", line) for line in last_words), "a heading alone at the foot"


@pytest.mark.browser
@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("look", ["plain", "large-print", "dyslexia"])
def test_browser_and_weasyprint_agree(paper: str, look: str, chromium: str, tmp_path: Path) -> None:
    files = export(long_quiz(), "html,pdf", paper=paper, look=look, school="Lycée du Port")
    for kind in ("", "key."):
        mine = printed(files[f"{kind}pdf"], tmp_path / f"{kind}pdf")
        theirs = print_in_browser(files[f"{kind}html"], chromium, tmp_path / f"{kind}browser")
        assert mine.sizes == theirs.sizes == {PAPERS[paper]}
        assert mine.is_tagged
        assert theirs.is_tagged
        assert abs(len(mine.pages) - len(theirs.pages)) <= 1, kind
        assert body(mine) == body(theirs), kind
        for pages in (mine.pages, theirs.pages):
            assert len(pages) >= 3
            numbers = [re.findall(r"(\d+) ?/ ?(\d+)$", page.rstrip())[-1] for page in pages]
            assert numbers == [(str(number), str(len(pages))) for number in range(1, len(pages) + 1)]
            assert all("Le phare de" in page for page in pages), "the running head"
            assert ["Lycée du Port" in page for page in pages] == [True] * len(pages)
            assert not any("file:" in page for page in pages)
            if not kind:
                assert_no_item_is_parted(pages)


def body(sheet: Printed) -> list[str]:
    """The words of a sheet without its running heads, in alphabetical order."""
    heads = re.compile(r"^ *Le phare de .*(Quiz|Corrigé) *$|^.*\d+ ?/ ?\d+ *$", re.M)
    return sorted(normalize("NFKC", heads.sub("", "\n".join(sheet.pages))).translate(UNSEEN).split())


@pytest.mark.browser
def test_firefox_prints_the_same_and_parts_nothing(firefox: str, tmp_path: Path) -> None:
    """Firefox knows neither running heads nor break-after: what it prints must hold together all the same."""
    pages = {}
    for look in ("plain", "dyslexia"):
        for name, data in export(long_quiz(), paper="a4", look=look).items():
            page = tmp_path / f"{look}.{name}"
            page.write_bytes(data)
            pages[page] = page.with_suffix(".pdf")
    print_with_firefox(pages, firefox, tmp_path)
    for page, pdf in pages.items():
        look, _, name = pdf.name.partition(".")
        theirs, mine = read_pdf(pdf), printed(export(long_quiz(), "pdf", look=look)[name], tmp_path / "mine")
        assert body(theirs) == body(mine), page.name
        assert abs(len(mine.pages) - len(theirs.pages)) <= 1
        if "key" not in page.name:
            assert_no_item_is_parted(theirs.pages)


@pytest.mark.browser
def test_two_columns_in_both(chromium: str, tmp_path: Path) -> None:
    files = export(long_quiz(), "html,pdf", paper="a4", columns="2", sheets="quiz")
    mine, theirs = printed(files["pdf"], tmp_path / "a.pdf"), print_in_browser(files["html"], chromium, tmp_path / "b")
    assert abs(len(mine.pages) - len(theirs.pages)) <= 1
    for pages in (mine.pages, theirs.pages):
        assert_no_item_is_parted(pages)


@pytest.mark.browser
@pytest.mark.parametrize("paper", PAPERS)
def test_cards_print_on_both_sides_in_both(paper: str, chromium: str, tmp_path: Path) -> None:
    files = export(french_quiz(), "html,pdf", paper=paper, sheets="flashcards")
    mine = printed(files["flashcards.pdf"], tmp_path / "a.pdf")
    for sheet in (mine, print_in_browser(files["flashcards.html"], chromium, tmp_path / "b")):
        assert len(sheet.pages) == 2
        assert "Qui préside" in sheet.pages[0]
        assert re.search(r"47 mètres +Yann Kerleau", sheet.pages[1]), "left and right have changed places"


def test_same_pdf_each_time() -> None:
    assert export(french_quiz(), "pdf", sheets="quiz,flashcards", versions="2") == export(
        french_quiz(), "pdf", sheets="quiz,flashcards", versions="2"
    )


def test_long_words_are_hyphenated_in_the_articles_language(tmp_path: Path) -> None:
    """In French of two halves of a double consonant one stays: "consommer" is "consom-mer"."""
    pdf = printed(export(french_quiz(), "pdf", sheets="article")["article.pdf"], tmp_path / "a.pdf")
    assert "électri" in pdf.pages[0]


def test_pdf_takes_nothing_from_the_disk(tmp_path: Path) -> None:
    """A template of somebody else's may ask for a file; it does not get it."""
    (tmp_path / "secret.txt").write_text("not for printing", encoding="utf-8")
    folder = tmp_path / "mine" / "html"
    folder.mkdir(parents=True)
    source = f'<link rel="attachment" href="file://{tmp_path}/secret.txt"><img src="file://{tmp_path}/secret.txt">plain'
    (folder / "quiz.html.j2").write_text(source, encoding="utf-8")
    from quizgen.export import ExportOptions, export_quiz
    from quizgen.resources import template_roots

    options = ExportOptions(template_roots(tmp_path / "mine"), settings={"sheets": "quiz"})
    (data,) = export_quiz(french_quiz(), ["pdf"], options).files.values()
    assert b"not for printing" not in data
    assert b"EmbeddedFile" not in data


def test_missing_weasyprint_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.split(".")[0] == "weasyprint"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    with pytest.raises(ExportError, match="not installed") as caught:
        export(french_quiz(), "pdf")
    assert "quizgen[pdf]" in caught.value.hint


def test_self_test_alone_makes_no_pdf() -> None:
    with pytest.raises(ExportError, match="screen"):
        export(french_quiz(), "pdf", sheets="self-test")
