"""Subject pronouns whose one antecedent is sure: "It …" after a sentence about one thing, « Elle … » after one about one woman."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.extraction.tree import child, children, relation
from quizgen.facts import PhraseType

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from quizgen.extraction.analysis import Analysis
    from quizgen.facts import Phrase

LATEST = 4  # tokens before the pronoun in its sentence: « En 1989, il … » at most


def antecedent(pronoun: Token, analysis: Analysis) -> Phrase | None:
    """Return the main subject of the sentence before, when the pronoun can only mean it; else None.

    Only the first clause of a sentence is read so, only in one paragraph, only with agreement in gender and number, and only when no other
    noun of the sentence before, nor an earlier one of this sentence, could be meant.
    """
    wanted = analysis.settings.data["pronouns"].get(pronoun.lower_)
    before = sentence_before(pronoun)
    if wanted is None or before is None or pronoun.i - pronoun.sent.start > LATEST or is_impersonal(pronoun):
        return None
    main = before.root
    subject = child(main, "nsubj")
    if subject is None or subject.i > main.i or '"' in before.text or "«" in before.text:
        return None
    from quizgen.extraction.phrases import dangling, phrase, phrase_tokens

    words = phrase_tokens(subject, analysis)
    if not words or dangling(subject, words, analysis, as_subject=True):
        return None
    made = phrase(subject, analysis, words)
    return made if agrees(made, wanted) and not has_rival(before, subject, wanted, analysis) else None


def sentence_before(token: Token) -> Span | None:
    """Return the sentence before a token's own in its paragraph, or None."""
    before = None
    for sentence in token.doc.sents:
        if sentence.start <= token.i < sentence.end:
            return before
        before = sentence
    return None


def is_impersonal(pronoun: Token) -> bool:
    """Return True for « il faut », "it is said that": a subject that stands for nothing."""
    return "expl" in pronoun.dep_ or bool(children(pronoun.head, "expl", "csubj", "ccomp")) and child(pronoun.head, "obj") is None


def agrees(made: Phrase, wanted: dict[str, object]) -> bool:
    """Return True when a phrase has the number, gender and kind that a pronoun wants; an unknown gender agrees with none."""
    person = made.type is PhraseType.PERSON
    gender = wanted.get("gender")
    if made.number != wanted["number"] or (wanted.get("person") is not None and wanted["person"] is not person):
        return False
    return gender is None or made.gender == gender or (not made.gender and made.is_name and not person and gender == "m")


def has_rival(before: Span, subject: Token, wanted: dict[str, object], analysis: Analysis) -> bool:
    """Return True when another noun of the sentence before is a subject or a person that the pronoun could mean."""
    from quizgen.extraction.phrases import phrase

    for token in before:
        if token == subject or token.pos_ not in {"NOUN", "PROPN"} or token in set(subject.subtree):
            continue
        is_subject = relation(token) == "nsubj"
        if (is_subject or token.ent_type_ == "PER") and relation(token) != "flat" and agrees(phrase(token, analysis), wanted):
            return True
    return False
