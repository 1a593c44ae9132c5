"""A parse copied into plain objects, once: spaCy makes a Token anew at each look at one, and facts look at each word hundreds of times.

`Paragraph`, and `Word` and `Stretch` (plain_words.py), have what discourse and extraction ask of spaCy's Doc, Token and Span.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, cast, overload

from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, LEMMA, MORPH, ORTH, POS, SENT_START, SPACY  # type: ignore[import-not-found]

from quizgen.syntax.plain_words import MATCHED, Lexeme, Stretch, Word, lexeme_of

if TYPE_CHECKING:
    from spacy.strings import StringStore
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

COPIED = [ORTH, LEMMA, POS, DEP, MORPH, ENT_TYPE, ENT_IOB, SENT_START, SPACY]
IOB = ("", "I", "O", "B")
STARTS: dict[int, bool | None] = {1: True, 0: None}


class Known:
    """What the paragraphs of an article share: their strings, and what each word is wherever it stands."""

    def __init__(self, vocab: Vocab) -> None:
        self.strings = Strings(vocab.strings)
        self.lexemes: dict[int, Lexeme] = {}


class Strings(dict[int, str]):
    """Strings by spaCy's numbers, each made once."""

    def __init__(self, made: StringStore) -> None:
        super().__init__()
        self.made = made

    def __missing__(self, number: int) -> str:
        self[number] = self.made[number]
        return self[number]


class Paragraph:
    """A parsed paragraph: spaCy's Doc, which is `parsed`."""

    __slots__ = ("ents", "lang_", "numbers", "parsed", "sentences", "text", "user_data", "words")

    def __init__(self, parsed: Doc, known: Known) -> None:
        self.parsed, self.text, self.lang_, self.user_data = parsed, parsed.text, parsed.lang_, parsed.user_data
        self.numbers: Any = None
        self.words = [Word() for _ in range(len(parsed))]
        self.fill(known)
        self.hang()
        starts = [w.i for w in self.words if w.i == 0 or w.is_sent_start]
        self.sentences = [Stretch(self, start, end) for start, end in zip(starts, [*starts[1:], len(self.words)], strict=True)]
        for sentence in self.sentences:
            for word in sentence:
                word.sent = sentence
        self.ents = [Stretch(self, e.start, e.end, e.label_) for e in parsed.ents]

    def fill(self, known: Known) -> None:
        """Give the words what the parse says of each."""
        strings, lexemes, words, at = known.strings, known.lexemes, self.words, 0
        rows = self.parsed.to_array(COPIED).tolist()
        heads = self.parsed.to_array(HEAD).astype("int64").tolist()  # how far off each word's head is
        for i, (word, row, off) in enumerate(zip(words, rows, heads, strict=True)):
            orth, lemma, pos, dep, morph, kind, iob, start, space = row
            lexeme = lexemes.get(orth) or lexemes.setdefault(orth, lexeme_of(self.parsed[i]))
            word.lexeme, word.text, word.lower_, word.is_punct = lexeme, lexeme.text, lexeme.lower_, lexeme.is_punct
            word.lemma_, word.pos_, word.dep_, word.ent_type_ = strings[lemma], strings[pos], strings[dep], strings[kind]
            word.morph, word.ent_iob_, word.is_sent_start = strings[morph].removeprefix("_"), IOB[iob], STARTS.get(start, False)
            word.doc, word.i, word.idx, word.whitespace_ = self, i, at, " " if space else ""
            word.head, word.children, word.tree, word.left, word.right = words[i + off], [], (), -1, -1
            at += len(lexeme.text) + bool(space)

    def hang(self) -> None:
        """Give the words what follows of their heads: the children, and both ends of the subtree."""
        for word in self.words:
            if word.head is not word:
                word.head.children.append(word)
        for edge, words in (("left", self.words), ("right", reversed(self.words))):
            for word in words:  # the first that comes to a head is the outermost of its subtree
                at = word
                while getattr(at, edge) < 0:
                    setattr(at, edge, word.i)
                    at = at.head

    @property
    def vocab(self) -> Vocab:
        """spaCy's strings."""
        return self.parsed.vocab

    def to_array(self, attributes: list[int | str]) -> Any:
        """Return the parse as numbers: a row a word."""
        return self.parsed.to_array(attributes)

    def __len__(self) -> int:
        return len(self.words)

    def __iter__(self) -> Iterator[Word]:
        return iter(self.words)

    @property
    def sents(self) -> Iterator[Stretch]:
        """The sentences in order."""
        return iter(self.sentences)

    @property
    def matched(self) -> Any:
        """The parse as numbers, from which docs of single sentences are made."""
        if self.numbers is None:
            self.numbers = self.parsed.to_array(MATCHED)
        return self.numbers

    @overload
    def __getitem__(self, place: int) -> Word: ...
    @overload
    def __getitem__(self, place: slice) -> Stretch: ...
    def __getitem__(self, place: int | slice) -> Word | Stretch:
        if isinstance(place, slice):
            start, end, _ = place.indices(len(self.words))
            return Stretch(self, start, max(start, end))
        return self.words[place]


def copied(docs: Iterable[Doc]) -> tuple[Doc, ...]:
    """Return the docs copied, to be read as spaCy's are; what is changed in `docs` afterwards is not seen in them."""
    parsed = list(docs)
    known = Known(parsed[0].vocab) if parsed else None
    return cast("tuple[Doc, ...]", tuple(Paragraph(doc, known) for doc in parsed) if known else ())
