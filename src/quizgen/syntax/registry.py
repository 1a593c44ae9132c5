"""The registry of an article's entities: names, aliases, types, how often and where they are mentioned."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from quizgen.article import TextSpan
from quizgen.facts import Phrase, PhraseType

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

TYPES = {"PER": PhraseType.PERSON, "ORG": PhraseType.ORGANIZATION, "LOC": PhraseType.PLACE, "MISC": PhraseType.WORK}
DETERMINER = re.compile(r"^(?:[lL]['’]|les? |la |[tT]he |an? |un |une |des? |du |d['’])")  # « Le Corbusier » keeps its own
SPELLING = re.compile(r"[\s\-–]")
LONGEST_FULL_NAME = 4  # words
SHORTEST_SPELLING = 3  # letters
POSSESSIVE = re.compile(r"['’]s?$")


@dataclass(frozen=True, slots=True)
class Entity:
    """A named thing. `name` is its fullest form without determiner, `mentions` how often any of its names occurs."""

    name: str
    type: PhraseType
    aliases: frozenset[str] = field(default_factory=frozenset)
    mentions: int = 1
    first: int = 0  # offset in the article of the first mention of `name`
    gender: str = ""  # as the user's entities file gives it, else ""
    number: str = ""
    is_given: bool = False  # the type too is the user's


@dataclass(frozen=True)
class Registry:
    """The entities of one article, found by any of their names."""

    entities: tuple[Entity, ...]
    by_name: dict[str, Entity]

    def find(self, name: str) -> Entity | None:
        """Return the entity called `name`, with or without a determiner, or None."""
        return self.by_name.get(bare_name(name))

    def phrases(self) -> tuple[Phrase, ...]:
        """Return every entity as a phrase without determiner, most mentioned first."""
        ordered = sorted(self.entities, key=lambda e: (-e.mentions, e.first))
        return tuple(
            Phrase(
                text=e.name,
                bare=e.name,
                head=e.name,
                type=e.type,
                gender=e.gender,
                number=e.number or "s",
                is_name=True,
                accepted=tuple(sorted(e.aliases)),
                span=TextSpan(e.first, e.first + len(e.name), e.name),
            )
            for e in ordered
        )


def bare_name(text: str) -> str:
    """Return a name without determiner and possessive ending, spaces made single."""
    return POSSESSIVE.sub("", DETERMINER.sub("", " ".join(text.split()))).strip('«»“”"()., ')


def build_registry(docs: Iterable[Doc], adjectives: frozenset[str]) -> Registry:
    """Return the registry of the entities found in `docs`, aliases of one entity joined; `adjectives` ("French") name nothing."""
    types: dict[str, Counter[str]] = defaultdict(Counter)
    first: dict[str, int] = {}
    articled: dict[str, tuple[str, int]] = {}
    inside: set[str] = set()  # names seen elsewhere than at the opening of a sentence, where any word has a capital
    for doc in docs:
        for ent in doc.ents:
            name = bare_name(ent.text)
            if len(name) < 2 or not any(c.isupper() for c in name) or name.lower() in adjectives or not is_closed(ent):
                continue
            types[name][ent.label_] += 1
            if ent.start != ent.sent.start or " " in name:
                inside.add(name)
            at = int(doc.user_data["offset"]) + ent.start_char
            first.setdefault(name, at + max(0, ent.text.find(name)))
            if ent.start != ent.sent.start and ent.text.startswith(("L'", "L’")) and ent.text[2:] == name:
                articled.setdefault(name, (ent.text, at))
    return with_articles(join_aliases({name: votes for name, votes in types.items() if name in inside}, first), articled)


def with_articles(registry: Registry, articled: dict[str, tuple[str, int]]) -> Registry:
    """Return a registry in which a name written with a capital article inside a sentence keeps it: "L'Enfant", « L'Équipe »."""
    renamed = {
        e.name: replace(e, name=articled[e.name][0], first=articled[e.name][1], aliases=e.aliases | {e.name})
        for e in registry.entities
        if e.name in articled
    }
    entities = tuple(renamed.get(e.name, e) for e in registry.entities)
    return Registry(entities, {name: renamed.get(e.name, e) for name, e in registry.by_name.items()})


