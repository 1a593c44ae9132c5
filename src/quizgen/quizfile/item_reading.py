"""Reads the `[[item]]` tables of a quiz file, those written by hand included."""

from collections.abc import Mapping, Sequence
from math import isfinite
from typing import Any

from quizgen.article import Article, TextSpan
from quizgen.errors import QuizFileError
from quizgen.identity import form_of_note, item_id
from quizgen.items import FORMS, STATUSES, Cloze, Editable, Item, Matching, MultipleChoice, Ordering, Proof, ShortAnswer, TrueFalse
from quizgen.questions import BLANK
from quizgen.quizfile.fields import Fields
from quizgen.quizfile.layout import EDITABLE, FORM_TYPES, PROOF_TEXTS


def read_items(tables: Sequence[Fields], article: Article | None, article_id: str) -> tuple[Item, ...]:
    """Return the items in order. Raises QuizFileError on the first that is broken, or that repeats another's id.

    Proofs must point into `article`; without one they are taken as they stand.
    """
    items = tuple(_item(table, article, article_id) for table in tables)
    seen: set[str] = set()
    for table, item in zip(tables, items, strict=True):
        if item.id in seen and not table.has("id"):
            raise table.error("question", "stands in an earlier item too: give one of the two an `id`, or other words")
        if item.id in seen:
            raise table.error("id", f'is "{item.id}", as in an earlier item: give a copied item an id of its own, or none')
        seen.add(item.id)
    return items


def id_of(row: Mapping[str, Any], article_id: str) -> str:
    """Return the id of an item's table: the one written there; of an item by hand without one, its question's."""
    return str(row.get("id") or item_id(f"{article_id}/hand-written/{row.get('question', '')}", str(row.get("form", ""))))


def _item(fields: Fields, article: Article | None, article_id: str) -> Item:
    form = fields.text("form")
    if form not in FORMS:
        raise fields.error("form", f'is "{form}": it must be one of {", ".join(FORMS)}')
    proof = _proof(fields.table("proof"), form, article) if fields.has("proof") else None
    values = {**_shared(fields), **_own(fields, form)}
    values["id"] = id_of(values | {"form": form}, article_id)
    item = FORM_TYPES[form](proof=proof, **values)
    fields.refuse_unknown()
    _check(item, fields)
    return item


def _shared(fields: Fields) -> dict[str, Any]:
    values: dict[str, Any] = {name: fields.text(name, "") for name in ("context", "feedback", "hint", "reason", "as_of")}
    values |= {"question": fields.text("question"), "status": fields.text("status", "accepted")}
    values |= {"accepted": fields.texts("accepted", ()), "points": fields.number("points", 1)}
    if fields.has("id"):
        values["id"] = fields.text("id")
    return values


def _own(fields: Fields, form: str) -> dict[str, Any]:
    """Return the fields that only this form has."""
    match form:
        case "multiple_choice":
            return {"answer": fields.text("answer"), "options": fields.texts("options")}
        case "true_false":
            return {"answer": fields.boolean("answer"), "correction": fields.text("correction", "")}
        case "matching":
            return {"answer": fields.pairs("answer"), "distractors": fields.texts("distractors", ())}
        case "ordering":
            return {"answer": fields.texts("answer")}
        case _:
            return {"answer": fields.text("answer")}


def _check(item: Item, fields: Fields) -> None:
    """Raise QuizFileError where an edit has broken the item."""
    if item.status not in STATUSES:
        raise fields.error("status", f'is "{item.status}": it must be one of {", ".join(STATUSES)}')
    if not isfinite(item.points) or item.points < 0:
        raise fields.error("points", "must be a number, 0 or more")
    for name in ("question", "answer"):
        if getattr(item, name) in ("", ()) or str(getattr(item, name)).isspace():
            raise fields.error(name, "is empty")
    match item:
        case MultipleChoice() if item.options.count(item.answer) != 1:
            raise fields.error("options", f'must hold the answer "{item.answer}" exactly once')
        case Cloze() if item.question.count(BLANK) != 1:
            raise fields.error("question", f"of a cloze must hold one blank, {BLANK}")
        case ShortAnswer() | MultipleChoice() | Cloze() | TrueFalse() | Matching() | Ordering():
            pass


def _proof(fields: Fields, form: str, article: Article | None) -> Proof:
    texts = {name: fields.text(name, "") for name in PROOF_TEXTS}
    written_as = form_of_note(texts["identity"], texts["guid"]) or form
    support = (Fields(row, f"{fields.place}, support") for row in fields.rows("support"))
    proof = Proof(
        evidence=_span(fields.table("evidence"), article),
        support=tuple(_span(each, article) for each in support),
        score=fields.number("score", 0),
        modified=fields.integer("modified", 0),
        distractor_origins=fields.texts("distractor_origins", ()),
        slots=fields.pairs("slots", ()),
        features=fields.numbers("features"),
        generated=_generated(fields.table("generated"), written_as) if fields.has("generated") else (),
        **texts,
    )
    fields.refuse_unknown()
    return proof


def _span(fields: Fields, article: Article | None) -> TextSpan:
    span = TextSpan(fields.integer("start"), fields.integer("end"), fields.text("text"))
    fields.refuse_unknown()
    if article is not None and article.text[span.start : span.end] != span.text:
        hint = "a proof is never edited: copy it from an older quiz file, or take [item.proof] away"
        raise QuizFileError(f"{fields.place}: the article does not say this at {span.start}–{span.end}.", hint)
    return span


def _generated(fields: Fields, form: str) -> tuple[tuple[str, Editable], ...]:
    values: dict[str, Editable] = {**_shared(fields), **_own(fields, form)}
    fields.refuse_unknown()
    return tuple((name, values[name]) for name in EDITABLE if name in values)
