"""Distractors: wrong answers of the key's own kind, from the article first, each with its origin; too few safe ones is an answer too."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from quizgen.facts import Clause, Date, Fact, Phrase, PhraseType, Quantity, Value
from quizgen.identity import slot_text
from quizgen.items import seeded
from quizgen.languages.base import CannotPhrase, Language
from quizgen.languages.first_names import gender_of_first_name
from quizgen.questions import Question
from quizgen.writing.distractor_checks import fits, is_safe, overlap
from quizgen.writing.distractor_pool import DistractorPool, Possible
from quizgen.writing.neighbours import bound, near_numbers, near_years

Source = Callable[[Question, DistractorPool], Iterator[Possible]]

_REACH = 25  # years between a key and a distractor taken from the article
WANTED = 2  # three options: more distractors seldom work (Rodriguez 2005)


@dataclass(frozen=True, slots=True)
class Distractor:
    """A wrong answer. `origin` says where it comes from: "article 120-132", "neighbour of the key" or "lexicon: Italie"."""

    text: str
    origin: str


def find_distractors(question: Question, pool: DistractorPool) -> tuple[Distractor, ...]:
    """Return up to two safe distractors of the key's type, grain, format and number, in seeded order; fewer than two where it cannot.

    Siblings (the same slot of another fact) come first, then names of the same type, neighbours of numbers and dates, countries.
    """
    chosen: list[Distractor] = []
    for distractor in _candidates(question, pool):
        if not any(overlap(distractor.text, other.text) for other in chosen):
            chosen.append(distractor)
        if len(chosen) == WANTED:
            break
    return tuple(chosen)


def _candidates(question: Question, pool: DistractorPool) -> Iterator[Distractor]:
    """Yield safe distractors, the best first. Whether one is safe is looked at last, and only as far as it is asked for."""
    value = question.fact.values[question.asked_slot]
    for source in (_siblings, _names, _countries):
        for possible in _fitting(source, question, pool):
            text = _written(question, possible.value, pool)
            same_grain = not isinstance(value, Date) or (len(text.split()) == len(question.key.split()) and _near(value, possible.value))
            if text and same_grain and is_safe(question, text, possible, pool):
                yield Distractor(text, possible.origin)
    yield from _neighbours(question, value, pool)


def _near(date: Date, other: Value) -> bool:
    """Return whether a date lies within a lifetime's reach of another: a date of another age is out at a glance."""
    if not isinstance(other, Date) or not (date.year.isdigit() and other.year.isdigit()):
        return False
    return abs(int(date.year) - int(other.year)) <= _REACH


def _fitting(source: Source, question: Question, pool: DistractorPool) -> Sequence[Possible]:
    """Return the values of one source that have the key's shape, of like length first, then in seeded order.

    The phrasings of one question share them.
    """
    place = (source.__name__, id(question.fact), question.asked_slot, question.key)
    if place not in pool.fitting:
        value = question.fact.values[question.asked_slot]
        once = {slot_text(p.value): p for p in source(question, pool) if fits(value, p.value, question, pool.language)}
        order = sorted(once, key=lambda text: (_length_gap(text, slot_text(value)), seeded(pool.seed, question.key, text)))
        pool.fitting[place] = tuple(once[text] for text in order)
    return pool.fitting[place]


def _length_gap(text: str, key: str) -> int:
    """Return how unlike two lengths are, coarsely, so that the seed still decides among the like."""
    return abs(len(text) - len(key)) // max(4, len(key) // 2)


def _siblings(question: Question, pool: DistractorPool) -> Iterator[Possible]:
    """Yield the values of the asked slot in the other facts of the kind, but those that answer this very stem."""
    frame = _frame(question.fact, question.asked_slot, pool)
    own = question.fact.values[question.asked_slot]
    for fact in pool.facts_by_kind[question.fact.kind]:
        value = fact.values.get(question.asked_slot)
        if value is None or isinstance(value, Clause) or not fits(own, value, question, pool.language):
            continue  # most are out at a glance; the frame takes longer
        if not _same_frame(frame, _frame(fact, question.asked_slot, pool)):
            yield Possible(value, _origin(value, fact), fact)


