"""Assembly: quotas, no redundancy, order of the article, reasons counted, the same for the same seed."""

from collections import Counter
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.article import Article, Block, BlockKind
from quizgen.assembly import Assembled, AssemblyOptions, assemble
from quizgen.facts import Date, Evidence, Fact, Phrase, PhraseType, Quantity, Value
from quizgen.flaws import clash
from quizgen.items import Candidate, Cloze, Finding, Item, MultipleChoice, ShortAnswer, TrueFalse
from quizgen.questions import BLANK, Question

FIRST_NAMES, SURNAMES = ("Alice", "Bruno", "Claire", "Denis", "Irène"), ("Aubry", "Castel", "Darrieux", "Morel", "Tellier")
PEOPLE = [f"{first} {last}" for last in SURNAMES for first in FIRST_NAMES]
TOWNS = [f"{town}-{end}" for end in ("Nord", "Sud", "Lac", "Mer", "Bois") for town in ("Vernes", "Sicard", "Altis", "Boréal", "Orion")]
SENTENCES = [f"{person} naquit à {town}." for person, town in zip(PEOPLE, TOWNS, strict=True)]
TEXT = "\n".join(" ".join(SENTENCES[n:n + 5]) for n in range(0, 25, 5))
STEMS = ["Dans quelle ville naquit {} ?", "Où {} est-elle née ?", "Quel est le lieu de naissance de {} ?", "De quelle ville vient {} ?"]


def blocks() -> tuple[Block, ...]:
    starts = [TEXT.index(SENTENCES[n]) for n in range(0, 25, 5)]
    return tuple(Block(BlockKind.PARAGRAPH, start, end) for start, end in zip(starts, [*starts[1:], len(TEXT)], strict=True))


ARTICLE = Article("test", TEXT, "fr", blocks=blocks())


def fact(number: int, value: Value | None = None) -> Fact:
    start = TEXT.index(SENTENCES[number])
    place = TEXT.index(TOWNS[number])
    town = Phrase(TOWNS[number], PhraseType.PLACE, is_name=True, span=ARTICLE.span(place, place + len(TOWNS[number])))
    evidence = Evidence(ARTICLE.span(start, start + len(SENTENCES[number])))
    return Fact("birth", (("person", Phrase(PEOPLE[number])), ("place", value or town)), evidence, "rule", 0.9)


def candidates(number: int, score: float = 0.5, value: Value | None = None, wording: int | None = None) -> list[Candidate]:
    """One fact in every form; a true/false statement comes true and false."""
    one = fact(number, value)
    key = one.values["place"].text if value is None else str(1000 + number)
    stem = STEMS[number % len(STEMS) if wording is None else wording].format(PEOPLE[number])
    asked = Question(one, "place", stem, key, f"fr/birth/{number % len(STEMS)}", ("short_answer", "multiple_choice"))
    begins = f"{PEOPLE[number]} naquit à"
    said = replace(asked, stem=f"{begins} {BLANK}.", template="fr/birth/statement", statement=f"{begins} {key}.")
    name = f"item{number}"
    return [
        Candidate(asked, ShortAnswer(id=name, question=stem, answer=key), score=score),
        Candidate(asked, MultipleChoice(id=name, question=stem, answer=key, options=(key, "Tulle", "Vichy")), score=score),
        Candidate(said, Cloze(id=name, question=said.stem, answer=key), score=score),
        Candidate(said, TrueFalse(id=name, question=said.statement, answer=True), score=score),
        Candidate(said, TrueFalse(id=name, question=f"{begins} Tulle.", answer=False, correction=said.statement), score=score),
    ]


def everything() -> list[Candidate]:
    return [candidate for number in range(25) for candidate in candidates(number)]


def build(given: list[Candidate], **options: object) -> Assembled:
    return assemble(given, ARTICLE, AssemblyOptions(**options), clash)  # type: ignore[arg-type]


def forms(items: tuple[Item, ...]) -> Counter[str]:
    return Counter(item.form for item in items)


def test_the_usual_mix_of_twenty() -> None:
    found = forms(build(everything()).items)
    assert found.total() == 20
    assert (found["short_answer"], found["multiple_choice"], found["cloze"]) == (8, 7, 4)
    assert found["true_false"] == 1


