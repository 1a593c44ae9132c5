"""Names to put in the place of others, so that the recogniser learns contexts and shapes, not the names of one corpus."""

import csv
import random
import re
import runpy
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from labelled import Labelled
from words import WORDS

_VOWELS = "aeiouyâàéèêëîïôûAEIOUYÂÀÉÈÊËÎÏÔÛ"
_COMPANY_ENDING = re.compile(
    r"[,.]? (Inc\.?|Corporation|Corp\.?|Company|Co\.|plc|Ltd\.?|Limited|Holdings?|Incorporated|N\.V\.|& Co\.|\(.*\)).*$"
)
_FRENCH = re.compile(r"[^\x00-\x7f]|\b(?:de|du|des|la|le|les|d'|l'|et|guerre|accords?|prix|coupe|tour|jeux|loi|plan)\b", re.IGNORECASE)

_PARTS = re.compile(r"([A-ZÀ-Þ][\w’'-]+) ((?:[A-Zdv][\w’'-]+ )?[A-ZÀ-Þ][\w’'-]+)")  # « Anne Morel », « Jan van Dyck »


@dataclass
class Names:
    """Lists of names by type, and `patterns` that coin new ones; `first` with weights, `last` for persons."""

    first: list[str]
    weights: list[float]
    last: list[str]
    lists: dict[str, list[list[str]]]
    patterns: dict[str, list[str]]
    rng: random.Random
    pool: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def learn(self, items: Iterable[Labelled]) -> None:
        """Add the names of a corpus to the pool, and the parts of the persons' names."""
        for item in items:
            for start, end, label in item.entities:
                name = item.text[start:end]
                if name[:1].isupper() and len(name.split()) <= 5:
                    self.pool[label].append(name)
                if label == "PER" and (parts := _PARTS.fullmatch(name)):
                    self.pool["FIRST"].append(parts[1])
                    self.pool["LAST"].append(parts[2])

    def draw(self, label: str, of_several_words: bool | None = None) -> str:
        """Draw a name of a type; for a person, a full name or only a surname. LAST is a surname, FIRST a given name."""
        if label in ("FIRST", "LAST"):
            return self._part(label)
        if label == "PER":
            return self._person(of_several_words is not False)
        dice = self.rng.random()
        if dice < 0.25:
            return self._coined(label)
        if dice < 0.65 and self.pool[label]:
            return self.rng.choice(self.pool[label])
        return self.rng.choice(self.rng.choice(self.lists[label]))

    def _person(self, full: bool) -> str:
        last = self._part("LAST")
        if not full:
            return last
        if self.rng.random() < 0.15 and self.pool["PER"]:
            return self.rng.choice(self.pool["PER"])
        first = self._part("FIRST")
        return f"{first} {self.rng.choice('ABCDEFGHJLMPRST')}. {last}" if self.rng.random() < 0.05 else f"{first} {last}"

    def _part(self, part: str) -> str:
        """Draw a given name or a surname, half of them of the corpora: the lists are French."""
        if self.rng.random() < 0.5 and self.pool[part]:
            return self.rng.choice(self.pool[part])
        return self.rng.choices(self.first, self.weights)[0] if part == "FIRST" else self.rng.choice(self.last)

    def _coined(self, label: str) -> str:
        """Coin a name: new companies, prizes and streets are named like this every day."""
        if label == "LOC" or self.rng.random() < 0.6:
            return fill(self.rng.choice(self.patterns[label]), self).text
        name = self.rng.choice(WORDS["coined_first"].split()) + self.rng.choice(WORDS["coined_second"].split())
        endings = WORDS["coined_company_endings"] if label == "ORG" else WORDS["coined_product_endings"]
        return name + str(self.rng.choice(endings))


