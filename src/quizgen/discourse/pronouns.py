"""Subject pronouns whose one antecedent is sure: "It …" after a sentence about one thing, « Elle … » after one about one woman."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from quizgen.discourse.acting import is_act, is_actor
from quizgen.discourse.hero import hero_of, is_part_of
from quizgen.discourse.hypernyms import topic_named_by
from quizgen.facts import PhraseType
from quizgen.languages.first_names import gender_of_first_name
from quizgen.syntax.tree import child, children, feature, relation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Span, Token

    from quizgen.facts import Phrase
    from quizgen.syntax.analysis import Analysis

LONGEST_NAME = 6  # words: more is a name with what was said of it
SHORTEST_SPEECH = 6  # words in quotation marks: less is a term
QUOTED = re.compile(r"«[^«»]*(?:»|$)|“[^“”]*(?:”|$)|\"[^\"]*(?:\"|$)")
SAID_OF_SUBJECT = frozenset({"VERB", "ADJ", "NOUN", "PROPN"})  # open what is said of the subject: « Cheval rapide, il … »
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
    hero = hero_of(analysis)
    if hero is not None and not made.gender and made.type is PhraseType.PERSON and is_part_of(made.text.split()[-1], hero):
        made = replace(made, gender=hero.gender)
    agreed = agrees(made, wanted) or (is_unsexed(made, wanted) and not others_in_paragraph(subject, made))
    return made if agreed and not has_rival(near, subject, wanted, analysis, made) else None


def is_unsexed(made: Phrase, wanted: dict[str, object]) -> bool:
    """Return True for a person whose gender nothing tells, where the pronoun stands for a person: "Professor Eastman … He"."""
    return made.type is PhraseType.PERSON and not made.gender and wanted.get("person") is True and made.number == wanted["number"]


def others_in_paragraph(subject: Token, made: Phrase) -> bool:
    """Return True when a paragraph names another person than `made` up to the sentence of its `subject`."""
    own = {word for name in (made.text, made.bare, *made.accepted) for word in name.split()}
    return any(t.ent_type_ == "PER" and t.text not in own for t in subject.doc[: subject.sent.end])


def is_quoted(token: Token) -> bool:
    """Return True inside a quotation that is still open: what "his voice" means there, its speaker knows."""
    before = token.doc.text[: token.idx]
    return before.count('"') % 2 == 1 or before.count("«") > before.count("»") or before.count("“") > before.count("”")


def is_speech(text: str) -> bool:
    """Return True for a sentence with a quotation that is more than a term."""
    return any(len(m.group().split()) >= SHORTEST_SPEECH for m in QUOTED.finditer(text)) or text.count('"') % 2 == 1


def is_too_late(pronoun: Token, wanted: dict[str, object]) -> bool:
    """Return True where words before a pronoun may hold what it stands for: a time and the like may not, « En 1989, il … »."""
    opening = opening_of(pronoun)
    if len(opening) <= LATEST:
        return False
    if wanted.get("person") is not True:
        return wanted.get("gender") is None or any(may_be_meant(t, pronoun) for t in opening if relation(t) != "fixed")
    return any(relation(t) == "nsubj" or t.ent_type_ == "PER" or feature(t, "VerbForm") == "Fin" for t in opening)


def opening_of(pronoun: Token) -> list[Token]:
    """Return the words before a pronoun in its sentence, without what is said of its own subject: « Soignée par Ada, elle … »."""
    verb, opening = pronoun.head, list(pronoun.doc[pronoun.sent.start : pronoun.i])
    said = [c for c in children(verb, "advcl", "acl", "amod") if c.i < pronoun.i and child(c, "nsubj", "mark") is None]
    of_subject = {t for c in said if feature(c, "VerbForm") != "Fin" and not feature(c, "Mood") for t in c.subtree}
    if opening and opening[0].pos_ in SAID_OF_SUBJECT and opening[0].ent_type_ != "PER" and is_fronted(pronoun):
        return []  # « Devenu pilote pour Ada Stein, il … », whatever the parser makes of it
    return [t for t in opening if t not in of_subject]


def is_fronted(pronoun: Token) -> bool:
    """Return True for a subject pronoun behind a comma, where no verb stands before with a subject of its own."""
    before = pronoun.doc[pronoun.sent.start : pronoun.i]
    return pronoun.nbor(-1).text == "," and not any(feature(t, "VerbForm") == "Fin" for t in before) if len(before) else False


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


def protagonist(pronoun: Token, before: Span | None, wanted: dict[str, object], analysis: Analysis) -> Phrase | None:
    """Return the person whom the article is about, when nobody and nothing else near can be meant."""
    hero = hero_of(analysis)
    if hero is None or wanted["number"] != "s" or wanted.get("person") is False or hero.gender != wanted.get("gender"):
        return None
    acts = wanted.get("person") is None and is_act(pronoun, analysis)  # « il épouse »: no thing does
    if wanted.get("person") is None and is_about_a_thing(hero.gender, analysis, acting=acts):
        return None
    near = [*(before or ()), *opening_of(pronoun)]
    goes_on = before is not None and goes_on_about(hero, before, wanted, analysis)
    goes_on_far = goes_on and is_main_subject(pronoun)
    own = own_names(before) if before is not None and opens_article(before, hero, analysis) else ()
    others = [t for t in near if t not in own and is_rival_of(hero, t, analysis)]
    rivals = [t for t in others if not ((goes_on and is_embedded(t)) or (goes_on_far and is_aside(t)))]
    if acts:
        rivals += [t for t in near if is_actor(t, hero, analysis)]
    return None if rivals or (not acts and is_thing_near(near, hero, wanted, analysis)) else hero


def is_main_subject(pronoun: Token) -> bool:
    """Return True for the subject of a sentence, and for whose it is."""
    subject = pronoun.head if feature(pronoun, "Poss") == "Yes" else pronoun
    return relation(subject) == "nsubj" and subject.head == subject.sent.root


def is_aside(token: Token) -> bool:
    """Return True for somebody who goes with what a sentence tells: "He appeared alongside Ada Stein and Bob Low. He …".

    So does who stands in a clause of its own under the main one: "He moved to let Bob Low play. He …".
    """
    head = token
    while relation(head) in {"flat", "compound", "conj", "appos"} and head.head.pos_ in {"NOUN", "PROPN"}:
        head = head.head
    clauses = (t for t in (head.head, *head.head.ancestors) if relation(t) in {"advcl", "acl", "ccomp"})
    return relation(head) in {"obl", "nmod"} or relation(next(clauses, head)) in {"advcl", "acl"}


def own_names(sentence: Span) -> frozenset[Token]:
    """Return the words of a sentence's subject, and of the name that it is said to be known by."""
    subject = child(sentence.root, "nsubj")
    return frozenset(subject.subtree) if subject is not None else frozenset()


