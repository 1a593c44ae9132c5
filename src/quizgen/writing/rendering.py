"""Rendering: a fact and the templates of its kind in, questions out, and a reason for each that is not written."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from quizgen.facts import Clause, Date, Fact, Passage, Phrase, PhraseType, Quantity, Value
from quizgen.languages.base import CannotPhrase, Language
from quizgen.languages.words import gives_away, pattern, plain, roots, stands_in
from quizgen.questions import BLANK, Question
from quizgen.writing.keys import key_rule
from quizgen.writing.template import Template
from quizgen.writing.templates import TemplateSet

DEFINING = frozenset({"definition", "identity", "founding", "authorship", "membership", "acronym", "naming"})  # say what is meant
FEWEST_NAMES = 2  # in the stem of an item without a frame
LONGEST_BEFORE_LEAD = 16  # words of a question behind which its opening can still be understood
_NAME = re.compile(r"(?<=[\s'’])[A-ZÀ-Þ][\w-]+")


@dataclass(frozen=True, slots=True)
class Drop:
    """A question or an item that was not written, and why; `reason` is short, so that drops can be counted by it."""

    reason: str
    template: str
    fact: Fact


def write_questions(fact: Fact, templates: TemplateSet, language: Language) -> tuple[tuple[Question, ...], tuple[Drop, ...]]:
    """Return a question from each template that fits `fact`, in the order of their names, and the drops.

    Raises TemplateError when a template cannot be rendered.
    """
    questions: list[Question] = []
    drops: list[Drop] = []
    for template in templates.for_kind(fact.kind):
        if not template.applies_to(fact):
            continue
        try:
            question = phrase(fact, template, templates, language)
            if not key_rule(question.key, fact, question.asked_slot, language):
                raise CannotPhrase("key not in evidence")
            questions.append(question)
        except CannotPhrase as error:
            drops.append(Drop(str(error), template.name, fact))
    return tuple(questions), tuple(drops)


def phrase(fact: Fact, template: Template, templates: TemplateSet, language: Language) -> Question:
    """Return the question that `template` makes of `fact`, its key unchecked. Raises CannotPhrase, with the reason, when there is none."""
    values = fact.values
    value = values[template.asked_slot]
    key = templates.render(template, template.key, values)
    if not key or isinstance(value, Clause | Passage):
        raise CannotPhrase("empty key")
    if isinstance(value, Date) and value.rule and value.precision != "year" and key == value.year:
        raise CannotPhrase("the year of a date told without one")  # of « mardi », the year is the article's
    accepted = [templates.render(template, source, values) for source in template.accepted]
    feedback = templates.render(template, template.feedback, values)
    draft = Question(
        fact, template.asked_slot, stem="", key=key, template=template.name, forms=template.forms,
        accepted=_other_answers(key, [*accepted, *_own_variants(value, key), *language.accepted_variants(key, value)]),
        feedback=language.finish_stem(feedback) if feedback else "", as_of=fact.as_of,
    )  # fmt: skip
    if not template.is_statement:
        asked = {slot: value.without(template.asked_slot) if isinstance(value, Clause) else value for slot, value in values.items()}
        return _with_safe_context(replace(draft, stem=_stem(draft, template, asked, templates, language)))
    statement = _stem(draft, template, values, templates, language)
    blanked = _stem(draft, template, _values_with(draft, BLANK), templates, language)
    return _with_safe_context(replace(draft, stem=_fitting_blank(blanked, statement, key, language), statement=statement))


def _with_safe_context(question: Question) -> Question:
    """Return a question under the best frame of its fact that does not hold the key; without one where the stem stands by itself.

    Raises CannotPhrase when every frame holds the key and the stem does not tell what it is about.
    """
    safe = next((context for context in question.fact.contexts if not gives_away(question.key, context)), "")
    if not safe and not stands_without_frame(question):
        raise CannotPhrase("no frame without the key")
    return replace(question, context=safe)


def stands_without_frame(question: Question) -> bool:
    """Return True for a stem that singles out what it asks: it tells what a thing is, or at least two names, and asks not for the hero.

    « ____ s'engage avec la Scuderia Ferrari » may be many a pilot: only the frame would say which time.
    """
    fact, names = question.fact, set(_NAME.findall(question.stem))
    if fact.needs_frame:
        return False
    value = fact.values[question.asked_slot]
    if not fact.contexts or fact.kind in DEFINING or isinstance(value, Date):
        return not fact.contexts or bool(names)
    is_hero = isinstance(value, Phrase) and value.type in {PhraseType.PERSON, PhraseType.PLACE} and roots(value.text) <= roots(fact.context)
    is_firm = isinstance(value, Phrase) and value.type is PhraseType.ORGANIZATION  # what it does says which
    return len(names) >= (1 if is_firm else FEWEST_NAMES) and not is_hero


def restate(question: Question, text: str, templates: TemplateSet, language: Language) -> str:
    """Return the statement of `question` with `text` where its key stands: a false statement, whose grammar is kept.

    Raises CannotPhrase when `text` does not come out whole.
    """
    template = templates.templates[question.template]
    statement = _stem(question, template, _values_with(question, text), templates, language)
    if not stands_in(text, statement) or plain(statement) == plain(question.statement):
        raise CannotPhrase("no false statement")
    return statement


def _other_answers(key: str, answers: list[str]) -> tuple[str, ...]:
    return tuple(answer for answer in dict.fromkeys(answers) if answer and answer != key)


def _own_variants(value: Value, key: str) -> tuple[str, ...]:
    return value.accepted if isinstance(value, Phrase) and key == value.text else ()


def _stem(question: Question, template: Template, values: Mapping[str, Value], templates: TemplateSet, language: Language) -> str:
    """Return a finished stem: rendered, opened by the fact's source (unless the source is what is asked), cleaned."""
    source = question.fact.source
    lead, bare = ("", values) if template.is_statement or source is not None else _without_leads(values)
    stem = language.finish_stem(templates.render(template, template.stem, bare))
    if lead:
        stem = language.finish_stem(_with_lead(stem, lead.strip(" ,")))
    if source is not None and not stands_in(question.key, source.text):
        stem = language.finish_stem(language.attributed(stem, source))
    return stem


