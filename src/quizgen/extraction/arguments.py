"""The arguments of a clause: which complement is the date, place, object, agent, purpose, cause or quantity, and the words of each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from quizgen.article import TextSpan
from quizgen.discourse.leaning import leanings
from quizgen.discourse.relative_dates import resolve
from quizgen.extraction.clauses import ParsedClause, Unclean, finite_verb, is_unlinked, stands_by_itself
from quizgen.extraction.governed import governed
from quizgen.extraction.participles import told_group
from quizgen.extraction.pruning import may_be_left_out
from quizgen.extraction.wholeness import flaw_of, is_torn_off
from quizgen.facts import Clause, Complement, Date, Phrase, PhraseType, Quantity, Value
from quizgen.languages.base import DateMatch, QuantityMatch
from quizgen.syntax.analysis import Analysis
from quizgen.syntax.phrases import dangling, is_cut_short, is_first_person, is_name, number, phrase, phrase_tokens, phrase_type
from quizgen.syntax.tree import (
    child,
    children,
    feature,
    follows_comma,
    is_balanced,
    is_contiguous,
    is_detached,
    opens,
    relation,
    text_of,
    with_commas,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

ASKED_PRECISIONS = frozenset({"year", "month", "day", "range", "decade", "century"})
LONGEST_MEMBER = 6  # words of the last member of a list, conjunction included
HAVE = frozenset({"avoir", "have"})
WILL = frozenset({"will", "shall", "may", "aller"})
LONGEST_REPORT = 12  # words of a that-clause asked for as an object
LONGEST_DEED = 14  # words of an infinitive asked for
LONGEST_TIME = 8  # words of a clause that tells the time beside a date
LONGEST_UNIT = 8  # words of what is counted
LONGEST_CLAUSE = 32  # words
MONEY = re.compile(r"[$£€¥₹]")
YEAR = re.compile(r"1\d{3}|20\d\d")  # "opened 2012 with a victory" counts nothing
NARROWING = frozenset({"nmod", "acl", "amod", "appos", "compound", "nummod", "flat"})
SETTING = frozenset({"relative time", "demonstrative", "pronoun", "definite description"})  # why an opening is left out and not its clause


@dataclass(frozen=True)
class Argument:
    """One complement of a clause: its tokens in order, its slot ("" when nothing asks for it) and the slot's value."""

    tokens: tuple[Token, ...]
    slot: str = ""
    value: Value | None = None
    value_text: str = ""
    is_lead: bool = False
    is_adverb: bool = False  # stands between subject and finite verb
    told: str = ""  # a relative date in full, with its preposition: the words that replace the tokens
    anchors: tuple[TextSpan, ...] = ()  # the dates it was told from
    is_left_out: bool = False  # a time told from another: « lundi dernier »
    is_governed: bool = False  # an object behind a preposition that the verb asks for


def arguments(parsed: ParsedClause, analysis: Analysis) -> tuple[Argument, ...]:
    """Return the arguments of a clause in order. Raises Unclean when one of them cannot be told outside the article."""
    dates = date_arguments(parsed, analysis)
    taken = {t for argument in dates for t in argument.tokens}
    found = list(dates)
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
    flaw = flaw_of(parsed, kept, analysis)
    if flaw:
        raise Unclean(flaw)
    return with_one_object(kept)


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
    known = lexicon.words("cause", "markers") | lexicon.words("purpose", "markers")
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


def stands(argument: Argument, found: Sequence[Argument], parsed: ParsedClause, analysis: Analysis, *, is_episode: bool) -> bool:
    """Return True for an argument that can be told outside the article, False for a mere setting that is better left out.

    « Lors de cette réunion, la ville vendit le port »: that she sold it stays true. Raises Unclean for what must not be left out.
    """
    try:
        check_argument(argument, parsed, analysis)
        check_descriptions(argument, parsed, analysis)
    except Unclean as reason:
        has_object = any(a.slot in {"object", "quantity", "date"} and a is not argument for a in found)
        loose = argument.is_lead or has_object or str(reason) == "relative time"  # "worked on the ship" says on what
        if is_episode and loose and str(reason) in SETTING and is_setting(argument, parsed, analysis):
            return False
        if may_be_left_out(argument, str(reason), parsed, found, analysis):
            return False
        raise
    return True


def is_setting(argument: Argument, parsed: ParsedClause, analysis: Analysis) -> bool:
    """Return True for an opening, or an adverbial, that says when, why or on what occasion something happened, nothing else.

    "According to her, the ship sank", « Sans ce prêt, la ville perdait le port »: these words bind the truth.
    """
    limiting = analysis.settings.words("arguments", "limiting")
    if argument.slot not in {"", "purpose"} or starts_with(text_of(argument.tokens), limiting):
        return False
    heads = [t for t in argument.tokens if t.head not in argument.tokens]
    return argument.is_lead or all(relation(t) in {"obl", "advmod", "advcl"} and t.head == parsed.verb for t in heads)


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


