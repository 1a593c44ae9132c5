"""A quiz: an article's items in order, and the account of how they were chosen."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from quizgen.article import Article
from quizgen.items import Item


@dataclass(frozen=True, slots=True)
class Account:
    """What was found, written, dropped and kept. `dropped` counts by reason, `coverage` items by paragraph number."""

    facts: int = 0
    questions: int = 0
    asked_for: int = 0
    kept: int = 0
    dropped: Mapping[str, int] = field(default_factory=dict)
    coverage: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Quiz:
    """Items about one article. `deck` is the Anki deck's name, `release` the version that wrote it.

    `vanished` are items of earlier runs whose sentence the article no longer has, `passed_over` those that are only asked no more.
    `offered` are the ids of all items the program has ever put into the file: one that is no longer there was deleted by a person.
    `as_read` is what the article itself said of its author and the like, so that a person's corrections can be told from it.
    `typed` asks for short answers to be typed in Anki; `voice` ("fr_FR") has answers read aloud there.
    """

    article: Article
    items: tuple[Item, ...]
    title: str
    deck: str
    seed: int = 0
    release: str = ""
    account: Account = field(default_factory=Account)
    vanished: tuple[Item, ...] = ()
    passed_over: tuple[Item, ...] = ()
    offered: tuple[str, ...] = ()
    typed: bool = False
    voice: str = ""
    as_read: tuple[tuple[str, str], ...] = ()


def is_voice(text: str) -> bool:
    """Return whether `text` names a voice as Anki does, by language and country: "fr_FR"."""
    return re.fullmatch(r"[a-z]{2,3}_[A-Z]{2}", text) is not None
