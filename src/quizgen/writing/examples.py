"""Examples of templates: facts made by hand in a template's [[example]], and whether the template turns them into what it says."""

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from quizgen.article import TextSpan
from quizgen.errors import TemplateError
from quizgen.facts import Date, Evidence, Fact, Passage, Phrase, PhraseType, Quantity, Value, load_fact_kinds
from quizgen.languages import CODES, get_language
from quizgen.languages.base import CannotPhrase, Language
from quizgen.questions import Question
from quizgen.writing import sandbox
from quizgen.writing.example_parts import check_parts
from quizgen.writing.rendering import phrase
from quizgen.writing.template import Template
from quizgen.writing.template_file import RESULTS, TemplateReader
from quizgen.writing.templates import TemplateSet, find_files

_MEND = "mend the [[example]], or the texts above it"


def check_templates(root: Path) -> tuple[TemplateError, ...]:
    """Return what is wrong with the question templates of a folder, in every language: broken files, and examples that come out otherwise.

    Raises TemplateError when `root` is no folder or holds no template.
    """
    problems: list[TemplateError] = []
    count = 0
    for code in CODES:
        paths = find_files(code, [root])
        count += len(paths)
        problems += _check_language(code, paths) if paths else []
    if not count:
        raise TemplateError(f"no question template in {root}", "templates stand in questions/<language>/<fact kind>/<name>.toml")
    return tuple(problems)


def check_own_templates(templates: TemplateSet, root: Path) -> None:
    """Raise the first TemplateError among the examples of the templates that stand in the folder `root`."""
    for template in templates:
        if template.path.is_relative_to(root):
            for problem in check_examples(template, templates, get_language(templates.language)):
                raise problem


def _check_language(code: str, paths: Mapping[str, Path]) -> list[TemplateError]:
    language = get_language(code)
    reader = TemplateReader(sandbox.new_environment(language.filters), load_fact_kinds())
    problems: list[TemplateError] = []
    for name, path in sorted(paths.items()):
        try:
            template = reader.read(path, name)
        except TemplateError as error:
            problems.append(error)
        else:
            problems += check_examples(template, TemplateSet(code, {name: template}, reader.environment), language)
    return problems


def check_examples(template: Template, templates: TemplateSet, language: Language) -> list[TemplateError]:
    """Return what is wrong with the examples of one template."""
    problems: list[TemplateError] = []
    for number, example in enumerate(template.examples, start=1):
        try:
            _check_example(template, example, templates, language)
        except (ValueError, CannotPhrase) as error:
            problems.append(TemplateError(f"{template.path}: example {number}: {error}", _MEND))
        except TemplateError as error:
            problems.append(error)
    return problems


def _check_example(template: Template, example: Mapping[str, object], templates: TemplateSet, language: Language) -> None:
    """Do nothing where the example comes out as it says; else raise ValueError or CannotPhrase."""
    fact = example_fact(template.kind, example, language)
    if not template.applies_to(fact):
        missing = sorted(template.required - fact.values.keys())
        raise ValueError(f"has no slot {', '.join(missing)}" if missing else "does not meet `when`")
    question = phrase(fact, template, templates, language)
    for key in sorted(RESULTS & example.keys()):
        written = _result(question, key)
        if written != example[key]:
            raise ValueError(f"{key} comes out as {written!r}, not as {example[key]!r}")


def _result(question: Question, key: str) -> object:
    written: str | tuple[str, ...] = getattr(question, key)
    return list(written) if isinstance(written, tuple) else written


def example_fact(kind: str, example: Mapping[str, object], language: Language) -> Fact:
    """Return the fact that an [[example]] describes. Raises ValueError naming a slot that cannot be read."""
    types = load_fact_kinds()[kind].slots
    for slot in (*types, "source"):
        check_parts(slot, example.get(slot))
    slots = [(slot, _value(slot, types[slot], example[slot], language)) for slot in types if slot in example]
    source = _phrase("source", example["source"], language) if "source" in example else None
    return Fact(kind, tuple(slots), Evidence(TextSpan(0, 0, "")), rule="example", confidence=1.0, source=source)


def _value(slot: str, slot_type: str, written: object, language: Language) -> Value:
    if slot_type == "clause":
        if not isinstance(written, dict):
            raise ValueError(f"{slot} is a clause: write {{ subject = …, verb = …, … }}")
        parts = [{"text": part} if isinstance(part, str) else part for part in written.get("complements", [])]
        return language.parse_clause(written | {"complements": parts})
    makers: Mapping[str, Callable[[str, object, Language], Value]] = {
        "passage": _passage,
        "phrase": _phrase,
        "date": _date,
        "quantity": _quantity,
    }
    return makers[slot_type](slot, written, language)


def _passage(slot: str, written: object, language: Language) -> Passage:
    return Passage(**_parts(slot, written, {"text", "slot", "value"}))


def _phrase(slot: str, written: object, language: Language) -> Phrase:
    parts = _parts(slot, written, {field.name for field in fields(Phrase)} - {"span"})
    if "accepted" in parts:
        parts["accepted"] = tuple(parts["accepted"])
    return language.describe(Phrase(**parts | {"type": PhraseType(parts.get("type", PhraseType.THING))}))


def _date(slot: str, written: object, language: Language) -> Date:
    parts = _parts(slot, written, {"text", "iso", "precision"})
    date = language.parse_date(parts.get("iso", parts["text"]))
    return replace(date, **parts) if len(parts) > 1 else date


def _quantity(slot: str, written: object, language: Language) -> Quantity:
    """Return a quantity; what the example does not give is read from its text."""
    parts = _parts(slot, written, {field.name for field in fields(Quantity)} - {"span"})
    found = language.find_quantities(parts["text"])
    if len(found) != 1 and not {"number", "amount"} <= parts.keys():
        raise ValueError(f"{slot}: {parts['text']!r} does not hold one number: give `number` and `amount`")
    read: dict[str, Any] = {}
    if len(found) == 1:
        match = found[0]
        read = {"number": match.number, "amount": parts["text"][match.start:match.end], "qualifier": match.qualifier,
                "is_percentage": match.is_percentage}  # fmt: skip
    return Quantity(**read | parts)


def _parts(slot: str, written: object, known: set[str]) -> dict[str, Any]:
    """Return what an example writes for a slot, a text or a table, as a table."""
    if isinstance(written, str):
        return {"text": written}
    if not isinstance(written, dict) or not isinstance(written.get("text"), str):
        raise ValueError(f"{slot} must be a text, or a table with a `text`")
    unknown = sorted(written.keys() - known)
    if unknown:
        raise ValueError(f"{slot}: unknown key {unknown[0]!r} (keys: {', '.join(sorted(known))})")
    return dict(written)
