"""Quizzes of every shape, with texts that a file format may trip over, and the file of one saved as `make` saves it."""

from dataclasses import replace
from pathlib import Path

from hypothesis import strategies as st

from quizgen.items import STATUSES, Cloze, Item, Matching, MultipleChoice, Ordering, Proof, ShortAnswer, TrueFalse
from quizgen.naming import article_file, quiz_file
from quizgen.quiz import Account, Quiz
from quizgen.quizfile import stamp, write_quiz
from tests.sample_quizzes import ENGLISH


def saved(quiz: Quiz, folder: Path, text: str | None = None) -> Path:
    """Write the quiz file (or `text` in its place) and the article's text beside it."""
    (folder / article_file(quiz)).write_bytes(quiz.article.text.encode())
    path = folder / quiz_file(quiz)
    path.write_bytes((write_quiz(quiz) if text is None else text).encode())
    return path


texts = st.text(st.characters(exclude_categories=("Cs",)), max_size=30)
told = texts.map(lambda text: text if text.strip() else f"{text}x")  # what must not be empty
words = st.text(st.characters(categories=("L", "N", "P")), min_size=1, max_size=12)
spans = st.integers(0, 60).flatmap(lambda start: st.integers(start, 80).map(lambda end: ENGLISH.span(start, end)))
proofs = st.builds(
    Proof,
    evidence=spans,
    support=st.lists(spans, max_size=2).map(tuple),
    fact_kind=texts,
    asked_slot=texts,
    rule=texts,
    template=texts,
    identity=texts,
    guid=texts,
    score=st.floats(allow_nan=False, allow_infinity=False),
    modified=st.integers(0, 2**40),
    slots=st.lists(st.tuples(words, texts), max_size=2).map(tuple),
    distractor_origins=st.lists(texts, max_size=2).map(tuple),
    content_hash=texts,
    features=st.dictionaries(texts, st.floats(-9, 9), max_size=2).map(lambda found: tuple(found.items())),
)
pairs = st.lists(st.tuples(texts, texts), min_size=1, max_size=3).map(tuple)
shared = {
    "question": told,
    "context": texts,
    "accepted": st.lists(texts, max_size=2).map(tuple),
    "feedback": texts,
    "hint": texts,
    "as_of": texts,
    "points": st.floats(0, 100),
    "status": st.sampled_from(STATUSES),
    "proof": st.none() | proofs,
    "id": st.just(""),
}


def choice(answer: str, others: list[str]) -> tuple[str, ...]:
    return (answer, *(other for other in others if other != answer))


items: st.SearchStrategy[Item] = st.one_of(
    st.builds(ShortAnswer, answer=told, **shared),
    st.builds(TrueFalse, answer=st.booleans(), correction=texts, **shared),
    st.builds(Matching, answer=pairs, distractors=st.lists(texts, max_size=2).map(tuple), **shared),
    st.builds(Ordering, answer=st.lists(texts, min_size=1, max_size=3).map(tuple), **shared),
    st.builds(Cloze, answer=told, **{**shared, "question": texts.map(lambda text: text.replace("_", "") + "____")}),
    st.builds(
        lambda one, others: replace(one, options=choice(one.answer, others)),
        st.builds(MultipleChoice, answer=told, options=st.just(()), **shared),
        st.lists(texts, max_size=3),
    ),
)


def numbered(made: list[Item]) -> tuple[Item, ...]:
    return tuple(replace(item, id=str(number)) for number, item in enumerate(made))


several = st.lists(items, max_size=3).map(numbered)
accounts = st.builds(
    Account,
    facts=st.integers(0, 99),
    asked_for=st.integers(0, 99),
    dropped=st.dictionaries(texts, st.integers(1, 9), max_size=3),
    coverage=st.dictionaries(st.integers(0, 30), st.integers(1, 9), max_size=3),
)
articles = st.builds(
    lambda author, url, licence: replace(ENGLISH, author=author, url=url, licence=licence), author=texts, url=texts, licence=texts
)
plain_quizzes = st.builds(
    Quiz,
    article=articles,
    items=several,
    title=texts,
    deck=texts,
    seed=st.integers(-9, 2**40),
    release=texts,
    account=accounts,
    vanished=several,
    passed_over=several,
    offered=st.lists(words, max_size=3).map(tuple),
    typed=st.booleans(),
    voice=st.sampled_from(["", "fr_FR"]),
    as_read=st.dictionaries(texts, texts, max_size=2).map(lambda told: tuple(told.items())),
)
quizzes = st.one_of(plain_quizzes, plain_quizzes.map(stamp))
