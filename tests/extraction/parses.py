"""Parses typed by hand: reads sentences in a compact CoNLL-U and makes an `Analysis` of them, with no pipeline.

A sentence is its tokens, one a line, in columns parted by spaces:

    ID  FORM  LEMMA  UPOS  FEATS  HEAD  DEPREL  [ENTITY]

LEMMA "_" is the form in small letters (the form itself for a name). FEATS are the values alone, parted by "|" (`FEATURES` says of what):
"Fem|Sing". ENTITY is PER, ORG, LOC or MISC; tokens beside each other with one label are one entity. A FORM that ends in "_" has no space
after it; nor has one before , . ) ” nor after ( “ or an apostrophe. "~" is a space inside a token ("3~000"). Treebanks' rules hold
otherwise: universaldependencies.org.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, cast

from quizgen.article import Article, Block, BlockKind
from quizgen.discourse.entities_file import Known
from quizgen.extraction.facts import Extraction, extract_facts
from quizgen.extraction.rules.rule import RELATIONS
from quizgen.languages import get_language
from quizgen.pipeline import analyze
from quizgen.syntax.analysis import Analysis

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

FEATURES = {
    "Def": "Definite=Def", "Indef": "Definite=Ind",
    "Masc": "Gender=Masc", "Fem": "Gender=Fem", "Sing": "Number=Sing", "Plur": "Number=Plur",
    "Fin": "VerbForm=Fin", "Inf": "VerbForm=Inf", "Part": "VerbForm=Part", "Ger": "VerbForm=Ger",
    "Ind": "Mood=Ind", "Cnd": "Mood=Cnd", "Sub": "Mood=Sub", "Imper": "Mood=Imp",
    "Past": "Tense=Past", "Pres": "Tense=Pres", "Imp": "Tense=Imp", "Fut": "Tense=Fut",
    "Dem": "PronType=Dem", "Rel": "PronType=Rel", "Int": "PronType=Int", "Prs": "PronType=Prs",
    "Poss": "Poss=Yes", "Neg": "Polarity=Neg",
}  # fmt: skip
ENTITIES = frozenset({"PER", "ORG", "LOC", "MISC"})
NO_SPACE_BEFORE = frozenset({",", ".", ")", "”"})
NO_SPACE_AFTER = ("'", "’", "(", "“")


@dataclass(frozen=True)
class Word:
    """One token as typed; `head` counts from 1 within its sentence, 0 for the root."""

    form: str
    lemma: str
    pos: str
    feats: str
    head: int
    dep: str
    entity: str
    is_glued: bool  # typed without a space after it


class TypedParses:
    """Stands for a pipeline: gives each text the parse that was typed for it."""

    def __init__(self, *docs: Doc) -> None:
        self.docs = {doc.text: doc for doc in docs}

    def pipe(self, texts: Iterable[tuple[str, int]], **options: object) -> Iterator[tuple[Doc, int]]:
        """Yield the parse of each text, with what came with the text."""
        for text, context in texts:
            yield self.docs[text], context


def analysis(*sentences: str, language: str, title: str = "", published: str = "", known: Sequence[Known] = ()) -> Analysis:
    """Return the analysis of an article that is one paragraph of `sentences`, under `title` when there is one; its words are the topic.

    `published` is the article's ISO date, if it has one; `known` is what a user says of its names.
    """
    body = paragraph(sentences, language)
    titles = [paragraph([title_parse(title)], language)] if title else []
    text = f"{title}\n\n{body.text}" if title else body.text
    start = len(text) - len(body.text)
    blocks = (*([Block(BlockKind.TITLE, 0, len(title))] if title else []), Block(BlockKind.PARAGRAPH, start, len(text)))
    article = Article(f"{language}-typed", text, language, title=title, published=published, blocks=blocks)
    return analyze(article, get_language(language), cast("Pipeline", TypedParses(*titles, body)), known)


def title_parse(title: str) -> str:
    """Return a title's columns: common nouns side by side."""
    first, *rest = title.split()
    lines = [f"{n} {word} {word.lower()} NOUN _ 1 dep" for n, word in enumerate(rest, start=2)]
    return "\n".join([f"1 {first} {first.lower()} NOUN _ 0 root", *lines])


