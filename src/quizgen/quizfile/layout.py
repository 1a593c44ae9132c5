"""The order and names of what a quiz file holds: shared by writing and reading, so that they cannot part."""

import hashlib
import re

from quizgen.items import Cloze, Editable, Item, Matching, MultipleChoice, Ordering, ShortAnswer, TrueFalse

SCHEMA = 1
ITEM_TABLES = ("item", "vanished", "passed_over")
GUIDE_OPENING = "This is a quiz file of quizgen."
FORM_TYPES: dict[str, type[Item]] = {type_.form: type_ for type_ in (ShortAnswer, MultipleChoice, Cloze, TrueFalse, Matching, Ordering)}

# An item's fields that a person may edit, in the order of the file; a form has those its type has.
EDITABLE = (
    "question", "answer", "options", "correction", "distractors", "context", "accepted", "feedback", "hint", "points", "status",
    "reason", "as_of",
)  # fmt: skip
ALWAYS_WRITTEN = frozenset({"question", "answer", "options", "points", "status"})
DEFAULTS: dict[str, Editable] = {
    "correction": "", "distractors": (), "context": "", "accepted": (), "feedback": "", "hint": "", "points": 1.0,
    "reason": "", "as_of": "",
}  # fmt: skip

# What a person has read who accepts an item; a change of these says that it was unsound.
READ = frozenset({"question", "answer", "options", "correction", "distractors", "context"})

ARTICLE_FIELDS = ("id", "title", "author", "url", "licence", "language", "published", "retrieved")
CORRECTABLE = ("author", "url", "licence", "published")  # what a person may correct of an article, for good
PROOF_TEXTS = ("identity", "guid", "fact_kind", "asked_slot", "template", "rule", "content_hash")
ACCOUNT_FIGURES = ("facts", "questions", "asked_for", "kept")

_DIGEST_LINE = re.compile(r'^digest = "([0-9a-f]*)"$', re.MULTILINE)


def editable_fields(item: Item) -> tuple[tuple[str, Editable], ...]:
    """Return the fields of `item` that a person may edit, by name, in the order of the file."""
    return tuple((name, getattr(item, name)) for name in EDITABLE if hasattr(item, name))


def with_digest(text: str) -> str:
    """Return a quiz file's text with the digest of all the rest filled in."""
    return _DIGEST_LINE.sub(f'digest = "{_digest(text)}"', text, count=1)


def has_true_digest(text: str) -> bool:
    """Return whether `text` is as the program wrote it, the ends of its lines apart."""
    unix = text.removeprefix("\ufeff").replace("\r\n", "\n")
    found = _DIGEST_LINE.search(unix)
    return found is not None and found[1] == _digest(unix)


def _digest(text: str) -> str:
    blank = _DIGEST_LINE.sub('digest = ""', text, count=1)
    return hashlib.sha256(blank.encode("utf-8", "surrogatepass")).hexdigest()
