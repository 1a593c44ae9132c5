"""A clause as tokens: subject, verb group, complements and openings; or the reason why it cannot be used."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgen.syntax.analysis import Sentence
from quizgen.syntax.tree import child, feature, is_passive

if TYPE_CHECKING:
    from spacy.tokens import Token

    from quizgen.facts import Phrase


@dataclass(frozen=True)
class ParsedClause:
    """A clause as tokens. `verb` is the lexical verb or the predicate of a copula; `complements` and `leads` are heads."""

    sentence: Sentence
    verb: Token
    subject: Token
    subject_tokens: tuple[Token, ...]
    finite: Token
    group: tuple[Token, ...]  # from the finite verb to the lexical verb or copula, in order
    clitics: tuple[Token, ...]
    complements: tuple[Token, ...]
    leads: tuple[Token, ...]
    is_relative: bool = False
    reporter: Token | None = None  # subject of the speech verb over a reported clause
    meant: Phrase | None = None  # what a subject pronoun stands for
    is_participle: bool = False  # a participial phrase, told as a passive clause (participles.py)

    @property
    def copula(self) -> Token | None:
        """The copula, when the predicate is a noun or adjective."""
        return child(self.verb, "cop")

    @property
    def is_past(self) -> bool:
        """True when the clause tells of something past, by a past tense or an auxiliary with a participle."""
        perfect = self.finite != self.verb and feature(self.verb, "VerbForm") == "Part" and self.finite.pos_ == "AUX"
        return feature(self.finite, "Tense") in {"Past", "Imp"} or (perfect and feature(self.finite, "Tense") == "Pres")

    @property
    def is_passive(self) -> bool:
        """True when the verb group is passive."""
        return is_passive(self.verb) or self.is_participle


class Unclean(Exception):
    """A clause that cannot be used; the message is the reason, as counted in the account."""
