"""From items written to items judged: their flaws, a second look at their clauses, and the chance that a reader accepts them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING

from quizgen.items import Candidate

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline
    from spacy.tokens import Doc

    from quizgen.flaws import Wording
    from quizgen.languages.base import Language
    from quizgen.ranking import Model, Salience
    from quizgen.syntax.analysis import Analysis
    from quizgen.syntax.second_look import Reader


def judged(
    written: Sequence[Candidate], analysis: Analysis, read_again: Reader, wording: Wording, importance: tuple[Salience, Model]
) -> tuple[Candidate, ...]:
    """Return the candidates with all that is found in them, their chances and their importance."""
    from quizgen.flaws import find_flaws, reads_otherwise
    from quizgen.ranking import Judging, rank
    from quizgen.syntax.second_look import second_looks
    from quizgen.syntax.standing import standings

    facts = list({id(candidate.question.fact): candidate.question.fact for candidate in written}.values())
    looks = second_looks(facts, analysis.language, read_again)
    seen = {number: {**standing, **looks.get(number, {})} for number, standing in standings(facts, analysis).items()}
    candidates = [replace(c, findings=(*c.findings, *reads_otherwise(seen[id(c.question.fact)]))) for c in written]
    salience, model = importance
    return rank(candidates, Judging(salience, model, lambda item: find_flaws(item, wording), seen))


def reader(nlp: Pipeline, language: Language) -> Reader:
    """Return what parses texts as an article's blocks are parsed."""
    from quizgen.annotation import annotate_paragraphs
    from quizgen.discourse.tree_repair import repair_trees

    def read_texts(texts: Sequence[str]) -> Sequence[Doc]:
        ends = list(accumulate(len(text) + 1 for text in texts))
        spans = [(end - len(text) - 1, end - 1) for end, text in zip(ends, texts, strict=True)]
        docs = annotate_paragraphs(nlp, "\n".join(texts), spans)
        repair_trees(docs, language)
        return docs

    return read_texts
