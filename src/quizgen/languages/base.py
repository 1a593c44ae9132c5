"""What every language offers. To add one, write the same files as `fr/` and `en/`: see README.md here."""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Protocol

from quizgen.errors import RuleError
from quizgen.facts import Clause, Date, Phrase, Quantity

Filter = Callable[..., str]


class CannotPhrase(Exception):
    """A filter cannot phrase a thing safely; `args[0]` says why. The question is dropped and counted, it is no user's mistake."""


@dataclass(frozen=True, slots=True)
class DateMatch:
    """A date found on the surface of a text: `text[start:end]`, preposition not included."""

    start: int
    end: int
    iso: str  # "1889", "1889-03", "1889-03-31", or "1880/1889" for ranges, decades and centuries
    precision: str  # "year", "month", "day", "range", "decade", "century", or "partial" (no year: "12 mai") or "deictic" ("last year")
    lead: str = ""  # the preposition just before it, lower case: "en", "depuis", "in", "since", or ""


@dataclass(frozen=True, slots=True)
class QuantityMatch:
    """A number found on the surface of a text. `text[start:end]` is qualifier + number (+ multiplier or %), without the thing counted."""

    start: int
    end: int
    number: str  # canonical decimal
    qualifier: str  # "plus de", "environ", "about", "more than" or ""
    is_percentage: bool = False
    is_open: bool = False  # an approximate number word that cannot be keyed: "une dizaine", "dozens of"
    bare: int = 0  # where the number begins behind what is said of it: "about | 40", "only | 40"


@cache
def _word_lists(code: str) -> Mapping[str, Any]:
    source = files("quizgen.languages") / code / "lexicon.toml"
    return tomllib.loads(source.read_text(encoding="utf-8"))


@cache
def _words(code: str, section: str, name: str) -> frozenset[str]:
    return frozenset(_word_lists(code)[section][name])


@cache
def less(words: frozenset[str], others: frozenset[str]) -> frozenset[str]:
    """Return one word list without the words of another. Kept: lists are long, and each clause asks."""
    return words - others


@cache
def joined(words: frozenset[str], others: frozenset[str]) -> frozenset[str]:
    """Return two word lists as one. Kept, as above."""
    return words | others


@cache
def of_several_words(words: frozenset[str]) -> tuple[str, ...]:
    """Return the entries of a list that are phrases. Kept, as above."""
    return tuple(sorted(word for word in words if " " in word))


class Lexicon:
    """A language's word lists (`lexicon.toml`), as sets of lower-case words by section and name."""

    def __init__(self, code: str) -> None:
        self._code = code

    def words(self, section: str, name: str) -> frozenset[str]:
        """Return the list `name` of `section`. Raises RuleError when lexicon.toml does not hold it."""
        try:
            return _words(self._code, section, name)
        except KeyError:
            raise RuleError(f"lexicon.toml of language {self._code!r} has no list [{section}] {name}",
                            "every language's lexicon.toml has the same sections: compare it with another's") from None

    def table(self, section: str) -> Mapping[str, Any]:
        """Return a whole section as a mapping. Raises RuleError when it is not there."""
        try:
            table: Mapping[str, Any] = _word_lists(self._code)[section]
        except KeyError:
            raise RuleError(f"lexicon.toml of language {self._code!r} has no section [{section}]",
                            "every language's lexicon.toml has the same sections: compare it with another's") from None
        return table


class Language(Protocol):
    """One language: its grammar as template filters, its typography, dates, numbers and word lists."""

    code: str
    lexicon: Lexicon

    @property
    def filters(self) -> Mapping[str, Filter]:
        """Template filters by name; all take a Phrase, Clause, Date or str first and give a str.

        In every language: inversion(clause), statement(clause), predicate(clause) ("a fondé la revue": finite verb as after qui/who,
        third person singular), year(date).
        """
        ...

    def typeset(self, text: str) -> str:
        """Return `text` with the language's typographic spaces, quotes and apostrophes, for printing only."""
        ...

    def finish_stem(self, text: str) -> str:
        """Return a rendered stem made clean: one space, first letter capital, elisions and contractions mended."""
        ...

    def attributed(self, stem: str, source: Phrase) -> str:
        """Return `stem` opened by its source: "Selon Thierry Carrez, combien …", "According to …, how many …"."""
        ...

    def find_dates(self, text: str) -> tuple[DateMatch, ...]:
        """Return the dates in `text`, in order, not overlapping."""
        ...

    def find_quantities(self, text: str) -> tuple[QuantityMatch, ...]:
        """Return the numbers in `text` that are no dates, in order, not overlapping."""
        ...

    def parse_clause(self, parts: Mapping[str, Any]) -> Clause:
        """Return the clause of a template's [[example]]: subject, gender, number, verb ("est inaugurée"), complements (list of
        {text, slot, value}), lead, lemma, base, tense. Raises ValueError on unknown keys."""
        ...

    def parse_date(self, text: str) -> Date:
        """Return the date of an [[example]], written in ISO 8601 or in words."""
        ...

    def describe(self, phrase: Phrase) -> Phrase:
        """Return `phrase` with `bare`, gender and number filled in from its determiner where they are missing."""
        ...

    def accepted_variants(self, key: str, value: Phrase | Date | Quantity) -> tuple[str, ...]:
        """Return other right ways to write a key: without its article, number in words, surname."""
        ...
