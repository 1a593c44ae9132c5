"""Whether a question would say enough: what is left of a clause, once one part is asked for, must tell which event is meant."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from quizgen.extraction.clauses.parsed_clause import ParsedClause
from quizgen.facts import Clause, Complement, Date, Fact, Phrase, PhraseType, Value
from quizgen.languages.base import joined
from quizgen.syntax.analysis import Analysis
from quizgen.syntax.names import is_name
from quizgen.syntax.tree import feature, relation

if TYPE_CHECKING:
    from spacy.tokens import Token

    from quizgen.extraction.arguments.argument import Argument

YEAR = re.compile(r"\b(?:1\d{3}|20\d\d)\b")
ASKED = frozenset({"object", "subject", "agent", "complement", "gap"})  # "Where does the Stone River begin?" says enough with one name
SHORTEST_REASON = 3  # words
OF_SOMETHING = frozenset({"place", "purpose", "cause"})
MEASURED = frozenset({"action", "complement", "gap"})


def specific(facts: Sequence[Fact], parsed: ParsedClause, found: Sequence[Argument], analysis: Analysis) -> list[Fact]:
    """Return `facts` without what cannot be asked in a question that says enough: "What is applied to sentences?"."""
    fewest = int(analysis.settings.data["arguments"]["fewest_anchors"])
    if not fewest:
        return list(facts)
    anchors = anchors_of(parsed, found, analysis)
    if parsed.verb.lemma_.lower() in analysis.settings.words("verbs", "telling"):
        anchors.append(Anchor("said", parsed.verb.text))  # "What did Tulsa announce?"
    firm = sum(a.is_firm for a in anchors)
    facts = [f for f in facts if f.kind != "statement" or (len(anchors) > fewest and firm >= fewest)]  # one who says more than a trifle
    made = (with_enough(fact, anchors, fewest) if fact.kind in MEASURED else fact for fact in facts)
    made = (fact for fact in made if fact is not None and not is_empty_reason(fact, analysis) and not is_of_nothing(fact, anchors, parsed))
    kept = [fact for fact in made if fact is not None and not (fact.kind == "event" and is_idle_date(fact, parsed, analysis))]
    return kept if is_of_something(parsed, anchors) else [fact for fact in kept if fact.kind not in OF_SOMETHING]


def is_empty_reason(fact: Fact, analysis: Analysis) -> bool:
    """Return True for "owing to its history", "because of its location": it explains nothing."""
    cause = fact.values.get("cause")
    words = cause.bare.lower().split() if isinstance(cause, Phrase) else []
    return 0 < len(words) < SHORTEST_REASON and words[0] in analysis.settings.data["possessives"]


def is_of_nothing(fact: Fact, anchors: Sequence[Anchor], parsed: ParsedClause) -> bool:
    """Return True for a blank in "flights take three hours", "interviews were held beside the Stone Hall": nothing else is named."""
    value = fact.values.get("gap")
    if value is None or isinstance(value, Clause):
        return False
    if any(feature(d, "Definite") == "Def" for d in parsed.subject.children):
        return False
    others = [a.text for a in anchors if a.text not in value.text.split()]
    return parsed.meant is None and not any(text[:1].isupper() or text[:1].isdigit() for text in others)


def is_of_something(parsed: ParsedClause, anchors: Sequence[Anchor]) -> bool:
    """Return True for a clause about something named, or known by its description: not "several scenarios were considered"."""
    named = any(a.text[:1].isupper() for a in anchors if a.slot not in {"date", "place", "cause", "purpose"})
    return named or parsed.meant is not None or any(feature(d, "Definite") == "Def" for d in parsed.subject.children)


@dataclass(frozen=True)
class Anchor:
    """A word that tells one event from another. It is `firm` when it is a name, a number, or a noun with its complement."""

    slot: str
    text: str
    is_firm: bool = True


def anchors_of(parsed: ParsedClause, found: Sequence[Argument], analysis: Analysis) -> list[Anchor]:
    """Return the words of a clause that tell it from others, each with the slot where it stands."""
    vague = joined(analysis.language.lexicon.words("vague", "nouns"), analysis.settings.words("time", "nouns"))
    own = [Anchor("subject", t.text) for t in parsed.subject_tokens if is_anchor(t, vague)]
    if parsed.meant is not None:
        own = [Anchor("subject", parsed.meant.text)]
    return own + [Anchor(a.slot or "said", t.text, is_firm(t, a.tokens)) for a in found for t in a.tokens if is_anchor(t, vague)]


def is_firm(token: Token, words: Sequence[Token]) -> bool:
    """Return True for an anchor that hardly anything else shares."""
    return token.pos_ != "NOUN" or any(relation(c) == "nmod" and c in words for c in token.children)


def is_anchor(token: Token, vague: frozenset[str]) -> bool:
    """Return True for a name, a number or a noun that says something."""
    if token.pos_ == "PROPN":
        return relation(token) not in {"flat", "compound"} or not is_name(token.head)
    return token.pos_ == "NUM" or (token.pos_ == "NOUN" and relation(token) != "compound" and token.lemma_.lower() not in vague)


def with_enough(fact: Fact, anchors: Sequence[Anchor], fewest: int) -> Fact | None:
    """Return a fact with those of its slots that can be asked for while `fewest` anchors are left, or None when there is none."""
    kept = tuple((name, value) for name, value in fact.slots if name not in ASKED or left(name, value, anchors) >= fewest)
    return replace(fact, slots=kept) if any(name in ASKED for name, _ in kept) else None


def left(name: str, value: Value, anchors: Sequence[Anchor]) -> int:
    """Return how many anchors a question for `value` still holds."""
    if name == "subject":
        others = [a for a in anchors if a.slot != "subject"]
        vague = isinstance(value, Phrase) and value.is_name and value.type is not PhraseType.PERSON
        firm = any(a.is_firm and a.slot != "date" for a in others)  # "Who started the match with attacking style?"
        return len(others) - vague if firm else 0  # "____ was funded by the Ministry": a person would be asked for by "who"
    words = value.text.split() if isinstance(value, Phrase) else []
    gone = {w.strip("\"'“”’,.()") for w in words}
    if name in {"complement", "gap"}:
        return sum(a.text not in gone for a in anchors)
    return sum(a.slot != name for a in anchors)


def is_idle_date(fact: Fact, parsed: ParsedClause, analysis: Analysis) -> bool:
    """Return True for a date that nobody needs to be asked for.

    XX was at the date is no thing but another time: "the first mention was during the plague in 430 BC".
    """
    clause, date = fact.values.get("event"), fact.values.get("date")
    if not isinstance(clause, Clause) or not isinstance(date, Date):
        return False
    others = [clause.subject.text, *(c.text for c in clause.complements if not is_date(c)), *([] if clause.lead_slot else [clause.lead])]
    given_away = set(YEAR.findall(date.iso)) & set(YEAR.findall(" ".join(others)))
    said = clause.lemma in analysis.settings.words("verbs", "undated") or is_going_on(parsed)
    named = clause.subject.is_name or parsed.meant is not None or any(word[:1].isupper() for text in others for word in text.split()[1:])
    placed = parsed.copula is not None and any(relation(c) == "case" for c in parsed.verb.children)
    known = clause.subject.is_definite or parsed.subject.lemma_.lower() in analysis.topic
    return bool(given_away) or said or placed or not (named or known)


def is_going_on(parsed: ParsedClause) -> bool:
    """Return True for what was going on, "she was sharing a flat": nobody is asked when."""
    return parsed.verb != parsed.finite and parsed.copula is None and parsed.verb.lower_.endswith("ing")


def is_date(complement: Complement) -> bool:
    """Return True for the complement that holds the date."""
    return complement.slot == "date"
