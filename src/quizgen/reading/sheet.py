"""What the recognisers of lines see: the lines of one article with their plainest features, and the language's cues."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from quizgen.article import BlockKind
from quizgen.reading.cues import Cues, fold
from quizgen.reading.draft import Draft
from quizgen.reading.shape import ends_sentence

TOKEN = re.compile(r"[\w'-]+\.?")
LONG_LINE = 20  # words: a longer line is prose, even when its full stop is missing
SHORT_SENTENCE = 12  # words: a shorter line needs a verb to be prose


@dataclass(frozen=True)
class SheetLine:
    """One line (or wrapped paragraph) of an article."""

    text: str
    folded: str
    words: int
    is_sentence: bool  # closes like one

    @cached_property
    def tokens(self) -> list[str]:
        """The words, case folded, with straight apostrophes."""
        return TOKEN.findall(self.folded)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The lines of an article; `title` is what its header, its page or a user said."""

    lines: tuple[SheetLine, ...]
    cues: Cues
    title: str = ""

    def is_date_line(self, number: int) -> bool:
        """Return whether the line holds a date and next to nothing else ("8 novembre 2016, 13 h 10 UTC . –")."""
        line = self.lines[number]
        date = self.cues.date.search(line.folded)
        if date is None or line.words > 12:
            return False
        before = sum(char.isalpha() for char in line.folded[: date.start()])
        after = sum(char.isalpha() for char in line.folded[date.end() :])
        return before <= 2 and after <= 6  # "Le 7 mars 2017", but not "Born 7 May 1960"

    def has_finite_verb(self, number: int) -> bool:
        """Return whether some word looks like a finite verb, by list or ending; sure of an absence more than of a presence."""
        tokens = [token.rstrip(".") for token in self.lines[number].tokens]
        return any(self._is_finite(token, before) for before, token in zip(["", *tokens], tokens, strict=False))

    def _is_finite(self, token: str, before: str) -> bool:
        """Look at a word and at both halves of an elision: "s'étend", "n'a"."""
        elided, apostrophe, rest = token.rpartition("'")
        if {token, rest} & self.cues.finite_verbs or {token, elided + apostrophe} & self.cues.clause_words:
            return True
        cued = before in self.cues.noun_cues or before.endswith("'s")
        return self.cues.finite_endings.search(token) is not None and not cued

    def is_prose(self, number: int) -> bool:
        """Return whether the line reads like running text: a sentence with a verb, or long. A short question is a heading."""
        line = self.lines[number]
        if line.is_sentence:
            spoken_or_long = line.words > SHORT_SENTENCE or line.text[0] in '«"“—–'
            return spoken_or_long or (not line.text.endswith("?") and (line.text[-1] == "!" or self.has_finite_verb(number)))
        return line.words > LONG_LINE or (line.text.endswith(":") and line.words >= 5 and self.has_finite_verb(number))


Kinds = Sequence[BlockKind | None]
Decisions = Mapping[int, BlockKind]
Recognizer = Callable[[Sheet, Kinds], Decisions]


def make_sheet(draft: Draft, cues: Cues, title: str) -> Sheet:
    """Return the lines of a draft with their features."""
    return Sheet(tuple(_line(draft.text[piece.start : piece.end]) for piece in draft.pieces), cues, title)


def _line(text: str) -> SheetLine:
    return SheetLine(text, fold(text), len(text.split()), ends_sentence(text))
