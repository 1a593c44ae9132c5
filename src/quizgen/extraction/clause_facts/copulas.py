"""What a copula says its subject is: a definition, or the members of a whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from quizgen.extraction.arguments.argument import Argument, in_order, lead_text
from quizgen.extraction.clause_facts.askable import has_possessive
from quizgen.extraction.clause_facts.told_clause import ToldClause
from quizgen.extraction.clauses.verb_group import finite_verb
from quizgen.extraction.definitions import says_what
from quizgen.facts import Complement, Fact, Phrase, PhraseType, Value
from quizgen.syntax.analysis import Analysis
from quizgen.syntax.dangling import dangling, has_complement
from quizgen.syntax.phrases import is_cut_short, phrase
from quizgen.syntax.tree import children, feature, relation, text_of, trimmed

if TYPE_CHECKING:
    from spacy.tokens import Token

LONGEST_DESCRIPTION = 10  # words


def definition(told: ToldClause) -> Iterator[Fact]:
    """Yield what a copula says its subject is, when that is a noun phrase and nothing else hangs on the verb."""
    own = next((a for a in told.found if told.parsed.verb in a.tokens), None)
    others = [a for a in told.found if a is not own]
    if own is None or not is_noun_behind(told) or not can_be_defined(told, own) or is_dangling(told, own) or is_bare(told, own):
        return
    tokens = trimmed(shortened(without_connectors(own.tokens, told.analysis), told.parsed.verb))
    description = with_tail(phrase(told.parsed.verb, told.analysis, tokens), own, others)
    if description is None or not defines(told, tokens, others) or is_partial(told, description, own, others):
        return
    if description.is_list and told.clause.subject.number != "p":
        return  # "Kent is the largest town and the capital": it is both, and has no members
    if description.is_list:
        yield told.fact("membership", {"whole": told.clause.subject, "members": description})
        return
    copula = replace(told.clause, complements=(Complement(description.text, "description", description.text),))
    slots: dict[str, Value | None] = {"subject": told.clause.subject, "description": told.analysis.language.describe(description)}
    if told.clause.subject.type is not PhraseType.PERSON and any(
        t.lower_ in told.analysis.settings.words("definitions", "personal") for t in tokens
    ):
        return  # "the Stone is a Swede who lived in Kent": a person taken for something else
    if holds_office(told):
        return
    of_one_kind = told.clause.subject.type is not PhraseType.PERSON or description.type is PhraseType.PERSON  # "Who was the Zuul?"
    yield told.fact("definition", {**slots, "copula": copula if of_one_kind else None})


def holds_office(told: ToldClause) -> bool:
    """Return True for "Ada Stein is the chair of the panel", "the president": she was so when that was written, and who is now?"""
    noun = told.parsed.verb
    definite = any(feature(d, "Definite") == "Def" for d in children(noun, "det"))
    is_now = told.clause.tense == "Pres" and told.clause.subject.type is PhraseType.PERSON
    return is_now and definite and noun.lemma_.lower() in told.analysis.language.lexicon.words("roles", "nouns")


def is_noun_behind(told: ToldClause) -> bool:
    """Return True when the predicate is a noun behind the finite verb."""
    return told.parsed.verb.pos_ in {"NOUN", "PROPN"} and told.parsed.verb.i >= told.parsed.finite.i


def is_bare(told: ToldClause, own: Argument) -> bool:
    """Return True for « La ville est membre de la ligue », where the language wants an article: of many members."""
    articles = not told.analysis.settings.data["verbs"]["bare_subjects"]
    return articles and own.tokens[0] == told.parsed.verb and told.parsed.verb.pos_ == "NOUN"


def is_dangling(told: ToldClause, own: Argument) -> bool:
    """Return True for a predicate with a preposition, or one that names nothing outside the article."""
    noun = told.parsed.verb
    leans = dangling(noun, own.tokens, told.analysis)
    return any(t.dep_ == "case" and t.head == noun for t in own.tokens) or (bool(leans) and not tells_who(told, own, leans))


def with_tail(description: Phrase, own: Argument, others: Sequence[Argument]) -> Phrase | None:
    """Return a description with the complements that follow it, or None where they do not stand together in the text."""
    tail = " ".join(lead_text(a) for a in in_order(others))
    if not tail:
        return description
    return replace(description, text=f"{description.text} {tail}", bare="") if is_one_stretch(own, others) else None


def defines(told: ToldClause, tokens: Sequence[Token], others: Sequence[Argument]) -> bool:
    """Return True when the words of a description say what the subject is."""
    noun = told.parsed.verb
    if is_vague(noun, tokens, told.analysis) or is_trivial(noun, tokens):
        return False
    words = sorted({*tokens, *(t for a in others for t in a.tokens)}, key=lambda t: t.i)
    return says_what(told.clause.subject, words, noun, told.analysis)


def is_partial(told: ToldClause, description: Phrase, own: Argument, others: Sequence[Argument]) -> bool:
    """Return True for a description cut short, of one of several, or a list that goes on."""
    subject = told.clause.subject
    if description.is_list:
        return (is_cut_short(own.tokens) and not others) or is_open_list(own.tokens, told.analysis)
    if is_cut_short(own.tokens) and not others:
        return True
    is_plain = subject.is_name or not has_complement(told.parsed.subject, told.parsed.subject_tokens)
    if description.is_definite and not is_plain:
        return True
    return description.number == "p" and subject.number == "s"  # "its main parties are the Greens (and others)"


def can_be_defined(told: ToldClause, own: Argument) -> bool:
    """Return True when a question "What is it?" would fit: a plain tense, a subject that is no part of a count, nobody's own year."""
    bare = not told.clause.subject.is_name and told.parsed.subject_tokens[0].pos_ not in {"DET", "ADP", "NUM"}
    if bare and not told.analysis.settings.data["verbs"]["bare_subjects"]:
        return False  # « (sept) races »
    compound = told.parsed.finite != told.parsed.copula
    counted = any(relation(c) == "nummod" for c in told.parsed.subject.children) or told.parsed.subject.pos_ == "NUM"
    return not (compound or counted or has_possessive([own]))


