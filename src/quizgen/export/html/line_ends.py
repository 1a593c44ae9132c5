"""Where the lines of a page may end, so that none of them looks like an accident."""

import re

from markupsafe import Markup, escape

_LAST_LINE = 13  # characters: fewer must not stand alone on a last line
_ONE_LINE, _TWO_LINES = 36, 100  # characters of titles on so many lines
_SHORTEST_PART, _SHORT_WORD = 2, 9  # letters: "emploie-t-il" and "est-elle" are not parted, "rendez-vous" may be
_HYPHENATED = re.compile(r"\w+(?:-\w+)+")


def tied(text: str) -> str:
    """Return a text whose last words hold together, so that none of them is left alone on a line."""
    start = text.rfind(" ", 0, max(0, len(text) - _LAST_LINE))
    return text[: start + 1] + text[start + 1 :].replace(" ", "\u00a0") if start >= 0 and len(text) - start < 2 * _LAST_LINE else text


def unbroken(text: str) -> Markup:
    """Return a text, escaped, in which no line ends within "est-elle" or "a-t-il"."""
    pieces, position = [], 0
    for word in _HYPHENATED.finditer(text):
        if len(word[0]) <= _SHORT_WORD or min(map(len, word[0].split("-"))) <= _SHORTEST_PART:
            pieces += [escape(text[position : word.start()]), Markup('<span class="unbroken">{}</span>').format(word[0])]
            position = word.end()
    return Markup("").join([*pieces, escape(text[position:])])


def balanced(title: str) -> Markup:
    """Return a title, escaped, in two halves if it needs two lines; they are parted after a mark near its middle, else at its middle."""
    spaces = [match.start() for match in re.finditer(r"(?<=\S) (?=\S)", title)]
    if not spaces or not _ONE_LINE < len(title) <= _TWO_LINES:
        return escape(tied(title))
    middle = min(spaces, key=lambda place: abs(place - len(title) / 2) - (len(title) / 4) * (title[place - 1] in ":;,.!?–—"))
    half = Markup('<span class="half">{}</span> <span class="half">{}</span>')
    return half.format(title[:middle], title[middle + 1 :])
