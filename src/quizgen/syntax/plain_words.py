"""Words and stretches of words as plain objects: what discourse and extraction ask of spaCy's Token and Span, under the same names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, overload

from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, LEMMA, MORPH, POS, TAG  # type: ignore[import-not-found]
from spacy.tokens import Doc

if TYPE_CHECKING:
    from spacy.tokens import Token

    from quizgen.syntax.copying import Paragraph

MATCHED = [LEMMA, TAG, POS, MORPH, DEP, HEAD, ENT_IOB, ENT_TYPE]


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


def lexeme_of(token: Token) -> Lexeme:
    """Return what a token is wherever it stands."""
    return Lexeme(
        token.text, token.lower_, token.is_punct, token.is_space, token.is_alpha, token.is_digit, token.is_bracket, token.is_lower,
        token.is_upper, token.is_title, token.like_num,
    )  # fmt: skip


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
        if self[0].ent_iob_ == "I" or any(w.ent_iob_ == "I" for w in self.doc.words[self.end : self.end + 1]):
            own = self.doc.parsed[self.start : self.end]  # a name that is cut in two: spaCy forgets both halves
            return own.as_doc(array_head=MATCHED, array=self.doc.matched)  # type: ignore[call-arg]  # its stub lacks them
        made = Doc(self.doc.vocab, [w.text for w in self], [bool(w.whitespace_) for w in self])  # as_doc reckons a vector too
        return made.from_array(MATCHED, self.doc.matched[self.start : self.end])
