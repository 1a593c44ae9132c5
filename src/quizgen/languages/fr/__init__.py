"""French, as quizgen needs it: grammar as template filters, dates, numbers, typography, word lists."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from typing import Any

from quizgen.facts import Clause, Complement, Date, Phrase, PhraseType, Quantity
from quizgen.languages.base import DateMatch, Filter, Language, Lexicon, QuantityMatch
from quizgen.languages.fr import asking, dates, governed, grammar, numbers, phrases, typography
from quizgen.languages.fr.agreement import gender_and_number, split_determiner
from quizgen.languages.fr.elision import mend

_MODULES = {
    grammar: ("inversion", "subject_last", "est_ce_que", "after_que", "statement", "predicate", "follow", "active"),
    asking: ("combien", "quel_nombre", "quel_pourcentage", "combien_est_ce_que"),
    phrases: ("de", "a", "quel", "pronoun", "agree", "passive_past", "bare", "definite", "indefinite", "indefinite_unless_definite",
              "identified", "described", "named", "office", "bare_office", "locative", "place_name", "on_date", "lower_first"),
    dates: ("year", "month_year", "long_date"),
    governed: ("quoi", "quoi_last", "faire", "faire_last"),
}
_FILTERS: Mapping[str, Filter] = {name: getattr(module, name) for module, names in _MODULES.items() for name in names}

_SUBJECT_KEYS = {"subject", "gender", "number", "type", "is_name"}
_CLAUSE_KEYS = {field.name for field in fields(Clause)} - {"subject", "finite", "span", "asked"} | {"verb"} | _SUBJECT_KEYS
_CLITICS = re.compile(r"((?:(?:ne|se|y|en|le|la|les|lui|leur) |[nsly]['’])+)", re.I)


class French:
    """The French language; see `Language` for what each member promises."""

    code = "fr"

    def __init__(self) -> None:
        self.lexicon = Lexicon("fr")

    @property
    def filters(self) -> Mapping[str, Filter]:
        """Template filters by name; see README.md beside this folder."""
        return _FILTERS

    def typeset(self, text: str) -> str:
        """Return `text` with French typographic spaces, quotes and apostrophes, for printing only."""
        return typography.typeset(text)

    def finish_stem(self, text: str) -> str:
        """Return a rendered stem made clean: one space, capital first letter, elisions and contractions, a space before ? ! ; :."""
        text = mend(typography.plain(text))
        text = re.sub(r"(?<=[\w)»%])(?=\?$)", " ", re.sub(r" +([,.])(?=\s|$)", r"\1", text))
        first = re.search(r"\w", text)
        return (
            text
            if first is None or _keeps_case(text[first.start() :])
            else text[: first.start()] + text[first.start()].upper() + text[first.end() :]
        )

    def attributed(self, stem: str, source: Phrase) -> str:
        """Return `stem` opened by its source: "Selon Thierry Carrez, combien de …"."""
        if stem.lower().startswith(("selon ", "d'après ")):
            return stem
        return f"Selon {typography.plain(source.text)}, {phrases.lower_first(stem) if stem.endswith('.') else _lower_question(stem)}"

    def find_dates(self, text: str) -> tuple[DateMatch, ...]:
        """Return the dates in `text`, in order, not overlapping."""
        return dates.find_dates(text)

    def find_quantities(self, text: str) -> tuple[QuantityMatch, ...]:
        """Return the numbers in `text` that are no dates, in order, not overlapping."""
        return numbers.find_quantities(text)

    def parse_clause(self, parts: Mapping[str, Any]) -> Clause:
        """Return the clause of a template's example. Raises ValueError on unknown keys or when subject or verb is missing.

        `verb` is the verb group as it reads, "s'est rebaptisée": clitics, finite verb and rest are cut from it.
        """
        unknown = set(parts) - _CLAUSE_KEYS
        if unknown or not {"subject", "verb"} <= set(parts):
            raise ValueError(f"a clause has subject and verb, and no {', '.join(sorted(unknown)) or 'other need'}")
        subject = Phrase(
            str(parts["subject"]),
            type=PhraseType(parts.get("type", "thing")),
            gender=parts.get("gender", ""),
            number=parts.get("number", "s"),
            is_name=parts.get("is_name", False),
        )
        clitics = _CLITICS.match(str(parts["verb"]))
        finite, _, rest = str(parts["verb"])[clitics.end() if clitics else 0 :].partition(" ")
        complements = tuple(Complement(**complement) for complement in parts.get("complements", ()))
        other = {key: parts[key] for key in parts if key not in _SUBJECT_KEYS | {"verb", "complements"}}
        own = {"clitics": clitics.group().strip() if clitics else "", "finite": finite, "rest": rest}
        return Clause(subject=self.describe(subject), complements=complements, **{**own, **other})

    def parse_date(self, text: str) -> Date:
        """Return the date of an example, in ISO 8601 or in words. Raises ValueError for anything else."""
        return dates.parse_date(text)

    def describe(self, phrase: Phrase) -> Phrase:
        """Return `phrase` with `bare`, gender and number filled in from its determiner or noun where they are missing."""
        gender, number = gender_and_number(phrase)
        return replace(phrase, gender=gender, number=number, bare=phrase.bare or split_determiner(phrase.text)[1])

    def accepted_variants(self, key: str, value: Phrase | Date | Quantity) -> tuple[str, ...]:
        """Return other right ways to write a key: without article, figures or words, surname, date without its day's name."""
        variants = dict.fromkeys(variant for variant in _variants(key, value) if variant and variant != key)
        return tuple(variants)


def _variants(key: str, value: Phrase | Date | Quantity) -> Iterator[str]:
    if isinstance(value, Phrase):
        yield from value.accepted
        yield phrases.bare(key)
        if value.type == PhraseType.PERSON and value.is_name:
            yield _surname(key)
    elif isinstance(value, Quantity):
        yield from _number_variants(value)
    else:
        yield dates.long_date(value)


def _surname(name: str) -> str:
    """Return the surname with its particle: "Charles de Gaulle" → "de Gaulle"; a single word has none."""
    first, _, rest = name.partition(" ")
    return rest if rest and first[0].isupper() and "," not in rest else ""


def _number_variants(quantity: Quantity) -> Iterator[str]:
    """Yield the figure alone and, for a small whole number, its words."""
    figure = quantity.number.replace(".", ",")
    yield quantity.amount
    yield f"{figure} %" if quantity.is_percentage else figure
    if quantity.number.isdigit() and int(quantity.number) < 100 and not quantity.is_percentage:
        yield numbers.number_to_words(int(quantity.number))
        yield f"{numbers.number_to_words(int(quantity.number))} {quantity.unit}".strip()
        yield f"{figure} {quantity.unit}".strip()


def _keeps_case(text: str) -> bool:
    """True for names that open with a small letter: "iPhone", "eBay"."""
    return bool(re.match(r"[a-z][A-Z]", text))


def _lower_question(stem: str) -> str:
    """Return a question with a small first letter: its first word is a question word or a preposition."""
    return stem[:1].lower() + stem[1:]


LANGUAGE: Language = French()
