"""A person's comments in a quiz file, carried over into the file that takes its place."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from quizgen.quizfile.layout import GUIDE_OPENING, with_digest
from quizgen.quizfile.lines import Line, Place, lines_of, questions_by_id

_COMMAND = re.compile(r"#\s+quizgen export .*\.quiz\.toml -o \.$")  # of the guide: it names the file
_END = Place("", "end of the file")

Found = dict[Place, list[str]]


def with_comments(text: str, old: str) -> str:
    """Return the quiz file `text`, the program's, with the comments that stand in `old`: over the same field of the same item.

    Where the field is no more, a comment stands over the item; where the item is no more, at the end of the file, with its question.
    """
    unix = old.removeprefix("\ufeff").replace("\r\n", "\n")
    try:
        data = tomllib.loads(unix)
    except tomllib.TOMLDecodeError:
        return text  # the file that `make --force` replaces may be no TOML
    lines = lines_of(unix, data)
    guide = _guide(lines, text)
    found: Found = {}
    for place, comment in _comments(lines):
        if guide[comment] > 0 or _COMMAND.match(comment):
            guide[comment] -= 1
        else:
            found.setdefault(place, []).append(comment)
    return with_digest(_written(text, found, questions_by_id(data))) if found else text


def _guide(old: list[Line], text: str) -> Counter[str]:
    """Return the lines of the guide, each as often as it stands there, with the title that the old file's guide begins with."""
    lines = text.split("\n")
    guide = Counter(line for line in lines if line.startswith("#"))
    if lines[0] not in (line.text for line in old):  # the title has changed since
        guide.update(
            old[number - 2].text for number, line in enumerate(old) if number >= 2 and line.text.startswith(f"# {GUIDE_OPENING}")
        )
    return guide


def _comments(lines: list[Line]) -> Iterator[tuple[Place, str]]:
    """Yield each comment with its place: the line it stands over, or behind (then it is told over it)."""
    waiting: list[str] = []
    place = _END
    for line in lines:
        if line.place:
            place = line.place
            yield from ((place, comment) for comment in waiting)
            waiting = []
        if line.comment and line.is_apart:
            waiting.append(line.comment)
        elif line.comment:
            yield place, line.comment
    yield from ((_END, comment) for comment in waiting)


def _written(text: str, found: Found, questions: Mapping[str, str]) -> str:
    """Return `text` with each of the comments found in its place."""
    data: dict[str, Any] = tomllib.loads(text)
    lines = lines_of(text.rstrip("\n"), data)
    places = {line.place for line in lines}
    homeless = [place for place in found if place not in places]
    for place in homeless:
        header = Place(place.item, "")
        if place.item and header in places:
            found.setdefault(header, []).extend(found.pop(place))
    written: list[str] = []
    for line in lines:
        written += [*(found.pop(line.place, []) if line.place else []), line.text]
    return "\n".join([*written, *_homeless(found, questions)]) + "\n"


def _homeless(found: Found, questions: Mapping[str, str]) -> Iterator[str]:
    """Yield the comments that have no place left; those on an item, under its question."""
    for item in dict.fromkeys(place.item for place in found):
        if item:
            yield f"# On an item that is no more, “{' '.join(questions.get(item, item).split())}”:"
        yield from (comment for place, comments in found.items() if place.item == item for comment in comments)
