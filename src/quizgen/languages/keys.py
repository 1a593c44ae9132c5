"""The law of keys: a key stands in the evidence word for word, or is derived from it by a rule that has a name."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from quizgen.languages.base import Language
from quizgen.languages.words import plain, stands_in


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a key may be known by where its own words do not stand.

    `wordings` say the same without determiner, `dates` are ISO 8601, `numbers` canonical decimals; `resolved` names the rule that made a
    relative date full, "" of a key that comes from none.
    """

    wordings: Collection[str] = ()
    dates: Collection[str] = ()
    numbers: Collection[str] = ()
    resolved: str = ""


def word_for_word(key: str, texts: Sequence[str]) -> str:
    """Return "verbatim" or "capital letter" (L'usine → l'usine) when `key` stands in one of `texts`, else ""."""
    if not any(stands_in(key, text) for text in texts):
        return ""
    return "verbatim" if any(plain(key) in plain(text) and stands_in(key, text) for text in texts) else "capital letter"


def derived(meaning: Meaning, texts: Sequence[str], language: Language) -> str:
    """Return the rule by which one of `texts` says what the key means, or "" when none does.

    "determiner" (une femme → la femme); "date format" (31/03/1889 → 31 mars 1889, or 1889); "number format" (25,000 → 25 000);
    "date resolution: …" (last Tuesday → 5 May 2015).
    """
    if any(stands_in(words, text) for words in meaning.wordings for text in texts):
        return "determiner"
    if meaning.dates and any(_says(match.iso, meaning.dates) for text in texts for match in language.find_dates(text)):
        return "date format"
    if meaning.numbers and any(match.number in meaning.numbers for text in texts for match in language.find_quantities(text)):
        return "number format"
    return meaning.resolved


def _says(found: str, wanted: Collection[str]) -> bool:
    """Return whether a date in the text says one that is wanted, or more: "1889-03-31" says "1889"."""
    return bool(found) and any(found.startswith(date) for date in wanted if date)
