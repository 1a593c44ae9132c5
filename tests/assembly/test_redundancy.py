"""One fact is asked once; a sentence gives a second item only when it tells a second thing, and neither gives the other away."""

from dataclasses import replace

from quizgen.article import Article, Block, BlockKind
from quizgen.assembly import AssemblyOptions, assemble
from quizgen.assembly.mixes import mix
from quizgen.facts import Clause, Evidence, Fact, Phrase
from quizgen.flaws import clash
from quizgen.items import Candidate, ShortAnswer
from quizgen.questions import Question

ONE = "Fondée en 1921, la revue Orgéval emploie trente journalistes et paraît chaque jeudi."
OTHER = "La revue Orgéval emploie trente journalistes à Vernes."
TEXT = f"{ONE} {OTHER}"
ARTICLE = Article("revue", TEXT, "fr", blocks=(Block(BlockKind.PARAGRAPH, 0, len(TEXT)),))


def candidate(stem: str, key: str, sentence: str = ONE, clause: str = "", score: float = 0.6) -> Candidate:
    start = TEXT.index(sentence)
    slots: list[tuple[str, Phrase | Clause]] = [("subject", Phrase(key))]
    if clause:
        place = TEXT.index(clause)
        slots.append(("action", Clause(Phrase("la revue"), "x", span=ARTICLE.span(place, place + len(clause)))))
    fact = Fact("action", tuple(slots), Evidence(ARTICLE.span(start, start + len(sentence))), "rule", 0.9)
    question = Question(fact, "subject", stem, key, "fr/action/x", ("short_answer",))
    return Candidate(question, ShortAnswer(id=stem, question=stem, answer=key), score=score)


FOUNDED = candidate("En quelle année la revue Orgéval a-t-elle été fondée ?", "1921", score=0.9)
STAFF = candidate("Combien de journalistes la revue Orgéval emploie-t-elle ?", "trente")
DAY = candidate("Quel jour Orgéval paraît-elle ?", "jeudi")


def why(*given: Candidate) -> dict[str, int]:
    return dict(assemble(given, ARTICLE, AssemblyOptions(), clash).dropped)


def test_a_second_thing_of_one_sentence_may_be_asked() -> None:
    assert why(FOUNDED, STAFF) == why(FOUNDED, DAY) == {}


def test_a_second_slot_of_one_clause_is_not_asked() -> None:
    clause = "la revue Orgéval emploie trente journalistes"
    who = candidate("Quelle revue emploie trente journalistes ?", "la revue Orgéval", clause=clause, score=0.9)
    how_many = candidate("Combien de personnes y travaillent ?", "trente", clause=clause)
    assert why(who, how_many) == {"another item on a clause kept": 1}


def test_an_item_that_prints_the_key_of_another_on_its_sentence_is_left_out() -> None:
    told = candidate("Quel titre, fondé en 1921, paraît chaque jeudi ?", "Orgéval", score=0.8)
    assert why(FOUNDED, told) == {"another item on a sentence kept": 1}


def test_what_two_sentences_tell_is_asked_once() -> None:
    again = candidate("Combien de journalistes la revue Orgéval emploie-t-elle à Vernes ?", "une trentaine", OTHER, score=0.5)
    assert why(STAFF, again) == {"tells what an item kept tells": 1}


def test_one_predicate_of_two_names_is_two_facts() -> None:
    one = candidate("Dans quelle ville naquit Jeanne Aubry ?", "Vernes", score=0.9)
    other = candidate("Dans quelle ville naquit Paul Aubry ?", "Altis", OTHER)
    assert why(one, other) == {}


def test_weak_items_do_not_fill_a_short_quiz() -> None:
    assert why(FOUNDED, replace(DAY, score=0.1)) == {"score too low": 1}


def test_a_page_offers_more_choices_than_a_deck() -> None:
    assert mix(("html",))["multiple_choice"] > mix(("anki", "html"))["multiple_choice"] > mix(("anki",))["multiple_choice"]
    assert sum(mix(("anki",)).values()) == 1
    assert mix(("anki",), ("cloze",)) == {"cloze": 1}