def own_words(head: Token, parsed: ParsedClause, taken: set[Token], analysis: Analysis) -> list[Token]:
    """Return the words of a complement without what belongs to other arguments or to the verb group."""
    beside = {t for t in head.subtree if t != head and child(t, "nsubj") is not None and stands_by_itself(t, analysis)}
    if head == parsed.verb and parsed.copula is not None:  # "Helium is an element and makes up …"
        beside |= {c for c in children(head, "conj") if finite_verb(c) is not None}
    barred = set(taken) | set(parsed.group) | set(parsed.clitics) | beside
    others = {parsed.subject, *parsed.complements, *parsed.leads} - {head}
    stack, words = [head], []
    while stack:
        node = stack.pop()
        words.append(node)
        stack.extend(c for c in node.children if not is_detached(c) and c not in barred and c not in others)
    if head == parsed.verb:
        binding = analysis.settings.words("connectors", "binding") - analysis.language.lexicon.words("open_list", "markers")
        words = [t for t in words if t.i > parsed.group[-1].i and not (t.head == head and relation(t) == "advmod" and t.lower_ in binding)]
    return before_apposition(with_rest_of_list(with_quotation_mark(with_commas(words))))


def before_apposition(words: list[Token]) -> list[Token]:
    """Return a phrase without what stands behind its apposition: « issu du carrossier, cheval léger (croisé avec le Norfolk) »."""
    for last, (left, right) in enumerate(pairwise(words)):
        aside = words[0].doc[left.i + 1 : right.i]
        if aside and aside[0].text == "," and any(relation(t) == "appos" and t.head in words[: last + 1] for t in aside):
            return words[: last + 1] if right.pos_ == "VERB" and relation(right) == "acl" else words
    return words


def with_quotation_mark(words: list[Token]) -> list[Token]:
    """Return the words with the quotation mark just behind or before them, where they hold its partner."""
    if sum(t.text == '"' for t in words) % 2 == 0:
        return words
    first, last = words[0], words[-1]
    if last.i + 1 < len(last.doc) and last.nbor(1).text == '"':
        return [*words, last.nbor(1)]
    return [first.nbor(-1), *words] if first.i > first.sent.start and first.nbor(-1).text == '"' else words


def loose_end(head: Token, words: list[Token], analysis: Analysis) -> list[Token]:
    """Return the end of an object that is the verb's as well: "(sent) samples | to Lockyer"; not "access to the sea"."""
    if relation(head) != "obj" or head.pos_ not in {"NOUN", "PROPN"} or not is_contiguous(words):
        return []
    for part in children(head, "nmod"):
        case = child(part, "case")
        if case is None or part.left_edge != case or case.lower_ not in analysis.settings.words("arguments", "loose"):
            continue
        governed = analysis.settings.data["governing"].get(case.lower_, ())
        if head.lemma_.lower() not in governed and words[-1] in part.subtree and case in words and case.i > head.i:
            return [t for t in words if t.i >= case.i]
    return []


def with_rest_of_list(words: list[Token]) -> list[Token]:
    """Return a phrase with the last member of its list, "seafood, milk | and iodised salt", where the parser hung it elsewhere.

    Only up to the next punctuation, at most five words, and none of them a finite verb, a pronoun or an adverb.
    """
    if not words or words[-1].i + 2 >= len(words[-1].doc) or words[-1].nbor(1).pos_ != "CCONJ" or words[-1].pos_ not in {"NOUN", "PROPN"}:
        return words
    rest = []
    for token in words[-1].doc[words[-1].i + 1 : words[-1].i + 8]:
        if token.is_punct:
            break
        rest.append(token)
    closed = rest[-1].nbor(1).is_punct if rest[-1].i + 1 < len(rest[-1].doc) else True
    plain = all(feature(t, "VerbForm") != "Fin" and t.pos_ not in {"PRON", "ADV", "AUX", "SCONJ"} for t in rest)
    return [*words, *rest] if closed and plain and len(rest) <= LONGEST_MEMBER and rest[-1].pos_ in {"NOUN", "PROPN"} else words


def date_arguments(parsed: ParsedClause, analysis: Analysis) -> list[Argument]:
    """Return the clause's dates with their prepositions, as the surface shows them and the tree confirms."""
    sentence = parsed.sentence.span
    found: list[Argument] = []
    for match in analysis.language.find_dates(sentence.text):
        tokens = tokens_between(sentence.start_char + match.start, sentence.start_char + match.end, parsed)
        if tokens and any(t.head in a.tokens for a in found for t in tokens if relation(t) == "conj"):
            raise Unclean("two dates")
        if tokens and goes_on(tokens):
            raise Unclean("two dates")
        if not tokens or not (depends_on(tokens, parsed) or part_of_time(tokens, parsed, analysis)):
            continue
        if tokens[0].i and tokens[0].nbor(-1).text == "(":
            raise Unclean("date in brackets")
        if match.precision not in ASKED_PRECISIONS:
            found.append(resolved_or_left_out(tokens, match, parsed, analysis))
            continue
        part = part_of_time(tokens, parsed, analysis)
        whole = with_lead(tokens, match) if part is None else list(part.doc[part.left_edge.i : tokens[-1].i + 1])
        if is_narrowed(whole):
            raise Unclean("vague time")
        value = Date(text_of(tokens), match.iso, match.precision, analysis.span_of(tokens))
        asked = match.lead in analysis.settings.words("arguments", "asked_time") or part is not None
        found.append(
            Argument(tuple(whole), "date" if asked else "", value if asked else None, text_of(tokens), tokens[0].i < parsed.finite.i)
        )
    return found


