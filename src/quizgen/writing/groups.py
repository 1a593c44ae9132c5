"""Matching and ordering: several facts of one kind in one item, each a premise with its response, or an event with its date."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from quizgen.facts import Clause, Date, Fact
from quizgen.items import Candidate, Item, Matching, Ordering, TrueFalse
from quizgen.languages.base import CannotPhrase, Language
from quizgen.languages.words import plain, stands_in
from quizgen.questions import Question
from quizgen.writing.item_parts import item_parts
from quizgen.writing.keys import key_rule
from quizgen.writing.rendering import phrase
from quizgen.writing.template import GROUP_FORMS, Template
from quizgen.writing.writer import WritingContext

FEWEST, MOST = 3, 5  # parts of one item
LONGEST_PART = 18  # words


def write_groups(
    facts: Sequence[Fact], context: WritingContext, forms: Sequence[str], is_sound: Callable[[Item], bool]
) -> tuple[Candidate, ...]:
    """Return at most one item for each template of the group `forms`. `is_sound` reads each part, told as a statement."""
    made = (
        _group(form, template, facts, context, is_sound)
        for form in forms
        if form in GROUP_FORMS
        for template in context.templates.groups(form)
    )
    return tuple(candidate for candidate in made if candidate is not None)


def _group(
    form: str, template: Template, facts: Sequence[Fact], context: WritingContext, is_sound: Callable[[Item], bool]
) -> Candidate | None:
    parts = [part for part in _parts(template, facts, context) if is_sound(_told(part, context))]
    chosen = _that_go_together(sorted(parts, key=lambda part: -part.fact.confidence), form)
    if len(chosen) < FEWEST:
        return None
    if form == Ordering.form:
        chosen.sort(key=_when)
    else:
        chosen.sort(key=lambda part: part.fact.evidence.primary.start)
    return Candidate(chosen[0], _item(form, template, chosen, context))


def _parts(template: Template, facts: Sequence[Fact], context: WritingContext) -> Iterator[Question]:
    """Yield the facts that fit `template` as parts: a stem without its key, short, with no date that would give the order away."""
    for fact in facts:
        if not template.applies_to(fact) or fact.source is not None or not _at_one_time(fact, context.language):
            continue
        try:
            part = phrase(fact, template, context.templates, context.language)
        except CannotPhrase:
            continue
        dated = context.language.find_dates(part.stem) or context.language.find_quantities(part.stem)
        if key_rule(part.key, fact, part.asked_slot, context.language) and not dated and len(part.stem.split()) <= LONGEST_PART:
            yield part


def _at_one_time(fact: Fact, language: Language) -> bool:
    """Return whether what is dated in the fact happened at its date: « en 1881 », not « depuis 1881 »."""
    allowed = language.lexicon.words("chronology", "prepositions")
    for clause in (value for value in fact.values.values() if isinstance(value, Clause)):
        asked = clause.without("date").asked
        if asked is not None and plain(asked.text.partition(asked.value or asked.text)[0]).lower() not in allowed:
            return False
    return True


def _told(part: Question, context: WritingContext) -> TrueFalse:
    """Return a part and its response as one statement, so that flaws can be looked for in it."""
    return TrueFalse(id="", question=f"{part.stem} – {part.key}.", answer=True, context=part.context)


def _that_go_together(parts: Sequence[Question], form: str) -> list[Question]:
    """Return the first parts of which none answers another: other stems, other keys, no key in a stem; dates that follow each other."""
    chosen: list[Question] = []
    for part in parts:
        if len(chosen) < MOST and all(_go_together(part, other, form) and _go_together(other, part, form) for other in chosen):
            chosen.append(part)
    return chosen


def _go_together(part: Question, other: Question, form: str) -> bool:
    alike = plain(part.stem).casefold() == plain(other.stem).casefold() or plain(part.key).casefold() == plain(other.key).casefold()
    given_away = stands_in(part.key, other.stem) or stands_in(other.key, part.key)
    sentences = part.fact.evidence.primary != other.fact.evidence.primary
    before = form != Ordering.form or not _when(other).startswith(_when(part))
    return sentences and before and not alike and not given_away


def _when(part: Question) -> str:
    value = part.fact.values[part.asked_slot]
    return value.iso if isinstance(value, Date) else ""


def _item(form: str, template: Template, parts: Sequence[Question], context: WritingContext) -> Item:
    own = item_parts(parts[0], form, context.article.id)
    support = dict.fromkeys(span for part in parts for span in (part.fact.evidence.primary, *part.fact.evidence.support))
    proof = replace(own.proof, support=tuple(span for span in support if span != own.proof.evidence))
    instruction = context.language.finish_stem(template.instruction)
    frame = parts[0].context
    if form == Ordering.form:
        return Ordering(id=own.id, question=instruction, answer=tuple(part.stem for part in parts), context=frame, proof=proof)
    pairs = tuple((part.stem, part.key) for part in parts)
    return Matching(id=own.id, question=instruction, answer=pairs, context=frame, proof=proof)

