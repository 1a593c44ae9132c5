"""What a person did to a quiz survives the next run: a three-way merge of the texts generated before, a person's, and those of now."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from quizgen.continuity import deleted_ids
from quizgen.identity import content_hash, note_guid, note_time
from quizgen.items import Cloze, Item, MultipleChoice, Proof
from quizgen.questions import BLANK
from quizgen.quiz import Quiz
from quizgen.quizfile.correcting import uncorrected
from quizgen.quizfile.layout import READ, editable_fields
from quizgen.quizfile.touching import changed_fields, has_another_form, is_touched, without_replaced_bases
from quizgen.quizfile.verification import locate

_KEPT = ("accepted", "edited")
_TOGETHER = ("answer", "options", "question")  # fields that must fit each other: where they no longer do, a person's stand


def merge(made: Quiz, previous: Quiz | None, now: int) -> Quiz:
    """Return the quiz just made with what a person did to the previous one.

    Items that were accepted, edited, rejected, written by hand or put in another order stay so; the rest are proposals as made, those
    deleted by hand left out. An item whose sentence is gone is among the vanished, with the person's texts.
    """
    if previous is None:
        return _counted(replace(made, offered=_ids(made.items)))
    previous = without_replaced_bases(previous, made.release)
    deleted = deleted_ids(previous)
    fresh = {_key(item): item for item in made.items if item.id not in deleted}
    kept, gone = _kept(previous.items, made, fresh, now)
    here = {_key(item) for item in (*kept, *gone)}
    absent = [item for item in (*previous.vanished, *previous.passed_over) if is_touched(item) and _key(item) not in here]
    back, still_gone = _kept(absent, made, fresh, now)
    known = {_key(item) for item in (*kept, *back, *gone, *still_gone)}
    proposals = [item for key, item in fresh.items() if key not in known]
    room = max(0, made.account.asked_for - sum(item.status != "rejected" for item in (*kept, *back))) if kept else len(proposals)
    items = _in_order(kept, [*back, *proposals[:room]], previous.items)
    vanished = _without(made.vanished, items)
    return _counted(
        replace(
            made,
            items=items,
            vanished=vanished + _without((*gone, *still_gone), (*vanished, *items)),
            passed_over=_without(made.passed_over, (*items, *gone, *still_gone)),
            offered=tuple(dict.fromkeys((*previous.offered, *_ids(items)))),
            title=previous.title if previous.title != previous.article.title else made.title,
        )
    )


def _counted(quiz: Quiz) -> Quiz:
    """Return the quiz with an account of the items that are in it now, not of those chosen before a person's were put beside them."""
    shown = [item for item in quiz.items if item.status != "rejected"]
    places = Counter(quiz.article.paragraph_number(item.proof.evidence.start) for item in shown if item.proof)
    return replace(quiz, account=replace(quiz.account, kept=len(shown), coverage=dict(sorted(places.items()))))


def _key(item: Item) -> str:
    """Return what makes two items one: the question's identity, whatever the form; of an item written by hand its id."""
    return item.proof.identity if item.proof and item.proof.identity else item.id


def _ids(items: Sequence[Item]) -> tuple[str, ...]:
    return tuple(item.id for item in items if item.proof is not None)


def _without(items: Sequence[Item], others: Sequence[Item]) -> tuple[Item, ...]:
    ids = {item.id for item in others}
    return tuple(item for item in items if item.id not in ids)


def _kept(before: Sequence[Item], made: Quiz, fresh: Mapping[str, Item], now: int) -> tuple[list[Item], list[Item]]:
    """Return the items of `before` that stay, merged, and those that a person touched but whose sentence is gone."""
    kept: list[Item] = []
    gone: list[Item] = []
    for item in before:
        again = fresh.get(_key(item))
        if again is not None and type(again) is type(item):
            kept.append(_merged(item, again, made, now))
        elif is_touched(item):
            anchored = _anchored(item, made, now)
            (gone if anchored is None else kept).append(anchored or item)
    return kept, gone


