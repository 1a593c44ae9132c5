"""Readers of the entity corpora: each gives labelled texts, one a line or sentence, grouped by document."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from conllu import Word, read_sentences, split_contractions
from labelled import Labelled, from_tags, guess_spaces

Mapping = Callable[[str], str | None]
_WINER = {"Person": "PER", "Location": "LOC", "Organization": "ORG", "Product": "MISC", "Event": "MISC"}
_BOILERPLATE = re.compile(
    r"(Vous pouvez également consulter|^Article sur Wikip|^Catégorie sur|^Cet article|Wikimedia|^Sources?$|^Voir aussi)"
)
# « Australian », « French »: adjectives, which some corpora count as places and others not. We never do.
_DEMONYM = re.compile(
    r"(?!Ocean|Caribbean|Mediterranean|Aegean|Korean War)[A-Z]\w+(?:ish|ian|ese|ean|ench|utch|eek|zech|wiss|ians|eans)\Z"
    r"|(?:American|African|German|Roman|Mexican|Moroccan|Cuban|Texan|Tibetan|Pakistani|Israeli|Iraqi|Afghan|Arab|Thai|Latin|Saudi|Somali|Nepali)s?\Z"
)


def winer_type(label: str) -> str | None:
    """Give our type of a WiNER label; dates and hours are not entities here."""
    return _WINER.get(label)


def quaero_type(label: str) -> str | None:
    """Give our type of a Quaero label (FENEC)."""
    if label == "pers.ind":
        return "PER"
    if label.startswith("loc") and not label.startswith("loc.add"):
        return "LOC"
    if label.startswith("org"):
        return "ORG"
    return "MISC" if label.startswith(("prod", "event")) else None


def read_brat(path: Path, mapping: Mapping) -> list[Labelled]:
    """Read a .ann file and the .txt beside it; one labelled text a line."""
    text = path.with_suffix(".txt").read_bytes().decode("utf-8")
    entities = [entity for line in path.read_text("utf-8").splitlines() if (entity := _brat_line(line, mapping))]
    result, start = [], 0
    for line in text.split("\n"):
        stripped = line.strip()
        first = start + len(line) - len(line.lstrip())
        last = first + len(stripped)
        if len(stripped) >= 3 and not _BOILERPLATE.search(stripped):
            inside = [(a - first, b - first, label) for a, b, label in entities if a >= first and b <= last]
            result.append(Labelled(stripped, tuple(_outermost(inside))))
        start += len(line) + 1
    return result


def _brat_line(line: str, mapping: Mapping) -> tuple[int, int, str] | None:
    match = re.match(r"T\d+\t(\S+) (\d+) (?:.*?)(\d+)\t", line) or re.match(r"T\d+\t(\S+) (\d+) (\d+)", line)
    label = mapping(match[1]) if match else None
    return (int(match[2]), int(match[3]), label) if match and label else None


def _outermost(entities: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    kept: list[tuple[int, int, str]] = []
    for entity in sorted(entities, key=lambda e: (e[0], -e[1])):
        if not kept or entity[0] >= kept[-1][1]:
            kept.append(entity)
    return kept


def read_iob(tags: Path, treebank: Path) -> list[Labelled]:
    """Read a Universal NER file; its spaces come from the treebank's sentence with the same words. Capitals left O may be entities."""
    spaced = {}
    for sentence in read_sentences(treebank):
        words = split_contractions(sentence)
        spaced["\x1f".join(word.form for word in words)] = words
    result = []
    for rows in _iob_sentences(tags):
        words = spaced.get("\x1f".join(form for form, _ in rows))
        if words is not None:
            result.append(_from_universal_ner(words, [tag for _, tag in rows]))
    return result


def _iob_sentences(path: Path) -> Iterator[list[tuple[str, str]]]:
    rows: list[tuple[str, str]] = []
    for line in [*path.read_text("utf-8").split("\n"), ""]:
        columns = line.split("\t")
        if not line and rows:
            yield rows
            rows = []
        elif columns[0].isdigit():
            rows.append((columns[1], columns[2]))


def _from_universal_ner(words: list[Word], tags: list[str]) -> Labelled:
    """Universal NER has no MISC: a proper noun outside its entities is unknown, unless it names a people."""
    pairs = enumerate(zip(words, tags, strict=True))
    unknown = [i for i, (word, tag) in pairs if word.upos == "PROPN" and tag[2:] not in ("PER", "ORG", "LOC")]
    unknown = [i for i in unknown if not _DEMONYM.match(words[i].form)]
    item = from_tags([word.form for word in words], tags, [word.space_after for word in words], unknown)
    return without_demonyms(item)


def without_demonyms(item: Labelled) -> Labelled:
    """Take the label from single adjectives of place."""
    kept = [(a, b, label) for a, b, label in item.entities if not (label in ("LOC", "MISC") and _DEMONYM.match(item.text[a:b]))]
    return Labelled(item.text, tuple(kept), item.unknown)


def read_wikigold(path: Path) -> list[Labelled]:
    """Read the CoNLL file of Wikigold."""
    quotes = {"-LRB-": "(", "-RRB-": ")", "``": '"', "''": '"'}
    result, words, tags = [], list[str](), list[str]()
    for line in [*path.read_text("utf-8").split("\n"), ""]:
        if not line.strip():
            if words:
                result.append(without_demonyms(from_tags(words, tags, guess_spaces(words))))
            words, tags = [], []
        elif not line.startswith("-DOCSTART-"):
            word, tag = line.rsplit(" ", 1)
            words.append(quotes.get(word, word))
            tags.append(tag)
    return result


def read_docred(path: Path) -> list[list[Labelled]]:
    """Read a Re-DocRED file: one list of sentences a document."""
    documents = []
    for record in json.loads(path.read_text("utf-8")):
        tags = [["O"] * len(words) for words in record["sents"]]
        for mention in (mention for entity in record["vertexSet"] for mention in entity):
            start, end = mention["pos"]
            row = tags[mention["sent_id"]]
            if mention["type"] in ("PER", "ORG", "LOC", "MISC") and end <= len(row) and all(tag == "O" for tag in row[start:end]):
                row[start:end] = [("B-" if i == start else "I-") + mention["type"] for i in range(start, end)]
        sentences = [[word.strip() or "-" for word in words] for words in record["sents"]]
        pairs = zip(sentences, tags, strict=True)
        documents.append([without_demonyms(from_tags(words, row, guess_spaces(words))) for words, row in pairs if words])
    return documents
