"""The person whom an article is about, who may be meant by "he" or "she" wherever nobody else is told of."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from quizgen.discourse.acting import is_act
from quizgen.discourse.agreement import gender_by_agreement
from quizgen.facts import PhraseType
from quizgen.languages.first_names import gender_of_first_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizgen.facts import Phrase
    from quizgen.syntax.analysis import Analysis

FEWEST = 4  # mentions
FEWEST_IN_NEWS = 2  # of the only person whom the title of a piece of news names
FEWEST_PRONOUNS = 2
MOST_PER_PRONOUN = 6  # mentions for each "he": more are of a town that was taken for a man
CLEAR, CLEAR_OF_TITLED = 5, 2  # times that "he" is commoner than "she"


@lru_cache(maxsize=1)  # of the article in hand
def hero_of(analysis: Analysis) -> Phrase | None:
    """Return the person named most, if named in the title or three times as often as the next; the gender by first name or by pronouns."""
    people = [p for p in analysis.registry.phrases() if p.type is PhraseType.PERSON]
    if analysis.is_news and (of_news := only_in_title(people, analysis)) is not None:
        return with_gender(of_news, analysis, is_titled=True)
    titled = next((p for p in people if is_title(p, analysis)), None)
    hero = titled if titled is not None and mentions(titled, analysis) >= FEWEST else people[0] if people else None
    if hero is None or mentions(hero, analysis) < FEWEST:
        return None
    is_titled = hero == titled or is_in_title(hero, analysis)
    others = (mentions(p, analysis) for p in people if p.text.split()[-1] != hero.text.split()[-1])
    if not is_titled and mentions(hero, analysis) < fewest_times(analysis) * next(others, 0):
        return None
    return with_gender(hero, analysis, is_titled=is_titled)


def with_gender(hero: Phrase, analysis: Analysis, *, is_titled: bool) -> Phrase | None:
    """Return the hero with his gender, or None where nothing tells it or few pronouns are of it."""
    gender = hero.gender or gender_of_first_name(hero.text, analysis.language.lexicon) or gender_by_agreement(hero, analysis)
    gender = gender or gender_by_pronouns(analysis, is_titled=is_titled)
    if not gender or pronouns(analysis, with_things=True)[gender] * MOST_PER_PRONOUN < mentions(hero, analysis):
        return None
    return replace(hero, gender=gender, is_definite=True, accepted=tuple(sorted({*hero.accepted, hero.text.split()[-1]} - {hero.text})))


def only_in_title(people: Sequence[Phrase], analysis: Analysis) -> Phrase | None:
    """Return the only person whom the title names, under the fullest name: « Bolt » is « Usain Bolt »."""
    titled = [p for p in people if is_in_title(p, analysis)]
    if not titled or mentions(titled[0], analysis) < FEWEST_IN_NEWS or not all(share_a_word(titled[0], p) for p in titled):
        return None
    return max((p for p in people if share_a_word(titled[0], p)), key=lambda p: len(p.text.split()))


def share_a_word(one: Phrase, other: Phrase) -> bool:
    """Return True for two names that may be one person's."""
    return bool(set(one.text.split()) & set(other.text.split()))


def is_title(person: Phrase, analysis: Analysis) -> bool:
    """Return True for somebody whose full name is the title."""
    title = analysis.article.title.strip().casefold()
    return " " in title and title in {name.casefold() for name in (person.text, *person.accepted)}


def is_in_title(person: Phrase, analysis: Analysis) -> bool:
    """Return True for somebody whom the title names, whatever its capitals: « Tazio nuvolari »."""
    names = "|".join(re.escape(name) for name in (person.text, *person.accepted))
    return re.search(rf"(?<!\w)(?:{names})(?!\w)", analysis.article.title, re.IGNORECASE) is not None


def mentions(person: Phrase, analysis: Analysis) -> int:
    """Return how often an article names somebody; one whose full name is its title, by the surname too, whatever it was taken for."""
    entity = analysis.registry.find(person.text)
    counted = entity.mentions if entity is not None else 0
    if not is_title(person, analysis):
        return counted
    return max(counted, len(re.findall(rf"(?<!\w){re.escape(person.text.split()[-1])}(?!\w)", analysis.article.text)))


def fewest_times(analysis: Analysis) -> int:
    """Return how many times as often as the next a hero is named whom the title does not name."""
    title = analysis.article.title.strip().lower()
    return 3 if title and title not in analysis.language.lexicon.words("frames", "generic") else 2


def gender_by_pronouns(analysis: Analysis, *, is_titled: bool) -> str:
    """Return the gender of the only personal pronoun that an article uses much ("he" five times, "she" never), or "".

    Where the title names the person, words that stand for things as well tell it too: « il », if « elle » is rare.
    """
    counts = pronouns(analysis, with_things=is_titled)
    clear = CLEAR_OF_TITLED if is_titled else CLEAR
    enough = (g for g, n in counts.items() if n >= FEWEST_PRONOUNS and n > clear * sum(m for other, m in counts.items() if other != g))
    return next(enough, "")


def pronouns(analysis: Analysis, *, with_things: bool) -> Counter[str]:
    """Return how often an article uses the pronouns in the singular of each gender, or only those that stand for persons alone."""
    said = [t for doc in analysis.docs for t in doc if t.pos_ == "PRON"]
    words, acting = Counter(t.lower_ for t in said), Counter(t.lower_ for t in said if is_act(t, analysis))  # « il épouse »
    counts: Counter[str] = Counter()
    for word, entry in analysis.settings.data["pronouns"].items():
        if entry["number"] == "s" and entry.get("gender"):
            counts[entry["gender"]] += (words if entry.get("person", with_things) else acting)[word]
    return counts


def is_part_of(word: str, hero: Phrase) -> bool:
    """Return True for a word of one of the hero's names."""
    return any(word in re.findall(r"\w[\w'’-]*", name) for name in (hero.text, *hero.accepted))
