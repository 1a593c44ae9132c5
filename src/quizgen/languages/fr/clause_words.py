"""The words of a French clause: its subject, its verb group, what follows the verb, what stands around the asked value."""

import re
from collections.abc import Sequence

from quizgen.facts import Clause, Complement
from quizgen.languages.base import CannotPhrase
from quizgen.languages.fr import numbers, phrases
from quizgen.languages.fr.elision import elide


def join(*parts: str) -> str:
    """Return the parts as one text: no space after an apostrophe or before a comma."""
    text = " ".join(part.strip() for part in parts if part.strip())
    return re.sub(r"(?<=\w['’]) | (?=[,.](?:\s|$))", "", text).rstrip(" ,.;")


def around_value(complement: Complement | None) -> tuple[str, str]:
    """Return what stands before and behind the asked value in its complement: "au " before "Canada" or "le Canada", " par an" behind."""
    if complement is None:
        return "", ""
    value = complement.value or complement.text
    if value not in complement.text:
        value = phrases.bare(value)
    before, _, after = complement.text.partition(value)
    return before.strip().lower().replace("’", "'"), after.strip()


def check_preposition(clause: Clause, after: Sequence[str] | None) -> None:
    """Raise CannotPhrase unless what is asked for stands behind one of the prepositions `after`; None allows all, "" is none."""
    lead = around_value(clause.asked)[0]
    if after is None or clause.asked is None:
        return
    if lead not in after:
        raise CannotPhrase("the question word does not fit the preposition")
    if clause.asked.slot == "object" and clause.clitics.lower().startswith("s"):
        raise CannotPhrase("a reflexive verb with an object")  # mostly an apposition misread: "s'exécutent sur X, l'hyperviseur d'AWS"


def after_verb(clause: Clause, without: str = "") -> str:
    """Return what follows the verb group, the fronted part last: there it needs no comma."""
    tail = around_value(clause.asked)[1].removeprefix(without)
    return join(tail, *(complement.text for complement in clause.complements), clause.lead)


def verb_group(clause: Clause, finite: str = "", rest: str | None = None) -> str:
    finite = finite or clause.finite
    return join(elide(clause.clitics, finite) if clause.clitics in ("se", "le", "la", "me", "te") else f"{clause.clitics} {finite}",
                 clause.rest if rest is None else rest)  # fmt: skip


def subject_words(clause: Clause) -> str:
    """Return the subject as in the middle of a sentence: a number word loses the capital of the sentence's start."""
    first, _, rest = clause.subject.text.partition(" ")
    return f"{first.lower()} {rest}" if first.lower() in numbers.values() and rest else clause.subject.text
