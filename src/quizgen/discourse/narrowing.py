"""Words of a noun's own that say which thing is meant: « le pont | de Nantes », "the bridge | that Ada built"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.languages.base import joined
from quizgen.syntax.tree import children, feature, opens, relation

if TYPE_CHECKING:
    from spacy.tokens import Token

    from quizgen.syntax.analysis import Analysis

COMPLEMENTS = ("nmod", "acl", "amod", "appos", "compound", "flat")


def is_weakly_narrowed(noun: Token, analysis: Analysis) -> bool:
    """Return True for "the new building": an adjective alone that says which of two that were told."""
    own = [c for c in children(noun, *COMPLEMENTS) if c.pos_ != "PRON"]
    return bool(own) and noun.is_alpha and all(c.lower_ in analysis.settings.words("leaning", "weak") for c in own)


def is_specified(noun: Token) -> bool:
    """Return True when a noun, a name or a clause behind an event says which it is; no adjective nor "police" in "police response" does."""
    own = [c for c in children(noun, "nmod", "acl", "appos", "flat") if c.pos_ in {"NOUN", "PROPN", "NUM", "VERB"}]
    named = any(c.text[:1].isupper() for c in children(noun, *COMPLEMENTS))  # "the Stuart restoration"
    return named or any(relation(c) != "acl" or (len(list(c.subtree)) > 1 and not is_set_off(c)) for c in own)


def is_set_off(token: Token) -> bool:
    """Return True for words behind a comma: « le groupe, affaibli depuis 2007, … » does not say which."""
    return token.left_edge.text == "," or (token.left_edge.i > token.sent.start and token.left_edge.nbor(-1).text == ",")


def is_narrowed(noun: Token, analysis: Analysis) -> bool:
    """Return True when a noun has words of its own that say which is meant; "same", « suivant » and a time behind it do not."""
    settings = analysis.settings
    ordering, times = settings.words("time", "ordering"), joined(settings.words("time", "nouns"), settings.words("leaning", "times"))
    own = [c for c in children(noun, *COMPLEMENTS) if c.pos_ != "PRON" and c.lower_ not in ordering]
    return any(not (relation(c) == "nmod" and c.lemma_.lower() in times) for c in own)


def is_name(noun: Token) -> bool:
    """Return True for letters that the tagger took for a noun: the "V" of "the V&A"."""
    return noun.text[:1].isupper() and not opens(noun)


def definite_article(noun: Token) -> Token | None:
    """Return a noun's definite article, alone or inside a preposition, or None."""
    return next((d for d in children(noun, "det", "case") if feature(d, "Definite") == "Def"), None)
