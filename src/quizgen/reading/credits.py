"""Lines about the article rather than of it: who wrote it and when, who took its pictures, where it comes from."""

import re

from quizgen.article import BlockKind
from quizgen.reading.sheet import Decisions, Kinds, Sheet

LONGEST_BYLINE = 16  # words
LONGEST_CREDIT = 12
LONGEST_CAPTION = 60
NAME = re.compile(r"[A-ZÀ-Ý][\w’'-]*\.?")
INITIALS = re.compile(r"\(?(?:[A-ZÀ-Ý]\.[ -]?){2,4}\)?")
BETWEEN_NAMES = frozenset({"de", "du", "des", "la", "le", "van", "von", "der", "et", "and", "avec", "with", "pour", "for", "à", "in"})


def find_bylines(sheet: Sheet, kinds: Kinds) -> Decisions:
    """Return the lines that name an author or a date of publication and say nothing else."""
    return {number: BlockKind.BYLINE for number, kind in enumerate(kinds) if kind is None and _is_byline(sheet, number)}


def _is_byline(sheet: Sheet, number: int) -> bool:
    line = sheet.lines[number]
    if sheet.is_date_line(number) or INITIALS.fullmatch(line.text):
        return True
    if line.words > LONGEST_BYLINE:
        return False
    opens = sheet.cues.bylines.match(line.folded) is not None
    return (opens and not (line.is_sentence and sheet.has_finite_verb(number))) or bool(author_in(sheet, number))


def author_in(sheet: Sheet, number: int) -> str:
    """Return the author that a line such as "Par Jeanne Doe, à Lyon" names, or ""."""
    line = sheet.lines[number]
    cue = sheet.cues.author_cues.match(line.folded)
    if cue is None or line.words > LONGEST_BYLINE or line.is_sentence:
        return ""
    name = re.split(r"\s*(?:[,|(–—•·]|\s-\s)|\s(?=\d)", line.text[cue.end() :].strip(), maxsplit=1)[0].strip()
    words = name.split()
    names = [word for word in words if NAME.fullmatch(word)]
    known = all(word in names or word.lower() in BETWEEN_NAMES for word in words)
    return name if known and len(names) >= 2 and len(words) <= 8 else ""


def find_credits(sheet: Sheet, kinds: Kinds) -> Decisions:
    """Return the credits ("Photo : AFP"), and the captions that end in one ("The hall. Image: Jane Doe.")."""
    found: dict[int, BlockKind] = {}
    for number, kind in enumerate(kinds):
        if kind is None:
            decision = _credit_kind(sheet, number)
            if decision is not None:
                found[number] = decision
    return found


def _credit_kind(sheet: Sheet, number: int) -> BlockKind | None:
    line = sheet.lines[number]
    mark = sheet.cues.credit_marks.search(line.folded)
    if sheet.cues.credits.match(line.folded) and line.words <= LONGEST_CREDIT and not (line.is_sentence and sheet.has_finite_verb(number)):
        return BlockKind.CREDIT
    if mark is None or line.words > LONGEST_CAPTION:
        return None
    after = line.folded[mark.end() :]
    if len(after.split()) > LONGEST_CREDIT:  # « L'image : un champ de ruines … » is prose
        return None
    return BlockKind.CREDIT if mark.start() == 0 else BlockKind.CAPTION
