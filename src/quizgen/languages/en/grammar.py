"""English clauses: questions with do-support and inversion, statements, predicates behind a question word."""

import re
from collections.abc import Mapping
from typing import Any

from quizgen.facts import Clause, Complement, Phrase, PhraseType
from quizgen.languages.base import CannotPhrase
from quizgen.languages.en import phrases

_BE = frozenset({"am", "is", "are", "was", "were"})
_MODALS = frozenset({"can", "could", "may", "might", "must", "shall", "should", "will", "would"})
_AUXILIARIES = _BE | _MODALS | {"have", "has", "had", "do", "does", "did"}
_SINGULAR = {"am": "is", "are": "is", "were": "was", "have": "has", "do": "does"}
_PLURAL = {"am": "are", "is": "are", "was": "were", "has": "have", "does": "do"}
# Verbs whose past is their bare form: the finite verb alone does not tell the tense.
_UNCHANGED = frozenset({"bet", "burst", "cast", "cost", "cut", "hit", "hurt", "let", "put", "quit", "read", "set", "shed", "shut", "split", "spread", "thrust", "forecast",
                        "broadcast", "beat"})
_PARTICLES = frozenset({"up", "down", "out", "off", "on", "in", "over", "away", "back", "together", "apart", "forth", "aside", "through"})
# Words that must not be left behind when the verb they hang on is asked or moved.
_ASKING = {"in": "In", "on": "On", "at": "In", "since": "Since", "from": "From", "until": "Until", "till": "Until", "by": "By", "during": "In", "": "In", "as early as": "In"}


def _needs_do(clause: Clause) -> bool:
    return clause.finite.lower() not in _BE | _MODALS and (bool(clause.base) or clause.finite.lower() not in _AUXILIARIES)


def _is_plural(clause: Clause) -> bool:
    return clause.subject.number == "p" or clause.subject.text.lower() in ("i", "you", "we", "they")


def _tense(clause: Clause) -> str:
    """Return "Past" or "Pres", from the clause or from the form of its verb. Raises CannotPhrase when neither tells."""
    finite, base = clause.finite.lower(), clause.base.lower()
    if clause.tense in ("Past", "Pres"):
        return clause.tense
    if finite == base and base in _UNCHANGED:
        raise CannotPhrase(f"the tense of {clause.finite!r} is not known")
    return "Pres" if finite in (base, third_person(base)) else "Past"


def third_person(base: str) -> str:
    """Return the third person singular of a bare form: "host" gives "hosts", "carry" "carries", "go" "goes"."""
    irregular = {"be": "is", "have": "has", "do": "does", "go": "goes"}
    if base in irregular:
        return irregular[base]
    if re.search(r"(?:s|sh|ch|x|z|[^aeio]o)$", base):
        return f"{base}es"
    return f"{base[:-1]}ies" if re.search(r"[^aeiou]y$", base) else f"{base}s"


def inversion(clause: Clause) -> str:
    """Return the clause as it reads behind a question word: "was the tower opened in 1889", "did Gauss publish the book".

    What stood before the subject goes behind: an adverb before the verb, the rest at the end. Raises CannotPhrase without a bare form.
    """
    if re.search(r"['’]|not$", clause.finite):
        raise CannotPhrase(f"a contracted verb: {clause.finite!r}")
    auxiliary, verb = _auxiliary_and_verb(clause)
    adverb, tail = _lead_parts(clause.lead)
    return _join(auxiliary, clause.subject.text, clause.clitics, adverb, verb, clause.rest, *_complements(clause), tail)


def _auxiliary_and_verb(clause: Clause) -> tuple[str, str]:
    if not _needs_do(clause):
        return clause.finite, ""
    if not clause.base:
        raise CannotPhrase(f"no bare form of {clause.finite!r}")
    if _tense(clause) == "Past":
        return "did", clause.base
    return ("do" if _is_plural(clause) else "does"), clause.base


def _lead_parts(lead: str) -> tuple[str, str]:
    """Return what of the lead stands before the verb (one adverb in -ly), and what goes to the end."""
    words = lead.strip(" ,")
    if re.fullmatch(r"\w+ly", words):
        return phrases.lower_first(words), ""
    return "", phrases.lower_first(words)


def statement(clause: Clause) -> str:
    """Return the clause as a statement in the order of the article: "in 1889, the tower was opened"."""
    lead = clause.lead.strip(" ,")
    return _join(f"{lead}," if lead else "", clause.subject.text, clause.clitics, clause.finite, clause.rest, *_complements(clause))


def predicate(clause: Clause) -> str:
    """Return the clause without its subject, verb in the third person singular, as after "Who" or "Which organization": "uses OpenStack"."""
    return _join(clause.clitics, _singular(clause), clause.rest, *_complements(clause), _tail(clause))


def predicate_plural(clause: Clause) -> str:
    """Return the clause without its subject, verb in the plural, as after "Which companies": "use OpenStack"."""
    return _join(clause.clitics, _plural(clause), clause.rest, *_complements(clause), _tail(clause))


