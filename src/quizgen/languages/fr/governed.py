"""French questions about what a verb governs: « Sur quoi repose … ? », « À qui … succède-t-il ? », « Qu'a décidé de faire … ? »."""

import re
from dataclasses import replace

from quizgen.facts import Clause, Phrase
from quizgen.languages.base import CannotPhrase
from quizgen.languages.fr.clause_words import around_value
from quizgen.languages.fr.elision import grammar_data
from quizgen.languages.fr.grammar import after_que, inversion, subject_last

_INFINITIVE = re.compile(r"\w+(?:er|ir|re|oir)\b")
_PREPOSITIONS = {"du": "de", "des": "de", "d'": "de", "au": "à", "aux": "à", "de l'": "de", "de la": "de", "à l'": "à", "à la": "à"}
_RECEIVERS = ("à ", "au ", "aux ")


def quoi(clause: Clause, thing: Phrase) -> str:
    """Return the question without its mark: "sur quoi le réseau repose-t-il", "à qui Louis succède-t-il"."""
    return f"{_opening(clause, thing)} {inversion(clause)}"


def quoi_last(clause: Clause, thing: Phrase) -> str:
    """Return the same question with the subject behind its verb: "sur quoi repose le réseau"."""
    return f"{_opening(clause, thing)} {subject_last(clause)}"


def faire(clause: Clause) -> str:
    """Return the question about an infinitive, without its mark: "qu'est-ce que la ville a décidé de faire en 2012"."""
    return f"qu'est-ce {after_que(_doing(clause))}"


def faire_last(clause: Clause) -> str:
    """Return the same question with the subject behind: "qu'a décidé de faire la ville"."""
    return f"que {subject_last(_doing(clause))}"


def _opening(clause: Clause, thing: Phrase) -> str:
    preposition = _preposition(clause)
    is_infinitive = _is_infinitive(clause)
    if is_infinitive and clause.lemma not in grammar_data()["governing"]["quoi"]:
        raise CannotPhrase("an infinitive is asked for with « faire »")
    if preposition == "comme":
        return "comment"  # « Comment le port est-il considéré ? » « Comme une ville libre »
    if clause.lemma == "consister" and preposition == "à":
        preposition = "en"
    if preposition == "de" and thing.type == "place" and thing.is_name:
        return "d'où"
    return f"{preposition} {'qui' if thing.type == 'person' else 'quoi'}"


def _preposition(clause: Clause) -> str:
    """Return the preposition before the asked value. Raises CannotPhrase when there is none: a plain object."""
    lead = around_value(clause.asked)[0]
    if not lead:
        raise CannotPhrase("no preposition before what is asked for")
    return _PREPOSITIONS.get(lead, lead)


def _is_infinitive(clause: Clause) -> bool:
    return clause.asked is not None and not clause.asked.text[:1].isupper() and bool(_INFINITIVE.match(clause.asked.value))


def _doing(clause: Clause) -> Clause:
    """Return the clause with « faire » for the infinitive asked for. Raises CannotPhrase where that says nothing or stands badly."""
    preposition = _preposition(clause)
    if not _is_infinitive(clause) or clause.lemma in grammar_data()["governing"]["quoi"]:
        raise CannotPhrase("no infinitive is asked for")
    with_object = clause.lemma in grammar_data()["governing"]["with_object"]
    receivers = [c for n, c in enumerate(clause.complements) if c.text.startswith(_RECEIVERS) or (with_object and n == 0)]
    if len(receivers) > 1:
        raise CannotPhrase("nobody knows who is to do it")
    others = tuple(c for c in clause.complements if c not in receivers)
    rest = " ".join([clause.rest, *(c.text for c in receivers), preposition, "faire"]).strip()
    return replace(clause, rest=rest, complements=others, asked=None)
