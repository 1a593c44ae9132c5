"""Actions: somebody does a thing to something; which of the three may be asked for, when the verb says enough."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizgen.extraction.arguments.argument import Argument
from quizgen.extraction.arguments.governed import LONGEST_INFINITIVE
from quizgen.extraction.clause_facts.askable import LONGEST_OBJECT, has_possessive, is_askable, is_lone_person, names_no_one_thing
from quizgen.extraction.clause_facts.told_clause import VAGUE, ToldClause
from quizgen.extraction.clauses.parsed_clause import ParsedClause
from quizgen.extraction.clauses.relative_clauses import RELATIVE_PRONOUNS
from quizgen.facts import Fact, Phrase, PhraseType, Value
from quizgen.syntax.analysis import Analysis
from quizgen.syntax.tree import feature, relation

HERO = 6  # mentions of the name that an article names most, for the article to be about it
SHORTEST_OBJECT = 2  # words, without article, of a common noun that is asked for where nothing else is said
SHORTEST_CLAUSE = 4  # words after the subject, for a question about the subject to be specific


def action(told: ToldClause) -> Iterator[Fact]:
    """Yield the fact that somebody does a thing to something, when the verb says enough to be asked about."""
    others = [a for a in told.found if a.slot != "object" and not a.is_adverb and len(a.tokens) > 1]
    parts = things_asked(told, is_alone=not others)
    telling = told.clause.lemma in told.analysis.settings.words("verbs", "telling") and told.clause.subject.is_name
    is_vague = "object" in parts and not others and not telling and not tells_nature(told)  # « Que crée la crise ? »
    slots: dict[str, Value | None] = {"action": told.clause, **parts}
    if asks_subject(told):
        slots["subject"] = told.clause.subject
    words = sum(len(c.text.split()) for c in told.clause.complements) + len(told.clause.rest.split()) + 1
    if len(slots) > 1 and (words >= SHORTEST_CLAUSE or "object" in slots):
        yield told.fact("action", slots, VAGUE if is_vague else 1.0)


def things_asked(told: ToldClause, *, is_alone: bool) -> dict[str, Value]:
    """Return the object and the agent that can be asked for; `is_alone` where nothing is said beside the object."""
    things = [a for a in told.found if a.slot in {"object", "agent"} and isinstance(a.value, Phrase) and is_whole_thing(a)]
    parts = {a.slot: a.value for a in things if isinstance(a.value, Phrase) and not names_no_one_thing(a.value, told.analysis)}
    governs = any(a.is_governed for a in told.found)
    light = told.clause.lemma in told.analysis.settings.words("verbs", "light") and not governs
    commonplace = is_alone and not governs and is_commonplace(parts.get("object"))  # « Que fixe Anne Roy ? » « Un rythme élevé »
    if light or commonplace or any(opens_relative(a) for a in told.found):  # "What does the town offer which is worth a visit?"
        parts.pop("object", None)
    agent = parts.get("agent")
    if is_agent_inside(told) or (isinstance(agent, Phrase) and not agent.is_name and " " not in agent.text):  # "attacked by hackers"
        parts.pop("agent", None)
    return {name: value for name, value in parts.items() if value is not None}


def is_whole_thing(argument: Argument) -> bool:
    """Return True for an object or agent short and whole enough for a key, and no lone name of a person."""
    longest = LONGEST_INFINITIVE if argument.is_governed else LONGEST_OBJECT
    thing = argument.value
    if not isinstance(thing, Phrase) or any(feature(t, "PronType") == "Rel" for t in argument.tokens):
        return False
    return len(thing.text.split()) <= longest and not is_lone_person(thing) and not is_torn(thing)


def is_agent_inside(told: ToldClause) -> bool:
    """Return True when something follows the agent: "Who was it published by in Tulsa?"."""
    last = told.found[-1] if told.found else None
    behind = last is not None and last.slot != "agent" and last.tokens[0].i > told.parsed.group[-1].i
    return behind and any(a.slot == "agent" for a in told.found[:-1])


def asks_subject(told: ToldClause) -> bool:
    """Return True when the subject is one right answer, and the clause tells enough to find it."""
    clause = told.clause
    return (
        (told.parsed.meant is None or clause.subject.is_name)
        and (clause.is_passive or clause.lemma not in told.analysis.settings.words("verbs", "copulas"))  # « était à Vannes »
        and (is_askable(clause.subject, told.analysis) or is_cause(told))
        and not is_about_hero(told)
        and not any(feature(t, "PronType") == "Rel" for t in told.parsed.subject_tokens)
        and not agrees_with_subject(told.parsed, clause.subject)
        and not has_possessive(a for a in told.found if a.slot != "object")
        and singles_out(told)
        and (is_dated(told) or not told.analysis.settings.data["arguments"]["subject_needs_date"])
    )


def is_dated(told: ToldClause) -> bool:
    """Return True for a clause that tells when: who did it may be asked for."""
    return any(a.slot == "date" for a in told.found)


def tells_nature(told: ToldClause) -> bool:
    """Return True for « Le musée Morel est dédié à la peinture flamande »: what a named thing is made of, made for or comes from."""
    named = told.clause.subject.is_name or told.is_titled or any(t.pos_ == "PROPN" for t in told.parsed.subject_tokens)
    state = told.parsed.copula is not None or (told.parsed.is_passive and told.clause.tense != "Past")
    natures = ((a.value, len(a.tokens)) for a in told.found if a.is_governed)
    return named and state and any(length > SHORTEST_OBJECT or (isinstance(value, Phrase) and value.is_name) for value, length in natures)


def is_about_hero(told: ToldClause) -> bool:
    """Return True where the subject is what the whole article is about, by its title or by how often it is named."""
    names = told.analysis.registry.entities
    most = max(names, key=lambda e: (e.mentions, -e.first), default=None)
    is_most_named = most is not None and most.mentions >= HERO and told.clause.subject.text in {most.name, *most.aliases}
    return told.clause.subject.is_name and (told.is_titled or is_most_named)


def is_cause(told: ToldClause) -> bool:
    """Return True for "a storm destroyed the pier of Tulsa": what did it can be asked, though no article points at one storm."""
    causal = told.clause.lemma in told.analysis.settings.words("verbs", "causal") and not told.clause.is_passive
    return causal and not told.clause.subject.is_name and 1 < len(told.clause.subject.text.split()) <= LONGEST_OBJECT


def singles_out(told: ToldClause) -> bool:
    """Return True when enough is told of a subject to ask for it; of what bears no name nobody can tell (« ____ ont empiré »)."""
    strict = bool(told.analysis.settings.data["arguments"]["needs_name"])
    named = told.clause.subject.is_name or told.clause.subject.type is PhraseType.PERSON
    return is_telling(told.found, told.analysis) and (named or not strict)


def opens_relative(argument: Argument) -> bool:
    """Return True for a relative clause that was parted from its noun: it explains the answer."""
    return not argument.is_lead and (feature(argument.tokens[0], "PronType") == "Rel" or argument.tokens[0].lower_ in RELATIVE_PRONOUNS)


def is_torn(value: Phrase) -> bool:
    """Return True for a list whose end was lost: « Internews, le PAM »."""
    joined = any(f" {word} " in value.text for word in ("et", "ou", "and", "or", "qui", "that"))
    return ", " in value.text and not value.is_list and not joined


def is_commonplace(thing: Value | None) -> bool:
    """Return True for an object that its clause does not single out: a common noun with an adjective at most, « un rythme élevé »."""
    if not isinstance(thing, Phrase) or thing.is_name or len(thing.bare.split()) > SHORTEST_OBJECT:
        return False
    return not any(word[:1].isupper() or word[:1].isdigit() for word in thing.text.split())


def is_telling(found: Sequence[Argument], analysis: Analysis) -> bool:
    """Return True when what is said of a subject singles it out: a name, a number, a noun with its complement, or many words."""
    tokens = [t for a in found for t in a.tokens]
    names = any(t.pos_ in {"PROPN", "NUM"} or t.ent_type_ or t.like_num for t in tokens)
    fewest = int(analysis.settings.data["arguments"]["fewest_words"])
    content = sum(t.pos_ in {"NOUN", "ADJ", "VERB", "PROPN", "NUM"} for t in tokens)
    if analysis.settings.data["arguments"]["needs_name"]:
        return names and content > 1
    return names or any(relation(t) == "nmod" for t in tokens) or content >= fewest


def agrees_with_subject(parsed: ParsedClause, subject: Phrase) -> bool:
    """Return True when an adjective after the verb agrees with the subject: « Qu'est-ce qui reste inconnues » cannot be asked."""
    shown = [c for c in parsed.complements if c.pos_ in {"ADJ", "VERB"} and relation(c) not in {"obl", "advcl"} and feature(c, "Number")]
    return bool(shown) and (subject.gender != "m" or subject.number != "s")
