"""Makes the entities of an article agree: one name, one type; no entity that is a common word with a capital. Never adds an entity."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from quizgen.annotation.entity_clues import clues_of, evidence

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

TYPES = ("PER", "ORG", "LOC", "MISC")
_EDGES = frozenset(" ,;:.!?«»\"“”'’()[]-–—…")
# Classes that name things; a lone word of another class with a capital only because it opens a sentence is no name.
_NAMING = frozenset(("PROPN", "NOUN", "X", "SYM", "NUM"))
_INNER_CAPITAL = re.compile(r"(?<!\bMc)(?<!\bMac)(?<!\bFitz)(?<!\bDe)(?<!\bLe)(?<!\bLa)(?<=[a-zà-ÿ])[A-ZÀ-ÖØ-Þ]|\d|&")
_INITIALS = re.compile(r"[IVX]+|(?:[A-Z]\.-?)+")  # of kings and popes; of given names
_USUALLY_SMALL = 3  # times more often with a small letter than with a capital
_EVIDENCE = 2  # a trigger beside the name weighs as much as two of the model's votes


def repair_entities(docs: "Sequence[Doc]") -> None:
    """Make the entities of one article's documents consistent, in place.

    Trims punctuation and articles off entities, gives each name the type that the model's votes over the whole article and the words
    around it speak for, lets a surname follow its full name and an acronym what it stands for, and drops a common word that has its
    capital from the start of a sentence.
    """
    kept = [[span for entity in doc.ents if (span := _trim(entity)) is not None] for doc in docs]
    spellings = Counter(token.text for doc in docs for token in doc)
    inside = {_key(span) for spans in kept for span in spans if not _opens_sentence(span)}
    types = _decide([span for spans in kept for span in spans])
    for doc, spans in zip(docs, kept, strict=True):
        doc.ents = tuple(_relabel(span, types) for span in spans if not _is_common_word(span, spellings, inside))


def _trim(entity: "Span") -> "Span | None":
    """Cut punctuation from both ends and small words from the front; None when nothing of ours is left, or a clause."""
    start, end = entity.start, entity.end
    tokens = list(entity)
    while tokens and (_is_edge(tokens[0]) or _stands_before(tokens)):
        start, tokens = start + 1, tokens[1:]
    stop = next((index for index, token in enumerate(tokens) if token.text in (".", ",", ";", ":")), len(tokens))
    end, tokens = end - len(tokens) + stop, tokens[:stop]
    while tokens and (_is_edge(tokens[-1]) or (tokens[-1].pos_ in ("ADP", "DET", "CCONJ") and tokens[-1].text.islower())):
        end, tokens = end - 1, tokens[:-1]
    if any(token.is_lower and token.pos_ in ("VERB", "AUX") and token.morph.get("VerbForm", [""]) == ["Fin"] for token in tokens[1:]):
        return None  # "Nixon requested Congress" is a sentence
    if not tokens or entity.label_ not in TYPES or not any(token.text[:1].isalnum() for token in tokens):
        return None
    return _relabeled(entity.doc, start, end, entity.label_)


def _stands_before(tokens: "list[Token]") -> bool:
    """« l'OTAN »; « Également Exaion » at the start of a sentence, but « Le Monde »."""
    first = tokens[0]
    if first.pos_ == "DET":
        return first.text[:1].islower()
    return len(tokens) > 1 and first.pos_ in ("ADV", "ADP", "CCONJ", "SCONJ") and bool(first.i == 0 or first.is_sent_start)


def _is_edge(token: "Token") -> bool:
    return token.is_space or all(character in _EDGES for character in token.text)


def _key(span: "Span") -> str:
    return " ".join(token.text.replace("’", "'") for token in span if not token.is_space)


def _opens_sentence(span: "Span") -> bool:
    first = span[0]
    if first.i == 0 or first.is_sent_start or first.nbor(-1).text == ":":
        return True
    before = first.nbor(-1)
    opens = before.is_quote or before.text in ("-", "–", "—", "(", "…")
    return bool(opens and (before.i == 0 or before.is_sent_start))


def _is_common_word(span: "Span", spellings: "Counter[str]", inside: set[str]) -> bool:
    """« Microservices, conteneurs… », « Chairman », « Iodine » in an article on iodine: one word, common by place, class or number."""
    word = span[0]
    if len(span) != 1 or word.is_upper:
        return False
    small = spellings[word.lower_] if word.text != word.lower_ else 0
    if small >= _USUALLY_SMALL * spellings[word.text] or word.lower_ in clues_of(span).titles:
        return True
    if not _opens_sentence(span) or _key(span) in inside:
        return False
    return small > 0 or word.pos_ not in _NAMING


def _decide(spans: "Sequence[Span]") -> dict[str, str]:
    """Weigh votes and clues for each name of the article, then let surnames follow full names."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for span in spans:
        key = _key(span)
        votes[key][span.label_] += 1
        for label in evidence(span):
            votes[key][label] += _EVIDENCE
    for key, counts in votes.items():
        if counts["PER"] and _is_no_person(key):
            counts["ORG"] += 1  # when the model knows nothing better: the types of things are told apart badly anyhow
            counts["PER"] = 0
    for name, acronym in _acronyms(spans):
        votes[name] = votes[acronym] = votes[name] + votes[acronym]
    types = {key: _most_voted(counts) for key, counts in votes.items()}
    mentions = Counter(_key(span) for span in spans)
    for name in [name for name, label in types.items() if label == "PER" and " " in name]:
        for surname in {name.split(" ", 1)[1], name.rsplit(" ", 1)[1]} & types.keys():
            votes[surname]["PER"] += _EVIDENCE * mentions[name]
            types[surname] = _most_voted(votes[surname])
    return types


def _stands_for(acronym: str, name: "Span") -> bool:
    """« ONU » for « Organisation des Nations unies »; but « PS » after a deputy's name is the party."""
    initials = iter([token.text[0].upper() for token in name])
    return acronym[0] == name.text[0].upper() and sum(letter in initials for letter in acronym) > len(acronym) / 2


def _most_voted(counts: "Counter[str]") -> str:
    return max(TYPES, key=lambda label: (counts[label], -TYPES.index(label)))


def _acronyms(spans: "Sequence[Span]") -> Iterator[tuple[str, str]]:
    """« Sloan Digital Sky Survey (SDSS) », « OTAN (Organisation du traité…) »: two names, the second in brackets, one of them short."""
    for one, other in pairwise(spans):
        if one.doc is other.doc and other.start == one.end + 1 and other.doc[one.end].text == "(":
            short, long = sorted((one, other), key=len)
            if len(short) == 1 and len(long) > 1 and short[0].is_upper and _stands_for(short.text, long):
                yield _key(long), _key(short)


def _is_no_person(name: str) -> bool:
    """« OpenStack », « Amazon AWS »: capitals within a word or all through it; but « McDonald » and « Paul VI » are persons."""
    if name.isupper() and " " in name:
        return False  # a heading in capitals: « MARIE CURIE »
    words = name.split()
    return any(_INNER_CAPITAL.search(word) or (len(word) > 1 and word.isupper() and not _INITIALS.fullmatch(word)) for word in words)


def _relabel(span: "Span", types: Mapping[str, str]) -> "Span":
    return _relabeled(span.doc, span.start, span.end, types[_key(span)])


def _relabeled(doc: "Doc", start: int, end: int, label: str) -> "Span":
    from spacy.tokens import Span

    return Span(doc, start, end, label=label)