def is_narrowed(date: Sequence[Token]) -> bool:
    """Return True for "in the late 1800s" of which only "1800s" was read."""
    first = date[0]
    before = first.nbor(-1) if not opens(first) else None
    return before is not None and before.pos_ == "ADJ" and before.head in date


def goes_on(date: Sequence[Token]) -> bool:
    """Return True where a date is the first of two times, of which the other is none: "in 2007 and again recently"."""
    following = date[-1].nbor(1) if date[-1].i + 1 < len(date[-1].doc) else None
    joined = [c for t in date for c in children(t, "conj") if c not in date and finite_verb(c) is None]
    return following is not None and following.pos_ == "CCONJ" and any(c.pos_ != "VERB" for c in joined)


def resolved_argument(tokens: list[Token], match: DateMatch, parsed: ParsedClause, analysis: Analysis) -> Argument:
    """Return a date told from another, "last Tuesday", told in full. Raises Unclean when it is not sure, or no point in time."""
    sentence = parsed.sentence.span
    resolved = resolve(match, sentence, analysis, told_tense(parsed))
    if resolved is None or parsed.sentence.is_quoted:
        raise Unclean("relative time")
    own = tokens_between(sentence.start_char + resolved.start, sentence.start_char + resolved.end, parsed)
    whole = with_lead(sorted({*tokens, *own}, key=lambda t: t.i), match)
    before = text_of(whole).lower().removesuffix(text_of(own).lower()).strip()
    if before not in analysis.settings.words("arguments", "point_in_time") or not is_contiguous(whole):
        raise Unclean("relative time")
    value = replace(resolved.date, span=analysis.span_of(own))
    told = analysis.language.filters["on_date"](value)
    anchors = (resolved.anchor,) if resolved.anchor else ()
    return Argument(tuple(whole), "date", value, value.text, whole[0].i < parsed.finite.i, told=told, anchors=anchors)


def told_tense(parsed: ParsedClause) -> str:
    """Return "past" for « ferma », "has closed", « a fermé »; "present" for « ferme » and « est fermé », which may be past; else ""."""
    tense = feature(parsed.finite, "Tense")
    if tense in {"Past", "Imp"} or parsed.is_participle:
        return "past"
    if tense != "Pres" or parsed.finite.lemma_.lower() in WILL:
        return ""
    has_participle = parsed.verb != parsed.finite and feature(parsed.verb, "Tense") == "Past"
    return "past" if has_participle and (parsed.finite.lemma_.lower() in HAVE or not parsed.is_passive) else "present"


def resolved_or_left_out(tokens: list[Token], match: DateMatch, parsed: ParsedClause, analysis: Analysis) -> Argument:
    """Return a relative date told in full, or marked to be left out of a clause about the past that stays true without it."""
    try:
        return resolved_argument(tokens, match, parsed, analysis)
    except Unclean:
        if not parsed.is_past:
            raise
        return Argument(tuple(with_lead(tokens, match)), is_left_out=True)


def tokens_between(start: int, end: int, parsed: ParsedClause) -> list[Token]:
    """Return the sentence's tokens from `start` to `end`, code points in its doc."""
    return [t for t in parsed.sentence.span if t.idx >= start and t.idx + len(t.text) <= end]


def depends_on(tokens: Sequence[Token], parsed: ParsedClause) -> bool:
    """Return True when a date hangs directly on the clause's verb (not on a noun inside it)."""
    inside = set(tokens)
    top = next(t for t in tokens if t.head not in inside or t.head == t)
    if top in parsed.subject_tokens:
        return False
    return top.head == parsed.verb or (top.is_ancestor(tokens[0]) and parsed.verb.is_ancestor(top) and stands_apart(tokens, parsed))


def part_of_time(date: Sequence[Token], parsed: ParsedClause, analysis: Analysis) -> Token | None:
    """Return the noun over a date that says which part of it is meant, « au début du XXe siècle », when it hangs on the clause's verb."""
    noun = next((t.head for t in date if t.head not in date and relation(t) == "nmod"), None)
    if noun is None or noun.head != parsed.verb or noun.lemma_.lower() not in analysis.settings.words("time", "parts"):
        return None
    ends = max((t for t in noun.subtree if not t.is_punct), key=lambda t: t.i) == date[-1]
    return noun if ends and relation(noun) == "obl" and children(noun, "case") else None  # « arrive, fin 2014, … » is set apart


def stands_apart(tokens: Sequence[Token], parsed: ParsedClause) -> bool:
    """Return True for a date before the subject between commas: it belongs to the clause whatever noun the parser hung it on."""
    doc, first, last = tokens[0].doc, tokens[0].i, tokens[-1].i
    if not last < parsed.subject.left_edge.i:
        return False
    while first > parsed.sentence.span.start and doc[first - 1].pos_ in {"ADP", "DET"}:
        first -= 1
    opens = first == parsed.sentence.span.start or doc[first - 1].text == ","
    return opens and doc[last + 1].text == ","


