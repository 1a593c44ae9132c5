"""Writes new places of quotes into a quiz file and leaves all else, a person's comments included, as it stands."""

from collections.abc import Sequence
from typing import Any

import tomlkit

from quizgen.article import Article, TextSpan
from quizgen.quizfile.layout import has_true_digest, with_digest
from quizgen.quizfile.verification import Verified
from quizgen.quizfile.writing import text_digest


def anchored(text: str, checked: Sequence[Verified], article: Article) -> str:
    """Return the quiz file `text` with its proofs pointing into `article`. `checked` are its items, in order.

    A file no person had changed stays one that none has changed.
    """
    document: Any = tomlkit.parse(text)
    for table, item in zip(document.get("item", []), checked, strict=True):
        places = dict(item.moved)
        if places:
            proof = table["proof"]
            for row in (proof["evidence"], *proof.get("support", [])):
                _move(row, places)
    document["article"]["text_sha256"] = text_digest(article)
    document["article"]["blocks"] = [[str(block.kind), block.start, block.end] for block in article.blocks]
    document["article"]["blocks"].multiline(True)
    written: str = tomlkit.dumps(document)
    return with_digest(written) if has_true_digest(text) else written


def _move(row: Any, places: dict[TextSpan, TextSpan]) -> None:
    now = places.get(TextSpan(row["start"], row["end"], str(row["text"])))
    if now is not None:
        row["start"], row["end"], row["text"] = now.start, now.end, now.text
