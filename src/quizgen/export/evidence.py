"""An item's evidence in pieces, so that a page or a card can mark the answer in it."""

from collections.abc import Callable
from dataclasses import dataclass

from quizgen.items import Item


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of an evidence sentence; the pieces joined are the sentence."""

    text: str
    is_answer: bool = False


def evidence_pieces(item: Item, typeset: Callable[[str], str]) -> tuple[Piece, ...]:
    """Return the item's evidence sentence, typeset, with the answer apart where it stands in it word for word; () without proof."""
    if item.proof is None:
        return ()
    sentence = typeset(" ".join(item.proof.evidence.text.split("\n")))
    place = answer_place(item, sentence, typeset)
    if place is None:
        return (Piece(sentence),)
    start, end = place
    parts = (Piece(sentence[:start]), Piece(sentence[start:end], is_answer=True), Piece(sentence[end:]))
    return tuple(part for part in parts if part.text)


def answer_place(item: Item, sentence: str, typeset: Callable[[str], str] = str) -> tuple[int, int] | None:
    """Return where the item's answer, typeset, stands in its evidence `sentence` word for word; None where it does not."""
    for wanted in map(typeset, _answers(item)):
        start = _find(sentence, wanted)
        if start >= 0:
            return start, start + len(wanted)
    return None


def _answers(item: Item) -> tuple[str, ...]:
    """The texts that may be the answer as the article has it: the asked slot's own words, the key, other right answers."""
    proof = item.proof
    value = dict(proof.slots).get(proof.asked_slot, "") if proof else ""
    key = item.answer if isinstance(item.answer, str) else ""
    return tuple(text for text in (key, value, *item.accepted) if text.strip())


def _find(sentence: str, wanted: str) -> int:
    """Return where `wanted` stands in `sentence` as whole words, case and kind of space and apostrophe apart; -1 when it does not."""
    haystack, needle = _folded(sentence), _folded(wanted)
    start = haystack.find(needle)
    while start >= 0:
        if _is_whole(haystack, start, start + len(needle)):
            return start
        start = haystack.find(needle, start + 1)
    return -1


def _is_whole(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (before.isalnum() and text[start].isalnum()) and not (after.isalnum() and text[end - 1].isalnum())


def _folded(text: str) -> str:
    """Return `text` folded character by character, its length kept, so that offsets stay true."""
    return "".join(_fold(character) for character in text)


def _fold(character: str) -> str:
    if character.isspace():
        return " "
    if character in "’ʼ‘":
        return "'"
    low = character.lower()
    return low if len(low) == 1 else character
