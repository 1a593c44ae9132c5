"""Months with a quiz file: whatever a person does between runs, and whatever the program writes, nothing done by the person is undone."""

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule, run_state_machine_as_test

from quizgen.article import Article
from quizgen.continuity import remembering
from quizgen.items import Item, MultipleChoice, ShortAnswer
from quizgen.quiz import Account, Quiz
from quizgen.quizfile import merge, read_quiz, stamp
from tests.quizfile.made import saved
from tests.sample_quizzes import french_quiz

FIRST = tuple(replace(item, status="proposed") for item in french_quiz().items)
PHASES = (Phase.explicit, Phase.reuse, Phase.generate)  # a failure is not made smaller: that takes minutes
places = st.integers(0, 30)


@dataclass
class Done:
    """What a person did, by item id."""

    typed: dict[str, str] = field(default_factory=dict)
    rejected: set[str] = field(default_factory=set)
    deleted: set[str] = field(default_factory=set)


class Months(RuleBasedStateMachine):
    folder: Path

    @initialize()
    def first_run(self) -> None:
        made = replace(french_quiz(), items=FIRST, account=Account(asked_for=20))
        self.quiz, self.now, self.done, self.number = merge(stamp(made), None, 0), 2_000_000_000, Done(), 0

    def change(self, place: int, **fields: Any) -> Item:
        items = list(self.quiz.items)
        place %= len(items)
        items[place] = replace(items[place], **fields)
        self.quiz = replace(self.quiz, items=tuple(items))
        return items[place]

    def word(self) -> str:
        self.number += 1
        return f"mot{self.number}"

    @precondition(lambda self: self.quiz.items)
    @rule(place=places, status=st.sampled_from(["proposed", "accepted", "edited"]), name=st.sampled_from(["feedback", "hint", "context"]))
    def types(self, place: int, status: str, name: str) -> None:
        item = self.quiz.items[place % len(self.quiz.items)]
        word = self.word()
        status = "rejected" if item.status == "rejected" else status
        self.change(place, **{name: word, "status": status})
        self.done.typed[f"{item.id}.{name}"] = word

    @precondition(lambda self: self.quiz.items)
    @rule(place=places, reason=st.sampled_from(["", "worth", "mes mots"]))
    def rejects(self, place: int, reason: str) -> None:
        self.done.rejected.add(self.change(place, status="rejected", reason=reason).id)

    @precondition(lambda self: self.quiz.items)
    @rule(place=places)
    def deletes(self, place: int) -> None:
        item = self.quiz.items[place % len(self.quiz.items)]
        self.quiz = replace(self.quiz, items=tuple(each for each in self.quiz.items if each is not item))
        self.done.typed = {key: word for key, word in self.done.typed.items() if not key.startswith(item.id)}
        self.done.rejected.discard(item.id)
        self.done.deleted.add(item.id)

    @rule(place=places)
    def adds_one_of_his_own(self, place: int) -> None:
        word = self.word()
        own = ShortAnswer(id=f"own{self.number}", question=f"{word} ?", answer="oui", feedback=word, status="accepted")
        items = list(self.quiz.items)
        items.insert(place % (len(items) + 1), own)
        self.quiz = replace(self.quiz, items=tuple(items))
        self.done.typed[f"{own.id}.feedback"] = word

    @precondition(lambda self: self.quiz.items)
    @rule(place=places, to=places)
    def moves(self, place: int, to: int) -> None:
        items = list(self.quiz.items)
        items.insert(to % len(items), items.pop(place % len(items)))
        self.quiz = replace(self.quiz, items=tuple(items))

    @precondition(lambda self: any(isinstance(item, MultipleChoice) for item in self.quiz.items))
    @rule()
    def makes_short_answers_of_choices(self) -> None:
        self.quiz = replace(self.quiz, items=tuple(short(item) if isinstance(item, MultipleChoice) else item for item in self.quiz.items))

    @rule(written=st.sets(st.integers(0, len(FIRST) - 1)), gone=st.sets(st.integers(0, len(FIRST) - 1), max_size=3),
          reworded=st.sets(st.integers(0, len(FIRST) - 1), max_size=3), asked=st.integers(1, 20))  # fmt: skip
    def makes_again(self, written: set[int], gone: set[int], reworded: set[int], asked: int) -> None:
        """Another release writes other items, of an article that has lost some sentences."""
        article = without([FIRST[place] for place in gone], french_quiz().article)
        items = [FIRST[place] for place in sorted(written) if says(article, FIRST[place])][:asked]
        items = [replace(item, question=f"{item.question} ({self.number})") if FIRST.index(item) in reworded else item for item in items]
        made = replace(french_quiz(), article=article, items=tuple(items), account=Account(asked_for=asked))
        self.now += 1000
        before = self.quiz
        self.quiz = self.run_once(made, before)
        assert self.run_once(made, self.quiz) == self.quiz, "run again, nothing changes"
        for guid, (digest, time) in notes(before).items():
            later = notes(self.quiz).get(guid, (digest, time))
            is_newer = later[1] > time
            has_changed = later[0] != digest
            assert is_newer == has_changed or (is_newer and digest == "vanished"), "a note is newer when, and only when, it changed"

    def run_once(self, made: Quiz, before: Quiz) -> Quiz:
        return merge(remembering(stamp(made, before, self.now), before, self.now), before, self.now)

    @invariant()
    def nothing_a_person_did_is_undone(self) -> None:
        everything = {item.id: item for item in (*self.quiz.passed_over, *self.quiz.vanished, *self.quiz.items)}
        for key, word in self.done.typed.items():
            id, name = key.split(".")
            assert getattr(everything[id], name) == word
        assert {everything[id].status for id in self.done.rejected} <= {"rejected"}
        assert not self.done.deleted & set(everything)

    @invariant()
    def the_quiz_is_whole(self) -> None:
        keys = [item.proof.identity for item in self.quiz.items if item.proof]
        assert len(keys) == len(set(keys)), "one question, one item"
        assert len({item.id for item in self.quiz.items}) == len(self.quiz.items)
        assert read_quiz(saved(self.quiz, self.folder)) == self.quiz


def short(item: MultipleChoice) -> Item:
    shared = {name: getattr(item, name) for name in ("id", "question", "answer", "context", "accepted", "feedback", "hint", "as_of",
                                                     "points", "status", "reason", "proof")}  # fmt: skip
    return ShortAnswer(**shared)


def says(article: Article, item: Item) -> bool:
    return item.proof is not None and item.proof.evidence.text in article.text


def without(items: list[Item], article: Article) -> Article:
    text = article.text
    for item in items:
        if item.proof:
            text = text.replace(item.proof.evidence.text, "x" * len(item.proof.evidence.text))
    return replace(article, text=text)


def notes(quiz: Quiz) -> dict[str, tuple[str, int]]:
    """What each note held and when it changed, by its GUID."""
    proofs = (item.proof for item in (*quiz.passed_over, *quiz.vanished, *quiz.items) if item.proof)
    return {proof.guid: (proof.content_hash, proof.modified) for proof in proofs}


def test_months(tmp_path: Path) -> None:
    Months.folder = tmp_path
    several = settings(max_examples=40, stateful_step_count=12, deadline=None, phases=PHASES, suppress_health_check=list(HealthCheck))
    run_state_machine_as_test(Months, settings=several)
