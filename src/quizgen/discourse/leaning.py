"""Common nouns that lean on the text before: "the foundation", « la taxe », which somebody without the article cannot know."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from quizgen.discourse.first_places import (
    brought_in,
    first_place_of_description,
    first_place_of_word,
    first_words,
    in_small_letters,
    place_of,
)
from quizgen.discourse.headline import is_of_headline, is_pointed_at
from quizgen.discourse.hypernyms import is_bare, topic_named_by
from quizgen.discourse.leaning_in_whole import leans_in_whole
from quizgen.discourse.narrowing import COMPLEMENTS, definite_article, is_name, is_narrowed
from quizgen.discourse.topic_owned import owned_by_topic
from quizgen.discourse.topic_thing import named_by_title
from quizgen.facts import PhraseType
from quizgen.languages.base import joined, less
from quizgen.syntax.tree import children, feature, opens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from quizgen.syntax.analysis import Analysis, ClauseSettings
    from quizgen.syntax.registry import Entity

CORE = frozenset({"nsubj", "obj"})
BEHIND = 3  # words behind a noun in which its name may go on: "the Treaty | on the Union"
MIN_NAME = 2  # words of a name that says more than its noun
KINDS = {"organization": "ORG", "place": "LOC"}
SPECIFIC = ("organization", "place", "work", "event")  # kinds of which a text has one in mind even where it names it first


@dataclass(frozen=True)
class Leaning:
    """A description that leans on the text: how it stands there, its words in the title, and its full form, "" where that is not sure."""

    determiner: str
    noun: str
    forms: tuple[str, ...]
    full: str = ""

    def pattern(self) -> re.Pattern[str]:
        """Return what finds the description in a printed text, a contraction undone or not, but not its full form."""
        return pattern_of(self.determiner, self.noun, self.full)

    def is_told_by(self, frame: str) -> bool:
        """Return True when the line above an item names the thing."""
        return any(re.search(rf"(?<!\w){re.escape(form)}", frame, re.IGNORECASE) for form in self.forms)


@lru_cache(maxsize=1024)
def pattern_of(determiner: str, noun: str, full: str) -> re.Pattern[str]:
    """Return what finds a noun behind its determiner where its full form does not follow."""
    rest = re.escape(full[len(noun) :]) if full.lower().startswith(noun.lower()) else ""
    ending = rf"(?!{rest})" if rest else ""
    apart = re.escape(determiner) + ("" if determiner[-1] in "'’" else r"\s")
    named = r"(?!\s[A-ZÀ-Þ]\w)"  # "the brother Paul": the name says which
    return re.compile(rf"(?<!\w)(?i:{apart}|(?:le|la|les|the)\s|l['’])({re.escape(noun)})(?!\w){ending}{named}")


def leanings(tokens: Sequence[Token], start: int, analysis: Analysis, *, whole: bool = False) -> tuple[Leaning, ...]:
    """Return the descriptions among `tokens`, of a sentence that starts at `start` in the article, that lean on what stands before.

    A sentence told as a `whole` has no question's words around it that say what is meant: there events and plurals lean as well.
    """
    found = []
    for token in tokens:
        determiner = definite_article(token)
        if determiner is None:
            if whole and is_pointed_at(token) and is_of_headline(token, analysis):
                found.append(Leaning(analysis.settings.data["articles"]["plural"], token.text, (token.lower_, token.lemma_.lower())))
            continue
        if whole and is_short_name(token, analysis):
            found.append(Leaning(determiner.text, token.text, (token.lower_,), long_name(token, analysis)))
        elif leans(token, start, analysis, whole=whole) or (whole and leans_in_whole(token, start, analysis)):
            forms: tuple[str, ...] = (token.lower_, token.lemma_.lower())
            if topic_named_by(token, analysis) is not None or (whole and is_of_title(token, analysis)):
                forms = (*forms, analysis.article.title)
            elif whole and another_named_before(token, analysis):
                forms = ()  # "the church" of a paragraph on St. George's Church, in an article on the Methodist Church
            words = token.doc[determiner.i + 1 : token.i + 1].text if whole else token.text
            full = (full_name(token, start, analysis) or owned_by_topic(token, analysis)) if words == token.text else ""
            found.append(Leaning(determiner.text, words, forms, full))
    return tuple(found)


def another_named_before(noun: Token, analysis: Analysis) -> bool:
    """Return True when a noun's paragraph named one of its kind before that the title does not name."""
    lemma, title = noun.lemma_.lower(), analysis.article.title
    names = (ent for ent in noun.doc.ents if ent.end <= noun.i and len(ent) > 1 and all(t.text[:1].isupper() for t in (ent[0], ent[-1])))
    return any(is_built_on(n.text.lower().split(), lemma, analysis.settings) and n.text not in title and title not in n.text for n in names)


