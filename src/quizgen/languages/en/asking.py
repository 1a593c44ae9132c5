"""Openings of English questions, shaped by the words taken out of the clause: "Since what year", "In how many countries", "By whom"."""

import re

from quizgen.facts import Clause, Complement, Date, Phrase, Quantity
from quizgen.languages.base import CannotPhrase
from quizgen.languages.en import phrases
from quizgen.languages.en.dates import long_form
from quizgen.languages.en.grammar import inversion, join, kept_predicate, predicate_plural
from quizgen.languages.en.words import words


def _before_value(asked: Complement | None) -> str:
    """Return what stands before the value in the complement that was asked for: "in" of "in 1889"; "" when nothing was taken out."""
    if asked is None:
        return ""
    return re.sub(r"(?:^| )the$", "", asked.text.partition(asked.value or asked.text)[0].strip().lower())


def in_what(clause: Clause, noun: str) -> str:
    """Return the opening of a question for a date, with the article's preposition: "In what year", "On what date", "Since what year".

    Raises CannotPhrase behind an inexact one ("around 2020", "before 1900").
    """
    preposition = _before_value(clause.asked)
    if preposition in words("asking", "kept"):
        return f"{preposition} what {noun}"
    if preposition not in words("asking", "exact"):
        raise CannotPhrase(f"the date stands behind {preposition!r}")
    return f"{'on' if noun in ('date', 'day') else 'in'} what {noun}"


def when(clause: Clause) -> str:
    """Return "when", or "since when" with the article's preposition. Raises CannotPhrase behind an inexact one."""
    opening = in_what(clause, "year").split()[0]
    return "when" if opening == "in" else f"{opening} when"


def during_what(clause: Clause, noun: str, opening: str = "over") -> str:
    """Return the opening of a question for a stretch of time: "over what period". Raises CannotPhrase behind a limit ("by", "until")."""
    preposition = _before_value(clause.asked)
    if preposition not in ("", "from", "between", "in", "during", "over", "for"):
        raise CannotPhrase(f"the stretch of time stands behind {preposition!r}")
    return f"{opening} what {noun}"


def on_date(date: Date) -> str:
    """Return a date with the preposition it takes: "in 1889", "on 31 March 1889"."""
    if date.precision in ("range",):
        raise CannotPhrase(f"{date.text!r} is no point in time")
    return f"{'on' if date.precision == 'day' else 'in'} {date.text or long_form(date.iso, date.precision)}"


def _place_preposition(clause: Clause, place: Phrase) -> str:
    """Return the preposition of a place: before its value, or inside it ("at Utrecht")."""
    before = _before_value(clause.asked)
    name = place.bare or place.text
    return before or re.sub(r"(?:^| )the$", "", place.text.partition(name)[0].strip().lower())


def where(clause: Clause, place: Phrase) -> str:
    """Return "where" when the clause happens at the place. Raises CannotPhrase for "near", "to", "from"."""
    preposition = _place_preposition(clause, place)
    if preposition not in words("asking", "inside"):
        raise CannotPhrase(f"the place stands behind {preposition!r}")
    return "where"


def in_which_country(clause: Clause, place: Phrase) -> str:
    """Return "in which country", with the article's preposition, for a place that is one. Raises CannotPhrase for another."""
    if not phrases.is_country(place):
        raise CannotPhrase(f"{place.text!r} is no country")
    return f"{_place_preposition(clause, place) or 'in'} which country"


def in_place(place: Phrase) -> str:
    """Return a place with its preposition, "in" where it has none: "at Utrecht", "in Lyme Regis"."""
    first = place.text.split(" ", 1)[0].lower()
    return place.text if first in words("asking", "inside") + ("near", "off", "aboard") else f"in {place.text}"


def by_whom(agent: Phrase) -> str:
    """Return the opening that asks who did it, in the passive: "by whom", "by which organization"."""
    asked = phrases.wh(agent).lower()
    return "by whom" if asked == "who" else f"by {asked}"


