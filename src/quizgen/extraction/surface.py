"""Facts that the surface shows better than the tree: letters with what they stand for, and the years of a life in brackets."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from quizgen.discourse.first_places import first_words
from quizgen.facts import Date, Evidence, Fact, Phrase, PhraseType, Value
from quizgen.syntax.analysis import Analysis, Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

ACRONYM = re.compile(r"\s\((?P<short>[A-Z][A-Za-z0-9&.-]{1,9})\)")
BEFORE_ACRONYM = re.compile(r"[^(),;:.«»“”]{6,90}\Z")
LONGEST_EXPANSION = 90  # code points
LIFE = re.compile(r"(?P<name>[^\W\d_][\w'’.-]*(?:\s[\w'’.-]+){1,4})\s\((?P<birth>1\d{3}|20\d\d)\s?[-–—]\s?(?P<death>1\d{3}|20\d\d)\)")
FEWEST_OF_LIFE = 2  # mentions of a person whose years are asked for
FEWEST = 3  # times that an article must use letters for them to matter
JOINERS = frozenset(
    [
        "de",
        "du",
        "des",
        "la",
        "le",
        "les",
        "l",
        "d",
        "et",
        "en",
        "à",
        "au",
        "aux",
        "pour",
        "of",
        "the",
        "and",
        "for",
        "in",
        "on",
        "to",
        "a",
        "an",
    ]
)


def surface_facts(sentence: Sentence, analysis: Analysis) -> Iterator[Fact]:
    """Yield the acronyms and life dates in a sentence."""
    if "(" not in sentence.evidence.text:
        return
    for before, match in acronyms(sentence.evidence.text):
        expansion = expansion_of(before, match["short"])
        if expansion and analysis.article.text.count(match["short"]) >= FEWEST:
            start = sentence.evidence.start + match.start() - len(expansion)
            yield acronym_fact(start, expansion, sentence.evidence.start + match.start("short"), match["short"], sentence, analysis)
    for match in LIFE.finditer(sentence.evidence.text):
        yield from life_facts(match, sentence, analysis)


def acronyms(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    """Yield the words before letters in brackets, up to punctuation, and the letters: « Office indochinois des changes (OIC) »."""
    end = 0
    for match in ACRONYM.finditer(text):
        before = BEFORE_ACRONYM.search(text[max(end, match.start() - LONGEST_EXPANSION) : match.start()])
        if before is not None:
            yield before.group(), match
            end = match.end()


def expansion_of(words: str, short: str) -> str:
    """Return the end of `words` whose initials spell `short` (small words may be skipped), or ""."""
    letters = [c for c in plain(short) if c.isalnum()]
    tokens = list(re.finditer(r"[^\s'’-]+", words))
    for first in range(len(tokens) - 1, -1, -1):
        if spells([t.group() for t in tokens[first:]], letters) and first < len(tokens) - 1:
            return words[tokens[first].start() :]
    return ""


def spells(tokens: list[str], letters: list[str]) -> bool:
    """Return True when the initials of `tokens`, small words optional, are `letters` in order, and the first is no small word."""
    if not tokens or tokens[0].lower() in JOINERS:
        return False
    return spell_out(tokens, letters)


def spell_out(tokens: list[str], letters: list[str]) -> bool:
    """Return True when some way of skipping small words leaves initials that are `letters`."""
    if not tokens:
        return not letters
    matches = bool(letters) and plain(tokens[0])[:1] == letters[0] and spell_out(tokens[1:], letters[1:])
    return matches or (tokens[0].lower() in JOINERS and spell_out(tokens[1:], letters))


def plain(text: str) -> str:
    """Return `text` in lower case without accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(c))


def acronym_fact(start: int, expansion: str, short_start: int, short: str, sentence: Sentence, analysis: Analysis) -> Fact:
    """Return the fact that `short` stands for `expansion`."""
    article = analysis.article
    long = Phrase(
        expansion,
        bare=expansion,
        head=expansion.split()[0],
        is_name=True,
        accepted=(short,),
        span=article.span(start, start + len(expansion)),
    )
    letters = Phrase(short, bare=short, head=short, is_name=True, span=article.span(short_start, short_start + len(short)))
    return Fact("acronym", (("acronym", letters), ("expansion", long)), Evidence(sentence.evidence), "surface/acronym", 0.93)


def life_facts(match: re.Match[str], sentence: Sentence, analysis: Analysis) -> Iterator[Fact]:
    """Yield birth and death of a person whose years stand in brackets after the name."""
    entity = analysis.registry.find(match["name"])
    if entity is None or entity.type is not PhraseType.PERSON:
        return
    if entity.mentions < FEWEST_OF_LIFE and entity.first > first_words(analysis):
        return  # somebody met with by the way
    base = sentence.evidence.start
    person = Phrase(
        entity.name,
        PhraseType.PERSON,
        bare=entity.name,
        head=entity.name,
        is_name=True,
        is_definite=True,
        span=analysis.article.span(base + match.start("name"), base + match.end("name")),
    )
    for kind in ("birth", "death"):
        date = Date(match[kind], match[kind], "year", analysis.article.span(base + match.start(kind), base + match.end(kind)))
        slots: tuple[tuple[str, Value], ...] = (("person", person), ("date", date))
        yield Fact(kind, slots, Evidence(sentence.evidence), f"surface/life-{kind}", 0.95)
