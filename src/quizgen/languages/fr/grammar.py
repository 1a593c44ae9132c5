"""French clauses as template filters: complex and stylistic inversion, « est-ce que », what follows « qui », statements."""

import re
from collections.abc import Sequence

from quizgen.facts import Clause, Phrase, Quantity
from quizgen.languages.base import CannotPhrase
from quizgen.languages.fr import phrases
from quizgen.languages.fr.agreement import (
    agreeing,
    gender_and_number,
    is_adverb,
    is_form_of,
    masculine_singular,
    noun_gender,
    shown_gender,
    singular_verb,
)
from quizgen.languages.fr.clause_words import after_verb, around_value, check_preposition, join, subject_words, verb_group
from quizgen.languages.fr.elision import contract, elide, grammar_data

_SUBJECT_PRONOUNS = ("il", "elle", "ils", "elles", "on", "ce", "c'", "c’")
_INFINITIVE = re.compile(r"(?:er|ir|re|oir)$")
_LONGEST_LAST_SUBJECT = 6  # words of a subject that may stand behind its verb


def _inverted(clause: Clause) -> str:
    """Return the finite verb with its clitics and the pronoun: "s'est-elle", "a-t-il", "convainc-t-il", "répond-il"."""
    own = clause.subject.text.lower().replace("c'", "ce").replace("c’", "ce")
    pronoun = own if own in _SUBJECT_PRONOUNS else _subject_pronoun(clause)
    link = "-t-" if clause.finite[-1].lower() in "aec" and pronoun != "ce" else "-"
    return verb_group(clause, f"{clause.finite}{link}{pronoun}", rest="")


def _subject_pronoun(clause: Clause) -> str:
    """Return the pronoun that repeats the subject; a participle may show the gender that the subject hides (« OpenStack a été lancé »)."""
    gender, number = gender_and_number(clause.subject)
    known = gender or _gender_in_verb(clause) or _usual_gender(clause.subject)
    return phrases.pronoun(Phrase("", gender=known, number=number))


def _usual_gender(subject: Phrase) -> str:
    """Return the masculine for the bare name of a product or firm that nothing gives a gender: « OVHcloud a-t-il … »."""
    return "m" if subject.is_name and subject.text[:1].isupper() and subject.type in ("work", "unknown", "organization") else ""


def _gender_in_verb(clause: Clause) -> str:
    """Return the gender that a participle with être shows: "a été lancée" → "f"."""
    if is_form_of(clause.finite, "etre"):
        return shown_gender(clause.rest)
    passive = re.search(r"\bété\b(.+)", clause.rest) if is_form_of(clause.finite, "avoir") else None
    return shown_gender(passive[1]) if passive else ""


def inversion(clause: Clause, after: Sequence[str] | None = None, agrees_with: Phrase | Quantity | None = None, without: str = "") -> str:
    """Return the clause as after a question word: "la tour Eiffel est-elle inaugurée".

    `after` are the prepositions that the question word may stand for (["en", "au"]; [""] for an object); `agrees_with` is the object that
    the question puts before the verb, with which a participle agrees ("combien de modules … développés"). Raises CannotPhrase where
    either fails, or where the gender of the subject is unknown.
    """
    check_preposition(clause, after)
    subject = "" if clause.subject.text.lower() in _SUBJECT_PRONOUNS else subject_words(clause)
    rest = agreeing_rest(clause, agrees_with) if agrees_with is not None else clause.rest
    return join(subject, _inverted(clause), rest, after_verb(clause, without))


def agreeing_rest(clause: Clause, thing: Phrase | Quantity) -> str:
    """Return the rest of the verb group with its participle in agreement with an object placed before it."""
    words = clause.rest.split()
    index = next((place for place, word in enumerate(words) if not is_adverb(word)), None)
    if index is None or not is_form_of(clause.finite, "avoir") or not _has_object_before(clause, words[index:]):
        return clause.rest
    gender, number = (
        (thing.gender or noun_gender(thing.unit), thing.number_of_unit) if isinstance(thing, Quantity) else gender_and_number(thing)
    )
    return " ".join([*words[:index], agreeing(words[index], gender, number), *words[index + 1 :]])


def _has_object_before(clause: Clause, words: list[str]) -> bool:
    """True where the asked thing is the direct object of a participle: not after a preposition, "en", an infinitive or a measure."""
    measures = grammar_data()["measures"]
    is_measure = clause.lemma in measures["verbs"] or words[0] in measures["participles"]
    has_infinitive = any(_INFINITIVE.search(word) for word in words[1:])
    return not (
        is_measure or has_infinitive or around_value(clause.asked)[0] or "été" in clause.rest.split() or clause.clitics.endswith("en")
    )


def subject_last(clause: Clause, after: Sequence[str] | None = None) -> str:
    """Return the clause with its subject behind the verb: "fut signé le traité d'Utrecht", "se trouve la tour Eiffel".

    It needs no gender, but only a short subject and a verb without complements bear it: CannotPhrase otherwise.
    """
    check_preposition(clause, after)
    words = len(clause.subject.text.split())
    if clause.complements or words > _LONGEST_LAST_SUBJECT or clause.subject.text.lower() in _SUBJECT_PRONOUNS:
        raise CannotPhrase("the subject cannot stand behind the verb")
    return join(verb_group(clause), subject_words(clause), around_value(clause.asked)[1], clause.lead)


