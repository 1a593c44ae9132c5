"""How a key comes from the evidence of the fact that it is asked of."""

from quizgen.facts import Date, Fact, Phrase, Quantity, Value
from quizgen.languages.base import Language
from quizgen.languages.keys import Meaning, derived, word_for_word
from quizgen.languages.words import stands_in


def key_rule(key: str, fact: Fact, slot: str, language: Language) -> str:
    """Return the rule of languages/keys.py by which `key` comes from the evidence of `fact`, or "" when none does."""
    texts = [fact.evidence.primary.text, *(span.text for span in fact.evidence.support)]
    return word_for_word(key, texts) or derived(_meaning(key, fact.values[slot], language), texts, language)


def _meaning(key: str, value: Value, language: Language) -> Meaning:
    match value:
        case Phrase():
            bare = language.describe(Phrase(key, value.type)).bare or value.bare
            return Meaning(wordings=(bare,))
        case Date():
            return Meaning(dates=(value.iso,), resolved=value.rule if stands_in(key, value.text) else "")
        case Quantity():
            return Meaning(numbers=(value.number,))
        case _:
            return Meaning()
