"""The registry of an article's entities: names, aliases, types, how often and where they are mentioned."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from quizgen.article import TextSpan
from quizgen.facts import Phrase, PhraseType

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

TYPES = {"PER": PhraseType.PERSON, "ORG": PhraseType.ORGANIZATION, "LOC": PhraseType.PLACE, "MISC": PhraseType.WORK}
DETERMINER = re.compile(r"^(?:[lL]['’]|les? |la |[tT]he |an? |un |une |des? |du |d['’])")  # « Le Corbusier » keeps its own
POSSESSIVE = re.compile(r"['’]s?$")


@dataclass(frozen=True, slots=True)
class Entity:
    """A named thing. `name` is its fullest form without determiner, `mentions` how often any of its names occurs."""

    name: str
    type: PhraseType
    aliases: frozenset[str] = field(default_factory=frozenset)
    mentions: int = 1
    first: int = 0  # offset in the article of the first mention of `name`


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
    inside: set[str] = set()  # names seen elsewhere than at the opening of a sentence, where any word has a capital
    for doc in docs:
        for ent in doc.ents:
            name = bare_name(ent.text)
            if len(name) < 2 or not any(c.isupper() for c in name) or name.lower() in adjectives or not is_closed(ent):
                continue
            types[name][ent.label_] += 1
            if ent.start != ent.sent.start or " " in name:
                inside.add(name)
            first.setdefault(name, int(doc.user_data["offset"]) + ent.start_char + max(0, ent.text.find(name)))
    return join_aliases({name: votes for name, votes in types.items() if name in inside}, first)


def is_closed(name: Span) -> bool:
    """Return True for an entity that does not end in a preposition, conjunction or article ("Control of")."""
    return name[-1].pos_ not in {"ADP", "CCONJ", "DET", "PUNCT"} or name[-1].text == "."


def join_aliases(types: dict[str, Counter[str]], first: dict[str, int]) -> Registry:
    """Return a registry in which a surname or acronym is an alias of the one full name it can mean."""
    full = {name: longest_form(name, types, first) for name in types}
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


def longest_form(name: str, types: dict[str, Counter[str]], first: dict[str, int]) -> str:
    """Return the one full personal name that ends in surname `name`, or `name` itself when none or several do, or it comes later only."""
    if " " in name:
        return name
    full = [
        other for other in types if other.endswith(" " + name) and types[other].most_common(1)[0][0] == "PER" and len(other.split()) <= 4
    ]
    return full[0] if len(full) == 1 and "PER" in types[name] and first[full[0]] < first[name] else name
