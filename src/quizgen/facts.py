"""Facts: what the article says, in slots whose values point into its text.

`fact_kinds.toml` is the contract: the kinds, their slots and the type of each. Rules fill slots, templates draw on them.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from importlib.resources import files

from quizgen.article import TextSpan

Gender = str  # "m", "f" or "" when unknown or without meaning
Number = str  # "s" or "p"


class PhraseType(StrEnum):
    """What a noun phrase names, as coarse as questions need it (who, what, where, which work)."""

    PERSON = "person"
    ORGANIZATION = "organization"
    PLACE = "place"
    WORK = "work"
    EVENT = "event"
    THING = "thing"
    UNKNOWN = "unknown"  # a name that may be a person's, a firm's or a product's: neither who nor what can be asked


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase or other stretch that can be asked for, as it reads in the middle of a sentence.

    `text` has its determiner ("la fondation OpenInfra"), `bare` has none ("fondation OpenInfra"), `head` is the head noun or the
    whole name ("fondation"), `span` is where the words stand in the article (None only in hand-made examples).
    """

    text: str
    type: PhraseType = PhraseType.THING
    gender: Gender = ""
    number: Number = "s"
    bare: str = ""
    head: str = ""
    is_name: bool = False  # a proper name, with or without an article before it
    is_list: bool = False  # several coordinated members
    is_definite: bool = False  # opens with a definite article, or is a name
    accepted: tuple[str, ...] = ()  # other right ways to write it: surname, acronym, long form
    span: TextSpan | None = None


@dataclass(frozen=True, slots=True)
class Date:
    """A point or stretch of time. `iso` is ISO 8601 to its `precision`: "1889", "1889-03", "1889-03-31", "1880/1889".

    `rule` names how a relative date was made full ("last Tuesday"); `span` then says where it stands, `text` what it is.
    """

    text: str  # as it stands, without preposition: "31 mars 1889"
    iso: str
    precision: str  # "year", "month", "day", "range", "decade" or "century"
    span: TextSpan | None = None
    rule: str = ""

    @property
    def year(self) -> str:
        """The year in figures."""
        return self.iso[:4]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what it counts. `text` keeps qualifier and unit: "plus de 25 millions de cœurs"."""

    text: str
    number: str  # canonical decimal: "25000000", "0.8"
    amount: str  # the words of the number with qualifier, without the thing counted: "plus de 25 millions"
    unit: str = ""  # what is counted or measured, without determiner: "cœurs de processeurs", "kilomètres"
    qualifier: str = ""  # "plus de", "environ", "about"
    is_percentage: bool = False
    gender: Gender = ""  # of the unit
    number_of_unit: Number = "p"
    span: TextSpan | None = None


@dataclass(frozen=True, slots=True)
class Complement:
    """A part of a clause after its verb group. `slot` names the fact's slot whose value it holds, or is "" for the rest.

    `value` is the stretch of `text` that is the slot's value: text "en 1889", value "1889".
    """

    text: str
    slot: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause in parts, so that a language's grammar can turn it into a question or a statement.

    The verb group is `clitics finite rest`: "s'" + "est" + "rebaptisée"; "" + "a" + "été lancé". Negation is never here: negated clauses
    are no facts. `lead` is what stood before the subject and must be kept ("au lancement du projet"). `base` is the bare form of the
    lexical verb where the finite verb is the lexical verb itself (English do-support: "launch").
    """

    subject: Phrase
    finite: str
    rest: str = ""
    clitics: str = ""
    complements: tuple[Complement, ...] = ()
    lead: str = ""
    lemma: str = ""  # of the lexical verb
    base: str = ""  # lexical finite verb's bare form, or "" when `finite` is an auxiliary or copula
    tense: str = ""  # UD Tense of the finite verb: "Past", "Pres", "Imp", "Fut"
    subject_slot: str = ""  # the fact's slot the subject fills, if any
    is_passive: bool = False
    span: TextSpan | None = None
    lead_slot: str = ""  # the fact's slot whose value the lead holds, if any: "en 1889"
    lead_value: str = ""
    adverb: str = ""  # before the finite verb, where the language lets one stand: "eventually led to"
    asked: Complement | None = None  # what `without` took out: its preposition shapes the question word ("depuis quelle année")

    def without(self, slot: str) -> "Clause":
        """Return this clause with the complement or lead that holds `slot` taken out (for a question about it)."""
        if slot and slot == self.lead_slot:
            return replace(self, lead="", lead_slot="", asked=Complement(self.lead, slot, self.lead_value))
        asked = next((c for c in self.complements if slot and c.slot == slot), None)
        return replace(self, complements=tuple(c for c in self.complements if c.slot != slot or not slot), asked=asked)

    def with_value(self, slot: str, text: str) -> "Clause":
        """Return this clause with the value of `slot` replaced by `text`: a blank, or another value."""
        subject = self.subject
        if slot and self.subject_slot == slot:
            subject = replace(subject, text=text)
        changed = tuple(
            replace(c, text=c.text.replace(c.value or c.text, text, 1)) if slot and c.slot == slot else c for c in self.complements
        )
        lead = self.lead.replace(self.lead_value or self.lead, text, 1) if slot and slot == self.lead_slot else self.lead
        return replace(self, subject=subject, complements=changed, lead=lead)


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence told as the article tells it, without its full stop. `slot` names the fact's slot whose value stands in it, once."""

    text: str
    slot: str = ""
    value: str = ""
    span: TextSpan | None = None

    def with_value(self, slot: str, text: str) -> "Passage":
        """Return this passage with the value of `slot` replaced by `text`: a blank, or another value."""
        return replace(self, text=self.text.replace(self.value, text, 1)) if slot and slot == self.slot else self


