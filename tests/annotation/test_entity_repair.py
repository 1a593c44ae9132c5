"""Entities of one article agree with one another; nothing is added."""

from collections.abc import Sequence

import spacy
from spacy.tokens import Doc, Span

from quizgen.annotation.entity_repair import repair_entities

_NLP = spacy.blank("en")


def _doc(words: str, *entities: tuple[int, int, str], pos: str = "", language: str = "en") -> Doc:
    vocab = _NLP.vocab if language == "en" else spacy.blank("xx").vocab
    tokens = words.split()
    doc = Doc(vocab, words=tokens, pos=pos.split() or None, sent_starts=[index == 0 for index in range(len(tokens))])
    doc.ents = tuple(Span(doc, start, end, label=label) for start, end, label in entities)
    return doc


def _parsed(words: str, entity: tuple[int, int, str], relations: str, heads: list[int], lemmas: str = "") -> Doc:
    lemma_list = lemmas.split() or words.split()
    pos = ["PROPN" if word.istitle() else "X" for word in words.split()]
    doc = Doc(_NLP.vocab, words=words.split(), heads=heads, deps=relations.split(), lemmas=lemma_list, pos=pos)
    doc.ents = (Span(doc, *entity[:2], label=entity[2]),)
    return doc


def _found(docs: Sequence[Doc]) -> list[tuple[str, str]]:
    return [(entity.text, entity.label_) for doc in docs for entity in doc.ents]


def test_the_majority_decides_the_type() -> None:
    docs = [_doc("we like OpenInfra", (2, 3, "ORG")) for _ in range(9)] + [_doc("he met OpenInfra", (2, 3, "PER"))]
    repair_entities(docs)
    assert _found(docs) == [("OpenInfra", "ORG")] * 10


def test_a_trigger_noun_outweighs_one_vote() -> None:
    docs = [_doc("the foundation OpenInfra grew", (2, 3, "PER"))]
    repair_entities(docs)
    assert _found(docs) == [("OpenInfra", "ORG")]


def test_a_given_name_tells_a_person_and_the_surname_follows() -> None:
    docs = [_doc("then Mary Tasman spoke", (1, 3, "LOC")), _doc("and Tasman left", (1, 2, "LOC"))]
    repair_entities(docs)
    assert _found(docs) == [("Mary Tasman", "PER"), ("Tasman", "PER")]


def test_the_last_word_of_a_full_name_follows_it_too() -> None:
    docs = [_doc("then Mary Ann Tasman spoke", (1, 4, "PER")), _doc("and Tasman left", (1, 2, "ORG"))]
    repair_entities(docs)
    assert _found(docs)[1:] == [("Tasman", "PER")]


def test_an_acronym_has_the_type_of_what_it_stands_for() -> None:
    docs = [_doc("the Northern Star League ( NSL ) met", (1, 4, "ORG"), (5, 6, "PER"))]
    repair_entities(docs)
    assert _found(docs) == [("Northern Star League", "ORG"), ("NSL", "ORG")]


def test_the_party_in_brackets_after_a_deputy_is_no_person() -> None:
    docs = [_doc("then Mary Tasman ( NSL ) spoke", (1, 3, "PER"), (4, 5, "ORG"))]
    repair_entities(docs)
    assert _found(docs) == [("Mary Tasman", "PER"), ("NSL", "ORG")]


def test_a_country_is_a_place() -> None:
    docs = [_doc("reports from Burundi say so", (2, 3, "PER"))]
    repair_entities(docs)
    assert _found(docs) == [("Burundi", "LOC")]


def test_what_stands_after_city_of_is_a_place() -> None:
    docs = [_doc("the city of Veldana burned", (3, 4, "PER"), pos="DET NOUN ADP PROPN VERB")]
    docs += [_doc("the mother of Veldana burned", (3, 4, "PER"), pos="DET NOUN ADP PROPN VERB")]
    repair_entities(docs[:1])
    repair_entities(docs[1:])
    assert _found(docs) == [("Veldana", "LOC"), ("Veldana", "PER")]


def test_what_a_name_is_said_to_be_tells_its_type() -> None:
    docs = [_parsed("Veldana is a party", (0, 1, "LOC"), "nsubj cop det ROOT", [3, 3, 3, 3])]
    docs += [_parsed("Tasman likes a party", (0, 1, "LOC"), "nsubj ROOT det obj", [1, 1, 3, 1])]
    repair_entities(docs)
    assert _found(docs) == [("Veldana", "ORG"), ("Tasman", "LOC")]


