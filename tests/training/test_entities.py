"""The recipe's entity data: tags to offsets, exchanged names, readers."""

import random
import sys
from pathlib import Path

import pytest

TRAINING = Path(__file__).resolve().parents[2] / "training"
sys.path.insert(0, str(TRAINING))

from entity_corpora import quaero_type, read_brat, winer_type, without_demonyms  # noqa: E402
from labelled import Labelled, from_tags, guess_spaces, join, to_doc  # noqa: E402
from names import Names, curly, fill, swap  # noqa: E402

from quizgen.languages.fr.tokenizer import QuizgenFrench  # noqa: E402


@pytest.fixture
def names() -> Names:
    lists = {"ORG": [["Alba", "Corvax"]], "LOC": [["Oslo", "Riga"]], "MISC": [["Vela"]]}
    patterns = {"ORG": ["Institut {LAST}"], "LOC": ["{LAST}ville"], "MISC": ["prix {LAST}"]}
    return Names(["Ada"], [1.0], ["Nord"], lists, patterns, random.Random(1))


def test_tags_become_offsets() -> None:
    item = from_tags(["In", "New", "York", "."], ["O", "B-LOC", "I-LOC", "O"], [True, True, False, False])
    assert item.text == "In New York."
    assert item.entities == ((3, 11, "LOC"),)


def test_spaces_are_guessed_around_punctuation_and_quotes() -> None:
    words = ["He", "said", '"', "yes", '"', ",", "(", "twice", ")", "."]
    text = "".join(word + (" " if space else "") for word, space in zip(words, guess_spaces(words), strict=True))
    assert text.strip() == 'He said "yes", (twice).'


def test_a_swapped_name_fits_the_elision_before_it(names: Names) -> None:
    item = Labelled("Le siège d'Orange est à Paris.", ((11, 17, "ORG"), (24, 29, "LOC")))
    swapped = swap(item, names, 1.0)
    found = [swapped.text[start:end] for start, end, _ in swapped.entities]
    assert found[0][0] in "AEIOU" or found[0] == "Orange"
    assert found[1] in ("Oslo", "Riga", "Nordville")


def test_a_pattern_elides_de_before_a_vowel(names: Names) -> None:
    texts = {fill("Le siège de {LOC}.", names).text for _ in range(30)}
    assert texts == {"Le siège d'Oslo.", "Le siège de Riga.", "Le siège de Nordville."}


def test_coined_names_are_made_of_the_parts_of_persons_names(names: Names) -> None:
    names.learn([Labelled("Vera Solheim et Jan van Dyck", ((0, 12, "PER"), (16, 28, "PER")))])
    assert names.pool["FIRST"] == ["Vera", "Jan"]
    assert names.pool["LAST"] == ["Solheim", "van Dyck"]
    drawn = {names.draw("MISC") for _ in range(100)}
    assert {"prix Nord", "prix Solheim"} <= drawn


def test_single_adjectives_of_place_are_no_entities() -> None:
    item = Labelled("Australian law in Australia", ((0, 10, "LOC"), (18, 27, "LOC")))
    assert without_demonyms(item).entities == ((18, 27, "LOC"),)


def test_what_is_unknown_is_neither_entity_nor_outside() -> None:
    doc = to_doc(QuizgenFrench(), Labelled("Ada dort à Oslo", ((0, 3, "PER"),), ((11, 15),)))
    assert [token.ent_iob_ for token in doc] == ["B", "O", "O", ""]


def test_joined_and_curly_texts_keep_their_entities() -> None:
    item = curly(join([Labelled("l'Oslo", ((2, 6, "LOC"),)), Labelled("Riga", ((0, 4, "LOC"),))]))
    assert [item.text[start:end] for start, end, _ in item.entities] == ["Oslo", "Riga"]
    assert item.text == "l’Oslo Riga"


def test_brat_files_give_one_item_a_line(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ada Nord arrive.\n  À Oslo hier.\n", "utf-8")
    (tmp_path / "a.ann").write_text("T1\tPerson 0 8\tAda Nord\nT2\tLocation 21 25\tOslo\nT3\tDate 26 30\thier\n", "utf-8")
    items = read_brat(tmp_path / "a.ann", winer_type)
    assert [[(item.text[a:b], label) for a, b, label in item.entities] for item in items] == [[("Ada Nord", "PER")], [("Oslo", "LOC")]]


def test_quaero_types() -> None:
    assert [quaero_type(label) for label in ("pers.ind", "pers.coll", "loc.adm.town", "loc.add.phys", "org.ent", "prod.media")] == [
        "PER", None, "LOC", None, "ORG", "MISC",
    ]  # fmt: skip