def how_many(clause: Clause, quantity: Quantity) -> str:
    """Return the whole question for a number without its mark: "how many visitors did the museum receive", "in how many countries is it sold".

    "how much" asks for money, "what percentage of" for a share. Raises CannotPhrase where the number is a part of something longer.
    """
    counted = _counted(quantity)
    if clause.subject_slot == "quantity":
        if clause.subject.text not in (quantity.text, clause.subject.bare):
            raise CannotPhrase("the number is a part of the subject")
        return join(counted, kept_predicate(clause) if quantity.is_percentage else predicate_plural(clause))
    preposition = _before_value(clause.asked)
    if preposition and preposition not in words("asking", "before_numbers"):
        raise CannotPhrase(f"the number stands behind {preposition!r}")
    return join(preposition, counted, _behind_unit(clause, quantity, inversion(clause)))


def _counted(quantity: Quantity) -> str:
    """Return what asks for the number and names what is counted: "how many visitors", "how much", "what percentage of Australian salt"."""
    unit = _without_measure(quantity.unit)[0]
    if quantity.is_percentage:
        return f"what percentage of {unit}" if unit else "what percentage"
    if re.search(r"[$£€¥₹]", quantity.amount):
        return "how much"
    if not unit or unit.startswith(("of ", "to ", "or ", "and ")) or not _counts(unit):
        raise CannotPhrase(f"{quantity.text!r} does not say what is counted")
    measure = _without_measure(quantity.unit)[1]
    return join("how many", unit, measure)


def _counts(unit: str) -> bool:
    """True when the unit may stand behind "how many": a plural, not "of them" nor a name alone."""
    return bool(re.search(r"(?:s|people|men|women|children|feet|mice|teeth|species|staff)\b", unit)) and not unit[:1].isdigit()


def _without_measure(unit: str) -> tuple[str, str]:
    """Return a unit in two: "metres" and "high" of "metres high"."""
    head, _, last = unit.rpartition(" ")
    return (head, last) if head and last in words("asking", "measures") else (unit, "")


def _behind_unit(clause: Clause, quantity: Quantity, question: str) -> str:
    """Return the inverted clause with what stood behind the number and its unit in the same complement: "high" before it, the rest at its end."""
    if clause.asked is None:
        return question
    tail = clause.asked.text.partition(clause.asked.value or clause.asked.text)[2].strip().removeprefix(quantity.unit).strip()
    if tail.split(" ", 1)[0] in words("asking", "measures"):
        return join(tail, question)
    money_unit = quantity.unit if re.search(r"[$£€¥₹]", quantity.amount) else ""
    return join(question, money_unit, tail)


def share_of(clause: Clause, opening: str, whole: Phrase) -> str:
    """Return the whole question for a part of a whole: "what percentage of deployments are in production".

    `opening` is what asks ("what percentage of"). The verb stays as it is: it agrees with the whole already.
    """
    if clause.subject_slot == "quantity":
        return join(opening, whole.text, kept_predicate(clause))
    preposition = _before_value(clause.asked)
    if preposition and preposition not in words("asking", "before_numbers"):
        raise CannotPhrase(f"the share stands behind {preposition!r}")
    return join(preposition, opening, whole.text, inversion(clause))


def number_of(clause: Clause, quantity: Quantity) -> str:
    """Return what a number is the number of: "visitors that the museum received in 2019". Raises CannotPhrase behind a preposition or for money."""
    unit, measure = _without_measure(quantity.unit)
    if quantity.is_percentage or measure or not _counts(unit) or re.search(r"[$£€¥₹]", quantity.amount):
        raise CannotPhrase(f"no number of {unit!r}")
    if clause.subject_slot == "quantity":
        return join(unit, "that", predicate_plural(clause))
    if _before_value(clause.asked):
        raise CannotPhrase("the number stands behind a preposition")
    return join(unit, "that", clause.subject.text, kept_predicate(clause))
