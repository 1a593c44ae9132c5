"""The thing that an article is about, where a pronoun or possessive goes on about it: « Il mesure 30 cm » of « le Méliphage »."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from quizgen.discourse.hypernyms import TITLE, is_bare, topic_of
from quizgen.discourse.pronouns import is_too_late
from quizgen.discourse.surroundings import is_speech, opening_of, sentence_before
from quizgen.facts import PhraseType
from quizgen.languages.first_names import gender_of_first_name
from quizgen.syntax.phrases import phrase
from quizgen.syntax.tree import child, children, feature, relation

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from quizgen.facts import Phrase
    from quizgen.syntax.analysis import Analysis

FEWEST = 3  # times that an article names what it is about
GENDERS = {"Masc": "m", "Fem": "f"}


def thing_meant(token: Token, wanted: dict[str, object], analysis: Analysis) -> Phrase | None:
    """Return the article's topic when a pronoun or possessive can only mean it: nothing else is told of in the sentence before."""
    thing = thing_of(str(wanted.get("gender") or ""), str(wanted["number"]), analysis)
    if thing is None or wanted.get("person") is True or is_too_late(token, wanted):
        return None
    before = sentence_before(token)
    near = [*(before or ()), *opening_of(token)]
    may_be_person = wanted.get("person") is None and not is_said_of_things(token, analysis)
    if (may_be_person and any(is_maybe_person(t, thing, analysis) for t in near)) or (before is not None and is_speech(before.text)):
        return None
    return thing if before is None or is_about(thing, before, analysis) else None


def is_said_of_things(token: Token, analysis: Analysis) -> bool:
    """Return True for the subject of what is said of things alone: « Il est construit en 1848 », « Il est courant dans le nord »."""
    said = token.head
    is_predicate = any(c.dep_ == "aux:pass" for c in said.children) or child(said, "cop") is not None
    words = analysis.settings.words("verbs", "of_things" if is_predicate else "things_do")
    return relation(token) == "nsubj" and bool({said.lemma_.lower(), said.lower_} & words)


def is_maybe_person(token: Token, thing: Phrase, analysis: Analysis) -> bool:
    """Return True for the name of a person of the thing's gender, as far as is known; one strange word may be anything."""
    if token.ent_type_ != "PER":
        return False
    name = next((ent for ent in token.doc.ents if ent.start <= token.i < ent.end), None)
    gender = gender_of_first_name(name.text, analysis.language.lexicon) if name is not None else ""
    return name is not None and gender in {"", thing.gender} and (bool(gender) or len(name) > 1) and thing.bare not in name.text


def is_about(thing: Phrase, sentence: Span, analysis: Analysis) -> bool:
    """Return True for a sentence whose subject is the thing, by name, by its kind or by a pronoun, or something of the thing's."""
    subject = child(sentence.root, "nsubj", "expl")
    if subject is None or subject.i > sentence.root.i:
        return False
    before = sentence_before(subject)
    if says_what_it_is(subject, sentence, analysis):
        return before is None or is_about(thing, before, analysis)
    if has_as_object(thing, sentence):
        return before is None or is_about(thing, before, analysis)
    if subject.pos_ == "PRON":
        known = analysis.settings.data["pronouns"].get(subject.lower_)
        return known is not None and thing_meant(subject, known, analysis) == thing
    if names(thing, subject, analysis):
        return True
    if may_go_on(thing, subject):
        return False  # « Le nid … Il … »
    owner = next((t for t in subject.subtree if feature(t, "Poss") == "Yes"), None)
    if owner is not None:
        known = analysis.settings.data["possessives"].get(owner.lower_)
        return known is not None and thing_meant(owner, known, analysis) is not None
    return any(names(thing, t, analysis) for t in subject.subtree if t != subject)


def says_what_it_is(subject: Token, sentence: Span, analysis: Analysis) -> bool:
    """Return True for « C'est un site majeur. » and « Il s'agit d'un site majeur. », which go on about what stands before."""
    is_so = subject.lower_ in analysis.settings.words("passages", "cleft") and child(sentence.root, "cop") is not None
    return is_so or (subject.pos_ == "PRON" and sentence.root.lemma_.lower() in analysis.settings.words("passages", "obliging"))


