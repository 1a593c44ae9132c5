"""The stored text run again: what is offered, what becomes of it in the quiz, and that the next `make` keeps it."""

from dataclasses import replace
from pathlib import Path

import pytest

from quizgen import pipeline
from quizgen.errors import WebError
from quizgen.items import Item, MultipleChoice
from quizgen.languages import get_language
from quizgen.naming import article_file
from quizgen.pipeline import MakeOptions, make_quiz
from quizgen.quiz import Quiz
from quizgen.quizfile import read_quiz, verify, write_quiz
from quizgen.reading import ReadingOptions
from quizgen.web.changes import Unsound
from quizgen.web.rewriting import Rewriter
from quizgen.web.taking import added, swapped, taken
from tests.cli.running import SEEDS
from tests.web.reviewing import NOW

OPTIONS = MakeOptions(ReadingOptions(), items=6)


@pytest.fixture(scope="module", params=["mary-anning.en.txt", "sophie-germain.fr.txt"])
def made(request: pytest.FixtureRequest) -> Quiz:
    """A quiz of everything that an article gives, so that some item of it can be asked otherwise."""
    quiz, rewriter = make_quiz(str(SEEDS / request.param), OPTIONS), Rewriter(MakeOptions(ReadingOptions()))
    while offers := rewriter.passage(quiz, 0, len(quiz.article.text)):
        quiz, _ = added(quiz, offers[0], NOW)
    return quiz


@pytest.fixture(scope="module")
def rewriter() -> Rewriter:
    return Rewriter(MakeOptions(ReadingOptions()))


def again(quiz: Quiz) -> Quiz:
    """The quiz after the next `make` on the same article."""
    return make_quiz(quiz.article, replace(OPTIONS, previous=quiz, now=NOW))


def shown(item: Item) -> tuple[object, ...]:
    return item.form, item.question, item.answer, item.status, item.proof and item.proof.guid


def item_with(quiz: Quiz, offered: object) -> Item:
    return next(item for item in quiz.items if offered(item))  # type: ignore[operator]


def test_another_wording_keeps_the_card_and_the_next_make_keeps_the_wording(made: Quiz, rewriter: Rewriter) -> None:
    item = item_with(made, lambda item: rewriter.wordings(made, item.id))
    offer = rewriter.wordings(made, item.id)[0]
    changed = taken(made, item.id, offer, NOW)
    now = next(each for each in changed.items if each.id == item.id)
    assert (now.question, now.status) == (offer.item.question, "edited")
    assert (now.proof and now.proof.guid) == (item.proof and item.proof.guid)
    assert shown(now) in map(shown, again(changed).items)


def test_another_form_is_another_card_and_the_next_make_keeps_it(made: Quiz, rewriter: Rewriter) -> None:
    item = item_with(made, lambda item: rewriter.forms(made, item.id))
    forms = rewriter.forms(made, item.id)
    assert len({offer.item.form for offer in forms}) == len(forms)
    changed = taken(made, item.id, forms[0], NOW)
    place = made.items.index(item)
    now = changed.items[place]
    assert (now.form, now.status) == (forms[0].item.form, "accepted")
    assert now.proof is not None
    assert item.proof is not None
    assert (now.proof.identity, now.proof.guid != item.proof.guid) == (item.proof.identity, True)
    after = again(changed)
    assert shown(now) in map(shown, after.items)
    assert item.id not in [each.id for each in after.items]


def test_going_back_to_the_first_form_finds_the_first_card(made: Quiz, rewriter: Rewriter) -> None:
    item = item_with(made, lambda item: rewriter.forms(made, item.id))
    changed = taken(made, item.id, rewriter.forms(made, item.id)[0], NOW)
    now = changed.items[made.items.index(item)]
    back = next(offer for offer in rewriter.forms(changed, now.id) if offer.item.form == item.form)
    returned = taken(changed, now.id, back, NOW).items[made.items.index(item)]
    assert (returned.id, returned.proof and returned.proof.guid) == (item.id, item.proof and item.proof.guid)


def test_more_from_a_passage_is_new_and_in_its_place_and_stays(made: Quiz, rewriter: Rewriter) -> None:
    few = replace(made, items=made.items[:1], offered=(made.items[0].id,))
    offers = rewriter.passage(few, 0, len(made.article.text))
    asked = {item.proof.identity for item in few.items if item.proof}
    assert offers
    assert not asked & {offer.identity for offer in offers}
    assert len({offer.identity for offer in offers}) == len(offers)
    more, id = added(few, offers[0], NOW)
    starts = [item.proof.evidence.start for item in more.items if item.proof]
    assert starts == sorted(starts)
    now = next(item for item in more.items if item.id == id)
    assert (now.status, id in more.offered) == ("accepted", True)
    assert shown(now) in map(shown, again(more).items)


