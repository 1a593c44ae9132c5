"""Frames: the short line that says to which event or topic an item belongs: « Piratage de banques belges, juin 2012 »."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from quizgen.article import BlockKind
from quizgen.discourse.topic import fact_words, words
from quizgen.facts import Date, Fact, PhraseType
from quizgen.syntax.phrases import phrase_tokens
from quizgen.syntax.tree import child, children, feature, is_contiguous, relation, text_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from quizgen.syntax.analysis import Analysis
    from quizgen.syntax.registry import Entity

LONGEST = 90  # characters
LONGEST_SECTION = 45
ROOM = 17  # characters of " (septembre 2016)"
FEWEST_WORDS = 5  # of a part without a name: « forte hausse de la délinquance », not « histoire et causes »
SHORTEST_PART = 8  # characters of a part of a title that is a frame by itself: « Gabon » needs its date
FEWEST = 4  # mentions that make a name the topic of an article whose title names none
TIMES = 2
FEWEST_NOUN_WORDS = 3  # a noun phrase of the title that is a frame has more
BREAK = re.compile(r"\s+[–—|-]\s+|\s*[:;]\s+|\s*[()]\s*|\s*…\s*|\.\s+")
EDGES = " .,;:–—-|…[]"


class Frames:
    """The frames of one article's facts, best first: the first that does not hold an item's key is its context."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis, self.article, self.lexicon = analysis, analysis.article, analysis.language.lexicon
        self.title = self.topic_title()

    def of(self, fact: Fact) -> tuple[str, ...]:
        """Return the frames of a fact, best first, each of at most LONGEST characters; none when the article names no topic."""
        section = self.section(fact.evidence.primary.start)
        own = self.dated_heads if self.analysis.is_news else self.with_section(fact, section)
        return tuple(dict.fromkeys(frame for frame in own if 2 < len(frame) <= LONGEST))

    def with_section(self, fact: Fact, section: str) -> Iterator[str]:
        """Yield the topic, with the section where the fact does not name the topic itself; a telling section alone last."""
        named = set(words(self.title)) <= set(words(" ".join(fact_words(fact))))
        if section and self.title and not named:
            yield f"{self.title} – {section}"
        yield from self.all_heads
        if self.title and has_name(section):
            yield section

    @cached_property
    def all_heads(self) -> tuple[str, ...]:
        """The article's own frames, the same for all its facts."""
        return tuple(self.heads())

    @cached_property
    def dated_heads(self) -> tuple[str, ...]:
        """The article's own frames with its date."""
        return tuple(self.dated(self.all_heads))

    def heads(self) -> Iterator[str]:
        """Yield what may name the event or topic: the title, its parts that are no sentence, its beginning, its noun phrases."""
        if len(self.title) <= LONGEST:
            yield self.title
        if len(self.title) + ROOM > LONGEST:
            yield capitalized(max((part.strip(EDGES) for part in BREAK.split(self.title)), key=len))
        parts = self.parts()
        for part in parts:
            if len(part) >= SHORTEST_PART and (is_telling(part) or self.title.startswith(part)) and not self.is_place(part):
                yield capitalized(part)
        marks = "cut_before" if len(self.title) > LONGEST else "aside"
        yield cut_before(self.title, self.lexicon.words("frames", marks))
        yield from self.noun_phrases()

    def noun_phrases(self) -> Iterator[str]:
        """Yield the long noun phrases of a title that is a sentence: « (Le PAM rouvre les) radios endommagées par l'ouragan »."""
        for token in (t for doc in self.analysis.titles[:1] for t in doc if t.pos_ == "NOUN" and relation(t) in {"nsubj", "obj", "obl"}):
            words = [t for t in phrase_tokens(token, self.analysis) if t.i >= token.i or relation(t) != "det"]
            text = text_of(words).strip(EDGES)
            if len(words) > FEWEST_NOUN_WORDS and is_contiguous(words) and text in self.title and self.is_nominal(text) and has_name(text):
                yield capitalized(text)

    def is_place(self, part: str) -> bool:
        """Return True for a mere place: « Birmanie, juin 2018 » says nothing of what happened."""
        entity = self.analysis.registry.find(part)
        return self.analysis.is_news and entity is not None and entity.type is PhraseType.PLACE

    @cached_property
    def finite(self) -> frozenset[str]:
        """The finite verbs of title and standfirst."""
        return frozenset(t.text for doc in self.analysis.titles for t in doc if is_finite(t))

    def is_nominal(self, text: str) -> bool:
        """Return True for a stretch of the title without a finite verb."""
        return not self.finite & set(re.findall(r"\w+", text))

    def parts(self) -> list[str]:
        """Return the parts of the title, at its colons, dashes and brackets, that hold no finite verb."""
        found = [part.strip(EDGES) for part in BREAK.split(self.title)]
        return [part for part in found if part and len(found) > 1 and self.is_nominal(part)]

    def dated(self, heads: Iterable[str]) -> Iterator[str]:
        """Yield each head with month and year of the article, or as it is when it tells the year; then without."""
        kept = [head for head in heads if head]
        when = self.when()
        for head in kept:
            yield head if when[-4:] in head else joined(head, when, is_nominal=self.is_nominal(head))
        yield from kept

    def when(self) -> str:
        """Return month and year of the article in words, or the year when no more is known."""
        iso = self.article.published[:7]
        return self.analysis.language.filters["month_year"](Date(iso, iso, "month")) if len(iso) == 7 else iso

    def topic_title(self) -> str:
        """Return the title without stray punctuation, names spelt as the article does; the topic's name for one that says nothing."""
        title = with_own_capitals(" ".join(self.article.title.split()).strip(EDGES), self.analysis)
        says_nothing = title.lower() in self.lexicon.words("frames", "generic") or not title
        return title if not says_nothing else "" if self.analysis.is_news else self.topic()

    def topic(self) -> str:
        """Return the person or thing named often, and twice as often as the next of its kind, else ""."""
        hero = named_most([e for e in self.analysis.registry.entities if e.type is PhraseType.PERSON])
        thing = named_most(self.analysis.registry.entities)
        if hero is not None and thing is not None and thing.mentions > 2 * hero.mentions:
            hero = None
        return hero.name if hero else thing.name if thing else self.defined()

    def defined(self) -> str:
        """Return the name of which the first sentence of all says what it is: "Dover is a town in Kent.", or ""."""
        first = next(iter(self.analysis.docs[0].sents)) if self.analysis.docs else None
        subject = child(first.root, "nsubj") if first is not None and child(first.root, "cop") is not None else None
        is_definition = subject is not None and any(feature(d, "Definite") == "Ind" for d in children(subject.head, "det"))
        return text_of(phrase_tokens(subject, self.analysis)) if subject is not None and is_definition and subject.pos_ == "PROPN" else ""

    def section(self, offset: int) -> str:
        """Return the heading that `offset` stands under, or "" when there is none or it says nothing ("Overview")."""
        above = [b for b in self.article.blocks_of(BlockKind.HEADING) if b.end <= offset]
        text = " ".join(self.article.text[above[-1].start : above[-1].end].split()).strip(EDGES + "#*=") if above else ""
        says_nothing = text.lower() in self.lexicon.words("frames", "generic") or "?" in text or len(text) > LONGEST_SECTION
        return "" if says_nothing or text.lower() == self.article.title.lower() else text


