"""The French tokenizer cuts words as the Universal Dependencies treebanks do."""

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from quizgen.languages.fr.tokenizer import QuizgenFrench

_CUT = QuizgenFrench().tokenizer


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("L'aile de l’oiseau", "L' aile de l’ oiseau"),
        ("lorsqu'il jusqu'au quoiqu'on", "lorsqu' il jusqu' au quoiqu' on"),
        ("aujourd'hui prud'homme quelqu'un entr'acte", "aujourd'hui prud'homme quelqu'un entr'acte"),
        ("d'aujourd’hui", "d' aujourd’hui"),
        ("si l'on veut", "si l'on veut"),
        ("O'Brien et N'Djamena", "O'Brien et N'Djamena"),
        ("main-d'œuvre", "main-d'œuvre"),
    ],
)
def test_elision_is_cut_and_words_with_an_apostrophe_are_not(text: str, words: str) -> None:
    assert [token.text for token in _CUT(text)] == words.split()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a-t-il", "a -t-il"),
        ("parle-t-on ?", "parle -t-on ?"),
        ("Est-elle", "Est -elle"),
        ("donne-le-moi", "donne -le -moi"),
        ("vas-y", "vas -y"),
        ("Qu'est-ce", "Qu' est -ce"),
        ("ce jour-là", "ce jour -là"),
        ("celui-ci rendez-vous au-delà là-bas", "celui-ci rendez-vous au-delà là-bas"),
        ("Kim Jong-il", "Kim Jong-il"),
        ("Bar-le-Duc porte-parole Royaume-Uni", "Bar-le-Duc porte-parole Royaume-Uni"),
    ],
)
def test_pronouns_after_a_verb_are_cut_and_compounds_are_not(text: str, words: str) -> None:
    assert [token.text for token in _CUT(text)] == words.split()


@pytest.mark.parametrize("space", [" ", "\u00a0", "\u202f"])
def test_a_number_written_with_spaces_is_one_word(space: str) -> None:
    doc = _CUT(f"Il a 30{space}000 euros et 1{space}250{space}000 clients.")
    assert [token.text for token in doc if token.text[0].isdigit()] == ["30 000", "1 250 000"]


def test_a_year_and_a_number_are_two_words() -> None:
    assert [token.text for token in _CUT("En 2010 300 personnes")] == ["En", "2010", "300", "personnes"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("M. Martin, av. J.-C., etc.", "M. Martin , av. J.-C. , etc."),
        ("à l'ONU.", "à l' ONU ."),
        ("sur Gaia-X. Puis", "sur Gaia-X . Puis"),
        ("la crinière,. Puis", "la crinière , . Puis"),
        ("C'est de l'art.", "C' est de l' art ."),
        ("25 % de 3€", "25 % de 3 €"),
        ("n° 5 à 20h30 et 15 h", "n° 5 à 20 h 30 et 15 h"),
        ("AT&T et Peer-to-Peer", "AT&T et Peer-to-Peer"),
        ("«Oui…», dit-il.", "« Oui … » , dit -il ."),
        ("sur www.exemple.com.", "sur www.exemple.com ."),
        ("déconnecté(e)s et/ou", "déconnecté(e)s et / ou"),
        ("OpenАI и Москва", "OpenАI и Москва"),
        ("fin.Le début", "fin . Le début"),
    ],
)
def test_abbreviations_symbols_and_punctuation(text: str, words: str) -> None:
    assert [token.text for token in _CUT(text)] == words.split()


def test_both_apostrophes_have_one_norm() -> None:
    doc = _CUT("l’eau l'eau")
    assert doc[0].norm_ == doc[2].norm_


def test_other_peoples_french_pipelines_keep_spacys_own_class() -> None:
    assert QuizgenFrench.lang == "quizgen_fr"
    assert spacy.util.get_lang_class("quizgen_fr") is QuizgenFrench


@given(st.text(alphabet="aéLl'’- .,«»\u00a0\u202f0123…()%", max_size=60))
def test_offsets_give_back_the_text(text: str) -> None:
    doc = _CUT(text)
    assert len(doc.text) == len(text)
    assert all(text[token.idx : token.idx + len(token)].replace("\u00a0", " ").replace("\u202f", " ") == token.text for token in doc)
