"""French clauses turned into questions and statements."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from quizgen.facts import Clause, Phrase, Quantity
from quizgen.languages.base import CannotPhrase
from quizgen.languages.fr import LANGUAGE, asking, grammar

MODULES = Quantity("3 000 modules", "3000", "3 000", "modules", gender="m")


def clause(subject: str, verb: str, *complements: str | Mapping[str, str], **other: Any) -> Clause:
    parts = [{"text": part} if isinstance(part, str) else part for part in complements]
    return LANGUAGE.parse_clause({"subject": subject, "verb": verb, "complements": parts, **other})


def asked(slot: str, text: str, value: str = "") -> dict[str, str]:
    return {"text": text, "slot": slot, "value": value}


@pytest.mark.parametrize(
    ("made", "question"),
    [
        (clause("la tour Eiffel", "est inaugurée"), "la tour Eiffel est-elle inaugurée"),
        (clause("OpenStack", "a été lancé", "par la NASA"), "OpenStack a-t-il été lancé par la NASA"),
        (clause("Amazon", "s'est rebaptisée", "ainsi"), "Amazon s'est-elle rebaptisée ainsi"),
        (clause("le projet", "l'a emporté"), "le projet l'a-t-il emporté"),
        (clause("l'association", "y a ouvert", "une école"), "l'association y a-t-elle ouvert une école"),
        (clause("le héros", "convainc", "la foule"), "le héros convainc-t-il la foule"),
        (clause("le roi", "répond"), "le roi répond-il"),
        (clause("les îles", "appartiennent", "à la France", gender="f", number="p"), "les îles appartiennent-elles à la France"),
        (clause("il", "a été lancé"), "a-t-il été lancé"),
        (clause("la ville", "compte", "un port", lead="en 1900,"), "la ville compte-t-elle un port en 1900"),
        (clause("Charles de Gaulle", "parle", type="person"), "Charles de Gaulle parle-t-il"),
    ],
)
def test_inversion(made: Clause, question: str) -> None:
    assert grammar.inversion(made) == question


def test_est_ce_que_takes_no_simple_past() -> None:
    made = Clause(Phrase("Vaugel", is_name=True), "rejoignit", tense="Past")
    with pytest.raises(CannotPhrase):
        grammar.est_ce_que(made)
    assert grammar.est_ce_que(replace(made, finite="a", rest="rejoint", tense="Pres")) == "est-ce que Vaugel a rejoint"


def test_inversion_refuses_an_unknown_gender_that_est_ce_que_does_not_need() -> None:
    made = clause("OpenStack", "pilote", "des serveurs")
    with pytest.raises(CannotPhrase, match="gender"):
        grammar.inversion(made)
    assert grammar.est_ce_que(made) == "est-ce qu'OpenStack pilote des serveurs"


def test_question_word_must_fit_the_preposition() -> None:
    made = clause("le pont", "est ouvert", asked("date", "avant 1900", "1900")).without("date")
    with pytest.raises(CannotPhrase, match="preposition"):
        grammar.inversion(made, after=["en", "le"])


def test_contracted_preposition_is_seen_before_a_value_with_its_article() -> None:
    made = clause("le traité", "fut signé", asked("place", "au Canada", "le Canada")).without("place")
    assert grammar.inversion(made, after=["au"]) == "le traité fut-il signé"


def test_subject_last() -> None:
    made = clause("le traité d'Utrecht", "fut signé", asked("date", "en 1713", "1713"))
    assert grammar.subject_last(made.without("date"), after=["en"]) == "fut signé le traité d'Utrecht"
    with pytest.raises(CannotPhrase):
        grammar.subject_last(clause("le roi", "signe", "le traité"))


@pytest.mark.parametrize(
    ("made", "after_qui"),
    [
        (clause("les équipes", "ont été lancées", "en 2010", number="p", gender="f"), "a été lancé en 2010"),
        (clause("les villes", "se sont rebaptisées", number="p", gender="f"), "s'est rebaptisé"),
        (clause("les clouds", "concernent", "la France", number="p", lemma="concerner"), "concerne la France"),
        (clause("des ingénieurs", "construisent", "un pont", number="p", lemma="construire"), "construit un pont"),
        (clause("des femmes", "prennent", "le pouvoir", number="p", lemma="prendre"), "prend le pouvoir"),
        (clause("les rois", "commencèrent", "la tour", number="p", gender="m"), "commença la tour"),
        (clause("les maisons", "furent ensuite construites et vendues", number="p", gender="f"), "fut ensuite construit et vendu"),
        (clause("la ville", "est située", "au nord"), "est situé au nord"),
        (clause("Marie Curie", "découvrit", "le radium", type="person"), "découvrit le radium"),
    ],
)
def test_predicate_is_masculine_singular(made: Clause, after_qui: str) -> None:
    assert grammar.predicate(made) == after_qui


@pytest.mark.parametrize(
    "made",
    [
        clause("les outils", "sont", "des logiciels", number="p", gender="m"),
        clause("les observations", "restent", "globalement inconnues", number="p", gender="f", lemma="rester"),
        clause("les équipes", "ont publié", "leurs codes", number="p", gender="f"),
    ],
)
def test_predicate_refuses_what_hangs_on_a_plural_subject(made: Clause) -> None:
    with pytest.raises(CannotPhrase):
        grammar.predicate(made)


def test_statement_keeps_the_fronted_part_first() -> None:
    assert grammar.statement(clause("l'usine", "fabrique", "des hélices", lead="à Nantes")) == "à Nantes, l'usine fabrique des hélices"


def test_active_of_a_passive() -> None:
    made = clause("la pénicilline", "fut découverte", asked("agent", "par Fleming", "Fleming"), "en 1928")
    assert grammar.active(made.without("agent")) == "a découvert la pénicilline en 1928"
    with pytest.raises(CannotPhrase):
        grammar.active(clause("la pénicilline", "est utilisée"))


def test_participle_agrees_with_a_counted_object() -> None:
    made = clause("la fondation", "a développé", asked("quantity", "3 000 modules par an", "3 000 modules")).without("quantity")
    assert asking.combien(made, MODULES) == "combien de modules la fondation a-t-elle développés par an"


def test_participle_does_not_agree_with_a_measure() -> None:
    made = clause("la reine", "a vécu", asked("quantity", "81 ans")).without("quantity")
    assert asking.combien(made, Quantity("81 ans", "81", "81", "ans", gender="m")) == "combien d'années la reine a-t-elle vécu"


def test_combien_takes_its_preposition_along() -> None:
    made = clause("le roi", "a régné", asked("quantity", "pendant 30 ans", "30 ans")).without("quantity")
    assert asking.combien(made, Quantity("30 ans", "30", "30", "ans")) == "pendant combien d'années le roi a-t-il régné"


def test_combien_refuses_a_quantity_known_already() -> None:
    made = clause("les 300 soldats", "ont attaqué", number="p", subject_slot="quantity")
    with pytest.raises(CannotPhrase, match="determiner"):
        asking.combien(made, Quantity("300 soldats", "300", "300", "soldats", gender="m"))


def test_follow_agrees_with_quelle_part() -> None:
    subject = clause("80 % des clouds", "sont hébergés", "en Europe", gender="m", number="p", subject_slot="quantity")
    assert grammar.follow(subject, "f") == "est hébergée en Europe"
    held = clause("Amazon", "a conquis", asked("quantity", "30 % du marché", "30 %"), gender="m").without("quantity")
    assert grammar.follow(held, "f", whole=Phrase("le marché")) == "Amazon a-t-il conquise"


def test_parse_clause_refuses_unknown_keys() -> None:
    with pytest.raises(ValueError, match="tens"):
        LANGUAGE.parse_clause({"subject": "la tour", "verb": "est", "tens": "Past"})
