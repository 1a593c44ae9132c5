"""Tries the layouts, labels and settings of a folder: every sheet of a small quiz that has an item of each form."""

from pathlib import Path

from quizgen.article import Article, Block, BlockKind
from quizgen.errors import QuizgenError
from quizgen.export.base import ExportOptions
from quizgen.export.html.settings import PARTS, read_settings
from quizgen.export.html.sheets import make_sheets
from quizgen.items import Cloze, Item, Matching, MultipleChoice, Ordering, Proof, ShortAnswer, TrueFalse
from quizgen.languages import CODES
from quizgen.questions import BLANK
from quizgen.quiz import Quiz
from quizgen.resources import template_roots

TEXT = "Title\n\nA sentence."


def check_sheets(folder: Path) -> tuple[QuizgenError, ...]:
    """Return what is wrong with the sheets that `folder` lays out anew, the first mistake in each language."""
    problems: dict[str, QuizgenError] = {}
    for code in CODES:
        try:
            roots = template_roots(folder)
            settings = read_settings(roots, {"sheets": ",".join(PARTS), "versions": "2"})
            make_sheets(_quiz(code), ExportOptions(roots), settings)
        except QuizgenError as error:
            problems.setdefault(error.message, error)
    return tuple(problems.values())


def _quiz(code: str) -> Quiz:
    title, sentence = Block(BlockKind.TITLE, 0, 5), Block(BlockKind.PARAGRAPH, 7, len(TEXT))
    article = Article("sample", TEXT, code, "Title", "Author", "https://example.org", "MIT", "2024-06-21", "", (title, sentence))
    return Quiz(article, _items(Proof(article.span(7, len(TEXT)), asked_slot="object", slots=(("object", "sentence"),))), "Title", "Title")


def _items(proof: Proof) -> tuple[Item, ...]:
    """Return an item of each form that has whatever an item may have."""
    return (
        MultipleChoice(id="a", question="Q?", answer="b", options=("a", "b"), context="About", as_of="2024", feedback="F.", proof=proof),
        TrueFalse(id="b", question="Q.", answer=False, correction="Not Q.", proof=proof),
        Cloze(id="c", question=f"A {BLANK}.", answer="sentence", accepted=("phrase",), hint="H.", points=2, proof=proof),
        ShortAnswer(id="d", question="Q?", answer="b"),
        Matching(id="e", question="Q.", answer=(("a", "b"), ("c", "d")), distractors=("e",)),
        Ordering(id="f", question="Q.", answer=("a", "b", "c")),
    )
