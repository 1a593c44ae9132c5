"""An item as a page shows it: numbered, its texts typeset, its options lettered, its answer in words and as a mark."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from string import ascii_uppercase

from quizgen.article import Article
from quizgen.export.evidence import Piece, evidence_pieces
from quizgen.export.labels import Labels
from quizgen.export.origin import as_of
from quizgen.items import Cloze, Item, Matching, MultipleChoice, Ordering, TrueFalse
from quizgen.questions import BLANK
from quizgen.quiz import Quiz

Typeset = Callable[[str], str]

SHORT_OPTIONS = ((3, 18), (2, 30))  # columns in which options stand, and the characters they may then have
_ONLY_DATED = re.compile(r"(?:, | \()[^(),–]*\d{4}\)?")  # " (juin 2024)", ", June 2024"
_NARROW = 1 / 2  # of those characters fit where the page itself has two columns, or large letters


@dataclass(frozen=True, slots=True)
class Choice:
    """An option, a response of a matching item or a thing to order, with its letter. `place` is where it belongs in an order, from 1."""

    letter: str
    text: str
    is_key: bool = False
    place: int = 0


@dataclass(frozen=True, slots=True)
class Pair:
    """A premise of a matching item with its response and the response's letter."""

    premise: str
    response: str
    letter: str


@dataclass(frozen=True, slots=True)
class PrintedItem:
    """An item as a page shows it. `question` is in pieces, with a blank between each two; `key` is its answer in words.

    `mark` is the answer as it is marked: a letter, a judgement, letters or figures in the order of the page; "" where words are written.
    `context` and `as_of` say no more than the page's head leaves to say: not the article's title and date again.
    """

    number: int
    item: Item
    question: tuple[str, ...]
    choices: tuple[Choice, ...]
    pairs: tuple[Pair, ...]
    key: str
    mark: str
    correction: str
    evidence: tuple[Piece, ...]
    paragraph: int
    context: str
    as_of: str

    @property
    def is_bubbled(self) -> bool:
        """True where the answer is one of a few marks, which a machine can read."""
        return isinstance(self.item, MultipleChoice | TrueFalse)

    def columns(self, is_narrow: bool = False) -> int:
        """Return how many columns its options stand in: as many as their length allows with every row full."""
        longest = max((len(choice.text) for choice in self.choices), default=0) / (_NARROW if is_narrow else 1)
        fitting = (columns for columns, width in SHORT_OPTIONS if len(self.choices) % columns == 0 and longest <= width)
        return next((columns for columns in fitting if not (is_narrow and columns > 2)), 1)


def printed_item(number: int, item: Item, quiz: Quiz, labels: Labels, typeset: Typeset, version: int = 0) -> PrintedItem:
    """Return an item with its number on the page; `version` (0 for A) turns the things to order."""
    choices = _choices(item, version)
    pairs = _pairs(item, choices)
    return PrintedItem(
        number=number,
        item=item,
        question=tuple(typeset(item.question).split(BLANK)) if isinstance(item, Cloze) else (typeset(item.question),),
        choices=choices,
        pairs=pairs,
        key=_key(item, labels),
        mark=_mark(item, choices, pairs, labels),
        correction=item.correction if isinstance(item, TrueFalse) and not item.answer else "",
        evidence=evidence_pieces(item, typeset),
        paragraph=_paragraph(item, quiz.article),
        context=_context(item.context, quiz),
        as_of="" if item.as_of == quiz.article.published else as_of(item, labels),
    )


def _context(context: str, quiz: Quiz) -> str:
    """Return a context without what the page's head shows: "Le phare – La lentille" is "La lentille" there.

    Of "Le phare (juin 2024)" nothing is left where the head has the article's date.
    """
    title = next((title for title in (quiz.title, quiz.article.title) if title and context.startswith(title)), None)
    if title is None:
        return context
    rest = context.removeprefix(title)
    published = quiz.article.published[:4]
    if not rest or (published and published in rest and _ONLY_DATED.fullmatch(rest)):
        return ""
    return rest.removeprefix(" – ") if rest.startswith(" – ") else context


def _paragraph(item: Item, article: Article) -> int:
    return article.paragraph_number(item.proof.evidence.start) if item.proof else 0


def _choices(item: Item, version: int) -> tuple[Choice, ...]:
    """Options in their order; responses in alphabetical order, which tells nothing."""
    match item:
        case MultipleChoice():
            return _lettered(item.options, item.answer)
        case Matching():
            return _lettered(sorted({*(response for _, response in item.answer), *item.distractors}, key=str.casefold))
        case Ordering():
            turned = _turned(item.answer, version)
            return tuple(Choice("", text, place=item.answer.index(text) + 1) for text in turned)
        case _:
            return ()


def _turned(answer: tuple[str, ...], version: int) -> tuple[str, ...]:
    """Return things to order in alphabetical order, turned on by one a version; never in the order that is right."""
    first = tuple(sorted(answer, key=str.casefold))
    turns = [(*order[by:], *order[:by]) for order in (first, first[::-1]) for by in range(len(first))]
    wrong = [turn for turn in dict.fromkeys(turns) if turn != answer] or [answer]
    return wrong[version % len(wrong)]


def _lettered(texts: Sequence[str], key: str | None = None) -> tuple[Choice, ...]:
    return tuple(Choice(ascii_uppercase[place % 26], text, text == key) for place, text in enumerate(texts))


def _pairs(item: Item, choices: Sequence[Choice]) -> tuple[Pair, ...]:
    letters = {choice.text: choice.letter for choice in choices}
    return tuple(Pair(*pair, letters[pair[1]]) for pair in item.answer) if isinstance(item, Matching) else ()


def _key(item: Item, labels: Labels) -> str:
    match item:
        case TrueFalse():
            return labels.text("judgement", "true" if item.answer else "false")
        case Matching():
            return " · ".join(f"{premise} — {response}" for premise, response in item.answer)
        case Ordering():
            return " → ".join(item.answer)
        case _:
            return item.answer


def _mark(item: Item, choices: Sequence[Choice], pairs: Sequence[Pair], labels: Labels) -> str:
    match item:
        case TrueFalse():
            return _key(item, labels)
        case MultipleChoice():
            return next((choice.letter for choice in choices if choice.is_key), "")
        case Matching():
            return " ".join(pair.letter for pair in pairs)
        case Ordering():
            return " ".join(str(choice.place) for choice in choices)
        case _:
            return ""
