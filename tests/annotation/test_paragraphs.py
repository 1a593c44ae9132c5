"""Blocks are parsed on their own; offsets point into the article; sentences do not break where they must not."""

import pytest
import spacy
from spacy.language import Language

from quizgen.annotation import annotate_paragraphs, annotate_text, load_pipeline
from quizgen.annotation.paragraphs import LONGEST_BLOCK
from quizgen.errors import PipelineError

TEXT = "Un titre sans point\n\u00a0 Il a dit : « C’est 30\u202f000 euros. » Puis il part…  \n\nFin."
SPANS = [(0, 19), (20, 68), (69, 69), (70, len(TEXT))]


@pytest.fixture(scope="module")
def french() -> Language:
    return load_pipeline("fr")


@pytest.fixture(scope="module")
def english() -> Language:
    return load_pipeline("en")


def test_every_span_gives_one_document_and_offsets_hold(french: Language) -> None:
    docs = annotate_paragraphs(french, TEXT, SPANS)
    assert len(docs) == len(SPANS)
    for doc in docs:
        offset = doc.user_data["offset"]
        for token in doc:
            written = TEXT[offset + token.idx : offset + token.idx + len(token)]
            assert written.replace("\u202f", " ") == token.text
    assert "30 000" in [token.text for token in docs[1]]
    assert not any(token.is_space for token in (docs[0][0], docs[1][0]))


def test_nothing_is_parsed_across_a_blocks_end(french: Language) -> None:
    titles, paragraph, *_ = annotate_paragraphs(french, TEXT, SPANS)
    assert titles.text == "Un titre sans point"
    assert paragraph.text.startswith("Il a dit")


def test_a_closing_quote_belongs_to_the_sentence_before(french: Language) -> None:
    doc = annotate_text(french, "« Les données sont en Europe. » La fondation grandit.")
    assert next(sentence.text for sentence in doc.sents).endswith("»")


def test_abbreviations_do_not_end_a_sentence(french: Language, english: Language) -> None:
    doc = annotate_text(french, "Il a rencontré M. Martin et le Dr. Dupont, né en 50 av. J.-C. à Rome.")
    assert len(list(doc.sents)) == 1
    doc = annotate_text(english, "He met Mr. Martin and Dr. J. Smith in No. 10 yesterday.")
    assert len(list(doc.sents)) == 1


def test_an_ellipsis_before_a_small_letter_does_not_end_a_sentence(french: Language) -> None:
    doc = annotate_text(french, "Il hésite… puis il signe le contrat.")
    assert not any(token.is_sent_start for token in doc if token.text == "…")


@pytest.mark.parametrize("code", ["fr", "en"])
def test_labels_are_universal_and_complete(code: str, french: Language, english: Language) -> None:
    nlp = french if code == "fr" else english
    text = "Marie Curie est née à Varsovie en 1867." if code == "fr" else "Marie Curie was born in Warsaw in 1867."
    doc = annotate_text(nlp, text)
    assert doc[1].pos_ == "PROPN"
    assert {token.dep_.split(":")[0] for token in doc} >= {"nsubj", "ROOT", "case", "obl"}
    assert ("Marie Curie", "PER") in [(entity.text, entity.label_) for entity in doc.ents]
    assert all(token.lemma_ for token in doc)
    assert doc[2].morph.get("Mood") == ["Ind"]


def test_both_apostrophes_give_one_parse(french: Language) -> None:
    straight, curly = (annotate_text(french, text) for text in ("L'eau monte.", "L’eau monte."))
    assert [(t.pos_, t.dep_) for t in straight] == [(t.pos_, t.dep_) for t in curly]


def test_a_block_without_end_is_refused() -> None:
    with pytest.raises(PipelineError, match="limit"):
        annotate_paragraphs(spacy.blank("en"), "x" * (LONGEST_BLOCK + 1), [(0, LONGEST_BLOCK + 1)])
