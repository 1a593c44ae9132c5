"""Choosing: at each step the candidate whose score, weighed by what the quiz still lacks (forms, openings, paragraphs), is the highest."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from quizgen.article import Article
from quizgen.assembly.mixes import mix
from quizgen.assembly.redundancy import answer, asked_words, clauses, says_again, sentence
from quizgen.facts import Date, Quantity
from quizgen.items import Candidate, Item, MultipleChoice, TrueFalse, seeded
from quizgen.questions import BLANK

_DATES, _NUMBERS = 0.3, 0.35  # most of a quiz that may ask for dates, for numbers
_OPENINGS = 0.2  # most of a quiz that may open with the same two words: no five of twenty
_JUDGED = 0.6  # a statement to be judged says all it asks: it stands in the way of other items on its sentence
_OVER_QUOTA, _USED_OPENING, _USED_PARAGRAPH, _USED_SENTENCE, _USED_KEY, _SAME_TRUTH = 0.4, 0.85, 0.9, 0.6, 0.7, 0.5


@dataclass(frozen=True, slots=True)
class AssemblyOptions:
    """How many items at most, in which forms (None: the usual mix of the outputs), for which outputs, the least score of an item (a wrong
    one costs more than ten missing ones), and the seed that decides between equals."""

    items: int = 20
    forms: tuple[str, ...] | None = None
    seed: int = 0
    outputs: tuple[str, ...] = ()
    cut: float = 0.17


@dataclass(frozen=True, slots=True)
class Assembled:
    """The candidates kept, in the order of the article, and the others, each with the reason."""

    kept: tuple[Candidate, ...]
    left_out: tuple[tuple[Candidate, str], ...] = ()

    @property
    def items(self) -> tuple[Item, ...]:
        """The items of the candidates kept."""
        return tuple(candidate.item for candidate in self.kept)

    @property
    def dropped(self) -> Mapping[str, int]:
        """How many were left out, by reason, the most frequent first."""
        counts = Counter(reason for _, reason in self.left_out)
        return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def assemble(candidates: Sequence[Candidate], article: Article, options: AssemblyOptions, clash: Callable[[Item, Item], str]) -> Assembled:
    """Return the quiz made of `candidates`. `clash` says why two items do not go together, or ""."""
    deck = _Deck(article, options, clash, mix(options.outputs, options.forms))
    unfit = [(candidate, reason) for candidate in candidates if (reason := _unfit(candidate, options))]
    refused = {id(candidate) for candidate, _ in unfit}
    fit = sorted((c for c in candidates if id(c) not in refused), key=lambda candidate: _tie(candidate, options.seed))
    left = fit
    while left and len(deck.kept) < options.items:
        left = deck.take_best(left)
    deck.kept.sort(key=lambda c: (c.question.fact.evidence.primary.start, c.item.id))
    taken = {id(candidate) for candidate in deck.kept}
    # Reasons are given against the whole quiz: in which order its items were taken does not matter to a reader.
    out = [(candidate, deck.objection(candidate) or "quiz full") for candidate in fit if id(candidate) not in taken]
    return Assembled(tuple(_with_balanced_keys(deck.kept, options.seed)), (*unfit, *out))


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
    return "score too low" if candidate.score < options.cut else ""


@dataclass
class _Deck:
    """The quiz as it grows, and what it has had so far."""

    article: Article
    options: AssemblyOptions
    clash: Callable[[Item, Item], str]
    shares: Mapping[str, float]
    kept: list[Candidate] = field(default_factory=list)
    seen: Counter[object] = field(default_factory=Counter)

    def take_best(self, left: Sequence[Candidate]) -> list[Candidate]:
        """Take the worthiest candidate that goes with those kept; return those after it: what does not go now never will."""
        by_worth = sorted(left, key=self.worth, reverse=True)
        for place, candidate in enumerate(by_worth):
            if not self.objection(candidate):
                self.take(candidate)
                return by_worth[place + 1:]
        return []

    def worth(self, candidate: Candidate) -> float:
        """Return the candidate's score weighed by what the quiz lacks."""
        fact, item = candidate.question.fact, candidate.item
        worth = candidate.score * candidate.importance * self._form_weight(item.form)
        worth *= _USED_OPENING ** self.seen["opening", _opening(item)]
        worth *= _USED_PARAGRAPH ** self.seen["paragraph", self.article.paragraph_number(fact.evidence.primary.start)]
        worth *= _USED_SENTENCE ** self.seen["sentence", sentence(fact)]
        worth *= _USED_KEY ** self.seen["key", candidate.question.key.casefold()]
        if isinstance(item, TrueFalse):
            worth *= _JUDGED
        if isinstance(item, TrueFalse) and self.seen["truth", item.answer] > self.seen["truth", not item.answer]:
            worth *= _SAME_TRUTH
        return round(worth, 9)

    def _form_weight(self, form: str) -> float:
        """Return 1 to 1.5 for a form that the quiz as it stands has too little of, less for one that it has all it should of."""
        share, had = self.shares.get(form, 0.0), self.seen["form", form]
        expected = share * (len(self.kept) + 1)
        if had < expected:
            return 1 + (expected - had) / expected / 2
        return 1.0 if had < share * self.options.items else _OVER_QUOTA

    def objection(self, candidate: Candidate) -> str:
        """Return why a candidate does not go with those kept, or ""."""
        question = candidate.question
        if any(question.fact == kept.question.fact for kept in self.kept):
            return "another wording of a fact kept"
        if self.seen["asked", asked_words(candidate)] or self.seen["answer", answer(candidate)]:
            return "asks what an item kept asks"
        if any(self.seen["clause", clause] for clause in clauses(question.fact)):
            return "another item on a clause kept"
        again = next((why for kept in self.kept if (why := says_again(kept, candidate))), "")
        return again or self._over_cap(candidate) or next((why for kept in self.kept if (why := self.clash(kept.item, candidate.item))), "")

    def _over_cap(self, candidate: Candidate) -> str:
        size = self.options.items
        value = candidate.question.fact.values[candidate.question.asked_slot]
        for type_, share, name in ((Date, _DATES, "dates"), (Quantity, _NUMBERS, "numbers")):
            if isinstance(value, type_) and self.seen["type", type_] >= max(1, round(share * size)):
                return f"enough {name}"
        opening = _opening(candidate.item)
        is_pattern = candidate.item.question.endswith("?") or BLANK in opening  # a statement may well open with its subject each time
        if is_pattern and self.seen["opening", opening] >= max(1, round(_OPENINGS * size)):
            return "enough items that open this way"
        is_rare = isinstance(candidate.item, TrueFalse) and self.options.forms is None
        return "enough true/false items" if is_rare and self.seen["form", "true_false"] >= max(1, round(0.1 * size)) else ""

    def take(self, candidate: Candidate) -> None:
        """Add a candidate to the quiz."""
        fact, item = candidate.question.fact, candidate.item
        self.kept.append(candidate)
        self.seen.update([
            ("form", item.form), ("opening", _opening(item)), ("sentence", sentence(fact)), ("asked", asked_words(candidate)),
            ("paragraph", self.article.paragraph_number(fact.evidence.primary.start)), ("answer", answer(candidate)),
            ("key", candidate.question.key.casefold()), ("type", type(fact.values[candidate.question.asked_slot])),
            *(("clause", clause) for clause in clauses(fact)),
        ])  # fmt: skip
        if isinstance(item, TrueFalse):
            self.seen["truth", item.answer] += 1


def _opening(item: Item) -> str:
    return " ".join(item.question.split()[:2]).casefold()


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