def is_of_title(noun: Token, analysis: Analysis) -> bool:
    """Return True for the kind of what the title names, « l'espèce », and for what the text tells as its own: « le site de Babylone »."""
    title = named_by_title(analysis)
    if title is not None and noun.lemma_.lower() in analysis.settings.words("leaning", "before_names") and is_bare(noun):
        return True
    name = re.escape(analysis.article.title.lower())
    owned = rf"(?<!\w){re.escape(noun.lower_)} (?:{analysis.settings.data['leaning']['of']})(?:{name})(?!\w)"
    return bool(name) and not analysis.is_news and re.search(owned, in_small_letters(analysis)) is not None


def leans(noun: Token, start: int, analysis: Analysis, *, whole: bool = False) -> bool:
    """Return True for a bare definite noun that the text has told before, or of whose kind it means a certain one.

    What is the only one of its kind, or a whole kind of thing ("the world", « la faim », « les enfants »), leans on nothing; nor, in a
    sentence told as a `whole`, does a part of the topic that the text has never brought in: « le nid » of a bird.
    """
    settings = analysis.settings
    lemma = noun.lemma_.lower()
    if noun.pos_ != "NOUN" or is_name(noun) or definite_article(noun) is None or is_narrowed(noun, analysis):
        return False
    if {lemma, noun.lower_} & joined(settings.words("arguments", "unique"), settings.words("leaning", "generic")):
        return False
    names = names_built_on(lemma, place_of(noun), analysis)
    if whole and any(name in noun.doc.text[noun.sent.start_char : noun.idx] for name in names):
        return False  # "Fort Kent was rebuilt … the fort"
    seen = brought_in(analysis) if whole and settings.data["leaning"]["parts_stand_alone"] else analysis.first_seen
    told = lemma in analysis.topic or seen.get(lemma, start) < start or bool(names)
    if feature(noun, "Number") == "Plur":
        counted = bool(children(noun, "nummod")) and told
        return counted or (told and settings.data["leaning"]["plurals"])
    pointing = lemma in settings.words("leaning", "pointing") or is_specific(lemma, analysis)
    return told or (pointing and start > first_words(analysis) and not is_of_a_name_before(noun, analysis))


def is_of_a_name_before(noun: Token, analysis: Analysis) -> bool:
    """Return True for a new word for a name of its kind in the same sentence: « EDF … les serveurs de l'opérateur »."""
    kind = next((k for k in KINDS if noun.lemma_.lower() in analysis.language.lexicon.words("head_nouns", k)), "")
    return any(t.ent_type_ == KINDS[kind] for t in noun.doc[noun.sent.start : noun.i]) if kind else False


def is_specific(lemma: str, analysis: Analysis) -> bool:
    """Return True for a noun for firms, places, works or events: "the museum" is a certain one."""
    return any(lemma in analysis.language.lexicon.words("head_nouns", kind) for kind in SPECIFIC)


def full_name(noun: Token, start: int, analysis: Analysis) -> str:
    """Return the one full form of a noun that the article has told before: "Andy Warhol Foundation", « fondation OpenInfra », or ""."""
    lemma = noun.lemma_.lower()
    names = names_built_on(lemma, place_of(noun), analysis)
    key = (lemma, feature(noun, "Number"))
    described = analysis.full_descriptions.get(key, "")
    if described and is_introduced_as(described, noun, start, analysis) and (not names or described in names):
        return described
    sure = len(names) == 1 and key not in analysis.full_descriptions and feature(noun, "Number") != "Plur"
    return next(iter(names)) if sure and not may_mean_topic(names, analysis) else ""


