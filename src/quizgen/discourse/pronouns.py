"""Subject pronouns whose one antecedent is sure: "It …" after a sentence about one thing, « Elle … » after one about one woman."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from quizgen.facts import PhraseType
from quizgen.languages.first_names import gender_of_first_name
from quizgen.syntax.tree import child, children, feature, relation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Span, Token

    from quizgen.facts import Phrase
    from quizgen.syntax.analysis import Analysis

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
    from quizgen.syntax.phrases import dangling, phrase, phrase_tokens

    words = phrase_tokens(subject, analysis)
    if not words or dangling(subject, words, analysis, as_subject=True):
        return None
    made = phrase(subject, analysis, words)
    return made if agrees(made, wanted) and not has_rival(before, subject, wanted, analysis) else None


def protagonist(pronoun: Token, before: Span | None, wanted: dict[str, object], analysis: Analysis) -> Phrase | None:
    """Return the person whom the article is about, when nobody and nothing else near can be meant."""
    hero = hero_of(analysis)
    if hero is None or wanted["number"] != "s" or wanted.get("person") is False or hero.gender != wanted.get("gender"):
        return None
    if wanted.get("person") is None and is_about_a_thing(str(wanted["gender"]), analysis):
        return None
    near = [*(before or ()), *pronoun.doc[pronoun.sent.start : pronoun.i]]
    names = {hero.text, *hero.accepted}
    rivals = [t for t in near if t.ent_type_ == "PER" and not any(t.text in name for name in names)]
    return None if rivals or is_thing_near(near, hero, wanted, analysis) else hero


@lru_cache(maxsize=2)
def is_about_a_thing(gender: str, analysis: Analysis) -> bool:
    """Return True when title or standfirst name a thing of this gender: « il » may then be the canal as well as its engineer."""
    lexicon = analysis.language.lexicon
    people = lexicon.words("head_nouns", "person") | lexicon.words("roles", "nouns")
    genders = {"m": "Masc", "f": "Fem"}
    topic = analysis.topic - people
    things = (t for doc in analysis.docs for t in doc if t.pos_ == "NOUN" and t.lemma_.lower() in topic)
    return any(feature(t, "Gender") == genders.get(gender) for t in things)


@lru_cache(maxsize=1)  # of the article in hand
def hero_of(analysis: Analysis) -> Phrase | None:
    """Return the person named most, if named in the title or three times as often as the next; the gender by first name or by pronouns."""
    people = [
        (p, e) for p in analysis.registry.phrases() if p.type is PhraseType.PERSON and (e := analysis.registry.find(p.text)) is not None
    ]
    if not people or people[0][1].mentions < FEWEST:
        return None
    hero, entity = people[0]
    next_most = people[1][1].mentions if len(people) > 1 else 0
    if not any(n in analysis.article.title for n in (hero.text, *hero.accepted)) and entity.mentions < 3 * next_most:
        return None
    gender = gender_of_first_name(hero.text, analysis.language.lexicon) or gender_by_pronouns(analysis)
    return replace(hero, gender=gender, is_definite=True) if gender else None


def gender_by_pronouns(analysis: Analysis) -> str:
    """Return the gender of the only personal pronoun that an article uses much ("he" five times, "she" never), or ""."""
    words = Counter(t.lower_ for doc in analysis.docs for t in doc if t.pos_ == "PRON")
    table = analysis.settings.data["pronouns"]
    counts = {entry["gender"]: words[word] for word, entry in table.items() if entry.get("person")}
    return next((g for g, n in counts.items() if n >= FEWEST and n > 5 * sum(m for other, m in counts.items() if other != g)), "")


def is_thing_near(near: Sequence[Token], hero: Phrase, wanted: dict[str, object], analysis: Analysis) -> bool:
    """Return True when a subject or object near is a thing that the pronoun could stand for."""
    if wanted.get("person"):
        return False
    from quizgen.syntax.phrases import phrase

    subjects = [t for t in near if (relation(t) in {"nsubj", "obj"} and t.pos_ == "NOUN") or (t.pos_ == "PROPN" and t.ent_type_ != "PER")]
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
    from quizgen.syntax.phrases import phrase

    for token in before:
        if token == subject or token.pos_ not in {"NOUN", "PROPN"} or token in set(subject.subtree):
            continue
        is_subject = relation(token) == "nsubj"
        if (is_subject or token.ent_type_ == "PER") and relation(token) != "flat" and agrees(phrase(token, analysis), wanted):
            return True
    return False