def test_only_the_forms_asked_for() -> None:
    built = build(everything(), forms=("cloze",))
    assert set(forms(built.items)) == {"cloze"}
    assert built.dropped["form not asked for"] == 100


def test_true_and_false_are_balanced() -> None:
    items = build(everything(), forms=("true_false",)).items
    assert abs(Counter(item.answer for item in items)[True] - len(items) / 2) <= 1


def test_one_item_to_a_fact_in_the_order_of_the_article() -> None:
    kept = build(everything()).kept
    assert len({candidate.question.fact.slots for candidate in kept}) == len(kept)
    starts = [candidate.question.fact.evidence.primary.start for candidate in kept]
    assert starts == sorted(starts)


def test_items_are_spread_over_the_paragraphs() -> None:
    kept = build(everything(), items=10).kept
    assert set(Counter(ARTICLE.paragraph_number(c.question.fact.evidence.primary.start) for c in kept).values()) == {2}


def test_the_better_item_is_kept() -> None:
    given = [*candidates(0, score=0.2), *candidates(1, score=0.6)]
    assert [candidate.question.fact for candidate in build(given, items=1).kept] == [fact(1)]


def test_dates_and_numbers_are_capped() -> None:
    dates = [c for n in range(12) for c in candidates(n, 0.9, Date(str(1000 + n), str(1000 + n), "year"))]
    numbers = [c for n in range(12, 25) for c in candidates(n, 0.9, Quantity(str(1000 + n), str(1000 + n), str(1000 + n)))]
    built = build([*dates, *numbers])
    types = Counter(type(candidate.question.fact.values["place"]) for candidate in built.kept)
    assert types == {Date: 6, Quantity: 7}
    assert built.dropped["enough dates"]
    assert built.dropped["enough numbers"]


def test_no_five_questions_open_the_same_way() -> None:
    given = [c for n in range(25) for c in candidates(n, wording=0) if isinstance(c.item, ShortAnswer)]
    built = build(given)
    assert len(built.items) == 4
    assert built.dropped["enough items that open this way"] == 21


def test_drops_are_counted_by_reason() -> None:
    fatal = replace(candidates(0)[0], findings=(Finding("key in stem", "…", "fatal"),))
    built = build([fatal, *candidates(1)[:2], *candidates(2, score=0.01)[:1]])
    assert built.dropped == {"flaw: key in stem": 1, "another wording of a fact kept": 1, "score too low": 1}


def test_every_candidate_is_kept_or_dropped() -> None:
    for items in (1, 7, 20, 200):
        built = build(everything(), items=items)
        assert len(built.kept) + sum(built.dropped.values()) == len(everything())


def test_what_two_facts_say_alike_is_asked_once() -> None:
    twin = candidates(0)[2]
    other = replace(twin.question, fact=replace(twin.question.fact, kind="place", rule="other"))
    built = build([twin, replace(twin, question=other)])
    assert len(built.kept) == 1
    assert built.dropped == {"asks what an item kept asks": 1}


def test_keys_of_options_are_spread_over_the_places() -> None:
    items = build(everything(), forms=("multiple_choice",), items=12).items
    places = Counter(item.options.index(item.answer) for item in items if isinstance(item, MultipleChoice))
    assert max(places.values()) - min(places.values()) <= 1
    assert all(len(set(item.options)) == 3 for item in items if isinstance(item, MultipleChoice))


def test_options_that_are_dates_keep_their_order() -> None:
    (_, choice, *_) = candidates(0, value=Date("1000", "1000", "year"))
    choice = replace(choice, item=MultipleChoice(id="1", question=choice.item.question, answer="1000", options=("990", "1000", "1010")))
    assert build([choice]).items[0].options == ("990", "1000", "1010")  # type: ignore[union-attr]


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 2**40), st.lists(st.floats(0, 1), min_size=25, max_size=25))
def test_same_seed_same_quiz_whatever_the_scores(seed: int, scores: list[float]) -> None:
    given = [candidate for number, score in enumerate(scores) for candidate in candidates(number, score)]
    assert build(given, seed=seed) == build(given, seed=seed)
    assert len({item.id for item in build(given, seed=seed).items}) == len(build(given, seed=seed).items)
