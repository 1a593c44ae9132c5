"""Subject pronouns whose one antecedent is sure: "It …" after a sentence about one thing, « Elle … » after one about one woman."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from quizgen.discourse.agreement import gender_by_agreement
from quizgen.discourse.hero import hero_of, is_part_of
from quizgen.discourse.hypernyms import topic_named_by
from quizgen.discourse.protagonist import protagonist
from quizgen.discourse.surroundings import agrees, is_quoted, is_speech, opening_of, sentence_before
from quizgen.facts import PhraseType
from quizgen.syntax.tree import child, children, feature, relation

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from quizgen.facts import Phrase
    from quizgen.syntax.analysis import Analysis

LONGEST_NAME = 6  # words: more is a name with what was said of it
LATEST = 4  # tokens before the pronoun in its sentence: « En 1989, il … » at most


def antecedent(pronoun: Token, analysis: Analysis) -> Phrase | None:
    """Return what a subject pronoun stands for, when it can only be that; else None.

    It is the subject of the clause that the pronoun's own hangs on ("Libya announced it …"), the main subject of the sentence before,
    whatever that stands for itself ("She … She …"), or the person whom the article is about: only in one paragraph, only with agreement,
    and only when nothing else near could be meant.
    """
    wanted = analysis.settings.data["pronouns"].get(pronoun.lower_)
    if wanted is None or is_impersonal(pronoun, analysis) or is_quoted(pronoun):
        return None
    inside = subject_inside(pronoun, wanted, analysis)
    if inside is not None:
        return inside
    before = sentence_before(pronoun)
    near = subject_before(pronoun, before, wanted, analysis) if before is not None else None
    return near or protagonist(pronoun, before, wanted, analysis)


def subject_inside(pronoun: Token, wanted: dict[str, object], analysis: Analysis) -> Phrase | None:
    """Return the subject of the speech verb over the pronoun's clause, or of the clause that opens the sentence, when it alone agrees."""
    verb = pronoun.head
    is_said = relation(verb) == "ccomp" and verb.head.lemma_.lower() in analysis.language.lexicon.words("speech", "verbs")
    clauses = [verb.head] if is_said else [c for c in children(verb, "advcl") if c.i < pronoun.i]
    found = [s for s in (child(clause, "nsubj") for clause in clauses) if s is not None and s.i < pronoun.i]
    if len(found) != 1 or found[0].pos_ != "PROPN":
        return None
    before = pronoun.doc[pronoun.sent.start : pronoun.i]
    return sure_subject(found[0], before, wanted, analysis)


def subject_before(pronoun: Token, before: Span, wanted: dict[str, object], analysis: Analysis) -> Phrase | None:
    """Return what the main subject of the sentence before stands for, when it agrees and has no rival."""
    subject = child(before.root, "nsubj")
    if subject is None or subject.i > before.root.i or is_speech(before.text) or is_too_late(pronoun, wanted):
        return None
    if any(t.lower_ == pronoun.lower_ and t != subject and t.head == before.root for t in before):
        return None  # "The Rhine flows into it. It …": two things are told of
    if subject.pos_ == "PRON":
        known = analysis.settings.data["pronouns"].get(subject.lower_)
        meant = antecedent(subject, analysis) if known is not None and goes_with(wanted, known) else None
        return meant if meant is not None and not has_rival(before, subject, wanted, analysis, meant) else None
    return sure_subject(subject, before, wanted, analysis)


def goes_with(wanted: dict[str, object], known: dict[str, object]) -> bool:
    """Return True when two words can stand for one thing: "he … he", "he … his"."""
    return all(value == known.get(key, value) for key, value in wanted.items())


def sure_subject(subject: Token, near: Span, wanted: dict[str, object], analysis: Analysis) -> Phrase | None:
    """Return the phrase of a subject that stands alone and agrees, when nothing else in `near` could be meant."""
    from quizgen.syntax.dangling import dangling
    from quizgen.syntax.phrases import phrase, phrase_tokens

    words = phrase_tokens(subject, analysis)
    topic = topic_named_by(subject, analysis) if len(words) <= 2 else None
    if not words or (topic is None and dangling(subject, words, analysis, as_subject=True)):
        return None
    made = topic or phrase(subject, analysis, words)
    if words[0].lower_ in analysis.settings.words("articles", "indefinite"):
        return None  # « un ancien producteur »: who he is, only the sentence before says
    if made.is_name and len(made.text.split()) > LONGEST_NAME:
        return None
    if not made.gender and made.type is PhraseType.PERSON:
        made = replace(made, gender=gender_of(made, analysis))
    agreed = agrees(made, wanted) or (is_unsexed(made, wanted) and not others_in_paragraph(subject, made))
    return made if agreed and not has_rival(near, subject, wanted, analysis, made) else None


def gender_of(person: Phrase, analysis: Analysis) -> str:
    """Return the gender of a person that his first name does not tell: of the hero, or told by words that agree with the name."""
    hero = hero_of(analysis)
    if hero is not None and is_part_of(person.text.split()[-1], hero):
        return hero.gender
    return gender_by_agreement(person, analysis)