def tells_who(told: ToldClause, own: Argument, leans: str) -> bool:
    """Return True for "an Iraqi-British architect", which says who a named person is though it would name nobody as a subject."""
    indefinite = feature(own.tokens[0], "Definite") == "Ind" and len(own.tokens) > 2
    return leans == "bare description" and indefinite and told.clause.subject.is_name and told.parsed.verb.pos_ == "NOUN"


def is_one_stretch(own: Argument, others: Sequence[Argument]) -> bool:
    """Return True when the predicate and what follows it stand together in the text."""
    tokens = sorted({t for a in (own, *others) for t in a.tokens}, key=lambda t: t.i)
    return tokens[-1].i - tokens[0].i + 1 == len(tokens)


def shortened(tokens: Sequence[Token], noun: Token) -> Sequence[Token]:
    """Return a long description without the participle that ends it: « un scandale financier (né dans le contexte de …) » stays true."""
    if len(tokens) <= LONGEST_DESCRIPTION:
        return tokens
    ending = next((c for c in children(noun, "acl") if c.i > noun.i and feature(c, "VerbForm") == "Part" and finite_verb(c) is None), None)
    return tokens if ending is None else [t for t in tokens if t.i < ending.left_edge.i]


def without_connectors(tokens: Sequence[Token], analysis: Analysis) -> Sequence[Token]:
    """Return a predicate without the adverb that ties it to the sentence before: "(also) a friend of Hamilton"."""
    return tokens[1:] if tokens[0].lower_ in analysis.settings.words("connectors", "words") else tokens


def is_trivial(noun: Token, tokens: Sequence[Token]) -> bool:
    """Return True for « une région », « le père des deux »: a noun alone, or with what says nothing."""
    said = [t for t in tokens if t != noun and t.pos_ not in {"DET", "ADP", "PUNCT"}]
    return not any(t.pos_ in {"NOUN", "PROPN", "ADJ", "VERB"} for t in said)


def is_vague(noun: Token, tokens: Sequence[Token], analysis: Analysis) -> bool:
    """Return True for « un aspect du conflit »; « une espèce d'oiseaux » says much."""
    classed = noun.lemma_.lower() in analysis.settings.words("definitions", "classes") and feature(tokens[0], "Definite") == "Ind"
    vague = analysis.language.lexicon.words("vague", "nouns")
    of_what = [c for c in children(noun, "nmod") if c in tokens and c.pos_ in {"NOUN", "PROPN"} and c.lemma_.lower() not in vague]
    return noun.lemma_.lower() in vague and not (classed and of_what)


def is_open_list(words: Sequence[Token], analysis: Analysis) -> bool:
    """Return True when a phrase names examples only ("problems including deafness"), or says "their"."""
    text = f" {text_of(words).lower()} "
    markers = analysis.language.lexicon.words("open_list", "markers")
    return any(f" {m} " in text for m in markers) or any(feature(t, "Poss") == "Yes" for t in words)
