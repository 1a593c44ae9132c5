"""What a printed quiz shows, in the order it shows it: sections by form, numbered, a context once for the items under it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from quizgen.export.base import kept_items
from quizgen.export.html.printed_items import PrintedItem, Typeset, printed_item
from quizgen.export.labels import Labels
from quizgen.export.origin import origin_parts
from quizgen.questions import BLANK
from quizgen.quiz import Quiz

SECTION_ORDER = ("multiple_choice", "true_false", "cloze", "short_answer", "matching", "ordering")  # from recognizing to recalling
LONG_ANSWER = 45  # characters from which one line to write on is not enough
EQUAL_BLANK = 34  # no-break spaces of every blank: its length must not tell the answer's
SHORTEST_BLANK, SPACES_A_LETTER = 12, 2.6  # no-break spaces where a blank is as long as its answer needs in handwriting


@dataclass(frozen=True, slots=True)
class Group:
    """Items that follow one another under one context, which is "" for those that need none."""

    context: str
    items: tuple[PrintedItem, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """The items of one form. `answer_lines` is how many lines each gets to write on, the same for all, so that it tells nothing.

    `word_bank` holds the answers of clozes in alphabetical order; it is empty where nobody asked for it.
    """

    form: str
    groups: tuple[Group, ...]
    points: float
    answer_lines: int
    word_bank: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class QuizPage:
    """A quiz to print: `version` is its letter or "", `origin` is author, date and licence in words."""

    quiz: Quiz
    version: str
    sections: tuple[Section, ...]
    points: float
    shows_points: bool
    origin: tuple[str, ...]

    @property
    def items(self) -> tuple[PrintedItem, ...]:
        """Every item, in the order of the page."""
        return tuple(item for section in self.sections for group in section.groups for item in group.items)

    @property
    def item_count(self) -> int:
        """How many items there are."""
        return len(self.items)

    @property
    def quick_keys(self) -> tuple[PrintedItem, ...]:
        """The items that are marked at a glance."""
        return tuple(item for item in self.items if item.mark)

    @property
    def bubbled(self) -> tuple[PrintedItem, ...]:
        """The items of an answer grid."""
        return tuple(item for item in self.items if item.is_bubbled)


def quiz_page(quiz: Quiz, labels: Labels, typeset: Typeset, version: str = "", turn: int = 0, with_bank: bool = False) -> QuizPage:
    """Return the page of a quiz without its rejected items; items keep the quiz's order within their section.

    `version` is the letter to print, `turn` its number from 0; `with_bank` gives the clozes their word bank.
    """
    items = sorted(kept_items(quiz), key=lambda item: SECTION_ORDER.index(item.form))
    printed = [printed_item(number, item, quiz, labels, typeset, turn) for number, item in enumerate(items, start=1)]
    sections = tuple(_section(form, tuple(members), with_bank) for form, members in groupby(printed, key=lambda each: each.item.form))
    values = {item.points for item in items}
    return QuizPage(quiz, version, sections, sum(item.points for item in items), len(values) > 1, origin_parts(quiz.article, labels))


def blank(each: PrintedItem, blanks: str) -> str:
    """Return the no-break spaces of a cloze's blank: of one length for all ("equal"), or what this "answer" needs."""
    wanted = SHORTEST_BLANK + round(SPACES_A_LETTER * max(0, len(each.key) - 4)) if blanks == "answer" else EQUAL_BLANK
    return "\u00a0" * min(wanted, 2 * EQUAL_BLANK)


def plain_question(each: PrintedItem) -> str:
    """Return the question in one text, a blank as four underscores."""
    return BLANK.join(each.question)


def _section(form: str, items: tuple[PrintedItem, ...], with_bank: bool) -> Section:
    groups = tuple(Group(context, tuple(members)) for context, members in groupby(items, key=lambda each: each.context))
    lines = 2 if any(len(each.key) >= LONG_ANSWER for each in items) else 1
    bank = _word_bank(items) if with_bank and form == "cloze" else ()
    return Section(form, groups, sum(each.item.points for each in items), lines, bank)


def _word_bank(items: Sequence[PrintedItem]) -> tuple[str, ...]:
    return tuple(sorted({each.key for each in items}, key=str.casefold))
