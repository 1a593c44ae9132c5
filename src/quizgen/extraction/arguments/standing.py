"""Whether an argument can be told outside the article, or is a setting that may be left out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from quizgen.discourse.leaning import leanings
from quizgen.extraction.arguments.argument import Argument, starts_with
from quizgen.extraction.arguments.checks import check_argument
from quizgen.extraction.arguments.pruning import may_be_left_out
from quizgen.extraction.clauses.parsed_clause import ParsedClause, Unclean
from quizgen.syntax.analysis import Analysis
from quizgen.syntax.tree import children, feature, follows_comma, relation, text_of

if TYPE_CHECKING:
    from spacy.tokens import Token

NARROWING = frozenset({"nmod", "acl", "amod", "appos", "compound", "nummod", "flat"})
SETTING = frozenset({"relative time", "demonstrative", "pronoun", "definite description"})  # why an opening is left out and not its clause


def stands(argument: Argument, found: Sequence[Argument], parsed: ParsedClause, analysis: Analysis, *, is_episode: bool) -> bool:
    """Return True for an argument that can be told outside the article, False for a mere setting that is better left out.

    « Lors de cette réunion, la ville vendit le port en 1890 »: that she sold it stays true, and the date says which sale is meant; that of
    news does as well. Raises Unclean for what must not be left out.
    """
    try:
        check_argument(argument, parsed, analysis)
        check_descriptions(argument, parsed, analysis)
    except Unclean as reason:
        has_object = any(a.slot in {"object", "quantity", "date"} and a is not argument for a in found)
        loose = argument.is_lead or has_object or str(reason) == "relative time"  # "worked on the ship" says on what
        is_placed = any(a.slot == "date" for a in found) or (analysis.is_news and str(reason) == "relative time")
        if not is_placed and argument.slot not in {"purpose", "cause"}:
            raise  # "in later years he designed the badge", « dans la descente, Morel dépasse Anne Roy »
        if is_episode and loose and str(reason) in SETTING and is_setting(argument, str(reason), parsed, analysis):
            return False
        if may_be_left_out(argument, str(reason), parsed, found, analysis):
            return False
        raise
    return True


def is_setting(argument: Argument, reason: str, parsed: ParsedClause, analysis: Analysis) -> bool:
    """Return True for an opening, or an adverbial, that says when, why or on what occasion something happened, nothing else.

    "According to her, the ship sank", « Sans ce prêt, la ville perdait le port »: these words bind the truth.
    """
    limiting = analysis.settings.words("arguments", "limiting")
    if argument.slot not in {"", "purpose"} or starts_with(text_of(argument.tokens), limiting):
        return False
    heads = [t for t in argument.tokens if t.head not in argument.tokens or t.head == t]  # the root may be among them
    if not argument.is_lead and reason != "relative time" and not follows_comma(heads[0]):
        return False  # "signed a treaty in 1985 (giving it a status of its own)": which treaty, these words say
    return argument.is_lead or all(relation(t) in {"obl", "advmod", "advcl"} and t.head == parsed.verb for t in heads)


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