def _with_lead(stem: str, lead: str) -> str:
    """Return a stem with what opened its clause: behind a short question ("When did he retire after 23 years at X?"), else in front."""
    asked = stem.rstrip(" ?")
    if asked != stem and "," not in asked and len(asked.split()) <= LONGEST_BEFORE_LEAD:
        return f"{asked} {lead}{stem[len(asked) :]}"
    return f"{lead}, {stem[:1].lower()}{stem[1:]}"


def _without_leads(values: Mapping[str, Value]) -> tuple[str, Mapping[str, Value]]:
    """Return what opens the clause ("In 2008") and the values without it.

    A date or a single word ("suddenly") is left to the language's grammar.
    """
    lead = next((value.lead for value in values.values() if isinstance(value, Clause) and " " in value.lead.strip()), "")
    is_date = any(isinstance(value, Clause) and value.lead_slot == "date" for value in values.values())
    if not lead or is_date:  # a date may end a question
        return "", values
    return lead, {name: replace(value, lead="") if isinstance(value, Clause) else value for name, value in values.items()}


def _values_with(question: Question, text: str) -> dict[str, Value]:
    """Return the fact's values with `text` printed where the key stands, in the asked slot and in the clauses that hold it."""
    slot, values = question.asked_slot, question.fact.values
    value = values[slot]
    if isinstance(value, Clause | Passage):
        raise CannotPhrase("a clause is no key")
    whole = _swap(value.text, question.key, text)
    changed = {name: _told_with(other, slot, value.text, whole) for name, other in values.items()}
    return changed | {slot: _value_with(value, question.key, text)}


def _swap(words: str, key: str, text: str) -> str:
    """Return `words` with `text` for the key in it; the key may be a part: of "31 mars 1889", "1889"."""
    return words.replace(key, text, 1) if stands_in(key, words) else text


def _value_with(value: Phrase | Date | Quantity, key: str, text: str) -> Value:
    match value:
        case Phrase():
            return replace(value, text=_swap(value.text, key, text), bare=_swap(value.bare, key, text) if value.bare else text)
        case Date():
            return replace(value, text=_swap(value.text, key, text))
        case Quantity():
            return replace(value, text=_swap(value.text, key, text), amount=_swap(value.amount, key, text))


def _told_with(told: Value, slot: str, words: str, text: str) -> Value:
    """Return a clause or passage with `text` for the `words` of a slot in it; another value as it is."""
    if isinstance(told, Passage):
        return told.with_value(slot, text)
    return _clause_with(told, slot, words, text) if isinstance(told, Clause) else told


def _clause_with(clause: Clause, slot: str, words: str, text: str) -> Clause:
    if clause.subject_slot == slot:
        text = clause.subject.text.replace(words, text, 1) if words in clause.subject.text else text
    return clause.with_value(slot, text)


def _fitting_blank(blanked: str, statement: str, key: str, language: Language) -> str:
    """Return the statement with one blank that the key fills exactly. Raises CannotPhrase when there is none.

    Where grammar changes beside a blank (« de ____ », « du projet X »), the blank is cut into the finished statement instead.
    """
    if blanked.count(BLANK) == 1 and language.finish_stem(blanked.replace(BLANK, key)) == statement:
        return blanked
    found = [match.span() for match in pattern(key).finditer(statement)]
    if len(found) != 1:
        raise CannotPhrase("no single blank that the key fills")
    start, end = found[0]
    return statement[:start] + BLANK + statement[end:]
