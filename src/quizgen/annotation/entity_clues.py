"""What the words of an article say about the type of a name: the title before it, its own words, what it is called and does."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from quizgen.languages import CODES, get_language

if TYPE_CHECKING:
    from spacy.tokens import Span


_NOUNS = {"person": "PER", "organization": "ORG", "place": "LOC", "work": "MISC", "event": "MISC"}  # lists of the lexicon


@dataclass(frozen=True, slots=True)
class Clues:
    """Words of a language that tell a type: before a name, for what it is, within it; verbs that only persons do."""

    titles: frozenset[str]
    before: Mapping[str, str]  # word → type
    nouns: Mapping[str, str]
    places: frozenset[str]
    first: Mapping[str, str]
    last: Mapping[str, str]
    person_verbs: frozenset[str]  # lemmas
    given_names: frozenset[str]
    countries: frozenset[str]


@cache
def load_clues(code: str) -> Clues:
    """Load the words of a language; one that quizgen does not have gives no clue."""
    if code not in CODES:
        return Clues(frozenset(), {}, {}, frozenset(), {}, {}, frozenset(), frozenset(), frozenset())
    table = tomllib.loads(files("quizgen.annotation").joinpath("entities.toml").read_text("utf-8"))[code]
    lexicon = get_language(code).lexicon

    def by_word(section: str) -> dict[str, str]:
        return {word: label for label, words in table.get(section, {}).items() for word in words}

    nouns: dict[str, str] = {}
    for name, label in _NOUNS.items():
        for word in lexicon.words("head_nouns", name):
            nouns[word] = label if nouns.get(word, label) == label else ""  # « newspaper »: a work, and who makes it
    titles = by_word("before")
    roles = lexicon.words("roles", "nouns") | lexicon.words("head_nouns", "person")
    before = dict.fromkeys(roles, "PER") | titles
    return Clues(
        titles=frozenset(titles),
        before=before,
        nouns=nouns | before,
        places=frozenset(table["places"]),
        first=by_word("first"),
        last=by_word("last"),
        person_verbs=lexicon.words("birth", "verbs") | frozenset(table["person_verbs"]),
        given_names=frozenset(table["given_names"].split()) | lexicon.words("first_names", "m") | lexicon.words("first_names", "f"),
        countries=frozenset(lexicon.table("countries")),
    )


def clues_of(span: "Span") -> Clues:
    """Return the clues of the language that a span is written in."""
    return load_clues(str(span.doc.lang_).removeprefix("quizgen_"))


def evidence(span: "Span") -> Iterator[str]:
    """Give a type for each thing about a name that speaks for one."""
    clues = clues_of(span)
    if span.start and (label := _before(span, clues)):
        yield label
    yield from _by_its_words(span, clues)
    yield from _by_the_parse(span, clues)


def _by_its_words(span: "Span", clues: Clues) -> Iterator[str]:
    words = [token.lower_ for token in span]
    if span.text.lower() in clues.countries:
        yield "LOC"
    if len(words) == 1:
        return
    if label := clues.first.get(words[0]):
        yield label
    if label := clues.last.get(words[-1]):
        yield label
    if words[0].split("-")[0] in clues.given_names and all(token.text[:1].isupper() for token in span) and len(words) <= 3:
        yield "PER"


def _by_the_parse(span: "Span", clues: Clues) -> Iterator[str]:
    """« Mobutu est né à Lisala », « Podemos est un parti », « Idriss Déby, président du Tchad »."""
    root = span.root
    if root.dep_.startswith("nsubj"):
        if root.head.lemma_ in clues.person_verbs:
            yield "PER"
        elif any(child.dep_ == "cop" for child in root.head.children) and (label := clues.nouns.get(root.head.lower_)):
            yield label
    for child in root.children:
        if child.dep_ == "appos" and child.i >= span.end and (label := clues.nouns.get(child.lower_)):
            yield label


def _before(span: "Span", clues: Clues) -> str | None:
    """What stands just before: « l'éditeur américain X », « la ville de X »."""
    before = span[0].nbor(-1)
    if before.i and before.pos_ == "ADP" and before.nbor(-1).lower_ in clues.places:
        return "LOC"
    if before.i and before.pos_ == "ADJ":
        before = before.nbor(-1)
    return clues.before.get(before.lower_)
