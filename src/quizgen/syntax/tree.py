"""Reading a dependency tree: relations, stretches of tokens, and the text they make."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

PASSIVE = frozenset({"aux:pass", "nsubj:pass"})
JOINING = frozenset({",", "-", "–", "/", "&"})
SEPARATORS = frozenset(",(–—;:")
BRACKETS = frozenset("(–—")
DETACHED = frozenset({"appos", "acl", "parataxis", "advcl", "dep", "conj", "nmod", "discourse", "list"})


def opens(token: Token) -> bool:
    """Return True for the first token of a sentence. Asked of each word: `token.sent` would take three hundred times as long."""
    return token.i == 0 or token.is_sent_start is True


def relation(token: Token) -> str:
    """Return a token's dependency relation without its subtype: "nsubj" for "nsubj:pass"."""
    return RELATIONS[token.dep_]


class Relations(dict[str, str]):
    """Labels without their subtypes, by label: it is asked for hundreds of times a sentence, and a mapping answers fastest."""

    def __missing__(self, label: str) -> str:
        self[label] = label.split(":")[0]
        return self[label]


RELATIONS = Relations()


def feature(token: Token, name: str) -> str:
    """Return one morphological feature ("Fem" for Gender), or "" where the token has none."""
    return FEATURES[str(token.morph)].get(name, "")


class Features(dict[str, dict[str, str]]):
    """The first value of each feature in "Gender=Fem|Number=Sing"; a language has some hundreds of such combinations."""

    def __missing__(self, morphology: str) -> dict[str, str]:
        pairs = (pair.partition("=") for pair in morphology.split("|") if pair)
        self[morphology] = {name: values.split(",")[0] for name, _, values in pairs}
        return self[morphology]


FEATURES = Features()


def children(token: Token, *relations: str) -> list[Token]:
    """Return a token's children with one of these relations (subtypes included), in the order of the text."""
    return [child for child in token.children if RELATIONS[child.dep_] in relations]


def child(token: Token, *relations: str) -> Token | None:
    """Return a token's first child with one of these relations, or None."""
    for child in token.children:
        if RELATIONS[child.dep_] in relations:
            return child
    return None


def is_passive(verb: Token) -> bool:
    """Return True when the verb group is passive, by its auxiliary or its subject."""
    return any(c.dep_ in PASSIVE for c in verb.children)


def follows_comma(token: Token) -> bool:
    """Return True when a comma, dash or bracket stands just before the token's subtree."""
    left = token.left_edge
    if left.i <= token.head.i:
        return False
    return is_separator(left) or (not opens(left) and is_separator(left.nbor(-1)))


def is_separator(token: Token) -> bool:
    """Return True for a comma, dash, bracket, semicolon or colon, and for a hyphen with spaces around it."""
    spaced = token.text == "-" and bool(token.whitespace_) and token.i > 0 and bool(token.nbor(-1).whitespace_)
    return token.text in SEPARATORS or spaced


def is_detached(token: Token) -> bool:
    """Return True for what may be left out without changing the truth: an apposition, a clause or a bracket set off by punctuation."""
    if is_reference_mark(token):
        return True
    if relation(token) not in DETACHED or not follows_comma(token):
        return False
    return relation(token) not in {"conj", "nmod"} or bool(BRACKETS & {token.doc[token.left_edge.i - 1].text, token.left_edge.text})


def kept(token: Token, skip: Iterable[Token] = ()) -> Iterator[Token]:
    """Yield the tokens of a subtree in no fixed order, leaving out `skip` and what hangs on them."""
    barred = set(skip)
    stack = [token]
    while stack:
        node = stack.pop()
        yield node
        stack.extend(c for c in node.children if c not in barred)


def without_detached(token: Token) -> list[Token]:
    """Return a subtree's tokens in order, without what is set off by punctuation."""
    stack, found = [token], []
    while stack:
        node = stack.pop()
        found.append(node)
        stack.extend(c for c in node.children if not is_detached(c))
    return with_commas(found)


def is_reference_mark(token: Token) -> bool:
    """Return True for a part of "[17]", which encyclopedias print after a claim."""
    if token.text not in "[]" and not token.text.isdigit():
        return False
    doc, i = token.doc, token.i
    starts = (i, i - 1, i - 2)
    return any(s >= 0 and s + 2 < len(doc) and doc[s].text == "[" and doc[s + 1].is_digit and doc[s + 2].text == "]" for s in starts)


def with_commas(found: Iterable[Token]) -> list[Token]:
    """Return tokens in order, trimmed, with the commas and hyphens between neighbours that the parser hung elsewhere."""
    tokens = sorted((t for t in found if not is_reference_mark(t)), key=lambda t: t.i)
    whole = list(tokens[:1])
    for left, right in pairwise(tokens):
        if right.i == left.i + 2 and left.doc[left.i + 1].text in JOINING:
            whole.append(left.doc[left.i + 1])
        whole.append(right)
    return trimmed([t for t in whole if not (t.text in "()[]" and is_loose(t, whole))])


def trimmed(tokens: Sequence[Token]) -> list[Token]:
    """Return `tokens` without punctuation at the ends, keeping quotes and brackets that have their partner inside."""
    first, last = 0, len(tokens)
    while first < last and is_loose(tokens[first], tokens[first:last]):
        first += 1
    while first < last and is_loose(tokens[last - 1], tokens[first:last]):
        last -= 1
    return list(tokens[first:last])


def is_loose(token: Token, among: Sequence[Token]) -> bool:
    """Return True for punctuation that has no partner among `among`."""
    if not (token.is_punct or token.is_space or token.text in "–—-|"):
        return False
    text = token.text
    if text == '"':
        return sum(t.text == '"' for t in among) % 2 == 1
    pairs = dict(zip("«“([", "»”)]", strict=True))
    if text in pairs:
        return not any(t.text == pairs[text] for t in among)
    if text in pairs.values():
        opening = next(o for o, c in pairs.items() if c == text)
        return not any(t.text == opening for t in among)
    return text not in {"%", "°", "&", "€", "$", "£"}


def is_contiguous(tokens: Sequence[Token]) -> bool:
    """Return True when no token is missing between the first and the last."""
    return bool(tokens) and tokens[-1].i - tokens[0].i + 1 == len(tokens)


def text_of(tokens: Sequence[Token]) -> str:
    """Return the text that `tokens` make, with the article's own spaces, and one space where tokens were left out."""
    parts: list[str] = []
    for token, following in pairwise(tokens):
        parts.append(token.text)
        adjoining = following.i == token.i + 1
        parts.append(("\N{SPACE}" if token.whitespace_ else "") if adjoining else glue(token, following))
    return "".join([*parts, *(t.text for t in tokens[-1:])]).strip()


def glue(left: Token, right: Token) -> str:
    """Return what joins two tokens between which others were left out."""
    return "" if left.text[-1:] in "'’(«“" or right.text in {",", ".", ")", "”"} else " "


def is_balanced(text: str) -> bool:
    """Return True when every quote and bracket in `text` has its partner."""
    return (
        text.count("«") == text.count("»")
        and text.count("(") == text.count(")")
        and text.count("“") == text.count("”")
        and text.count('"') % 2 == 0
    )
