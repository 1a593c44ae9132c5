"""The year of an event that its own sentence does not date: the one that its paragraph told before, where it told no other."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizgen.discourse.hero import hero_of
from quizgen.syntax.tree import child, children, feature

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from quizgen.syntax.analysis import Analysis

YEAR = re.compile(r"\b(?:1\d|20)\d\d\b")
POINTS = frozenset({"year", "month", "day"})
NEAR = 3  # sentences
ACTORS = frozenset({"PER", "ORG"})


def year_told_before(sentence: Span, analysis: Analysis) -> str | None:
    """Return the year of an event of a chronicle, "" where a sentence needs none, None where it needs one that is not sure."""
    if analysis.is_news or not analysis.settings.data["passages"]["chronicles"]:
        return ""
    if analysis.language.find_dates(sentence.text) or not is_event(sentence.root, analysis):
        return ""
    years = years_before(sentence, analysis)
    if years and is_told_far_before(sentence, analysis):
        return None
    if not years:
        return None if is_present(sentence.root) and is_life(analysis) else ""
    return years.pop() if len(years) == 1 else None


def years_before(sentence: Span, analysis: Analysis) -> set[str]:
    """Return the years that a sentence's paragraph speaks of before it, none where it dates nothing by one: "in 1931"."""
    before = sentence.doc.text[: sentence.start_char]
    dating = analysis.settings.words("passages", "dating")
    is_dated = any(m.precision in POINTS and m.lead in dating for m in analysis.language.find_dates(before))
    return set(YEAR.findall(before)) if is_dated else set()


def is_told_far_before(sentence: Span, analysis: Analysis) -> bool:
    """Return True where none of the last sentences before tells a year: the paragraph may have gone on to other times."""
    near = [s for s in sentence.doc.sents if s.end <= sentence.start][-NEAR:]
    return not any(YEAR.search(s.text) for s in near)


def is_event(root: Token, analysis: Analysis) -> bool:
    """Return True for what somebody did once: « Ada fonda », « Ada a fondé », and « Ada fonde » in a paragraph that so tells of a year."""
    subject = child(root, "nsubj")
    actor = subject is not None and (subject.ent_type_ in ACTORS or subject.lower_ in analysis.settings.data["pronouns"])
    finite = [t for t in (root, *children(root, "aux", "cop")) if feature(t, "VerbForm") == "Fin"]
    if is_historic(root, analysis):
        return is_chronicle(root.sent, analysis)
    if not actor or not finite or child(root, "cop") is not None:
        return False
    if any(feature(t, "Tense") == "Past" for t in finite) or any(t.dep_ == "aux:tense" for t in finite):
        return True
    return is_present(root) and (is_life(analysis) or is_chronicle(root.sent, analysis))


def is_historic(root: Token, analysis: Analysis) -> bool:
    """Return True for « Le palais est exploré », which happens in time, whatever is its subject."""
    is_passive = any(c.dep_ == "aux:pass" and feature(c, "Tense") == "Pres" for c in root.children)
    return is_passive and not children(root, "aux:tense") and root.lemma_.lower() in analysis.settings.words("passages", "historic")


def is_present(root: Token) -> bool:
    """Return True for a verb in the present tense, no perfect."""
    return feature(root, "Tense") == "Pres" and not children(root, "aux")


def is_life(analysis: Analysis) -> bool:
    """Return True for an article whose title names the person whom it is about: what it tells in the present tense, somebody once did."""
    hero = hero_of(analysis)
    title = analysis.article.title.casefold()
    return hero is not None and any(name.casefold() in title for name in (hero.text, *hero.accepted))


def is_chronicle(sentence: Span, analysis: Analysis) -> bool:
    """Return True where a sentence before in the paragraph tells in the present tense what was in a year."""
    before = [s for s in sentence.doc.sents if s.end <= sentence.start]
    return any(
        feature(s.root, "Tense") == "Pres" and any(m.precision in POINTS and m.lead for m in analysis.language.find_dates(s.text))
        for s in before
    )
