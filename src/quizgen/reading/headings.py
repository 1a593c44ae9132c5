"""Title, standfirst, headings, captions, and at last the paragraphs: what the other recognisers left."""

import re

from quizgen.article import BlockKind
from quizgen.reading.cues import fold
from quizgen.reading.sheet import Decisions, Kinds, Sheet

LONGEST_TITLE = 30  # words
LONGEST_STANDFIRST = 60
TITLE_WITHIN = 6  # lines from the top
LONGEST_CAPTION_CUE = 20
FULL_HEADING = 5  # words: below another heading, a longer one is the caption of the section's picture
YEAR_OF_WORK = re.compile(r"\([12]\d{3}\)")
NOT_CONTENT = frozenset({BlockKind.CAPTION, BlockKind.NAVIGATION, BlockKind.CREDIT, BlockKind.PULL_QUOTE})


def find_title(sheet: Sheet, kinds: Kinds) -> Decisions:
    """Return the line that is the title: the one that says the known title, else the first that looks like one."""
    known = fold(sheet.title).rstrip(" .")
    for number, line in enumerate(sheet.lines[:TITLE_WITHIN]):
        if known and line.folded.rstrip(" .") == known:
            return {number: BlockKind.TITLE}
    for number in range(min(TITLE_WITHIN, len(sheet.lines) - 1)):
        if sheet.is_prose(number) and sheet.lines[number].text[-1] not in "?!":
            return {}
        if _looks_like_title(sheet, kinds, number):
            return _without_menu(sheet, kinds, number)
    return {}


def _without_menu(sheet: Sheet, kinds: Kinds, number: int) -> Decisions:
    """Return the title, which stands one line below when a page's section came first: "Sciences", title, "Par Jeanne Doe"."""
    below = number + 1
    is_section = sheet.lines[number].words <= 2 and below + 1 < len(sheet.lines) and sheet.lines[below].words >= FULL_HEADING
    if is_section and _looks_like_title(sheet, kinds, below):
        after = sheet.lines[below + 1].folded
        if sheet.is_date_line(below + 1) or sheet.cues.author_cues.match(after) or sheet.cues.bylines.match(after):
            return {number: BlockKind.NAVIGATION, below: BlockKind.TITLE}
    return {number: BlockKind.TITLE}


def _looks_like_title(sheet: Sheet, kinds: Kinds, number: int) -> bool:
    """Return whether a line has no final full stop and prose below; a lone "Accueil" or a date has not the look."""
    line = sheet.lines[number]
    if kinds[number] not in {None, BlockKind.HEADING} or line.words > LONGEST_TITLE or sheet.is_date_line(number):
        return False
    if kinds[number] is BlockKind.HEADING and sheet.title:
        return False
    if line.words < 5 and (sheet.cues.navigation.match(line.folded) or sheet.cues.author_cues.match(line.folded)):
        return False
    if line.is_sentence and line.text[-1] not in "?!…":
        return False
    return any(sheet.is_prose(below) for below in range(number + 1, len(sheet.lines)))


def find_captions(sheet: Sheet, kinds: Kinds) -> Decisions:
    """Return the lines that describe a picture: without a verb though they end in a full stop, or with a caption's words."""
    found: dict[int, BlockKind] = {}
    titles = {sheet.lines[number].folded for number, kind in enumerate(kinds) if kind is BlockKind.TITLE}
    for number, line in enumerate(sheet.lines):
        verbless = (line.is_sentence and not line.text.endswith("?")) or line.folded in titles or _describes_picture(sheet, number)
        if kinds[number] is None and verbless and not sheet.is_prose(number):
            found[number] = BlockKind.CAPTION
    return found


def _describes_picture(sheet: Sheet, number: int) -> bool:
    """Return whether a line says "photograph", "map of" …, or dates a work: "St. Jerome in His Study (1480), by Domenico Ghirlandaio"."""
    line = sheet.lines[number]
    cued = bool(sheet.cues.captions.intersection(line.tokens))
    dated = YEAR_OF_WORK.search(line.folded) is not None and line.words >= FULL_HEADING
    return (cued or dated) and 3 <= line.words <= LONGEST_CAPTION_CUE


def find_headings(sheet: Sheet, kinds: Kinds) -> Decisions:
    """Return the headings among the short lines that are left; the long one below another heading is a caption."""
    found: dict[int, BlockKind] = {}
    for number, line in enumerate(sheet.lines):
        if kinds[number] is not None or sheet.is_prose(number):
            continue
        above = found.get(number - 1, kinds[number - 1] if number else None)
        below_heading = above is BlockKind.HEADING and line.words >= FULL_HEADING and line.text[-1] not in ":?"
        found[number] = BlockKind.CAPTION if below_heading else BlockKind.HEADING
    return found


def find_paragraphs(sheet: Sheet, kinds: Kinds) -> Decisions:
    """Return everything that is left."""
    return {number: BlockKind.PARAGRAPH for number, kind in enumerate(kinds) if kind is None}


def find_standfirst(sheet: Sheet, kinds: Kinds) -> Decisions:
    """Return the short paragraph that sums up the article: right below the title, before a longer one, a heading or the dateline."""
    content = [number for number, kind in enumerate(kinds) if kind not in NOT_CONTENT]
    if content and kinds[content[0]] is BlockKind.TITLE:
        content = content[1:]
    elif not sheet.title:
        return {}
    if len(content) < 3 or kinds[content[0]] is not BlockKind.PARAGRAPH:
        return {}
    first, second = sheet.lines[content[0]], sheet.lines[content[1]]
    sums_up = kinds[content[1]] in {BlockKind.HEADING, BlockKind.BYLINE} or second.words > first.words
    if first.words > LONGEST_STANDFIRST or first.text.endswith(":") or sheet.cues.date.match(first.folded) or not sums_up:
        return {}
    return {content[0]: BlockKind.STANDFIRST}
