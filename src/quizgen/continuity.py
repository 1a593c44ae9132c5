"""From one run to the next: what was asked stays asked, in its form and its words; what is asked no more is remembered.

A learner who has known a card for months loses it when another question on the same fact takes its place.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from quizgen.article import Article
from quizgen.identity import Asked, asked, fact_marks, identify, item_id
from quizgen.items import FORMS, Candidate, Item, Proof
from quizgen.quiz import Quiz

_SAME_NOTE, _SAME_WORDS, _SAME_PLACE = 1.0, 2.0, 3.0  # what is added to a score (0 to 1), so that an old note comes before a new one
_NOT_MUCH_WORSE = 0.5  # times the old score: under it, other words are no help to an old note
_KNOWN = 0.25  # what was asked once comes before what never was, where there is room again
_JUDGED = 4.0  # what a person has accepted or changed comes before all: what else is chosen must go with it
OTHER_FORM = "asked before in another form"
ELSEWHERE = "another article of the folder asks it"
REJECTED, DELETED = "rejected before", "deleted before"


def continued(
    candidates: Sequence[Candidate], article: Article, previous: Quiz | None, seed: int, forms: Collection[str] = ()
) -> tuple[list[Candidate], Counter[str]]:
    """Return the candidates with those of an earlier run first, without what a person rejected or deleted; and what was dropped, by reason.

    With another seed than the earlier run's another choice was asked for: then old notes come first no more. What was asked in one form and
    can be asked in it again is not asked in another, but while the same choice holds it. An old form that is not among the `forms` asked
    for, where some are, holds nobody.
    """
    if previous is None:
        return list(candidates), Counter()
    old = _by_identity([*previous.items, *previous.passed_over, *previous.vanished])
    is_same_choice = seed == previous.seed
    deleted = deleted_ids(previous)
    keys = identify([candidate.question for candidate in candidates], article.id, previous)
    possible = {(key, candidate.item.form) for candidate, key in zip(candidates, keys, strict=True)}
    kept, dropped = [], Counter[str]()
    for candidate, key in zip(candidates, keys, strict=True):
        before = [item for item in old.get(key, []) if not forms or item.form in forms]
        same_form = [item for item in before if item.form == candidate.item.form]
        is_held = is_same_choice and any(item in previous.items for item in before)
        if any(item.status == "rejected" for item in old.get(key, [])):
            dropped[REJECTED] += 1
        elif any(item_id(key, form) in deleted for form in FORMS):
            dropped[DELETED] += 1
        elif not same_form and not is_held and any((key, item.form) in possible for item in before):
            dropped[OTHER_FORM] += 1
        else:
            chosen = [item for item in same_form if item.status != "proposed" or (is_same_choice and item in previous.items)]
            preference = _preference(candidate, chosen)
            importance = 1.0 if preference else candidate.importance
            known = _KNOWN if is_same_choice and same_form and not preference else 0.0
            kept.append(replace(candidate, score=candidate.score + preference + known, importance=importance))
    return kept, dropped


def deleted_ids(quiz: Quiz) -> frozenset[str]:
    """Return the ids of the items that a person has deleted from the quiz file."""
    return frozenset(quiz.offered) - {item.id for item in (*quiz.items, *quiz.vanished, *quiz.passed_over)}


def _by_identity(items: Sequence[Item]) -> Mapping[str, list[Item]]:
    found: dict[str, list[Item]] = {}
    for item in items:
        if item.proof and item.proof.identity:
            found.setdefault(item.proof.identity, []).append(item)
    return found


def _preference(candidate: Candidate, old: Sequence[Item]) -> float:
    return max((_likeness(candidate, item) for item in old), default=0.0)


def _likeness(candidate: Candidate, old: Item) -> float:
    """Return how much an old item speaks for a candidate of its note: other words or another place
    only when they are not much worse."""
    if old.status != "proposed":
        return _JUDGED
    item, proof = candidate.item, old.proof
    are_same_words = (item.question, item.answer) == (old.question, old.answer)
    if are_same_words and item.proof and proof and (item.proof.evidence, item.proof.template) == (proof.evidence, proof.template):
        return _SAME_PLACE
    if proof and candidate.score < _NOT_MUCH_WORSE * proof.score:
        return 0.0
    return _SAME_WORDS if are_same_words else _SAME_NOTE


def not_elsewhere(candidates: Sequence[Candidate], article: Article, elsewhere: Collection[str]) -> tuple[list[Candidate], Counter[str]]:
    """Return the candidates on facts that nothing in `elsewhere` asks about (see `told_by`), and how many others there were."""
    if not elsewhere:
        return list(candidates), Counter()
    kept = [each for each in candidates if fact_marks(asked(each.question, article.id)).isdisjoint(elsewhere)]
    return kept, Counter({ELSEWHERE: len(candidates) - len(kept)})


def told_by(quiz: Quiz) -> frozenset[str]:
    """Return the facts that a quiz asks about, in terms that hold across articles."""
    proofs = (item.proof for item in quiz.items if item.proof is not None and item.proof.identity)
    return frozenset(mark for p in proofs for mark in fact_marks(Asked(p.identity, p.fact_kind, p.asked_slot, p.slots, p.evidence.text)))


def remembering(quiz: Quiz, previous: Quiz | None, now: int) -> Quiz:
    """Return `quiz` with the items of the earlier run that are asked no more: those whose sentence has vanished, and the others.

    A vanished item counts as changed at `now`, since its card may be told so; it changes again when it comes back.
    """
    if previous is None:
        return quiz
    asked_now = {item.proof.guid for item in quiz.items if item.proof}
    text = _plain(quiz.article.text)
    vanished, passed_over = [], []
    for item in dict.fromkeys((*previous.items, *previous.passed_over, *previous.vanished)):
        if item.proof is None or not item.proof.guid or item.proof.guid in asked_now or item.status == "rejected":
            continue
        if _plain(item.proof.evidence.text) in text:
            passed_over.append(item)
        else:
            vanished.append(item if item in previous.vanished else replace(item, proof=_changed(item.proof, now)))
    return replace(quiz, vanished=tuple(vanished), passed_over=tuple(passed_over))


def _changed(proof: Proof, now: int) -> Proof:
    return replace(proof, modified=max(proof.modified + 1, now), content_hash="vanished")


def _plain(text: str) -> str:
    return " ".join(text.split())
