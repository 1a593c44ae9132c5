"""Reads a quiz file and the article's text beside it; every mistake a person can make in one has its own message."""

import hashlib
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from quizgen.article import Article, Block, BlockKind
from quizgen.errors import QuizFileError
from quizgen.items import Item
from quizgen.languages import CODES
from quizgen.quiz import Account, Quiz, is_voice
from quizgen.quizfile.fields import Fields
from quizgen.quizfile.item_reading import read_items
from quizgen.quizfile.layout import ACCOUNT_FIGURES, ARTICLE_FIELDS, SCHEMA, has_true_digest

_WHICH_FILE = "give the path of a .quiz.toml file that `quizgen make` wrote"


def is_edited(path: Path) -> bool:
    """Return whether a person has changed the quiz file since the program wrote it. Raises QuizFileError when it cannot be read."""
    return not has_true_digest(_text(path))


def read_quiz(path: Path, *, unproven: bool = False) -> Quiz:
    """Return the quiz in the file at `path`. Raises QuizFileError with the place and the key that are wrong.

    `unproven` takes proofs as they stand, whether or not the article says so: for those who check them (verification.py).
    """
    data = _parse(_text(path), path)
    _check_schema(data, path)
    fields = Fields(data, str(path))
    article = _article(fields.table("article"), path, unproven=unproven)
    account = fields.table("account", optional=True)
    quiz = Quiz(
        article=article,
        items=read_items(fields.tables("item"), None if unproven else article, article.id),
        title=fields.text("title"),
        deck=fields.text("deck"),
        seed=fields.integer("seed", 0),
        release=fields.text("release", ""),
        vanished=read_items(fields.tables("vanished"), None, article.id),
        passed_over=read_items(fields.tables("passed_over"), None, article.id),
        offered=account.texts("offered", ()),
        account=_account(account),
        typed=fields.boolean("typed") if fields.has("typed") else False,
        voice=_voice(fields),
    )
    fields.allow("schema", "digest")
    fields.refuse_unknown()
    return quiz


def read_items_of(path: Path, language: str = "") -> tuple[str, tuple[Item, ...]]:
    """Return the language and the items of a quiz file, whether or not it has an article: `language` speaks where the file does not.

    Raises QuizFileError with the place and the key that are wrong.
    """
    data = _parse(_text(path), path)
    fields = Fields(data, str(path))
    article = fields.table("article", optional=True)
    code = article.text("language", "") or fields.text("language", "") or language
    if code not in CODES:
        hint = f'write language = "fr" at its top, or pass --language ({", ".join(CODES)})'
        raise QuizFileError(f"{path} does not say its language.", hint)
    return code, read_items(fields.tables("item"), None, article.text("id", ""))


def text_file(text: str) -> str:
    """Return the name of the file beside the quiz file `text` that holds the article's text."""
    return str(tomllib.loads(text)["article"]["text_file"])


def _voice(fields: Fields) -> str:
    voice = fields.text("voice", "")
    if voice and not is_voice(voice):
        raise fields.error("voice", "must be a language and a country, as Anki writes them: fr_FR, en_GB")
    return voice


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8").removeprefix("\ufeff")
    except OSError as error:
        raise QuizFileError(f"{path} cannot be read: {error.strerror}.", _WHICH_FILE) from error
    except UnicodeDecodeError as error:
        raise QuizFileError(f"{path} is not UTF-8 text (byte {error.start}).", "save the quiz file as UTF-8") from error


def _parse(text: str, path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(text.replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError as error:
        hint = 'mend that line: texts stand in "…", and a " inside one is written \\"'
        raise QuizFileError(f"{path} is not valid TOML: {error}.", hint) from error


def _check_schema(data: Mapping[str, Any], path: Path) -> None:
    schema = data.get("schema")
    if not isinstance(schema, int):
        raise QuizFileError(f"{path} has no `schema`: it is no quiz file.", _WHICH_FILE)
    if schema > SCHEMA:
        raise QuizFileError(f"{path} has schema {schema}; this quizgen knows {SCHEMA}.", "pip install --upgrade quizgen")


def _article(fields: Fields, path: Path, *, unproven: bool) -> Article:
    file, digest = path.parent / fields.text("text_file"), fields.text("text_sha256")
    text = _article_text(file, "" if unproven else digest)
    values = {name: fields.text(name, "") for name in ARTICLE_FIELDS}
    blocks = tuple(_block(row, fields) for row in fields.rows("blocks"))
    fields.refuse_unknown()
    return Article(text=text, blocks=blocks, **values)


def _article_text(path: Path, expected: str) -> str:
    """Return the text beside the quiz file, which must have the sha256 `expected` unless that is ""."""
    try:
        data = path.read_bytes()
    except OSError as error:
        hint = "put it back beside the quiz file: the proof of every item points into it"
        raise QuizFileError(f"the article's text {path} cannot be read: {error.strerror}.", hint) from error
    if expected and hashlib.sha256(data).hexdigest() != expected:
        hint = "put the first text back, or run `quizgen make` on the new one"
        raise QuizFileError(f"{path} is not the text this quiz was made from.", hint)
    return data.decode("utf-8", "surrogatepass")


def _block(row: Any, fields: Fields) -> Block:
    match row:
        case [str(kind), int(start), int(end)] if kind in set(BlockKind):
            return Block(BlockKind(kind), start, end)
    raise fields.error("blocks", "holds a row that is not [kind, start, end]")


def _account(fields: Fields) -> Account:
    figures = {name: fields.integer(name, 0) for name in ACCOUNT_FIGURES}
    dropped, coverage = fields.counts("dropped"), fields.counts("coverage")
    fields.refuse_unknown()
    return Account(**figures, dropped=dropped, coverage={int(number): count for number, count in coverage.items()})
