"""What a quiz's items carry from run to run: the note's GUID and time, and the texts as the program wrote them."""

from dataclasses import replace

from quizgen.identity import content_hash, note_guid, note_time
from quizgen.items import Item, Proof
from quizgen.quiz import Quiz
from quizgen.quizfile.layout import editable_fields


def stamp(quiz: Quiz, old: Quiz | None = None, now: int = 0) -> Quiz:
    """Return `quiz` with GUID, content hash, time and generated texts in every proof.

    A note of `old` keeps its time while its content is the same, else gets max(time + 1, `now`), in seconds since 1970.
    """
    known = (*old.passed_over, *old.vanished, *old.items) if old else ()
    earlier = {item.proof.guid: item.proof for item in known if item.proof}
    return replace(quiz, items=tuple(_stamp_item(item, quiz, earlier, now) for item in quiz.items))


def _stamp_item(item: Item, quiz: Quiz, earlier: dict[str, Proof], now: int) -> Item:
    if item.proof is None:
        return item
    guid = note_guid(item.proof.identity, item.form)
    digest = content_hash(item, quiz.article, quiz.voice)
    before = earlier.get(guid)
    time = note_time(digest, now, before.content_hash, before.modified) if before else note_time(digest, now)
    proof = replace(item.proof, guid=guid, content_hash=digest, modified=time, generated=editable_fields(item))
    return replace(item, proof=proof)
