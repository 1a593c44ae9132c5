"""What may be told of an item by counting: the numbers from which its chance of being accepted is reckoned, and which verdicts keep."""

import re
from collections.abc import Iterable, Mapping

from quizgen.facts import Clause, Date, Phrase, PhraseType, Quantity
from quizgen.items import Candidate, Finding
from quizgen.questions import Question

_NAME = re.compile(r"(?<=[\s'’(«“])[A-ZÀ-Þ][\w-]+")
_FIGURE = re.compile(r"\d+")
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")


def features(
    candidate: Candidate, findings: Iterable[Finding], salience: float, seen: Mapping[str, float]
) -> tuple[tuple[str, float], ...]:
    """Return the features of an item by name, in a fixed order; `seen` are those of its fact that the ranking is told.

    Template and rule are known by their names, and not among them.
    """
    question, item = candidate.question, candidate.item
    fact, evidence = question.fact, question.fact.evidence.primary.text
    value = fact.values[question.asked_slot]
    named = {
        "confidence": fact.confidence,
        "salience": salience,
        "multiple_choice": item.form == "multiple_choice",
        "cloze": item.form == "cloze",
        "true_false": item.form == "true_false",
        "stem_words": len(item.question.split()),
        "stem_names": len(_NAME.findall(item.question)),
        "stem_figures": len(_FIGURE.findall(item.question)),
        "stem_commas": item.question.count(","),
        "key_words": len(question.key.split()),
        "key_is_name": isinstance(value, Phrase) and value.is_name,
        "key_is_place": isinstance(value, Phrase) and value.type is PhraseType.PLACE,
        "key_is_date": isinstance(value, Date),
        "key_is_number": isinstance(value, Quantity),
        "key_place": _place(question.key, evidence),
        "years": len(_YEAR.findall(evidence)),
        "evidence_words": len(evidence.split()),
        "evidence_commas": evidence.count(","),
        "words_before_verb": _words_before_verb(question),
        "replaced": "+pronoun" in fact.rule or bool(fact.evidence.support),
        "has_source": fact.source is not None,
        "has_context": bool(item.context),
        "warnings": sum(finding.severity == "warning" for finding in findings),
        **seen,
    }
    return tuple((name, round(float(number), 3)) for name, number in named.items())


def _place(key: str, evidence: str) -> float:
    """Return where the key stands in its sentence, 0 (first word) to 1; 0.5 where it does not stand word for word."""
    found = evidence.casefold().find(key.casefold())
    return found / max(1, len(evidence)) if found >= 0 else 0.5


def _words_before_verb(question: Question) -> int:
    """Return how many words stand between subject and finite verb in the sentence: the more, the likelier a misread subject."""
    clause = next((value for value in question.fact.values.values() if isinstance(value, Clause)), None)
    if clause is None or clause.subject.span is None:
        return 0
    evidence = question.fact.evidence.primary
    rest = evidence.text[max(0, clause.subject.span.end - evidence.start) :]
    before, found, _ = rest.partition(clause.finite)
    return len(before.split()) if found and evidence.start <= clause.subject.span.start < evidence.end else 0
