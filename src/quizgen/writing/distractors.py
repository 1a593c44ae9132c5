"""Distractors: wrong answers of the key's own kind, from the article first, each with its origin; too few safe ones is an answer too."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from quizgen.facts import Date, Phrase, Quantity, Value
from quizgen.identity import slot_text
from quizgen.items import seeded
from quizgen.languages.base import CannotPhrase
from quizgen.languages.gazetteers import canonical
from quizgen.questions import BLANK, Question
from quizgen.writing.distractor_checks import fits, is_safe, looks_alike, overlap
from quizgen.writing.distractor_pool import DistractorPool, Possible
from quizgen.writing.distractor_sources import listed, names, siblings
from quizgen.writing.neighbours import bound, near_centuries, near_numbers, near_words, near_years

Source = Callable[[Question, DistractorPool], Iterator[Possible]]

# Years between a key and a distractor taken from the article, by the first year they hold for: a date of another age is out at a glance.
_REACH = ((1950, 6), (1800, 12), (1500, 25), (0, 40))
WANTED = 2  # three options: more distractors seldom work (Rodriguez 2005)


@dataclass(frozen=True, slots=True)
class Distractor:
    """A wrong answer. `origin` says where it comes from: "article 120-132", "neighbour of the key" or "list: country"."""

    text: str
    origin: str


def find_distractors(question: Question, pool: DistractorPool) -> tuple[Distractor, ...]:
    """Return up to two safe distractors of the key's type, grain, format and number, those of like length first; fewer where it cannot.

    Siblings (the same slot of another fact) come first, then names of the same type, lists of names, neighbours of numbers and dates.
    """
    chosen: list[Distractor] = []
    for distractor in safe_distractors(question, pool):
        if any(overlap(distractor.text, other.text) or _are_one(distractor.text, other.text, pool) for other in chosen):
            continue
        if len(chosen) < WANTED:
            chosen.append(distractor)
        elif len(distractor.text) >= len(question.key):
            chosen[-1] = distractor
        if len(chosen) == WANTED and not _key_sticks_out(question, chosen, pool.seed):
            break
    return tuple(chosen)


def _are_one(text: str, other: str, pool: DistractorPool) -> bool:
    """Return whether two options are one thing by two names: "U.S", "the United States"."""
    one, two = (pool.language.describe(Phrase(each)).bare or each for each in (text, other))
    return canonical(one, pool.language.code).casefold() == canonical(two, pool.language.code).casefold()


def _key_sticks_out(question: Question, chosen: Sequence[Distractor], seed: int) -> bool:
    """Return whether the key is the longest option, in the two cases of three where chance would not have it so."""
    is_longest = all(len(distractor.text) < len(question.key) for distractor in chosen)
    return is_longest and seeded(seed, "longest", question.stem) % (WANTED + 1) > 0


def safe_distractors(question: Question, pool: DistractorPool) -> Iterator[Distractor]:
    """Yield every safe distractor, the best first. Whether one is safe is looked at last, and only as far as it is asked for."""
    value = question.fact.values[question.asked_slot]
    if isinstance(value, Date) and value.year == pool.article.published[:4]:
        return  # the year of the news: only its day could be doubted
    if isinstance(value, Date) and ends_a_stretch(question, pool.language.code):
        return  # what was done by 1974 was done by 1977 too
    for source in (siblings, names, listed):
        for possible in _fitting(source, question, pool):
            text = _written(question, possible.value, pool)
            same_grain = not isinstance(value, Date) or (len(text.split()) == len(question.key.split()) and _near(value, possible.value))
            if text and same_grain and looks_alike(text, question.key) and is_safe(question, text, possible, pool):
                yield Distractor(text, possible.origin)
    yield from _neighbours(question, value, pool)


def ends_a_stretch(question: Question, code: str) -> bool:
    """Return whether a blank stands behind a word that makes later dates true as well: "By ____, …"."""
    before = question.stem.partition(BLANK)[0].casefold().split()
    return BLANK in question.stem and bool(bound(" ".join(before[-1:]), code))


def _near(date: Date, other: Value) -> bool:
    """Return whether a date lies within reach of another."""
    if not isinstance(other, Date) or not (date.year.isdigit() and other.year.isdigit()):
        return False
    year = int(date.year)
    return abs(year - int(other.year)) <= next(reach for first, reach in _REACH if year >= first)


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


def _neighbours(question: Question, value: Value, pool: DistractorPool) -> Iterator[Distractor]:
    texts: tuple[str, ...] = ()
    if isinstance(value, Date):
        texts = near_years(question.key, value, pool.latest_year, pool.seed) or near_centuries(question.key, value, pool.seed)
    elif isinstance(value, Quantity) and not bound(value.qualifier, pool.language.code):  # "more than 25" holds for more than 20 too
        texts = near_numbers(question.key, value, pool.language.code, pool.seed)
        texts = texts or near_words(question.key, value, pool.language, pool.seed)
    for text in texts:
        if looks_alike(text, question.key) and is_safe(question, text, None, pool):
            yield Distractor(text, "neighbour of the key")


def _written(question: Question, value: Value, pool: DistractorPool) -> str:
    """Return `value` as the template prints its key, so that key and distractor have one format, or "" when it cannot."""
    template = pool.templates.templates[question.template]
    try:
        return pool.templates.render(template, template.key, question.fact.values | {question.asked_slot: value})
    except CannotPhrase:
        return ""
