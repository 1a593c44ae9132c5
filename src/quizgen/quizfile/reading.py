"""Reads a quiz file; every mistake a person can make in one has its own message."""

import hashlib
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from quizgen.errors import QuizFileError
from quizgen.items import Item
from quizgen.languages import CODES
from quizgen.naming import deck_level
from quizgen.quiz import Account, Quiz, is_voice
from quizgen.quizfile.article_reading import read_article_table
from quizgen.quizfile.fields import Fields
from quizgen.quizfile.item_reading import read_items
from quizgen.quizfile.layout import ACCOUNT_FIGURES, SCHEMA, has_true_digest

_WHICH_FILE = "give the path of a .quiz.toml file that `quizgen make` wrote"


def is_edited(path: Path) -> bool:
    """Return whether a person has changed the quiz file since the program wrote it. Raises QuizFileError when it cannot be read."""
    return not has_true_digest(_text(path))


def read_quiz(path: Path, *, unproven: bool = False) -> Quiz:
    """Return the quiz in the file at `path`. Raises QuizFileError with the place and the key that are wrong.

    `unproven` takes proofs as they stand, whether or not the article says so, and does without its text where that is lost: for those
    who check them (verification.py) or have the article at hand.
    """
    data = _parse(_text(path), path)
    _check_schema(data, path)
    fields = Fields(data, str(path))
    article, as_read = read_article_table(fields, path.parent, unproven=unproven)
    account = fields.table("account", optional=True)
    title = fields.text("title")
    quiz = Quiz(
        article=article,
        items=read_items(fields.tables("item"), None if unproven else article, article.id),
        title=title,
        deck=fields.text("deck", deck_level(title)),
        seed=fields.integer("seed", 0),
        release=fields.text("release", ""),
        vanished=read_items(fields.tables("vanished"), None, article.id),
        passed_over=read_items(fields.tables("passed_over"), None, article.id),
        offered=account.texts("offered", ()),
        account=_account(account),
        typed=fields.boolean("typed") if fields.has("typed") else False,
        voice=_voice(fields),
        as_read=as_read,
    )
    fields.allow("schema", "digest")
    fields.refuse_unknown()
    return quiz


def read_items_of(path: Path, language: str = "") -> tuple[str, tuple[Item, ...]]:
    """Return the language and the items of a quiz file, whether or not it has an article: `language` speaks where the file does not.

    Raises QuizFileError with the place and the key that are wrong.
    """
    data = _parse(_text(path), path)
    _check_schema(data, path)
    fields = Fields(data, str(path))
    article = fields.table("article", optional=True)
    code = article.text("language", "") or fields.text("language", "") or language
    if code not in CODES:
        hint = f'write language = "fr" at its top, or pass --language ({", ".join(CODES)})'
        raise QuizFileError(f"{path} does not say its language.", hint)
    return code, read_items(fields.tables("item"), None, article.text("id", ""))


def has_its_text(path: Path) -> bool:
    """Return whether the article's text stands beside the quiz file as it was when the quiz was made."""
    table = _parse(_text(path), path).get("article", {})
    text = path.parent / str(table.get("text_file", ""))
    return text.is_file() and hashlib.sha256(text.read_bytes()).hexdigest() == table.get("text_sha256")


def text_file(text: str) -> str:
    """Return the name of the file beside the quiz file `text` that holds the article's text, or "" of a quiz without one."""
    return str(tomllib.loads(text).get("article", {}).get("text_file", ""))


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
        if "\n<<<<<<< " in text:
            hint = "git left both versions there: keep one and take out the lines <<<<<<<, =======, >>>>>>>"
        raise QuizFileError(f"{path} is not valid TOML: {error}.", hint) from error


def _check_schema(data: Mapping[str, Any], path: Path) -> None:
    """Raise QuizFileError for a file that a later quizgen wrote, or that holds no quiz. One by hand need not tell its schema: it is 1."""
    schema = data.get("schema", 1 if "item" in data else None)
    if not isinstance(schema, int) or isinstance(schema, bool) or schema < 1:
        raise QuizFileError(f"{path} has no [[item]] and no `schema`: it is no quiz file.", _WHICH_FILE)
    if schema > SCHEMA:
        raise QuizFileError(f"{path} has schema {schema}; this quizgen knows {SCHEMA}.", "pip install --upgrade quizgen")


def _account(fields: Fields) -> Account:
    figures = {name: fields.integer(name, 0) for name in ACCOUNT_FIGURES}
    dropped, coverage = fields.counts("dropped"), fields.counts("coverage")
    fields.refuse_unknown()
    return Account(**figures, dropped=dropped, coverage={int(number): count for number, count in coverage.items()})
