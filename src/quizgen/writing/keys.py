"""The law of keys: a key stands in the evidence word for word, or is derived from it by a rule that has a name."""

import re
import unicodedata

from quizgen.facts import Date, Fact, Phrase, Quantity, Value
from quizgen.languages.base import Language

_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "‘": "'"})


def plain(text: str) -> str:
    """Return `text` with one kind of apostrophe and of space, as texts are compared here; case and accents are kept."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text).translate(_APOSTROPHES)).strip()


def pattern(words: str) -> re.Pattern[str]:
    """Return what finds `words` as whole words, in any case and with any space or apostrophe ("5" is not found in "1995")."""
    escaped = re.escape(plain(words)).replace(r"\ ", r"\s+").replace("'", "['’ʼ‘]")
    return re.compile(rf"(?<!\w){escaped}(?!\w)", re.IGNORECASE)


def stands_in(words: str, text: str) -> bool:
    """Return whether `words` stand in `text` as whole words, in any case."""
    return pattern(words).search(text) is not None


def key_rule(key: str, fact: Fact, slot: str, language: Language) -> str:
    """Return the rule by which `key` comes from the evidence of `fact`, or "" when none does.

    "verbatim"; "capital letter" (L'usine → l'usine); "determiner" (une femme → la femme); "date format" (31/03/1889 → 31 mars 1889);
    "number format" (25,000 → 25 000).
    """
    texts = [fact.evidence.primary.text, *(span.text for span in fact.evidence.support)]
    value = fact.values[slot]
    if any(plain(key) in plain(text) and stands_in(key, text) for text in texts):
        return "verbatim"
    if any(stands_in(key, text) for text in texts):
        return "capital letter"
    return next((rule for text in texts if (rule := _derived(key, value, text, language))), "")


def _derived(key: str, value: Value, text: str, language: Language) -> str:
    match value:
        case Phrase():
            bare = language.describe(Phrase(key, value.type)).bare or value.bare
            return "determiner" if bare and stands_in(bare, text) else ""
        case Date():
            return "date format" if any(_same_date(match.iso, value.iso) for match in language.find_dates(text)) else ""
        case Quantity():
            return "number format" if any(match.number == value.number for match in language.find_quantities(text)) else ""
        case _:
            return ""


def _same_date(found: str, wanted: str) -> bool:
    """Return whether a date in the text says `wanted` or more: "1889-03-31" says "1889"."""
    return bool(found) and found.startswith(wanted)
