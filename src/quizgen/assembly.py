"""Assembly: the best candidates that go together in one quiz, in the order of the article, and why the others are not in it.

Greedy: at each step the candidate is taken whose score, weighed by what the quiz still lacks (forms, openings, paragraphs), is the highest.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from quizgen.article import Article
from quizgen.facts import Clause, Date, Fact, Quantity
from quizgen.identity import subject_of
from quizgen.items import Candidate, Item, MultipleChoice, TrueFalse, seeded

SHARES = {"short_answer": 0.5, "multiple_choice": 0.25, "cloze": 0.2, "true_false": 0.05}
_LOWEST = 0.04  # score under which an item is not worth a learner's time
_SOUND = 0.17  # score under which an item only fills a short quiz
_DATES, _NUMBERS = 0.3, 0.35  # most of a quiz that may ask for dates, for numbers
_OPENINGS = 0.2  # most of a quiz that may open with the same two words: no five of twenty
_MOST_PER_SENTENCE = 2
_FEW = 10  # items under which a quiz may hold some that hint at each other
_FULL_SENTENCE = "enough items on one sentence"
_JUDGED = 0.6  # a statement to be judged says all it asks: it stands in the way of other items on its sentence
_LESSER = ("gives away another item's key", _FULL_SENTENCE)  # objections that a short quiz may overrule; the first as flaws.clash says it
_OVER_QUOTA, _USED_OPENING, _USED_PARAGRAPH, _USED_SENTENCE, _USED_CLAUSE, _SAME_TRUTH = 0.4, 0.85, 0.9, 0.7, 0.4, 0.5


@dataclass(frozen=True, slots=True)
class AssemblyOptions:
    """How many items at most, in which forms (None: the usual mix), and the seed that decides between equals."""

    items: int = 20
    forms: tuple[str, ...] | None = None
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Assembled:
    """The candidates kept, in the order of the article, and how many others were dropped, by reason."""

    kept: tuple[Candidate, ...]
    dropped: Mapping[str, int]

    @property
    def items(self) -> tuple[Item, ...]:
        """The items of the candidates kept."""
        return tuple(candidate.item for candidate in self.kept)


def assemble(candidates: Sequence[Candidate], article: Article, options: AssemblyOptions, clash: Callable[[Item, Item], str]) -> Assembled:
    """Return the quiz made of `candidates`. `clash` says why two items do not go together, or ""."""
    deck = _Deck(article, options, clash)
    unfit = [(candidate, _unfit(candidate, options)) for candidate in candidates]
    dropped = Counter(reason for _, reason in unfit if reason)
    fit = sorted((candidate for candidate, reason in unfit if not reason), key=lambda candidate: _tie(candidate, options.seed))
    left = [candidate for candidate in fit if candidate.score >= _SOUND]
    dropped["kept for short quizzes"] = len(fit) - len(left)
    while left and len(deck.kept) < options.items:
        left = deck.take_best(left, dropped)
    deck.fill(fit, dropped)
    dropped.update(deck.objection(candidate) or "quiz full" for candidate in left)
    ordered = sorted(deck.kept, key=lambda c: (c.question.fact.evidence.primary.start, c.item.id))
    reasons = dict(sorted((+dropped).items(), key=lambda pair: (-pair[1], pair[0])))
    return Assembled(tuple(_with_balanced_keys(ordered, options.seed)), reasons)


def _tie(candidate: Candidate, seed: int) -> int:
    """Return a seeded number that decides between candidates of one worth."""
    return seeded(seed, candidate.item.id, candidate.question.template, candidate.item.question)


def _unfit(candidate: Candidate, options: AssemblyOptions) -> str:
    """Return why a candidate cannot be in any quiz, or ""."""
    fatal = next((finding for finding in candidate.findings if finding.severity == "fatal"), None)
    if fatal:
        return f"flaw: {fatal.flaw}"
    if options.forms is not None and candidate.item.form not in options.forms:
        return "form not asked for"
    return "score too low" if candidate.score < _LOWEST else ""


@dataclass
class _Deck:
    """The quiz as it grows, and what it has had so far."""

    article: Article
    options: AssemblyOptions
    clash: Callable[[Item, Item], str]
    kept: list[Candidate] = field(default_factory=list)
    seen: Counter[object] = field(default_factory=Counter)

    def take_best(self, left: Sequence[Candidate], dropped: Counter[str]) -> list[Candidate]:
        """Take the worthiest candidate that goes with those kept; return the rest. Those that do not go are counted by reason."""
        by_worth = sorted(left, key=self.worth, reverse=True)
        for place, candidate in enumerate(by_worth):
            reason = self.objection(candidate)
            if not reason:
                self.take(candidate)
                return by_worth[place + 1:]
            dropped[reason] += 1
        return []

    def fill(self, fit: Sequence[Candidate], dropped: Counter[str]) -> None:
        """Bring a short quiz up to ten items: with weaker ones, and with those that lean on another item or its sentence."""
        for candidate in sorted(fit, key=self.worth, reverse=True):
            if len(self.kept) >= min(_FEW, self.options.items):
                return
            if candidate not in self.kept and (reason := self.objection(candidate)) in ("", *_LESSER):
                self.take(candidate)
                dropped[reason or "kept for short quizzes"] -= 1

    def worth(self, candidate: Candidate) -> float:
        """Return the candidate's score weighed by what the quiz lacks."""
        fact, item = candidate.question.fact, candidate.item
        worth = candidate.score * self._form_weight(item.form)
        worth *= _USED_OPENING ** self.seen["opening", _opening(item)]
        worth *= _USED_PARAGRAPH ** self.seen["paragraph", self.article.paragraph_number(fact.evidence.primary.start)]
        worth *= _USED_SENTENCE ** self.seen["sentence", fact.evidence.primary]
        worth *= _USED_CLAUSE ** sum(self.seen["clause", clause] for clause in _clauses(fact))
        if isinstance(item, TrueFalse):
            worth *= _JUDGED
        if isinstance(item, TrueFalse) and self.seen["truth", item.answer] > self.seen["truth", not item.answer]:
            worth *= _SAME_TRUTH
        return round(worth, 9)

    def _form_weight(self, form: str) -> float:
        """Return 1 to 1.5 for a form that the quiz still lacks, less for one that it has enough of."""
        shares = SHARES if self.options.forms is None else {name: SHARES.get(name, 0.2) for name in self.options.forms}
        wanted = self.options.items * shares.get(form, 0.0) / sum(shares.values())
        lacking = wanted - self.seen["form", form]
        return 1 + lacking / wanted / 2 if lacking > 0 else _OVER_QUOTA

    def objection(self, candidate: Candidate) -> str:
        """Return why a candidate does not go with those kept, or ""."""
        question = candidate.question
        if any(question.fact == kept.question.fact for kept in self.kept):
            return "another wording of a fact kept"
        if self.seen["asked", _asked_words(candidate)] or self.seen["answer", _answer(candidate)]:
            return "asks what an item kept asks"
        if self.seen["sentence", question.fact.evidence.primary] >= _MOST_PER_SENTENCE:
            return _FULL_SENTENCE
        return self._over_cap(candidate) or next((why for kept in self.kept if (why := self.clash(kept.item, candidate.item))), "")

    def _over_cap(self, candidate: Candidate) -> str:
        size = self.options.items
        value = candidate.question.fact.values[candidate.question.asked_slot]
        for type_, share, name in ((Date, _DATES, "dates"), (Quantity, _NUMBERS, "numbers")):
            if isinstance(value, type_) and self.seen["type", type_] >= max(1, round(share * size)):
                return f"enough {name}"
        is_question = candidate.item.question.endswith("?")
        if is_question and self.seen["opening", _opening(candidate.item)] >= max(1, round(_OPENINGS * size)):
            return "enough items that open this way"
        is_rare = isinstance(candidate.item, TrueFalse) and self.options.forms is None
        return "enough true/false items" if is_rare and self.seen["form", "true_false"] >= max(1, round(0.1 * size)) else ""

    def take(self, candidate: Candidate) -> None:
        """Add a candidate to the quiz."""
        fact, item = candidate.question.fact, candidate.item
        self.kept.append(candidate)
        self.seen.update([
            ("form", item.form), ("opening", _opening(item)), ("sentence", fact.evidence.primary), ("asked", _asked_words(candidate)),
            ("paragraph", self.article.paragraph_number(fact.evidence.primary.start)), ("answer", _answer(candidate)),
            ("type", type(fact.values[candidate.question.asked_slot])), *(("clause", clause) for clause in _clauses(fact)),
        ])  # fmt: skip
        if isinstance(item, TrueFalse):
            self.seen["truth", item.answer] += 1