def with_lead(tokens: list[Token], match: DateMatch) -> list[Token]:
    """Return the tokens of a date with the prepositions and articles before it that belong to it."""
    doc, first = tokens[0].doc, tokens[0].i
    inside = set(tokens)
    while (
        not opens(doc[first])
        and doc[first - 1].pos_ in {"ADP", "DET", "SCONJ"}
        and (doc[first - 1].head in inside or doc[first - 1].head.head in inside)
    ):
        first -= 1
    return list(doc[first : tokens[-1].i + 1])


def argument_of(head: Token, words: list[Token], parsed: ParsedClause, analysis: Analysis) -> Argument:
    """Return the argument of one complement, with its slot when something can ask for it."""
    is_lead = words[0].i < parsed.finite.i
    kind = relation(head)
    if kind == "ccomp" and len(words) > 1 and words[0].lower_ in analysis.settings.words("connectors", "words"):
        words = words[1:]  # « estime ainsi que »
    text = text_of(words)
    if kind == "ccomp" and follows_comma(head):
        raise Unclean("clauses side by side")
    owned = None if is_lead else governed(head, words, parsed, analysis)
    if owned is not None:
        return Argument(tuple(words), "object", owned, owned.text, is_governed=True)
    if kind == "advcl":
        return clause_argument(head, words, text, is_lead, analysis)
    marker = starts_with(
        text, analysis.language.lexicon.words("cause", "markers") - analysis.settings.words("arguments", "doubtful_causes")
    )
    aim = child(head, "ccomp", "xcomp") if kind == "advmod" else None  # « afin d'accueillir »
    if aim is not None and words[0].lower_ in analysis.settings.words("arguments", "purpose"):
        return clause_argument(aim, words, text, is_lead, analysis)
    if marker and kind in {"obl", "nmod", "advmod", "conj"}:
        return Argument(tuple(words), "cause", adverbial(words, marker, analysis), text, is_lead)
    telling = parsed.verb.lemma_.lower() in analysis.settings.words("verbs", "telling")
    told = kind == "ccomp" and (child(head, "mark") is not None or telling) and finite_verb(head) is not None
    if told and not is_lead and len(words) <= LONGEST_REPORT and is_contiguous(words) and words[-1].pos_ not in {"ADP", "DET", "CCONJ"}:
        return Argument(tuple(words), "object", Phrase(text, bare=text, head=head.text, span=analysis.span_of(words)), text)
    if kind == "xcomp" and not is_lead and is_undertaking(head, words, parsed, analysis):
        return Argument(tuple(words), "deed", Phrase(text, bare=text, head=head.text, span=analysis.span_of(words)), text)
    if kind == "obl":
        return oblique_argument(head, words, parsed, analysis, is_lead)
    if kind == "obj" and head.i > parsed.finite.i:
        return object_argument(head, words, analysis)
    return Argument(tuple(words), is_lead=is_lead)


def is_undertaking(head: Token, words: list[Token], parsed: ParsedClause, analysis: Analysis) -> bool:
    """Return True for the infinitive of "decided to leave", "helped the town to grow", whole and short enough for a key."""
    marked = child(head, "mark") is not None and relation(words[0]) == "mark"
    governs = parsed.verb.lemma_.lower() in analysis.settings.words("verbs", "with_infinitive")
    whole = is_contiguous(words) and not is_cut_short(words) and 3 <= len(words) <= LONGEST_DEED
    return marked and governs and whole and not analysis.language.find_dates(text_of(words))


def clause_argument(head: Token, words: list[Token], text: str, is_lead: bool, analysis: Analysis) -> Argument:
    """Return a subordinate clause as purpose or cause, or as an argument nothing asks for."""
    settings, lexicon = analysis.settings, analysis.language.lexicon
    marker = starts_with(text, lexicon.words("cause", "markers") - settings.words("arguments", "doubtful_causes"))
    if marker:
        return Argument(tuple(words), "cause", adverbial(words, marker, analysis), text, is_lead)
    first = words[0].lower_
    infinitive = feature(head, "VerbForm") == "Inf"
    told = first in settings.words("arguments", "purpose") or bool(starts_with(text, lexicon.words("purpose", "markers")))
    governs = head.head.lemma_.lower() in settings.words("arguments", "directive") | settings.words("verbs", "light")
    if infinitive and told and not governs and child(head.head, "cop") is None:
        if head.lemma_.lower() in analysis.first_seen:
            raise Unclean("verb or noun")
        marker = starts_with(text, lexicon.words("purpose", "markers")) or first
        return Argument(tuple(words), "purpose", adverbial(words, marker, analysis), text, is_lead)
    if starts_with(text, lexicon.words("condition", "markers")):
        raise Unclean("conditional")
    return Argument(tuple(words), is_lead=is_lead)


def starts_with(text: str, markers: frozenset[str]) -> str:
    """Return the longest of `markers` that opens `text`, or ""."""
    low = text.lower().replace("’", "'")
    found = [m for m in markers if low.startswith(m + " ") or (m.endswith("'") and low.startswith(m))]
    return max(found, key=len, default="")


