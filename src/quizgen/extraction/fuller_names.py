"""Names as a stranger needs them: letters with what they stand for, a person by the full name."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from functools import lru_cache

from quizgen.discourse.standing_in import usual_article
from quizgen.extraction.alone import Unnamed, texts, with_words
from quizgen.extraction.surface import acronyms, expansion_of
from quizgen.facts import Clause, Fact, Passage, PhraseType, Value
from quizgen.languages.base import joined
from quizgen.languages.first_names import gender_of_first_name
from quizgen.syntax.analysis import Analysis, remembered

LETTERS = re.compile(r"(?<![\w&.-])(?:[A-Z][A-Z&]{1,6}|[A-Z](?:-[A-Z])+)(?![\w&-])")
ROMAN = re.compile(r"(?=.)M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
CAPITAL_BESIDE = re.compile(r"\s[A-ZÀ-Þ][\w-]")
EPITHET = r" (?:[IVX]+\b(?: (?:of|de) [A-ZÀ-Þ]\w+)?|(?:of|de|the|le|la) [A-ZÀ-Þ]\w+)"  # behind a ruler's name
FEWEST = 3  # mentions that make somebody known by a given name
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
    fuller = surnames(analysis) | (rulers(analysis) if fact.kind == "passage" else {})
    missing = {short: name for short, name in fuller.items() if short in printed and name not in printed and short not in fact.context}
    told |= {short: name for short, name in missing.items() if re.search(rf"(?<![\w-]){re.escape(short)}(?![\w-])", printed)}
    check_given_names(fact, frozenset(told), analysis)
    return replace(fact, slots=tuple((name, in_full(value, told, analysis)) for name, value in fact.slots))


def in_full(value: Value, told: dict[str, str], analysis: Analysis) -> Value:
    """Return a clause or passage with the first mention of each short name in full; another value as it is."""
    if not isinstance(value, Clause | Passage):
        return value
    for short, full in told.items():
        pattern = re.compile(rf"(?<![\w&-])(?<!\ba )(?<!\ban ){re.escape(short)}(?![\w&-])")
        things = named_after(short, analysis)
        article = article_of(full.removesuffix(f" ({short})"), analysis) if full.endswith(f" ({short})") else ""

        def told_in(words: str, f: str = full, p: re.Pattern[str] = pattern, t: frozenset[str] = things, a: str = article) -> str:
            return told_once(words, p, with_article(f, a, p, words, analysis), t)

        value = with_words(value, told_in)
    return value


@remembered
def named_after(name: str, analysis: Analysis) -> frozenset[str]:
    """Return the nouns before a name that are things called by it: « une moto Stein », « l'affaire Stein »."""
    people = analysis.language.lexicon.words("roles", "nouns") | analysis.language.lexicon.words("head_nouns", "person")
    before = (t.nbor(-1) for doc in analysis.docs for t in doc if t.i and t.text == name)
    return frozenset(t.lower_ for t in before if t.pos_ == "NOUN" and not {t.lower_, t.lemma_.lower()} & people)


def check_given_names(fact: Fact, told: frozenset[str], analysis: Analysis) -> None:
    """Do nothing for a sentence in which no given name stands for somebody the article hardly speaks of. Raises Unnamed for one that does.

    "William formed a league": which William? In "his brother William" the noun says it, and the heroes of a story are known by theirs.
    """
    lexicon = analysis.language.lexicon
    people = joined(lexicon.words("roles", "nouns"), lexicon.words("head_nouns", "person"))
    for name in lone_given_names(analysis) - told:
        for text in texts(fact):
            found = re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text)
            before = found.string[: found.start()].split() if found else []
            is_longer = found is not None and (is_within_name(found) or re.match(EPITHET, text[found.end() :]))
            if found and not is_longer and not (before and before[-1].lower() in people) and name not in fact.context:
                raise Unnamed("given name alone")


def article_of(name: str, analysis: Analysis) -> str:
    """Return the article that a name mostly has in the text, where the language's clause settings say before what a name takes one."""
    return usual_article(frozenset({name}), analysis) if analysis.settings.words("passages", "before_phrase") else ""


def with_article(full: str, article: str, pattern: re.Pattern[str], words: str, analysis: Analysis) -> str:
    """Return a full name with its article where the first mention of the short one is a phrase of its own: "bought by | NBC"."""
    first = next(pattern.finditer(words), None)
    if first is None or not article or first.group() == words:
        return full
    before, behind = words[: first.start()].split(), words[first.end() :].split()
    opens = not before or before[-1].lower() in analysis.settings.words("passages", "before_phrase")
    closes = not behind or words[first.end()] in ",.;:)" or behind[0].lower() in analysis.settings.words("passages", "behind_phrase")
    return f"{article if before else article.capitalize()} {full}" if opens and closes else full