def is_closed(name: Span) -> bool:
    """Return True for an entity that does not end in a preposition, conjunction or article ("Control of"), nor sounds ("Ada -da")."""
    if " -" in name.text:
        return False
    return name[-1].pos_ not in {"ADP", "CCONJ", "DET", "PUNCT"} or name[-1].text == "."


def join_aliases(types: dict[str, Counter[str]], first: dict[str, int]) -> Registry:
    """Return a registry in which a surname or acronym is an alias of the one full name it can mean."""
    known = KnownNames(types, first)
    full = {name: known.longest_form(name) for name in types}
    groups: dict[str, list[str]] = defaultdict(list)
    for name, fullest in full.items():
        groups[fullest].append(name)
    entities, by_name = [], {}
    for fullest, names in groups.items():
        votes: Counter[str] = sum((types[n] for n in names), Counter())
        entity = Entity(
            fullest,
            TYPES.get(votes.most_common(1)[0][0], PhraseType.WORK),
            frozenset(n for n in names if n != fullest),
            sum(votes.values()),
            first[fullest],
        )
        entities.append(entity)
        by_name.update(dict.fromkeys(names, entity))
    return Registry(tuple(sorted(entities, key=lambda e: e.first)), by_name)


class KnownNames:
    """The names of an article, found by what two names of one thing share: a long article has thousands, and each is compared with few."""

    def __init__(self, types: dict[str, Counter[str]], first: dict[str, int]) -> None:
        self.types, self.first = types, first
        self.people = {name: None for name in types if types[name].most_common(1)[0][0] == "PER"}  # in the order of `types`
        self.by_ends: dict[tuple[str, str], list[str]] = defaultdict(list)  # of people: first and last word
        self.by_surname: dict[str, list[str]] = defaultdict(list)  # of people: what stands behind any of a name's spaces
        self.by_spelling: dict[str, list[str]] = defaultdict(list)
        for name in self.people:
            words = name.split(" ")
            self.by_ends[words[0], words[-1]].append(name)
            for place in range(1, len(words)) if len(words) <= LONGEST_FULL_NAME else ():
                self.by_surname[" ".join(words[place:])].append(name)
        for name in types:
            self.by_spelling[spelling(name)].append(name)

    def longest_form(self, name: str) -> str:
        """Return the name under which an entity is told: of a surname the one full name before it, of several spellings the commonest.

        A surname that two people bear stays as it is; "Patrick Gordon" and "Patrick Leopold Gordon" are one man, told as he is told first.
        """
        if name in self.people and " " in name:
            words = name.split(" ")
            return self.earliest(other for other in self.by_ends[words[0], words[-1]] if is_same_person(name, other))
        full = self.by_surname.get(name, [])
        if "PER" in self.types[name] and full and all(is_same_person(full[0], other) for other in full):
            earliest = self.earliest(full)
            return earliest if self.first[earliest] < self.first[name] else name
        spellings = [other for other in self.by_spelling[spelling(name)] if is_same_spelling(name, other)]
        return min(spellings, key=lambda other: (-sum(self.types[other].values()), self.first[other]))

    def earliest(self, names: Iterable[str]) -> str:
        """Return the name that the article tells first."""
        return min(names, key=lambda name: self.first[name])


def is_same_person(one: str, other: str) -> bool:
    """Return True for one full name with and without its middle, or with its initial: "Edward J. Noble"."""
    words, others = one.split(), other.split()
    ends = len(words) > 1 and (words[0], words[-1]) == (others[0], others[-1])
    middles = list(zip(words[1:-1], others[1:-1], strict=False)) if len(words) == len(others) else []
    initials = bool(middles) and all(m == o or (m[0] == o[0] and "." in {m[1:], o[1:]}) for m, o in middles)
    return one == other or (ends and (initials or 2 in {len(words), len(others)}) and max(len(words), len(others)) <= LONGEST_FULL_NAME)


def is_same_spelling(one: str, other: str) -> bool:
    """Return True for spellings of one name: "Open Stack", "OpenStack"; short letters ("US", "Us") only when they are the same."""
    plain, other_plain = spelling(one), spelling(other)
    return one == other or (plain == other_plain and len(plain) > SHORTEST_SPELLING)


def spelling(name: str) -> str:
    """Return a name without spaces and hyphens, in small letters."""
    return SPELLING.sub("", name).casefold()
