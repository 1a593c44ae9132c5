"""Possessives before a subject: « Sa particularité » is « la particularité de la fondation OpenInfra » where only that can be meant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from quizgen.discourse.pronouns import subject_before
from quizgen.discourse.protagonist import protagonist
from quizgen.discourse.surroundings import is_quoted, sentence_before
from quizgen.syntax.tree import feature, text_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from quizgen.facts import Phrase
    from quizgen.syntax.analysis import Analysis

LONGEST_OWNED = 4  # words behind the possessive


def owner(possessive: Token, analysis: Analysis) -> Phrase | None:
    """Return whose a thing is: the named subject of the sentence before, or the person whom the article is about, when that is sure."""
    wanted = analysis.settings.data["possessives"].get(possessive.lower_)
    if wanted is None or not opens_statement(possessive, analysis) or is_quoted(possessive):
        return None
    before = sentence_before(possessive)
    near = subject_before(possessive, before, wanted, analysis) if before is not None else None
    found = near or protagonist(possessive, before, wanted, analysis)
    return found if found is not None and (found.is_name or is_title(found, analysis)) else None


def opens_statement(possessive: Token, analysis: Analysis) -> bool:
    """Return True for the first word of a sentence, and for one behind a connective: « Cependant, son projet … »."""
    before = possessive.doc[possessive.sent.start : possessive.i].text.strip(" ,").lower()
    return not before or before in analysis.settings.words("connectors", "words") | analysis.settings.words("passages", "joining")


def is_title(made: Phrase, analysis: Analysis) -> bool:
    """Return True for what the title names in common words, « le Cob normand », or many of it."""
    title = analysis.article.title.strip().casefold()
    return title in {made.text.casefold(), made.bare.casefold()} or (made.number == "p" and made.bare.casefold().startswith(title))


def with_owner(made: Phrase, words: Sequence[Token], analysis: Analysis) -> Phrase | None:
    """Return the subject `made`, which opens with a possessive, with its owner's name in place of it; None when he is not sure."""
    if feature(words[0], "Poss") != "Yes" or not 1 < len(words) <= LONGEST_OWNED + 1:
        return None
    whose = owner(words[0], analysis)
    if whose is None or any(feature(t, "Poss") == "Yes" for t in words[1:]):
        return None
    thing = text_of(words[1:])
    articles = analysis.settings.data["articles"]
    article = articles["plural"] if made.number == "p" else articles["feminine" if made.gender == "f" else "masculine"]
    text = analysis.settings.data["possessive"]["form"].format(article=article, thing=thing, owner=whose.text)
    return replace(made, text=text, bare="", head=made.head, is_definite=True, is_name=False, accepted=(), span=None)
