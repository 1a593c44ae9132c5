"""A parse copied into plain objects, once: spaCy makes a Token anew at each look at one, and facts look at each word hundreds of times.

`Word`, `Stretch` and `Paragraph` have what discourse and extraction ask of spaCy's Token, Span and Doc, under the same names.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast, overload

from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, LEMMA, MORPH, ORTH, POS, SENT_START, SPACY, TAG  # type: ignore[import-not-found]

if TYPE_CHECKING:
    from spacy.strings import StringStore
    from spacy.tokens import Doc, Token
    from spacy.vocab import Vocab

COPIED = [ORTH, LEMMA, POS, DEP, MORPH, ENT_TYPE, ENT_IOB, SENT_START, SPACY]
MATCHED = [LEMMA, TAG, POS, MORPH, DEP, HEAD, ENT_IOB, ENT_TYPE]
IOB = ("", "I", "O", "B")
STARTS: dict[int, bool | None] = {1: True, 0: None}


@dataclass(frozen=True, slots=True)
class Lexeme:
    """What a word is wherever it stands."""

    text: str
    lower_: str
    is_punct: bool
    is_space: bool
    is_alpha: bool
    is_digit: bool
    is_bracket: bool
    is_lower: bool
    is_upper: bool
    is_title: bool
    like_num: bool


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


class Word:
    """A word of a parsed paragraph: spaCy's Token."""

    __slots__ = (
        "children", "dep_", "doc", "ent_iob_", "ent_type_", "head", "i", "idx", "is_punct", "is_sent_start", "left", "lemma_", "lexeme",
        "lower_", "morph", "pos_", "right", "sent", "text", "tree", "whitespace_",
    )  # fmt: skip

    doc: Paragraph
    i: int
    idx: int
    text: str
    lower_: str
    lemma_: str
    pos_: str
    dep_: str
    morph: str
    ent_type_: str
    ent_iob_: str
    whitespace_: str
    is_sent_start: bool | None
    is_punct: bool
    head: Word
    children: list[Word]
    left: int  # first and last word of its subtree
    right: int
    sent: Stretch
    lexeme: Lexeme
    tree: tuple[Word, ...]  # its subtree, () until somebody asks

    def __len__(self) -> int:
        return len(self.text)

    def __repr__(self) -> str:
        return self.text

    def nbor(self, i: int = 1) -> Word:
        """The word `i` places on. Raises IndexError outside the paragraph."""
        if self.i + i < 0:
            raise IndexError(self.i + i)
        return self.doc.words[self.i + i]

    @property
    def left_edge(self) -> Word:
        """The first word of the subtree."""
        return self.doc.words[self.left]

    @property
    def right_edge(self) -> Word:
        """The last word of the subtree."""
        return self.doc.words[self.right]

    @property
    def subtree(self) -> tuple[Word, ...]:
        """The word with all that hangs on it, left parts first."""
        if not self.tree:
            before = [w for c in self.children if c.i < self.i for w in c.subtree]
            self.tree = (*before, self, *(w for c in self.children if c.i > self.i for w in c.subtree))
        return self.tree

    @property
    def ancestors(self) -> Iterator[Word]:
        """What the word hangs on, what that hangs on, and so on."""
        word = self
        while word.head is not word:
            word = word.head
            yield word

    def is_ancestor(self, other: Word) -> bool:
        """True for a word above `other` in its tree."""
        return any(word is self for word in other.ancestors)

    @property
    def text_with_ws(self) -> str:
        """The word and the space behind it."""
        return self.text + self.whitespace_

    ent_type = property(lambda self: bool(self.ent_type_))
    is_space = property(lambda self: self.lexeme.is_space)
    is_alpha = property(lambda self: self.lexeme.is_alpha)
    is_digit = property(lambda self: self.lexeme.is_digit)
    is_bracket = property(lambda self: self.lexeme.is_bracket)
    is_lower = property(lambda self: self.lexeme.is_lower)
    is_upper = property(lambda self: self.lexeme.is_upper)
    is_title = property(lambda self: self.lexeme.is_title)
    like_num = property(lambda self: self.lexeme.like_num)


class Stretch(list[Word]):
    """Words beside each other: spaCy's Span."""

    __slots__ = ("doc", "end", "label_", "start")

    def __init__(self, doc: Paragraph, start: int, end: int, label: str = "") -> None:
        super().__init__(doc.words[start:end])
        self.doc, self.start, self.end, self.label_ = doc, start, end, label

    __hash__ = object.__hash__  # type: ignore[assignment]  # a list has none

    def __eq__(self, other: object) -> bool:
        return self is other

    @overload  # type: ignore[override]
    def __getitem__(self, place: int) -> Word: ...
    @overload
    def __getitem__(self, place: slice) -> Stretch: ...
    def __getitem__(self, place: int | slice) -> Word | Stretch:
        if isinstance(place, slice):
            start, end, _ = place.indices(len(self))
            return Stretch(self.doc, self.start + start, self.start + max(start, end))
        return super().__getitem__(place)

    @property
    def text(self) -> str:
        """The words as they are written."""
        return self.doc.text[self.start_char : self.end_char] if self.end > self.start else ""

    @property
    def start_char(self) -> int:
        """Where the first word stands in the paragraph's text."""
        return self[0].idx

    @property
    def end_char(self) -> int:
        """Where the last word ends in the paragraph's text."""
        last = self[-1]
        return last.idx + len(last.text)

    @property
    def sent(self) -> Stretch:
        """The sentence of the first word."""
        return self[0].sent

    @property
    def root(self) -> Word:
        """The word that all others hang on; of several, the one nearest to the root of the sentence."""
        top = next((w for w in self if w.head is w), None)
        if top is not None:
            return top
        outer = [w for w in self if not self.start <= w.head.i < self.end]
        return min(outer, key=lambda w: sum(1 for _ in w.ancestors), default=self[0])

    @property
    def ents(self) -> list[Stretch]:
        """The names among the words."""
        return [e for e in self.doc.ents if self.start <= e.start and e.end <= self.end]

    def as_doc(self) -> Doc:
        """The words as a Doc of spaCy's, with all that a rule's pattern may ask about."""
        own = self.doc.parsed[self.start : self.end]
        return own.as_doc(array_head=MATCHED, array=self.doc.matched)  # type: ignore[call-arg]  # its stub lacks them


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


def lexeme_of(token: Token) -> Lexeme:
    """Return what a token is wherever it stands."""
    return Lexeme(
        token.text, token.lower_, token.is_punct, token.is_space, token.is_alpha, token.is_digit, token.is_bracket, token.is_lower,
        token.is_upper, token.is_title, token.like_num,
    )  # fmt: skip


def copied(docs: Iterable[Doc]) -> tuple[Doc, ...]:
    """Return the docs copied, to be read as spaCy's are; what is changed in `docs` afterwards is not seen in them."""
    parsed = list(docs)
    known = Known(parsed[0].vocab) if parsed else None
    return cast("tuple[Doc, ...]", tuple(Paragraph(doc, known) for doc in parsed) if known else ())
