"""The entities file: what a user says about the names of an article, in TOML, and the registry corrected by it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from quizgen.errors import EntitiesError
from quizgen.facts import PhraseType
from quizgen.syntax.registry import Entity, Registry, bare_name

KEYS = ("name", "type", "gender", "number", "aliases")
TYPES = tuple(kind.value for kind in PhraseType if kind not in {PhraseType.UNKNOWN, PhraseType.THING, PhraseType.EVENT})
EXAMPLE = '[[entity]] name = "Open Lantern" type = "organization" gender = "f" aliases = ["OL"]'


@dataclass(frozen=True, slots=True)
class Known:
    """What a user says of one entity; "" where nothing is said."""

    name: str
    type: str = ""
    gender: str = ""
    number: str = ""
    aliases: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """All the names, the one to print first."""
        return (self.name, *self.aliases)


def load_entities(path: Path | None) -> tuple[Known, ...]:
    """Return the entities of a file, none for None. Raises EntitiesError, naming file, entity and key."""
    if path is None:
        return ()
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise EntitiesError(f"{path} cannot be read.", "Check the spelling and the folder; the file is text in UTF-8.") from error
    except tomllib.TOMLDecodeError as error:
        raise EntitiesError(f"{path} is not TOML: {error}.", f"An entity is written like this: {EXAMPLE}") from error
    entries = data.get("entity", [])
    if set(data) - {"entity"} or not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise EntitiesError(f"{path} should hold [[entity]] tables and nothing else.", f"An entity is written like this: {EXAMPLE}")
    found = tuple(known(entry, f"{path}, entity {number}") for number, entry in enumerate(entries, start=1))
    refuse_shared_names(found, path)
    return found


def known(entry: Mapping[str, Any], where: str) -> Known:
    """Return one entity. Raises EntitiesError."""
    for key in entry:
        if key not in KEYS:
            raise EntitiesError(f"{where}: there is no key {key!r}.", f"The keys are {', '.join(KEYS)}.")
    aliases = entry.get("aliases", [])
    if not isinstance(aliases, list) or not all(isinstance(alias, str) and alias.strip() for alias in aliases):
        raise EntitiesError(f"{where}: aliases should be a list of names.", 'For example: aliases = ["OL", "Lantern"]')
    name = entry.get("name")
    if not isinstance(name, str) or not name.strip():
        raise EntitiesError(f"{where}: name should be the name to print.", 'For example: name = "Open Lantern"')
    for key, allowed in (("type", TYPES), ("gender", ("m", "f")), ("number", ("s", "p"))):
        if key in entry and entry[key] not in allowed:
            raise EntitiesError(f"{where}: {key} {entry[key]!r} is not known.", f"It is one of {', '.join(allowed)}.")
    return Known(name, entry.get("type", ""), entry.get("gender", ""), entry.get("number", ""), tuple(aliases))


def refuse_shared_names(entities: Sequence[Known], path: Path) -> None:
    """Raise EntitiesError when two entities have one name."""
    seen: set[str] = set()
    for name in (name for entity in entities for name in dict.fromkeys(entity.names)):
        if name in seen:
            raise EntitiesError(f"{path}: two entities are called {name!r}.", "Give each name to one entity only.")
        seen.add(name)


def corrected(registry: Registry, entities: Sequence[Known], text: str) -> Registry:
    """Return a registry in which each entity of the file has the names, type, gender and number given there.

    It is told by the first of its names that stands in the `text` of the article; one of which no name does is left out.
    """
    for entity in entities:
        places = {name: at for name in entity.names if (at := first_place(name, text)) >= 0}
        if places:
            registry = with_entity(registry, entity, places)
    return registry


def first_place(name: str, text: str) -> int:
    """Return where `name` first stands in `text` as whole words, or -1."""
    match = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text)
    return match.start() if match else -1


def with_entity(registry: Registry, entity: Known, places: Mapping[str, int]) -> Registry:
    """Return a registry with one entity corrected: those that the registry has under its names are one."""
    own = {id(found): found for name in entity.names if (found := registry.find(name)) is not None}
    name = next(iter(places))
    aliases = {*places, *(n for found in own.values() for n in (found.name, *found.aliases))} - {name}
    commonest = max(own.values(), key=lambda found: found.mentions, default=None)
    kind = PhraseType(entity.type) if entity.type else commonest.type if commonest else PhraseType.UNKNOWN
    mentions = sum(found.mentions for found in own.values()) or 1
    made = Entity(name, kind, frozenset(aliases), mentions, places[name], entity.gender, entity.number, is_given=bool(entity.type))
    others = [found for found in registry.entities if id(found) not in own]
    names = dict.fromkeys((name, *aliases), made) | {bare_name(alias): made for alias in (name, *aliases)}
    return replace(registry, entities=tuple(sorted([*others, made], key=lambda e: e.first)), by_name={**registry.by_name, **names})
