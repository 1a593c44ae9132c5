"""What was asked stays asked, in its form and words; what is asked no more is remembered."""

from dataclasses import replace

from quizgen.article import Article
from quizgen.continuity import DELETED, ELSEWHERE, OTHER_FORM, REJECTED, continued, not_elsewhere, remembering, told_by
from quizgen.identity import Asked, asked, fact_marks, item_id
from quizgen.items import Candidate, Cloze, Proof, ShortAnswer
from quizgen.quiz import Quiz
from quizgen.quizfile import read_quiz, stamp, write_quiz
from tests.sample_quizzes import french_quiz
from tests.test_identity import inauguration

SENTENCE = "La tour Eiffel est inaugurée en 1889."
ARTICLE = Article("tour.fr", SENTENCE, "fr", title="La tour")


def candidate(form: str = "short_answer", question: str = "Quand la tour a-t-elle été inaugurée ?", score: float = 0.5) -> Candidate:
    asks = inauguration()
    proof = Proof(ARTICLE.span(0, len(SENTENCE)), fact_kind="event", asked_slot="date", slots=asked(asks, ARTICLE.id).slots)
    values = {"id": "x", "question": question, "answer": "1889", "proof": proof}
    item = Cloze(**values) if form == "cloze" else ShortAnswer(**values)  # type: ignore[arg-type]
    return Candidate(replace(asks, forms=(form,)), item, score=score)


def quiz_of(*kept: Candidate, seed: int = 0) -> Quiz:
    key = asked(inauguration(), ARTICLE.id).key
    items = tuple(replace(each.item, id=item_id(key, each.item.form), proof=replace(each.item.proof, identity=key)) for each in kept)  # type: ignore[type-var]
    return stamp(Quiz(ARTICLE, items, "La tour", "La tour", seed=seed))


def test_old_wording_comes_before_an_old_form_before_a_better_score() -> None:
    old = candidate()
    new_words, new_form = candidate(question="Quelle année ?", score=0.7), candidate("cloze", score=0.9)
    kept, dropped = continued([new_form, new_words, old], ARTICLE, quiz_of(old), seed=0)
    assert [each.item for each in sorted(kept, key=lambda each: -each.score)] == [old.item, new_words.item, new_form.item]
    assert not dropped


def test_first_run_prefers_nothing() -> None:
    assert continued([candidate()], ARTICLE, None, seed=0) == ([candidate()], {})


def test_another_seed_chooses_anew_but_asks_nothing_in_another_form() -> None:
    kept, dropped = continued([candidate("cloze"), candidate()], ARTICLE, quiz_of(candidate()), seed=1)
    assert kept == [candidate()]
    assert dropped == {OTHER_FORM: 1}


def test_what_was_passed_over_comes_back_in_its_form() -> None:
    """A run for fewer items leaves a note out; the next one for more must not put another beside it in the learner's collection."""
    old = quiz_of(candidate("cloze"))
    passed = replace(old, items=(), passed_over=old.items)
    (back,), dropped = continued([candidate(score=0.9), candidate("cloze")], ARTICLE, passed, seed=0)
    assert (back.item, dropped) == (candidate("cloze").item, {OTHER_FORM: 1})
    assert back.score > candidate("cloze").score, "a little before what was never asked"
    assert continued([candidate(score=0.9)], ARTICLE, passed, seed=0)[0], "in another where its own is written no more"


def judged(status: str) -> Quiz:
    old = quiz_of(candidate("cloze"))
    return replace(old, items=(replace(old.items[0], status=status),), offered=(old.items[0].id,))


def test_what_was_rejected_or_deleted_leaves_room_for_others() -> None:
    both = [candidate(), candidate("cloze")]
    assert continued(both, ARTICLE, judged("rejected"), seed=0) == ([], {REJECTED: 2})
    assert continued(both, ARTICLE, replace(judged("proposed"), items=()), seed=0) == ([], {DELETED: 2})
    rejected = judged("rejected")
    assert continued(both, ARTICLE, replace(rejected, items=(), vanished=rejected.items), seed=0) == ([], {REJECTED: 2})


