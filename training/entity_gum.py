"""Named mentions in GUM: its entity layer marks every noun phrase; those headed by a proper noun are names."""

import re
from pathlib import Path

from conllu import Sentence, Word, read_sentences, split_contractions
from entity_corpora import without_demonyms
from labelled import Labelled, from_tags
from words import WORDS

_TYPES = {"person": "PER", "place": "LOC", "organization": "ORG"}
_TITLES = frozenset(WORDS["english_titles"].split())
_INSIDE = {"of", "-", "–", "'s", "and", "for", "the", "&", "de"}

Mention = tuple[int, int, str]  # first word, last word, GUM's type


def read_gum(path: Path) -> list[Labelled]:
    """Read one GUM document; other proper nouns (events, works, abstract things) are unknown."""
    result = []
    for sentence in read_sentences(path):
        words = split_contractions(sentence)
        tags = ["O"] * len(words)
        for first, last, kind in sorted(_mentions(sentence), key=lambda m: m[1] - m[0]):
            _label(words, tags, (first, last, kind))
        unknown = [i for i, word in enumerate(words) if word.upos == "PROPN" and tags[i] == "O"]
        result.append(without_demonyms(from_tags([w.form for w in words], tags, [w.space_after for w in words], unknown)))
    return result


def _label(words: list[Word], tags: list[str], mention: Mention) -> None:
    """Tag one mention, inner ones first. The « James Webb » of a telescope is no person: the larger name erases it."""
    first, last, kind = mention
    span = _name_span(words, first, last, is_person=kind == "person")
    if span is None:
        return
    inside = range(span[0], span[1] + 1)
    if kind not in _TYPES:
        for i in inside:
            tags[i] = "O"
    elif all(tags[i] == "O" for i in inside):
        for i in inside:
            tags[i] = ("B-" if i == span[0] else "I-") + _TYPES[kind]


def _mentions(sentence: Sentence) -> list[Mention]:
    """Read `Entity=(12-person-…` brackets of the MISC column."""
    found: list[Mention] = []
    opened: dict[str, list[tuple[int, str]]] = {}
    for index, word in enumerate(sentence.words):
        match = re.search(r"(?:^|\|)Entity=([^|]+)", word.misc)
        for bracket in re.findall(r"\([^()]*\)?|[^()]+\)", match[1]) if match else []:
            number, *rest = bracket.strip("()").split("-")
            if not bracket.startswith("("):
                if opened.get(number):
                    first, kind = opened[number].pop()
                    found.append((first, index, kind))
            elif bracket.endswith(")"):
                found.append((index, index, rest[0] if rest else ""))
            else:
                opened.setdefault(number, []).append((index, rest[0] if rest else ""))
    return found


def _name_span(words: list[Word], first: int, last: int, is_person: bool) -> tuple[int, int] | None:
    """Find the capitals around the head of a mention, None when the head is a common noun."""
    inside = range(first, last + 1)
    head = next((i for i in inside if words[i].head not in inside or words[i].head == i), first)
    if words[head].upos != "PROPN":
        return None
    start = end = head
    while end < last and (_is_part(words[end + 1]) or _links(words, end, last, is_person)):
        end += 1
    while start > first and _is_part(words[start - 1]):
        start -= 1
    while is_person and start < head and (words[start].form.lower() in _TITLES or words[start].relation not in ("compound", "flat")):
        start += 1
    return start, end


def _is_part(word: Word) -> bool:
    return word.upos == "PROPN" or (word.form[:1].isupper() and word.upos in ("NOUN", "ADJ", "X", "NUM", "VERB"))


def _links(words: list[Word], end: int, last: int, is_person: bool) -> bool:
    """« University of California », « Bank of the West »: a small word between two parts of a name."""
    if is_person or words[end + 1].form not in _INSIDE:
        return False
    following = end + 3 if end + 2 <= last and words[end + 2].form == "the" else end + 2
    return following <= last and _is_part(words[following])
