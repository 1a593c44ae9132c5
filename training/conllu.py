"""CoNLL-U sentences as values, French contractions (du, au) put together again."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path


@dataclass(frozen=True)
class Word:
    """One token. `head` is the index of its head in the sentence, its own index for the root."""

    form: str
    lemma: str
    upos: str
    xpos: str
    features: dict[str, str]
    head: int
    relation: str
    space_after: bool
    misc: str = ""


@dataclass
class Sentence:
    """One sentence as read: words, contractions (first word's index → last index, form, space after), comments."""

    words: list[Word] = field(default_factory=list)
    contractions: dict[int, tuple[int, str, bool]] = field(default_factory=dict)
    comments: dict[str, str] = field(default_factory=dict)

    @property
    def id(self) -> str:
        return self.comments.get("sent_id", "")


def read_sentences(path: Path) -> Iterator[Sentence]:
    """Yield the sentences of a CoNLL-U file; empty nodes (8.1) are left out."""
    sentence = Sentence()
    for line in [*path.read_text("utf-8").split("\n"), ""]:
        if not line:
            if sentence.words:
                yield sentence
            sentence = Sentence()
        elif line.startswith("#"):
            if match := re.match(r"# (\S+) = (.*)", line):
                sentence.comments[match[1]] = match[2]
        else:
            _add_line(sentence, line.split("\t"))


def _add_line(sentence: Sentence, columns: list[str]) -> None:
    number, space_after = columns[0], "SpaceAfter=No" not in columns[9]
    if "-" in number:
        first, last = (int(part) - 1 for part in number.split("-"))
        sentence.contractions[first] = (last, columns[1], space_after)
    elif "." not in number:
        head = int(columns[6]) - 1
        features = dict(pair.split("=", 1) for pair in columns[5].split("|")) if columns[5] != "_" else {}
        sentence.words.append(
            Word(
                columns[1], columns[2], columns[3], columns[4], features,
                len(sentence.words) if head < 0 else head, columns[7], space_after, columns[9],
            )
        )  # fmt: skip


def merge_contractions(sentence: Sentence) -> list[Word]:
    """Put multi-word tokens together: `du` is one ADP with the article's gender and number, as written.

    The merged word takes class, lemma, head and relation from the part that hangs outside the group.
    """
    position: dict[int, int] = {}
    groups: list[list[int]] = []
    for index in range(len(sentence.words)):
        if index in position:
            continue
        last = sentence.contractions.get(index, (index, "", True))[0]
        groups.append(list(range(index, last + 1)))
        position.update({member: len(groups) - 1 for member in groups[-1]})
    return [_merge_group(sentence, group, position) for group in groups]


def _merge_group(sentence: Sentence, group: list[int], position: dict[int, int]) -> Word:
    words = [sentence.words[index] for index in group]
    top = next((w for w, i in zip(words, group, strict=True) if w.head == i or w.head not in group), words[0])
    head = position[top.head]
    if len(group) == 1:
        return replace(top, head=head)
    _, form, space_after = sentence.contractions[group[0]]
    features = {key: value for word in words for key, value in word.features.items()}
    return replace(top, form=form, features=features, head=head, space_after=space_after)


def split_contractions(sentence: Sentence) -> list[Word]:
    """Keep multi-word tokens apart (do|n't), with the spaces of the written form, as spaCy's English tokenizer does."""
    words = list(sentence.words)
    for first, (last, _, space_after) in sentence.contractions.items():
        for index in range(first, last + 1):
            words[index] = replace(words[index], space_after=space_after if index == last else False)
    return words