def test_an_apposition_tells_the_type() -> None:
    docs = [_parsed("Tasman , president of Chad", (0, 1, "LOC"), "ROOT punct appos case nmod", [0, 0, 0, 4, 2])]
    repair_entities(docs)
    assert _found(docs) == [("Tasman", "PER")]


def test_only_persons_are_born() -> None:
    docs = [_parsed("Tasman was born there", (0, 1, "LOC"), "nsubj:pass aux:pass ROOT advmod", [2, 2, 2, 2], lemmas="Tasman be bear there")]
    repair_entities(docs)
    assert _found(docs) == [("Tasman", "PER")]


def test_a_place_that_shares_a_surname_keeps_its_type_when_it_is_named_often() -> None:
    docs = [_doc("then Mary Lincoln spoke", (1, 3, "PER"))] + [_doc("in Lincoln it rained", (1, 2, "LOC")) for _ in range(9)]
    repair_entities(docs)
    assert _found(docs)[1:] == [("Lincoln", "LOC")] * 9


def test_a_common_word_that_opens_a_sentence_is_dropped() -> None:
    docs = [_doc("Containers are useful", (0, 1, "ORG")), _doc("many containers sank")]
    repair_entities(docs)
    assert _found(docs) == []


def test_a_surname_that_is_also_a_trade_is_kept() -> None:
    docs = [_doc("then Mary Baker spoke", (1, 3, "PER")), _doc("and Baker left", (1, 2, "PER"))]
    repair_entities(docs)
    assert _found(docs)[1:] == [("Baker", "PER")]


def test_a_name_that_opens_a_sentence_is_kept() -> None:
    docs = [_doc("Apple fell", (0, 1, "ORG"), pos="PROPN VERB"), _doc("an apple near Apple", (3, 4, "ORG"))]
    repair_entities(docs)
    assert _found(docs) == [("Apple", "ORG"), ("Apple", "ORG")]


def test_punctuation_is_trimmed_and_unknown_types_dropped() -> None:
    docs = [_doc("see « Paris » in 1900", (1, 4, "LOC"), (5, 6, "DATE"))]
    repair_entities(docs)
    assert _found(docs) == [("Paris", "LOC")]


def test_a_name_with_a_finite_verb_in_it_is_a_sentence() -> None:
    doc = _doc("Tasman requested Parliament", (0, 3, "ORG"), pos="PROPN VERB PROPN")
    doc[1].set_morph("VerbForm=Fin")
    repair_entities([doc])
    assert _found([doc]) == []


def test_an_adverb_that_opens_the_sentence_is_no_part_of_the_name() -> None:
    docs = [_doc("Also Exaion grew", (0, 2, "ORG"), pos="ADV PROPN VERB"), _doc("The Guardian grew", (0, 2, "ORG"), pos="DET PROPN VERB")]
    repair_entities(docs)
    assert _found(docs) == [("Exaion", "ORG"), ("The Guardian", "ORG")]


def test_capitals_within_a_word_are_no_person() -> None:
    docs = [_doc("we like OpenStack and AWS", (2, 3, "PER"), (4, 5, "PER")), _doc("and Ronald McDonald", (1, 3, "PER"))]
    repair_entities(docs)
    assert _found(docs) == [("OpenStack", "ORG"), ("AWS", "ORG"), ("Ronald McDonald", "PER")]


def test_a_word_that_is_nearly_always_small_is_no_name() -> None:
    docs = [_doc("on Iodine day", (1, 2, "PER")), _doc("iodine iodine iodine")]
    repair_entities(docs)
    assert _found(docs) == []


def test_an_entity_ends_before_a_comma_or_a_small_preposition() -> None:
    docs = [_doc("near Oslo , Paris", (1, 4, "LOC")), _doc("the Council of", (1, 3, "ORG"), pos="DET PROPN ADP")]
    repair_entities(docs)
    assert _found(docs) == [("Oslo", "LOC"), ("Council", "ORG")]


def test_nothing_is_invented() -> None:
    docs = [_doc("we like OpenInfra", (2, 3, "ORG")), _doc("and OpenInfra grew")]
    repair_entities(docs)
    assert _found(docs) == [("OpenInfra", "ORG")]