def adverbial(words: list[Token], marker: str, analysis: Analysis) -> Phrase:
    """Return a purpose or cause: `text` with its marker, `bare` without."""
    text = text_of(words)
    text = text[:1].lower() + text[1:] if opens(words[0]) else text
    return Phrase(
        text=text, bare=text[len(marker) :].strip(), head=words[0].text, span=analysis.span_of(words) if is_contiguous(words) else None
    )


def oblique_argument(head: Token, words: list[Token], parsed: ParsedClause, analysis: Analysis, is_lead: bool) -> Argument:
    """Return an oblique as agent or place, or as an argument nothing asks for."""
    case = child(head, "case")
    preposition = case.lower_ if case is not None else ""
    settings = analysis.settings
    value_words = [t for t in phrase_tokens(head, analysis) if t in words]
    if not value_words:
        return Argument(tuple(words), is_lead=is_lead)
    owned = any(feature(t, "Poss") == "Yes" for t in value_words)  # « par leur nom »
    is_agent = parsed.is_passive and preposition in settings.words("arguments", "agent")
    is_agent = is_agent and dangling(head, value_words, analysis) != "bare description"  # "by the priest (, Luc Morin)"
    is_agent = is_agent and not goes_on_with_agent(words, settings.words("arguments", "agent"))
    if is_agent and head.pos_ in {"NOUN", "PROPN"} and not owned and quantity_of(head, value_words, analysis) is None:
        return Argument(tuple(words), "agent", phrase(head, analysis, value_words), text_of(value_words), is_lead)
    receives = parsed.verb.lemma_.lower() in settings.words("arguments", "giving") and preposition in settings.words("arguments", "to_whom")
    behind_a_place = words[0].i > 0 and words[0].nbor(-1).ent_type_ == "LOC"  # "reached Port Kent | in Tulsa": where it is, is no news
    barred = receives or behind_a_place
    placed = is_name(head) or is_named_kind(head, value_words, analysis)
    is_place = not barred and placed and phrase_type(head, value_words, analysis) is PhraseType.PLACE
    if is_place and preposition in settings.words("arguments", "place"):
        return Argument(tuple(words), "place", place(head, words, value_words, analysis), text_of(words), is_lead)
    quantity = quantity_of(head, value_words, analysis)
    if quantity is not None and not set(quantity.unit.split()) & settings.words("arguments", "clock"):
        return Argument(tuple(words), "quantity", quantity, quantity.text, is_lead)
    return Argument(tuple(words), is_lead=is_lead)


def is_named_kind(head: Token, words: Sequence[Token], analysis: Analysis) -> bool:
    """Return True for "the village of Kent": a kind of place with its own name behind it, where the language tells places so."""
    of = analysis.settings.words("arguments", "naming_place")
    owners = [c for c in children(head, "nmod") if c in words and c.pos_ == "PROPN" and c.i > head.i]
    if head.lemma_.lower() in analysis.language.lexicon.words("vague", "nouns"):  # "the area of Kent"
        return False
    return any(case.lower_ in of for c in owners for case in children(c, "case")) and feature(head, "Number") != "Plur"


def goes_on_with_agent(words: Sequence[Token], prepositions: frozenset[str]) -> bool:
    """Return True for the first of several: "paid by the town, by the county and by its guests"."""
    behind = words[-1].doc[words[-1].i + 1 : words[-1].i + 4]
    parts = [t for t in behind if t.text != "," and t.pos_ != "CCONJ"]
    return len(behind) > 0 and (behind[0].text == "," or behind[0].pos_ == "CCONJ") and bool(parts) and parts[0].lower_ in prepositions


def place(head: Token, words: list[Token], value_words: list[Token], analysis: Analysis) -> Phrase:
    """Return a place: `text` with its preposition ("à Utrecht"), `bare` the name alone."""
    made = phrase(head, analysis, value_words)
    text = text_of(words)
    if opens(words[0]):
        text = text[:1].lower() + text[1:]
    return replace(
        made,
        text=text,
        type=PhraseType.PLACE,
        bare=made.bare or made.text,
        is_name=True,
        accepted=(made.text,),
        span=analysis.span_of(words),
    )


def object_argument(head: Token, words: list[Token], analysis: Analysis) -> Argument:
    """Return a direct object, as a quantity when it counts something."""
    quantity = quantity_of(head, words, analysis)
    if quantity is not None:
        return Argument(tuple(words), "quantity", quantity, quantity.text)
    if is_cut_short(words) or analysis.language.find_dates(text_of(words)):
        return Argument(tuple(words))
    if head.pos_ in {"VERB", "AUX"}:
        raise Unclean("verb group not understood")
    if dangling(head, words, analysis) or not is_contiguous(words) or any(feature(t, "Poss") == "Yes" for t in words):
        return Argument(tuple(words))
    bare = head.pos_ == "NOUN" and words[0] == head and not children(head, "case", "nummod", "conj")
    if bare and not articles_may_lack(analysis):
        return Argument(tuple(words))  # « rend compte », « fait écho »
    made = phrase(head, analysis, words)
    return Argument(tuple(words), "object", made, text_of(words))


