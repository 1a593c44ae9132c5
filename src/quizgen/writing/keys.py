"""The law of keys: a key stands in the evidence word for word, or is derived from it by a rule that has a name."""

from quizgen.facts import Date, Fact, Phrase, Quantity, Value
from quizgen.languages.base import Language
from quizgen.languages.words import plain, stands_in


def key_rule(key: str, fact: Fact, slot: str, language: Language) -> str:
    """Return the rule by which `key` comes from the evidence of `fact`, or "" when none does.

    "verbatim"; "capital letter" (L'usine → l'usine); "determiner" (une femme → la femme); "date format" (31/03/1889 → 31 mars 1889);
    "number format" (25,000 → 25 000); "date resolution: …" (last Tuesday → 5 May 2015).
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
        case Date() if value.rule and stands_in(key, value.text):
            return value.rule
        case Date():
            return "date format" if any(_same_date(match.iso, value.iso) for match in language.find_dates(text)) else ""
        case Quantity():
            return "number format" if any(match.number == value.number for match in language.find_quantities(text)) else ""
        case _:
            return ""


def _same_date(found: str, wanted: str) -> bool:
    """Return whether a date in the text says `wanted` or more: "1889-03-31" says "1889"."""
    return bool(found) and found.startswith(wanted)
