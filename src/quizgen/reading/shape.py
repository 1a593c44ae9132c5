"""The shape of a plain text: which of its lines belong together, and what their first characters say of them.

Three shapes are met in the wild: a paragraph on each line, paragraphs wrapped at some 72 columns with blank lines between, and a sentence
on each line with blank lines between paragraphs. One text keeps to one shape.
"""

import re
from dataclasses import dataclass

from quizgen.article import BlockKind
from quizgen.languages import note_marks
from quizgen.reading.draft import Piece

LINE = re.compile(r"[^\n\f\u2028\u2029]+")
HEADING_MARK = re.compile(r"(#{1,6})\s+(?=\S)")
RULE = re.compile(r"(?:[-–—_*=~#•.]\s*){3,}")
BULLET = re.compile(r"[-–*•‣◦·▪●○■►]\s+(?=\S)")
NUMBER = re.compile(r"\(?(?:\d{1,2}|[a-z])[.)]\s+(?=\S)")
SENTENCE_END = re.compile(r"[.!?…][\"'»”’)\]\s]*$")
GLUED_TAIL = re.compile(r"(?<=[^\W_]{3}[.!?])[\"”»)]*(?:\s?\[\d+\])*\s(?P<tail>[A-ZÀ-Ý][\w’'-]*(?:\s[\w’'-]+){0,4})$")
TAIL = 200  # characters: notes that are longer are none
FEWEST_PAIRS = 4  # of neighbouring lines, to speak of a habit
HABIT = 0.7
NARROWEST_WRAP, WIDEST_WRAP = 45, 130  # columns


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its surrounding space; `apart` after a blank line; `indent` in columns."""

    start: int
    end: int
    text: str
    apart: bool
    indent: int


def ends_sentence(text: str) -> bool:
    """Return whether a line closes like a sentence, whatever notes an encyclopedia hung behind it."""
    return bool(SENTENCE_END.search(note_marks.CLOSING.sub("", text[-TAIL:])))


def pieces_of(text: str) -> tuple[Piece, ...]:
    """Return the paragraphs, headings and list items of a plain text, markers such as `## ` or `- ` left out."""
    lines = _lines(text)
    continues = _continuations(lines)
    pieces: list[Piece] = []
    for line, goes_on in zip(lines, continues, strict=True):
        if goes_on and pieces:
            pieces[-1] = Piece(pieces[-1].start, line.end, pieces[-1].kind)
        elif not RULE.fullmatch(line.text):
            pieces.append(_marked(line))
    return tuple(part for piece in _unmark_lone_dashes(text, pieces) for part in _cut_tail(text, piece))


def _lines(text: str) -> list[Line]:
    lines: list[Line] = []
    last_end = 0
    for match in LINE.finditer(text):
        stripped = match.group().strip()
        if stripped:
            indent = len(match.group()) - len(match.group().lstrip())
            start = match.start() + indent
            apart = bool(lines) and text.count("\n", last_end, start) > 1
            lines.append(Line(start, start + len(stripped), stripped, apart, indent))
            last_end = start + len(stripped)
    return lines


def _continuations(lines: list[Line]) -> list[bool]:
    """Return, for each line, whether it goes on with the paragraph of the line before."""
    goes_on = [False] * len(lines)
    pairs = [number for number in range(1, len(lines)) if not lines[number].apart]
    width = _wrap_width(lines, pairs)
    if width:
        for number in pairs:
            goes_on[number] = _wraps(lines[number - 1], lines[number], width)
    elif _has_sentence_lines(lines, pairs):
        for number in pairs:
            goes_on[number] = ends_sentence(lines[number - 1].text) and not _opens_anew(lines[number].text)
    return goes_on


def _wrap_width(lines: list[Line], pairs: list[int]) -> int:
    """Return the column at which the lines are wrapped, 0 if they are not: then the next word would often have fitted."""
    lengths = sorted(line.indent + len(line.text) for line in lines)
    width = lengths[int(0.98 * (len(lengths) - 1))] if lengths else 0
    if len(pairs) < FEWEST_PAIRS or not NARROWEST_WRAP <= width <= WIDEST_WRAP:
        return 0
    full = sum(not _fits(lines[number - 1], lines[number], width) for number in pairs)
    return width if full >= HABIT * len(pairs) else 0


def _fits(line: Line, following: Line, width: int) -> bool:
    """Return whether the first word of the next line would have stood on this one (hyphenation and tastes leave some room)."""
    first_word = following.text.split(maxsplit=1)[0]
    return line.indent + len(line.text) + 1 + len(first_word) <= width - 5


def _wraps(line: Line, following: Line, width: int) -> bool:
    if _opens_anew(following.text) or HEADING_MARK.match(line.text) or following.indent > line.indent + 1:
        return False
    return following.text[0].islower() or not _fits(line, following, width)


def _opens_anew(text: str) -> bool:
    return any(mark.match(text) for mark in (HEADING_MARK, BULLET, NUMBER, RULE))


def _has_sentence_lines(lines: list[Line], pairs: list[int]) -> bool:
    """Return whether each line is one sentence and blank lines part the paragraphs."""
    blank_lines = sum(line.apart for line in lines)
    if len(pairs) < FEWEST_PAIRS or blank_lines < 2 or len(pairs) < blank_lines:
        return False
    closed = sum(ends_sentence(lines[number - 1].text) and len(lines[number - 1].text.split()) <= 60 for number in pairs)
    return closed >= HABIT * len(pairs)


def _marked(line: Line) -> Piece:
    """Return the piece that a line opens, its marker left out."""
    heading = HEADING_MARK.match(line.text)
    if heading:
        return Piece(line.start + heading.end(), line.end, BlockKind.HEADING)
    marker = BULLET.match(line.text) or NUMBER.match(line.text)
    if marker or line.text.count("|") >= 2 or "\t" in line.text:
        return Piece(line.start + (marker.end() if marker else 0), line.end, BlockKind.LIST_ITEM)
    return Piece(line.start, line.end)


def _unmark_lone_dashes(text: str, pieces: list[Piece]) -> list[Piece]:
    """Take a dash or a number without a neighbour for what it is: « – Je pars, dit-il. » speaks, "1. Introduction" is a heading."""
    result = []
    for number, piece in enumerate(pieces):
        neighbours = pieces[max(0, number - 1) : number] + pieces[number + 1 : number + 2]
        lone = piece.kind is BlockKind.LIST_ITEM and not any(one.kind is BlockKind.LIST_ITEM for one in neighbours)
        if lone and text[piece.start - 2 : piece.start - 1] in {"-", "–", ".", ")"} and "|" not in text[piece.start : piece.end]:
            piece = Piece(piece.start, piece.end)
        result.append(piece)
    return result


def _cut_tail(text: str, piece: Piece) -> tuple[Piece, ...]:
    """Part a paragraph from the caption or heading that was glued behind its last full stop: "… after London. York Minster"."""
    stretch = text[piece.start : piece.end]
    match = None if piece.kind or ends_sentence(stretch) or len(stretch.split()) < 20 else GLUED_TAIL.search(stretch)
    if match is None or match["tail"].endswith(":"):
        return (piece,)
    head = len(stretch[: match.start("tail")].rstrip())
    return Piece(piece.start, piece.start + head), Piece(piece.start + match.start("tail"), piece.end)
