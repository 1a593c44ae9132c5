"""English: its grammar as template filters, its typography, dates, numbers and word lists."""

import re
from collections.abc import Mapping
from typing import Any

from quizgen.facts import Clause, Date, Phrase, Quantity
from quizgen.languages.base import DateMatch, Filter, Lexicon, QuantityMatch
from quizgen.languages.en import asking, dates, grammar, numbers, phrases, typography
from quizgen.languages.en.words import one_of, words

_MODULES = {
    grammar: ("inversion", "statement", "subordinate", "predicate", "predicate_plural", "kept_predicate"),
    asking: ("in_what", "when", "during_what", "on_date", "where", "in_which_country", "in_place", "by_whom", "how_many",
             "share_of", "stranded", "fronted"),
    phrases: ("a", "the", "of", "bare", "possessive", "named", "lower_first", "wh", "whom", "which", "definite", "office", "head_noun"),
    dates: ("year", "month_year", "long_date", "period"),
}
_FILTERS: Mapping[str, Filter] = {name: getattr(module, name) for module, names in _MODULES.items() for name in names}


class English:
    """The English language, as `quizgen.languages.base.Language` wants it."""

    code = "en"
    lexicon = Lexicon("en")

    @property
    def filters(self) -> Mapping[str, Filter]:
        """Template filters by name; see README.md beside this folder."""
        return _FILTERS

    def typeset(self, text: str) -> str:
        """Return `text` with curly quotes, en dashes in ranges and "10 km" unbroken, for printing only."""
        return typography.typeset(text)

    def finish_stem(self, text: str) -> str:
        """Return a rendered stem with single spaces, "a" and "an" right and its first letter capital."""
        return typography.finish_stem(text)

    def attributed(self, stem: str, source: Phrase) -> str:
        """Return `stem` with its source: "According to Cres Eastman, how many …"; behind a statement, whose first word may be a name."""
        if stem.lower().startswith("according to "):
            return stem
        if re.match(rf"(?:{one_of(words('stems', 'openings'))})\b", stem, re.IGNORECASE):
            return f"According to {source.text}, {stem[:1].lower()}{stem[1:]}"
        if stem.endswith("?"):
            return f"According to {source.text}, {stem}"
        return f"{stem.removesuffix('.')}, according to {source.text}."

    def find_dates(self, text: str) -> tuple[DateMatch, ...]:
        """Return the dates in `text`, in order, not overlapping; two coordinated years are one match of precision "partial"."""
        return dates.find_dates(text)

    def find_quantities(self, text: str) -> tuple[QuantityMatch, ...]:
        """Return the numbers in `text` that are no dates, in order, not overlapping."""
        found = (match for match in dates.find_dates(text) if match.precision != "deictic")
        return numbers.find_quantities(text, tuple((match.start, match.end) for match in found))

    def parse_clause(self, parts: Mapping[str, Any]) -> Clause:
        """Return the clause of a template's [[example]]. Raises ValueError on unknown keys."""
        return grammar.parse_clause(parts)

    def parse_date(self, text: str) -> Date:
        """Return the date of an [[example]]. Raises ValueError when it is none."""
        return dates.parse_date(text)

    def describe(self, phrase: Phrase) -> Phrase:
        """Return `phrase` with `bare`, `head`, gender and number filled in where they are missing."""
        return phrases.describe(phrase)

    def accepted_variants(self, key: str, value: Phrase | Date | Quantity) -> tuple[str, ...]:
        """Return other right ways to write a key, without the key itself."""
        if isinstance(value, Date):
            forms = dates.variants(value) if key == value.text or len(key) > 4 else ()
        elif isinstance(value, Quantity):
            forms = numbers.variants(value)
        else:
            forms = phrases.variants(key, value)
        return tuple(dict.fromkeys(form for form in forms if form and form != key))


LANGUAGE = English()
