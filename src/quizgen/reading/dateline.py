"""Where and when an article speaks from: the dateline that opens its prose, or the line that dates it."""

import re
from calendar import monthrange

from quizgen.article import Article, Block, BlockKind
from quizgen.reading.cues import Cues, cues_of, fold

OPENING = re.compile(
    r"(?P<place>[A-ZÀ-Ý][\w’'. -]{1,40}?(?:,\s[A-ZÀ-Ý][\w. -]{1,25}?)?)"
    r"(?:,?\s[^()–—]{3,30}?)?\s?(?P<agency>\([^()]{2,40}\))?\s(?:--|[–—-])\s"
)
DATED_OPENING = re.compile(r"[^–—()\n]{6,45}?\s(?:--|[–—-])\s")  # "23 mars 2018 . – Dans un établissement …"
TRAILING_MARKS = " .,–—-:"


def dateline(article: Article) -> str | None:
    """Return the dateline as it stands in the article, without the dash behind it; None when there is none.

    It is "PARIS, 12 mars (AFP)" at the start of the first paragraph, where it stays part of the prose, or a line of its own such as
    "Thursday, February 23, 2006".
    """
    cues = cues_of(article.language)
    opening = _opening_dateline(article.text, article.blocks, cues)
    if opening:
        return opening
    for block in article.blocks_of(BlockKind.BYLINE):
        text = article.text[block.start : block.end]
        if cues.date.search(fold(text)):
            return text.rstrip(TRAILING_MARKS)
    return None


def _opening_dateline(text: str, blocks: tuple[Block, ...], cues: Cues) -> str:
    """A place in capitals, an agency or a date tells a dateline from « La Poste – qui … »."""
    prose = [block for block in blocks if block.is_prose]
    for block in prose[:2]:
        match = OPENING.match(text, block.start, block.end) or DATED_OPENING.match(text, block.start, block.end)
        if match is None:
            continue
        groups = match.groupdict()
        dated = cues.date.search(fold(match.group()))
        if (groups.get("place") or "").isupper() or groups.get("agency") or dated:
            return text[block.start : match.end()].rstrip(TRAILING_MARKS)
    return ""


def date_of(text: str, blocks: tuple[Block, ...], language: str) -> str:
    """Return the ISO date that a date line or a dateline gives in full, or ""."""
    cues = cues_of(language)
    lines = [text[block.start : block.end] for block in blocks if block.kind is BlockKind.BYLINE]
    for line in (*lines, _opening_dateline(text, blocks, cues)):
        match = cues.date.search(fold(line))
        if match and match["year"]:
            month = cues.months.index(match["month"] or match["month2"]) + 1
            day = int(re.sub(r"\D", "", match["day"] or match["day2"]))
            exists = 1 <= day <= monthrange(int(match["year"]), month)[1]
            return f"{match['year']}-{month:02d}-{day:02d}" if exists else ""
    return ""
