"""Annotates an article block by block: a title has no full stop, so nothing is parsed across a block's end."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from quizgen.errors import PipelineError
from quizgen.languages.spaces import plain_spaces

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

# A parse needs about 1 kB for each character; a block of a million would need a gigabyte.
LONGEST_BLOCK = 200_000
_BATCH = 32


def annotate_paragraphs(
    nlp: "Language", text: str, spans: Sequence[tuple[int, int]], parsed: Callable[[int], None] | None = None
) -> "list[Doc]":
    """Parse each block `text[start:end]` on its own and return one Doc for each span, in order.

    A Doc knows where it stands: `text[offset + token.idx : offset + token.idx + len(token)]` is the token as written, with
    `offset = doc.user_data["offset"]`, in code points of `text`. Every kind of space is an ordinary one in the Doc, so its text
    may differ from the article's in these characters, never in length. Entities are made consistent over all blocks. `parsed` is
    called after each block with the number of characters parsed so far.
    Raises PipelineError for a block longer than LONGEST_BLOCK.
    """
    from quizgen.annotation.entity_repair import repair_entities

    docs, characters = [], 0
    for doc in _parse(nlp, text, spans):
        docs.append(doc)
        characters += len(doc.text)
        if parsed is not None:
            parsed(characters)
    repair_entities(docs)
    return docs


def annotate_text(nlp: "Language", text: str) -> "Doc":
    """Parse one text, such as a finished question, and return its Doc with offset 0."""
    (doc,) = annotate_paragraphs(nlp, text, [(0, len(text))])
    return doc


def _parse(nlp: "Language", text: str, spans: Sequence[tuple[int, int]]) -> "Iterator[Doc]":
    blocks = [_trim(text, start, end) for start, end in spans]
    inputs = ((plain_spaces(text[start:end]), start) for start, end in blocks)
    for doc, offset in nlp.pipe(inputs, as_tuples=True, batch_size=_BATCH):
        doc.user_data["offset"] = offset
        doc.tensor = doc.tensor[:0]  # the encoder's output, 400 bytes a word, which nobody reads again
        yield doc


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave out white space at both ends, so that no token is made of it."""
    block = text[start:end]
    if len(block) > LONGEST_BLOCK:
        raise PipelineError(
            f"the paragraph at character {start} has {len(block)} characters; the limit is {LONGEST_BLOCK}.",
            "divide the text into paragraphs, one a line",
        )
    stripped = block.strip()
    first = start + (len(block) - len(block.lstrip())) if stripped else start
    return first, first + len(stripped)
