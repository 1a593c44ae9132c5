"""Questions out of facts: stems, blanks, keys that stand in the evidence, reasons for those that are not written."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.article import Article
from quizgen.facts import Clause, Complement, Date, Phrase, PhraseType, Quantity
from quizgen.languages import get_language
from quizgen.languages.words import plain, stands_in
from quizgen.questions import BLANK, Question
from quizgen.writing.keys import key_rule
from quizgen.writing.rendering import restate, stands_without_frame, write_questions
from quizgen.writing.templates import TemplateSet
from tests.writing.sample_facts import article, births, fact, inaugurated, opened, visitors

Templates = Callable[[str], TemplateSet]
FR, EN = get_language("fr"), get_language("en")


def questions(source: Article, templates: Templates) -> dict[str, Question]:
    facts = [inaugurated(source), visitors(source), *births(source)] if source.language == "fr" else [opened(source)]
    language = get_language(source.language)
    return {question.stem: question for one in facts for question in write_questions(one, templates(source.language), language)[0]}


def test_french_stems(french: Article, templates: Templates) -> None:
    assert set(questions(french, templates)) >= {
        "En quelle année le pont de Vernes est-il inauguré ?", "Le pont de Vernes est inauguré en ____.", "Où Jeanne Morel est-elle née ?",
        "Jeanne Morel est née à ____.", "Où Paul Darrieux est-il né ?", "Le musée a reçu ____ visiteurs.",
    }  # fmt: skip


def test_english_stem(english: Article, templates: Templates) -> None:
    assert list(questions(english, templates)) == ["In what year was the Vernes bridge opened?"]


def test_the_key_is_not_in_a_question_and_fills_a_blank(french: Article, templates: Templates) -> None:
    for stem, question in questions(french, templates).items():
        assert not stands_in(question.key, stem)
        if question.is_statement:
            assert stem.count(BLANK) == 1
            assert plain(stem.replace(BLANK, question.key)) == plain(question.statement)


def test_a_part_of_a_date_is_blanked_alone(french: Article, templates: Templates) -> None:
    event = inaugurated(french).values["event"]
    assert isinstance(event, Clause)
    event = replace(event, complements=(Complement("le 4 mai 1961", "date", "4 mai 1961"),))
    whole = fact(french, "event", "La tour Sicard est achevée le 4 mai 1961.", event=event, date=Date("4 mai 1961", "1961-05-04", "day"))
    stems = [question.stem for question in write_questions(whole, templates("fr"), FR)[0]]
    assert stems == ["En quelle année le pont de Vernes est-il inauguré ?", "Le pont de Vernes est inauguré le ____."]


def test_a_key_that_is_not_in_the_evidence_is_dropped(french: Article, templates: Templates) -> None:
    wrong = inaugurated(french)
    wrong = replace(wrong, slots=(wrong.slots[0], ("date", Date("1933", "1933", "year"))))
    written, drops = write_questions(wrong, templates("fr"), FR)
    assert written == ()
    assert "key not in evidence" in [drop.reason for drop in drops]


def test_a_fact_without_a_needed_slot_is_passed_over(french: Article, templates: Templates) -> None:
    without = replace(inaugurated(french), slots=inaugurated(french).slots[:1])
    assert write_questions(without, templates("fr"), FR) == ((), ())


def test_a_source_opens_the_stem_but_not_where_it_is_the_key(french: Article, templates: Templates) -> None:
    said = replace(inaugurated(french), source=Phrase("Ada Stein", PhraseType.PERSON, is_name=True))
    stems = [question.stem for question in write_questions(said, templates("fr"), FR)[0]]
    assert stems == [
        "Selon Ada Stein, en quelle année le pont de Vernes est-il inauguré ?",
        "Selon Ada Stein, le pont de Vernes est inauguré en ____.",
    ]


def test_the_context_is_the_best_frame_that_does_not_hold_the_key(french: Article, templates: Templates) -> None:
    framed = replace(inaugurated(french), contexts=("Ponts de 1932", "Ponts de la vallée"))
    assert {question.context for question in write_questions(framed, templates("fr"), FR)[0]} == {"Ponts de la vallée"}
    assert {question.context for question in write_questions(replace(framed, contexts=("Ponts de 1932",)), templates("fr"), FR)[0]} == {""}


def test_the_hero_is_asked_for_under_a_frame_only(french: Article) -> None:
    fact = replace(inaugurated(french), kind="action", contexts=("Jeanne Morel",))

    def stands(type_: PhraseType) -> bool:
        morel = replace(fact, slots=(*fact.slots, ("subject", Phrase("Jeanne Morel", type_, is_name=True))))
        stem = "Qui court avec Ada Stein à Vernes ?"
        return stands_without_frame(Question(morel, "subject", stem, "Jeanne Morel", template="fr/action/qui", forms=()))

    assert not stands(PhraseType.PERSON)
    assert stands(PhraseType.ORGANIZATION)


def test_a_stem_without_a_name_is_dropped_when_every_frame_holds_the_key(french: Article, templates: Templates) -> None:
    written, drops = write_questions(replace(visitors(french), contexts=("25 000 visiteurs",)), templates("fr"), FR)
    assert written == ()
    assert "no frame without the key" in [drop.reason for drop in drops]


def test_a_false_statement_keeps_its_grammar(french: Article, templates: Templates) -> None:
    statement = questions(french, templates)["Le pont de Vernes est inauguré en ____."]
    assert restate(statement, "1941", templates("fr"), FR) == "Le pont de Vernes est inauguré en 1941."


RULES = [
    ("1932", Date("1932", "1932", "year"), "Le pont est inauguré en 1932.", "verbatim"),
    ("l'usine", Phrase("l'usine"), "L’usine ferme.", "capital letter"),
    ("la femme", Phrase("la femme"), "Une femme dirige la revue.", "determiner"),
    ("1961", Date("1961", "1961", "year"), "Achevée le 4/5/1961.", "verbatim"),
    ("mai 1961", Date("mai 1961", "1961-05", "month"), "Achevée le 4 mai 1961.", "verbatim"),
    ("25000", Quantity("25000", "25000", "25000"), "Il a reçu 25 000 visiteurs.", "number format"),
    ("5", Quantity("5", "5", "5"), "Il a reçu 25 visiteurs.", ""),
    ("Lyon", Phrase("Lyon"), "Il naît à Paris.", ""),
]


@pytest.mark.parametrize(("key", "value", "text", "rule"), RULES)
def test_the_rule_by_which_a_key_comes_from_the_evidence(key: str, value: Phrase | Date | Quantity, text: str, rule: str) -> None:
    said = fact(article(text, "fr"), "birth", text, date=value)
    assert key_rule(key, said, "date", FR) == rule


@given(st.text(min_size=1, max_size=30))
def test_words_are_found_in_themselves(words: str) -> None:
    assert not words.strip() or stands_in(words, f"« {words} »") or not plain(words)
