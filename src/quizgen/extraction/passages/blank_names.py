"""Names of a sentence that may be blanked: phrases of their own that the rest of the sentence singles out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizgen.syntax.analysis import Analysis, Sentence
from quizgen.syntax.tree import feature, opens, relation

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

MOST_MENTIONS = 3  # what the whole article is about is no answer
MOST_MENTIONS_OF_PLACE = 2
JOINED = frozenset({"-", "–", "&", ":", "'s", "’s", "(", "«", '"', "/"})
NOMINAL = frozenset({"obl", "nmod", "obj", "nsubj", "xcomp", "appos"})
CONTENT = frozenset({"NOUN", "PROPN", "NUM", "ADJ", "VERB"})
FEWEST, FEWEST_FIRM = 7, 4  # words of content beside a name that is blanked: without and with another name or number
NEAR_SOURCE = 4  # words between "according to" and the name of the source


def names(sentence: Sentence, analysis: Analysis) -> Iterator[Span]:
    """Yield the names of a sentence that may be asked for."""
    title = analysis.article.title.casefold()
    for entity in sentence.span.ents:
        known = analysis.registry.find(entity.text)
        most = MOST_MENTIONS_OF_PLACE if entity.label_ == "LOC" else MOST_MENTIONS
        is_topic = entity.text.casefold() in title or (known is not None and known.mentions > most)
        if is_topic or is_common(entity, analysis) or is_source(entity, sentence, analysis):
            continue
        if is_phrase(entity) and not is_listed(entity.root) and says_enough(entity, sentence):
            yield entity


def is_common(entity: Span, analysis: Analysis) -> bool:
    """Return True for a common noun that was taken for a name, "the Church", a noun that opens the sentence, and for a lone surname."""
    word = next((t for t in entity if t.pos_ != "DET"), entity[0])
    if not word.text[:1].isupper():
        return True
    single = len([t for t in entity if t.pos_ != "DET"]) == 1
    if single and entity.label_ == "PER":  # a surname is half an answer; of 33 such readers would have asked for 10
        return True
    capitalised = word.lower_ in analysis.settings.words("arguments", "capitalised") or word.lower_ in analysis.common_words
    return single and (capitalised or (opens(word) and word.text not in analysis.names_inside))


def is_source(entity: Span, sentence: Sentence, analysis: Analysis) -> bool:
    """Return True for who says it, "according to …" or as the subject of a verb of speech: what he says matters, not that he does."""
    before = sentence.span.doc[sentence.span.start : entity.start].text.lower().split()
    near = " ".join(before[-NEAR_SOURCE:])
    marks = analysis.settings.words("arguments", "source") | analysis.settings.words("passages", "asking")
    if any(mark in near for mark in marks):
        return True
    verb = entity.root.head
    return relation(entity.root) == "nsubj" and verb.lemma_.lower() in analysis.language.lexicon.words("speech", "verbs")


def is_phrase(entity: Span) -> bool:
    """Return True when an entity is a noun phrase by itself, outside brackets, whose neighbours belong to no longer name."""
    root, doc = entity.root, entity.root.doc
    if root.pos_ != "PROPN" or relation(root) not in NOMINAL:
        return False
    behind = [t for t in doc[entity.end : entity.end + 2] if t.sent == entity.sent]
    if behind and (behind[0].text[:1].isupper() or behind[0].pos_ == "PROPN"):
        return False
    if len(behind) > 1 and behind[0].text == "," and behind[1].text[:1].isupper():  # one of a list; "Charleston, South Carolina"
        return False
    if len(entity[-1]) == 1 or is_inside_name(root):
        return False
    if any(c.i >= entity.end and relation(c) in {"nmod", "flat", "compound"} for t in entity for c in t.children):
        return False  # "the University | of California"
    if feature(root, "Number") == "Plur" and len(entity) == 1:  # "the Vikings"
        return False
    if relation(root) == "appos" and doc[entity.start - 1].text == ",":  # "Charleston, South Carolina"
        return False
    opening = doc[entity.sent.start : entity.start].text
    beside = [doc[i] for i in (entity.start - 1, entity.end) if 0 <= i < len(doc)]
    joined = any(t.text in JOINED or feature(t, "Definite") == "Ind" or (t.i < entity.start and t.pos_ == "PROPN") for t in beside)
    return not joined and opening.count("(") <= opening.count(")")


def is_inside_name(root: Token) -> bool:
    """Return True for the end of a name, « Théognis de Mégare », and for what narrows the subject, « les outils du père de Démosthène »."""
    if relation(root) != "nmod":
        return False
    above = (root.head, root.head.head) if relation(root.head) == "nmod" else (root.head,)
    return root.head.pos_ == "PROPN" or any(relation(t) == "nsubj" for t in above)


def is_listed(root: Token) -> bool:
    """Return True for a member of a list."""
    return relation(root) == "conj" or any(relation(c) == "conj" for c in root.children)


def says_enough(entity: Span, sentence: Sentence) -> bool:
    """Return True when what is left of a sentence without a name tells which is meant: another name or number, or many words."""
    others = [t for t in sentence.span if not entity.start <= t.i < entity.end]
    firm = any(t.pos_ in {"PROPN", "NUM"} or t.ent_type_ for t in others)
    return sum(t.pos_ in CONTENT for t in others) >= (FEWEST_FIRM if firm else FEWEST)
