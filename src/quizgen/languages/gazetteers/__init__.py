"""Gazetteers: lists of names of one kind and rank, from CLDR (through Babel) and from the files here."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from quizgen.languages.base import Lexicon


@dataclass(frozen=True, slots=True)
class Listed:
    """A name of a list. `row` is what it is nearest to (a continent, a rank): names of one row are the likeliest mistakes."""

    name: str
    kind: str  # "continent", "country", "region", "city", "language", "currency", "profession", "role", "nationality"
    row: str
    gender: str = ""


@cache
def gazetteer(code: str) -> Mapping[str, tuple[Listed, ...]]:
    """Return the lists of a language by name in lower case; a name may stand in several (Luxembourg)."""
    found: dict[str, tuple[Listed, ...]] = {}
    for listed in (*_places(code), *_cldr(code), *_own(code)):
        known = found.get(listed.name.casefold(), ())
        found[listed.name.casefold()] = known if listed in known else (*known, listed)
    return found


@cache
def rows(code: str) -> Mapping[tuple[str, str], tuple[Listed, ...]]:
    """Return the names of each kind and row, in order."""
    found: dict[tuple[str, str], list[Listed]] = {}
    for each in gazetteer(code).values():
        for listed in each:
            found.setdefault((listed.kind, listed.row), []).append(listed)
    return {place: tuple(names) for place, names in found.items()}


def _places(code: str) -> Iterator[Listed]:
    """Yield the countries that the lexicon knows, and cities, by continent: the first part of their time zones' names."""
    from babel import Locale
    from babel.core import get_global

    locale, known = Locale.parse(code), Lexicon(code).table("countries")
    yield from (Listed(locale.territories[region], "continent", "") for region in _chosen()["continents"])
    for zone, territory in sorted(get_global("zone_territories").items()):
        country = locale.territories.get(territory, "")
        if country.lower() in known:
            yield Listed(country, "country", zone.partition("/")[0])
    for zone in _chosen()["cities"]:
        continent, _, place = zone.partition("/")
        yield Listed(locale.time_zones.get(zone, {}).get("city", place.replace("_", " ")), "city", continent)


def _cldr(code: str) -> Iterator[Listed]:
    from babel import Locale

    locale = Locale.parse(code)
    yield from (Listed(locale.languages[each], "language", "") for each in _chosen()["languages"])
    yield from (Listed(locale.currencies[each], "currency", "") for each in _chosen()["currencies"])


@cache
def _chosen() -> Mapping[str, list[str]]:
    return tomllib.loads(files("quizgen.languages.gazetteers").joinpath("cldr.toml").read_text(encoding="utf-8"))


@cache
def _lists(code: str) -> Mapping[str, Any]:
    return tomllib.loads(files("quizgen.languages.gazetteers").joinpath(f"{code}.toml").read_text(encoding="utf-8"))


def _own(code: str) -> Iterator[Listed]:
    lists = _lists(code)
    yield from (Listed(region, "region", "") for region in lists["regions"])
    for section, kind in (("professions", "profession"), ("roles", "role"), ("nationalities", "nationality")):
        for number, row in enumerate(lists[section]):
            for male, female in row:
                if male == female:
                    yield Listed(male, kind, str(number))
                else:
                    yield Listed(male, kind, str(number), "m")
                    yield Listed(female, kind, str(number), "f")


@cache
def organization_nouns(code: str) -> frozenset[str]:
    """Return the words by which names of organizations say what they are: "university", « ministère »."""
    return frozenset(_lists(code)["organizations"])


def canonical(name: str, code: str) -> str:
    """Return the name by which the lists know a place: "US" → "United States"; other names as they are."""
    return str(_lists(code)["short_names"].get(name, name))


def kinds_of(name: str, code: str) -> frozenset[str]:
    """Return the kinds of what `name` names, none where no list holds it."""
    return frozenset(listed.kind for listed in gazetteer(code).get(name.casefold(), ()))
