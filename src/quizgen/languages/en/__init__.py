"""English: its grammar as template filters, its typography, dates, numbers and word lists."""

import re
from collections.abc import Mapping
from typing import Any

from quizgen.facts import Clause, Date, Phrase, Quantity
from quizgen.languages.base import DateMatch, Filter, Lexicon, QuantityMatch
from quizgen.languages.en import dates, grammar, numbers, phrases, typography

_FILTERS: Mapping[str, Filter] = {
    "inversion": grammar.inversion,
    "statement": grammar.statement,
    "predicate": grammar.predicate,
    "predicate_plural": grammar.predicate_plural,
    "infinitive": grammar.infinitive,
    "in_what": grammar.in_what,
    "when": grammar.when,
    "how_many": grammar.how_many,
    "a": phrases.a,
    "the": phrases.the,
    "of": phrases.of,
    "bare": phrases.bare,
    "possessive": phrases.possessive,
    "lower_first": phrases.lower_first,
    "wh": phrases.wh,
    "which": phrases.which,
    "where": phrases.where,
    "head_noun": phrases.head_noun,
    "year": dates.year,
    "month_year": dates.month_year,
    "long_date": dates.long_date,
    "period": dates.period,
}
# A stem that opens with one of these goes on in small letters behind "According to …,".
_OPENINGS = re.compile(r"(?:who|whom|whose|what|which|when|where|why|how|in|on|at|since|from|until|by|for|to|of|during|over|with|under|the|an?|its|their|some|most|many|all|both|each|"
                       r"every|about|almost|nearly|more|less|at least|up to|there|it|one|two|three|four|five|six|seven|eight|nine|ten)\b", re.IGNORECASE)


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
        """Return `stem` with its source named: "According to Cres Eastman, how many …"; behind a statement whose first word may be a name."""
        if stem.lower().startswith("according to "):
            return stem
        if _OPENINGS.match(stem):
            return f"According to {source.text}, {stem[:1].lower()}{stem[1:]}"
        if stem.endswith("?"):
            return f"According to {source.text}, {stem}"
        return f"{stem.removesuffix('.')}, according to {source.text}."

    def find_dates(self, text: str) -> tuple[DateMatch, ...]:
        """Return the dates in `text`, in order, not overlapping; two coordinated years are one match of precision "partial"."""
        return dates.find_dates(text)

    def find_quantities(self, text: str) -> tuple[QuantityMatch, ...]:
        """Return the numbers in `text` that are no dates, in order, not overlapping."""
        return numbers.find_quantities(text, tuple((match.start, match.end) for match in dates.find_dates(text) if match.precision != "deictic"))

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