def is_unsexed(made: Phrase, wanted: dict[str, object]) -> bool:
    """Return True for a person whose gender nothing tells, where the pronoun stands for a person: "Professor Eastman … He"."""
    return made.type is PhraseType.PERSON and not made.gender and wanted.get("person") is True and made.number == wanted["number"]


def others_in_paragraph(subject: Token, made: Phrase) -> bool:
    """Return True when a paragraph names another person than `made` up to the sentence of its `subject`."""
    own = {word for name in (made.text, made.bare, *made.accepted) for word in name.split()}
    return any(t.ent_type_ == "PER" and t.text not in own for t in subject.doc[: subject.sent.end])


def is_too_late(pronoun: Token, wanted: dict[str, object]) -> bool:
    """Return True where words before a pronoun may hold what it stands for: a time and the like may not, « En 1989, il … »."""
    opening = opening_of(pronoun)
    if len(opening) <= LATEST:
        return False
    if wanted.get("person") is not True:
        return any(may_be_meant(t, pronoun) for t in opening if relation(t) != "fixed")
    return any(relation(t) == "nsubj" or t.ent_type_ == "PER" or feature(t, "VerbForm") == "Fin" for t in opening)


def may_be_meant(token: Token, pronoun: Token) -> bool:
    """Return True for a noun deep in the opening of a pronoun's clause, « À la fin du film, il … », and for a clause there.

    « Dans le film, il … », « Avec 29 cm de long, il … »: what hangs on the pronoun's own verb, and a measure, is not meant.
    """
    if feature(token, "VerbForm") in {"Fin", "Part"} or relation(token) in {"nsubj", "dislocated"} or token.ent_type_ == "PER":
        return True
    agreed = all(feature(token, name) in {"", feature(pronoun, name)} for name in ("Gender", "Number"))
    beside = (token, token.head, *token.children, *token.head.children)
    measure = any(t.pos_ == "NUM" or feature(t, "NumType") == "Ord" for t in beside)
    return token.pos_ in {"NOUN", "PROPN"} and token.head != pronoun.head and agreed and not measure


def is_impersonal(pronoun: Token, analysis: Analysis) -> bool:
    """Return True for « il faut », "it is said that": a subject that stands for nothing."""
    verb = pronoun.head
    if {verb.lemma_.lower(), verb.lower_} & set(analysis.settings.data["impersonal"]["verbs"]):
        return True
    predicates = [verb, *children(verb, "xcomp")]
    if is_of_something(verb, analysis):
        return False
    behind = [c for p in predicates for c in children(p, "xcomp", "ccomp", "advcl", "csubj", "acl") if c.i > pronoun.i]
    governed = [c for c in behind if children(c, "mark")]
    if governed and any(p.pos_ == "ADJ" for p in predicates):
        return True
    is_named = child(verb, "cop") is not None and any(feature(d, "Definite") == "Def" for d in children(verb, "det"))
    clauses = [c for c in children(verb, "csubj", "ccomp") if relation(c) == "csubj" or children(c, "mark")]
    if is_named and verb.pos_ == "NOUN" and clauses and all(feature(c, "VerbForm") == "Inf" for c in clauses):
        return False  # "It was the first dynasty to rule over Kent"
    own_clitics = analysis.settings.words("clitics", "kept")  # « il s'installe »
    reflexive = [c for c in children(verb, "expl", "obj", "iobj") if feature(c, "Reflex") == "Yes" or c.lower_ in own_clitics]
    if "expl" in pronoun.dep_:  # of a passive, « il avait été relâché », and of « il se rend compte », only a clause behind makes sure
        things = [c for c in children(verb, "obj") if c.pos_ == "NOUN" and c.i > verb.i]  # « il se vend douze navires »
        return bool(governed or clauses or things) or not (reflexive or any(c.dep_ == "aux:pass" for c in verb.children))
    own = [c for c in children(verb, "expl") if c not in reflexive]
    return bool(own or clauses) and child(verb, "obj") is None


def is_of_something(verb: Token, analysis: Analysis) -> bool:
    """Return True for what only a thing does or is: "It shows that …", "It consists of …", "It is too reactive to stay free"."""
    settings = analysis.settings
    is_state = child(verb, "cop") is not None or any(c.dep_ == "aux:pass" for c in verb.children)
    degrees = settings.words("impersonal", "degrees") if verb.pos_ == "ADJ" else frozenset()
    acts = bool(settings.data["impersonal"]["of_states"]) and not is_state and verb.pos_ == "VERB"
    return acts or any(c.lower_ in degrees for c in children(verb, "advmod"))


def has_rival(before: Span, subject: Token, wanted: dict[str, object], analysis: Analysis, meant: Phrase) -> bool:
    """Return True when another noun of the sentence before is a subject or a person that the pronoun could mean."""
    from quizgen.syntax.phrases import phrase

    own = {word for name in (meant.text, *meant.accepted) for word in name.split()}
    for token in before:
        if token == subject or token.pos_ not in {"NOUN", "PROPN"} or token in set(subject.subtree) or token.text in own:
            continue
        is_person = token.ent_type_ == "PER"
        if (relation(token) == "nsubj" or is_person) and relation(token) != "flat":
            rival = phrase(token, analysis)
            if agrees(rival, wanted) or (is_person and not rival.gender and wanted.get("person") is not False and wanted["number"] == "s"):
                return True
    return False