def test_a_passage_gives_what_its_own_sentences_say(made: Quiz, rewriter: Rewriter) -> None:
    none = replace(made, items=())
    for block in made.article.prose:
        for offer in rewriter.passage(none, block.start, block.end):
            assert offer.item.proof is not None
            assert block.start <= offer.item.proof.evidence.start < block.end
    assert rewriter.passage(none, 0, 0) == ()


def test_a_rejected_question_is_not_offered_again(made: Quiz, rewriter: Rewriter) -> None:
    gone = replace(made, items=tuple(replace(item, status="rejected") for item in made.items))
    offered = {offer.identity for offer in rewriter.passage(gone, 0, len(made.article.text))}
    assert not offered & {item.proof.identity for item in gone.items if item.proof}


def with_choice(made: Quiz, rewriter: Rewriter) -> tuple[Quiz, MultipleChoice]:
    """The quiz with an item that is, or has been made, a multiple choice for which there are other distractors."""
    for item in made.items:
        offer = next((offer for offer in rewriter.forms(made, item.id) if offer.item.form == "multiple_choice"), None)
        quiz = taken(made, item.id, offer, NOW) if offer else made
        choice = quiz.items[made.items.index(item)]
        if isinstance(choice, MultipleChoice) and rewriter.distractors(quiz, choice.id):
            return quiz, choice
    raise AssertionError("no item of the seed can be a multiple choice")


def test_a_swapped_distractor_is_safe_new_and_in_order(made: Quiz, rewriter: Rewriter) -> None:
    made, item = with_choice(made, rewriter)
    safe = rewriter.distractors(made, item.id)
    old = next(option for option in item.options if option != item.answer)
    assert not {one.text for one in safe} & set(item.options)
    changed = swapped(made, item.id, old, safe[0].text, safe)
    now = next(each for each in changed.items if each.id == item.id)
    assert isinstance(now, MultipleChoice)
    assert set(now.options) == set(item.options) - {old} | {safe[0].text}
    if all(option.isdigit() for option in now.options):
        assert list(now.options) == sorted(now.options)
    assert now.proof is not None
    assert len(now.proof.distractor_origins) == len(now.options) - 1
    assert now.status == "edited"
    assert shown(now) in map(shown, again(changed).items)


def test_only_what_is_safe_is_swapped_in_and_never_for_the_key(made: Quiz, rewriter: Rewriter) -> None:
    made, item = with_choice(made, rewriter)
    safe = rewriter.distractors(made, item.id)
    old = next(option for option in item.options if option != item.answer)
    assert swapped(made, item.id, old, "somebody's word", safe) == made
    assert swapped(made, item.id, item.answer, safe[0].text, safe) == made
    with pytest.raises(Unsound):
        swapped(made, item.id, old, item.answer, (replace(safe[0], text=item.answer),))


def test_everything_taken_is_proved_by_the_article(made: Quiz, rewriter: Rewriter, tmp_path: Path) -> None:
    full = replace(made, items=made.items[:1])
    for offer in rewriter.passage(full, 0, len(made.article.text)):
        full, _ = added(full, offer, NOW)
    (tmp_path / "quiz.quiz.toml").write_text(write_quiz(full), "utf-8")
    (tmp_path / article_file(full)).write_text(full.article.text, "utf-8")
    assert read_quiz(tmp_path / "quiz.quiz.toml") == full
    assert all(not one.problems for one in verify(full, full.article, get_language(full.article.language)))


def test_an_offer_that_is_no_more_is_told(made: Quiz, rewriter: Rewriter) -> None:
    with pytest.raises(WebError, match="not offered"):
        rewriter.offer(made, "0123456789ab")


def test_an_article_is_run_once(made: Quiz, monkeypatch: pytest.MonkeyPatch) -> None:
    runs = []
    real = pipeline.extract
    monkeypatch.setattr(pipeline, "extract", lambda *arguments: (runs.append(1), real(*arguments))[1])
    rewriter = Rewriter(MakeOptions(ReadingOptions()))
    for item in made.items:
        rewriter.wordings(made, item.id)
        rewriter.forms(made, item.id)
    assert runs == [1]
