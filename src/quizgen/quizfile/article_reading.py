"""Reads the `[article]` table of a quiz file and the text beside it; a quiz written by hand may do without either."""

import hashlib
from pathlib import Path
from typing import Any

from quizgen.article import Article, Block, BlockKind
from quizgen.errors import QuizFileError
from quizgen.languages import CODES
from quizgen.quizfile.fields import Fields
from quizgen.quizfile.layout import ARTICLE_FIELDS


def read_article_table(fields: Fields, folder: Path, *, unproven: bool = False) -> tuple[Article, tuple[tuple[str, str], ...]]:
    """Return the article of a quiz file's `fields`, its text from `folder`, and what the article itself said of its author and the like.

    Without `text_file` it has no text and proves nothing; where that is lost neither, when nothing need be proven.

    Raises QuizFileError when the text is not the one the quiz was made from, unless `unproven`, or when no language is told.
    """
    table = fields.table("article", optional=True)
    values = {name: table.text(name, "") for name in ARTICLE_FIELDS}
    values["language"] = _language(fields, values["language"])
    text = _text(table, folder, unproven=unproven) if table.has("text_file") else ""
    blocks = tuple(_block(row, table) for row in table.rows("blocks"))
    as_read = table.table("as_read", optional=True)
    told = tuple((name, as_read.text(name)) for name in as_read.names())
    table.refuse_unknown()
    return Article(text=text, blocks=blocks, **values), told


def _language(fields: Fields, told: str) -> str:
    """Return the language that the article's table tells, or the top of the file."""
    code = fields.text("language", told)
    if told and code != told:
        raise fields.error("language", f'is "{code}", but [article] says "{told}"')
    if code not in CODES:
        problem = f'is "{code}"' if code else "is missing"
        raise fields.error("language", f"{problem}: it must be one of {', '.join(CODES)}")
    return code


def _text(table: Fields, folder: Path, *, unproven: bool) -> str:
    """Return the text beside the quiz file, which must have the sha256 that is written down."""
    path, expected = folder / table.text("text_file"), table.text("text_sha256")
    try:
        data = path.read_bytes()
    except OSError as error:
        if unproven:
            return ""
        hint = "put it back beside the quiz file: the proof of every item points into it"
        raise QuizFileError(f"the article's text {path} cannot be read: {error.strerror}.", hint) from error
    if not unproven and hashlib.sha256(data).hexdigest() != expected:
        hint = "put the first text back, or run `quizgen make` on the new one"
        raise QuizFileError(f"{path} is not the text this quiz was made from.", hint)
    return data.decode("utf-8", "surrogatepass")


def _block(row: Any, fields: Fields) -> Block:
    match row:
        case [str(kind), int(start), int(end)] if kind in set(BlockKind):
            return Block(BlockKind(kind), start, end)
    raise fields.error("blocks", "holds a row that is not [kind, start, end]")
