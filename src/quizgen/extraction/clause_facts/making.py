"""Facts from clauses: one parsed clause gives a fact for each argument that can be asked for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quizgen.extraction.arguments.argument import Argument
from quizgen.extraction.arguments.finding import arguments
from quizgen.extraction.arguments.quantities import quantity_of
from quizgen.extraction.arguments.standing import is_bare_singular
from quizgen.extraction.arguments.telling import to_clause
from quizgen.extraction.arguments.wholeness import is_one_of_several
from quizgen.extraction.clause_facts.actions import action
from quizgen.extraction.clause_facts.attribution import attribution, source_of
from quizgen.extraction.clause_facts.complements import complement_facts
from quizgen.extraction.clause_facts.copulas import definition
from quizgen.extraction.clause_facts.counting import asks_quantity, counted_subject
from quizgen.extraction.clause_facts.gaps import gaps
from quizgen.extraction.clause_facts.identities import identities, identity_fact, task
from quizgen.extraction.clause_facts.special import specialize
from quizgen.extraction.clause_facts.specificity import specific
from quizgen.extraction.clause_facts.told_clause import ToldClause
from quizgen.extraction.clauses.parsed_clause import ParsedClause, Unclean
from quizgen.facts import Clause, Fact, Phrase
from quizgen.languages.base import less
from quizgen.syntax.analysis import Analysis
from quizgen.syntax.tree import relation

FEWEST = 3  # mentions of somebody whose life an article tells


def clause_facts(parsed: ParsedClause, analysis: Analysis) -> list[Fact]:
    """Return the facts of one clause. Raises Unclean with a reason when it cannot be told outside its text."""
    if is_one_of_several(parsed, (), analysis):
        raise Unclean("one of several")
    mission = task(parsed, analysis)
    if mission is not None:
        state, answer = mission
        return [identity_fact(ToldClause(parsed, analysis, state, source=source_of(state, parsed.sentence.speaker)), state, answer)]
    speaker, found = attribution(parsed, list(arguments(parsed, analysis)), analysis)
    clause = to_clause(parsed, found, analysis)
    if is_own_account(parsed, clause, speaker, analysis):
        raise Unclean("reported clause")
    anchors = tuple(anchor for argument in found for anchor in argument.anchors)
    told = ToldClause(parsed, analysis, clause, tuple(found), source_of(clause, speaker), anchors)
    facts = [special for fact in facts_of(told) for special in specialize(fact, analysis)]
    facts = [fact for fact in facts if fact.kind not in {"birth", "death"} or not is_passer_by(told)]
    if not facts:
        raise Unclean("nothing to ask")
    telling = specific(facts, parsed, found, analysis)
    if not telling:
        raise Unclean("says too little")
    return telling


def is_own_account(parsed: ParsedClause, clause: Clause, speaker: Phrase | None, analysis: Analysis) -> bool:
    """Return True for what somebody says of himself, « Le Pentagone a précisé qu'il visait le port »; not for what he announces."""
    if parsed.reporter is None or speaker is None or speaker.text != clause.subject.text:
        return False
    return parsed.reporter.head.lemma_.lower() not in analysis.settings.words("verbs", "telling")


def is_passer_by(told: ToldClause) -> bool:
    """Return True for Lena in "Ada married Lena Quist, who died in 1993", of whom the article says little more."""
    entity = told.analysis.registry.find(told.clause.subject.text)
    return told.parsed.is_relative and not told.parsed.is_participle and entity is not None and entity.mentions < FEWEST


def facts_of(told: ToldClause) -> Iterator[Fact]:
    """Yield a fact for each argument that has a slot, for the subject, and for what a copula says."""
    if says_nothing(told):
        return
    yield from circumstances(told)
    if not is_report(told.parsed, told.clause, told.analysis):
        yield from deeds_and_states(told)
        yield from complement_facts(told)
        yield from gaps(told)
        yield from said(told)


def circumstances(told: ToldClause) -> Iterator[Fact]:
    """Yield when, where, why and to what end something happened, and how many it was."""
    for argument in told.found:
        if argument.slot == "date" and told.is_single("date") and tells_event(told):
            yield told.fact("event", {"event": told.clause, "date": argument.value})
        elif argument.slot == "place" and told.is_single("place") and is_placed_once(told, argument):
            yield told.fact("place", {"event": told.clause, "place": argument.value})
        elif argument.slot in {"purpose", "cause"} and told.is_single(argument.slot) and gives_reason(told, argument):
            yield told.fact(argument.slot, {"action": told.clause, argument.slot: argument.value})
        elif argument.slot == "quantity" and asks_quantity(told, argument) and told.parsed.copula is None:
            yield told.fact("quantity", {"action": told.clause, "quantity": argument.value})


