"""Participial phrases told as clauses: « Lancé en 2010, OpenStack … », "the theory, proposed by Uta Frith in 1989, …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.extraction.clauses.parsed_clause import ParsedClause, Unclean
from quizgen.extraction.clauses.subject_checks import check_subject
from quizgen.extraction.clauses.verb_group import looks_like_participle
from quizgen.syntax.analysis import Analysis, Sentence
from quizgen.syntax.phrase_types import number
from quizgen.syntax.phrases import phrase_tokens
from quizgen.syntax.tree import child, children, feature, follows_comma, is_detached, opens, relation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token


def participles(sentence: Sentence, analysis: Analysis) -> Iterator[ParsedClause | str]:
    """Yield each participial phrase whose bearer is sure as a clause without a finite verb, or the reason why it is not used."""
    for token in sentence.span:
        bearer = bearer_of(token)
        if bearer is None or not has_matter(token):
            continue
        try:
            yield parse_participle(token, bearer, sentence, analysis)
        except Unclean as reason:
            yield str(reason)


def bearer_of(token: Token) -> Token | None:
    """Return the noun that a participle tells about: the main subject after an opening participle, or the noun it hangs on."""
    if not looks_like_participle(token):
        return None
    if any(relation(c) in {"aux", "nsubj", "cop"} for c in token.children) or feature(token, "Tense") == "Pres":
        return None
    is_opening = opens(token) and relation(token) in {"advcl", "acl"}
    if is_opening and token.head.pos_ in {"VERB", "AUX"}:
        subject = child(token.head, "nsubj")
        return subject if subject is not None and subject.i < token.head.i else None
    if relation(token) == "acl" and token.i > token.head.i and follows_comma(token) and token.head.pos_ in {"NOUN", "PROPN"}:
        return token.head if relation(token.head) != "appos" and stands_beside(token) and not differs(token, token.head) else None
    return None


def stands_beside(participle: Token) -> bool:
    """Return True when no other noun stands between a noun and its participle, which could be the participle's instead."""
    between = participle.doc[participle.head.i + 1 : participle.i]
    owner = participle.head.pos_ == "NOUN"  # « le haras de Kerlann, fondé en 1806 »: it is the stud that was founded
    return not any(
        t.pos_ in {"NOUN", "PROPN", "VERB", "PRON"}
        and relation(t) != "flat"
        and not (owner and t.pos_ == "PROPN" and relation(t) == "nmod" and t.head == participle.head and t.ent_type_ != "PER")
        for t in between
    )


def differs(participle: Token, bearer: Token) -> bool:
    """Return True when gender or number of both are known and differ."""
    pairs = [(feature(participle, name), feature(bearer, name)) for name in ("Gender", "Number")]
    return any(one and other and one != other for one, other in pairs)


def has_matter(token: Token) -> bool:
    """Return True when a participle has something with it that can be asked for."""
    return bool(children(token, "obl"))


def parse_participle(verb: Token, bearer: Token, sentence: Sentence, analysis: Analysis) -> ParsedClause:
    """Return the clause that a participle tells. Raises Unclean when its bearer does not stand alone."""
    lexicon = analysis.language.lexicon
    if any(t.lower_ in lexicon.words("negation", "words") or t.lower_ in lexicon.words("hedges", "adverbs") for t in verb.subtree):
        raise Unclean("negated")
    with_object = analysis.settings.words("participles", "with_object")
    if with_object and child(verb, "obj") is not None and verb.lemma_.lower() not in with_object:
        raise Unclean("no participle")
    barred = set(verb.subtree)
    words = [t for t in phrase_tokens(bearer, analysis) if t not in barred]
    while words and words[-1].text in {",", "("}:
        words.pop()
    check_subject(bearer, tuple(words), verb if verb.i > bearer.i else sentence.span[-1], verb, analysis, is_relative=True)
    if is_inside_measure(bearer):
        raise Unclean("no participle")
    complements = tuple(
        c for c in verb.children if relation(c) in {"obl", "xcomp", "advmod", "obj"} and c.i > verb.i and not is_detached(c)
    )
    return ParsedClause(sentence, verb, bearer, tuple(words), verb, (verb,), (), complements, (), is_relative=True, is_participle=True)


def is_inside_measure(bearer: Token) -> bool:
    """Return True for a common noun without article behind "of": "a wide variety of agents, known as …" says which only as a whole."""
    plain = bearer.pos_ == "NOUN" and child(bearer, "det", "nummod", "amod", "nmod", "compound") is None
    return plain and relation(bearer) == "nmod"


def told_group(verb: Token, bearer: Token, analysis: Analysis) -> tuple[str, str]:
    """Return finite verb and rest with which a participle is told: ("a", "été lancé"), ("est", "né"), ("was", "founded")."""
    settings = analysis.settings
    plural = number(bearer) == "p"
    voice = "active" if verb.lower_ in settings.words("participles", "active") else "passive"
    auxiliaries = list(settings.data["participles"][f"{voice}_{'plural' if plural else 'singular'}"])
    return auxiliaries[0], " ".join([*auxiliaries[1:], verb.text.lower()])
