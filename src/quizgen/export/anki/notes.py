"""An item as an Anki note: which note type it takes and what stands in its fields."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import assert_never

from quizgen.article import Article
from quizgen.export.escaping import anki_code, anki_field, anki_speech, cloze_text, typed_answer
from quizgen.export.evidence import evidence_pieces
from quizgen.export.labels import Labels
from quizgen.export.origin import as_of, link_to
from quizgen.items import Cloze, Item, Matching, MultipleChoice, Ordering, ShortAnswer, TrueFalse
from quizgen.naming import slug
from quizgen.questions import BLANK

MOST_OPTIONS = 6  # the fields Option1 … Option6 of the note type are frozen


@dataclass(frozen=True, slots=True)
class CardWriter:
    """What an item's fields are written with. `typeset` sets the language's typography, `voice` ("fr_FR") reads the answer aloud."""

    article: Article
    labels: Labels
    typeset: Callable[[str], str]
    typed: bool = False
    voice: str = ""

    def show(self, text: str) -> str:
        """Return a text as a field that shows it."""
        return anki_field(self.typeset(text))


@dataclass(frozen=True, slots=True)
class NoteContent:
    """A note's type ("basic", "cloze" …) and its fields by name; a field that is not named is empty."""

    note_type: str
    fields: Mapping[str, str]


def why_not(item: Item) -> str:
    """Return why an item cannot be a note, or "" when it can."""
    match item:
        case Matching() | Ordering():
            return "a card asks for one thing; this form asks for several"
        case MultipleChoice() if len(item.options) > MOST_OPTIONS:
            return f"a card has room for {MOST_OPTIONS} options"
        case Cloze() if item.question.count(BLANK) != 1:
            return f"the sentence must have one blank, {BLANK}"
        case _ if not item.question.strip():
            return "it has no question"
    return ""


def note_content(item: Item, writer: CardWriter) -> NoteContent:
    """Return the note for an item for which `why_not` says nothing."""
    note_type, own = _own_fields(item, writer)
    return NoteContent(note_type, {**_shared_fields(item, writer), **own})


def _own_fields(item: Item, writer: CardWriter) -> tuple[str, dict[str, str]]:
    match item:
        case ShortAnswer():
            fields = {"Question": writer.show(item.question), "Answer": writer.show(item.answer)}
            return ("typed", {**fields, "Typed": anki_field(typed_answer(item.answer))}) if writer.typed else ("basic", fields)
        case MultipleChoice():
            return "multiple-choice", _choice(item.question, item.options, item.options.index(item.answer), writer)
        case TrueFalse():
            return "multiple-choice", _judgement(item, writer)
        case Cloze():
            return "cloze", {"Text": _cloze(item, writer)}
        case Matching() | Ordering():
            raise ValueError(why_not(item))
        case _:
            assert_never(item)


def _choice(question: str, options: tuple[str, ...], right: int, writer: CardWriter) -> dict[str, str]:
    shown = {f"Option{number}": writer.show(option) for number, option in enumerate(options, start=1)}
    return {"Question": writer.show(question), **shown, "Correct": f"o{right + 1}"}


def _judgement(item: TrueFalse, writer: CardWriter) -> dict[str, str]:
    words = (writer.labels.text("judgement", "true"), writer.labels.text("judgement", "false"))
    fields = _choice(item.question, words, 0 if item.answer else 1, writer)
    told = [text for text in (item.correction if not item.answer else "", item.feedback) if text]
    return {**fields, "Feedback": "<br>".join(writer.show(text) for text in told)}


def _cloze(item: Cloze, writer: CardWriter) -> str:
    before, after = (cloze_text(part) for part in writer.typeset(item.question).split(BLANK, 1))
    return f"{before}{{{{c1::{cloze_text(writer.typeset(item.answer))}}}}}{after}"


def _shared_fields(item: Item, writer: CardWriter) -> dict[str, str]:
    key = item.proof.identity if item.proof and item.proof.identity else item.id
    texts = {"Context": item.context, "Hint": item.hint, "Feedback": item.feedback, "Accepted": " · ".join(_other_answers(item, writer))}
    return {
        **{name: writer.show(text) for name, text in texts.items() if text},
        "Key": anki_field(key),
        "Evidence": _evidence(item, writer),
        "Source": _source(item, writer),
        "URL": anki_field(writer.article.url),
        "Speech": anki_speech(_spoken(item), writer.voice),
        "AsOf": writer.show(as_of(item, writer.labels)),
        "Lang": anki_code(writer.article.language),
        "Dir": anki_code(writer.labels.text("page", "direction")),
    }


def _other_answers(item: Item, writer: CardWriter) -> list[str]:
    """Return the other right answers to show: who judges himself needs not be told that a part of the answer will do, who types does."""
    answer = item.answer.casefold() if isinstance(item.answer, str) else ""
    return [text for text in item.accepted if writer.typed or text.casefold() not in answer]


def _spoken(item: Item) -> str:
    """Return what a learner of the language hears on the back: the answer, or the whole true statement."""
    match item:
        case Cloze():
            return item.question.replace(BLANK, item.answer)
        case TrueFalse():
            return item.question if item.answer else item.correction
        case ShortAnswer() | MultipleChoice():
            return item.answer
        case Matching() | Ordering():
            raise ValueError(why_not(item))
        case _:
            assert_never(item)


def _evidence(item: Item, writer: CardWriter) -> str:
    pieces = evidence_pieces(item, writer.typeset)
    return "".join(f"<mark>{anki_field(piece.text)}</mark>" if piece.is_answer else anki_field(piece.text) for piece in pieces)


def _source(item: Item, writer: CardWriter) -> str:
    """The article's title, with a link to the sentence where its address is one a browser opens, its author and its date."""
    article = writer.article
    name = article.title or article.id
    title = f"<cite>{writer.show(name)}</cite>" if name else ""  # a quiz written by hand need not come from anywhere
    if title and (link := link_to(article, item.proof.evidence.text if item.proof else "")):
        title = f'<a href="{anki_field(link)}">{title}</a>'
    published = writer.labels.date(article.published).replace(" ", "\u00a0")
    return ", ".join(filter(None, (title, writer.show(article.author), writer.show(published))))


def note_tags(item: Item, stem: str) -> list[str]:
    """Return an item's tags: quizgen::article::…, quizgen::form::…, quizgen::kind::…"""
    tags = [f"quizgen::article::{stem}", f"quizgen::form::{item.form}"]
    if item.proof and (kind := slug(item.proof.fact_kind, "_")):
        tags.append(f"quizgen::kind::{kind}")
    return tags
