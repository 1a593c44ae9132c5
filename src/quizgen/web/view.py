"""What the review page shows of a quiz: the items that the filters let through, the one looked at, counts, coverage."""

from collections import Counter
from dataclasses import dataclass
from urllib.parse import urlencode

from quizgen.export.anki.notes import why_not
from quizgen.items import FORMS, STATUSES, Item
from quizgen.quiz import Quiz
from quizgen.web.article_view import ShownBlock, shown_article
from quizgen.web.asking import Asked
from quizgen.web.changes import KEPT
from quizgen.web.desk import Sheet


@dataclass(frozen=True, slots=True)
class Filters:
    """Which items are looked at: those of a form, of a status, of at least a score in hundredths."""

    form: str = ""
    status: str = ""
    least: int = 0

    @classmethod
    def of(cls, asked: Asked) -> "Filters":
        """Return the filters that a request names; what is no filter filters nothing."""
        form, status = asked.text("form"), asked.text("status")
        known = (*STATUSES, "kept")
        return cls(form if form in FORMS else "", status if status in known else "", max(0, min(100, asked.number("least"))))

    def lets_through(self, item: Item) -> bool:
        """Return whether an item is looked at; the score of one written by hand is nobody's business."""
        is_status = self.status in ("", item.status) or (self.status == "kept" and item.status in KEPT)
        is_score = item.proof is None or round(100 * item.proof.score) >= self.least
        return is_status and is_score and self.form in ("", item.form)

    def query(self, **more: str) -> str:
        """Return the filters as the query of an address."""
        fields = {"form": self.form, "status": self.status, "least": str(self.least or "")} | more
        return urlencode({name: value for name, value in fields.items() if value})


@dataclass(frozen=True, slots=True)
class ShownItem:
    """An item with its number in the quiz, from 1, and in which paragraph its evidence stands (0: in none)."""

    item: Item
    number: int
    paragraph: int

    @property
    def has_card(self) -> bool:
        """True when Anki can hold it."""
        return not why_not(self.item)

    @property
    def score(self) -> int | None:
        """The chance that a reader accepts it, in hundredths; None of an item by hand."""
        return round(100 * self.item.proof.score) if self.item.proof else None


@dataclass(frozen=True, slots=True)
class Covered:
    """A paragraph in the coverage bar: its share of the prose in thousandths, and how many items that stand are about it."""

    number: int
    share: int
    kept: int
    proposed: int
    start: int


@dataclass(frozen=True, slots=True)
class View:
    """Everything the page shows. `shown` are the items that the filters let through."""

    sheet: Sheet
    shown: tuple[ShownItem, ...]
    current: ShownItem | None
    before: str  # the id of the item before the current one, ""
    after: str
    counts: dict[str, int]
    coverage: tuple[Covered, ...]
    article: tuple[ShownBlock, ...]

    @property
    def quiz(self) -> Quiz:
        """The quiz."""
        return self.sheet.quiz

    @property
    def has_title(self) -> bool:
        """True when the article's own text holds its title."""
        return any(block.kind == "title" for block in self.article) or not self.quiz.article.title


def view_of(sheet: Sheet, filters: Filters, id: str) -> View:
    """Return what is shown when the item `id` is looked at: the first that is not judged, where the quiz has none of that id."""
    quiz = sheet.quiz
    every = [_shown(item, number, quiz) for number, item in enumerate(quiz.items, start=1)]
    current = next((one for one in every if one.item.id == id), None)
    shown = tuple(one for one in every if filters.lets_through(one.item))
    current = current or next((one for one in shown if one.item.status == "proposed"), next(iter(shown), None))
    here = current.number if current else 0
    before = next((one.item.id for one in reversed(shown) if one.number < here), "")
    after = next((one.item.id for one in shown if one.number > here), "")
    article = shown_article(quiz, current.item if current else None)
    return View(sheet, shown, current, before, after, _counts(quiz), _coverage(quiz), article)


def next_unjudged(quiz: Quiz, filters: Filters, id: str) -> str:
    """Return the id of the next proposal after the item `id`, of those that are looked at, from the start after the end; else `id`."""
    ids = [item.id for item in quiz.items]
    here = ids.index(id) if id in ids else 0
    turned = (*quiz.items[here + 1 :], *quiz.items[:here])
    return next((item.id for item in turned if item.status == "proposed" and filters.lets_through(item)), id)


def _shown(item: Item, number: int, quiz: Quiz) -> ShownItem:
    paragraph = quiz.article.paragraph_number(item.proof.evidence.start) if item.proof else 0
    return ShownItem(item, number, paragraph)


def _counts(quiz: Quiz) -> dict[str, int]:
    statuses = Counter(item.status for item in quiz.items)
    kept = sum(statuses[status] for status in KEPT)
    return {"all": len(quiz.items), "kept": kept, "rejected": statuses["rejected"], "proposed": statuses["proposed"]}


def _coverage(quiz: Quiz) -> tuple[Covered, ...]:
    """Return every paragraph with the items about it."""
    about: dict[str, Counter[int]] = {"kept": Counter(), "proposed": Counter()}
    for item in quiz.items:
        if item.proof is not None and item.status != "rejected":
            about["kept" if item.status in KEPT else "proposed"][quiz.article.paragraph_number(item.proof.evidence.start)] += 1
    prose = quiz.article.prose
    whole = sum(block.end - block.start for block in prose) or 1
    return tuple(
        Covered(number, max(1, round(1000 * (b.end - b.start) / whole)), about["kept"][number], about["proposed"][number], b.start)
        for number, b in enumerate(prose, start=1)
    )
