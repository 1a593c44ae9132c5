"""The tests of a rule that a pattern cannot express (`require`)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Any

from quizgen.syntax.analysis import Analysis
from quizgen.syntax.dangling import dangling
from quizgen.syntax.names import is_name, name_tokens
from quizgen.syntax.phrases import phrase_tokens
from quizgen.syntax.tree import child, children, feature, follows_comma, relation

if TYPE_CHECKING:
    from spacy.tokens import Token

STANDING = frozenset({"", "indefinite subject"})  # « un outil de test » may be what a name is


def passes(test: Mapping[str, Any], nodes: Mapping[str, Token], analysis: Analysis) -> bool:
    """Return True when a node passes a test."""
    token = nodes[test["node"]]
    lexicon = analysis.language.lexicon
    if "not_in" in test and token.lemma_.lower() in lexicon.words(*test["not_in"].split(".")):
        return False
    if "is_name" in test and is_name(token) is not test["is_name"]:
        return False
    if test.get("determined") and not is_determined(token, analysis):
        return False
    if "lacks" in test and any(c not in nodes.values() for c in children(token, test["lacks"])):
        return False
    if "mentions" in test and token.ent_type_ == "PER" and mentions_of(token, analysis) < test["mentions"]:
        return False
    if test.get("standalone") and dangling(token, phrase_tokens(token, analysis) or [token], analysis, as_subject=True) not in STANDING:
        return False
    return "comma_between" not in test or (
        follows_comma(token)
        and not follows_colon(token)
        and child(token, "case") is None
        and not opens_bracket(token)
        and not is_listed(token)
    )


def mentions_of(name: Token, analysis: Analysis) -> int:
    """Return how often the article, its title included, holds the last word of a name: a surname."""
    return words_told(analysis)[(name_tokens(name) or [name])[-1].text]


@lru_cache(maxsize=1)  # of the article in hand
def words_told(analysis: Analysis) -> Counter[str]:
    """Return how often each word stands in the article, its title included; of "Baron-Cohen" the parts too."""
    words = re.findall(r"\w+(?:[-'’]\w+)*", f"{analysis.article.title or ''}\n{analysis.article.text}")
    return Counter(chain(words, *(re.findall(r"\w+", word) for word in words if not word.isalnum())))


def is_determined(token: Token, analysis: Analysis) -> bool:
    """Return True for a noun with an article or an owner: "a port", "the UK's award"; not for "Kent county", which may be an address."""
    words = phrase_tokens(token, analysis)
    return bool(words) and (words[0].pos_ == "DET" or any(feature(t, "Poss") == "Yes" or t.lower_ in {"'s", "’s"} for t in words))


def follows_colon(token: Token) -> bool:
    """Return True for what a colon introduces: a subtitle, a list."""
    left = token.left_edge
    return ":" in {left.text, left.nbor(-1).text if left.i else ""}


def clause_tense(token: Token) -> str:
    """Return the Tense of the finite verb of the nearest clause around a token, or ""."""
    for head in token.ancestors:
        finite = next((t for t in (*head.children, head) if t.pos_ in {"AUX", "VERB"} and feature(t, "VerbForm") == "Fin"
                       and (t == head or relation(t) in {"aux", "cop"})), None)  # fmt: skip
        if finite is not None:
            return feature(finite, "Tense")
    return ""


def is_listed(token: Token) -> bool:
    """Return True when an apposition may as well be a member of a list: it or what it explains is coordinated."""
    members = (token, token.head)
    inside = any(relation(c) == "conj" and c.pos_ in {"NOUN", "PROPN"} for m in members for c in m.children)
    return inside or any(relation(m) == "conj" for m in members)


def opens_bracket(token: Token) -> bool:
    """Return True when a subtree stands in brackets: an aside, not an apposition."""
    left = token.left_edge
    return left.text == "(" or (left.i > 0 and left.nbor(-1).text == "(")
