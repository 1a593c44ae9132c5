"""Whether a sentence may be told as it stands: whole, plain, true, in the article's own voice or a named one's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizgen.discourse.pronouns import is_speech
from quizgen.extraction.clause_facts.attribution import speaker_phrase
from quizgen.extraction.clauses.parsed_clause import Unclean
from quizgen.extraction.clauses.subject_checks import disagrees
from quizgen.extraction.clauses.truth import check_truth
from quizgen.syntax.analysis import Analysis, Sentence
from quizgen.syntax.tree import child, children, feature, is_balanced, relation

if TYPE_CHECKING:
    from spacy.tokens import Token

SHORTEST, LONGEST = 7, 40  # words
REFERENCES = re.compile(r"(?:\s*\[\d+\])+")
UNFIT = frozenset("?!:;[]{}|…")
SUBJECTS = ("nsubj", "csubj", "expl")


def check_fitness(sentence: Sentence, analysis: Analysis) -> None:
    """Do nothing for a sentence that may be told as it stands; else raise Unclean with the reason."""
    check_shape(sentence)
    root = sentence.span.root
    group = [root, *children(root, "aux", "cop")]
    finite = next((t for t in group if t.pos_ in {"VERB", "AUX"} and feature(t, "VerbForm") == "Fin"), None)
    subject = child(root, *SUBJECTS)
    if subject is None or finite is None:
        raise Unclean("sentence without a verb")
    text = sentence.evidence.text.lower()
    if any(re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", text) for word in analysis.language.lexicon.words("deixis", "words")):
        raise Unclean("word of the day of writing")
    if any(match.precision in {"partial", "deictic"} for match in analysis.language.find_dates(text)):
        raise Unclean("relative time")
    check_truth(root, finite, sentence, analysis)
    if disagrees(subject, finite):
        raise Unclean("subject and verb disagree")
    if root.lemma_.lower() in analysis.language.lexicon.words("speech", "verbs"):
        if child(root, "ccomp", "parataxis", "obj", "xcomp") is None:
            raise Unclean("speech verb")  # « Ada Stein a annoncé le 24 janvier 2016 »
        if child(root, "ccomp", "parataxis") is not None:
            speaker_phrase(subject, analysis)
    if any(is_conditional(clause, analysis) for clause in children(root, "advcl")):
        raise Unclean("conditional")


def check_shape(sentence: Sentence) -> None:
    """Do nothing for a sentence with a beginning and an end, of middling length, without a quotation; else raise Unclean."""
    text = REFERENCES.sub("", sentence.evidence.text)
    if sentence.is_quoted or is_speech(text):
        raise Unclean("quotation told whole")
    if not SHORTEST <= len(text.split()) <= LONGEST or not text.endswith(".") or not text[:1].isupper():
        raise Unclean("sentence too short or too long to be told whole")
    if UNFIT & set(text) or not is_balanced(text) or "\n" in text:
        raise Unclean("broken sentence")


def is_conditional(clause: Token, analysis: Analysis) -> bool:
    """Return True for a clause that says what must be so for the rest to be true."""
    conditions = analysis.settings.words("passages", "conditional")
    return any(t.lower_ in conditions for t in clause.children if relation(t) in {"mark", "advmod"})
