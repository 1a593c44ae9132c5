"""English clauses: questions with do-support and inversion, statements, predicates behind a question word."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from quizgen.facts import Clause, Complement, Phrase, PhraseType
from quizgen.languages.base import CannotPhrase
from quizgen.languages.en import phrases
from quizgen.languages.en.words import table, words

_OWN = ("lead", "adverb", "lemma", "base", "tense", "subject_slot", "is_passive")
_KEYS = frozenset({"subject", "gender", "number", "type", "is_name", "verb", "complements", *_OWN})


def inversion(clause: Clause) -> str:
    """Return the clause as it reads behind a question word: "was the tower opened in 1889", "did Gauss publish the book".

    What stood before the subject goes behind: an adverb before the verb, the rest at the end. Raises CannotPhrase without a sure bare form.
    """
    auxiliary, verb = _auxiliary_and_verb(clause)
    adverb, tail = _lead_parts(clause.lead)
    return join(auxiliary, _subject(clause), clause.adverb or adverb, verb, clause.rest, *_complements(clause), tail)


def statement(clause: Clause) -> str:
    """Return the clause as a statement in the order of the article: "in spring, the tower was opened"."""
    lead = clause.lead.strip(" ,")
    return join(f"{lead}," if lead else "", _subject(clause), clause.adverb, clause.finite, clause.rest, *_complements(clause))


def subordinate(clause: Clause) -> str:
    """Return the clause with its subject first, as after "where" or "that": "the tower was opened in spring"."""
    return join(_subject(clause), kept_predicate(clause))


def predicate(clause: Clause) -> str:
    """Return the clause without its subject, verb in the third person singular, as after "Who": "uses OpenStack"."""
    return join(clause.adverb, _singular(clause), clause.rest, *_complements(clause), _tail(clause))


def predicate_plural(clause: Clause) -> str:
    """Return the clause without its subject, verb in the plural, as after "Which companies": "use OpenStack"."""
    return join(clause.adverb, _plural(clause), clause.rest, *_complements(clause), _tail(clause))


def kept_predicate(clause: Clause) -> str:
    """Return the clause without its subject, verb as it stands: "are in production"."""
    return join(clause.adverb, clause.finite, clause.rest, *_complements(clause), _tail(clause))


def _subject(clause: Clause) -> str:
    """Return the subject, its last comma closed: "drillers at Dexter, Kansas, struck a well"; a list needs none."""
    text = clause.subject.text
    last = text.rpartition(", ")[2]
    return f"{text}," if last != text and not re.search(r"\b(?:and|or)\b", last) else text


def _auxiliary_and_verb(clause: Clause) -> tuple[str, str]:
    finite = clause.finite.lower()
    if re.search(r"['’]|not$", finite):
        raise CannotPhrase(f"a contracted verb: {clause.finite!r}")
    # "had risen" is no form of the verb to have, whatever the lemmatizer says.
    is_auxiliary = finite in words("verbs", "auxiliaries") and (not clause.base or bool(clause.rest))
    if is_auxiliary or finite in words("verbs", "be") + words("verbs", "modals"):
        return clause.finite, ""
    _check_base(clause)
    if _tense(clause) == "Past":
        return "did", clause.base
    return ("do" if _takes_do(clause) else "does"), clause.base


def _check_base(clause: Clause) -> None:
    """Do nothing when `base` may be the bare form of the finite verb; else (a verb badly lemmatized) raise CannotPhrase."""
    base, finite = clause.base.lower(), clause.finite.lower()
    is_left_inflected = finite == base and re.search(r"[^e]ed$", base) and base not in words("verbs", "unchanged")
    if not base or is_left_inflected or (base[0] != finite[:1] and base != "go"):
        raise CannotPhrase(f"no sure bare form of {clause.finite!r}")


def _takes_do(clause: Clause) -> bool:
    """True when the present verb takes "do". Its own form tells better than the subject: "CERN, the laboratory near Geneva, uses …"."""
    return clause.finite.lower() != third_person(clause.base.lower())


def _tense(clause: Clause) -> str:
    """Return "Past" or "Pres", from the clause or from the form of its verb. Raises CannotPhrase when neither tells."""
    finite, base = clause.finite.lower(), clause.base.lower()
    if finite == third_person(base) and base not in words("verbs", "unchanged"):
        return "Pres"
    if clause.tense in ("Past", "Pres"):
        return clause.tense
    if finite == base and base in words("verbs", "unchanged"):
        raise CannotPhrase(f"the tense of {clause.finite!r} is not known")
    return "Pres" if finite in (base, third_person(base)) else "Past"


def third_person(base: str) -> str:
    """Return the third person singular of a bare form: "host" gives "hosts", "carry" "carries", "go" "goes"."""
    irregular = table("verbs", "third_person")
    if base in irregular:
        return irregular[base]
    if re.search(r"(?:s|sh|ch|x|z|[^aeiou]o)$", base):
        return f"{base}es"
    return f"{base[:-1]}ies" if re.search(r"[^aeiou]y$", base) else f"{base}s"


def _singular(clause: Clause) -> str:
    finite = clause.finite.lower()
    if clause.base and finite == clause.base.lower() and finite not in words("verbs", "be") and _tense(clause) == "Pres":
        return third_person(clause.base)
    return table("verbs", "singular").get(finite, clause.finite)


def _plural(clause: Clause) -> str:
    finite = clause.finite.lower()
    if clause.base and finite not in words("verbs", "be") and finite == third_person(clause.base.lower()):
        return clause.base
    return table("verbs", "plural").get(finite, clause.finite)


def _lead_parts(lead: str) -> tuple[str, str]:
    """Return what of the lead stands before the verb (one adverb in -ly), and what goes to the end."""
    words_of_lead = phrases.lower_first(lead.strip(" ,"))
    return (words_of_lead, "") if re.fullmatch(r"\w+ly", words_of_lead) else ("", words_of_lead)


def _tail(clause: Clause) -> str:
    return "".join(_lead_parts(clause.lead))


def _complements(clause: Clause) -> list[str]:
    return [complement.text for complement in clause.complements]


def join(*parts: str) -> str:
    """Return the parts that are not empty with a space between, punctuation set close to the word before."""
    return re.sub(r" +([,;:.])(?!\d)", r"\1", " ".join(part.strip() for part in parts if part.strip()))


def parse_clause(parts: Mapping[str, Any]) -> Clause:
    """Return the clause of an [[example]]. Raises ValueError on unknown keys, or without subject or verb."""
    unknown = sorted(parts.keys() - _KEYS)
    if unknown or not parts.get("subject") or not parts.get("verb"):
        problem = f"not {unknown[0]!r}" if unknown else "subject and verb at least"
        raise ValueError(f"a clause has {', '.join(sorted(_KEYS))}; {problem}")
    subject = Phrase(str(parts["subject"]), PhraseType(parts.get("type", "thing")), parts.get("gender", ""), parts.get("number", "s"),
                     is_name=bool(parts.get("is_name", False)))  # fmt: skip
    finite, _, rest = str(parts["verb"]).partition(" ")
    clause = Clause(phrases.describe(subject), finite, rest, complements=tuple(_complement(part) for part in parts.get("complements", ())))
    return replace(clause, **{name: parts[name] for name in _OWN if name in parts})


def _complement(part: Mapping[str, Any] | str) -> Complement:
    if isinstance(part, str):
        return Complement(part)
    unknown = sorted(part.keys() - {"text", "slot", "value"})
    if unknown or "text" not in part:
        raise ValueError(f"a complement has text, slot and value, not {unknown[0]!r}" if unknown else "a complement has no text")
    return Complement(part["text"], part.get("slot", ""), part.get("value", ""))
