"""Lines that lead elsewhere: menus, links to other articles, sharing buttons, cookie notices, lists of references."""

from quizgen.article import BlockKind
from quizgen.reading.sheet import Decisions, Kinds, Sheet

LONGEST_LINK = 25  # words of the title of another article
LONGEST_NOTICE = 40
LONGEST_LABEL = 12
EARLIEST_SECTION = 0.3  # of the words stand above a section of references
PROSE_AGAIN = 40  # words of a paragraph that ends a section of references


def find_navigation(sheet: Sheet, kinds: Kinds) -> Decisions:
    """Return the lines that open with a navigation cue, and the titles below such a line."""
    found: dict[int, BlockKind] = {}
    in_links = False
    for number in range(len(sheet.lines)):
        if kinds[number] is BlockKind.TITLE:
            continue
        in_links = in_links and _is_link(sheet, number)
        if _opens_navigation(sheet, number) or in_links:
            found[number] = BlockKind.NAVIGATION
        in_links = in_links or _opens_links(sheet, number)
    return found


def _opens_navigation(sheet: Sheet, number: int) -> bool:
    line, cues = sheet.lines[number], sheet.cues
    if cues.navigation_sentences.match(line.folded) and line.words <= LONGEST_NOTICE:
        return True
    if _opens_links(sheet, number):
        return True
    match = cues.navigation.match(line.folded)
    if match is None:
        return False
    rest = line.folded[match.end() :].lstrip()
    if not any(char.isalnum() for char in rest) or rest.startswith((":", ">", "»", "→", "|")):
        return line.words <= LONGEST_LINK
    several_words = " " in match.group()  # "Home runs" does not lead home, "Retour à Paris" is a heading
    return several_words and not line.is_sentence and line.words <= LONGEST_LABEL


def _opens_links(sheet: Sheet, number: int) -> bool:
    line = sheet.lines[number]
    match = sheet.cues.link_lists.match(line.folded)
    if match is None or line.is_sentence or line.words > LONGEST_LABEL:
        return False
    return " " in match.group() or line.folded[match.end() :].strip(" :.") == ""


def _is_link(sheet: Sheet, number: int) -> bool:
    line = sheet.lines[number]
    return line.words <= 2 or (not line.is_sentence and line.words <= LONGEST_LINK and not sheet.is_date_line(number))


def find_reference_sections(sheet: Sheet, kinds: Kinds) -> Decisions:
    """Return the lines from "Sources", "See also" … to the end, or to the next long paragraph."""
    found: dict[int, BlockKind] = {}
    section: BlockKind | None = None
    words, all_words = 0, sum(line.words for line in sheet.lines)
    for number, line in enumerate(sheet.lines):
        opened = _section_kind(sheet, number) if words >= EARLIEST_SECTION * all_words else None
        words += line.words
        if opened is not None and kinds[number] is not BlockKind.TITLE:
            section = opened
            found[number] = BlockKind.HEADING
        elif section is not None and line.is_sentence and line.words >= PROSE_AGAIN:
            section = None
        elif section is not None:
            found[number] = section
    return found


def _section_kind(sheet: Sheet, number: int) -> BlockKind | None:
    """Return what a line such as "Sources" makes of the lines below; None when prose follows: the sources of a river."""
    label = sheet.lines[number].folded.rstrip(" :.").removesuffix("[edit]").removesuffix("[modifier]").strip()
    following = sheet.lines[number + 1] if number + 1 < len(sheet.lines) else None
    if following is not None and following.is_sentence and following.words >= LONGEST_LINK and "http" not in following.folded:
        return None
    if label in sheet.cues.link_sections:
        return BlockKind.NAVIGATION
    return BlockKind.CREDIT if label in sheet.cues.source_sections else None
