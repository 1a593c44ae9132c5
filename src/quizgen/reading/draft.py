"""A text on its way to being an article: its characters, its stretches, and what its source says about it."""

from collections.abc import Iterable
from dataclasses import dataclass, fields

from quizgen.article import BlockKind


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a header, a page or the options say of an article; "" where they say nothing."""

    id: str = ""
    title: str = ""
    author: str = ""
    url: str = ""
    licence: str = ""
    language: str = ""
    date: str = ""

    def or_else(self, other: "Metadata") -> "Metadata":
        """Return these values, those of `other` where there is none."""
        return Metadata(*(getattr(self, field.name) or getattr(other, field.name) for field in fields(self)))


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text, as code points; `kind` where the markup says it, else None."""

    start: int
    end: int
    kind: BlockKind | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A text that will not change any more, its pieces in order, and its metadata."""

    text: str
    pieces: tuple[Piece, ...]
    metadata: Metadata = Metadata()


def join_pieces(stretches: Iterable[tuple[BlockKind | None, str]], metadata: Metadata) -> Draft:
    """Write stretches of text one below the other, a blank line between, and say where each one stands."""
    text, pieces = "", []
    parts: list[str] = []
    length = 0
    for kind, stretch in stretches:
        stripped = stretch.strip()
        if stripped:
            pieces.append(Piece(length, length + len(stripped), kind))
            parts.append(stripped)
            length += len(stripped) + 2
    text = "\n\n".join(parts)
    return Draft(text, tuple(pieces), metadata)