def extraction(made: Analysis) -> Extraction:
    """Return the facts of an analysis, and why the rest gave none."""
    return extract_facts(made, vocab(made.language.code), lambda fact: (made.article.title,))


def paragraph(sentences: Sequence[str], language: str) -> Doc:
    """Return one Doc of sentences typed in columns. Raises ValueError, naming the line, for a slip of the pen."""
    from spacy.tokens import Doc

    parsed = [words(sentence) for sentence in sentences]
    every = [word for sentence in parsed for word in sentence]
    return Doc(
        vocab(language),
        words=[word.form for word in every],
        spaces=spaces(every),
        pos=[word.pos for word in every],
        morphs=[word.feats for word in every],
        lemmas=[word.lemma for word in every],
        heads=heads(parsed),
        deps=[word.dep for word in every],
        ents=tags(every),
    )


def heads(parsed: Sequence[Sequence[Word]]) -> list[int]:
    """Return each token's head, counted from the first token of all; a root is its own."""
    found: list[int] = []
    for sentence in parsed:
        start = len(found)
        found += [start + (word.head - 1 if word.head else at) for at, word in enumerate(sentence)]
    return found


def words(sentence: str) -> list[Word]:
    """Return the tokens of one sentence, checked."""
    lines = [line for line in sentence.strip().splitlines() if line.strip() and not line.startswith("#")]
    found = [word(line, number, len(lines)) for number, line in enumerate(lines, start=1)]
    if sum(one.head == 0 for one in found) != 1:
        raise ValueError(f"a sentence has one root: {sentence}")
    return found


def word(line: str, number: int, length: int) -> Word:
    """Return the token that `line` holds, the `number`th of a sentence of `length`."""
    columns = line.split()
    if len(columns) not in {7, 8} or columns[0] != str(number):
        raise ValueError(f"token {number} should be ID FORM LEMMA UPOS FEATS HEAD DEPREL [ENTITY], in order: {line}")
    _, form, lemma, pos, feats, head, dep = columns[:7]
    entity = columns[7] if len(columns) == 8 else ""
    if dep.split(":")[0] not in RELATIONS or not 0 <= int(head) <= length or int(head) == number or entity not in {"", *ENTITIES}:
        raise ValueError(f"no such relation, head or entity: {line}")
    bare = (form.removesuffix("_") or form).replace("~", " ")
    own = (bare if pos == "PROPN" else bare.lower()) if lemma == "_" else lemma
    features = "" if feats == "_" else "|".join(FEATURES[value] for value in feats.split("|"))
    return Word(bare, own, pos, features, int(head), dep, entity, len(form) > 1 and form.endswith("_"))


def spaces(every: Sequence[Word]) -> list[bool]:
    """Return for each token whether a space follows it."""
    following = [word.form for word in every[1:]] + [""]
    return [bool(after) and not word.is_glued and after not in NO_SPACE_BEFORE and not word.form.endswith(NO_SPACE_AFTER)
            for word, after in zip(every, following, strict=True)]  # fmt: skip


def tags(every: Sequence[Word]) -> list[str]:
    """Return the entities as spaCy's B- and I- tags."""
    before = ["", *(word.entity for word in every)][: len(every)]
    pairs = [(word.entity, last) for word, last in zip(every, before, strict=True)]
    return [f"{'I' if entity == last else 'B'}-{entity}" if entity else "O" for entity, last in pairs]


@cache
def vocab(language: str) -> Vocab:
    """Return an empty vocabulary that knows punctuation from letters, in `language`."""
    from spacy.language import BaseDefaults
    from spacy.vocab import create_vocab

    return create_vocab(language, BaseDefaults)
