"""Lines set apart to catch the eye: quotations repeated from the text, and the names glued to titles beside them."""

import re
from collections import Counter

from quizgen.article import BlockKind
from quizgen.reading.sheet import Decisions, Kinds, Sheet, SheetLine

GLUED_NAME = re.compile(
    r"(?P<given>(?:[A-ZÀ-Ý][\w’'.-]*\s+){1,3})(?P<family>[A-ZÀ-Ý][a-zà-ÿ’'-]*[a-zà-ÿ])(?P<role>[A-ZÀ-Ý][a-zà-ÿ’'-]{3,})(?P<rest>.*)"
)
ATTRIBUTION = re.compile(r"[—–]\s*[A-ZÀ-Ý][^.!?]*\.?")
SIGNED = re.compile(r"[\"“«].+[\"”»]\s*[-–—,(]?\s*[A-ZÀ-Ý][\w’'.-]+\s+[A-ZÀ-Ý][^.!?]*")
QUOTE_MARKS = ' «»"“”…'
LONGEST = 60  # words of a pull quote
SHORTEST = 4
LONGER = 1.3  # times: the paragraph that a pull quote is taken from
LONGEST_SIGNATURE = 20
OPENING_MARKS = frozenset('«"“')


def find_glued_names(sheet: Sheet, kinds: Kinds) -> Decisions:
    """Return the lines where a name is glued to a role: "Thierry CarrezDirecteur général, OpenInfra Foundation".

    "Company OpenStackers" has the same form: the family name must stand somewhere in the text on its own.
    """
    found: dict[int, BlockKind] = {}
    words: set[str] = set()
    for number, line in enumerate(sheet.lines):
        match = None if kinds[number] is BlockKind.TITLE or line.is_sentence or line.words > 16 else GLUED_NAME.fullmatch(line.text)
        if match:
            words = words or {word for one in sheet.lines for word in re.findall(r"[\w’'-]+", one.text)}
            glued = match["family"] + match["role"]
            repeated = sum(one.folded == line.folded for one in sheet.lines) > 1
            if match["family"] in words or (repeated and len(glued) > 8):
                found[number] = BlockKind.PULL_QUOTE
    return found


def find_repeated_lines(sheet: Sheet, kinds: Kinds) -> Decisions:
    """Return the lines that stand twice, the first one kept when it is a sentence; and short ones quoted from a longer paragraph."""
    counts = Counter(line.folded for line in sheet.lines if line.words >= SHORTEST)
    seen: set[str] = set()
    found: dict[int, BlockKind] = {}
    whole = "\n".join(line.folded for line in sheet.lines)
    for number, line in enumerate(sheet.lines):
        if kinds[number] is None:
            again = counts[line.folded] > 1 and (not line.is_sentence or line.folded in seen)
            if again or _is_quoted(line, whole):
                found[number] = BlockKind.PULL_QUOTE
        seen.add(line.folded)
    return found


def _is_quoted(line: SheetLine, whole: str) -> bool:
    """Return whether the line's words stand inside a longer line of the whole text."""
    bare = line.folded.strip(QUOTE_MARKS).rstrip(".!? ")
    if not (SHORTEST <= line.words <= LONGEST):
        return False
    shortest = SHORTEST * (2 if line.is_sentence else 3)  # a heading may take up words of the text
    if line.text[0] not in OPENING_MARKS and line.words < shortest:
        return False
    place = whole.find(bare)
    while place >= 0:
        around = whole[whole.rfind("\n", 0, place) + 1 : place] + whole[place:].partition("\n")[0]
        if len(around) > LONGER * len(bare):
            return True
        place = whole.find(bare, place + 1)
    return False


def find_signed_quotes(sheet: Sheet, kinds: Kinds) -> Decisions:
    """Return the quotations that are signed, on the same line or below ("— Usain Bolt"), and their signatures."""
    found: dict[int, BlockKind] = {}
    for number, line in enumerate(sheet.lines):
        if kinds[number] is not None or line.words > LONGEST * 3:
            continue
        if not line.is_sentence and SIGNED.fullmatch(line.text):
            found[number] = BlockKind.PULL_QUOTE
        elif _is_signature(sheet, number):
            found[number] = BlockKind.PULL_QUOTE
            if number and kinds[number - 1] is None and _is_bare_quotation(sheet, number - 1):
                found[number - 1] = BlockKind.PULL_QUOTE
    return found


def _is_signature(sheet: Sheet, number: int) -> bool:
    line = sheet.lines[number]
    if ATTRIBUTION.fullmatch(line.text):
        return line.words <= LONGEST_SIGNATURE and not (line.is_sentence and sheet.has_finite_verb(number))
    above = sheet.lines[number - 1] if number else None
    bare_name = re.fullmatch(r"[A-ZÀ-Ý][\w’'-]+(?:\s+[A-ZÀ-Ý][\w’'-]+){1,2}", line.text)
    return bool(bare_name and above and _is_bare_quotation(sheet, number - 1))


def _is_bare_quotation(sheet: Sheet, number: int) -> bool:
    """Return whether a line is nothing but a quotation: it opens with a quotation mark, or says "I" or "we" without any."""
    line = sheet.lines[number]
    if line.words > LONGEST * 3:
        return False
    if line.text[0] in OPENING_MARKS:
        return True
    return not OPENING_MARKS.intersection(line.text) and bool(sheet.cues.first_person.intersection(line.tokens))
