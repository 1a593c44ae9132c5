"""Names as a stranger needs them: letters with what they stand for, a person by the full name."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from quizgen.extraction.alone import Unnamed, texts, with_words
from quizgen.extraction.surface import acronyms, expansion_of
from quizgen.facts import Clause, Fact, Passage, PhraseType, Value

if TYPE_CHECKING:
    from quizgen.syntax.analysis import Analysis

LETTERS = re.compile(r"(?<![\w&.-])[A-Z][A-Z&]{1,6}(?![\w&-])")
ROMAN = re.compile(r"[IVXLCDM]+")
CAPITAL_BESIDE = re.compile(r"\s[A-ZÀ-Þ][\w-]")
EXPLAINING = frozenset({"definition", "acronym", "naming", "membership"})  # kinds that say what a name stands for


def with_full_names(fact: Fact, analysis: Analysis) -> Fact:
    """Return a fact whose clause tells letters and persons in full. Raises Unnamed for letters that nobody explains."""
    printed = " | ".join([*texts(fact), *fact.contexts[:1]])
    told: dict[str, str] = {}
    for letters in dict.fromkeys(m.group() for m in LETTERS.finditer(" | ".join(texts(fact))) if stands_alone(m)):
        full = expansions(analysis).get(letters, "")
        if full and full not in printed:
            told[letters] = f"{full} ({letters})"
        elif not full and fact.kind not in EXPLAINING and not is_known(letters, fact, analysis):
            raise Unnamed("letters not explained")
    told |= {surname: name for surname, name in surnames(analysis).items() if re.search(rf"(?<![\w-]){surname}(?![\w-])", printed)
             and name not in printed and surname not in fact.context}  # fmt: skip
    return replace(fact, slots=tuple((name, in_full(value, told)) for name, value in fact.slots))


def in_full(value: Value, told: dict[str, str]) -> Value:
    """Return a clause or passage with the first mention of each short name in full; another value as it is."""
    if not isinstance(value, Clause | Passage):
        return value
    for short, full in told.items():
        pattern = re.compile(rf"(?<![\w&-])(?<!\ba )(?<!\ban ){re.escape(short)}(?![\w&-])")
        value = with_words(value, lambda words, p=pattern, f=full: told_once(words, p, f))  # type: ignore[misc]
    return value


def told_once(words: str, pattern: re.Pattern[str], full: str) -> str:
    """Return a text with the first mention of a short name in full, unless a longer name holds that mention: "Osage | Trail"."""
    first = next(pattern.finditer(words), None)
    if first is None or is_within_name(first):
        return words
    return words[: first.start()] + full + words[first.end() :]


def is_within_name(match: re.Match[str]) -> bool:
    """Return True for a word with a capital beside it, one that opens the text aside."""
    before = re.search(r"[A-ZÀ-Þ][\w'’-]*\s$", match.string[: match.start()])
    return CAPITAL_BESIDE.match(match.string, match.end()) is not None or (before is not None and before.start() > 0)


def stands_alone(match: re.Match[str]) -> bool:
    """Return True for letters that are a name by themselves: no number of a king, no part of "USS Potomac"."""
    beside = CAPITAL_BESIDE.match(match.string, match.end()) or re.search(r"[A-ZÀ-Þ][\w-]*\s$", match.string[: match.start()])
    return ROMAN.fullmatch(match.group()) is None and beside is None


def is_known(letters: str, fact: Fact, analysis: Analysis) -> bool:
    """Return True for letters that everybody knows, or that the line above the item shows."""
    return letters in analysis.settings.words("leaning", "known_letters") or letters in fact.context


@lru_cache(maxsize=1)  # of the article in hand
def expansions(analysis: Analysis) -> dict[str, str]:
    """Return what the article's letters stand for: « Office indochinois des changes (OIC) »."""
    found = {m["short"]: expansion_of(before, m["short"]) for before, m in acronyms(analysis.article.text)}
    return {short: long for short, long in found.items() if long}


@lru_cache(maxsize=1)
def surnames(analysis: Analysis) -> dict[str, str]:
    """Return the full name of each person whom the article also calls by one word of it."""
    people = [e for e in analysis.registry.entities if e.type is PhraseType.PERSON and " " in e.name]
    return {alias: e.name for e in people for alias in e.aliases if " " not in alias and e.name.endswith(f" {alias}")}
