"""The topic by the word for what it is: « la race » is the Cob normand in an article that begins « Le Cob normand est une race … »."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from quizgen.facts import Phrase, PhraseType
from quizgen.languages.base import joined
from quizgen.syntax.phrases import phrase
from quizgen.syntax.tree import child, children, feature, follows_comma, relation

if TYPE_CHECKING:
    from spacy.tokens import Token

    from quizgen.syntax.analysis import Analysis

CORE = frozenset({"nsubj", "obj"})
FIRST_BLOCKS = 2  # the article says there what its topic is
NAMED_KINDS = {"place": "LOC", "organization": "ORG"}
TITLE = re.compile(r"\s*(.*?)\s*(?:\((\w+)[^)]*\))?\s*$", re.DOTALL)


@dataclass(frozen=True)
class Topic:
    """What the article is about, under the name that may stand for its noun, and that noun's lemma and number."""

    name: Phrase
    lemma: str
    number: str


def topic_named_by(noun: Token, analysis: Analysis) -> Phrase | None:
    """Return the topic where a bare « la race », "this film" means it: the article says it is one, and no other stands near."""
    topic = topic_of(analysis)
    if topic is None or noun.lemma_.lower() != topic.lemma or feature(noun, "Number") not in {"", topic.number} or not is_bare(noun):
        return None
    return None if has_rival(noun, topic, analysis) else topic.name


@lru_cache(maxsize=1)  # of the article in hand
def topic_of(analysis: Analysis) -> Topic | None:
    """Return what the title names and its brackets or the opening say is an N: « Tournée (film) », « X est un N »."""
    title, kind = TITLE.match(analysis.article.title).groups()  # type: ignore[union-attr]  # it matches any text
    if not title or analysis.is_news:
        return None
    for noun in (n for doc in analysis.docs[:FIRST_BLOCKS] for n in doc if n.pos_ == "NOUN"):
        if kind and noun.lemma_.lower() == kind.lower():
            return fitted(Phrase(title, bare=title, is_name=True, is_definite=True), noun, analysis)
        subject = child(noun, "nsubj") if child(noun, "cop") is not None and noun.head == noun else None
        indefinite = any(d.lower_ in analysis.settings.words("articles", "indefinite") for d in children(noun, "det"))
        if subject is None or not indefinite or subject.i > noun.i:
            continue
        made = phrase(subject, analysis)
        names = {title.casefold(), title.partition(",")[0].casefold()}  # "Fresno, California"
        if made.type is not PhraseType.PERSON and names & {made.text.casefold(), made.bare.casefold()}:
            return fitted(made, noun, analysis)
        if noun.doc[noun.sent.start : noun.i].text.casefold().startswith(tuple(f"{name} " for name in names)) and named_whole(noun):
            return fitted(Phrase(title, bare=title, is_name=True, is_definite=True), noun, analysis)
    return None


def named_whole(noun: Token) -> bool:
    """Return True when nothing but a name, with brackets or not, stands before the verb: "Super Bowl 50 was a game"."""
    copula = child(noun, "cop")
    if copula is None:
        return False
    words = list(noun.doc[noun.sent.start : copula.i])
    if words and words[-1].text == ")":
        words = words[: next((n for n, t in enumerate(words) if t.text == "("), 0)]
    return bool(words) and all(t.pos_ in {"PROPN", "NUM"} for t in words)


def fitted(made: Phrase, noun: Token, analysis: Analysis) -> Topic | None:
    """Return the topic under a name that takes the verb of its noun: another gender or none stands behind it, « le film Tournée »."""
    gender = {"Masc": "m", "Fem": "f"}.get(feature(noun, "Gender"), "")
    lemma, number = noun.lemma_.lower(), feature(noun, "Number")
    settings, lexicon = analysis.settings, analysis.language.lexicon
    if not settings.data["leaning"]["names_take_article"]:
        return Topic(made, lemma, number)
    if made.text != made.bare and made.gender == gender:
        return Topic(replace(made, is_name=True), lemma, number)
    link = "de " if lemma in lexicon.words("head_nouns", "place") else ""
    if not link and lemma not in joined(lexicon.words("head_nouns", "work"), settings.words("leaning", "before_names")):
        return None
    if link and made.text != made.bare:
        return None
    article = settings.data["articles"]["feminine" if gender == "f" else "masculine"]
    bare = f"{lemma} {link}{made.bare}"
    name = replace(made, text=f"{article} {bare}", bare=bare, gender=gender, is_name=True, is_definite=True, span=None)
    return Topic(name, lemma, number)


def is_bare(noun: Token) -> bool:
    """Return True for a noun with a definite or demonstrative determiner and nothing else, but a clause set off: « Ce film, dont … »."""
    own = {"nmod", "amod", "acl", "appos", "nummod", "compound", "flat", "acl:relcl", "conj"}
    others = [c for c in noun.children if c.dep_ in own and not (c.dep_ == "acl:relcl" and follows_comma(c))]
    return not others and any(feature(d, "Definite") == "Def" or feature(d, "PronType") == "Dem" for d in children(noun, "det"))


def has_rival(noun: Token, topic: Topic, analysis: Analysis) -> bool:
    """Return True for another of the topic's kind before `noun` in its paragraph: by its noun, or close by a name."""
    lemma = topic.lemma
    kinds = {label for kind, label in NAMED_KINDS.items() if lemma in analysis.language.lexicon.words("head_nouns", kind)}
    own = set(re.findall(r"\w+", topic.name.text))
    starts = [s.start for s in noun.doc.sents if s.start <= noun.i]
    before = noun.doc[starts[-2] : starts[-1]] if len(starts) > 1 else ()
    near = [*(t for t in before if relation(t) in CORE), *noun.doc[starts[-1] : noun.i]]
    if any(t.ent_type_ in kinds and t.text not in own for t in near):
        return True
    return any(t.lemma_.lower() == lemma and not is_bare(t) and child(t, "cop") is None for t in noun.doc[: noun.i])
