"""Openings of English questions, shaped by the words taken out of the clause: "Since what year", "In how many countries", "By whom"."""

import re
from dataclasses import replace

from quizgen.facts import Clause, Complement, Date, Phrase, Quantity
from quizgen.languages.base import CannotPhrase
from quizgen.languages.en import phrases
from quizgen.languages.en.dates import long_form
from quizgen.languages.en.grammar import inversion, join, kept_predicate, predicate_plural
from quizgen.languages.en.words import words

_LONGEST_BEFORE_PREPOSITION = 5  # words of an object before a stranded preposition


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
    if preposition == "since" and (clause.lemma == "become" or clause.finite.lower() in ("is", "are")):
        raise CannotPhrase("since when compared, not lasting")  # "became the second player since 1900"
    if preposition in words("asking", "kept"):
        return f"{preposition} what {noun}"
    if preposition not in words("asking", "exact"):
        raise CannotPhrase(f"the date stands behind {preposition!r}")
    return f"{'on' if noun in ('date', 'day') else 'in'} what {noun}"


def when(clause: Clause) -> str:
    """Return "when", or "since when" with the article's preposition. Raises CannotPhrase as `in_what`, and where a "when" follows."""
    if any(part.lower().startswith("when ") for part in (clause.lead, *(complement.text for complement in clause.complements))):
        raise CannotPhrase("when … when")
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
    if date.precision == "range":
        raise CannotPhrase(f"{date.text!r} is no point in time")
    return f"{'on' if date.precision == 'day' else 'in'} {date.text or long_form(date.iso)}"


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
    return place.text if first in (*words("asking", "inside"), "near", "off", "aboard") else f"in {place.text}"


def stranded(clause: Clause, value: Phrase) -> str:
    """Return the question for what follows a preposition, which stays behind: "what did the tax lead to in 1907", "who was it named for".

    Raises CannotPhrase where the preposition would come too late to be understood.
    """
    preposition = _before_value(clause.asked)
    near = [part for part in clause.complements if part.slot not in ("date", "place")]
    most = 0 if preposition == "by" else 1  # "What is it forwarded in turn by?" comes too late
    if not preposition or len(near) > most or any(len(part.text.split()) > _LONGEST_BEFORE_PREPOSITION for part in near):
        raise CannotPhrase("no preposition to end on")
    vague = phrases.wh(value) == "Which organization" and preposition != "by"
    if vague or preposition in words("asking", "fronted") or (preposition == "as" and not clause.is_passive):
        raise CannotPhrase("no noun to ask for")
    parts = (*near, Complement(preposition), *(part for part in clause.complements if part not in near))
    return join(phrases.wh(value), inversion(replace(clause, complements=parts)))


def fronted(clause: Clause, value: Phrase) -> str:
    """Return the question for a name behind its preposition: "with whom did Byron travel", "at which university did she study".

    Raises CannotPhrase where no noun sharpens the question word.
    """
    preposition, asked = _before_value(clause.asked), phrases.wh(value).lower()
    if preposition in ("", "as") or asked in ("what", "which organization", "which place"):
        raise CannotPhrase("no noun to ask for")
    return join(preposition, "whom" if asked == "who" else asked, inversion(clause))


def by_whom(agent: Phrase) -> str:
    """Return the opening that asks who did it, in the passive: "by whom", "by which organization"."""
    asked = phrases.wh(agent).lower()
    return "by whom" if asked == "who" else f"by {asked}"


def how_many(clause: Clause, quantity: Quantity) -> str:
    """Return the question for a number, without its mark: "how many visitors did the museum receive", "in how many countries is it sold".

    "how much" asks for money, "what percentage of" for a share. Raises CannotPhrase where the number is a part of something longer.
    """
    if clause.subject_slot == "quantity":
        if clause.subject.text not in (quantity.text, clause.subject.bare) or quantity.unit in (*words("asking", "times"), "times"):
            raise CannotPhrase("the number is a part of the subject")
        return join(_counted(quantity), kept_predicate(clause) if quantity.is_percentage else predicate_plural(clause))
    preposition = _before_value(clause.asked)
    if preposition and preposition not in words("asking", "before_numbers"):
        raise CannotPhrase(f"the number stands behind {preposition!r}")
    behind = _behind_value(clause.asked, quantity)
    if behind.split(" ", 1)[0] in words("asking", "measures"):
        return join(preposition, _counted(quantity), behind, inversion(clause))
    return join(preposition, _counted(quantity), inversion(clause), _unit_tail(quantity), behind)


def _counted(quantity: Quantity) -> str:
    """Return what asks for the number and names what is counted: "how many visitors", "how much", "what percentage of Australian salt"."""
    if quantity.is_percentage:
        return f"what percentage of {quantity.unit}" if quantity.unit else "what percentage"
    if _is_money(quantity):
        return "how much"
    unit, _, measure = quantity.unit.removesuffix(_unit_tail(quantity)).strip().rpartition(" ")
    if not unit or measure not in words("asking", "measures"):
        unit, measure = join(unit, measure), ""
    if not _counts(unit):
        raise CannotPhrase(f"{quantity.text!r} does not say what is counted")
    return join("how many", unit, measure)


def _is_money(quantity: Quantity) -> bool:
    return bool(re.search(r"[$£€¥₹]", quantity.amount))


def _counts(unit: str) -> bool:
    """True when the unit may stand behind "how many": a plural noun, with nothing set beside it by commas."""
    opens_well = not unit.startswith(("of ", "to ", "or ", "and ")) and not unit[:1].isdigit()
    return opens_well and "," not in unit and bool(re.search(r"(?:s|people|men|women|children|feet|mice|teeth|staff)\b", unit))


def _unit_tail(quantity: Quantity) -> str:
    """Return what goes to the end of the question: "to reach London" of "years to reach London", "in exile" of "years in exile"."""
    if _is_money(quantity):
        return quantity.unit
    head, to, rest = quantity.unit.partition(" to ")
    if to and head in words("asking", "times"):
        return f"to {rest}"
    measure, _, where = quantity.unit.partition(" ")
    is_apart = where.split(" ", 1)[0] in (*words("asking", "inside"), "as", "with")
    return where if is_apart and measure in (*words("asking", "times"), "games", "points") else ""


def _behind_value(asked: Complement | None, quantity: Quantity) -> str:
    """Return what stood behind the number and its unit in the same complement: "worldwide" of "25 million cores worldwide"."""
    if asked is None:
        return ""
    return asked.text.partition(asked.value or asked.text)[2].strip().removeprefix(quantity.unit).strip()


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
