"""Names and numbers inside a complement that nothing else asks for; they make clozes only."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from quizgen.article import TextSpan
from quizgen.extraction.arguments.argument import Argument, lead_text
from quizgen.extraction.arguments.quantities import MONEY, YEAR
from quizgen.extraction.clause_facts.told_clause import ToldClause
from quizgen.facts import Fact, Phrase, Quantity
from quizgen.languages.base import QuantityMatch
from quizgen.syntax.analysis import Analysis
from quizgen.syntax.phrases import phrase
from quizgen.syntax.tree import children, feature, is_contiguous, relation, text_of

if TYPE_CHECKING:
    from spacy.tokens import Span


EPITHET = r"the [A-Z]"  # of a ruler's name


def gaps(told: ToldClause) -> Iterator[Fact]:
    """Yield the names that complements are which nothing else asks for; they make clozes only."""
    for number, complement in enumerate(told.clause.complements):
        if complement.slot:
            continue
        argument = next((a for a in told.found if not a.slot and lead_text(a) == complement.text), None)
        value = gap_of(argument, told.analysis) if argument is not None else None
        if isinstance(value, Phrase) and told.parsed.copula is not None and not tells_when(told):
            continue  # "Kent is a member of the ____", "a city in ____": of several, or of the only country that it could be
        if value is not None and complement.text.count(value.text) == 1:
            marked = (
                *told.clause.complements[:number],
                replace(complement, slot="gap", value=value.text),
                *told.clause.complements[number + 1 :],
            )
            yield told.fact("gap", {"action": replace(told.clause, complements=marked), "gap": value})


def tells_when(told: ToldClause) -> bool:
    """Return True for a clause with a date, behind a comma or not."""
    return any(told.analysis.language.find_dates(text_of(a.tokens)) for a in told.found)


def gap_of(argument: Argument, analysis: Analysis) -> Phrase | Quantity | None:
    """Return the one name or number of an argument that a cloze may ask for, or None when there is none or several.

    Whether it may stand deep inside (« à la préfecture de police de Paris ») is the language's setting.
    """
    text = text_of(argument.tokens)
    numbers = analysis.language.find_quantities(text)
    names = list({e for e in argument.tokens[0].doc.ents if argument.tokens[0].i <= e.start and e.end - 1 <= argument.tokens[-1].i})
    is_deep = bool(analysis.settings.data["arguments"]["blank_inside"])
    if len(numbers) == 1 and not numbers[0].is_open and is_deep:
        return number_gap(argument, numbers[0], analysis)
    if numbers or len(names) != 1 or not is_whole_name(names[0], argument):
        return None
    if len(names[0]) == 1 and names[0].root.lower_ in analysis.settings.words("arguments", "capitalised"):
        return None  # "the Treaty on the Union"
    if not is_deep and (names[0].root.head in argument.tokens or names[0].root.pos_ != "PROPN"):
        return None
    words = [t for t in names[0] if t.pos_ != "DET"]
    return phrase(names[0].root, analysis, words) if words else None


def number_gap(argument: Argument, match: QuantityMatch, analysis: Analysis) -> Quantity | None:
    """Return a number inside an argument, unless the word before it makes it no news ("all three languages")."""
    text = text_of(argument.tokens)
    before = text[: match.start].split()
    if YEAR.fullmatch(match.number):  # "the 2011 season"
        return None
    if text[match.start : match.end].istitle() and text[match.start : match.end].isalpha():  # "the Seven Years' War"
        return None
    opening = f" {' '.join(before).lower()}"
    if opening.endswith(tuple(f" {words}" for words in analysis.settings.words("arguments", "before_no_gap"))):
        return None
    counted = text[match.end :].split()
    if not (match.is_percentage or MONEY.search(text) or (counted and counted[0].isalpha() and not is_small_word(counted[0], argument))):
        return None  # "had 988,000 in 2010"
    words = text[match.start : match.end]
    return Quantity(
        words, match.number, words, "", match.qualifier, match.is_percentage, span=stretch(argument, match.start, match.end, analysis)
    )


def is_small_word(word: str, argument: Argument) -> bool:
    """Return True for a preposition or conjunction of an argument."""
    return any(t.text == word and t.pos_ in {"ADP", "CCONJ", "SCONJ", "PUNCT"} for t in argument.tokens)


def is_whole_name(name: Span, argument: Argument) -> bool:
    """Return True when an entity is a noun phrase of its own: not an adjective, not one of a list, not a piece of a longer name."""
    if argument.tokens[0].i < name.start and name.root.doc[name.start - 1].pos_ == "CCONJ":  # "the corner of 4th and New Street"
        return False
    beside = [t for t in argument.tokens if t.i in {name.start - 1, name.end}]
    if any(c.i < name.start for c in children(name.root, "amod", "nummod", "compound", "nmod")):
        return False  # "the 33rd | Kent Festival", "fellow | singer Ann Roy", "Tsar Peter | the Great"
    if beside and re.match(EPITHET, text_of(list(name.doc[name.end : name.end + 2]))):
        return False
    joined = {"-", "–", "&", "'s", "’s", "'", "’", "(", "«", '"'}
    if any(t.text[:1].isupper() or feature(t, "Definite") == "Ind" or t.text in joined for t in beside):
        return False
    return relation(name.root) in {"obl", "nmod", "obj", "xcomp", "appos"} and not any(
        relation(t) == "conj" for t in (*name, *name.root.children)
    )


def stretch(argument: Argument, start: int, end: int, analysis: Analysis) -> TextSpan | None:
    """Return the article's stretch of code points `start` to `end` of an argument's text, if its tokens stand together."""
    if not is_contiguous(argument.tokens):
        return None
    whole = analysis.span_of(argument.tokens)
    return analysis.article.span(whole.start + start, whole.start + end)