def named_most(entities: Sequence[Entity]) -> Entity | None:
    """Return the entity mentioned often, and twice as often as the next, or None."""
    ordered = sorted(entities, key=lambda e: -e.mentions)
    others = ordered[1].mentions if len(ordered) > 1 else 0
    return ordered[0] if ordered and ordered[0].mentions >= max(FEWEST, TIMES * others) else None


def joined(head: str, when: str, *, is_nominal: bool) -> str:
    """Return a frame with its date: behind a comma, or in brackets where the comma could be misread."""
    return f"{head}, {when}" if is_nominal and "," not in head and not re.search(r"\d", head) else f"{head} ({when})"


def is_finite(token: Token) -> bool:
    """Return True for a word that makes a headline a sentence."""
    return token.pos_ in {"VERB", "AUX"} and feature(token, "VerbForm") in {"Fin", ""}


def cut_before(title: str, marks: frozenset[str]) -> str:
    """Return a title cut before the last of `marks` ("after", « après ») that leaves a frame, or ""."""
    words = [m for m in re.finditer(r"(?<=\s)\w+['’]?|,", title) if m.group().lower() in marks]
    cuts = [m.start() for m in words if LONGEST // 4 <= m.start() <= LONGEST]
    return title[: cuts[-1]].strip(EDGES) if cuts else ""


def with_own_capitals(title: str, analysis: Analysis) -> str:
    """Return a title with the capitals that the article gives its names: « Tazio nuvolari » is « Tazio Nuvolari »."""
    names = {word for entity in analysis.registry.entities for word in entity.name.split() if word[:1].isupper() and word[1:].islower()}
    capitals = {word.lower(): word for word in names & analysis.names_inside}
    small = set(re.findall(r"\b[a-zà-ÿ]+\b", " ".join(doc.text for doc in analysis.docs)))
    return re.sub(r"[^\W\d_]{3,}", lambda m: m.group() if m.group() in small else capitals.get(m.group(), m.group()), title)


def is_telling(text: str) -> bool:
    """Return True for a heading or part of a title that says what it is about by itself: a name or a year in it, or some words."""
    return has_name(text) or len(text.split()) >= FEWEST_WORDS


def has_name(text: str) -> bool:
    """Return True for a capital inside, or a year."""
    return re.search(r"(?<!^)\b[A-ZÀ-Þ]|\d{4}", text) is not None


def capitalized(text: str) -> str:
    """Return `text` with a capital first letter."""
    return text[:1].upper() + text[1:]