def has_as_object(thing: Phrase, sentence: Span) -> bool:
    """Return True for « On le rencontre dans les bois. »: an object that is a pronoun of the thing's gender, under no named subject."""
    subject = child(sentence.root, "nsubj")
    taken = next((t for t in children(sentence.root, "obj") if t.pos_ == "PRON" and feature(t, "Reflex") != "Yes"), None)
    nobody = subject is not None and subject.pos_ == "PRON" and not feature(subject, "Gender")
    return nobody and taken is not None and may_go_on(thing, taken)


def names(thing: Phrase, noun: Token, analysis: Analysis) -> bool:
    """Return True for the thing's own name, and for the bare word of its kind: « l'espèce »."""
    if noun.pos_ not in {"NOUN", "PROPN"}:
        return False
    topic = topic_of(analysis)
    kinds = analysis.settings.words("leaning", "before_names") | ({topic.lemma} if topic is not None else set())
    title = TITLE.match(analysis.article.title)[1]  # type: ignore[index]  # it matches any text
    if noun.lemma_.lower() in kinds and is_bare(noun):
        return True
    places = [(noun.doc.text.find(own, max(0, noun.idx - len(own))), own) for own in {thing.bare or thing.text, title} if own]
    return any(0 <= at <= noun.idx < at + len(own) for at, own in places)


def may_go_on(thing: Phrase, subject: Token) -> bool:
    """Return True for a subject of the thing's gender and number."""
    gender = GENDERS.get(feature(subject, "Gender"), thing.gender)
    number = {"Sing": "s", "Plur": "p"}.get(feature(subject, "Number"), thing.number)
    return gender == thing.gender and number == thing.number


@lru_cache(maxsize=8)  # of the article in hand
def thing_of(gender: str, number: str, analysis: Analysis) -> Phrase | None:
    """Return what the title names, no person, as a subject of this gender ("" for any) and number; None when none is sure."""
    if analysis.is_news:
        return None
    own = named_by_title(analysis)
    topic = topic_of(analysis)
    told = not things_have_gender(analysis)
    made = own if own is not None and (own.gender or told) else topic.name if topic is not None else None
    if told and number == "p" and (made is None or made.number == "s"):
        made = plural_of_title(analysis)
    if made is None or made.number != number or made.type is PhraseType.PERSON:
        return None
    return made if told or (made.gender and gender in {"", made.gender}) else None


def plural_of_title(analysis: Analysis) -> Phrase | None:
    """Return the kind of thing that the title names in the singular, as the text tells of all of it: "chloroplasts", of "Chloroplast"."""
    title = analysis.article.title.strip().casefold()
    for token in (t for doc in analysis.docs for t in doc if relation(t) == "nsubj" and t.pos_ == "NOUN"):
        if token.lemma_.casefold() == title and feature(token, "Number") == "Plur" and not any(token.children):
            return phrase(token, analysis)
    return None


def things_have_gender(analysis: Analysis) -> bool:
    """Return True for a language whose pronouns of things have a gender: « il », not "it"."""
    return any(entry.get("gender") and not entry.get("person") for entry in analysis.settings.data["pronouns"].values())


@lru_cache(maxsize=1)  # of the article in hand
def named_by_title(analysis: Analysis) -> Phrase | None:
    """Return the title with the article that the text gives it, « le Cob normand », where the text names it so as a subject, and often."""
    title = TITLE.match(analysis.article.title)[1]  # type: ignore[index]  # it matches any text
    if not title or len(re.findall(rf"(?<!\w){re.escape(title)}(?!\w)", analysis.article.text, re.IGNORECASE)) < FEWEST:
        return None
    for token in (t for doc in analysis.docs for t in doc if relation(t) == "nsubj" and t.pos_ in {"NOUN", "PROPN"}):
        made = phrase(token, analysis)
        if title.casefold() == made.text.casefold() or (made.text != made.bare and title.casefold() == made.bare.casefold()):
            return made
    return None
