"""What belongs to the article's topic: « les travaux » are « les travaux du canal » in an article on a canal that tells them so."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from quizgen.discourse.first_places import in_small_letters
from quizgen.discourse.hypernyms import TITLE, topic_of
from quizgen.syntax.analysis import Analysis, remembered
from quizgen.syntax.tree import children

if TYPE_CHECKING:
    from spacy.tokens import Token


def owned_by_topic(noun: Token, analysis: Analysis) -> str:
    """Return a noun with the topic's noun behind it, as the article tells it, where its paragraph tells of no other owner; else ""."""
    words = topic_nouns(analysis)
    if analysis.is_news or not words or noun.lemma_.lower() in words:
        return ""
    told = told_with_topic(noun.lower_, analysis)
    others = (t for t in noun.doc[: noun.i] if t.lemma_.lower() == noun.lemma_.lower())
    return told if not any(c.lemma_.lower() not in words for t in others for c in children(t, "nmod", "amod")) else ""


@remembered
def told_with_topic(word: str, analysis: Analysis) -> str:
    """Return a noun, in small letters, with the topic's noun behind it, where the article tells it so; else ""."""
    nouns = "|".join(map(re.escape, sorted(topic_nouns(analysis))))
    owner = rf"(?:{analysis.settings.data['leaning']['of']})(?:{nouns})(?![\w-])"
    told = re.search(rf"(?<!\w){re.escape(word)} {owner}", in_small_letters(analysis))
    return told.group() if told else ""


@lru_cache(maxsize=1)  # of the article in hand
def topic_nouns(analysis: Analysis) -> frozenset[str]:
    """Return the common nouns that stand for the topic: its kind, « film », and the noun that its name opens with, « canal » (du Midi)."""
    title = TITLE.match(analysis.article.title)[1].split()  # type: ignore[index]  # it matches any text
    first = title[0].lower() if len(title) > 1 else ""
    is_noun = any(t.pos_ == "NOUN" and t.text == first for doc in analysis.docs for t in doc)
    topic = topic_of(analysis)
    return frozenset({first} if is_noun else ()) | frozenset({topic.lemma} if topic is not None else ())
