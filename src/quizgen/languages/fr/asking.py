"""French questions about numbers: « combien de », « quel nombre de », « quel pourcentage »."""

from dataclasses import replace

from quizgen.facts import Clause, Phrase, Quantity
from quizgen.languages.base import CannotPhrase
from quizgen.languages.fr.clause_words import after_verb, around_value, check_preposition, join, verb_group
from quizgen.languages.fr.elision import elide, grammar_data
from quizgen.languages.fr.grammar import agreeing_rest, est_ce_que, inversion


def combien(clause: Clause, quantity: Quantity) -> str:
    """Return the whole question about a quantity, without its mark: "pendant combien d'années le roi a-t-il régné".

    Raises CannotPhrase without a thing counted, or where the article speaks of "les 300 soldats" (known already).
    """
    counted = elide("combien de", _counted(quantity))
    if _is_subject(clause):
        return join(counted, _subject_tail(clause, quantity), verb_group(clause), after_verb(clause))
    lead = around_value(clause.asked)[0]
    if lead and lead not in grammar_data()["measures"]["questions"]:
        raise CannotPhrase("no question for a quantity after the preposition")
    return join(lead, counted, inversion(clause, agrees_with=quantity))


def quel_pourcentage(clause: Clause, quantity: Quantity) -> str:
    """Return the question about a share that is no subject: "avec quel pourcentage des voix le maire a-t-il été élu"."""
    lead = around_value(clause.asked)[0]
    if clause.asked is None or not quantity.is_percentage or not _is_part(quantity):
        raise CannotPhrase("no share of anything is asked for")
    if lead and lead not in grammar_data()["measures"]["questions"]:
        raise CannotPhrase("no question for a quantity after the preposition")
    return join(lead, "quel pourcentage", quantity.unit, inversion(clause, agrees_with=Phrase("", gender="m")))


def quel_nombre(clause: Clause, quantity: Quantity) -> str:
    """Return the whole question about the number of things an object counts: "quel nombre de modules l'équipe a-t-elle développés"."""
    if _is_subject(clause) or clause.lemma in grammar_data()["measures"]["verbs"]:
        raise CannotPhrase("no number of things is an object")
    return join(elide("quel nombre de", _counted(quantity)), inversion(clause, ("",), quantity))


def combien_est_ce_que(clause: Clause, quantity: Quantity) -> str:
    """Return the question about an object's number with « est-ce que », which needs no gender of the subject."""
    if _is_subject(clause):
        raise CannotPhrase("the quantity is the subject")
    check_preposition(clause, ("",))
    agreed = replace(clause, rest=agreeing_rest(clause, quantity))
    return join(elide("combien de", _counted(quantity)), est_ce_que(agreed))


def _is_subject(clause: Clause) -> bool:
    return clause.asked is None and clause.subject_slot == "quantity"


def _counted(quantity: Quantity) -> str:
    """Return what is counted: "ans" becomes "années". Raises CannotPhrase when the quantity does not say."""
    if _is_part(quantity):
        raise CannotPhrase("a part of a whole is no number")
    if len(quantity.unit) < 2 or " et " in quantity.unit:  # "17 F"
        raise CannotPhrase("nothing is said to be counted")
    first, _, rest = quantity.unit.partition(" ")
    return join(grammar_data()["measures"]["units"].get(first, first), rest)


def _is_part(quantity: Quantity) -> bool:
    return quantity.unit.startswith(("des ", "du ", "de la ", "de l'", "de l’"))


def _subject_tail(clause: Clause, quantity: Quantity) -> str:
    """Return what follows a counted subject: "100 clouds *en Europe*". Raises CannotPhrase for "les 300 soldats"."""
    before, _, tail = clause.subject.text.partition(quantity.text)
    if before.strip():
        raise CannotPhrase("the quantity has a determiner")
    return tail
