"""What stands around a pronoun: the sentence before, the words before it in its own, an open quotation; and what agrees with it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizgen.facts import PhraseType
from quizgen.syntax.tree import child, children, feature

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from quizgen.facts import Phrase

SHORTEST_SPEECH = 6  # words in quotation marks: less is a term
QUOTED = re.compile(r"«[^«»]*(?:»|$)|“[^“”]*(?:”|$)|\"[^\"]*(?:\"|$)")
SAID_OF_SUBJECT = frozenset({"VERB", "ADJ", "NOUN", "PROPN"})  # open what is said of the subject: « Cheval rapide, il … »


def sentence_before(token: Token) -> Span | None:
    """Return the sentence before a token's own in its paragraph, or None."""
    before = None
    for sentence in token.doc.sents:
        if sentence.start <= token.i < sentence.end:
            return before
        before = sentence
    return None


def is_quoted(token: Token) -> bool:
    """Return True inside a quotation that is still open: what "his voice" means there, its speaker knows."""
    before = token.doc.text[: token.idx]
    return before.count('"') % 2 == 1 or before.count("«") > before.count("»") or before.count("“") > before.count("”")


def is_speech(text: str) -> bool:
    """Return True for a sentence with a quotation that is more than a term."""
    return any(len(m.group().split()) >= SHORTEST_SPEECH for m in QUOTED.finditer(text)) or text.count('"') % 2 == 1


def opening_of(pronoun: Token) -> list[Token]:
    """Return the words before a pronoun in its sentence, without what is said of its own subject: « Soignée par Ada, elle … »."""
    verb, opening = pronoun.head, list(pronoun.doc[pronoun.sent.start : pronoun.i])
    said = [c for c in children(verb, "advcl", "acl", "amod") if c.i < pronoun.i and child(c, "nsubj", "mark") is None]
    of_subject = {t for c in said if feature(c, "VerbForm") != "Fin" and not feature(c, "Mood") for t in c.subtree}
    if opening and opening[0].pos_ in SAID_OF_SUBJECT and opening[0].ent_type_ != "PER" and is_fronted(pronoun):
        return []  # « Devenu pilote pour Ada Stein, il … », whatever the parser makes of it
    return [t for t in opening if t not in of_subject]


def is_fronted(pronoun: Token) -> bool:
    """Return True for a subject pronoun behind a comma, where no verb stands before with a subject of its own."""
    before = pronoun.doc[pronoun.sent.start : pronoun.i]
    return pronoun.nbor(-1).text == "," and not any(feature(t, "VerbForm") == "Fin" for t in before) if len(before) else False


def agrees(made: Phrase, wanted: dict[str, object]) -> bool:
    """Return True when a phrase has the number, gender and kind that a pronoun wants; an unknown gender agrees with none."""
    person = made.type is PhraseType.PERSON
    gender = wanted.get("gender")
    if made.number != wanted["number"] or (wanted.get("person") is not None and wanted["person"] is not person):
        return False
    return gender is None or made.gender == gender or (not made.gender and made.is_name and not person and gender == "m")
