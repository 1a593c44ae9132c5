"""The recipe reads treebanks, merges contractions and brings labels together."""

import random
import sys
from pathlib import Path

import pytest
import spacy

TRAINING = Path(__file__).resolve().parents[2] / "training"
sys.path.insert(0, str(TRAINING))

from conllu import merge_contractions, read_sentences, split_contractions  # noqa: E402
from harmonize import harmonize  # noqa: E402
from syntax_data import to_doc, vary_typography, without_final_stop  # noqa: E402

DU = """# sent_id = t1
1	Il	il	PRON	_	Gender=Masc|Number=Sing|Person=3	2	expl	_	_
2	parle	parler	VERB	_	Mood=Ind|Number=Sing|Voice=Act	0	root	_	_
3-4	du	_	_	_	_	_	_	_	_
3	de	de	ADP	_	_	5	case	_	_
4	le	le	DET	_	Definite=Def|Gender=Masc|Number=Sing	5	det	_	_
5	film	film	NOUN	_	Gender=Masc|Number=Sing	2	obl:arg	_	SpaceAfter=No
6	.	.	PUNCT	_	_	2	punct	_	_

"""
DONT = """1	I	I	PRON	PRP	_	4	nsubj	_	_
2-3	don't	_	_	_	_	_	_	_	_
2	do	do	AUX	VBP	_	4	aux	_	_
3	n't	not	PART	RB	_	4	advmod	_	_
4	know	know	VERB	VB	_	0	root	_	_

"""


@pytest.fixture
def treebank(tmp_path: Path) -> Path:
    path = tmp_path / "t.conllu"
    path.write_text(DU, "utf-8")
    return path


def test_a_contraction_is_one_word_with_the_articles_gender(treebank: Path) -> None:
    (sentence,) = read_sentences(treebank)
    words = merge_contractions(sentence)
    assert [word.form for word in words] == ["Il", "parle", "du", "film", "."]
    du = words[2]
    assert (du.upos, du.head, du.features["Gender"], du.space_after) == ("ADP", 3, "Masc", True)
    assert words[3].head == 1


def test_an_english_contraction_stays_two_words_without_a_space(tmp_path: Path) -> None:
    path = tmp_path / "t.conllu"
    path.write_text(DONT, "utf-8")
    (sentence,) = read_sentences(path)
    words = split_contractions(sentence)
    assert [(word.form, word.space_after) for word in words] == [("I", True), ("do", False), ("n't", True), ("know", True)]


def test_relations_and_features_are_brought_together(treebank: Path) -> None:
    (words,) = harmonize("fr", read_sentences(treebank))
    assert [word.relation for word in words] == ["expl:subj", "ROOT", "case", "obl", "punct"]
    assert "Voice" not in words[1].features


def test_a_broken_tree_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "t.conllu"
    path.write_text(DU.replace("\t2\tpunct", "\t0\tpunct"), "utf-8")
    assert harmonize("fr", read_sentences(path)) == []


def test_a_document_keeps_spaces_heads_and_sentences(treebank: Path) -> None:
    (words,) = harmonize("fr", read_sentences(treebank))
    doc = to_doc(spacy.blank("xx").vocab, [words, words])
    assert doc.text.strip() == "Il parle du film. Il parle du film."
    assert [sentence.root.text for sentence in doc.sents] == ["parle", "parle"]
    assert doc[7].head.text == "film"


def test_titles_are_made_by_dropping_the_stop_only_when_nothing_hangs_on_it(treebank: Path) -> None:
    (words,) = harmonize("fr", read_sentences(treebank))
    assert [word.form for word in without_final_stop(words)][-1] == "film"


def test_typography_varies_apostrophes_but_not_the_number_of_words(treebank: Path) -> None:
    (words,) = harmonize("fr", read_sentences(treebank))
    assert all(len(vary_typography(words, "fr", random.Random(seed))) == len(words) for seed in range(9))
