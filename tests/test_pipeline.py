"""From seeds to quizzes with the bundled pipelines: the laws hold for every item, and the same input gives the same output."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from quizgen.evaluation.gold import find_gold
from quizgen.evaluation.matching import violations
from quizgen.export import FORMATS, export_quiz
from quizgen.flaws import FATAL, Wording, find_flaws
from quizgen.items import BaseItem, Cloze, Item, MultipleChoice, Proof, ShortAnswer, TrueFalse
from quizgen.languages import get_language
from quizgen.languages.words import plain
from quizgen.pipeline import MakeOptions, find_facts, make_quiz
from quizgen.questions import BLANK
from quizgen.quiz import Quiz
from quizgen.quizfile import read_quiz, write_quiz
from quizgen.reading import ReadingOptions
from tests.cli.running import SEEDS
from tests.extraction.constructions import spans

NAMES = ("openinfra.fr", "sophie-germain.fr", "helium.en", "mary-anning.en")
LATER = 1_900_000_000  # seconds since 1970: a clock after every release
FIRST_WORD = re.compile(r"^(?:\w+['’]|\w+\s)")

each_seed = pytest.mark.parametrize("name", NAMES)
one_of_each_language = pytest.mark.parametrize("name", ["sophie-germain.fr", "helium.en"])


def options(**changes: object) -> MakeOptions:
    return replace(MakeOptions(reading=ReadingOptions()), **changes)  # type: ignore[arg-type]


@cache
def quiz_of(name: str) -> Quiz:
    """Return the quiz of a seed with the usual options, made once."""
    return make_quiz(str(SEEDS / f"{name}.txt"), options())


def proof_of(item: Item) -> Proof:
    assert item.proof is not None, item
    return item.proof


def evidence_of(item: Item) -> str:
    """Return the words that an item stands on, evidence and support."""
    proof = proof_of(item)
    return plain(" | ".join(span.text for span in (proof.evidence, *proof.support))).casefold()


def outputs(quiz: Quiz) -> dict[str, bytes]:
    """Return every file of a quiz."""
    return {"quiz.toml": write_quiz(quiz).encode(), **export_quiz(quiz, FORMATS).files}


@each_seed
def test_article_gives_a_quiz(name: str) -> None:
    quiz = quiz_of(name)
    assert len(quiz.items) >= 3
    assert len({item.id for item in quiz.items}) == len(quiz.items)
    assert len({proof_of(item).guid for item in quiz.items}) == len(quiz.items)


@each_seed
def test_offsets_give_back_the_articles_text(name: str) -> None:
    article = quiz_of(name).article
    for item in quiz_of(name).items:
        for span in (proof_of(item).evidence, *proof_of(item).support):
            assert article.text[span.start : span.end] == span.text != ""
        evidence = proof_of(item).evidence
        assert any(block.start <= evidence.start and evidence.end <= block.end for block in article.prose), "a sentence of prose"


@one_of_each_language
def test_every_span_of_every_fact_gives_back_the_articles_text(name: str) -> None:
    article, facts = find_facts(str(SEEDS / f"{name}.txt"), options())
    assert len(facts) >= 10
    for span in (span for fact in facts for span in spans(fact)):
        assert article.text[span.start : span.end] == span.text != ""


@each_seed
def test_items_follow_the_article(name: str) -> None:
    starts = [proof_of(item).evidence.start for item in quiz_of(name).items]
    assert all(one <= other for one, other in pairwise(starts))


@each_seed
def test_every_key_stands_in_the_evidence(name: str) -> None:
    """Word for word, or but for the determiner; a date or number at least in its figures."""
    for item in quiz_of(name).items:
        if isinstance(item, TrueFalse):
            continue
        assert isinstance(item, ShortAnswer | MultipleChoice | Cloze)
        key, evidence = plain(item.answer).casefold(), evidence_of(item)
        figures = re.findall(r"\d+", key)
        assert key in evidence or FIRST_WORD.sub("", key) in evidence or (figures and all(f in evidence for f in figures)), item


@each_seed
def test_a_false_statement_comes_with_the_true_one(name: str) -> None:
    for item in quiz_of(name).items:
        if isinstance(item, TrueFalse) and not item.answer:
            assert item.correction
            assert item.correction != item.question


@each_seed
def test_stems_ask_and_do_not_tell(name: str) -> None:
    for item in quiz_of(name).items:
        assert isinstance(item, BaseItem)
        assert item.question.count(BLANK) == (isinstance(item, Cloze) or (isinstance(item, MultipleChoice) and BLANK in item.question))
        if isinstance(item, ShortAnswer | MultipleChoice) and BLANK not in item.question:
            assert item.question.endswith("?")
            assert plain(item.answer).casefold() not in plain(item.question).casefold()
        if isinstance(item, MultipleChoice):
            assert item.options.count(item.answer) == 1
            assert len({plain(option).casefold() for option in item.options}) == len(item.options) >= 3


@each_seed
def test_no_item_has_a_fatal_flaw(name: str) -> None:
    quiz = quiz_of(name)
    wording = Wording(get_language(quiz.article.language))
    found = [(item.question, finding) for item in quiz.items for finding in find_flaws(item, wording) if finding.severity == FATAL]
    assert found == []


@each_seed
def test_nothing_comes_out_that_must_not(name: str) -> None:
    (gold,) = [gold for gold in find_gold(SEEDS) if gold.id == name]
    assert gold.must_not
    assert [(item.question, banned.statement) for item, banned in violations(quiz_of(name).items, gold)] == []


@each_seed
def test_account_adds_up(name: str) -> None:
    quiz = quiz_of(name)
    account = quiz.account
    assert account.asked_for == 20
    assert account.kept == len(quiz.items) <= account.asked_for
    assert account.facts >= 1
    assert account.questions >= account.kept
    assert sum(account.coverage.values()) == account.kept
    assert all(1 <= paragraph <= len(quiz.article.prose) for paragraph in account.coverage)
    assert all(reason and count > 0 for reason, count in account.dropped.items())


@one_of_each_language
def test_same_input_gives_the_same_bytes(name: str) -> None:
    again = make_quiz(str(SEEDS / f"{name}.txt"), options())
    assert again == quiz_of(name)
    assert outputs(again) == outputs(quiz_of(name))


@each_seed
def test_quiz_file_is_lossless(name: str, tmp_path: Path) -> None:
    quiz = quiz_of(name)
    files = outputs(quiz)
    path = tmp_path / "quiz.quiz.toml"
    path.write_bytes(files["quiz.toml"])
    article = re.search(r'"([^"]+\.article\.txt)"', files["quiz.toml"].decode())
    assert article is not None
    (tmp_path / article[1]).write_bytes(quiz.article.text.encode())
    assert read_quiz(path).items == quiz.items


def test_an_untouched_article_keeps_every_note_as_it_was() -> None:
    old = quiz_of("sophie-germain.fr")
    again = make_quiz(str(SEEDS / "sophie-germain.fr.txt"), options(previous=old, now=LATER))
    assert [proof_of(item) for item in again.items] == [proof_of(item) for item in old.items]


def test_a_longer_article_keeps_the_notes_of_what_it_still_says(tmp_path: Path) -> None:
    """A new first paragraph moves every sentence; notes that still say the same keep identity and time, the others get a later time."""
    old = quiz_of("mary-anning.en")
    _, header, body = (SEEDS / "mary-anning.en.txt").read_text(encoding="utf-8").split("+++\n", 2)
    longer = tmp_path / "longer.txt"
    added = "The harbour wall of the town was rebuilt by hand, and its stones came from a quarry inland."
    longer.write_text(f"+++\n{header}+++\n\n{added}\n{body}", encoding="utf-8")
    new = make_quiz(str(longer), options(previous=old, now=LATER))
    before = {proof_of(item).guid: proof_of(item) for item in old.items}
    kept = [(before[guid], proof_of(item)) for item in new.items if (guid := proof_of(item).guid) in before]
    assert len(kept) >= len(old.items) / 2
    assert all(now.evidence.start > then.evidence.start for then, now in kept)
    for then, now in kept:
        assert now.identity == then.identity
        assert now.modified == (then.modified if now.content_hash == then.content_hash else LATER)


def test_types_and_number_of_items_are_obeyed() -> None:
    quiz = make_quiz(str(SEEDS / "mary-anning.en.txt"), options(forms=("cloze", "multiple_choice"), items=5))
    assert 1 <= len(quiz.items) <= 5
    assert {item.form for item in quiz.items} <= {"cloze", "multiple_choice"}
    assert quiz.account.asked_for == 5
    assert quiz.account.dropped["form not asked for"] > 0
