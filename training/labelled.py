"""A text with named entities at character offsets, and how it becomes a training document."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span
from spacy.util import filter_spans

TYPES = ("PER", "ORG", "LOC", "MISC")
_NO_SPACE_BEFORE = {".", ",", ";", ":", ")", "?", "!", "'s", "n't", "'", "’s", "%", "]", "''"}
_NO_SPACE_AFTER = {"(", "[", "$", "£", "€", "-", "``"}


@dataclass(frozen=True)
class Labelled:
    """`entities` are (start, end, type); what lies in `unknown` (start, end) may or may not be an entity: nothing is learnt there."""

    text: str
    entities: tuple[tuple[int, int, str], ...] = ()
    unknown: tuple[tuple[int, int], ...] = ()
    document: int = 0  # number of the article it stands in, for measures that look at a whole article


def of_one_document(number: int, items: Iterable["Labelled"]) -> list["Labelled"]:
    """Mark labelled texts as parts of one article."""
    return [replace(item, document=number) for item in items]


def from_tags(words: Sequence[str], tags: Sequence[str], space_after: Sequence[bool], unknown: Iterable[int] = ()) -> Labelled:
    """Make a text of words with B-/I-/O tags; `unknown` are indices of words."""
    text, offsets = "", []
    for word, space in zip(words, space_after, strict=True):
        offsets.append((len(text), len(text) + len(word)))
        text += word + (" " if space else "")
    entities: list[tuple[int, int, str]] = []
    for tag, (start, end) in zip(tags, offsets, strict=True):
        if tag.startswith("I-") and entities and entities[-1][2] == tag[2:] and text[entities[-1][1] : start].strip() == "":
            entities[-1] = (entities[-1][0], end, tag[2:])
        elif tag != "O" and tag[2:] in TYPES:
            entities.append((start, end, tag[2:]))
    return Labelled(text.rstrip(), tuple(entities), tuple(offsets[index] for index in unknown))


def guess_spaces(words: Sequence[str]) -> list[bool]:
    """Guess where a tokenised English text had spaces (after a word)."""
    result, is_open = [], False
    for index, word in enumerate(words):
        following = words[index + 1] if index + 1 < len(words) else ""
        space = following not in _NO_SPACE_BEFORE and word not in _NO_SPACE_AFTER
        if following in ("-", "–") and word[-1:].isalnum():
            space = False
        if word == '"':
            is_open = not is_open
            space = space and not is_open
        elif following == '"' and is_open:
            space = False
        result.append(space)
    return result


def to_doc(nlp: Language, item: Labelled) -> Doc:
    """Cut a labelled text with the pipeline's own tokenizer; labels that cut a word take the whole word."""
    doc = nlp.make_doc(item.text)
    spans = [doc.char_span(start, end, label=label, alignment_mode="expand") for start, end, label in item.entities]
    entities = filter_spans([span for span in spans if span is not None])
    taken = {token.i for span in entities for token in span}
    doubtful = [doc.char_span(start, end, alignment_mode="expand") for start, end in item.unknown]
    missing: list[Span] = filter_spans([span for span in doubtful if span is not None and not taken & {t.i for t in span}])
    doc.set_ents(entities, missing=missing, default="outside")
    return doc


def save(nlp: Language, path: Path, items: Iterable[Labelled]) -> None:
    """Write labelled texts as spaCy documents and say what they hold."""
    documents, counts, tokens = DocBin(attrs=["ORTH", "SPACY", "ENT_IOB", "ENT_TYPE"], store_user_data=True), Counter[str](), 0
    for item in items:
        if item.text.strip():
            doc = to_doc(nlp, item)
            doc.user_data["document"] = item.document
            documents.add(doc)
            counts.update(entity.label_ for entity in doc.ents)
            tokens += len(doc)
    documents.to_disk(path)
    print(f"{path.name}: {len(documents)} documents, {tokens} tokens, {dict(counts)}")


def join(items: Sequence[Labelled]) -> Labelled:
    """Put several texts into one, a space between."""
    text, entities, unknown = "", [], []
    for item in items:
        shift = len(text)
        entities += [(start + shift, end + shift, label) for start, end, label in item.entities]
        unknown += [(start + shift, end + shift) for start, end in item.unknown]
        text += item.text + " "
    return Labelled(text.rstrip(), tuple(entities), tuple(unknown))
