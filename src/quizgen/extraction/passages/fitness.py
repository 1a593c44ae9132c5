"""Whether a sentence may be told as it stands: whole, plain, true, in the article's own voice or a named one's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.discourse.pronouns import is_speech
from quizgen.extraction.clause_facts.attribution import speaker_phrase
from quizgen.extraction.clauses.parsed_clause import Unclean
from quizgen.extraction.clauses.subject_checks import disagrees
from quizgen.extraction.clauses.truth import check_truth
from quizgen.extraction.passages.times import check_times
from quizgen.syntax.analysis import Analysis, Sentence
from quizgen.syntax.tree import child, children, feature, is_balanced, relation

if TYPE_CHECKING:
    from spacy.tokens import Token

SHORTEST, LONGEST = 7, 40  # words
UNFIT = frozenset("?!:;[]{}|…")
SUBJECTS = ("nsubj", "csubj", "expl")


def check_telling(sentence: Sentence, analysis: Analysis) -> None:
    """Do nothing for a whole sentence that states something plainly, in a voice that has a name; else raise Unclean with the reason."""
    if sentence.is_quoted or is_speech(sentence.evidence.text):
        raise Unclean("quotation told whole")
    root = sentence.span.root
    group = [root, *children(root, "aux", "cop")]
    finite = next((t for t in group if t.pos_ in {"VERB", "AUX"} and feature(t, "VerbForm") == "Fin"), None)
    subject = child(root, *SUBJECTS)
    if subject is None or finite is None:
        raise Unclean("sentence without a verb")
    check_truth(root, finite, sentence, analysis)
    if disagrees(subject, finite):
        raise Unclean("subject and verb disagree")
    if root.lemma_.lower() in analysis.language.lexicon.words("speech", "verbs") and not any(t.dep_ == "aux:pass" for t in root.children):
        check_speech(root, subject, analysis)
    if any(is_conditional(clause, analysis) for clause in children(root, "advcl")):
        raise Unclean("conditional")


def check_speech(verb: Token, subject: Token, analysis: Analysis) -> None:
    """Do nothing for speech whose words and whose speaker the sentence names; else raise Unclean."""
    if child(verb, "ccomp", "parataxis", "obj", "xcomp") is None:
        raise Unclean("speech verb")  # « Ada Stein a annoncé le 24 janvier 2016 »
    if child(verb, "ccomp", "parataxis") is not None:
        speaker_phrase(subject, analysis)


def check_fitness(told: str, sentence: Sentence, analysis: Analysis) -> None:
    """Do nothing for a text `told` of a sentence that has a beginning and an end, is of middling length and speaks of no "now"."""
    text = sentence.evidence.text
    if not SHORTEST <= len(told.split()) <= LONGEST or not text.rstrip("0123456789[] ").endswith("."):
        raise Unclean("sentence too short or too long to be told whole")
    if UNFIT & set(told) or not is_balanced(told) or "\n" in text.strip():
        raise Unclean("broken sentence")
    check_times(told, analysis)


def is_conditional(clause: Token, analysis: Analysis) -> bool:
    """Return True for a clause that says what must be so for the rest to be true."""
    conditions = analysis.settings.words("passages", "conditional")
    return any(t.lower_ in conditions for t in clause.children if relation(t) in {"mark", "advmod"})
