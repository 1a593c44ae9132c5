"""The figures of the bundled pipelines count only what a test set marks."""

import sys
from pathlib import Path

import spacy
from spacy.tokens import Doc, Span
from spacy.training import Example

TRAINING = Path(__file__).resolve().parents[2] / "training"
sys.path.insert(0, str(TRAINING))

from figures import _score_entities  # noqa: E402


def test_a_type_that_the_test_set_does_not_mark_is_not_counted_and_stays() -> None:
    vocab = spacy.blank("en").vocab
    ours, gold = (Doc(vocab, words=["Mary", "Tasman", "won", "the", "Veldana", "Prize"]) for _ in range(2))
    person = (0, 2, "PER")
    ours.ents = tuple(Span(ours, start, end, label=label) for start, end, label in (person, (4, 6, "MISC")))
    gold.ents = (Span(gold, 0, 2, label="PER"),)
    example = Example(ours, gold)
    assert _score_entities([example], ("PER", "ORG", "LOC"))["ents_f"] == 1.0
    assert [entity.label_ for entity in example.predicted.ents] == ["PER", "MISC"]
