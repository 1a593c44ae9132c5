"""Proper nouns of Sequoia with their supersenses (FrSemCor): persons are sure, institutions are places or organizations."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from labelled import Labelled
from words import WORDS

_ORGANIZATION_WORDS = frozenset(WORDS["french_organizations"].split())
_PLACE_SHAPE = re.compile(
    r"-(?:sur|en|les|lès|le|la|aux|sous|de|du|des)-|^(?:Saint|Sainte)-|(?:ville|court|bourg|heim|mont|gny|ières)$|^Hautes?-|^Bas"
)

Row = list[str]  # number, form, lemma, class, features, supersense


def read_sequoia(path: Path, known: Iterable[Labelled]) -> list[Labelled]:
    """Read FrSemCor; `known` labelled texts help to tell places from organizations. Medical texts and the piastres are left out."""
    lexicon: dict[str, Counter[str]] = defaultdict(Counter)
    for item in known:
        for start, end, label in item.entities:
            lexicon[item.text[start:end]][label] += 1
    result = []
    for block in path.read_text("utf-8").split("\n\n"):
        lines = block.split("\n")
        comments = dict(line[2:].split(" = ", 1) for line in lines if line.startswith("# ") and " = " in line)
        rows = [line.split("\t") for line in lines if line[:1].isdigit()]
        if rows and not comments.get("sent_id", "emea").startswith("emea") and "iastre" not in comments["text"]:
            item = _label(rows, comments["text"], lexicon)
            if item:
                result.append(item)
    return result


def _label(rows: list[Row], text: str, lexicon: dict[str, Counter[str]]) -> Labelled | None:
    offsets, position = [], 0
    for row in rows:
        start = text.find(row[1].replace("_", " "), position)
        if start < 0:
            return None  # contractions are apart here (de le); such a sentence cannot be aligned
        position = start + len(row[1])
        offsets.append((start, position))
    entities, unknown = [], []
    for first, last, sense in _groups(rows):
        start, end = offsets[first][0], offsets[last][1]
        before = rows[first - 1][1] if first else ""
        label = _type(text[start:end], [row[1] for row in rows[first : last + 1]], before, sense, lexicon)
        (entities if label else unknown).append((start, end, label or ""))
    return Labelled(text, tuple(entities), tuple((start, end) for start, end, _ in unknown))


def _groups(rows: list[Row]) -> list[tuple[int, int, str]]:
    """Find multi-word proper names, then single proper nouns: (first row, last row, supersense)."""
    members: dict[str, list[int]] = defaultdict(list)
    senses: dict[str, str] = {}
    for index, row in enumerate(rows):
        for part in row[5].split(";"):
            if match := re.fullmatch(r"(\d+)(?::(.+))?", part):
                members[match[1]].append(index)
                senses[match[1]] = match[2] or senses.get(match[1], "")
    found, taken = [], set[int]()
    for number, indices in members.items():
        if any(rows[i][3] == "NPP" or (i and rows[i][1][:1].isupper()) for i in indices):
            found.append((indices[0], indices[-1], senses[number]))
            taken.update(range(indices[0], indices[-1] + 1))
    found += [(i, i, row[5].split(";")[0]) for i, row in enumerate(rows) if row[3] == "NPP" and i not in taken]
    return sorted(found)


def _type(name: str, words: list[str], before: str, sense: str, lexicon: dict[str, Counter[str]]) -> str | None:
    if sense == "Person":
        return "PER"
    if sense == "Event" and len(words) > 1:
        return "MISC"
    return _institution(name, words, before, lexicon) if sense in ("Institution", "Insitution") else None


def _institution(name: str, words: list[str], before: str, lexicon: dict[str, Counter[str]]) -> str | None:
    known = [label for label, _ in lexicon[name].most_common(1) if label in ("LOC", "ORG")] if name in lexicon else []
    if known:
        return known[0]
    if any(word.lower() in _ORGANIZATION_WORDS for word in words[:2]):
        return "ORG"
    if len(words) == 1 and name.isupper() and 2 <= len(name) <= 7:
        return "ORG"
    return "LOC" if _PLACE_SHAPE.search(name) or before.lower() in ("à", "en") else None
