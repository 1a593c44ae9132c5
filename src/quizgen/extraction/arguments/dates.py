"""The dates of a clause with their prepositions, as the surface shows them and the tree confirms."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from quizgen.extraction.arguments.argument import Argument
from quizgen.extraction.arguments.date_words import goes_on, is_narrowed, tokens_between, with_lead
from quizgen.extraction.arguments.relative_dates import resolved_or_left_out
from quizgen.extraction.clauses.parsed_clause import ParsedClause, Unclean
from quizgen.facts import Date
from quizgen.languages.base import joined
from quizgen.syntax.analysis import Analysis
from quizgen.syntax.tree import children, relation, text_of

if TYPE_CHECKING:
    from spacy.tokens import Token

ASKED_PRECISIONS = frozenset({"year", "month", "day", "range", "decade", "century"})


def date_arguments(parsed: ParsedClause, analysis: Analysis) -> list[Argument]:
    """Return the clause's dates with their prepositions, as the surface shows them and the tree confirms."""
    sentence = parsed.sentence.span
    found: list[Argument] = []
    for match in analysis.language.find_dates(sentence.text):
        tokens = tokens_between(sentence.start_char + match.start, sentence.start_char + match.end, parsed)
        if tokens and any(t.head in a.tokens for a in found for t in tokens if relation(t) == "conj"):
            raise Unclean("two dates")
        if tokens and (goes_on(tokens) or tokens[-1].idx + len(tokens[-1].text) < sentence.start_char + match.end):
            raise Unclean("two dates")  # "in January | 2016[update]"
        if not tokens or not (depends_on(tokens, parsed) or part_of_time(tokens, parsed, analysis)):
            continue
        if tokens[0].i and tokens[0].nbor(-1).text == "(":
            raise Unclean("date in brackets")
        if match.precision not in ASKED_PRECISIONS:
            found.append(resolved_or_left_out(tokens, match, parsed, analysis))
            continue
        part = part_of_time(tokens, parsed, analysis)
        whole = with_lead(tokens) if part is None else list(part.doc[part.left_edge.i : tokens[-1].i + 1])
        if is_narrowed(whole):
            raise Unclean("vague time")
        if is_of_event(whole[0], analysis):
            raise Unclean("date of a noun")
        value = Date(text_of(tokens), match.iso, match.precision, analysis.span_of(tokens))
        asked = match.lead in analysis.settings.words("arguments", "asked_time") or part is not None
        found.append(
            Argument(tuple(whole), "date" if asked else "", value if asked else None, text_of(tokens), tokens[0].i < parsed.finite.i)
        )
    if found and is_dated_in_bracket(found, parsed, analysis):
        raise Unclean("date in brackets")
    return found


def is_of_event(first: Token, analysis: Analysis) -> bool:
    """Return True for a date behind what happened, deep in a complement: "with the anniversary of her death | in 1987" dates the death."""
    before = first.nbor(-1) if first.i > first.sent.start else None
    if before is None or before.pos_ != "NOUN" or relation(before) != "nmod":
        return False
    return before.lemma_.lower() in joined(analysis.settings.words("leaning", "events"), analysis.settings.words("time", "dated"))


def is_dated_in_bracket(found: Sequence[Argument], parsed: ParsedClause, analysis: Analysis) -> bool:
    """Return True where a bracket corrects the date told: "throughout the century, … (from 1890 until 1970)"."""
    behind = max(t.i for t in (parsed.verb, *(t for a in found for t in a.tokens)))
    opening = next((t for t in parsed.sentence.span if t.i > behind and t.text == "("), None)
    if opening is None or opening.i + 1 >= parsed.sentence.span.end or opening.nbor(1).pos_ != "ADP":
        return False
    bracket = opening.doc[opening.i + 1 : parsed.sentence.span.end].text.partition(")")[0]
    return bool(analysis.language.find_dates(bracket))


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
