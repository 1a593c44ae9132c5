"""The article as it is printed before a quiz: headings, and paragraphs under the numbers that the answer key gives."""

from dataclasses import dataclass

from quizgen.article import Article, BlockKind

SHOWN = {
    BlockKind.STANDFIRST: "paragraph",
    BlockKind.PARAGRAPH: "paragraph",
    BlockKind.HEADING: "heading",
    BlockKind.LIST_ITEM: "list_item",
}


@dataclass(frozen=True, slots=True)
class PrintedBlock:
    """A stretch of the article: a "paragraph", a "heading" or a "list_item". `number` is a paragraph's, from 1, and 0 for the others."""

    kind: str
    number: int
    text: str


def printed_article(article: Article) -> tuple[PrintedBlock, ...]:
    """Return the article without its title, which the head has, and without captions, bylines, credits and repeated quotes."""
    shown = (block for block in article.blocks if block.kind in SHOWN)
    return tuple(
        PrintedBlock(SHOWN[block.kind], article.paragraph_number(block.start), " ".join(article.text[block.start : block.end].split()))
        for block in shown
    )
