"""What a piece of news points at under its title: « cette fusillade » is « la fusillade » that the title names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.syntax.tree import children, feature, relation

if TYPE_CHECKING:
    from spacy.tokens import Token

    from quizgen.syntax.analysis import Analysis


def is_of_headline(noun: Token, analysis: Analysis) -> bool:
    """Return True for a noun behind a demonstrative that the title of a piece of news holds, and its text before uses of nothing else."""
    lemma = noun.lemma_.lower()
    titles = [t for doc in analysis.titles[:1] for t in doc if t.pos_ == "NOUN" and t.lemma_.lower() == lemma]
    ordering = analysis.settings.words("time", "ordering")
    own = [c for c in children(noun, "nmod", "acl", "appos", "amod", "nummod") if relation(c) != "amod" or c.lower_ in ordering]
    if not analysis.is_news or len(titles) != 1 or own or noun.lower_ in analysis.settings.words("time", "nouns"):
        return False
    before = (t for doc in analysis.docs for t in doc if t.lemma_.lower() == lemma and is_before(t, noun))
    return not any(is_other(t) for t in before)


def is_pointed_at(noun: Token) -> bool:
    """Return True for a noun behind a demonstrative."""
    return any(feature(d, "PronType") == "Dem" and d.i < noun.i for d in children(noun, "det"))


def is_before(token: Token, noun: Token) -> bool:
    """Return True for a word of an earlier sentence of the article."""
    return int(token.doc.user_data["offset"]) + token.idx < int(noun.doc.user_data["offset"]) + noun.sent[0].idx


def is_other(token: Token) -> bool:
    """Return True for « une autre fusillade », « une seconde fusillade », « deux fusillades »."""
    is_certain = any(feature(d, "Definite") == "Def" or feature(d, "PronType") == "Dem" for d in token.children)
    return bool(children(token, "nummod")) or (bool(children(token, "amod")) and not is_certain)
