"""Whether a person has touched an item: judged it, changed its words or its form, or written it."""

from dataclasses import replace
from typing import Any

from quizgen.identity import content_hash, form_of_note
from quizgen.items import Item
from quizgen.quiz import Quiz
from quizgen.quizfile.correcting import uncorrected
from quizgen.quizfile.layout import DEFAULTS, editable_fields


def is_touched(item: Item) -> bool:
    """Return whether a person has judged, changed or written the item."""
    return item.proof is None or item.status != "proposed" or has_another_form(item) or is_changed(item)


def is_changed(item: Item) -> bool:
    """Return whether the item's fields are not those that were generated; where these are not known, they count as changed."""
    return bool(changed_fields(item))


def changed_fields(item: Item) -> dict[str, Any]:
    """Return the item's fields, but for its status, that are not as they were generated; all of them where that is not known."""
    base = dict(item.proof.generated) if item.proof else {}
    fields = {name: value for name, value in editable_fields(item) if name != "status"}
    return {name: value for name, value in fields.items() if not base or value != base.get(name, DEFAULTS.get(name, value))}


def has_another_form(item: Item) -> bool:
    """Return whether a person has given the item another form than the program wrote it in."""
    return item.proof is not None and form_of_note(item.proof.identity, item.proof.guid) not in ("", item.form)


def without_replaced_bases(quiz: Quiz, release: str) -> Quiz:
    """Return the earlier quiz without what was generated of items in which a person has searched and replaced throughout the file.

    Their texts are those of `generated`, which was changed with them, but not those that their note was stamped for by this release.
    """
    if quiz.release != release:
        return quiz
    return replace(quiz, items=tuple(_without_base(item) if _is_replaced(item, quiz) else item for item in quiz.items))


def _is_replaced(item: Item, quiz: Quiz) -> bool:
    if item.proof is None or has_another_form(item) or is_changed(item):
        return False
    return item.proof.content_hash not in {content_hash(item, article, quiz.voice) for article in (quiz.article, uncorrected(quiz))}


def _without_base(item: Item) -> Item:
    return replace(item, proof=item.proof and replace(item.proof, generated=()))
