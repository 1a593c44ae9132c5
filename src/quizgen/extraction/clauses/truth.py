"""Whether a clause is a plain statement: not negated, hedged, hypothetical, asked, or to be done."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from quizgen.extraction.clauses.parsed_clause import Unclean
from quizgen.languages.base import less
from quizgen.syntax.analysis import Analysis, Sentence
from quizgen.syntax.tree import child, children, feature, relation

if TYPE_CHECKING:
    from spacy.tokens import Token


VERBAL = frozenset({"VERB", "AUX"})


def check_truth(verb: Token, finite: Token, sentence: Sentence, analysis: Analysis, *, whole: bool = False) -> None:
    """Raise Unclean for what is no plain statement: negated, hedged, hypothetical, asked, or told by an unknown voice.

    A sentence told as a `whole` says itself in whose view it is so.
    """
    lexicon, settings = analysis.language.lexicon, analysis.settings
    if sentence.is_quoted and verb.lemma_.lower() in lexicon.words("speech", "verbs"):
        raise Unclean("speech verb")
    if is_negated(verb, finite, analysis):
        raise Unclean("negated")
    own = [*verb.children, *([verb] if verb.head == verb else [])]
    if verb.lower_ in settings.words("verbs", "conditions") and verb.i + 1 < len(verb.doc) and verb.nbor(1).lower_ == "that":
        raise Unclean("conditional")  # "provided that it is good"
    if any(is_conditional(clause, analysis) for part in (verb, *children(verb, "xcomp")) for clause in children(part, "advcl")):
        raise Unclean("conditional")
    if feature(finite, "Mood") in {"Cnd", "Sub", "Imp"} or ends_as_conditional(finite, analysis):
        raise Unclean("conditional")
    comparing = settings.words("connectors", "comparing")
    if any(t.lower_ in comparing and not opens_quantity(t) for t in own if relation(t) == "advmod"):
        raise Unclean("comparison without its other side")
    if is_obligation(verb, analysis):
        raise Unclean("hedged")
    if verb.lemma_.lower() in settings.words("verbs", "momentary"):
        raise Unclean("age at a moment")
    group = [verb, finite, *children(verb, "aux")]
    doubts = less(lexicon.words("hedges", "verbs"), settings.words("verbs", "keep_their_strength"))
    if child(verb, "xcomp", "ccomp") is None:
        doubts = less(doubts, settings.words("verbs", "doubtful_of_another"))
    if any(t.lemma_.lower() in doubts for t in group):
        raise Unclean("hedged")
    weak = less(lexicon.words("hedges", "adverbs"), settings.words("connectors", "keep_their_strength"))
    if any(t.lower_ in weak for t in own):
        raise Unclean("hedged")
    if sentence.is_question:
        raise Unclean("question")
    if not whole and is_told_by_a_version(verb, settings.words("arguments", "versions")):
        raise Unclean("reported clause")


def is_conditional(clause: Token, analysis: Analysis) -> bool:
    """Return True for a clause that says what must be so for the rest to be true."""
    conditions = analysis.settings.words("passages", "conditional")
    return any(t.lower_ in conditions for t in clause.children if relation(t) in {"mark", "advmod"})


def is_told_by_a_version(verb: Token, versions: frozenset[str]) -> bool:
    """Return True behind « … livre une version du mythe : », and in a sentence that opens with "In Ann Roy's view, …"."""
    opening = next((t.i for t in verb.sent if t.text in {",", ":"}), verb.sent.end)
    colon = next((t.i for t in verb.sent if t.text == ":"), -1)
    stretch = verb.doc[verb.sent.start : colon] if verb.sent.start < colon < verb.i else verb.doc[verb.sent.start : min(opening, verb.i)]
    is_view = any(t.lemma_.lower() in versions for t in stretch)
    return is_view and (colon == stretch.end or (stretch[0].pos_ == "ADP" and not any(t.pos_ in VERBAL for t in stretch)))


def is_negated(verb: Token, finite: Token, analysis: Analysis) -> bool:
    """Return True for "did not", "no ship sank", and where the parser hung « n'… pas » elsewhere: « n'a pas encore déterminé »."""
    doc, negating = verb.doc, analysis.settings.words("verbs", "negating")
    for i in range(max(0, finite.i - 3), verb.i):
        if doc[i].lower_ in negating and i >= verb.sent.start and not any(v.pos_ in VERBAL for v in doc[i : finite.i]):
            return True
    words = analysis.language.lexicon.words("negation", "words")
    determiners = (t for c in verb.children for t in c.children if t.pos_ == "DET")
    own = chain(verb.children, (verb,) if verb.head == verb else (), determiners)
    return any(t.lower_ in words or feature(t, "Polarity") == "Neg" for t in own)


def opens_quantity(token: Token) -> bool:
    """Return True for « plus de 25 millions », "more than 25 million"."""
    return token.i + 1 < len(token.doc) and token.nbor(1).lower_ in {"de", "d'", "d’", "than", "que", "qu'", "qu’"}


def ends_as_conditional(finite: Token, analysis: Analysis) -> bool:
    """Return True for a verb that its ending shows to be conditional, whatever the tagger says: a second look."""
    endings, roots = analysis.settings.data["verbs"]["conditional_endings"], analysis.settings.data["verbs"]["endings_of_other_lemmas"]
    return finite.lower_.endswith(tuple(endings)) and not finite.lemma_.lower().endswith(tuple(roots))


def is_obligation(verb: Token, analysis: Analysis) -> bool:
    """Return True for « deux éditions sont à noter »: what is to be done tells nothing that happened."""
    opening = analysis.settings.data["verbs"]["obliging"]
    own = children(verb, "xcomp", "advcl") if verb.lemma_.lower() in analysis.settings.words("verbs", "copulas") else [verb]
    infinitives = [t for t in own if feature(t, "VerbForm") == "Inf" and (t != verb or child(t, "cop") is not None)]
    return any(m.lower_ == opening for t in infinitives for m in children(t, "mark", "case"))
