"""What of a sentence may be blanked: a date, a number with what it counts, a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgen.facts import Date, Phrase, Quantity
from quizgen.languages.base import DateMatch, QuantityMatch
from quizgen.syntax.analysis import Analysis, Sentence
from quizgen.syntax.phrases import phrase
from quizgen.syntax.tree import feature, relation

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from quizgen.article import TextSpan

POINTS = frozenset({"year", "month", "day", "decade", "century"})
SMALLEST = 3  # number that is asked for
MOST_NUMBERS = 2  # in a sentence: more are a list of figures
MOST_MENTIONS = 3  # of a name that is asked for: what the whole article is about is no answer
MONEY = re.compile(r"[€$£¥]")
JOINED = frozenset({"-", "–", "&", "'s", "’s", "(", "«", '"', "/"})
CONTENT = frozenset({"NOUN", "PROPN", "NUM", "ADJ", "VERB"})
FEWEST, FEWEST_FIRM = 7, 4  # words of content beside a name that is blanked: without and with another name or number
NOMINAL = frozenset({"obl", "nmod", "obj", "nsubj", "xcomp", "appos"})


@dataclass(frozen=True)
class Blank:
    """Words of a sentence that may be asked for: the slot they fill and the value they are."""

    slot: str
    words: str
    value: Date | Quantity | Phrase


def blanks(sentence: Sentence, analysis: Analysis) -> Iterator[Blank]:
    """Yield the dates, numbers and names of a sentence that have one right answer, in that order."""
    text = sentence.evidence.text
    found = analysis.language.find_dates(text)
    for match in found:
        if is_point(match, sentence, analysis):
            words = text[match.start : match.end]
            yield Blank("date", words, Date(words, match.iso, match.precision, place_of(sentence, match.start, match.end, analysis)))
    numbers = [n for n in analysis.language.find_quantities(text) if not any(d.start < n.end and n.start < d.end for d in found)]
    for number in numbers if len(numbers) <= MOST_NUMBERS else []:
        if counts(number, text, analysis) and not is_told_by_list(number, sentence):
            words = text[number.start : number.end]
            span = place_of(sentence, number.start, number.end, analysis)
            counted = unit_after(text[number.end :])
            yield Blank(
                "quantity", words, Quantity(words, number.number, words, counted, number.qualifier, number.is_percentage, span=span)
            )
    for entity in names(sentence, analysis):
        value = phrase(entity.root, analysis, [t for t in entity if t.pos_ != "DET"])
        if says_enough(entity, sentence):
            yield Blank("name", value.text, value)


def place_of(sentence: Sentence, start: int, end: int, analysis: Analysis) -> TextSpan:
    """Return the article's stretch of code points `start` to `end` of a sentence."""
    return analysis.article.span(sentence.evidence.start + start, sentence.evidence.start + end)


def is_point(match: DateMatch, sentence: Sentence, analysis: Analysis) -> bool:
    """Return True for a full date that tells when: no end of a range, no part of a name ("the 2010 census", "the Edict of 1598")."""
    text = sentence.evidence.text
    if match.precision not in POINTS or match.lead not in analysis.settings.words("passages", "dating"):
        return False
    offset = sentence.evidence.start - int(sentence.span.doc.user_data["offset"]) + match.end
    following = next((t for t in sentence.span if t.idx >= offset), None)
    if following is not None and following.pos_ in {"NOUN", "PROPN", "ADJ"}:
        return False
    ranging = analysis.settings.words("passages", "ranging")
    before, after = text[: match.start].lower(), text[match.end :].lower()
    ends = any(before.rstrip().endswith(f" {word}") or (before.startswith(f"{word} ") and len(before.split()) == 1) for word in ranging)
    return not ends and not re.match(r"\s*(?:[-–/]\s*\d|(?:à|to|and|et|ou|or)\s+(?:\w+\s+)?\d)", after)


