"""The English question templates: every example comes out as written, every question can be asked in two ways."""

from collections import defaultdict
from pathlib import Path

import pytest

from quizgen.facts import load_fact_kinds
from quizgen.languages import get_language
from quizgen.writing.examples import check_examples
from quizgen.writing.template import Template
from quizgen.writing.templates import load_templates

ROOT = Path(__file__).parents[3] / "templates"
TEMPLATES = load_templates("en", [ROOT])
FOR_CLOZES_ONLY = {"gap", "passage"}
ONE_WAY = {("place", "place"), ("action", "object"), ("complement", "complement"), ("statement", "speaker")}  # readers refused the others
ASKED = [(kind.name, slot) for kind in load_fact_kinds().values() for slot in kind.asked if kind.name not in FOR_CLOZES_ONLY]


@pytest.mark.parametrize("template", list(TEMPLATES), ids=lambda template: template.name)
def test_examples_come_out_as_written(template: Template) -> None:
    assert [problem.message for problem in check_examples(template, TEMPLATES, get_language("en"))] == []


@pytest.mark.parametrize("template", list(TEMPLATES), ids=lambda template: template.name)
def test_first_line_shows_a_sentence_and_the_outcome(template: Template) -> None:
    first = template.path.read_text(encoding="utf-8").splitlines()[0]
    assert first.startswith("# ")
    assert "  →  " in first


@pytest.mark.parametrize(("kind", "slot"), [asked for asked in ASKED if asked not in ONE_WAY])
def test_two_phrasings_for_every_question(kind: str, slot: str) -> None:
    asked = [template for template in TEMPLATES if (template.kind, template.asked_slot) == (kind, slot)]
    assert len({template.stem for template in asked if not template.is_statement}) >= 2


def test_every_kind_but_reasons_and_sayings_has_a_statement() -> None:
    """A blank for a purpose or a cause is open: readers found many things that fill it; who says a thing is no news."""
    forms: dict[str, set[str]] = defaultdict(set)
    for template in TEMPLATES:
        forms[template.kind] |= set(template.forms)
    assert {kind for kind in load_fact_kinds() if not forms[kind] & {"cloze", "true_false"}} == {"purpose", "cause", "statement"}


def test_stems_end_with_their_mark() -> None:
    asked = [template for template in TEMPLATES if not {"matching", "ordering"} & set(template.forms)]  # these have premises, no stems
    assert [template.name for template in asked if not template.stem.endswith("." if template.is_statement else "?")] == []
