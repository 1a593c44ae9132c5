"""Plain text: an optional header, then the article, whose characters are kept as they are."""

from quizgen.reading.draft import Draft
from quizgen.reading.header import split_header
from quizgen.reading.shape import pieces_of


def read_plain_text(text: str, name: str) -> Draft:
    """Return the article below the header, and what the header says.

    Raises ReadingError for a broken header.
    """
    metadata, body = split_header(text, name)
    return Draft(body, pieces_of(body), metadata)