def counts(number: QuantityMatch, text: str, analysis: Analysis) -> bool:
    """Return True for a number that says how much of what: no rank, no part of a name, no "one" or "two"."""
    opening = text[: number.start]
    if number.is_open or opening.count("(") > opening.count(")") or re.search(r"\d[-–]\d", text[number.start : number.end + 2]):
        return False
    before = opening.split()
    if before and before[-1].lower().strip("(") in analysis.settings.words("arguments", "before_no_gap"):
        return False
    if before and len(before) > 1 and before[-1][:1].isupper():  # "Article 5", "Apollo 11"
        return False
    is_money = MONEY.search(text[max(0, number.start - 1) : number.end + 2]) is not None
    follows = unit_after(text[number.end :])
    if not (number.is_percentage or is_money or follows):
        return False
    return number.is_percentage or is_money or float(number.number) >= SMALLEST or not float(number.number).is_integer()


def unit_after(rest: str) -> str:
    """Return the word that a number counts, right behind it, or ""."""
    found = re.match(r"[\s\u202f\u00a0]+(?:de\s|d['’]|of\s)?([^\W\d_]{2,})", rest)
    return found[1] if found else ""


def names(sentence: Sentence, analysis: Analysis) -> Iterator[Span]:
    """Yield the names of a sentence that are phrases of their own: no member of a list, no piece of a longer name, not the topic."""
    title = analysis.article.title.casefold()
    for entity in sentence.span.ents:
        text = entity.text
        if text.casefold() in title or (not text[:1].isupper() and entity[0].pos_ != "DET"):
            continue
        known = analysis.registry.find(text)
        if is_phrase(entity) and not is_listed(entity.root) and (known is None or known.mentions <= MOST_MENTIONS):
            yield entity


def is_phrase(entity: Span) -> bool:
    """Return True when an entity is a noun phrase by itself, whose neighbours belong to no longer name."""
    root = entity.root
    if root.pos_ != "PROPN" or relation(root) not in NOMINAL or not any(t.text[:1].isupper() for t in entity):
        return False
    doc = root.doc
    beside = [doc[i] for i in (entity.start - 1, entity.end) if 0 <= i < len(doc)]
    behind = doc[entity.end] if entity.end < len(doc) else None
    if behind is not None and (behind.text[:1].isupper() or behind.pos_ == "PROPN"):
        return False
    if any(c.i >= entity.end and relation(c) in {"nmod", "flat", "compound"} for t in entity for c in t.children):
        return False  # "the University | of California"
    if feature(root, "Number") == "Plur" and len(entity) == 1:  # "the Vikings"
        return False
    if relation(root) == "appos" and doc[entity.start - 1].text == ",":  # "Charleston, South Carolina"
        return False
    return not any(t.text in JOINED or feature(t, "Definite") == "Ind" or (t.i < entity.start and t.pos_ == "PROPN") for t in beside)


def is_listed(root: Token) -> bool:
    """Return True for a member of a list."""
    return relation(root) == "conj" or any(relation(c) == "conj" for c in root.children)


def says_enough(entity: Span, sentence: Sentence) -> bool:
    """Return True when what is left of a sentence without a name tells which is meant: another name or number, or many words."""
    others = [t for t in sentence.span if not entity.start <= t.i < entity.end]
    firm = any(t.pos_ in {"PROPN", "NUM"} or t.ent_type_ for t in others)
    return sum(t.pos_ in CONTENT for t in others) >= (FEWEST_FIRM if firm else FEWEST)


def is_told_by_list(number: QuantityMatch, sentence: Sentence) -> bool:
    """Return True for a number whose things are listed: « trois groupes, A, B et C »."""
    start = sentence.evidence.start - int(sentence.span.doc.user_data["offset"]) + number.start
    word = next((t for t in sentence.span if t.idx >= start), None)
    explained = [c for c in word.head.children if relation(c) == "appos"] if word is not None else []
    return any(relation(c) == "conj" for noun in explained for c in noun.children)