def _merged(item: Item, again: Item, made: Quiz, now: int) -> Item:
    """Return `again` with what a person changed in `item` since it was generated.

    What was accepted stays word for word, unless the article now says it in another sentence.
    """
    if not is_touched(item) or item.proof is None or again.proof is None:
        return again
    ours: dict[str, Any] = {"status": item.status, **changed_fields(item)}
    if item.status in _KEPT and item.proof.evidence.text == again.proof.evidence.text:
        ours |= {name: value for name, value in editable_fields(item) if name in READ}
    mixed = _fitted(replace(again, **ours), item)
    return replace(mixed, proof=_timed(again.proof, mixed, item.proof, made, now))


def _fitted(mixed: Item, mine: Item) -> Item:
    """Return an item whose answer, options and question fit each other: a person's options with the new key in the old one's place, else
    all three as the person left them."""
    if isinstance(mixed, MultipleChoice) and mixed.answer != mine.answer and mixed.answer not in mixed.options:
        mixed = replace(mixed, options=tuple(mixed.answer if option == mine.answer else option for option in mixed.options))
    if _is_whole(mixed):
        return mixed
    return replace(mixed, **{name: getattr(mine, name) for name in _TOGETHER if hasattr(mine, name)})


def _timed(proof: Proof, item: Item, before: Proof, made: Quiz, now: int) -> Proof:
    """Return the proof of a merged item: its note's time moves on only when its content is not what it was."""
    digest = content_hash(item, made.article, made.voice)
    return replace(proof, content_hash=digest, modified=note_time(digest, now, before.content_hash, before.modified))


def _is_whole(item: Item) -> bool:
    if isinstance(item, MultipleChoice):
        return item.options.count(item.answer) == 1
    return not isinstance(item, Cloze) or item.question.count(BLANK) == 1


def _anchored(item: Item, made: Quiz, now: int) -> Item | None:
    """Return the item with its proof where the article says it now; None when it says it no more."""
    if item.proof is None:
        return item
    evidence = locate(item.proof.evidence, made.article)
    if evidence is None:
        return None
    support = tuple(found for span in item.proof.support if (found := locate(span, made.article)) is not None)
    before = item.proof
    proof = replace(before, evidence=evidence, support=support)
    if has_another_form(item):  # another note, of which the program has written nothing yet
        proof = replace(proof, guid=note_guid(proof.identity, item.form), generated=())
        item = replace(item, status="edited" if item.status == "proposed" else item.status)
    return replace(item, proof=_timed(proof, replace(item, proof=proof), before, made, now))


def _in_order(kept: Sequence[Item], proposals: Sequence[Item], before: Sequence[Item]) -> tuple[Item, ...]:
    """Return all items: proposals in their places in the text, unless a person has put the items in another order: then at the end."""
    starts = [item.proof.evidence.start for item in before if item.proof is not None]
    if starts != sorted(starts):
        return (*kept, *proposals)
    placed = list(kept)
    for item in proposals:
        start = item.proof.evidence.start if item.proof else 0
        after = [place for place, other in enumerate(placed) if other.proof is not None and other.proof.evidence.start <= start]
        placed.insert(after[-1] + 1 if after else 0, item)
    return tuple(placed)


def as_generated(quiz: Quiz) -> Quiz:
    """Return `quiz` as the program wrote it: without a person's changes, judgements, deletions and own items."""
    items, vanished, passed_over = (
        tuple(_as_generated(item) for item in items if item.proof is not None) for items in (quiz.items, quiz.vanished, quiz.passed_over)
    )
    article = uncorrected(quiz)
    return replace(quiz, article=article, title=article.title, items=items, vanished=vanished, passed_over=passed_over, offered=())


def _as_generated(item: Item) -> Item:
    written: dict[str, Any] = dict(item.proof.generated) if item.proof else {}
    return replace(item, **(written | {"status": "proposed"}))