def articles_may_lack(analysis: Analysis) -> bool:
    """Return True in a language where a common noun needs no article."""
    return bool(analysis.settings.data["verbs"]["bare_subjects"])


def quantity_of(head: Token, words: Sequence[Token], analysis: Analysis) -> Quantity | None:
    """Return the quantity that opens a phrase, with the thing counted, or None when it opens with no number."""
    if not is_contiguous(words):
        return None
    text = text_of(words)
    match = opening_quantity(text, analysis)
    if match is not None and text[match.end :].startswith(("'s", "’s")):  # "2003's comedy"
        return None
    if match is not None and is_in_name(text[match.start : match.end], words, analysis):
        return None
    if analysis.language.find_dates(text) or any(t.lower_ in analysis.settings.words("arguments", "agent") for t in words):
        return None  # « trois volumes le 7 août 1854 », « 223 par la Ligue »: more than what is counted
    is_year = match is not None and match.number == text.strip() and YEAR.fullmatch(match.number) is not None
    if match is None or is_year or match.is_open or match.number in {"1", "2"} or len(text[match.end :].split()) > LONGEST_UNIT:
        return None
    unit = text[match.end :].strip()
    if not (unit or match.is_percentage or MONEY.search(text)):  # "after 211", "lost 1 to 3"
        return None
    unit = unit[2:].strip() if unit.startswith(("d'", "d’")) else unit.removeprefix("de ").removeprefix("of ").strip()
    counted = next((c for c in (head, *children(head, "nmod")) if c.pos_ == "NOUN"), None)
    behind = [t for t in words if t.idx - words[0].idx >= match.end]
    if behind and behind[0].pos_ == "DET":
        return None  # « 6 fois sur 10 | le chiffre »
    genders = {"Masc": "m", "Fem": "f"}
    gender = genders.get(feature(counted, "Gender"), "") if counted is not None else ""
    if opens(words[0]):
        text = text[:1].lower() + text[1:]
    return Quantity(
        text, match.number, text[match.start : match.end], unit, match.qualifier, match.is_percentage, gender, "p", analysis.span_of(words)
    )


def is_in_name(number: str, words: Sequence[Token], analysis: Analysis) -> bool:
    """Return True for a number with a capital of its own, "the Seven Years (refer to …)": it is part of a name."""
    capital = next((t for t in words if t.text == number.split()[0]), None)
    if capital is None or not (capital.text[:1].isupper() and capital.text.isalpha()):
        return False
    counted = capital.nbor(1) if capital.i + 1 < len(capital.doc) else capital
    return not opens(capital) or (counted.is_title and counted.lemma_.lower() in analysis.settings.words("time", "nouns"))


def opening_quantity(text: str, analysis: Analysis) -> QuantityMatch | None:
    """Return the number that `text` opens with, if it holds no other."""
    matches = analysis.language.find_quantities(text)
    if len(matches) != 1 or text[: matches[0].start].strip().lower() not in {"", "les", "the", "des", "ses", "leurs"}:
        return None
    return matches[0] if matches[0].start == 0 else None


def means_subject(pronoun: Token, argument: Argument, parsed: ParsedClause) -> bool:
    """Return True for "it" in "Libya announced it would embargo oil": the subject of what is said is who says it."""
    clause = pronoun.head
    said = argument.slot == "object" and relation(clause) == "ccomp" and relation(pronoun) == "nsubj"
    plural = feature(parsed.subject, "Number") == "Plur" or child(parsed.subject, "conj") is not None
    masculine = feature(parsed.subject, "Gender") != "Fem"
    own = {"it", "he", "she", "they", *(("il", "ils") if masculine else ("elle", "elles"))}
    return said and pronoun.lower_ in own and (pronoun.lower_ in {"they", "ils", "elles"}) == plural


