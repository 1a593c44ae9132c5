"""What every format has in common: options in, named files and an account of what the format cannot hold out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from quizgen.identity import RELEASE_TIME
from quizgen.items import Item
from quizgen.quiz import Quiz
from quizgen.resources import template_roots


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """How to write a quiz out.

    `templates` are the folders to search, in order. `now` (seconds since 1970) is the time of notes whose text is no longer the one their
    proof is stamped for, or that have no proof. `settings` change how sheets are printed ("columns": "2"), over what
    templates/html/settings.toml says.
    `tag_vanished` adds the notes whose sentence the article no longer has to an Anki deck, so that their cards are tagged there.
    """

    templates: tuple[Path, ...] = field(default_factory=template_roots)
    now: int = RELEASE_TIME
    settings: Mapping[str, str] = field(default_factory=dict)
    tag_vanished: bool = False


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An item that a format cannot hold, and why."""

    format: str
    item: str  # the item's id
    reason: str


@dataclass(frozen=True, slots=True)
class Exported:
    """Files by name, and what had to be left out of them."""

    files: Mapping[str, bytes]
    left_out: tuple[LeftOut, ...] = ()


class Export(Protocol):
    """One format: a function from a quiz to its files."""

    def __call__(self, quiz: Quiz, options: ExportOptions) -> Exported:
        """Return the format's files. Raises ExportError when the quiz cannot be written at all, TemplateError when a template is broken."""
        ...


def kept_items(quiz: Quiz) -> tuple[Item, ...]:
    """Return the items to write out, in order: all but the rejected."""
    return tuple(item for item in quiz.items if item.status != "rejected")