def infinitive(clause: Clause) -> str:
    """Return the clause as an infinitive without "to": "use OpenStack for research". Raises CannotPhrase behind an auxiliary."""
    if not clause.base:
        raise CannotPhrase(f"no bare form of {clause.finite!r}")
    return _join(clause.base, clause.rest, *_complements(clause), _tail(clause))


def _tail(clause: Clause) -> str:
    adverb, tail = _lead_parts(clause.lead)
    return adverb or tail


def _singular(clause: Clause) -> str:
    finite = clause.finite.lower()
    if clause.base and finite == clause.base.lower() and _tense(clause) == "Pres":
        return third_person(clause.base)
    return _SINGULAR.get(finite, clause.finite)


def _plural(clause: Clause) -> str:
    finite = clause.finite.lower()
    if clause.base and finite == third_person(clause.base.lower()) and _tense(clause) == "Pres":
        return clause.base
    return _PLURAL.get(finite, clause.finite)


def _complements(clause: Clause) -> list[str]:
    return [complement.text for complement in clause.complements]


def _join(*parts: str) -> str:
    """Join the parts that are not empty, punctuation set close to the word before."""
    return re.sub(r" +([,;:.])", r"\1", " ".join(part.strip() for part in parts if part.strip()))


def particle_of(clause: Clause) -> str:
    """Return the particle that belongs to the verb ("up" in "set up"), or ""."""
    first = clause.rest.split(" ", 1)[0].lower()
    return first if clause.base and first in _PARTICLES else ""


def _asked_preposition(clause: Clause) -> str:
    """Return the preposition of the complement that was asked for; "" when nothing was taken out or it had none."""
    if clause.asked is None:
        return ""
    value = clause.asked.value or clause.asked.text
    before = clause.asked.text.partition(value)[0].lower().replace(" the ", " ")
    return re.sub(r"\bthe\b", "", before).strip(" ,")


def in_what(clause: Clause, noun: str) -> str:
    """Return the opening of a question for a date, shaped by the preposition the article uses: "In what year", "Since what year".

    Raises CannotPhrase for inexact ones ("around 2020", "before 1900", "by 1953").
    """
    preposition = _asked_preposition(clause)
    if preposition not in _ASKING:
        raise CannotPhrase(f"the date stands behind {preposition!r}")
    opening = _ASKING[preposition]
    if opening in ("In", "On"):
        opening = "On" if noun in ("date", "day") else "In"
    return f"{opening} what {noun}"


def when(clause: Clause) -> str:
    """Return "When", or "Since when" as the article's preposition wants. Raises CannotPhrase for inexact dates."""
    opening = in_what(clause, "year").split()[0]
    if opening == "By":
        raise CannotPhrase("the date is a limit, not a time")
    return "When" if opening in ("In", "On") else f"{opening} when"


def how_many(clause: Clause, unit: str) -> str:
    """Return the question for a number that stands in the clause's asked complement: "how many visitors did the museum receive".

    `unit` is what is counted; a preposition before the number opens the question ("in how many countries"). Raises CannotPhrase when the subject is asked.
    """
    preposition = _asked_preposition(clause)
    tail = _behind_value(clause, unit)
    return _join(preposition, "how many", unit, inversion(clause), tail)


def _behind_value(clause: Clause, unit: str) -> str:
    """Return what stood behind the number and its unit in the asked complement: "worldwide" in "25 million cores worldwide"."""
    if clause.asked is None:
        return ""
    behind = clause.asked.text.partition(clause.asked.value or clause.asked.text)[2].strip()
    return behind.removeprefix(unit).strip()


def parse_clause(parts: Mapping[str, Any]) -> Clause:
    """Return the clause of an [[example]]. Raises ValueError on unknown keys or one without subject or verb."""
    known = {"subject", "gender", "number", "type", "verb", "complements", "lead", "lemma", "base", "tense", "subject_slot", "is_passive", "is_name"}
    unknown = set(parts) - known
    if unknown or not parts.get("subject") or not parts.get("verb"):
        raise ValueError(f"a clause has {', '.join(sorted(known))}, subject and verb at least; not {', '.join(sorted(unknown)) or 'without these'}")
    finite, _, rest = str(parts["verb"]).partition(" ")
    subject = Phrase(str(parts["subject"]), type=PhraseType(parts.get("type", "thing")), gender=parts.get("gender", ""), number=parts.get("number", "s"),
                     is_name=bool(parts.get("is_name", False)))
    return Clause(subject=phrases.describe(subject), finite=finite, rest=rest, complements=tuple(_complement(part) for part in parts.get("complements", ())),
                  lead=parts.get("lead", ""), lemma=parts.get("lemma", parts.get("base", "")), base=parts.get("base", ""), tense=parts.get("tense", ""),
                  subject_slot=parts.get("subject_slot", ""), is_passive=bool(parts.get("is_passive", False)))


def _complement(part: Mapping[str, Any] | str) -> Complement:
    if isinstance(part, str):
        return Complement(part)
    unknown = set(part) - {"text", "slot", "value"}
    if unknown or "text" not in part:
        raise ValueError(f"a complement has text, slot and value, not {', '.join(sorted(unknown)) or 'no text'}")
    return Complement(part["text"], part.get("slot", ""), part.get("value", ""))
