"""What a merge did to the texts of items that a person has read: told after `make`, so that nothing changes unseen."""

from collections.abc import Iterator
from dataclasses import dataclass

from quizgen.items import Editable, Item
from quizgen.quiz import Quiz
from quizgen.quizfile.layout import DEFAULTS, editable_fields
from quizgen.quizfile.touching import is_touched


@dataclass(frozen=True, slots=True)
class Change:
    """A field of an item that a person has judged or changed, `before` as it stood there.

    In a conflict both have changed it: the person's text is kept, and `now` is what the program writes. Else `now` is what stands there.
    """

    item: Item
    field: str
    before: Editable
    now: Editable
    is_conflict: bool


def changes(quiz: Quiz, previous: Quiz | None) -> tuple[Change, ...]:
    """Return what became of the fields that the program writes otherwise now, in items of `previous` that a person had touched."""
    before = {item.id: item for item in previous.items if is_touched(item)} if previous else {}
    return tuple(change for item in quiz.items if item.id in before for change in _changes(item, before[item.id]))


def _changes(item: Item, before: Item) -> Iterator[Change]:
    if item.proof is None or before.proof is None:
        return
    base, written = dict(before.proof.generated), dict(item.proof.generated)
    stands = dict(editable_fields(item))
    for name, mine in editable_fields(before):
        old, new = base.get(name, DEFAULTS.get(name)), written.get(name, DEFAULTS.get(name))
        if name == "status" or old is None or new is None or old == new or mine == new:
            continue
        yield Change(item, name, mine, new, is_conflict=stands[name] != new)