def test_what_a_person_accepted_comes_before_all_whatever_the_seed() -> None:
    kept, _ = continued([candidate(score=0.9), candidate("cloze", score=0.1)], ARTICLE, judged("accepted"), seed=0)
    assert max(kept, key=lambda each: each.score).item.form == "cloze"
    kept, _ = continued([candidate("cloze", score=0.1)], ARTICLE, judged("accepted"), seed=7)
    assert kept[0].score > 1


def test_form_that_is_asked_for_may_replace_another() -> None:
    kept, _ = continued([candidate("cloze")], ARTICLE, quiz_of(candidate()), seed=1, forms=("cloze",))
    assert kept == [candidate("cloze")]


def test_what_another_article_asks_is_not_asked_again() -> None:
    told = told_by(quiz_of(candidate()))
    other = replace(ARTICLE, id="another.fr")
    assert not_elsewhere([candidate(), candidate("cloze")], other, told) == ([], {ELSEWHERE: 2})
    assert not_elsewhere([candidate()], other, frozenset())[0] == [candidate()]
    assert not_elsewhere([replace(candidate(), question=inauguration("1890"))], other, told)[0], "another answer is another question"


def test_fact_marks_is_seen_through_other_words_of_the_clause() -> None:
    one = Asked("a/event/date/tour inaugurer", "event", "date", (("event", "la tour est inaugurée"), ("date", "1889")), "")
    other = Asked("b/event/date/tour inaugurer#2", "event", "date", (("event", "inaugurée, la tour"), ("date", "1889")), "")
    assert fact_marks(one) & fact_marks(other)
    assert not fact_marks(one) & fact_marks(replace(other, kind="birth"))
    assert not fact_marks(replace(one, slots=()))


def after(old: Quiz, text: str, now: int = 2_000_000_000) -> Quiz:
    """Return a run on a corrected article that asks nothing."""
    return remembering(replace(old, article=replace(old.article, text=text), items=()), old, now)


def test_items_asked_no_more_are_remembered_with_or_without_their_sentence() -> None:
    old = quiz_of(candidate())
    assert after(old, f"Autre chose. {SENTENCE}").passed_over == old.items
    (gone,) = after(old, "Autre chose.").vanished
    assert gone.proof is not None
    assert gone.proof.modified == 2_000_000_000
    twice = remembering(replace(old, items=()), after(old, "Autre chose."), 2_100_000_000)
    assert twice.passed_over, "its sentence is back"


def test_vanished_item_that_is_asked_again_is_the_same_note_and_newer() -> None:
    old = quiz_of(candidate())
    gone = after(old, "Autre chose.")
    back = stamp(replace(old, items=tuple(replace(i, proof=replace(i.proof, guid="")) for i in old.items)), gone, now=5)  # type: ignore[type-var]
    assert back.items[0].proof is not None
    assert gone.vanished[0].proof is not None
    assert back.items[0].proof.guid == gone.vanished[0].proof.guid
    assert back.items[0].proof.modified == gone.vanished[0].proof.modified + 1
    assert remembering(back, gone, 6).vanished == ()


def test_quiz_file_holds_what_is_asked_no_more(tmp_path) -> None:  # type: ignore[no-untyped-def]
    quiz = french_quiz()
    quiz = replace(quiz, items=quiz.items[2:], passed_over=quiz.items[:1], vanished=quiz.items[1:2], typed=True, voice="fr_FR")
    elsewhere = replace(quiz.vanished[0], proof=replace(quiz.vanished[0].proof, evidence=ARTICLE.span(0, 5)))  # type: ignore[type-var]
    quiz = replace(quiz, vanished=(elsewhere,))
    path = tmp_path / "x.quiz.toml"
    path.write_text(write_quiz(quiz), encoding="utf-8")
    (tmp_path / "le-phare-de-kervran-rallume-apres-vingt-ans-de-nuit.article.txt").write_text(quiz.article.text, encoding="utf-8")
    assert read_quiz(path) == quiz
