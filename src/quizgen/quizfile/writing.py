"""Writes a quiz file: what a teacher may edit first, what the program needs under `[item.proof]`."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import tomlkit

from quizgen.article import Article, TextSpan
from quizgen.items import Item, Proof
from quizgen.naming import article_file, file_stem
from quizgen.quiz import Account, Quiz
from quizgen.quizfile.layout import (
    ACCOUNT_FIGURES,
    ALWAYS_WRITTEN,
    ARTICLE_FIELDS,
    DEFAULTS,
    GUIDE_OPENING,
    PROOF_TEXTS,
    SCHEMA,
    editable_fields,
    with_digest,
)

_BARE = re.compile(r"[A-Za-z0-9_-]+")  # a key that needs no quotes
_WIDEST_LIST = 80  # characters of a list that stays on one line

_GUIDE = """\
{title}

{opening} Change what you like in the [[item]] tables, then write the outputs again:
    quizgen export {stem}.quiz.toml -o .

You may edit   question, answer, options (the answer is one of them), context (what the question is about, shown above it),
               accepted (other right answers), feedback, hint, points, as_of, and status ("accepted", "edited", "rejected").
               A rejected item stays here and is left out of every output; reason may say why, in your words or as gram (language),
               alone (not understood without the article), one (several answers), key (wrong answer), noleak (gives itself away),
               worth (not worth asking), distr (poor options). The blank of a cloze is ____ (four underscores).
You may add    an [[item]] of your own with a form, a question and an answer, and no [item.proof].
You may move   or delete whole items: their order here is their order on the page and in the deck.
               What you did stays when `quizgen make` is run again; an item deleted or rejected does not come back.
Leave alone    [item.proof]: where the article says so, and how a learner's card is found again; and at the end
               [[vanished]] and [[passed_over]]: items of earlier runs, which keep their cards if they are asked again."""


def write_quiz(quiz: Quiz) -> str:
    """Return the text of the quiz file; the article's own text belongs beside it in the file `article_file(quiz)` names."""
    lines = [*_guide(quiz), "", *_head(quiz), "", "[article]", *_article(quiz), ""]
    for item in quiz.items:
        lines += ["[[item]]", *_item(item), ""]
    lines += _account(quiz.account, quiz.offered)
    for name, items in (("vanished", quiz.vanished), ("passed_over", quiz.passed_over)):
        for item in items:
            lines += ["", f"[[{name}]]", *_item(item, name)]
    return with_digest("\n".join(lines) + "\n")


def text_digest(article: Article) -> str:
    """Return the sha256 of the article's text in UTF-8, in hexadecimal."""
    return hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()


def _guide(quiz: Quiz) -> Iterator[str]:
    title = "".join(c if c.isprintable() else " " for c in quiz.title)
    for line in _GUIDE.format(title=title, opening=GUIDE_OPENING, stem=file_stem(quiz)).splitlines():
        yield f"# {line}".rstrip()


def _head(quiz: Quiz) -> Iterator[str]:
    yield _line("schema", SCHEMA)
    for name in ("title", "deck", "seed", "release"):
        yield _line(name, getattr(quiz, name))
    yield from _filled(quiz, ("typed", "voice"))
    yield 'digest = ""'


def _article(quiz: Quiz) -> Iterator[str]:
    article = quiz.article
    yield from _filled(article, ARTICLE_FIELDS)
    if quiz.as_read:
        yield _line("as_read", dict(quiz.as_read))
    if article.text:
        yield _line("text_file", article_file(quiz))
        yield _line("text_sha256", text_digest(article))
    if article.blocks:
        yield _line("blocks", [[str(block.kind), block.start, block.end] for block in article.blocks])


def _item(item: Item, table: str = "item") -> Iterator[str]:
    yield _line("form", item.form)
    for name, value in editable_fields(item):
        if name in ALWAYS_WRITTEN or value != DEFAULTS.get(name):
            yield _line(name, value)
    yield _line("id", item.id)
    if item.proof is not None:
        yield from ("", f"[{table}.proof]", *_proof(item.proof, table))


def _proof(proof: Proof, table: str) -> Iterator[str]:
    yield _line("evidence", _span(proof.evidence))
    if proof.support:
        yield _line("support", [_span(span) for span in proof.support])
    yield from _filled(proof, PROOF_TEXTS)
    yield from _filled(proof, ("score", "modified", "distractor_origins", "slots"))
    if proof.features:
        yield _line("features", dict(proof.features))
    if proof.generated:
        yield from ("", f"[{table}.proof.generated]")
        yield from (_line(name, value) for name, value in proof.generated if value != DEFAULTS.get(name))


def _filled(holder: object, names: Iterable[str]) -> Iterator[str]:
    """Yield a line for each attribute that says something."""
    for name in names:
        if value := getattr(holder, name):
            yield _line(name, value)


def _account(account: Account, offered: Sequence[str]) -> Iterator[str]:
    yield "[account]"
    for name in ACCOUNT_FIGURES:
        yield _line(name, getattr(account, name))
    if offered:
        yield _line("offered", offered)
    for name, counts in (("dropped", account.dropped), ("coverage", account.coverage)):
        if counts:
            yield from ("", f"[account.{name}]", *_counts(counts))


def _counts(counts: Mapping[Any, int]) -> Iterator[str]:
    for reason, count in counts.items():
        yield _line(str(reason), count)


def _line(name: str, value: Any) -> str:
    key = name if _BARE.fullmatch(name) else str(tomlkit.item(name).as_string())
    return f"{key} = {_toml(value)}"


def _toml(value: Any) -> str:
    """Return a value as TOML writes it; a long list has one row on a line."""
    if isinstance(value, list | tuple):
        short = _on_one_line(value)
        return short if len(short) <= _WIDEST_LIST else "[\n" + "".join(f"    {_on_one_line(row)},\n" for row in value) + "]"
    if isinstance(value, dict):
        return "{ " + ", ".join(_line(name, each) for name, each in value.items()) + " }"
    if isinstance(value, float) and value.is_integer() and abs(value) < 2**53:
        value = int(value)
    return str(tomlkit.item(value).as_string())


def _on_one_line(value: Any) -> str:
    return "[" + ", ".join(map(_on_one_line, value)) + "]" if isinstance(value, list | tuple) else _toml(value)


def _span(span: TextSpan) -> dict[str, str | int]:
    return {"start": span.start, "end": span.end, "text": span.text}
