"""Subject pronouns whose one antecedent is sure: "It …" after a sentence about one thing, « Elle … » after one about one woman."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from quizgen.extraction.tree import child, children, relation
from quizgen.facts import PhraseType

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from quizgen.extraction.analysis import Analysis
    from quizgen.facts import Phrase

FEWEST = 4  # mentions of a protagonist
LATEST = 4  # tokens before the pronoun in its sentence: « En 1989, il … » at most


def antecedent(pronoun: Token, analysis: Analysis) -> Phrase | None:
    """Return the main subject of the sentence before, when the pronoun can only mean it; else None.

    Only the first clause of a sentence is read so, only in one paragraph, only with agreement in gender and number, and only when no other
    noun of the sentence before, nor an earlier one of this sentence, could be meant.
    """
    wanted = analysis.settings.data["pronouns"].get(pronoun.lower_)
    if wanted is None or is_impersonal(pronoun, analysis):
        return None
    before = sentence_before(pronoun)
    near = subject_before(pronoun, before, wanted, analysis) if before is not None else None
    return near or protagonist(pronoun, before, wanted, analysis)


def subject_before(pronoun: Token, before: Span, wanted: dict[str, object], analysis: Analysis) -> Phrase | None:
    """Return the main subject of the sentence before, when it agrees and has no rival."""
    if pronoun.i - pronoun.sent.start > LATEST:
        return None
    main = before.root
    subject = child(main, "nsubj")
    if subject is None or subject.i > main.i or '"' in before.text or "«" in before.text:
        return None
    from quizgen.extraction.phrases import dangling, phrase, phrase_tokens

    words = phrase_tokens(subject, analysis)
    if not words or dangling(subject, words, analysis, as_subject=True):
        return None
    made = phrase(subject, analysis, words)
    return made if agrees(made, wanted) and not has_rival(before, subject, wanted, analysis) else None


def protagonist(pronoun: Token, before: Span | None, wanted: dict[str, object], analysis: Analysis) -> Phrase | None:
    """Return the one person of the pronoun's gender whom the article is about, when nobody and nothing else near can be meant."""
    people = [p for p in people_of(analysis) if p.gender == wanted.get("gender")]
    if not people or wanted["number"] != "s" or wanted.get("person") is False:
        return None
    hero = people[0]
    entity = analysis.registry.find(hero.text)
    others = [analysis.registry.find(p.text) for p in people[1:]]
    if entity is None or entity.mentions < FEWEST or any(o is not None and o.mentions * 4 > entity.mentions for o in others):
        return None
    around = pronoun.doc.text
    if any(o is not None and any(name in around for name in (o.name, *o.aliases)) for o in others):
        return None
    return hero if not is_thing_near(pronoun, before, hero, wanted, analysis) else None


def people_of(analysis: Analysis) -> list[Phrase]:
    """Return the article's persons with the gender that their first names tell, most mentioned first."""
    names = {g: analysis.language.lexicon.words("first_names", g) for g in ("m", "f")}
    found = []
    for person in analysis.registry.phrases():
        first = person.text.split()[0].lower()
        gender = next((g for g, known in names.items() if first in known or first.split("-")[0] in known), "")
        if person.type is PhraseType.PERSON and gender and " " in person.text:
            found.append(replace(person, gender=gender, is_definite=True))
    return found


def is_thing_near(pronoun: Token, before: Span | None, hero: Phrase, wanted: dict[str, object], analysis: Analysis) -> bool:
    """Return True when a subject of this or the last sentence is a thing that the pronoun could stand for."""
    if wanted.get("person"):
        return False
    from quizgen.extraction.phrases import phrase

    start = pronoun.sent.start
    tokens = [*(before or ()), *pronoun.doc[start:pronoun.i]]
    subjects = [t for t in tokens if (relation(t) in {"nsubj", "obj"} and t.pos_ == "NOUN") or (t.pos_ == "PROPN" and t.ent_type_ != "PER")]
    return any(agrees(phrase(t, analysis), wanted) and hero.text.split()[-1] not in t.text for t in subjects)


def sentence_before(token: Token) -> Span | None:
    """Return the sentence before a token's own in its paragraph, or None."""
    before = None
    for sentence in token.doc.sents:
        if sentence.start <= token.i < sentence.end:
            return before
        before = sentence
    return None


def is_impersonal(pronoun: Token, analysis: Analysis) -> bool:
    """Return True for « il faut », "it is said that": a subject that stands for nothing."""
    verb = pronoun.head
    if {verb.lemma_.lower(), verb.lower_} & set(analysis.settings.data["impersonal"]["verbs"]):
        return True
    predicates = [verb, *children(verb, "xcomp")]
    governed = [c for p in predicates for c in children(p, "xcomp", "ccomp", "advcl", "csubj", "acl") if children(c, "mark")]
    if governed and any(p.pos_ == "ADJ" for p in predicates):
        return True
    return "expl" in pronoun.dep_ or (bool(children(pronoun.head, "expl", "csubj", "ccomp")) and child(pronoun.head, "obj") is None)


def agrees(made: Phrase, wanted: dict[str, object]) -> bool:
    """Return True when a phrase has the number, gender and kind that a pronoun wants; an unknown gender agrees with none."""
    person = made.type is PhraseType.PERSON
    gender = wanted.get("gender")
    if made.number != wanted["number"] or (wanted.get("person") is not None and wanted["person"] is not person):
        return False
    return gender is None or made.gender == gender or (not made.gender and made.is_name and not person and gender == "m")


def has_rival(before: Span, subject: Token, wanted: dict[str, object], analysis: Analysis) -> bool:
    """Return True when another noun of the sentence before is a subject or a person that the pronoun could mean."""
    from quizgen.extraction.phrases import phrase

    for token in before:
        if token == subject or token.pos_ not in {"NOUN", "PROPN"} or token in set(subject.subtree):
            continue
        is_subject = relation(token) == "nsubj"
        if (is_subject or token.ent_type_ == "PER") and relation(token) != "flat" and agrees(phrase(token, analysis), wanted):
            return True
    return False
