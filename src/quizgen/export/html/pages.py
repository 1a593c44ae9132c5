"""What a printed page shows, in the order it shows it: sections by form, numbered, a context once for the items under it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby
from string import ascii_uppercase

from quizgen.export.base import kept_items
from quizgen.export.evidence import Piece, evidence_pieces
from quizgen.export.labels import Labels
from quizgen.export.origin import as_of, origin_parts
from quizgen.items import Cloze, Item, Matching, MultipleChoice, Ordering, TrueFalse
from quizgen.questions import BLANK
from quizgen.quiz import Quiz

Typeset = Callable[[str], str]

SECTION_ORDER = ("multiple_choice", "true_false", "cloze", "short_answer", "matching", "ordering")  # from recognizing to recalling
SHORT_OPTIONS = ((3, 18), (2, 30))  # columns in which options stand, and the characters they may then have
LONG_ANSWER = 45  # characters from which one line to write on is not enough


@dataclass(frozen=True, slots=True)
class Choice:
    """An option, or a response of a matching item, with its letter."""

    letter: str
    text: str
    is_key: bool = False


@dataclass(frozen=True, slots=True)
class PrintedItem:
    """An item as a page shows it. `question` is in pieces, with a blank between each two; `key` is its answer in words.

    `context` and `as_of` are "" where they say no more than the page's head does: the article's title and date.
    """

    number: int
    item: Item
    question: tuple[str, ...]
    choices: tuple[Choice, ...]
    key: str
    key_letter: str
    correction: str
    evidence: tuple[Piece, ...]
    paragraph: int
    context: str
    as_of: str

    @property
    def columns(self) -> int:
        """How many columns its options stand in: as many as their length allows with every row full."""
        longest = max((len(choice.text) for choice in self.choices), default=0)
        fitting = (columns for columns, width in SHORT_OPTIONS if len(self.choices) % columns == 0 and longest <= width)
        return next(fitting, 1)


@dataclass(frozen=True, slots=True)
class Group:
    """Items that follow one another under one context, which is "" for those that need none."""

    context: str
    items: tuple[PrintedItem, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """The items of one form. `answer_lines` is how many lines each gets to write on, the same for all, so that it tells nothing."""

    form: str
    groups: tuple[Group, ...]
    points: float
    answer_lines: int


@dataclass(frozen=True, slots=True)
class QuizPage:
    """A quiz to print: `origin` is author, date and licence in words, `quick_keys` the answers that are a letter or a judgement."""

    quiz: Quiz
    sections: tuple[Section, ...]
    points: float
    item_count: int
    shows_points: bool
    origin: tuple[str, ...]

    @property
    def quick_keys(self) -> tuple[PrintedItem, ...]:
        """The items whose answer is a letter or a judgement, for marking at a glance."""
        return tuple(item for section in self.sections for group in section.groups for item in group.items if item.key_letter)


def quiz_page(quiz: Quiz, labels: Labels, typeset: Typeset) -> QuizPage:
    """Return the page of a quiz without its rejected items; items keep the quiz's order within their section."""
    items = sorted(kept_items(quiz), key=lambda item: SECTION_ORDER.index(item.form))
    printed = [_printed(number, item, quiz, labels, typeset) for number, item in enumerate(items, start=1)]
    sections = tuple(_section(form, tuple(members)) for form, members in groupby(printed, key=lambda each: each.item.form))
    values = {item.points for item in items}
    return QuizPage(quiz, sections, sum(item.points for item in items), len(items), len(values) > 1, origin_parts(quiz.article, labels))


def _section(form: str, items: tuple[PrintedItem, ...]) -> Section:
    groups = tuple(Group(context, tuple(members)) for context, members in groupby(items, key=lambda each: each.context))
    lines = 2 if any(len(each.key) >= LONG_ANSWER for each in items) else 1
    return Section(form, groups, sum(each.item.points for each in items), lines)


def _printed(number: int, item: Item, quiz: Quiz, labels: Labels, typeset: Typeset) -> PrintedItem:
    choices = _choices(item)
    return PrintedItem(
        number=number,
        item=item,
        question=tuple(typeset(item.question).split(BLANK)) if isinstance(item, Cloze) else (typeset(item.question),),
        choices=choices,
        key=_key(item, labels),
        key_letter=_key_letter(item, choices, labels),
        correction=item.correction if isinstance(item, TrueFalse) and not item.answer else "",
        evidence=evidence_pieces(item, typeset),
        paragraph=quiz.article.paragraph_number(item.proof.evidence.start) if item.proof else 0,
        context="" if item.context in (quiz.title, quiz.article.title) else item.context,
        as_of="" if item.as_of == quiz.article.published else as_of(item, labels),
    )


def _choices(item: Item) -> tuple[Choice, ...]:
    """Options in their order; responses and things to order in alphabetical order, which tells nothing."""
    match item:
        case MultipleChoice():
            return _lettered(item.options, item.answer)
        case Matching():
            return _lettered(sorted({*(response for _, response in item.answer), *item.distractors}, key=str.casefold))
        case Ordering():
            return _lettered(sorted(item.answer, key=str.casefold))
        case _:
            return ()


def _lettered(texts: Sequence[str], key: str | None = None) -> tuple[Choice, ...]:
    return tuple(Choice(ascii_uppercase[place % 26], text, text == key) for place, text in enumerate(texts))


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


def _key_letter(item: Item, choices: Sequence[Choice], labels: Labels) -> str:
    if isinstance(item, TrueFalse):
        return _key(item, labels)
    return next((choice.letter for choice in choices if choice.is_key), "")
