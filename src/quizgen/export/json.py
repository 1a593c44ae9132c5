"""The quiz as JSON, schema 1, for other programs: every item with its proof."""

import json
from typing import Any

from quizgen.article import Article
from quizgen.export.base import Exported, ExportOptions, kept_items
from quizgen.items import Item, Matching, MultipleChoice, Proof, TrueFalse
from quizgen.naming import file_stem
from quizgen.quiz import Quiz

SCHEMA = 1


def export(quiz: Quiz, options: ExportOptions) -> Exported:
    """Return `<slug>.json`; nothing is left out."""
    items = [item_json(item) for item in kept_items(quiz)]
    data = {"schema": SCHEMA, "title": quiz.title, "article": _article(quiz.article), "items": items}
    text = json.dumps(data, ensure_ascii=False, indent=2) + "\n"
    return Exported({f"{file_stem(quiz)}.json": text.encode("utf-8", "surrogatepass")})


def _article(article: Article) -> dict[str, str]:
    names = ("id", "title", "author", "url", "licence", "language", "published", "retrieved")
    return {name: getattr(article, name) for name in names}


def item_json(item: Item) -> dict[str, Any]:
    """Return an item as the JSON output has it."""
    return {
        "id": item.id,
        "type": item.form,
        "question": item.question,
        "answer": item.answer,
        "options": list(item.options) if isinstance(item, MultipleChoice) else [],
        "context": item.context,
        **_evidence(item.proof),
        "accepted": list(item.accepted),
        "feedback": item.feedback,
        "hint": item.hint,
        "as_of": item.as_of,
        "points": item.points,
        "status": item.status,
        **_own(item),
        **_making(item.proof or Proof(Article("", "", "").span(0, 0))),
    }


def _evidence(proof: Proof | None) -> dict[str, Any]:
    if proof is None:
        return {"evidence": "", "start": None, "end": None, "support": []}
    support = [{"text": span.text, "start": span.start, "end": span.end} for span in proof.support]
    return {"evidence": proof.evidence.text, "start": proof.evidence.start, "end": proof.evidence.end, "support": support}


def _own(item: Item) -> dict[str, Any]:
    """Return the fields that only some forms have."""
    match item:
        case TrueFalse():
            return {"correction": item.correction}
        case Matching():
            return {"distractors": list(item.distractors)}
        case _:
            return {}


def _making(proof: Proof) -> dict[str, Any]:
    return {
        "fact_kind": proof.fact_kind,
        "asked_slot": proof.asked_slot,
        "template": proof.template,
        "rule": proof.rule,
        "score": proof.score,
        "features": dict(proof.features),
        "identity": proof.identity,
    }
