"""What a person may do to a quiz: each change is a function that takes a quiz and returns another."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from quizgen.errors import WebError
from quizgen.items import Cloze, Editable, Item, Matching, MultipleChoice, Ordering
from quizgen.questions import BLANK
from quizgen.quiz import Quiz
from quizgen.quizfile.layout import editable_fields

KEPT = ("accepted", "edited")


class Unsound(WebError):
    """An edit that would break the item; `label` is the name of the sentence that says so, under [review_problems] in the labels."""

    def __init__(self, label: str) -> None:
        super().__init__(f"the change would break the item: {label}.", "the item is as it was")
        self.label = label


def find_item(quiz: Quiz, id: str) -> Item:
    """Return the item with this id. Raises WebError when the quiz has it no more."""
    found = next((item for item in quiz.items if item.id == id), None)
    if found is None:
        raise WebError(f"the quiz has no item {id!r}.", "load the page again")
    return found


def accepted(quiz: Quiz, id: str) -> Quiz:
    """Return `quiz` with an item accepted: as "edited" where a person has changed it."""
    item = find_item(quiz, id)
    return with_item(quiz, id, replace(item, status="edited" if is_changed(item) else "accepted", reason=""))


def rejected(quiz: Quiz, id: str, reason: str = "") -> Quiz:
    """Return `quiz` with an item rejected, and why."""
    return with_item(quiz, id, replace(find_item(quiz, id), status="rejected", reason=" ".join(reason.split())))


def unjudged(quiz: Quiz, id: str) -> Quiz:
    """Return `quiz` with an item proposed again, its texts as they are."""
    item = find_item(quiz, id)
    return with_item(quiz, id, replace(item, status="edited" if is_changed(item) else "proposed", reason=""))


def edited(quiz: Quiz, id: str, fields: Mapping[str, Editable]) -> Quiz:
    """Return `quiz` with an item's texts changed. Raises Unsound when the item would be broken."""
    values: dict[str, Any] = dict(fields)
    item = replace(find_item(quiz, id), **values)
    if problem := unsound(item):
        raise Unsound(problem)
    return with_item(quiz, id, _marked(item))


def moved(quiz: Quiz, id: str, by: int) -> Quiz:
    """Return `quiz` with an item `by` places further on (back, below 0), as far as there are places."""
    items = list(quiz.items)
    item = find_item(quiz, id)
    place = items.index(item)
    items.insert(min(max(0, place + by), len(items) - 1), items.pop(place))
    return replace(quiz, items=tuple(items))


def with_item(quiz: Quiz, id: str, item: Item) -> Quiz:
    """Return `quiz` with `item` in the place of the one with this id."""
    return replace(quiz, items=tuple(item if each.id == id else each for each in quiz.items))


def is_changed(item: Item) -> bool:
    """Return whether an item's texts are other than the program wrote them; those of an item by hand never are."""
    if item.proof is None or not item.proof.generated:
        return False
    return _texts(item) != _texts(_written(item))


def _written(item: Item) -> Item:
    written: dict[str, Any] = dict(item.proof.generated) if item.proof else {}
    return replace(item, **written)


def _texts(item: Item) -> dict[str, Editable]:
    return {name: value for name, value in editable_fields(item) if name not in ("status", "reason")}


def _marked(item: Item) -> Item:
    """Return an item with the status that an edit gives it: one edited back to what it was is a proposal again."""
    if item.status == "rejected" or item.proof is None:
        return item
    if is_changed(item):
        return replace(item, status="edited")
    return replace(item, status="proposed") if item.status == "edited" else item


def unsound(item: Item) -> str:
    """Return the name of what is wrong with an item, so that it could not stand in a quiz file, or ""."""
    if not item.question.strip():
        return "no_question"
    match item:
        case MultipleChoice() if item.options.count(item.answer) != 1 or len(set(item.options)) < len(item.options):
            return "same_options"
        case MultipleChoice() if len(item.options) < 2:
            return "few_options"
        case Cloze() if item.question.count(BLANK) != 1:
            return "one_blank"
        case Matching() | Ordering() if len(item.answer) < 2:
            return "few_parts"
    return "" if item.answer not in ("", ()) else "no_answer"
