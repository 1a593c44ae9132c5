"""Identity: a question's key is assigned once and kept, so that a learner's cards survive every change of text, template or rule."""

import hashlib
import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from quizgen.article import Article
from quizgen.facts import Clause, Fact, Passage, Phrase, Value
from quizgen.items import FORMS, Item
from quizgen.questions import Question
from quizgen.quiz import Quiz

RELEASE_TIME = 1795305600  # 2026-11-22T00:00:00Z: a note's time on a first run; moved on when a release changes the cards' faces
_NAMESPACE = "quizgen:1"  # a new one would orphan every card already learned
_SAME_SENTENCE = 0.5  # share of words two sentences have in common (Jaccard) from which one is a correction of the other
_LONGEST_SUBJECT = 80  # characters of a key's last part


@dataclass(frozen=True, slots=True)
class Asked:
    """What a question asks, as far as its identity needs: `slots` are the texts of the fact's slots, `evidence` its sentence."""

    key: str
    kind: str
    asked_slot: str
    slots: tuple[tuple[str, str], ...]
    evidence: str

    @property
    def frame(self) -> tuple[str, str, tuple[tuple[str, str], ...]]:
        """What stays when only the asked value is corrected: kind, asked slot and the other slots."""
        others = tuple((name, _normal(text)) for name, text in self.slots if name != self.asked_slot)
        return self.kind, self.asked_slot, others


def question_key(article_id: str, kind: str, asked_slot: str, subject: str) -> str:
    """Return a readable key: ("openinfra.fr", "event", "date", "La tour Eiffel") → "openinfra.fr/event/date/la tour eiffel"."""
    return "/".join((article_id.strip(), kind, asked_slot, _normal(subject)[:_LONGEST_SUBJECT].strip()))


def asked(question: Question, article_id: str) -> Asked:
    """Return what `question` asks; its key is the one it gets when it is new."""
    fact = question.fact
    slots = tuple((name, slot_text(value, question.asked_slot)) for name, value in fact.slots)
    key = question_key(article_id, fact.kind, question.asked_slot, subject_of(fact, question.asked_slot))
    return Asked(key, fact.kind, question.asked_slot, slots, fact.evidence.primary.text)


def remembered(quiz: Quiz) -> tuple[Asked, ...]:
    """Return what the items of an earlier quiz ask, and asked before, under the keys they were given; those by hand ask nothing here."""
    items = (*quiz.items, *quiz.passed_over, *quiz.vanished)
    proofs = (item.proof for item in items if item.proof is not None and item.proof.identity)
    return tuple(dict.fromkeys(Asked(p.identity, p.fact_kind, p.asked_slot, p.slots, p.evidence.text) for p in proofs))


def fact_marks(one: Asked) -> frozenset[str]:
    """Return marks of the fact that is asked about, whatever article tells it and whatever slot is asked: a mark in common, the same fact.

    One mark is of all the words in its slots, in any order; the other of what it says of its subject: subject, slot and value.
    """
    value = _normal(dict(one.slots).get(one.asked_slot, ""))
    if not value:
        return frozenset()
    words = sorted({word for _, text in one.slots for word in _normal(text).split()})
    subject = _without_number(one.key).rsplit("/", 1)[-1]
    said = [f"{one.kind}/{one.asked_slot}/{subject}/{value}"] if subject else []
    return frozenset((" ".join(words), *said))


def slot_text(value: Value, asked_slot: str = "") -> str:
    """Return a slot's value as text; of a clause or passage, all but what is asked for."""
    if isinstance(value, Passage):
        return value.with_value(asked_slot, "").text
    if not isinstance(value, Clause):
        return value.text
    subject = "" if value.subject_slot and value.subject_slot == asked_slot else value.subject.text
    verb = (value.clitics + value.finite, value.rest)
    rest = (c.text for c in value.without(asked_slot).complements)
    return " ".join(part for part in (value.lead, subject, *verb, *rest) if part)


def subject_of(fact: Fact, asked_slot: str) -> str:
    """Return what the fact is about, for its key: a clause's subject and verb, else the first slot that is not asked for."""
    for name, value in fact.slots:
        if isinstance(value, Clause):
            return _clause_subject(value, asked_slot)
        if isinstance(value, Passage):
            return slot_text(value, asked_slot)
        if name != asked_slot:
            return value.bare or value.text if isinstance(value, Phrase) else value.text
    return ""


def _clause_subject(clause: Clause, asked_slot: str) -> str:
    verb = clause.lemma or clause.rest or clause.finite
    if clause.subject_slot and clause.subject_slot == asked_slot:
        others = [c.text for c in clause.without(asked_slot).complements]
        return " ".join([verb, *others[:1]])
    return f"{clause.subject.bare or clause.subject.text} {verb}"


def identify(questions: Sequence[Question], article_id: str, old: Quiz | None = None) -> tuple[str, ...]:
    """Return one key for each question. Phrasings of one fact's asked slot share a key; what `old` asked keeps the key it had."""
    everything = [asked(question, article_id) for question in questions]
    distinct = list(dict.fromkeys(everything))
    keys = dict(zip(distinct, assign_identities(distinct, remembered(old) if old else ()), strict=True))
    return tuple(keys[one] for one in everything)


