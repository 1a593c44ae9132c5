"""Names in a tree: whether a word is one, and all the words that it has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.syntax.tree import children, text_of, trimmed

if TYPE_CHECKING:
    from spacy.tokens import Token


def head_text(head: Token) -> str:
    """Return the head noun, or the whole name when the head is part of one."""
    names = name_tokens(head)
    return text_of(names) if names else head.text


def name_tokens(head: Token) -> list[Token]:
    """Return the tokens of the entity that holds `head`, or of its flat name, or none."""
    for ent in head.doc.ents if head.ent_type else ():
        if ent.start <= head.i < ent.end:
            return trimmed([t for t in ent if t.pos_ != "DET"])
    if head.pos_ == "PROPN":
        return [head, *[t for c in children(head, "flat", "compound") for t in c.subtree]]
    return []


def is_name(head: Token) -> bool:
    """Return True when a phrase is headed by a proper name; a word with a capital inside ("OpenStack") is one whatever the tagger says."""
    inner_capital = any(c.isupper() for c in head.text[1:]) and head.text[:1].isupper()
    return head.pos_ == "PROPN" or inner_capital or (bool(head.ent_type_) and head.text[:1].isupper())
