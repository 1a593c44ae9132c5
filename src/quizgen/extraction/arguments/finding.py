"""The arguments of a clause in order: dates first, then what each complement is; those that lean on the text are left out or refused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from quizgen.extraction.arguments.argument import Argument
from quizgen.extraction.arguments.dates import date_arguments
from quizgen.extraction.arguments.own_words import loose_end, own_words
from quizgen.extraction.arguments.slots import argument_of
from quizgen.extraction.arguments.standing import stands
from quizgen.extraction.arguments.wholeness import flaw_of, is_torn_off
from quizgen.extraction.clauses.parsed_clause import ParsedClause, Unclean
from quizgen.languages.base import joined
from quizgen.syntax.analysis import Analysis
from quizgen.syntax.tree import children, feature, relation, text_of

if TYPE_CHECKING:
    from spacy.tokens import Token

LONGEST_TIME = 8  # words of a clause that tells the time beside a date


def arguments(parsed: ParsedClause, analysis: Analysis) -> tuple[Argument, ...]:
    """Return the arguments of a clause in order. Raises Unclean when one of them cannot be told outside the article."""
    dates = date_arguments(parsed, analysis)
    others, ties = complement_arguments(parsed, {t for argument in dates for t in argument.tokens}, analysis)
    found = [*dates, *others]
    if any(is_torn_off(a.tokens[0], {t for a in found for t in a.tokens} | ties, parsed) for a in found):
        raise Unclean("clauses side by side")
    if len([d for d in dates if not d.is_left_out]) > 1:
        raise Unclean("two dates")
    check_lists(found)
    found = [a for a in found if not a.is_left_out]
    found.extend(adverbs_before(parsed, analysis))
    found.sort(key=lambda a: a.tokens[0].i)
    asked = [a for a in found if a.slot == "date"]
    if asked and any(analysis.language.find_dates(text_of(a.tokens)) for a in found if a not in asked):
        raise Unclean("two dates")
    found = without_unsure_reasons(without_long_time(found))
    is_episode = parsed.is_past or bool(asked)
    kept = [a for a in found if a.told or stands(a, found, parsed, analysis, is_episode=is_episode)]
    last = max((a.tokens[0].i for a in kept if not a.is_lead), default=-1)
    if any(a.tokens[-1].i < last and any(t.pos_ in {"VERB", "AUX"} for t in a.tokens) for a in found if a not in kept and not a.is_lead):
        raise Unclean("clauses side by side")  # « présenté lors du festival où il reçoit un prix et le film | un autre »
    flaw = flaw_of(parsed, kept, analysis)
    if flaw:
        raise Unclean(flaw)
    return with_one_object(kept)


def complement_arguments(parsed: ParsedClause, taken: set[Token], analysis: Analysis) -> tuple[list[Argument], set[Token]]:
    """Return the arguments that are no dates, without the `taken` words of dates, and the words that tie the clause to the one before."""
    found: list[Argument] = []
    ties: set[Token] = set()
    merged: set[Token] = set()
    for head in (*parsed.leads, *parsed.complements):
        if head in taken or head in merged:
            continue
        words = own_words(head, parsed, taken, analysis)
        rest = rest_of_locution(words, parsed, taken, analysis)
        if rest is not None:
            merged.add(rest[0])
            words = [*words, *rest[1]]
        loose = loose_end(head, words, analysis)
        if loose:
            found.append(Argument(tuple(loose)))
            words = words[: -len(loose)]
        if words and text_of(words).lower() in analysis.settings.words("connectors", "words"):
            ties.update(words)
        elif words:
            found.append(argument_of(head, words, parsed, analysis))
    return found, ties


def check_lists(found: Sequence[Argument]) -> None:
    """Raise Unclean for a complement out of whose middle a member of its list was taken: "with Ann Roy, (Luc Morin,) and Ada Stein"."""
    for argument in found:
        for left, right in pairwise(argument.tokens):
            torn = right.i - left.i > 1 and "(" not in {t.text for t in left.doc[left.i : right.i]}
            if torn and (right.pos_ == "CCONJ" or (right.text == "," and right.i + 1 < len(right.doc) and right.nbor(1).pos_ == "CCONJ")):
                raise Unclean("torn list")


def rest_of_locution(words: list[Token], parsed: ParsedClause, taken: set[Token], analysis: Analysis) -> tuple[Token, list[Token]] | None:
    """Return head and words of what follows a prepositional phrase that is a preposition itself: « à cause | de la chute d'un câble »."""
    opening = text_of(words).lower() if 1 < len(words) < 4 else ""
    lexicon = analysis.language.lexicon
    known = joined(lexicon.words("cause", "markers"), lexicon.words("purpose", "markers"))
    if not opening or not any(marker.rsplit(" ", 1)[0] == opening for marker in known if " " in marker):
        return None
    for head in parsed.complements:
        if head.left_edge.i == words[-1].i + 1 and head.left_edge.pos_ == "ADP":
            return head, own_words(head, parsed, taken, analysis)
    return None