def assign_identities(new: Sequence[Asked], old: Sequence[Asked]) -> tuple[str, ...]:
    """Return a key for each of `new`, no two alike: an old one where the question was asked before, else its own.

    An old key is taken by the same slots and evidence, then by the same key, then by the same slots but for the asked value (2010 → 2011
    corrects a card, it does not orphan it), then by a sentence that overlaps the old one.
    """
    given: dict[int, str] = {}
    for same in (_same_asked, _same_key, _same_frame, _same_sentence):
        _take(new, old, same, given)
    taken = {*given.values(), *(one.key for one in old)}
    for place, one in enumerate(new):
        if place not in given:
            given[place] = _unused(one.key, taken)
            taken.add(given[place])
    return tuple(given[place] for place in range(len(new)))


def _take(new: Sequence[Asked], old: Sequence[Asked], closeness: Callable[[Asked, Asked], float], given: dict[int, str]) -> None:
    """Give old keys to the pairs that `closeness` holds alike, the closest first, then in order."""
    used = set(given.values())
    pairs = [
        (-closeness(one, before), place, number)
        for place, one in enumerate(new)
        if place not in given
        for number, before in enumerate(old)
        if before.key not in used
    ]
    for distance, place, number in sorted(pairs):
        if distance < 0 and place not in given and old[number].key not in used:
            given[place] = old[number].key
            used.add(old[number].key)


def _same_asked(one: Asked, before: Asked) -> float:
    same_slots = {(n, _normal(t)) for n, t in one.slots} == {(n, _normal(t)) for n, t in before.slots}
    return float(one.frame == before.frame and same_slots and one.evidence == before.evidence)


def _same_key(one: Asked, before: Asked) -> float:
    """Between several old keys of one stem (key, key#2), the same slots win, then the nearest sentence."""
    if one.key != _without_number(before.key):
        return 0.0
    return 1.0 + 2.0 * (one.frame == before.frame) + _overlap(one.evidence, before.evidence)


def _same_frame(one: Asked, before: Asked) -> float:
    if one.frame != before.frame or not one.frame[2]:
        return 0.0
    return 1.0 + _overlap(one.evidence, before.evidence)


def _same_sentence(one: Asked, before: Asked) -> float:
    if (one.kind, one.asked_slot) != (before.kind, before.asked_slot):
        return 0.0
    overlap = _overlap(one.evidence, before.evidence)
    return overlap if overlap >= _SAME_SENTENCE else 0.0


def _overlap(a: str, b: str) -> float:
    words, others = set(_normal(a).split()), set(_normal(b).split())
    return len(words & others) / len(words | others) if words and others else 0.0


def _unused(key: str, taken: Iterable[str]) -> str:
    number, candidate = 1, key
    while candidate in taken:
        number += 1
        candidate = f"{key}#{number}"
    return candidate


def _without_number(key: str) -> str:
    return re.sub(r"#\d+$", "", key)


def _normal(text: str) -> str:
    """Return `text` in lower case, its accents kept, with words alone: "L’Été  2010." → "l été 2010"."""
    return " ".join(re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", text).casefold()))


def item_id(key: str, form: str) -> str:
    """Return an item's short name, the same as long as its key is."""
    return _digest("item", key, form)[:8]


def note_guid(key: str, form: str) -> str:
    """Return the GUID of the Anki note for a question's key in a form: never from text, template, rule or pipeline."""
    return _digest("note", key, form)[:24]


def form_of_note(key: str, guid: str) -> str:
    """Return the form of a note of this key that has this GUID, or "" where none has: a person may have given its item another form."""
    return next((form for form in FORMS if note_guid(key, form) == guid), "")


def content_hash(item: Item, article: Article, voice: str = "") -> str:
    """Return a digest of all that a note shows or says of an item, so that its time moves on when, and only when, that changes."""
    evidence = item.proof.evidence.text if item.proof else ""
    origin = (article.title, article.author, article.url, article.licence, article.published)
    shown = [item.form, item.question, item.context, item.feedback, item.hint, item.as_of, list(item.accepted), evidence, *origin]
    answers = [item.answer, getattr(item, "options", None), getattr(item, "correction", None), getattr(item, "distractors", None)]
    return _digest("content", json.dumps([shown, answers, *filter(None, [voice])], ensure_ascii=True))[:24]


def note_time(digest: str, now: int, earlier_digest: str = "", earlier_time: int = 0) -> int:
    """Return a note's modification time in seconds since 1970: kept while its content is, else max(earlier + 1, now).

    Without an earlier time it is RELEASE_TIME: a first run gives the same bytes whenever it is run.
    """
    if not earlier_time:
        return RELEASE_TIME
    return earlier_time if digest == earlier_digest else max(earlier_time + 1, now)


def _digest(*parts: str) -> str:
    return hashlib.sha256("\x1f".join((_NAMESPACE, *parts)).encode("utf-8", "surrogatepass")).hexdigest()
