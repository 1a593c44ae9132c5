"""A web page: trafilatura finds the article's text and metadata; headings, lists and captions stay marked."""

import logging
import re
from collections.abc import Iterator
from typing import Any

from quizgen.article import BlockKind
from quizgen.errors import ReadingError
from quizgen.reading.draft import Draft, Metadata, join_pieces

META_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
NO_ARTICLE = "Copy the article's text into a .txt file, and give that to quizgen."
BLOCK_TAGS = {"p", "head", "quote", "item", "row", "cell", "code", "list", "table", "div"}


def declared_charset(data: bytes) -> str:
    """Return the encoding that a page's own `meta` names, or ""."""
    match = META_CHARSET.search(data[:4096])
    return match[1].decode("ascii") if match else ""


def read_web_page(html: str, name: str, today: str = "") -> Draft:
    """Return the article of a page as plain text, its blocks parted by blank lines, and the page's metadata.

    `today` bounds the date of publication. Raises ReadingError when no article is found.
    """
    import trafilatura

    _hush()
    tree = _parse(html)
    captions = _keep_captions(tree) if tree is not None else frozenset()
    dates: dict[str, Any] = {"original_date": True, "extensive_search": False, **({"max_date": today} if today else {})}
    page = None
    if tree is not None:
        page = trafilatura.bare_extraction(tree, with_metadata=True, include_comments=False, date_extraction_params=dates)
    body = getattr(page, "body", None)
    if page is None or body is None:
        raise ReadingError(f"no article was found in the page {name}.", NO_ARTICLE, "no_article")
    return join_pieces(_stretches(body, captions), _metadata(page))


def _hush() -> None:
    """Keep the library's log off the terminal: what it cannot read is reported as an error here."""
    for name in ("trafilatura", "htmldate"):
        logging.getLogger(name).setLevel(logging.CRITICAL)


def _parse(html: str) -> Any:
    """Return the page as an lxml tree, None when there is none."""
    import trafilatura

    return trafilatura.load_html(html) if html.strip() else None


def _keep_captions(tree: Any) -> frozenset[str]:
    """Make each figcaption a paragraph, so that it is not left out, and return their texts."""
    captions = set()
    for node in tree.iter("figcaption"):
        captions.add(_flat(node))
        node.tag = "p"
        for inner in list(node.iter("p")):
            if inner is not node:
                inner.tag = "span"
    for figure in tree.iter("figure"):
        figure.tag = "div"
    return frozenset(captions)


def _flat(node: Any) -> str:
    """Return the text of a node on one line."""
    return " ".join("".join(node.itertext()).split())


def _stretches(body: Any, captions: frozenset[str]) -> Iterator[tuple[BlockKind | None, str]]:
    """Give kind and text of each block of trafilatura's tree."""
    for node in body:
        if node.tag in {"list", "table"}:
            for item in node.iter("item", "row"):
                yield BlockKind.LIST_ITEM, " | ".join(filter(None, map(_flat, item.iter("cell")))) or _flat(item)
        elif node.tag in {"quote", "div"} and any(child.tag in BLOCK_TAGS for child in node):
            yield from _stretches(node, captions)
        elif node.tag != "graphic":
            text = _flat(node)
            yield (BlockKind.HEADING if node.tag == "head" else BlockKind.CAPTION if text in captions else None), text


def _metadata(page: Any) -> Metadata:
    def value(field: str) -> str:
        return " ".join(str(getattr(page, field, None) or "").split())

    return Metadata(title=value("title"), author=value("author"), url=value("url"), licence=value("license"), date=value("date"))