def load_names(language: str, gazetteers: Path, rng: random.Random) -> Names:
    """Read the gazetteers for a language. `fr_lists.py` in them holds lists written by hand, separated by `|`."""
    hand = {key: _split(value) for key, value in runpy.run_path(str(gazetteers / "fr_lists.py")).items() if isinstance(value, str)}
    lists = gazetteers / "lists"
    cities = _rows(lists / "world-cities.csv")
    near = WORDS["near"][language]
    towns = [row["name"] for row in cities if row["country"] in near]
    countries = sorted({row["country"] for row in cities if "," not in row["country"]})
    if language == "fr":
        countries = [row["value"] for row in _rows(lists / "countries_fr.csv")]
    regions = sorted({row["subcountry"] for row in cities if row["country"] in near and row["subcountry"]})
    companies = [_COMPANY_ENDING.sub("", row["Security"]).strip() for row in _rows(lists / "sp500.csv")]
    first = [line.split("\t") for line in (lists / "first_insee.txt").read_text("utf-8").splitlines()]
    surnames = hand["LAST"] + [town for town in towns if re.fullmatch(r"[A-Z][a-zé]{3,8}", town)][:200]
    organizations = [hand["ORG_TECH"], hand["ORG_INST"], companies] if language == "fr" else [hand["ORG_TECH"], companies, companies]
    places = [hand["LOC"], countries, towns, regions] if language == "fr" else [countries, towns, regions]
    works = [name for name in hand["MISC"] if language == "fr" or not _FRENCH.search(name)]
    return Names(
        [name for name, _ in first],
        [float(count) ** 0.5 for _, count in first],
        surnames,
        {"ORG": organizations, "LOC": places, "MISC": [works]},
        WORDS["patterns"][language],
        rng,
    )


def _split(text: str) -> list[str]:
    return [part.strip() for part in text.replace("\n", "|").split("|") if part.strip()]


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def swap(item: Labelled, names: Names, share: float) -> Labelled:
    """Replace a share of the names by others of the same type that fit the word before (l', d', de, la)."""
    pieces: list[tuple[str, str | None]] = []
    position = 0
    for start, end, label in item.entities:
        before = item.text[position:start]
        name = item.text[start:end]
        pieces += [(before, None), (_fitting(name, label, before, names) if names.rng.random() < share else name, label)]
        position = end
    return build([*pieces, (item.text[position:], None)])


def _fitting(name: str, label: str, before: str, names: Names) -> str:
    words = before.split()
    last = words[-1].lower() if words else ""
    elided = last.endswith(("'", "’"))
    for _ in range(25):
        other = names.draw(label, " " in name)
        if name[:1].isupper() != other[:1].isupper():
            continue
        if (other[0] in _VOWELS) == elided or (not elided and last not in ("de", "du", "la", "le", "que", "au")):
            return other
    return name


def fill(pattern: str, names: Names) -> Labelled:
    """Put names into a sentence pattern, with « de » and « d' » as the name asks."""
    pieces: list[tuple[str, str | None]] = []
    for part in re.split(r"(\{[A-Z]+\})", pattern):
        if not part.startswith("{"):
            pieces.append((part, None))
            continue
        name = names.draw(part[1:-1])
        if pieces and pieces[-1][1] is None:
            pieces[-1] = (_elide(pieces[-1][0], name[0] in _VOWELS), None)
        pieces.append((name, part[1:-1]))
    return build(pieces)


def _elide(before: str, vowel: bool) -> str:
    if vowel:
        return re.sub(r"(^|\s)([dD])e $", r"\1\2'", before)
    return re.sub(r"(^|\s)([dD])'$", r"\1\2e ", before)


def build(pieces: Iterable[tuple[str, str | None]]) -> Labelled:
    """Put pieces of text together; those with a type are entities."""
    text, entities = "", []
    for piece, label in pieces:
        if label:
            entities.append((len(text), len(text) + len(piece), label))
        text += piece
    return Labelled(text, tuple(entities))


def curly(item: Labelled) -> Labelled:
    """Exchange straight and curly apostrophes."""
    text = item.text.replace("'", "’") if "'" in item.text else item.text.replace("’", "'")
    return Labelled(text, item.entities, item.unknown)
