"""Names of a sentence that may be blanked: phrases of their own that the rest of the sentence singles out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizgen.languages.gazetteers import kinds_of
from quizgen.syntax.analysis import Analysis, Sentence
from quizgen.syntax.tree import child, children, feature, opens, relation

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

MOST_MENTIONS = 3  # what the whole article is about is no answer; a person it is much about is, where the title names somebody else
MOST_MENTIONS_OF_PLACE = 2
JOINED = frozenset({"-", "–", "&", ":", "'s", "’s", "(", "«", '"', "/"})
NOMINAL = frozenset({"obl", "nmod", "obj", "nsubj", "xcomp", "appos"})
CONTENT = frozenset({"NOUN", "PROPN", "NUM", "ADJ", "VERB"})
FEWEST, FEWEST_FIRM = 6, 3  # words of content beside a name that is blanked: without and with another name or number
WORD = re.compile(r"[^\W\d_]+")
NEAR_SOURCE = 4  # words between "according to" and the name of the source
TELLING = 4  # letters of a word that tells a name where it is told again
SAME_START = 5  # letters that two words of one root share: "Yersin", "Yersinia"


def names(sentence: Sentence, analysis: Analysis) -> Iterator[Span]:
    """Yield the names of a sentence that may be asked for."""
    for entity in sentence.span.ents:
        if is_topic(entity, analysis) or is_common(entity, analysis) or is_source(entity, sentence, analysis):
            continue
        if is_told_again(entity, sentence, analysis) or is_known_to_all(entity, analysis) or is_relative(entity, analysis):
            continue
        if is_phrase(entity, analysis) and not is_one_of_several(entity, analysis) and says_enough(entity, sentence):
            yield entity


def is_topic(entity: Span, analysis: Analysis) -> bool:
    """Return True for what the title names, and for a thing or a place that the article names again and again."""
    known = analysis.registry.find(entity.text)
    if entity.text.casefold() in analysis.article.title.casefold():
        return True
    most = {"LOC": MOST_MENTIONS_OF_PLACE, "PER": None}.get(entity.label_, MOST_MENTIONS)
    return most is not None and known is not None and known.mentions > most


def is_told_again(entity: Span, sentence: Sentence, analysis: Analysis) -> bool:
    """Return True where title or sentence have a word of the name again: "Yersin, after whom … Yersinia", "Fresno … Fresno County"."""
    others = " ".join((analysis.article.title, *(t.text for t in sentence.span if not entity.start <= t.i < entity.end)))
    known = {word.casefold()[:SAME_START] for word in WORD.findall(others) if len(word) >= TELLING}
    return any(word.casefold()[:SAME_START] in known for word in WORD.findall(entity.text) if len(word) >= TELLING and word[0].isupper())


def is_known_to_all(entity: Span, analysis: Analysis) -> bool:
    """Return True for a country, a great city, an ocean: one guesses it, or it only says where a place lies that is known already."""
    name = " ".join(t.lower_ for t in entity if t.pos_ != "DET")
    places = kinds_of(name, analysis.language.code) & {"country", "continent", "city"}
    return bool(places) or name in analysis.language.lexicon.words("known_to_all", "names")


def is_relative(entity: Span, analysis: Analysis) -> bool:
    """Return True for who is only somebody's brother or partner: "his brother Pierre Joseph"."""
    kin = analysis.settings.words("passages", "kin")
    above = entity.root.head
    return above.lemma_.lower() in kin or any(c.lemma_.lower() in kin for c in entity.root.children)


def is_common(entity: Span, analysis: Analysis) -> bool:
    """Return True for a common noun that was taken for a name, "the Church", a noun that opens the sentence, and for a lone surname."""
    word = next((t for t in entity if t.pos_ != "DET"), entity[0])
    if not word.text[:1].isupper():
        return True
    single = len([t for t in entity if t.pos_ != "DET"]) == 1
    if single and entity.label_ == "PER":  # a surname is half an answer; of 33 such readers would have asked for 10
        known = analysis.registry.find(word.text)
        return known is None or known.name != word.text or known.mentions <= MOST_MENTIONS  # "Kublai" has no other name
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


