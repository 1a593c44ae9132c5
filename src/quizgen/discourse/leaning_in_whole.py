"""What leans on the text before in a sentence told whole, where no question says what is meant: « la transaction », « les deux amis »."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.discourse.acting import is_somebody as is_role
from quizgen.discourse.narrowing import is_name, is_narrowed, is_specified, is_weakly_narrowed
from quizgen.languages.base import joined, less
from quizgen.syntax.tree import children, feature, relation

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from quizgen.syntax.analysis import Analysis, ClauseSettings

CORE = frozenset({"nsubj", "obj"})


def leans_in_whole(noun: Token, start: int, analysis: Analysis) -> bool:
    """Return True for a definite event, « la transaction », « l'acte notarié », and for a plural told before: « les travaux ».

    An event is one among many until a noun or a clause says which; its sentence may say so before.
    """
    settings = analysis.settings
    lemma, events = noun.lemma_.lower(), settings.words("leaning", "events")
    known = less(joined(settings.words("arguments", "unique"), settings.words("leaning", "generic")), events)
    if is_somebody(noun, analysis) or is_person_told_before(noun, analysis) or is_of_unnamed(noun, settings):
        return True
    told = analysis.first_seen.get(lemma, start) < start
    is_weak = told and is_weakly_narrowed(noun, analysis)  # "the cold water", though "the water" leans on nothing
    if noun.pos_ != "NOUN" or is_name(noun) or ({lemma, noun.lower_} & known and not is_weak) or is_specified(noun):
        return False
    before = noun.doc[noun.sent.start : noun.i]
    is_plural = feature(noun, "Number") == "Plur"
    if any(t.lemma_.lower() == lemma and (is_plural or feature(t, "Number") != "Plur") for t in before):
        return False  # but « ses rôles de détective … le rôle »
    is_pair = is_counted(noun, before, analysis) and not is_narrowed(noun, analysis)
    points = is_plural and not is_narrowed(noun, analysis) and lemma in settings.words("leaning", "pointing")
    is_told = is_plural and told and relation(noun) in CORE and not is_narrowed(noun, analysis)
    is_event = bool({lemma, noun.lower_} & events)
    return is_event or is_weak or is_pair or points or is_told or is_compared(noun, analysis) or is_superlative(noun, analysis)


def is_somebody(noun: Token, analysis: Analysis) -> bool:
    """Return True for « l'Italien » and « la première » as a subject, which is some person or thing told by name before."""
    nations = analysis.language.lexicon.words("nationalities", "adjectives")
    ranks = analysis.settings.words("time", "ordering")
    own = children(noun, "nmod", "acl", "appos", "flat", "conj", "amod")
    is_nation = noun.pos_ in {"NOUN", "PROPN"} and noun.lower_.rpartition("-")[2] in nations  # « le Franco-Italien »
    is_nation = is_nation and not noun.lower_.endswith(tuple(analysis.settings.data["leaning"]["endings_of_peoples"]))  # "the British"
    is_known = is_nation or (noun.pos_ in {"NOUN", "ADJ"} and noun.lower_ in ranks)
    is_told = relation(noun) == "nsubj" or (is_nation and relation(noun) in CORE and noun.text[:1].isupper())
    is_one = feature(noun, "Number") == "Sing" or (is_nation and noun.pos_ == "PROPN" and not feature(noun, "Number"))
    return is_known and is_told and is_one and not own


def is_counted(noun: Token, before: Span, analysis: Analysis) -> bool:
    """Return True for « les deux amis », where no list before says whom they are; « les deux jours » counts time."""
    is_number = any(c.pos_ == "NUM" for c in children(noun, "nummod"))
    is_time = noun.lemma_.lower() in analysis.settings.words("time", "nouns")
    return is_number and not is_time and not any(relation(t) == "conj" for t in before)


def is_person_told_before(noun: Token, analysis: Analysis) -> bool:
    """Return True for « la jeune coureuse de 20 ans » as the subject of a piece of news: of the president of a country there is one."""
    offices = analysis.language.lexicon.words("roles", "of_countries")
    age = [c for c in children(noun, "nmod") if any(relation(t) == "nummod" for t in c.children)]
    own = [c for c in children(noun, "nmod", "acl", "appos", "flat", "conj") if c not in age]
    said = [*age, *children(noun, "amod")]
    is_one = relation(noun) == "nsubj" and feature(noun, "Number") == "Sing" and noun.lemma_.lower() not in offices
    return analysis.is_news and is_one and bool(said) and not own and is_role(noun, analysis)


def is_of_unnamed(noun: Token, settings: ClauseSettings) -> bool:
    """Return True for « la direction », « la valeur boursière »: of whom, another sentence says."""
    is_of_another = noun.lemma_.lower() in settings.words("leaning", "of_somebody") and relation(noun) in CORE
    return is_of_another and not children(noun, "nmod", "appos", "flat", "acl")


def is_superlative(noun: Token, analysis: Analysis) -> bool:
    """Return True for « le mot le plus courant » as a subject: of which words, another sentence says."""
    comparing = analysis.settings.words("connectors", "comparing")
    degrees = [d for c in children(noun, "amod") for d in children(c, "advmod") if c.i > noun.i and d.lower_ in comparing]
    is_most = any(feature(d.nbor(-1), "Definite") == "Def" and d.i - 1 > noun.i for d in degrees)
    return relation(noun) == "nsubj" and is_most and not children(noun, "nmod", "acl", "obl")


def is_compared(noun: Token, analysis: Analysis) -> bool:
    """Return True for « les modèles plus légers » as a subject: than what, another sentence says; « les plus légers » are told from all."""
    comparing, than = analysis.settings.words("connectors", "comparing"), analysis.settings.words("connectors", "than")
    degrees = [d for c in children(noun, "amod") for d in children(c, "advmod") if c.i > noun.i and d.lower_ in comparing]
    return relation(noun) == "nsubj" and any(d.nbor(-1) == noun and not any(t.lower_ in than for t in d.sent) for d in degrees)
