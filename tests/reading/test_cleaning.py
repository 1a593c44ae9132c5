"""What each line of an article is, one construction a test; the lines are written for the purpose."""

import pytest

from quizgen.article import BlockKind
from tests.reading.prose import ENGLISH, FRENCH, kinds, read_lines, texts


def kind_in_french(line: str) -> BlockKind:
    """Return what a line is between the paragraphs of a French article."""
    article = read_lines("Le pont renaît", *FRENCH[:2], line, *FRENCH[2:])
    return next(block.kind for block in article.blocks if article.text[block.start : block.end] == line)


def kind_in_english(line: str) -> BlockKind:
    """Return what a line is between the paragraphs of an English article."""
    article = read_lines("The bridge is back", *ENGLISH[:2], line, *ENGLISH[2:])
    return next(block.kind for block in article.blocks if article.text[block.start : block.end] == line)


def test_title_standfirst_and_paragraphs() -> None:
    article = read_lines("Le pont renaît", "Dix ans après la crue, la vallée retrouve son passage.", *FRENCH)
    assert kinds(article)[:3] == [BlockKind.TITLE, BlockKind.STANDFIRST, BlockKind.PARAGRAPH]
    assert article.title == "Le pont renaît"


def test_standfirst_that_stands_before_the_date_line() -> None:
    article = read_lines("Le pont renaît", "La vallée retrouve son passage.", "7 mars 2017 . –", *FRENCH)
    assert kinds(article)[:3] == [BlockKind.TITLE, BlockKind.STANDFIRST, BlockKind.BYLINE]


def test_first_line_that_is_a_sentence_is_no_title() -> None:
    assert BlockKind.TITLE not in kinds(read_lines(*FRENCH))


def test_title_that_asks_a_question() -> None:
    assert kinds(read_lines("Qui paiera le pont ?", *FRENCH))[0] is BlockKind.TITLE


def test_title_below_the_section_of_a_page() -> None:
    article = read_lines("Accueil", "Région", "Le pont de Valbrune renaît enfin", "Par Jeanne Doe", *FRENCH)
    assert kinds(article)[:4] == [BlockKind.NAVIGATION, BlockKind.NAVIGATION, BlockKind.TITLE, BlockKind.BYLINE]


def test_short_question_is_a_heading() -> None:
    assert kind_in_french("Que deviendra l’ancien pont ?") is BlockKind.HEADING


def test_name_glued_to_a_role_is_a_pull_quote() -> None:
    line = "Jeanne RouxMaître charpentière, Ateliers de Valbrune"
    article = read_lines("Le pont renaît", FRENCH[0], line, *FRENCH[1:3], line, FRENCH[3])
    assert texts(article, BlockKind.PULL_QUOTE) == [line, line]


def test_company_with_an_inner_capital_is_no_glued_name() -> None:
    assert kind_in_english("Building with Jane OpenTimber") is BlockKind.HEADING


def test_sentence_set_apart_from_its_paragraph_is_a_pull_quote() -> None:
    assert kind_in_french("« Elle espère que les jeunes resteront avec elle »") is BlockKind.PULL_QUOTE


def test_repeated_paragraph_is_kept_once() -> None:
    article = read_lines("Le pont renaît", *FRENCH, FRENCH[1])
    assert kinds(article).count(BlockKind.PULL_QUOTE) == 1
    assert kinds(article)[2] is BlockKind.PARAGRAPH


def test_signature_below_a_quotation() -> None:
    article = read_lines(
        "Le pont renaît", *FRENCH, "Nous n’oublierons jamais ce jour, et nos enfants non plus.", "— Jeanne Roux , charpentière"
    )
    assert kinds(article)[-2:] == [BlockKind.PULL_QUOTE, BlockKind.PULL_QUOTE]


def test_signature_below_a_narrated_paragraph_leaves_it_prose() -> None:
    article = read_lines("Le pont renaît", *FRENCH, "— Jeanne Roux , charpentière")
    assert kinds(article)[-2:] == [BlockKind.PARAGRAPH, BlockKind.PULL_QUOTE]


@pytest.mark.parametrize(
    "line", ["Une vallée sans passage", "Le trafic (1948-1953)", "Au-delà du pont", "Une équipe de douze personnes pour dix ans de travaux"]
)
def test_heading_without_full_stop(line: str) -> None:
    assert kind_in_french(line) is BlockKind.HEADING


@pytest.mark.parametrize("line", ["Ces travaux menacent la rive.", "La crue l’a emporté.", "L’équipe s’étend.", "Nul ne le sait !"])
def test_short_french_sentence_is_prose(line: str) -> None:
    assert kind_in_french(line) is BlockKind.PARAGRAPH


@pytest.mark.parametrize("line", ["The flood destroyed it.", "Nobody knows.", "It costs nothing."])
def test_short_english_sentence_is_prose(line: str) -> None:
    assert kind_in_english(line) is BlockKind.PARAGRAPH