def is_phrase(entity: Span, analysis: Analysis) -> bool:
    """Return True when an entity is a noun phrase by itself, outside brackets, whose neighbours belong to no longer name."""
    root, doc = entity.root, entity.root.doc
    if root.pos_ != "PROPN" or relation(root) not in NOMINAL or opens_with_article(entity):
        return False
    if is_joined_to_name(entity):
        return False
    behind = [t for t in doc[entity.end : entity.end + 2] if t.sent == entity.sent]
    if behind and (behind[0].text[:1].isupper() or behind[0].pos_ == "PROPN"):
        return False
    if len(behind) > 1 and behind[0].text == "," and behind[1].text[:1].isupper():  # one of a list; "Charleston, South Carolina"
        return False
    if len(entity[-1]) == 1 or is_inside_name(root):
        return False
    if any(goes_on(c, analysis) for t in entity for c in t.children if c.i >= entity.end):
        return False
    if feature(root, "Number") == "Plur" and len(entity) == 1:  # "the Vikings"
        return False
    if relation(root) == "appos" and doc[entity.start - 1].text == ",":  # "Charleston, South Carolina"
        return False
    opening = doc[entity.sent.start : entity.start].text
    beside = [doc[i] for i in (entity.start - 1, entity.end) if 0 <= i < len(doc)]
    joined = any(t.text in JOINED or feature(t, "Definite") == "Ind" or (t.i < entity.start and is_in_title(t)) for t in beside)
    return not joined and opening.count("(") <= opening.count(")")


def opens_with_article(entity: Span) -> bool:
    """Return True for a title whose article is a part of it: "the film A Little Inside"."""
    return entity[0].pos_ == "DET" and entity[0].text[:1].isupper() and not opens(entity[0])


def is_joined_to_name(entity: Span) -> bool:
    """Return True beside "and" with a capital behind it, whatever the parser made of it: "the French and | Indian War"."""
    doc, sentence = entity.root.doc, entity.sent
    pairs = ((entity.start - 1, entity.start - 2), (entity.end, entity.end + 1))  # each "and", and what stands on its other side
    inside = [(doc[i], doc[k]) for i, k in pairs if sentence.start <= min(i, k) and max(i, k) < sentence.end]
    return any(link.pos_ == "CCONJ" and other.text[:1].isupper() and other.pos_ != "DET" for link, other in inside)


def is_in_title(before: Token) -> bool:
    """Return True for a word before a name that may belong to it: a name, or one with a capital inside a sentence, "A | Little Inside"."""
    return before.pos_ == "PROPN" or (before.text[:1].isupper() and not opens(before))


def goes_on(behind: Token, analysis: Analysis) -> bool:
    """Return True for what makes a name longer: "the University | of California", not "Levi's Stadium | in Santa Clara"."""
    if relation(behind) not in {"nmod", "flat", "compound"}:
        return False
    places = analysis.settings.words("passages", "placing")
    return not any(relation(c) == "case" and c.lower_ in places for c in behind.children)


def is_inside_name(root: Token) -> bool:
    """Return True for the end of a name, « Théognis de Mégare », and for what narrows the subject, « les outils du père de Démosthène »."""
    if relation(root) != "nmod":
        return False
    above = (root.head, root.head.head) if relation(root.head) == "nmod" else (root.head,)
    return root.head.pos_ == "PROPN" or any(relation(t) == "nsubj" for t in above)


def is_one_of_several(entity: Span, analysis: Analysis) -> bool:
    """Return True for a member of a list, and for an example: "linguists like Henry Sweet", « des films comme Le Faucon maltais »."""
    root = entity.root
    before = root.doc[entity.start - 1].lower_ if entity.start > entity.sent.start else ""
    is_example = before in analysis.settings.words("passages", "exemplifying") or any(
        c.lower_ in analysis.settings.words("passages", "exemplifying") for c in children(root, "case")
    )
    return is_example or relation(root) == "conj" or child(root, "conj") is not None


def says_enough(entity: Span, sentence: Sentence) -> bool:
    """Return True when what is left of a sentence without a name tells which is meant: another name or number, or many words."""
    others = [t for t in sentence.span if not entity.start <= t.i < entity.end]
    firm = any(t.pos_ in {"PROPN", "NUM"} or t.ent_type_ for t in others)
    return sum(t.pos_ in CONTENT for t in others) >= (FEWEST_FIRM if firm else FEWEST)
