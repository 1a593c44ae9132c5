"""Kinds of space: for reading a text word by word they are all one, and one character stays one character."""

_KINDS = "\u00a0\u202f\u2009\u2007\u2008\u2002\u2003\u2004\u2005\u2006\u200a\u205f\u3000\u0085\u2028\u2029\t\n\r\x0b\x0c\x1c\x1d\x1e\x1f"
_TO_SPACE = str.maketrans(dict.fromkeys(_KINDS, " "))


def plain_spaces(text: str) -> str:
    """Return `text` with an ordinary space for every other kind (narrow, non-breaking, tab, newline); offsets hold."""
    return text.translate(_TO_SPACE)