def told_once(words: str, pattern: re.Pattern[str], full: str, things: frozenset[str] = frozenset()) -> str:
    """Return a text with the first mention of a short name in full, unless a longer name holds that mention: "Osage | Trail"."""
    first = next(pattern.finditer(words), None)
    if first is None or is_within_name(first) or last_word(words[: first.start()]) in things:
        return words
    return words[: first.start()] + full + words[first.end() :]


def last_word(text: str) -> str:
    """Return the last word of a text in small letters, without what is elided before it, or ""."""
    words: list[str] = re.findall(r"[\w-]+", text)
    return words[-1].lower() if words else ""


def is_within_name(match: re.Match[str]) -> bool:
    """Return True for a word with a capital beside it, one that opens the text aside."""
    before = re.search(r"[A-ZÀ-Þ][\w'’-]*\s$", match.string[: match.start()])
    return CAPITAL_BESIDE.match(match.string, match.end()) is not None or (before is not None and before.start() > 0)


def stands_alone(match: re.Match[str]) -> bool:
    """Return True for letters that are a name by themselves: no number of a king, no part of "USS Potomac"."""
    beside = CAPITAL_BESIDE.match(match.string, match.end()) or re.search(r"(?<!^)(?<!\| )[A-ZÀ-Þ][\w-]*\s$", match.string[: match.start()])
    return ROMAN.fullmatch(match.group()) is None and beside is None


def is_known(letters: str, fact: Fact, analysis: Analysis) -> bool:
    """Return True for letters that everybody knows, or that the line above the item shows or spells: V&A, Victoria and Albert Museum."""
    initials = "".join(re.findall(r"(?<![\w'’-])[A-ZÀ-Þ]", fact.context))
    is_spelt = initials.startswith(letters.replace("&", "").replace("-", ""))
    return letters in analysis.settings.words("leaning", "known_letters") or letters in fact.context or is_spelt


@lru_cache(maxsize=1)  # of the article in hand
def expansions(analysis: Analysis) -> dict[str, str]:
    """Return what the article's letters stand for: « Office indochinois des changes (OIC) »."""
    found = {m["short"]: expansion_of(before, m["short"]) for before, m in acronyms(analysis.article.text)}
    return {short: long for short, long in found.items() if long}


@lru_cache(maxsize=1)
def surnames(analysis: Analysis) -> dict[str, str]:
    """Return the full name of each person whom the article also calls by one word of it."""
    people = [e for e in analysis.registry.entities if e.type is PhraseType.PERSON and " " in e.name]
    last = Counter(e.name.split()[-1] for e in people)
    lexicon = analysis.language.lexicon
    plain = [e for e in people if e.name.istitle() and gender_of_first_name(e.name, lexicon) and last[e.name.split()[-1]] == 1]
    bare = {w: e.name for e in plain if analysis.registry.find(w := e.name.split()[-1]) in {None, e} and w.isalpha()}
    bare = {w: name for w, name in bare.items() if w.lower() not in lexicon.words("nationalities", "adjectives")}
    return bare | {alias: e.name for e in people for alias in e.aliases if " " not in alias and e.name.endswith(f" {alias}")}


@lru_cache(maxsize=1)
def rulers(analysis: Analysis) -> dict[str, str]:
    """Return the full name of each ruler whom the article also calls by the given name: William III, Catherine the Great."""
    found: dict[str, set[str]] = {}
    for match in re.finditer(rf"(?<![\w-])([A-ZÀ-Þ][\w-]+){EPITHET}", analysis.article.text):
        if gender_of_first_name(match[1], analysis.language.lexicon):
            found.setdefault(match[1], set()).add(match.group())
    return {name: next(iter(full)) for name, full in found.items() if len(full) == 1}


@lru_cache(maxsize=1)
def lone_given_names(analysis: Analysis) -> frozenset[str]:
    """Return the given names by which the article calls somebody once or twice and never otherwise."""
    people = [e for e in analysis.registry.entities if e.type is PhraseType.PERSON and " " not in e.name and e.mentions < FEWEST]
    return frozenset(e.name for e in people if gender_of_first_name(e.name, analysis.language.lexicon))