def _origin(value: Phrase | Date | Quantity, fact: Fact) -> str:
    span = value.span or fact.evidence.primary
    return f"article {span.start}-{span.end}"


def _names(question: Question, pool: DistractorPool) -> Iterator[Possible]:
    value = question.fact.values[question.asked_slot]
    if isinstance(value, Phrase) and value.is_name and is_sure(value, pool.language):
        for name in pool.names_by_type[value.type]:
            if name.span is not None and is_sure(name, pool.language):
                yield Possible(name, f"article {name.span.start}-{name.span.end}")


def is_sure(phrase: Phrase, language: Language) -> bool:
    """Return whether a name is a place's, or surely a person's, by the given name: other names in one article are seldom alike."""
    name = phrase.bare or phrase.text
    if phrase.type is PhraseType.PLACE:
        return True
    return phrase.type is PhraseType.PERSON and " " in name and bool(gender_of_first_name(name, language.lexicon))


def _countries(question: Question, pool: DistractorPool) -> Iterator[Possible]:
    """Yield the countries of the lexicon where the key is one, with the same article, so that « en » and « au » stay right."""
    value = question.fact.values[question.asked_slot]
    if not isinstance(value, Phrase) or value.type is not PhraseType.PLACE:
        return
    articles = {_capital(name): article for name, article in pool.language.lexicon.table("countries").items()}
    bare = value.bare or pool.language.describe(value).bare or value.text
    if bare in articles:
        for name in articles:
            if articles[name] == articles[bare] and len(name) > 3:
                text = value.text[: len(value.text) - len(bare)] + name
                country = Phrase(text, PhraseType.PLACE, value.gender, value.number, bare=name, is_name=True)
                yield Possible(country, f"lexicon: {name}")


def _capital(name: str) -> str:
    """Return a country's name with its capital; a name of several small-letter words is left as it is, and then matches no key."""
    return name.capitalize() if name.isalpha() and name.islower() else name


def _neighbours(question: Question, value: Value, pool: DistractorPool) -> Iterator[Distractor]:
    texts: tuple[str, ...] = ()
    if isinstance(value, Date):
        texts = near_years(question.key, value, pool.latest_year, pool.seed)
    elif isinstance(value, Quantity) and not bound(value.qualifier, pool.language.code):  # "more than 25" holds for more than 20 too
        texts = near_numbers(question.key, value, pool.language.code, pool.seed)
    for text in texts:
        if is_safe(question, text, None, pool):
            yield Distractor(text, "neighbour of the key")


def _written(question: Question, value: Value, pool: DistractorPool) -> str:
    """Return `value` as the template prints its key, so that key and distractor have one format, or "" when it cannot."""
    template = pool.templates.templates[question.template]
    try:
        return pool.templates.render(template, template.key, question.fact.values | {question.asked_slot: value})
    except CannotPhrase:
        return ""


def _frame(fact: Fact, slot: str, pool: DistractorPool) -> frozenset[str]:
    """Return the texts of the slots that are not asked for; of a clause, the verb's lemma and what is left without the asked slot."""
    place = (id(fact), slot)
    if place not in pool.frames:
        others = (value for name, value in fact.slots if name != slot)
        texts = (f"{value.lemma} {slot_text(value, slot)}" if isinstance(value, Clause) else value.text for value in others)
        pool.frames[place] = frozenset(text.casefold() for text in texts if text)
    return pool.frames[place]


def _same_frame(one: frozenset[str], other: frozenset[str]) -> bool:
    """Return whether two facts answer the same stem: one says all that the other says, but for the asked slot."""
    return one <= other or other <= one
