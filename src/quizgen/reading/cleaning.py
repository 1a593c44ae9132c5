"""What each stretch of an article is: the recognisers of lines, in the order in which they speak."""

from quizgen.article import Block, BlockKind
from quizgen.reading.credits import author_in, find_bylines, find_credits
from quizgen.reading.cues import cues_of
from quizgen.reading.draft import Draft
from quizgen.reading.headings import find_captions, find_headings, find_paragraphs, find_standfirst, find_title
from quizgen.reading.lists import find_items_after_colon, find_lists
from quizgen.reading.navigation import find_navigation, find_reference_sections
from quizgen.reading.pull_quotes import find_glued_names, find_repeated_lines, find_signed_quotes
from quizgen.reading.sheet import Recognizer, make_sheet

# A later one overrules an earlier one where it looks at lines that are decided: the sections of references do, of any markup.
RECOGNIZERS: tuple[Recognizer, ...] = (
    find_title,
    find_glued_names,
    find_navigation,
    find_reference_sections,
    find_bylines,
    find_credits,
    find_repeated_lines,
    find_signed_quotes,
    find_lists,
    find_items_after_colon,
    find_captions,
    find_headings,
    find_paragraphs,
    find_standfirst,
)


def classify(draft: Draft, language: str, title: str = "") -> tuple[Block, ...]:
    """Return the blocks of a draft, in the order of its text. `title` is the one that is known, if any."""
    sheet = make_sheet(draft, cues_of(language), title)
    kinds: list[BlockKind | None] = [piece.kind for piece in draft.pieces]
    for recognize in RECOGNIZERS:
        for number, kind in recognize(sheet, kinds).items():
            kinds[number] = kind
    return tuple(Block(kind, piece.start, piece.end) for kind, piece in zip(kinds, draft.pieces, strict=True) if kind is not None)


def author_of(draft: Draft, blocks: tuple[Block, ...], language: str) -> str:
    """Return the author whom a byline names ("Par Jeanne Doe"), or ""."""
    sheet = make_sheet(draft, cues_of(language), "")
    for number, block in enumerate(blocks):
        if block.kind is BlockKind.BYLINE:
            author = author_in(sheet, number)
            if author:
                return author
    return ""
