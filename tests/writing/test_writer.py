"""Items in their forms: everything that one article's facts give, the same for the same seed."""

from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.article import Article
from quizgen.items import Cloze, MultipleChoice, ShortAnswer, TrueFalse
from quizgen.languages import get_language
from quizgen.languages.words import stands_in
from quizgen.writing import WritingContext, Written, write_items
from quizgen.writing.distractors import Distractor
from quizgen.writing.multiple_choice import order_options
from quizgen.writing.templates import TemplateSet
from tests.writing.sample_facts import FRENCH, article, births, inaugurated, visitors

Templates = Callable[[str], TemplateSet]


def write(source: Article, templates: TemplateSet, seed: int = 0) -> Written:
    facts = [inaugurated(source), visitors(source), *births(source)]
    return write_items(facts, WritingContext(source, get_language("fr"), templates, seed=seed))


def test_every_form_is_written(french: Article, templates: Templates) -> None:
    written = write(french, templates("fr"))
    assert {type(candidate.item) for candidate in written.candidates} == {ShortAnswer, MultipleChoice, Cloze, TrueFalse}
    assert written.questions == 9


def test_proofs_hold_the_evidence_and_the_way_there(french: Article, templates: Templates) -> None:
    for candidate in write(french, templates("fr")).candidates:
        proof = candidate.item.proof
        assert proof is not None
        assert french.text[proof.evidence.start:proof.evidence.end] == proof.evidence.text
        assert (proof.rule, proof.template, proof.asked_slot) == ("test", candidate.question.template, candidate.question.asked_slot)
        assert dict(proof.slots)
        assert isinstance(candidate.item, ShortAnswer | Cloze) or candidate.item.answer is True or proof.distractor_origins


def test_options_are_distinct_hold_the_key_once_and_are_not_in_the_stem(french: Article, templates: Templates) -> None:
    items = [candidate.item for candidate in write(french, templates("fr")).candidates if isinstance(candidate.item, MultipleChoice)]
    assert items
    for item in items:
        assert len({option.casefold() for option in item.options}) == 3
        assert item.options.count(item.answer) == 1
        assert not any(stands_in(option, item.question) for option in item.options)


def test_false_statements_carry_the_true_one(french: Article, templates: Templates) -> None:
    pairs: dict[str, set[bool]] = {}
    for candidate in write(french, templates("fr")).candidates:
        if isinstance(candidate.item, TrueFalse):
            pairs.setdefault(candidate.question.statement, set()).add(candidate.item.answer)
            assert candidate.item.answer or candidate.item.correction == candidate.question.statement != candidate.item.question
    assert all(True in answers for answers in pairs.values())  # « plus de 3 000 » has no number beside it that is surely false
    assert {True, False} in pairs.values()


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 2**40))
def test_same_seed_same_items_and_no_key_in_any_question(seed: int) -> None:
    source, templates = article(FRENCH, "fr"), _templates()
    written = write(source, templates, seed)
    assert written == write(source, templates, seed)
    for candidate in written.candidates:
        if not isinstance(candidate.item, TrueFalse):
            assert not stands_in(candidate.item.answer, candidate.item.question)


def _templates() -> TemplateSet:
    from pathlib import Path
    from tempfile import TemporaryDirectory

    from quizgen.writing import load_templates
    from tests.writing.sample_facts import TEMPLATES, write_templates

    with TemporaryDirectory() as folder:
        return load_templates("fr", [write_templates(Path(folder), TEMPLATES)])


def test_years_and_numbers_are_printed_in_their_order(french: Article, templates: Templates) -> None:
    year = next(c.question for c in write(french, templates("fr")).candidates if c.question.key == "1932")
    options = order_options(year, [Distractor("1941", ""), Distractor("1928", "")], get_language("fr"), 0)
    assert options == ("1928", "1932", "1941")
