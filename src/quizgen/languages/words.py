"""Words compared as a reader compares them, in any language: whatever their case, their apostrophes and their spaces."""

import re
import unicodedata
from functools import lru_cache

_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "‘": "'"})
_MONTH_AND_YEAR = re.compile(r"\d.*[^\W\d_]{3,}.*\b[12]\d{3}\b|[^\W\d_]{3,} \d{1,2},? [12]\d{3}\b")  # a day, a month and a year
_ELIDED = re.compile(r"(?<=(?<!\w)[a-zA-Z])' (?=\w)")  # "l' Ouest", as pages leave it whose links were taken out
_ROOT = 5  # letters compared, so that "fonde" and "fondation", "create" and "creation" are alike


def plain(text: str) -> str:
    """Return `text` with one kind of apostrophe and of space; case and accents are kept."""
    spaced = " ".join(unicodedata.normalize("NFC", text).translate(_APOSTROPHES).split())
    return _ELIDED.sub("'", spaced) if "' " in spaced else spaced


@lru_cache(maxsize=4096)
def pattern(words: str) -> re.Pattern[str]:
    """Return what finds `words` as whole words, in any case and with any space or apostrophe ("5" is not found in "1995")."""
    escaped = re.escape(plain(words)).replace(r"\ ", r"\s+").replace("'", r"['’ʼ‘]\s?")
    return re.compile(rf"(?<!\w){escaped}(?!\w)", re.IGNORECASE)


def stands_in(words: str, text: str) -> bool:
    """Return whether `words` stand in `text` as whole words, in any case; no words stand nowhere."""
    return bool(words.strip()) and pattern(words).search(unicodedata.normalize("NFC", text)) is not None


@lru_cache(maxsize=4096)
def roots(text: str) -> frozenset[str]:
    """Return the first letters of the longer words of `text`, in lower case: words of one family share them."""
    return frozenset(word[:_ROOT] for word in re.findall(r"[^\W_]{4,}", plain(text).casefold()))


def gives_away(key: str, text: str) -> bool:
    """Return whether half of the key's words, or their families, or its figure stand in `text`; a key of short words must stand whole.

    The year of a full date gives the date away no more than a month would: "1973 oil crisis" for "October 20, 1973".
    """
    dated = re.sub(r"\b[12]\d{3}\b", "", key) if _MONTH_AND_YEAR.search(key) else key
    own = roots(dated)
    if dated == key and any(stands_in(figure, text) for figure in re.findall(r"\d[\d\s.,]*\d|\d+", key)):
        return True
    return 2 * len(own & roots(text)) >= len(own) if own else stands_in(key, text)