def deeds_and_states(told: ToldClause) -> Iterator[Fact]:
    """Yield what the subject does or is. Raises Unclean for a number of which nothing is said."""
    parsed = told.parsed
    counted = quantity_of(parsed.subject, parsed.subject_tokens, told.analysis)
    if counted is not None and not told.clause.complements:
        raise Unclean("number of nothing said")
    if counted is not None:
        yield counted_subject(told, counted)
    elif parsed.copula is not None:
        yield from definition(told)
        yield from identities(told)
        if parsed.verb.pos_ == "ADJ" and any(a.is_governed for a in told.found):  # « est issu d'une race de trait »
            yield from action(told)
    else:
        yield from action(told)
        yield from identities(told)


def says_nothing(told: ToldClause) -> bool:
    """Return True for « Le ministre a annoncé le 24 janvier … » whose announcement was not understood."""
    others = [a for a in told.found if a.slot not in {"date", "place"} and not a.is_adverb]
    return not (others or told.clause.is_passive) and told.clause.lemma in told.analysis.language.lexicon.words("speech", "verbs")


def tells_event(told: ToldClause) -> bool:
    """Return True when enough is said to ask when it was: not for « les Romains tenteront en 212 », « l'épisode s'étend ».

    The day on which somebody said something is no news either.
    """
    speech = less(told.analysis.language.lexicon.words("speech", "verbs"), told.analysis.settings.words("arguments", "directive"))
    says = told.clause.lemma in speech
    if says and any(relation(c) in {"ccomp", "xcomp"} for c in told.parsed.complements):
        return False
    names = any(t.pos_ in {"PROPN", "NUM"} for a in told.found if a.slot != "date" for t in a.tokens)
    if told.clause.lemma in told.analysis.settings.words("verbs", "light") and not told.parsed.is_passive and not names:
        return False  # « Anne Roy reste jusqu'en 1917 avec une équipe »
    if told.parsed.is_passive or told.parsed.copula is not None or any(a.slot != "date" and not a.is_adverb for a in told.found):
        return True
    anchors = [t for t in told.parsed.subject_tokens if t.pos_ in {"NOUN", "PROPN", "NUM", "ADJ"}]
    return len(anchors) > 1 and told.clause.lemma not in told.analysis.language.lexicon.words("hedges", "verbs")


def is_placed_once(told: ToldClause, place: Argument) -> bool:
    """Return True where something is or was done: « Anne Roy revient à Vannes » says not when, « À Vannes, elle vend le port » neither."""
    lexicon = told.analysis.language.lexicon
    is_life = told.clause.lemma in lexicon.words("birth", "verbs") | lexicon.words("death", "verbs")
    is_state = told.parsed.copula is not None or told.parsed.is_passive or is_life
    return not place.is_lead and (is_state or any(a.slot == "date" for a in told.found))


def gives_reason(told: ToldClause, reason: Argument) -> bool:
    """Return True for a purpose or cause that explains something told in full, and that names nothing which only the text knows.

    Not « Une déviation est mise en place pour éviter le secteur », nor « StarlingX revient à un X pour … », which says what a thing is.
    """
    if reason.slot == "purpose" and told.clause.lemma in told.analysis.settings.words("verbs", "equating"):
        return False
    if reason.slot == "cause":
        return True
    pointing = told.analysis.settings.words("leaning", "pointing")
    if any(is_bare_singular(t) and t.lemma_.lower() in pointing for t in reason.tokens):
        return False
    others = [a for a in told.found if a is not reason]
    named = any(a.slot in {"date", "agent"} or any(t.pos_ == "PROPN" for t in a.tokens) for a in others)
    happened = told.parsed.is_past and told.clause.subject.is_definite
    return not told.parsed.is_passive or told.parsed.is_participle or named or happened


def said(told: ToldClause) -> Iterator[Fact]:
    """Yield that the source says what the clause says."""
    if told.source is not None and told.source.is_name and told.clause.complements:
        content = Phrase(told.analysis.language.filters["statement"](told.clause), bare="")
        yield replace(told.fact("statement", {"speaker": told.source, "content": content}), source=None)


def is_report(parsed: ParsedClause, clause: Clause, analysis: Analysis) -> bool:
    """Return True for "X says that …": what is said is a clause of its own, told with its source."""
    speech = less(analysis.language.lexicon.words("speech", "verbs"), analysis.settings.words("arguments", "directive"))
    telling = analysis.settings.words("verbs", "telling")
    return clause.lemma in speech - telling and any(relation(c) == "ccomp" for c in parsed.complements)
