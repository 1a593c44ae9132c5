"""`quizgen explain`: how one item of a quiz came about."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quizgen.errors import QuizFileError

if TYPE_CHECKING:
    from quizgen.items import Item
    from quizgen.quiz import Quiz


def explain(
    quiz_file: Annotated[Path, typer.Argument(metavar="QUIZFILE", help="A .quiz.toml file, with its .article.txt beside it.")],
    item: Annotated[str, typer.Argument(metavar="ITEM", help="The item's id, or its number in the quiz.")],
) -> None:
    """Show the sentence, the rule and the template an item comes from, its score by part, and what may be said against it."""
    from quizgen.quizfile import read_quiz

    quiz = read_quiz(quiz_file)
    print("\n".join(f"{name:<12} {text}" for name, text in explanation(quiz, _find(quiz, item))))


def _find(quiz: "Quiz", name: str) -> "Item":
    """Return the item with an id or a number. Raises QuizFileError when there is none."""
    if name.isdigit() and 1 <= int(name) <= len(quiz.items):
        return quiz.items[int(name) - 1]
    found = next((item for item in quiz.items if item.id == name), None)
    if found is None:
        ids = ", ".join(item.id for item in quiz.items[:5])
        raise QuizFileError(f"the quiz has no item {name!r}.", f"give a number from 1 to {len(quiz.items)}, or an id such as {ids}")
    return found


def explanation(quiz: "Quiz", item: "Item") -> Iterator[tuple[str, str]]:
    """Yield what is told of an item, by name."""
    from quizgen.flaws import Wording, find_flaws
    from quizgen.languages import get_language
    from quizgen.ranking import load_model

    yield "item", f"{item.question} ({item.form})"
    yield "key", str(item.answer)
    if item.proof is None:
        yield "proof", "none: the item was written by hand"
    else:
        proof = item.proof
        yield "sentence", f"{proof.evidence.text} ({proof.evidence.start}–{proof.evidence.end})"
        yield from (("leans on", f"{span.text} ({span.start}–{span.end})") for span in proof.support)
        yield from (("fact" if n == 0 else "", f"{slot}: {text}") for n, (slot, text) in enumerate(proof.slots))
        yield from (("options" if n == 0 else "", origin) for n, origin in enumerate(proof.distractor_origins))
        yield "asks", f"{proof.fact_kind}, {proof.asked_slot}"
        yield "rule", proof.rule
        yield "template", proof.template
        yield "score", f"{proof.score:.2f}: the chance that a reader accepts it as it is"
        parts = load_model().parts(dict(proof.features), proof.template, proof.rule) if proof.features else {}
        yield from (("", f"{added:+.2f} {name.replace('_', ' ')}") for name, added in parts.items() if abs(added) >= 0.05)
    findings = find_flaws(item, Wording(get_language(quiz.article.language)))
    yield from (("finding", f"{finding.message} ({finding.severity})") for finding in findings)
    if not findings:
        yield "findings", "none"
