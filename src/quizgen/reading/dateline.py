"""Where and when an article speaks from: the dateline that opens its prose, or the line that dates it."""

import re

from quizgen.article import Article, Block, BlockKind
from quizgen.reading.cues import Cues, cues_of, fold

OPENING = re.compile(
    r"(?P<place>[A-ZÀ-Ý][\w’'. -]{1,40}?(?:,\s[A-ZÀ-Ý][\w. -]{1,25}?)?)"
    r"(?:,?\s[^()–—]{3,30}?)?\s?(?P<agency>\([^()]{2,40}\))?\s(?:--|[–—-])\s"
)
TRAILING_MARKS = " .,–—-:"


def dateline(article: Article) -> str | None:
    """Return the dateline as it stands in the article, without the dash behind it; None when there is none.

    It is "PARIS, 12 mars (AFP)" at the start of the first paragraph, where it stays part of the prose, or a line of its own such as
    "Thursday, February 23, 2006".
    """
    cues = cues_of(article.language)
    opening = _opening_dateline(article, cues)
    if opening:
        return opening
    for block in article.blocks_of(BlockKind.BYLINE):
        text = article.text[block.start : block.end]
        if cues.date.search(fold(text)):
            return text.rstrip(TRAILING_MARKS)
    return None


def _opening_dateline(article: Article, cues: Cues) -> str | None:
    """A place in capitals, an agency or a date tells a dateline from « La Poste – qui … »."""
    for block in article.prose[:2]:
        match = OPENING.match(article.text, block.start, block.end)
        if match is None:
            continue
        dated = cues.date.search(fold(match.group()))
        if match["place"].isupper() or match["agency"] or dated:
            return article.text[block.start : match.end()].rstrip(TRAILING_MARKS)
    return None


def date_of(text: str, blocks: tuple[Block, ...], language: str) -> str:
    """Return the ISO date that a date line gives in full, or ""."""
    cues = cues_of(language)
    for block in blocks:
        if block.kind is BlockKind.BYLINE:
            match = cues.date.search(fold(text[block.start : block.end]))
            if match and match["year"]:
                month = cues.months.index(match["month"] or match["month2"]) + 1
                day = int(re.sub(r"\D", "", match["day"] or match["day2"]))
                return f"{match['year']}-{month:02d}-{day:02d}" if 1 <= day <= 31 else ""
    return ""
