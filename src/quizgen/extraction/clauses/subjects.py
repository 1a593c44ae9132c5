"""The subject of a clause, and what a pronoun or a bare description stands for there."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from quizgen.discourse.descriptions import completed
from quizgen.discourse.hypernyms import topic_named_by
from quizgen.discourse.leaning import is_told_first
from quizgen.discourse.possessives import with_owner
from quizgen.discourse.pronouns import antecedent
from quizgen.extraction.clauses.parsed_clause import Unclean
from quizgen.extraction.clauses.relative_clauses import RELATIVE_PRONOUNS, antecedent_of_relative, cleft_focus, follows_relative
from quizgen.syntax.analysis import Analysis
from quizgen.syntax.dangling import dangling, is_demonstrative
from quizgen.syntax.phrases import phrase, phrase_tokens
from quizgen.syntax.tree import child, feature, relation, trimmed

if TYPE_CHECKING:
    from spacy.tokens import Token

    from quizgen.facts import Phrase

ORDINAL = re.compile(r"\d+(?:st|nd|rd|th|er|re|e)\b")


def find_subject(verb: Token, analysis: Analysis) -> tuple[Token, bool]:
    """Return the subject's head, and whether it was found through a relative pronoun."""
    own = child(verb, "nsubj")
    if own is None:
        shared = child(verb.head, "nsubj")
        if shared is None or any(relation(c) in {"nsubj", "expl"} for c in verb.children):
            raise Unclean("no subject")
        if has_rival_subject(verb):
            raise Unclean("subject not sure")
        if relation(verb.head) == "acl" and shared.lower_ in RELATIVE_PRONOUNS:
            return antecedent_of_relative(verb.head, analysis), True
        return shared, False
    if own.lower_ in RELATIVE_PRONOUNS and relation(verb) == "acl":
        return antecedent_of_relative(verb, analysis), True
    if relation(verb) == "acl" or follows_relative(own, verb):
        raise Unclean("relative clause")
    return own, False


def has_rival_subject(verb: Token) -> bool:
    """Return True when another subject stands between a verb and the one whose subject it shares (« …, qui dort, mais possède … »)."""
    first, last = sorted((verb.head.i, verb.i))
    return any(relation(t) == "nsubj" and t.head not in (verb, verb.head) for t in verb.doc[first:last])


def subject_words(subject: Token, verb: Token, analysis: Analysis, *, is_relative: bool) -> list[Token]:
    """Return the subject's tokens; of an antecedent, without the relative clause itself."""
    words = phrase_tokens(subject, analysis)
    if not is_relative:
        return words
    barred = set(verb.subtree)
    if cleft_focus(verb) == subject:  # without what explains it between commas
        words = words[: next((n for n, t in enumerate(words) if t.text == ","), len(words))]
    return trimmed([t for t in words if t not in barred and t.i < verb.left_edge.i])


def stands_for(subject: Token, words: tuple[Token, ...], analysis: Analysis) -> Phrase | None:
    """Return what a subject pronoun or a bare description means, when that is sure; else None."""
    if subject.pos_ == "PRON":
        return antecedent(subject, analysis)
    if words and words[0] != subject and feature(words[0], "Poss") == "Yes":
        return with_owner(phrase(subject, analysis, words), words, analysis)
    topic = topic_named_by(subject, analysis) if len(words) <= 2 and subject.pos_ == "NOUN" else None
    if topic is not None:
        return topic
    bare = len(words) <= 2 and subject.pos_ == "NOUN" and any(feature(t, "Definite") == "Def" for t in words)
    pointing = len(words) == 2 and subject.pos_ == "NOUN" and is_demonstrative(words[0], analysis)
    if not is_told_first(subject, analysis):
        return None  # « le film » is hardly « le film de Cassavetes », which the article brings in later, or beside another
    if pointing:
        full = completed(subject, phrase(subject, analysis, [subject]), analysis.full_descriptions)
        return with_article(full, analysis) if full is not None and not full.text[:1].isupper() else None
    if bare or (words and dangling(subject, words, analysis, as_subject=True) in {"bare description", "vague noun"}):
        full = completed(subject, phrase(subject, analysis, words), analysis.full_descriptions)
        return full if full is not None and not tells_one_of_several(full, analysis) else None
    return None


def tells_one_of_several(full: Phrase, analysis: Analysis) -> bool:
    """Return True for a full description that sets its thing off from others: "the match" is hardly "the last match of the day"."""
    ordering = analysis.settings.words("time", "ordering") | analysis.settings.words("time", "ages")
    return any(word.lower() in ordering or ORDINAL.match(word) for word in full.bare.split())


def with_article(full: Phrase, analysis: Analysis) -> Phrase:
    """Return a full description with its definite article: « ce trafic » is « le trafic de piastres »."""
    articles = analysis.settings.data["articles"]
    article = articles["plural"] if full.number == "p" else articles["feminine" if full.gender == "f" else "masculine"]
    return replace(full, text=f"{article} {full.text}", is_definite=True)