@pytest.mark.parametrize(
    "line",
    [
        "The old bridge of Valbrune at dusk.",
        "Walkers on the bridge. Image: Jane Doe.",
        "The carpenter's abandoned workshop in the valley.",
        "Portrait of a carpenter (1904), by an unknown hand",
        "Jane Rowe, photograph, c. 1990",
    ],
)
def test_caption(line: str) -> None:
    assert kind_in_english(line) is BlockKind.CAPTION


def test_caption_glued_behind_a_paragraph() -> None:
    article = read_lines("The bridge is back", *ENGLISH[:3], ENGLISH[3] + " Valbrune Bridge")
    assert texts(article, BlockKind.HEADING, BlockKind.CAPTION) == ["Valbrune Bridge"]
    assert texts(article, BlockKind.PARAGRAPH)[-1].endswith("only walkers.")


@pytest.mark.parametrize(
    "line", ["Par Jeanne Doe", "Publié le 7 mars 2017 à 10:20", "J.D.", "Propos recueillis par Jeanne Doe", "mardi 7 mars 2017"]
)
def test_french_byline(line: str) -> None:
    assert kind_in_french(line) is BlockKind.BYLINE


@pytest.mark.parametrize("line", ["By Jane Doe", "Thursday, May 7, 2015", "Updated: 7 May 2015", "By Jane Doe and John Roe, in Lyon"])
def test_english_byline(line: str) -> None:
    assert kind_in_english(line) is BlockKind.BYLINE


def test_heading_that_opens_like_a_byline() -> None:
    assert kind_in_english("By plane") is BlockKind.HEADING


def test_author_comes_from_the_byline() -> None:
    assert read_lines("Le pont renaît", "Par Jeanne Doe, à Lyon", *FRENCH).author == "Jeanne Doe"


@pytest.mark.parametrize("line", ["Photo : Jeanne Doe", "Crédits : AFP", "© Jeanne Doe"])
def test_credit(line: str) -> None:
    assert kind_in_french(line) is BlockKind.CREDIT


@pytest.mark.parametrize(
    "line",
    [
        "Lire aussi : le pont de fer attend toujours",
        "Partager",
        "Nous utilisons des cookies pour mesurer l’audience.",
        "À lire aussi Le pont de fer",
        "Catégories : Pont | Rivière",
    ],
)
def test_navigation(line: str) -> None:
    assert kind_in_french(line) is BlockKind.NAVIGATION


def test_sentence_that_opens_like_navigation_is_prose() -> None:
    assert kind_in_french("Partager le pont avec les cyclistes reste pour la commune une idée lointaine.") is BlockKind.PARAGRAPH
    assert kind_in_english("Home is where the bridge leads, the people of the valley say.") is BlockKind.PARAGRAPH


def test_titles_below_a_list_of_links() -> None:
    links = ["Sur le même sujet", "Le pont de fer ferme à son tour", "La commune emprunte trois millions"]
    article = read_lines("Le pont renaît", *links, "7 mars 2017", *FRENCH)
    assert texts(article, BlockKind.NAVIGATION) == links


def test_reference_section_at_the_end() -> None:
    article = read_lines(
        "The bridge is back", *ENGLISH, "Sources", "Jane Doe. A history of bridges. Lyon, 1990.", "The bridges of wood, 2004"
    )
    assert kinds(article)[-3:] == [BlockKind.HEADING, BlockKind.CREDIT, BlockKind.CREDIT]


def test_sources_of_a_river_are_no_references() -> None:
    article = read_lines("The bridge is back", ENGLISH[0], "Sources", *ENGLISH[1:])
    assert kinds(article)[-3:] == [BlockKind.PARAGRAPH] * 3


@pytest.mark.parametrize(
    "lines",
    [
        ("- thirty metres long", "- two piers"),
        ("1. thirty metres long", "2. two piers"),
        ("Born 7 May 1960", "Trade Carpenter", "Works Three bridges", "Place Valbrune"),
        ("North bank: dry and stony.", "South bank: green and steep.", "Island: no name."),
        ("Two piers ,", "One deck ,"),
        ("Length | Width | Height", "30 | 2 | 4"),
    ],
)
def test_list(lines: tuple[str, ...]) -> None:
    article = read_lines("The bridge is back", *ENGLISH[:2], *lines, *ENGLISH[2:])
    assert kinds(article).count(BlockKind.LIST_ITEM) == len(lines)


def test_spoken_line_after_a_dash_is_prose() -> None:
    assert "– Je reviendrai demain, dit la charpentière aux enfants du village."[2:] in " ".join(
        texts(
            read_lines("Le pont renaît", *FRENCH[:3], "– Je reviendrai demain, dit la charpentière aux enfants du village.", FRENCH[3]),
            BlockKind.PARAGRAPH,
        )
    )


def test_list_items_leave_their_markers_out() -> None:
    article = read_lines("The bridge is back", *ENGLISH, "* one pier", "* two piers")
    assert texts(article, BlockKind.LIST_ITEM) == ["one pier", "two piers"]


def test_notes_of_an_encyclopedia_do_not_hide_the_full_stop() -> None:
    assert kind_in_english("The bridge was built in 1904. [12] [citation needed]") is BlockKind.PARAGRAPH
