"""Terms of a sentence that may be blanked: what it says in quotation marks, and what it says that something is called."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from quizgen.languages.words import roots
from quizgen.syntax.analysis import Analysis, Sentence
from quizgen.syntax.phrases import phrase_tokens
from quizgen.syntax.tree import children, feature, is_contiguous

if TYPE_CHECKING:
    from spacy.tokens import Token

QUOTED = re.compile(r"«\s*([^«»]+?)\s*»|“([^“”]+)”|\"([^\"]+)\"")
LONGEST = 5  # words
SHORTEST = 4  # letters
THINGS = frozenset({"NOUN", "PROPN"})
OPENING = THINGS | {"ADJ", "DET"}
NAMING = THINGS | {"ADJ", "ADP", "DET", "NUM", "CCONJ"}


def terms(sentence: Sentence, analysis: Analysis) -> Iterator[tuple[int, int]]:
    """Yield where the terms of a sentence start and end (code points of its text); none of several in quotation marks: they may be one."""
    text = sentence.evidence.text
    offset = sentence.evidence.start - int(sentence.span.doc.user_data["offset"])
    quoted = [match.span(next(n for n in (1, 2, 3) if match[n])) for match in QUOTED.finditer(text)]
    found = quoted if len(quoted) == 1 else []
    for named in (noun for token in sentence.span for noun in called(token, analysis)) if not quoted else ():
        words = [t for t in phrase_tokens(named, analysis) if t.pos_ not in {"DET", "PUNCT"}]
        if words and is_contiguous(words):
            found.append((words[0].idx - offset, words[-1].idx + len(words[-1]) - offset))
    title = roots(analysis.article.title)
    for start, end in found:
        tokens = [t for t in sentence.span if start <= t.idx - offset < end]
        if is_term(text[start:end], tokens) and not roots(text[start:end]) <= title:
            yield start, end


def called(verb: Token, analysis: Analysis) -> list[Token]:
    """Return the nouns that a participle of naming gives something as its name: "known as the Calvin cycle", « surnommée la Dame »."""
    if verb.lemma_.lower() not in analysis.settings.words("passages", "naming") or feature(verb, "VerbForm") != "Part":
        return []
    behind = [c for c in children(verb, "xcomp", "obl", "obj") if c.i > verb.i and c.pos_ in {"NOUN", "PROPN"}]
    opening = analysis.settings.words("passages", "before_term")
    return [c for c in behind if verb.nbor(1).lower_ in opening or verb.i + 1 >= c.left_edge.i][:1]


def is_term(words: str, tokens: Sequence[Token]) -> bool:
    """Return True for some words that name a thing: no whole saying, no lone figure or adjective."""
    if not 0 < len(words.split()) <= LONGEST or len(words) < SHORTEST or not words[:1].isalpha() or re.search(r"[.!?,;:]", words):
        return False
    if not tokens:  # in the part of the sentence that is not told
        return False
    if tokens[0].pos_ not in OPENING or not all(t.pos_ in NAMING for t in tokens):
        return False
    return len(tokens) > 1 or tokens[0].pos_ == "PROPN"  # a lone common noun in quotation marks is another word for something
