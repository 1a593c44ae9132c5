"""`quizgen facts`: what the program understood of an article, before anything is asked."""

import json
from collections.abc import Sequence
from typing import Annotated, Any

import typer

from quizgen.article import TextSpan
from quizgen.cli.clock import today
from quizgen.cli.options import ArticleArgument, DateOption, EntitiesOption, LanguageOption, PipelineOption, QuietOption, standard_input
from quizgen.cli.progress import progress
from quizgen.cli.tables import print_table
from quizgen.facts import Clause, Date, Fact, Passage, Phrase, Quantity, Value


def facts(
    article: ArticleArgument,
    language: LanguageOption = "",
    date: DateOption = "",
    pipeline: PipelineOption = "",
    entities: EntitiesOption = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON, with offsets into the article.")] = False,
    quiet: QuietOption = False,
) -> None:
    """Show the facts found in an article: kind, slots, evidence, rule, confidence."""
    from quizgen.pipeline import MakeOptions, find_facts
    from quizgen.reading import ReadingOptions

    reading = ReadingOptions(language=language, date=date, today=today(), stdin=standard_input(article))
    options = MakeOptions(reading, pipeline=pipeline, entities=entities)
    with progress(quiet) as report:
        read, found = find_facts(article, options, report)
    if as_json:
        print(json.dumps({"schema": 1, "article": read.id, "facts": [fact_json(fact) for fact in found]}, ensure_ascii=False, indent=1))
    else:
        print_facts(found)


def print_facts(found: Sequence[Fact]) -> None:
    """Print the facts as a table, in the order of the article."""
    slots = ("\n".join(f"{name}: {value_text(value)}" for name, value in fact.slots) for fact in found)
    rows = ((f.kind, slot, f.evidence.primary.text, f.rule, f"{f.confidence:.2f}") for f, slot in zip(found, slots, strict=True))
    print_table(("kind", "slots", "evidence", "rule", "confidence"), rows)
    print(f"{len(found)} facts")


def value_text(value: Value) -> str:
    """Return a slot's value as the article has it, to read."""
    if isinstance(value, Clause):
        words = (value.lead, value.subject.text, value.clitics + value.finite, value.rest, *(part.text for part in value.complements))
        return value.span.text if value.span else " ".join(word for word in words if word)
    return value.text


def fact_json(fact: Fact) -> dict[str, Any]:
    """Return a fact as JSON: offsets are code points in the article's text."""
    return {
        "kind": fact.kind,
        "slots": {name: _value_json(value) for name, value in fact.slots},
        "evidence": _span_json(fact.evidence.primary),
        "support": [_span_json(span) for span in fact.evidence.support],
        "rule": fact.rule,
        "confidence": fact.confidence,
        "source": fact.source.text if fact.source else "",
        "as_of": fact.as_of,
        "context": fact.context,
    }


def _value_json(value: Value) -> dict[str, Any]:
    shared = {"text": value_text(value), **({"start": value.span.start, "end": value.span.end} if value.span else {})}
    match value:
        case Phrase():
            return {"type": value.type.value, **shared}
        case Date():
            return {"type": "date", **shared, "iso": value.iso, "precision": value.precision}
        case Quantity():
            return {"type": "quantity", **shared, "number": value.number, "unit": value.unit, "qualifier": value.qualifier}
        case Clause():
            return {"type": "clause", **shared, "verb": value.lemma}
        case Passage():
            return {"type": "passage", **shared}


def _span_json(span: TextSpan) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "text": span.text}