def with_one_object(found: list[Argument]) -> tuple[Argument, ...]:
    """Return arguments of which one only is the object that is asked for: « remplacer chaque conteneur | par une machine »."""
    objects = [a for a in found if a.slot == "object"]
    asked = next((a for a in objects if a.is_governed), objects[0] if objects else None)
    return tuple(replace(a, slot="", value=None, value_text="") if a in objects and a is not asked else a for a in found)


def without_long_time(found: list[Argument]) -> list[Argument]:
    """Return the arguments without a long clause that tells the time once more: "in October 1973 (when the members of …)"."""
    dated = any(a.slot == "date" for a in found)
    return [a for a in found if not (dated and tells_time(a) and len(a.tokens) > LONGEST_TIME)]


def without_unsure_reasons(found: list[Argument]) -> list[Argument]:
    """Return arguments that ask for no purpose or cause where it may be that of a clause before it, or runs on into another.

    "She admitted (that) she missed school | to see the ship": nobody admits to see. "Due to an injury and replaced by her" is two things.
    """
    said = next((a.tokens[-1].i for a in found if not a.is_lead and any(relation(t) in {"ccomp", "xcomp"} for t in a.tokens)), None)
    unsure = [
        a
        for a in found
        if a.slot in {"purpose", "cause"} and ((said is not None and a.tokens[0].i > said) or (a.slot == "cause" and joins_a_verb(a)))
    ]
    return [replace(a, slot="", value=None, value_text="") if a in unsure else a for a in found]


def joins_a_verb(argument: Argument) -> bool:
    """Return True for a noun phrase to which a verb is joined: "due to injury and replaced by Luc Morin"."""
    if any(feature(t, "VerbForm") == "Fin" for t in argument.tokens):
        return False
    return any(a.pos_ == "CCONJ" and b.pos_ in {"VERB", "AUX"} for a, b in pairwise(argument.tokens))


def tells_time(argument: Argument) -> bool:
    """Return True for a clause behind the verb that "when", « lorsque » opens."""
    opener = argument.tokens[0]
    return not argument.slot and not argument.is_lead and opener.lower_ in {"when", "lorsque", "lorsqu'", "lorsqu’", "quand"}


def adverbs_before(parsed: ParsedClause, analysis: Analysis) -> list[Argument]:
    """Return the adverbs between subject and finite verb. Raises Unclean for one that leans on what was said before."""
    found = []
    for token in children(parsed.verb, "advmod"):
        if not parsed.subject.i < token.i < parsed.finite.i or token.lower_ in analysis.settings.words("connectors", "words"):
            continue
        connectors = analysis.settings.data["connectors"]
        if any(token.children) or token.lower_ in connectors["bound"] or not connectors["adverb_before_verb"]:
            raise Unclean("adverb before the verb")
        found.append(Argument((token,), is_adverb=True))
    return found