def check_argument(argument: Argument, parsed: ParsedClause, analysis: Analysis) -> None:
    """Raise Unclean when an argument ties the clause to its text: a pronoun, a demonstrative, a relative time, an open quote."""
    lexicon = analysis.language.lexicon
    text = text_of(argument.tokens)
    for token in argument.tokens:
        if is_first_person(token, analysis):
            raise Unclean("first person")
        if feature(token, "PronType") == "Dem":
            raise Unclean("demonstrative")
        if (
            token.pos_ == "PRON"
            and feature(token, "PronType") == "Prs"
            and feature(token, "Poss") != "Yes"
            and token.lower_ not in {"se", "s'", "s’"}
            and relation(token) != "expl"
            and not means_subject(token, argument, parsed)
        ):
            raise Unclean("pronoun")
        if is_of_another(token, parsed, analysis):
            raise Unclean("possessive of another")
        if token.lower_ in lexicon.words("deixis", "words") or is_lone_weekday(token, analysis):
            raise Unclean("relative time")
        if token.text in {"[", "]", "!", "?", "/"}:
            raise Unclean("brackets")
        if relation(token) == "advmod" and token.lower_ in analysis.settings.words("time", "alone") and not any(token.children):
            raise Unclean("relative time")
        if token.text == ":" or token.lower_ in analysis.settings.words("arguments", "contrasting"):
            raise Unclean("clauses side by side")
        if relation(token) == "mark" and token.lower_ in lexicon.words("condition", "markers"):
            raise Unclean("conditional")
    if is_hedged(argument, analysis):
        raise Unclean("hedged")
    if is_bare_time(argument, analysis):
        raise Unclean("relative time")
    if argument.tokens[0].pos_ == "CCONJ" and argument.slot != "cause":
        raise Unclean("coordination")
    if any(feature(t, "PronType") == "Rel" for t in argument.tokens) and not any(feature(t, "VerbForm") == "Fin" for t in argument.tokens):
        raise Unclean("broken relative clause")
    low = text.lower().replace("’", "'")
    if any(" " in w and (low == w or low.startswith(w + " ") or f" {w}" in low) for w in lexicon.words("deixis", "words")) or is_shifted(
        argument, analysis
    ):
        raise Unclean("relative time")
    if any(t.lower_ in analysis.settings.words("time", "pointing") and relation(t) == "amod" for t in argument.tokens):
        raise Unclean("definite description")  # « dans les mêmes termes », « aux chiffres suivants »
    if re.search(r" et qu[e'’]", low) and not re.search(r"\bqu[e'’].* et qu[e'’]", low):
        raise Unclean("clauses side by side")
    if low in analysis.settings.words("arguments", "announcing"):
        raise Unclean("announcement")
    if runs_together(argument):
        raise Unclean("clauses side by side")
    following = argument.tokens[-1].nbor(1).text if argument.tokens[-1].i + 1 < len(argument.tokens[-1].doc) else ""
    if following in {"…", "..."}:
        raise Unclean("open quote or list")
    if not is_balanced(text) or "…" in text or "..." in text or ",," in text:
        raise Unclean("open quote or list")


def is_of_another(token: Token, parsed: ParsedClause, analysis: Analysis) -> bool:
    """Return True for a possessive that cannot be the subject's: "Ann Roy gave birth to their second son"."""
    owner = analysis.settings.data["possessives"].get(token.lower_) if feature(token, "Poss") == "Yes" else None
    if owner is None or not analysis.settings.data["possessive"]["agrees"]:
        return False
    if parsed.meant is not None:
        return owner["number"] == "p" and parsed.meant.number == "s" and parsed.meant.type is PhraseType.PERSON
    inside = {t for c in children(parsed.verb, "advcl", "ccomp", "xcomp", "acl") for t in c.subtree}
    return owner["number"] == "p" and token not in inside and number(parsed.subject) == "s" and parsed.subject.ent_type_ == "PER"


def check_descriptions(argument: Argument, parsed: ParsedClause, analysis: Analysis) -> None:
    """Raise Unclean for "the animal" where an animal was mentioned before: what it means stands outside the sentence."""
    for found in leanings(argument.tokens, parsed.sentence.evidence.start, analysis):
        if not found.full and not found.is_told_by(analysis.article.title):
            raise Unclean("definite description")
    if any(is_bare_singular(token) and is_told_before(token) for token in argument.tokens):
        raise Unclean("definite description")


def is_bare_singular(noun: Token) -> bool:
    """Return True for « la taxe »: one thing, nothing said of it."""
    definite = noun.pos_ == "NOUN" and any(feature(d, "Definite") == "Def" for d in children(noun, "det", "case"))
    return definite and feature(noun, "Number") == "Sing" and not any(relation(c) in NARROWING for c in noun.children)


def is_told_before(noun: Token) -> bool:
    """Return True when the sentence spoke of such a thing before: « une taxe est prélevée ; … perçoit la taxe »."""
    return any(t.lemma_ == noun.lemma_ and t.pos_ == "NOUN" for t in noun.doc[noun.sent.start : noun.i])


def is_lone_weekday(token: Token, analysis: Analysis) -> bool:
    """Return True for "by Thursday night", which Thursday?, not for a full date nor for the habit of « le dimanche »."""
    if token.lower_ not in analysis.language.lexicon.words("weekdays", "names"):
        return False
    beside = token.doc[max(token.sent.start, token.i - 3) : token.i + 6].text
    habit = any(feature(d, "Definite") == "Def" for d in children(token, "det"))
    return not habit and not any(d.precision == "day" for d in analysis.language.find_dates(beside))


def is_hedged(argument: Argument, analysis: Analysis) -> bool:
    """Return True when an argument holds, or follows, a word of doubt: « probablement en 1609 », "circa 1609"."""
    first = argument.tokens[0]
    before = [first.nbor(-1)] if not opens(first) else []
    doubts = analysis.language.lexicon.words("hedges", "adverbs") - analysis.settings.words("connectors", "keep_their_strength")
    return any(t.lower_ in doubts for t in (*before, *argument.tokens))


def is_bare_time(argument: Argument, analysis: Analysis) -> bool:
    """Return True for a time that says of no day or year: « dans la journée », "in the evening"."""
    words = [t for t in argument.tokens if t.pos_ not in {"ADP", "DET", "PUNCT"}]
    definite = any(feature(t, "Definite") == "Def" for t in argument.tokens)
    return definite and len(words) == 1 and words[0].lemma_.lower() in analysis.settings.words("time", "nouns")