def _opening(item: Item) -> str:
    return " ".join(item.question.split()[:2]).casefold()


def _clauses(fact: Fact) -> list[tuple[int, int]]:
    """Return where the clauses of a fact stand: two facts of one clause are nearly one."""
    return [(value.span.start, value.span.end) for _, value in fact.slots if isinstance(value, Clause) and value.span]


def _asked_words(candidate: Candidate) -> object:
    """Return where the asked value stands in the article, so that no words are asked for twice in one sentence."""
    value = candidate.question.fact.values[candidate.question.asked_slot]
    return value.span or candidate.item.id


def _answer(candidate: Candidate) -> tuple[str, str]:
    """Return the key and what it is said of: « Lyon », where Jeanne Morel was born, whatever kind of fact says so."""
    question = candidate.question
    return question.key.casefold(), subject_of(question.fact, question.asked_slot).casefold()


def _with_balanced_keys(candidates: Sequence[Candidate], seed: int) -> list[Candidate]:
    """Return the candidates with the keys of their shuffled options spread evenly over the places; numbers and dates keep their order."""
    used: Counter[int] = Counter()
    balanced: list[Candidate] = []
    for candidate in candidates:
        item = candidate.item
        if isinstance(item, MultipleChoice):
            ordered = isinstance(candidate.question.fact.values[candidate.question.asked_slot], Date | Quantity)
            item = item if ordered else _with_key_in_rarest_place(item, used, seed)
            used[item.options.index(item.answer)] += 1
        balanced.append(replace(candidate, item=item))
    return balanced


def _with_key_in_rarest_place(item: MultipleChoice, used: Mapping[int, int], seed: int) -> MultipleChoice:
    others = [option for option in item.options if option != item.answer]
    place = min(range(len(item.options)), key=lambda place: (used.get(place, 0), seeded(seed, item.id, str(place))))
    return replace(item, options=(*others[:place], item.answer, *others[place:]))
