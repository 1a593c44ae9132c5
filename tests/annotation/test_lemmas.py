"""Lemmas: the table first, then the dictionary, then the model's guess."""

from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc

from quizgen.annotation.lemmas import LemmaChain


def _lemmas(language: str, words: str, pos: str, chain: LemmaChain | None = None) -> list[str]:
    doc = Doc(spacy.blank(language).vocab, words=words.split(), pos=pos.split(), lemmas=["?"] * len(words.split()))
    return [token.lemma_ for token in (chain or LemmaChain(language))(doc)]


def test_the_table_comes_first_and_knows_the_class() -> None:
    chain = LemmaChain("en", {("saw", "NOUN"): "saw", ("saw", "VERB"): "see"})
    assert _lemmas("en", "saw saw", "VERB NOUN", chain) == ["see", "saw"]


@pytest.mark.parametrize(
    ("word", "pos", "lemma"),
    [("redoutent", "VERB", "redouter"), ("chevaux", "NOUN", "cheval"), ("inaugurées", "VERB", "inaugurer"), ("Xyzzyer", "VERB", "?")],
)
def test_the_dictionary_knows_unseen_words(word: str, pos: str, lemma: str) -> None:
    assert LemmaChain("fr").language == "fr"
    doc = Doc(spacy.blank("xx").vocab, words=[word], pos=[pos], lemmas=["?"])
    assert LemmaChain("fr")(doc)[0].lemma_ == lemma


def test_a_noun_never_gets_an_infinitive() -> None:
    doc = Doc(spacy.blank("xx").vocab, words=["porte"], pos=["NOUN"], lemmas=["?"])
    assert not LemmaChain("fr")(doc)[0].lemma_.endswith("er")


def test_curly_apostrophes_find_the_table_and_names_keep_their_lemma() -> None:
    doc = Doc(spacy.blank("xx").vocab, words=["l’", "Oslo"], pos=["DET", "PROPN"], lemmas=["?", "Oslo"])
    assert [token.lemma_ for token in LemmaChain("fr", {("l'", "DET"): "le"})(doc)] == ["le", "Oslo"]


def test_the_table_is_saved_with_the_pipeline(tmp_path: Path) -> None:
    LemmaChain("fr", {("eaux", "NOUN"): "eau"}).to_disk(tmp_path / "lemmas")
    assert LemmaChain("fr").from_disk(tmp_path / "lemmas").table == {("eaux", "NOUN"): "eau"}