Value = Phrase | Date | Quantity | Clause | Passage


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where the article says it: one sentence of prose, and other spans it leans on (title, caption, antecedent)."""

    primary: TextSpan
    support: tuple[TextSpan, ...] = ()


@dataclass(frozen=True)
class Fact:
    """One thing the article says. `confidence` is the chance (0 to 1) that it is true to the text, as its rule has been judged.

    `source` is the speaker of an attributed statement, whom the stem must name. `as_of` is the ISO date from which a fact that may age
    is known, or "". `contexts` are the frames it belongs to, best first: the event or topic, for items that would not stand alone.
    """

    kind: str
    slots: tuple[tuple[str, Value], ...]
    evidence: Evidence
    rule: str
    confidence: float
    source: Phrase | None = None
    as_of: str = ""
    contexts: tuple[str, ...] = ()
    needs_frame: bool = False  # it names something that only its frames explain: « la taxe » under « Taxe sur les chèques »

    @property
    def context(self) -> str:
        """The best frame, or ""."""
        return next(iter(self.contexts), "")

    @cached_property
    def values(self) -> dict[str, Value]:
        """The slots as a mapping, for templates."""
        return dict(self.slots)


@dataclass(frozen=True, slots=True)
class FactKind:
    """A kind of fact as `fact_kinds.toml` defines it. `slots` maps each slot to "clause", "passage", "phrase", "date" or "quantity"."""

    name: str
    slots: Mapping[str, str]
    optional: frozenset[str]
    asked: tuple[str, ...]


def load_fact_kinds() -> dict[str, FactKind]:
    """Return every kind of fact by name, in the order of `fact_kinds.toml`."""
    data = tomllib.loads(files("quizgen").joinpath("fact_kinds.toml").read_text(encoding="utf-8"))
    return {name: _fact_kind(name, table["slots"], table["asked"]) for name, table in data.items()}


def _fact_kind(name: str, slots: Mapping[str, str], asked: list[str]) -> FactKind:
    types = {slot: type_.removesuffix("?") for slot, type_ in slots.items()}
    optional = frozenset(slot for slot, type_ in slots.items() if type_.endswith("?"))
    return FactKind(name, types, optional, tuple(asked))