def runs_together(argument: Argument) -> bool:
    """Return True when a finite verb inside an argument has no word that subordinates it: two clauses were read as one."""
    if argument.slot == "object" and any(relation(t) == "ccomp" and t.head not in argument.tokens for t in argument.tokens):
        return False  # "announced it would close": English needs no "that"
    if any(t.pos_ == "VERB" and is_unlinked(t) for t in argument.tokens):  # "saw a decline | emerged under the kings"
        return True
    finite = [t for t in argument.tokens if feature(t, "VerbForm") == "Fin"]
    links = [t for t in argument.tokens if relation(t) == "mark" or feature(t, "PronType") in {"Rel", "Int"} or t.pos_ == "SCONJ"]
    if argument.slot == "cause" and argument.tokens[0].pos_ == "CCONJ":
        links.append(argument.tokens[0])  # « car le port était fermé »
    clauses = {t.head if relation(t) in {"aux", "cop"} else t for t in finite}
    own = [verb for verb in clauses if relation(verb) != "conj"]
    return bool(finite) and (not links or len(own) > len(links))


def is_shifted(argument: Argument, analysis: Analysis) -> bool:
    """Return True for a time told from another: "the following day", « l'année suivante »."""
    settings = analysis.settings
    return any(
        t.lower_ in settings.words("time", "shifting") and t.head.lemma_.lower() in settings.words("time", "nouns") for t in argument.tokens
    )


def leads_in_order(found: Sequence[Argument]) -> tuple[list[Argument], Argument | None]:
    """Return what opens the clause, and which of it holds a slot: a date before others; of two openings, only one without a slot stays."""
    plain = [a for a in found if a.is_lead and not a.slot]
    if plain:
        return plain, None
    slotted = sorted((a for a in found if a.is_lead), key=lambda a: a.slot != "date")
    return (slotted[:1], slotted[0]) if slotted else ([], None)


def to_clause(parsed: ParsedClause, found: Sequence[Argument], analysis: Analysis) -> Clause:
    """Return the clause in words. Raises Unclean when it is too long to be asked about."""
    subject = parsed.meant or phrase(parsed.subject, analysis, parsed.subject_tokens)
    leads, front = leads_in_order(found)
    rest = [a for a in found if a not in leads and not a.is_adverb]
    last = parsed.group[-1] if parsed.copula is None else parsed.copula
    finite, verb_rest = verb_words(parsed, analysis)
    made = Clause(
        subject=subject,
        finite=finite,
        rest=verb_rest,
        clitics=text_of(parsed.clitics).lower(),
        complements=tuple(Complement(lead_text(a), a.slot, a.value_text) for a in in_order(rest)),
        lead=", ".join(lead_text(a) for a in leads),
        lead_slot=front.slot if front else "",
        lead_value=front.value_text if front else "",
        adverb=" ".join(text_of(a.tokens) for a in found if a.is_adverb),
        lemma=last.lemma_.lower(),
        base=parsed.finite.lemma_.lower() if parsed.finite == parsed.verb and not parsed.is_participle else "",
        tense=feature(parsed.finite, "Tense"),
        subject_slot="subject",
        is_passive=parsed.is_passive,
        span=parsed.sentence.evidence,
    )
    if made.lead.replace(",", "").strip().isdigit() or made.lead.split(",")[0].isdigit():  # "lost 3-1": a score read as an opening
        raise Unclean("opening not understood")
    if any(c in made.subject.text for c in "[]!?"):
        raise Unclean("brackets")
    if word_count(made) > LONGEST_CLAUSE:
        raise Unclean("too long")
    return made


def verb_words(parsed: ParsedClause, analysis: Analysis) -> tuple[str, str]:
    """Return the finite verb and the rest of the verb group in words."""
    if parsed.is_participle:
        return told_group(parsed.verb, parsed.subject, analysis)
    cut = analysis.settings.words("connectors", "binding")
    finite = parsed.finite.text
    rest = text_of([t for t in parsed.group if t != parsed.finite and t.lower_ not in cut])
    for phrase_cut in (c for c in cut if " " in c and f" {c} " in f" {rest.lower()} "):
        rest = re.sub(rf"\s*{re.escape(phrase_cut)}\s*", " ", rest, flags=re.IGNORECASE).strip()
    return finite.lower() if parsed.finite.is_title else finite, rest


def in_order(found: Sequence[Argument]) -> list[Argument]:
    """Return arguments as they follow the verb: what stood before the subject comes last."""
    return sorted(found, key=lambda a: (a.is_lead, a.tokens[0].i))


def lead_text(argument: Argument) -> str:
    """Return an argument's words as in the middle of a sentence."""
    first = argument.tokens[0]
    text = text_of(argument.tokens)
    if argument.told:
        return argument.told
    if opens(first) and first.pos_ != "PROPN" and not first.text[1:2].isupper():
        return text[:1].lower() + text[1:]
    return text


def word_count(clause: Clause) -> int:
    """Return how many words a clause has, all told."""
    return len(" ".join([clause.lead, clause.subject.text, clause.finite, clause.rest, *(c.text for c in clause.complements)]).split())
