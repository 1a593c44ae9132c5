"""What counts as the same fact, and what does not."""

import pytest

from quizgen.evaluation.matching import fact_matches, item_matches, likeness, violations, words
from tests.evaluation.made import ARTICLE, BUILDER, BUILT, GOLD, RIVER, SECOND, dated_fact, short_answer, true_false


def test_words_lose_case_accents_and_short_words() -> None:
    assert words("L’Œuvre d’été, en 2010 : 7 %") == {"oeuvre", "ete", "2010", "7"}


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("la fondation OpenInfra", "fondation OpenInfra", True),
        ("directeur général", "directeur général de la fondation OpenInfra", True),
        ("2010", "en 2010", True),
        ("the Orn", "the Elbe", False),
        ("1889", "1898", False),
        ("", "", False),
    ],
)
def test_likeness_is_more_than_half_of_the_words(one: str, other: str, alike: bool) -> None:
    assert (likeness(one, other) > 0.5) is alike


def test_fact_matches_gold_of_its_sentence_with_one_of_its_answers() -> None:
    assert fact_matches(dated_fact(), BUILT, ARTICLE)
    assert not fact_matches(dated_fact(), BUILDER, ARTICLE), "another answer"
    assert not fact_matches(dated_fact(SECOND), BUILT, ARTICLE), "another sentence"


def test_item_matches_by_sentence_and_key() -> None:
    assert item_matches(short_answer("in 1889"), BUILT, ARTICLE)
    assert not item_matches(short_answer("in 1889"), RIVER, ARTICLE)
    assert not item_matches(short_answer("1889", evidence=SECOND), BUILT, ARTICLE)


def test_item_without_proof_matches_nothing() -> None:
    item = short_answer("1889")
    bare = type(item)(id="x", question=item.question, answer=item.answer)
    assert not item_matches(bare, BUILT, ARTICLE)


def test_true_false_matches_by_what_is_true_in_it() -> None:
    assert item_matches(true_false("The bridge was built in 1889.", True), BUILT, ARTICLE)
    assert item_matches(true_false("The bridge was built in 1901.", False, "The bridge was built in 1889."), BUILT, ARTICLE)
    assert not item_matches(true_false("Anna Berg lived in Bergen.", True), BUILT, ARTICLE)


def test_item_worded_like_a_must_not_is_a_suspect() -> None:
    banned = short_answer("Anna Berg", "Who paid for the bridge over the Orn?")
    assert [item for item, _ in violations((short_answer("1889"), banned), GOLD)] == [banned]


def test_same_question_with_another_key_is_none() -> None:
    assert not violations((short_answer("the town of Orn", "Who paid for the bridge over the Orn?"),), GOLD)


def test_false_statement_claims_nothing() -> None:
    assert not violations((true_false("Who paid for the bridge over the Orn? Anna Berg", False),), GOLD)