def is_told_first(noun: Token, analysis: Analysis) -> bool:
    """Return True when the article brings a noun in under its one full description, before the sentence in hand."""
    described = analysis.full_descriptions.get((noun.lemma_.lower(), feature(noun, "Number")), "")
    return bool(described) and is_introduced_as(described, noun, place_of(noun.sent[0]), analysis)


def is_introduced_as(described: str, noun: Token, start: int, analysis: Analysis) -> bool:
    """Return True when the article tells a noun under a full description first, and this description does not point back itself."""
    at, first = first_place_of_description(described.lower(), analysis), first_place_of_word(noun.lower_, analysis)
    points = set(described.lower().split()) & analysis.settings.words("time", "ordering")
    return 0 <= at <= first < at + len(described) <= start and not points


def names_built_on(lemma: str, before: int, analysis: Analysis) -> set[str]:
    """Return the names told before that are built on a noun: "Newark Airport" or "University of Oslo", « Université d'Oslo »."""
    entities = ((e, words) for e, words in names_by_end(analysis).get(lemma, ()) if e.first < before)
    return {e.name for e, words in entities if is_built_on(words, lemma, analysis.settings)}


@lru_cache(maxsize=1)  # of the article in hand
def names_by_end(analysis: Analysis) -> dict[str, list[tuple[Entity, list[str]]]]:
    """Return the names of the article with their words, by the first word and by the last, in small letters."""
    found: dict[str, list[tuple[Entity, list[str]]]] = defaultdict(list)
    for entity in analysis.registry.entities:
        words = entity.name.lower().split()
        for end in {words[0], words[-1]} if words else ():
            found[end].append((entity, words))
    return found


def is_built_on(words: Sequence[str], lemma: str, settings: ClauseSettings) -> bool:
    """Return True when a noun stands at the end of a name, or opens it before "of" or as "Fort" does; in French, opens it."""
    if len(words) < MIN_NAME:
        return False
    if not settings.data["leaning"]["noun_ends_name"]:
        return words[0] == lemma
    opens_name = words[0] == lemma and (words[1] == "of" or lemma in settings.words("leaning", "opening_names"))
    return words[-1] == lemma or opens_name


def may_mean_topic(names: set[str], analysis: Analysis) -> bool:
    """Return True when the title names another thing that "the city" could mean as well as the one city told by that word."""
    kinds = {e.type for e in analysis.registry.entities if e.name in names} | {PhraseType.UNKNOWN, PhraseType.WORK}
    title = analysis.article.title
    return any(e.name not in names and e.type in kinds and e.name in title for e in analysis.registry.entities)


def is_short_name(noun: Token, analysis: Analysis) -> bool:
    """Return True for "the Commission": with a capital alone a common noun names nothing, unless there is but one of its kind."""
    settings = analysis.settings
    known = joined(settings.words("arguments", "unique"), settings.words("leaning", "generic"))
    article = definite_article(noun)
    alone = is_name(noun) and noun.nbor(-1) == article and not children(noun, *COMPLEMENTS) and noun.head.pos_ != "PROPN"
    is_title = article is not None and article.text[:1].isupper() and not opens(article)  # "the series The Crown"
    following = noun.doc[noun.i + 1 : min(noun.i + BEHIND + 1, noun.sent.end)]
    opens_more = len(following) > 0 and (following[0].pos_ == "ADP" or following[0].text[:1].isupper())
    goes_on = opens_more and any(t.text[:1].isupper() for t in following)
    return alone and not goes_on and not is_title and noun.lower_ in less(settings.words("arguments", "capitalised"), known)


def long_name(noun: Token, analysis: Analysis) -> str:
    """Return the only name built on a noun, where the noun's paragraph told it before, or ""."""
    names = names_built_on(noun.lower_, place_of(noun), analysis)
    name = next(iter(names)) if len(names) == 1 else ""
    return name if name in noun.doc.text[: noun.idx] else ""
