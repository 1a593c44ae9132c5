"""Where values for distractors are looked for: the same slot of other facts, names of the article, lists of names of one kind."""

import re
from collections.abc import Iterator
from dataclasses import replace

from quizgen.facts import Clause, Date, Fact, Passage, Phrase, PhraseType, Quantity
from quizgen.identity import slot_text
from quizgen.languages.gazetteers import Listed, canonical, gazetteer, rows
from quizgen.languages.words import pattern
from quizgen.questions import Question
from quizgen.writing.distractor_checks import fits
from quizgen.writing.distractor_pool import DistractorPool, Possible
from quizgen.writing.grain import has_one_value, is_sure

_PLACES, _EXACT = frozenset({"country", "city"}), frozenset({"language", "currency"})
_DESCRIBED = {"description": ("profession", "nationality")}  # what may be swapped within such a slot
_FEWEST = 4
_BENDS = re.compile(r"\b(?:an?|de|d['’]|l['’]|la|le|du)\s*$", re.IGNORECASE)  # what changes before a vowel: a/an, d'/de
_VOWELS = frozenset("aàâeéèêëiîïoôuûüyœæ")


def siblings(question: Question, pool: DistractorPool) -> Iterator[Possible]:
    """Yield the values of the asked slot in the other facts of the kind, but those that answer this very stem."""
    frame = _frame(question.fact, question.asked_slot, pool)
    own = question.fact.values[question.asked_slot]
    for fact in pool.facts_by_kind[question.fact.kind]:
        value = fact.values.get(question.asked_slot)
        if value is None or isinstance(value, Clause | Passage) or not fits(own, value, question, pool.language):
            continue  # most are out at a glance; the frame takes longer
        if not _same_frame(frame, _frame(fact, question.asked_slot, pool)):
            yield Possible(value, _origin(value, fact), fact)


def _origin(value: Phrase | Date | Quantity, fact: Fact) -> str:
    span = value.span or fact.evidence.primary
    return f"article {span.start}-{span.end}"


def _frame(fact: Fact, slot: str, pool: DistractorPool) -> frozenset[str]:
    """Return the texts of the slots that are not asked for; of a clause, the verb's lemma and what is left without the asked slot."""
    place = (id(fact), slot)
    if place not in pool.frames:
        others = (value for name, value in fact.slots if name != slot)
        texts = (f"{value.lemma} {slot_text(value, slot)}" if isinstance(value, Clause) else slot_text(value, slot) for value in others)
        pool.frames[place] = frozenset(text.casefold() for text in texts if text)
    return pool.frames[place]


def _same_frame(one: frozenset[str], other: frozenset[str]) -> bool:
    """Return whether two facts answer the same stem: one says all that the other says, but for the asked slot."""
    return one <= other or other <= one


def names(question: Question, pool: DistractorPool) -> Iterator[Possible]:
    """Yield the names of the article that are of the key's type beyond doubt."""
    value = question.fact.values[question.asked_slot]
    if isinstance(value, Phrase) and value.is_name and is_sure(value, pool):
        for name in pool.names_by_type[value.type]:
            if name.span is not None and is_sure(name, pool):
                yield Possible(pool.as_written(name), f"article {name.span.start}-{name.span.end}")


def listed(question: Question, pool: DistractorPool) -> Iterator[Possible]:
    """Yield the key with the name in it swapped for others of its list, where the relation has one value: « à Lisbonne » for « à Madrid ».

    What the article speaks of anywhere is left out: it may be true too (Marie Curie, Polish and French).
    """
    value = question.fact.values[question.asked_slot]
    if not isinstance(value, Phrase) or not has_one_value(question):
        return
    for own in _names_in(value, question.asked_slot, pool):
        for other in _others(own, pool):
            if _agree(own, other, value.text, pool) and not pool.speaks_of(other.name):
                yield Possible(_swapped(value, own.name, other.name), f"list: {own.kind}")


def _others(own: Listed, pool: DistractorPool) -> list[Listed]:
    """Return the other names of a row; for a country whose article few of its continent have (« aux États-Unis »), those of the world."""
    lists = rows(pool.language.code)
    near = [other for other in lists[own.kind, own.row] if other.name != own.name]
    if own.kind != "country" or sum(_same_article(own, other, pool) for other in near) >= _FEWEST:
        return near
    return [other for (kind, _), names in lists.items() if kind == own.kind for other in names if other.name != own.name]


def _names_in(value: Phrase, slot: str, pool: DistractorPool) -> list[Listed]:
    """Return the listed name that a key ends in (a place), is (a language) or holds (a description): the longest, by kind."""
    known = gazetteer(pool.language.code)
    bare = canonical(value.bare or value.text, pool.language.code).casefold()
    if value.type is PhraseType.PLACE:
        text = f" {value.text.casefold()}"
        ends = [each for name, all_ in known.items() if text.endswith((f" {name}", f"'{name}", f"’{name}")) for each in all_]
        return sorted((each for each in ends if each.kind in _PLACES), key=lambda each: -len(each.name))[:1]
    if any(each.kind in _EXACT for each in known.get(bare, ())):
        return [each for each in known[bare] if each.kind in _EXACT]
    for kind in _DESCRIBED.get(slot, ()):
        held = [each for all_ in known.values() for each in all_ if each.kind == kind and len(pattern(each.name).findall(value.text)) == 1]
        if held:
            return sorted(held, key=lambda each: -len(each.name))[:1]
    return []


def _agree(own: Listed, other: Listed, text: str, pool: DistractorPool) -> bool:
    """Return whether one name may stand in `text` where the other does: the same gender, the same article, and no other elision."""
    gender = own.gender == other.gender or "" in (own.gender, other.gender)
    before = text[: text.casefold().rfind(own.name.casefold())]
    return _same_article(own, other, pool) and gender and (_onset(own.name) == _onset(other.name) or not _BENDS.search(before))


def _same_article(own: Listed, other: Listed, pool: DistractorPool) -> bool:
    articles = pool.language.lexicon.table("countries")
    return own.kind != "country" or articles.get(own.name.lower()) == articles.get(other.name.lower())


def _onset(name: str) -> str:
    """Return "v", "h" or "c": before a vowel, an h or a consonant, articles and prepositions differ (a/an, d'/de)."""
    first = name[0].lower()
    return "v" if first in _VOWELS else "h" if first == "h" else "c"


def _swapped(value: Phrase, old: str, new: str) -> Phrase:
    written = pattern(old).search(value.text)
    new = new if written is None or written.group()[0].isupper() or new[0].isupper() else new.lower()
    text, bare = (pattern(old).sub(new.replace("\\", ""), each, count=1) for each in (value.text, value.bare))
    return replace(value, text=text, bare=bare, accepted=(), span=None)
