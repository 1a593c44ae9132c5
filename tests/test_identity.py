"""A question's key is kept through every change that does not make it another question."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from quizgen.article import TextSpan
from quizgen.facts import Clause, Complement, Date, Evidence, Fact, Phrase
from quizgen.identity import (
    RELEASE_TIME,
    Asked,
    asked,
    assign_identities,
    content_hash,
    identify,
    note_guid,
    note_time,
    question_key,
    remembered,
    subject_of,
)
from quizgen.questions import Question
from tests.sample_quizzes import french_quiz

TOWER = Asked(
    "a/event/date/tour inaugurer", "event", "date", (("event", "la tour est inaugurée"), ("date", "1889")), "La tour est inaugurée en 1889."
)
TOWER_2 = replace(TOWER, slots=(("event", "la tour est repeinte"), ("date", "1899")), evidence="On la repeint en 1899 pour une exposition.")


def inauguration(year: str = "1889", lemma: str = "inaugurer", sentence: str = "La tour Eiffel est inaugurée en 1889.") -> Question:
    """Return the question of when the tower was opened."""
    clause = Clause(
        Phrase("la tour Eiffel", bare="tour Eiffel"), "est", "inaugurée", complements=(Complement(f"en {year}", "date", year),), lemma=lemma
    )
    slots = (("event", clause), ("date", Date(year, year, "year")))
    fact = Fact("event", slots, Evidence(TextSpan(0, len(sentence), sentence)), "rule", 1.0)
    return Question(fact, "date", "Quand ?", year, "template", ("short_answer",))


def test_key_is_readable() -> None:
    assert question_key("openinfra.fr", "event", "date", "L’Été  de la tour !") == "openinfra.fr/event/date/l été de la tour"
    assert asked(inauguration(), "a").key == "a/event/date/tour eiffel inaugurer"


def test_subject_is_never_the_asked_slot() -> None:
    slots = (("person", Phrase("Ada Stein")), ("role", Phrase("la directrice du musée", bare="directrice du musée")))
    fact = Fact("role", slots, inauguration().fact.evidence, "rule", 1.0)
    assert subject_of(fact, "person") == "directrice du musée"
    assert subject_of(fact, "role") == "Ada Stein"


def test_asked_value_is_not_in_its_clause() -> None:
    assert dict(asked(inauguration(), "a").slots) == {"event": "la tour Eiffel est inaugurée", "date": "1889"}


def test_exact_match_keeps_the_key() -> None:
    assert assign_identities([TOWER], [replace(TOWER, key="kept")]) == ("kept",)


def test_corrected_value_keeps_the_key() -> None:
    corrected = replace(TOWER, key="new", slots=(TOWER.slots[0], ("date", "1890")), evidence="C’est en 1890 que la tour est inaugurée.")
    assert assign_identities([corrected], [TOWER]) == (TOWER.key,)


def test_rewritten_slots_in_the_same_sentence_keep_the_key() -> None:
    reparsed = replace(TOWER, key="new", slots=(("event", "cette tour est inaugurée"), ("date", "1889")))
    assert assign_identities([reparsed], [TOWER]) == (TOWER.key,)


def test_another_kind_in_the_same_sentence_does_not_take_the_key() -> None:
    other = replace(TOWER, key="new", kind="place", asked_slot="place")
    assert assign_identities([other], [TOWER]) == ("new",)


def test_two_questions_of_one_stem_get_two_keys_and_keep_them_in_any_order() -> None:
    first = assign_identities([TOWER, TOWER_2], [])
    assert first == (TOWER.key, f"{TOWER.key}#2")
    old = [replace(TOWER, key=first[0]), replace(TOWER_2, key=first[1])]
    assert assign_identities([TOWER_2, TOWER], old) == (first[1], first[0])
    assert assign_identities([TOWER_2], old) == (first[1],)


asks = st.builds(
    Asked,
    key=st.sampled_from(["a", "b", "c"]),
    kind=st.sampled_from(["event", "place"]),
    asked_slot=st.just("date"),
    slots=st.tuples(st.tuples(st.just("x"), st.sampled_from(["p", "q"]))),
    evidence=st.sampled_from(["one two three", "one two four", "five"]),
)


@given(st.lists(asks, max_size=6), st.lists(asks, max_size=6, unique_by=lambda one: one.key))
def test_no_two_questions_share_a_key_and_a_second_run_changes_none(new: list[Asked], old: list[Asked]) -> None:
    keys = assign_identities(new, old)
    assert len(set(keys)) == len(keys)
    distinct = list(dict.fromkeys(new))
    first = assign_identities(distinct, old)
    again = assign_identities(distinct, [replace(one, key=key) for one, key in zip(distinct, first, strict=True)])
    assert again == first


def test_phrasings_of_one_fact_share_a_key() -> None:
    one = inauguration()
    keys = identify([one, replace(one, stem="En quelle année ?", template="other"), inauguration(lemma="ouvrir")], "a")
    assert keys[0] == keys[1] == "a/event/date/tour eiffel inaugurer"
    assert keys[2] != keys[0]


def test_what_a_quiz_file_holds_is_enough_to_know_its_questions() -> None:
    old = french_quiz()
    known = remembered(old)
    assert len(known) == len(old.items)
    assert assign_identities(known, known) == tuple(one.key for one in known)


def test_guid_hangs_on_key_and_form_alone() -> None:
    # Frozen: another value would orphan every card already learned.
    assert note_guid("a/event/date/tour eiffel inaugurer", "short_answer") == "898819794fc6ffc62f5f95a2"
    assert note_guid("a", "cloze") != note_guid("a", "short_answer")


def test_content_hash_moves_with_what_a_note_shows_and_with_nothing_else() -> None:
    quiz = french_quiz()
    item = quiz.items[0]
    digest = content_hash(item, quiz.article)
    assert content_hash(replace(item, status="accepted", points=3.0), quiz.article) == digest
    assert content_hash(replace(item, hint="x"), quiz.article) != digest
    assert content_hash(item, replace(quiz.article, title="x")) != digest


def test_note_time() -> None:
    assert note_time("a", now=5) == RELEASE_TIME
    assert note_time("a", 99, "a", 50) == 50
    assert note_time("b", 99, "a", 50) == 99
    assert note_time("b", 10, "a", 50) == 51, "a clock that runs behind must not send a note back in time"