def est_ce_que(clause: Clause, after: Sequence[str] | None = None) -> str:
    """Return the clause after « est-ce que », which needs no gender: "est-ce qu'OpenStack a été lancé".

    Raises CannotPhrase for a simple past: nobody says « est-ce que Luc rejoignit ».
    """
    if clause.tense == "Past" and not clause.rest:
        raise CannotPhrase("a simple past after est-ce que")
    return f"est-ce {after_que(clause, after)}"


def after_que(clause: Clause, after: Sequence[str] | None = None) -> str:
    """Return the clause after « que »: "qu'Exaion utilise dans ses centres". Raises CannotPhrase as inversion does for `after`."""
    check_preposition(clause, after)
    return elide("que", join(subject_words(clause), verb_group(clause), after_verb(clause)))


def statement(clause: Clause) -> str:
    """Return the clause as a statement, the fronted part first: "en 2010, OpenStack est lancé par la NASA"."""
    lead = f"{clause.lead.strip(' ,')}," if clause.lead else ""
    return join(lead, subject_words(clause), verb_group(clause), *(complement.text for complement in clause.complements))


def predicate(clause: Clause) -> str:
    """Return the clause without its subject, as after « qui »: third person masculine singular. Raises CannotPhrase when it cannot."""
    return follow(clause, "m")


def follow(clause: Clause, gender: str = "m", after: Sequence[str] | None = ("",), whole: Phrase | None = None) -> str:
    """Return the clause after a singular question phrase of this gender that takes the place of its subject or of its object.

    "quelle part des clouds *est hébergée en Europe*", "quelle part du marché *Amazon a-t-il conquise*"; `whole` is what the question
    phrase already holds ("du marché") and the clause must not repeat.
    """
    if clause.asked is not None:
        thing = Phrase("", gender=gender)
        return inversion(clause, after, thing, contract("de", whole.text) if whole else "")
    _, number = gender_and_number(clause.subject)
    if number == "p" and re.search(r"\bleurs?\b", after_verb(clause)):
        raise CannotPhrase("« leur » hangs on a plural subject")
    lemma = "" if is_form_of(clause.finite, "etre") or is_form_of(clause.finite, "avoir") else clause.lemma
    finite = singular_verb(clause.finite, lemma) if number == "p" else clause.finite
    return join(verb_group(clause, finite, _rest_for(clause, gender)), after_verb(clause))


def _rest_for(clause: Clause, gender: str) -> str:
    """Return the rest of the verb group with what agrees with the subject made singular, in `gender`."""
    words = clause.rest.split()
    if not is_form_of(clause.finite, "etre") and "été" not in words:
        if clause.lemma in grammar_data()["verbs"]["copulas"]:
            _check_attribute(clause, is_same=_own(clause) == (gender, "s"))
        return clause.rest
    start = words.index("été") + 1 if "été" in words else 0
    if not any(not is_adverb(word) for word in words[start:]):
        _check_attribute(clause, is_same=_own(clause) == (gender, "s"))
        return clause.rest
    return " ".join(words[:start] + _agreed(words[start:], _own(clause), gender))


def _own(clause: Clause) -> tuple[str, str]:
    """Return gender and number of the subject; masculine where nothing shows a gender."""
    gender, number = gender_and_number(clause.subject)
    return gender or _gender_in_verb(clause) or "m", number


def _agreed(words: list[str], own: tuple[str, str], gender: str) -> list[str]:
    """Return participles that agree in gender and number `own` in `gender` and the singular; adverbs and what follows them stay."""
    index = next(place for place, word in enumerate(words) if not is_adverb(word))
    places = [index, *(place for place in range(index + 1, len(words)) if words[place - 1] in ("et", "ou", "puis"))]
    if own == (gender, "s"):
        return words
    singular = [masculine_singular(word, *own) if place in places else word for place, word in enumerate(words)]
    return [
        agreeing(word, gender, "s") if gender == "f" and place in places and not word.endswith("e") else word
        for place, word in enumerate(singular)
    ]


def _check_attribute(clause: Clause, is_same: bool) -> None:
    """Raise CannotPhrase when être is followed by what would have to agree: "sont grandes", "sont des logiciels"."""
    words = (word.lower() for complement in clause.complements for word in re.split(r"[ '’]", complement.text))
    first = next((word for word in words if not is_adverb(word)), "")
    is_plural_noun = first in ("des", "les", "deux", "trois", "quatre", "plusieurs")
    if is_plural_noun or (not is_same and first not in grammar_data()["participles"]["first_words_of_attribute"]):
        raise CannotPhrase("what follows the verb would have to agree with the question word")


def active(clause: Clause) -> str:
    """Return a passive clause in the active, without its agent: "le canal fut creusé" → "a creusé le canal", as after « qui »."""
    words = clause.rest.split()
    group = f"{clause.finite} été" if words[:1] == ["été"] else clause.finite
    finite = grammar_data()["tenses"]["active"].get(group)
    participles = words[1:] if words[:1] == ["été"] else words
    if finite is None or len(participles) != 1 or clause.clitics:
        raise CannotPhrase("no active voice for the verb group")
    return join(finite, masculine_singular(participles[0], *_own(clause)), subject_words(clause), after_verb(clause))