def opens_article(sentence: Span, hero: Phrase, analysis: Analysis) -> bool:
    """Return True for the first sentence of all, where its subject is the hero under a fuller name: "Joshua Abraham Norton (1818 – …)"."""
    subject = child(sentence.root, "nsubj")
    is_first = sentence.doc == analysis.docs[0] and sentence.start == 0
    return is_first and subject is not None and any(is_part_of(t.text, hero) for t in subject.subtree)


def goes_on_about(hero: Phrase, before: Span, wanted: dict[str, object], analysis: Analysis) -> bool:
    """Return True when the main subject of the sentence before is the hero, by name or by the same pronoun."""
    subject = child(before.root, "nsubj")
    if subject is None or subject.i > before.root.i:
        return False
    pronouns = analysis.settings.data["pronouns"]
    return pronouns.get(subject.lower_) == wanted or (subject.pos_ == "PROPN" and is_part_of(subject.text, hero))


def is_rival_of(hero: Phrase, token: Token, analysis: Analysis) -> bool:
    """Return True for another person who may be of the hero's gender."""
    if token.ent_type_ != "PER" or is_part_of(token.text, hero) or token.text.isupper():  # « J.-C. »
        return False
    name = next((ent.text for ent in token.doc.ents if ent.start <= token.i < ent.end), token.text)
    return gender_of_first_name(name, analysis.language.lexicon) in {"", hero.gender}


def is_embedded(token: Token) -> bool:
    """Return True for a name within a phrase about something else: "the films of Woody Allen", « la voiture de Varzi »."""
    head = token.head if relation(token) in {"flat", "compound"} else token
    return relation(head) in {"nmod", "appos"} and head.head.pos_ in {"NOUN", "PROPN"} and head.head.ent_type_ != "PER"


@lru_cache(maxsize=4)
def is_about_a_thing(gender: str, analysis: Analysis, *, acting: bool = False) -> bool:
    """Return True when title or standfirst name a thing of this gender: « il » may then be the canal as well as its engineer.

    Of a canal no act is told, of a party it is: `acting` asks for those things only that may do what somebody does.
    """
    lexicon = analysis.language.lexicon
    people = lexicon.words("head_nouns", "person") | lexicon.words("roles", "nouns")
    genders = {"m": "Masc", "f": "Fem"}
    topic = analysis.topic - people
    if acting:
        topic &= lexicon.words("head_nouns", "organization") | lexicon.words("organizations", "nouns")
    things = (t for doc in analysis.docs for t in doc if t.pos_ == "NOUN" and t.lemma_.lower() in topic)
    return any(feature(t, "Gender") == genders.get(gender) for t in things)


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
    clauses = [c for c in children(verb, "csubj", "ccomp") if relation(c) == "csubj" or children(c, "mark")]
    reflexive = [c for c in children(verb, "expl", "obj", "iobj") if feature(c, "Reflex") == "Yes"]
    if "expl" in pronoun.dep_:  # of a passive, « il avait été relâché », and of « il se rend compte », only a clause behind makes sure
        return bool(governed or clauses) or not (reflexive or any(c.dep_ == "aux:pass" for c in verb.children))
    own = [c for c in children(verb, "expl") if c not in reflexive]
    return bool(own or clauses) and child(verb, "obj") is None


def agrees(made: Phrase, wanted: dict[str, object]) -> bool:
    """Return True when a phrase has the number, gender and kind that a pronoun wants; an unknown gender agrees with none."""
    person = made.type is PhraseType.PERSON
    gender = wanted.get("gender")
    if made.number != wanted["number"] or (wanted.get("person") is not None and wanted["person"] is not person):
        return False
    return gender is None or made.gender == gender or (not made.gender and made.is_name and not person and gender == "m")


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
