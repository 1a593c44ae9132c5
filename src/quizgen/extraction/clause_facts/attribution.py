"""Who says a clause: the speaker of its quotation or report, or the source it names ("selon X")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.discourse.pronouns import antecedent
from quizgen.extraction.arguments.argument import Argument
from quizgen.extraction.clauses.parsed_clause import ParsedClause, Unclean
from quizgen.facts import Clause, Phrase, PhraseType
from quizgen.syntax.analysis import Analysis
from quizgen.syntax.dangling import dangling
from quizgen.syntax.phrases import phrase, phrase_tokens
from quizgen.syntax.tree import text_of

if TYPE_CHECKING:
    from spacy.tokens import Token


def attribution(parsed: ParsedClause, found: list[Argument], analysis: Analysis) -> tuple[Phrase | None, list[Argument]]:
    """Return who says the clause, and the arguments without the words that say so ("selon X"). Raises Unclean when nobody can be named."""
    for argument in found:
        first = text_of(argument.tokens).lower()
        if any(first.startswith(mark + " ") for mark in analysis.settings.words("arguments", "source")):
            head = next((t for t in argument.tokens if t.head not in argument.tokens), argument.tokens[-1])
            return speaker_phrase(head, analysis), [a for a in found if a is not argument]
    if parsed.reporter is not None:
        return speaker_phrase(parsed.reporter, analysis), found
    if parsed.sentence.is_quoted and parsed.sentence.speaker is None:
        raise Unclean("quotation without a speaker")
    return parsed.sentence.speaker, found


def speaker_phrase(head: Token, analysis: Analysis) -> Phrase:
    """Return the speaker that `head` names. Raises Unclean when it is no name and no full description."""
    meant = antecedent(head, analysis) if head.pos_ == "PRON" else None
    if meant is not None and meant.type is PhraseType.PERSON:
        return meant
    words = phrase_tokens(head, analysis)
    if not words or dangling(head, words, analysis, as_subject=True):
        raise Unclean("unnamed speaker")
    return phrase(head, analysis, words)


def source_of(clause: Clause, speaker: Phrase | None) -> Phrase | None:
    """Return the speaker, unless it is what the clause is about: « Selon le Pentagone, que regrette le Pentagone ? »."""
    return None if speaker is not None and speaker.text == clause.subject.text else speaker
