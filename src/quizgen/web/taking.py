"""What a person takes from what is offered: another wording, another form, another option, an item more."""

from collections.abc import Sequence
from dataclasses import replace

from quizgen.identity import item_id
from quizgen.items import Item, MultipleChoice
from quizgen.languages import get_language
from quizgen.quiz import Quiz
from quizgen.quizfile import stamp
from quizgen.web.changes import edited, find_item, is_changed, with_item
from quizgen.web.rewriting import Offer
from quizgen.writing.distractors import Distractor
from quizgen.writing.multiple_choice import in_own_order

BY_HAND = "by hand"


def taken(quiz: Quiz, id: str, offer: Offer, now: int) -> Quiz:
    """Return `quiz` with an offered wording or form in the place of an item."""
    if offer.item.form == find_item(quiz, id).form:
        return _reworded(quiz, id, offer)
    return _in_form(quiz, id, _named(offer, quiz, now))


def _reworded(quiz: Quiz, id: str, offer: Offer) -> Quiz:
    """The card stays the same, and so does what the program first wrote: the wording counts as a person's, and `make` keeps it."""
    old, new = find_item(quiz, id), offer.item
    if old.proof is None or new.proof is None:
        return quiz
    known = ("identity", "guid", "modified", "content_hash", "generated", "template", "rule", "score", "features")
    feedback = old.feedback if old.feedback != dict(old.proof.generated).get("feedback", "") else new.feedback
    item = replace(
        new, id=old.id, hint=old.hint, points=old.points, feedback=feedback, status=old.status, reason=old.reason,
        proof=replace(new.proof, **{name: getattr(old.proof, name) for name in known}),
    )  # fmt: skip
    return with_item(quiz, id, replace(item, status="edited" if is_changed(item) else "accepted", reason=""))


def _in_form(quiz: Quiz, id: str, new: Item) -> Quiz:
    """The other form is another card; the old one is remembered with its dates, in case the person comes back to it."""
    old = find_item(quiz, id)
    others = tuple(item for item in quiz.passed_over if item.id not in (old.id, new.id))
    item = replace(new, hint=old.hint, points=old.points)
    changed = with_item(quiz, id, item)
    return replace(changed, passed_over=(*others, replace(old, status="proposed", reason="")), offered=_with(quiz.offered, new.id))


def added(quiz: Quiz, offer: Offer, now: int) -> tuple[Quiz, str]:
    """Return `quiz` with an offered item in its place in the text, and the item's id."""
    item = _named(offer, quiz, now)
    start = offer.item.proof.evidence.start if offer.item.proof else 0
    before = [place for place, each in enumerate(quiz.items) if each.proof is not None and each.proof.evidence.start <= start]
    items = list(quiz.items)
    items.insert(before[-1] + 1 if before else 0, item)
    passed_over = tuple(each for each in quiz.passed_over if each.id != item.id)
    return replace(quiz, items=tuple(items), passed_over=passed_over, offered=_with(quiz.offered, item.id)), item.id


def swapped(quiz: Quiz, id: str, old: str, new: str, safe: Sequence[Distractor]) -> Quiz:
    """Return `quiz` with the option `old` of an item replaced by `new`, one of the `safe`. Raises Unsound where that breaks the item."""
    item = find_item(quiz, id)
    if not isinstance(item, MultipleChoice) or old == item.answer or new not in {one.text for one in safe}:
        return quiz
    options = tuple(new if option == old else option for option in item.options)
    options = in_own_order(options, get_language(quiz.article.language)) or options
    changed = edited(quiz, id, {"options": options})
    origins = {one.text: one.origin for one in safe} | _origins(item)
    proof = item.proof and replace(item.proof, distractor_origins=tuple(origins.get(o, BY_HAND) for o in options if o != item.answer))
    return with_item(changed, id, replace(find_item(changed, id), proof=proof))


def _origins(item: MultipleChoice) -> dict[str, str]:
    """Return where an item's distractors come from, where there is no doubt: they are not told apart in the file."""
    told = set(item.proof.distractor_origins) if item.proof else set()
    return dict.fromkeys(item.options, told.pop()) if len(told) == 1 else {}


def _named(offer: Offer, quiz: Quiz, now: int) -> Item:
    """Return an offered item as an accepted one of `quiz`, with the id and the card of its question."""
    item = offer.item
    proof = None if item.proof is None else replace(item.proof, identity=offer.identity)
    own = replace(item, id=item_id(offer.identity, item.form), proof=proof)
    stamped = stamp(replace(quiz, items=(own,), passed_over=(*quiz.passed_over, *quiz.items)), quiz, now).items[0]
    return replace(stamped, status="accepted")


def _with(ids: tuple[str, ...], id: str) -> tuple[str, ...]:
    return ids if id in ids else (*ids, id)
