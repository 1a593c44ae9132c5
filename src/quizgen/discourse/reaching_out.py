"""Words of a sentence that point outside it: a pronoun, a possessive or a demonstrative whose antecedent the sentence does not hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.discourse.acting import is_somebody
from quizgen.discourse.hero import hero_of, is_part_of
from quizgen.discourse.pronouns import is_impersonal
from quizgen.discourse.surroundings import is_fronted
from quizgen.languages.base import joined
from quizgen.syntax.tree import child, children, feature, follows_comma, opens, relation

if TYPE_CHECKING:
    from collections.abc import Container

    from spacy.tokens import Span, Token

    from quizgen.syntax.analysis import Analysis, ClauseSettings

POINTING = frozenset({"PRON", "DET", "ADV"})
NAMED = frozenset({"PER", "ORG"})
HELD = frozenset({"nsubj", "obj"})  # what a pronoun further on may take up


def first_reaching_out(sentence: Span, known: Container[Token], analysis: Analysis, gone: Container[Token] = ()) -> Token | None:
    """Return the first word of a sentence that stands for something outside it, or None; the `known` are told in full, the `gone` cut."""
    others = analysis.settings.words("passages", "others")
    pointing = (t for t in sentence if t.pos_ in POINTING or t.lower_ in others)
    return next((t for t in pointing if t not in known and t not in gone and reaches_out(t, sentence, known, analysis)), None)


def reaches_out(token: Token, sentence: Span, known: Container[Token], analysis: Analysis) -> bool:
    """Return True for a word whose antecedent its own sentence does not hold."""
    settings = analysis.settings
    if token.lower_ in settings.words("passages", "others") and is_another(token, settings):
        return True
    if token.pos_ not in POINTING:
        return False
    if token.lower_ in settings.words("passages", "adverbs"):
        return not is_no_place(token, settings)
    if token.pos_ == "ADV" and token.lower_ in joined(settings.words("passages", "lasting"), settings.words("passages", "held")):
        return False  # a time: whether it leans is asked of the text (passages/times.py)
    if is_part_of_something(token, analysis):
        return True
    if feature(token, "PronType") == "Dem" and not opens_clause(token, analysis):
        pointed = token.head if token.pos_ == "DET" else token
        return not (is_told_before(token, sentence, settings) or is_explained(pointed, token, analysis))
    if feature(token, "Person") in {"1", "2"} or token.lower_ in analysis.language.lexicon.words("pronouns", "first_person"):
        return True
    is_third = token.pos_ == "PRON" and feature(token, "Person") in {"3", ""} and feature(token, "PronType") in {"Prs", ""}
    if not (is_third or feature(token, "Poss") == "Yes") or feature(token, "Reflex") == "Yes":
        return False
    is_person = settings.data["pronouns"].get(token.lower_, {}).get("person") is True
    if relation(token) in {"nsubj", "expl"} and not is_person and is_impersonal(token, analysis):
        return False
    if is_told_after(token, sentence, known, analysis):
        return False
    return not any(may_mean(token, t, known, analysis) for t in sentence if t.i < token.i)


def is_another(token: Token, settings: ClauseSettings) -> bool:
    """Return True for « d'autres rivières » as a subject with nothing named before it that these are told from."""
    noun = token.head
    before = noun.doc[noun.sent.start : token.i]
    told = any(t.lower_ in settings.words("passages", "told_from") for t in (*noun.subtree, *before[-3:]))  # « les uns après les autres »
    times = settings.words("time", "nouns")  # not « le dimanche 15 juillet »
    named = any(t.pos_ in {"NOUN", "PROPN"} and t.head.pos_ != "NUM" and t.lemma_.lower() not in times for t in before)
    return relation(noun) == "nsubj" and not told and not named


def opens_clause(token: Token, analysis: Analysis) -> bool:
    """Return True for "that" behind a word of saying or a noun, "the claim that freedom …", which the tagger takes for "that freedom"."""
    before = token.nbor(-1) if not opens(token) else None
    if before is None or token.lower_ not in analysis.settings.words("passages", "clause_openers"):
        return False
    is_time = token.head.lemma_.lower() in analysis.settings.words("time", "nouns")
    is_said = before.lemma_.lower() in analysis.language.lexicon.words("speech", "verbs") or before.pos_ == "NOUN"
    return token.pos_ == "DET" and is_said and not is_time


def is_part_of_something(token: Token, analysis: Analysis) -> bool:
    """Return True for "both terms", and for "others", "many" as a subject: of which or of what, another sentence says."""
    if token.pos_ == "DET" and token.lower_ in analysis.settings.words("passages", "pairing"):
        return child(token.head, "conj", "nmod") is None and token.i < token.head.i
    is_part = token.lower_ in analysis.settings.words("passages", "parts") and relation(token) == "nsubj"
    return is_part and not children(token, "nmod", "acl", "obl")


def is_no_place(token: Token, settings: ClauseSettings) -> bool:
    """Return True for « il y a », « par ailleurs », « s'en prend à »: words of an expression; and for « pour y étudier »."""
    before = token.nbor(-1).lower_ if token.i else ""
    if relation(token) in {"mark", "case"} or ("expl" in token.dep_ and is_impersonal_verb(token)):
        return True
    said = {f"{before} {token.lower_}", f"{before} {token.lower_} {token.head.lemma_.lower()}"}
    return bool(said & settings.words("passages", "no_adverbs")) or is_place_of_purpose(token, settings)


def is_place_of_purpose(token: Token, settings: ClauseSettings) -> bool:
    """Return True for « Ada achète un atelier pour y peindre », « Ada va à Nantes pour y étudier »: what stands before the purpose."""
    verb = token.head
    opens_purpose = any(m.lower_ in settings.words("arguments", "purpose") and m.i < token.i for m in children(verb, "mark", "case"))
    if token.lower_ not in settings.words("passages", "there") or not opens_purpose or verb.i < verb.head.i:
        return False
    told = [t for t in children(verb.head, "obj", "obl") if verb.head.i < t.i < token.i]
    return any(t.ent_type_ == "LOC" or (relation(t) == "obj" and t.pos_ == "NOUN" and t.ent_type_ != "PER") for t in told)


def is_impersonal_verb(token: Token) -> bool:
    """Return True for a verb that has no subject before it but an empty one: « il y a », not « les chevaux qui y naissent »."""
    return all("expl" in s.dep_ for s in children(token.head, "nsubj", "expl") if s.i < token.head.i)


def is_told_before(token: Token, sentence: Span, settings: ClauseSettings) -> bool:
    """Return True for « les forêts … ces forêts », and for « celui-ci » behind a noun that agrees."""
    nouns = [t for t in sentence if t.i < token.i and t.pos_ in {"NOUN", "PROPN"}]
    if token.pos_ == "DET":
        return any(t.lemma_ == token.head.lemma_ and feature(t, "Number") == feature(token.head, "Number") for t in nouns)
    forms = ("Gender", "Number")
    near = tuple(settings.data["passages"]["near_endings"])
    return token.lower_.endswith(near) and any(all(feature(t, f) == feature(token, f) for f in forms) for t in nouns)


def is_explained(noun: Token, pronoun: Token, analysis: Analysis) -> bool:
    """Return True for « ceux qui … », "those of …", "those monks that …", and for a cleft: « c'est … que »."""
    if noun != pronoun:
        relative = any(c.dep_ == "acl:relcl" and c.i > noun.i and not follows_comma(c) for c in noun.children)
        return relative and pronoun.lower_ in analysis.settings.words("passages", "explained")
    following = pronoun.nbor(1) if pronoun.i + 1 < len(pronoun.doc) else None
    if following is not None and following.lower_ in analysis.settings.words("passages", "explaining"):
        return True
    cleft, closing = analysis.settings.words("passages", "cleft"), analysis.settings.words("passages", "closing_cleft")
    return pronoun.lower_ in cleft and any(t.lower_ in closing for t in pronoun.doc[pronoun.i : pronoun.sent.end])


def may_mean(pronoun: Token, noun: Token, known: Container[Token], analysis: Analysis) -> bool:
    """Return True for a noun that a pronoun or possessive behind it takes up: a subject, an object or a name that agrees."""
    if noun in known:
        return feature(noun, "Poss") == "Yes" or agrees(pronoun, noun, analysis)
    if relation(noun) in {"flat", "compound"}:
        return False  # a name is where its head is
    if relation(pronoun) == "nsubj" and (is_fronted(pronoun) or (pronoun.head.head == pronoun.head and relation(noun) != "nsubj")):
        return False  # « Soigné par Léo Stein, il … »: what comes before a sentence's subject seldom says what it is
    displaced = pronoun.head.lower_ in analysis.settings.words("passages", "displacing")
    if displaced and feature(pronoun, "Poss") == "Yes" and noun.head == pronoun.head.head and relation(noun) == "nsubj":
        return False  # "mills take their place": that of others
    is_person = noun.ent_type_ in NAMED
    if is_within(pronoun, noun) or is_one_of_its(pronoun, noun, analysis.settings):
        return False
    if feature(pronoun, "Poss") != "Yes" and whole_of(noun).head == pronoun.head:
        return False  # « la ville la restaure »: two parts of one clause are two things
    is_source = any(c.lower_ in analysis.settings.words("arguments", "source") for c in children(pronoun, "case"))
    is_told = relation(noun) in HELD or is_person or (is_source and is_somebody(noun, analysis))  # « selon eux »
    if noun.pos_ not in {"NOUN", "PROPN"} or not is_told:
        return False
    if is_person and is_deep(noun) and not is_of_person(pronoun, analysis):
        return False
    return agrees(pronoun, noun, analysis)


def whole_of(noun: Token) -> Token:
    """Return the noun that a member of a list or a name beside it belongs to: « deux êtres, Ada et Léo, vivent en elle »."""
    while relation(noun) in {"conj", "appos", "flat"} and noun.head.pos_ in {"NOUN", "PROPN"}:
        noun = noun.head
    return noun


def is_within(pronoun: Token, noun: Token) -> bool:
    """Return True for a possessive in the noun's own phrase: « l'âge de ses éleveurs » says nothing of whose."""
    if feature(pronoun, "Poss") != "Yes":
        return False
    token = pronoun.head
    while relation(token) == "nmod" and not follows_comma(token):  # « La Normandie, grâce à son sol, … »
        token = token.head
    return token == noun


def is_deep(noun: Token) -> bool:
    """Return True for a name that another noun brings with it, unless it is the subject: « un article de la critique Ada Stein … lui »."""
    token = noun
    while relation(token) in {"nmod", "appos", "flat"}:
        token = token.head
    return token != noun and relation(token) != "nsubj"


def is_one_of_its(pronoun: Token, noun: Token, settings: ClauseSettings) -> bool:
    """Return True for the subject of « X devient l'un de ses centres »: no thing is one of its own."""
    one = pronoun.head.head
    is_owned = feature(pronoun, "Poss") == "Yes" and relation(pronoun.head) == "nmod"
    is_one = is_owned and one.lower_ in settings.words("passages", "one")
    return is_one and relation(noun) == "nsubj" and noun.head in {one, *one.ancestors} and one.i > noun.head.i


def agrees(pronoun: Token, noun: Token, analysis: Analysis) -> bool:
    """Return True when nothing in their forms keeps two words from meaning one thing; a possessive says nothing of its owner's gender."""
    owner = owner_number(pronoun, analysis) if pronoun.pos_ == "DET" else feature(pronoun, "Number")
    number = feature(noun, "Number") or ("Sing" if noun.ent_type_ == "PER" else "")
    is_several = noun.ent_type_ == "ORG" or any(relation(c) == "conj" for c in noun.children)  # "Ada and her son": of one, or of both
    is_several = is_several or any(t.ent_type_ == "PER" and t.ent_iob_ == "B" for t in noun.doc[noun.i + 1 : pronoun.i])
    if owner and number and owner != number and not (owner == "Plur" and is_several):
        return False
    if is_of_several(pronoun, analysis) and number == "Sing" and (noun.ent_type_ == "PER" or noun.pos_ == "PRON") and not is_several:
        return False  # « Il dirige leur tournée »
    if is_of_person(pronoun, analysis) and noun.pos_ != "PRON" and not is_person(noun, analysis):
        return False
    genders = {feature(pronoun, "Gender"), feature(noun, "Gender")} - {"", "Neut"}
    return feature(pronoun, "Poss") == "Yes" or len(genders) < 2


def is_of_several(possessive: Token, analysis: Analysis) -> bool:
    """Return True for « leur »: of a group, if of a noun in the singular."""
    return bool(analysis.settings.data["possessives"].get(possessive.lower_, {}).get("number") == "p")


def owner_number(possessive: Token, analysis: Analysis) -> str:
    """Return the number of a possessive's owner: "Sing" for « ses », "" where that is not known, « leur » may be of a group."""
    told = analysis.settings.data["possessives"].get(possessive.lower_, {}).get("number")
    return feature(possessive, "Number[psor]") or ("Sing" if told == "s" else "")


def is_told_after(token: Token, sentence: Span, known: Container[Token], analysis: Analysis) -> bool:
    """Return True for a pronoun in the opening of a sentence about somebody named, or told by name: "In her youth, Mary Anning …".

    Of "In her honor, Mary Anning …" it is not true.
    """
    if token.head.lower_ in analysis.settings.words("passages", "honoring"):
        return False
    subject = child(sentence.root, "nsubj", "expl")
    if subject is None or subject.i < token.i or token.head == sentence.root:
        return False
    if relation(subject) == "expl" and subject.lower_ not in analysis.settings.data["pronouns"]:
        return False
    if subject.pos_ == "PRON" and subject not in known:  # « Dans sa jeunesse, il … »: the pronoun is looked at itself
        is_apart = any(t.text == "," for t in token.doc[token.i : subject.i])
        agreed = feature(token, "Poss") == "Yes" and owner_number(token, analysis) == feature(subject, "Number")
        return is_apart and agreed and not is_impersonal(subject, analysis)
    if is_of_person(token, analysis) and any(is_another_person(t, subject) for t in sentence if t.i > subject.i):
        return False  # "Despite his fame, Ada sent Bob away": Bob's
    return not opens(token) and (subject in known or has_name(subject)) and agrees(token, subject, analysis)


def is_another_person(token: Token, subject: Token) -> bool:
    """Return True for an object of the subject's verb, or of one under it, that is another person's name."""
    return token.ent_type_ == "PER" and relation(token) in {"obj", "iobj"} and token not in set(subject.subtree)


def has_name(noun: Token) -> bool:
    """Return True for a name and for a noun that brings one: « dans ses perspectives, l'association Unédic … »."""
    own = noun.pos_ == "PROPN" or noun.text[:1].isupper()
    return own or (noun.pos_ == "NOUN" and any(c.pos_ == "PROPN" for c in children(noun, "nmod", "appos", "flat")))


def is_of_person(pronoun: Token, analysis: Analysis) -> bool:
    """Return True for "he", "her": words that stand for persons alone."""
    data = analysis.settings.data
    told = any(data[table].get(pronoun.lower_, {}).get("person") is True for table in ("pronouns", "possessives"))
    return told or pronoun.lower_ in data["arguments"]["person_objects"]


def is_person(noun: Token, analysis: Analysis) -> bool:
    """Return True for a person's name, and for a noun that says what somebody is."""
    lexicon = analysis.language.lexicon
    said = noun.lemma_.lower() in joined(lexicon.words("roles", "nouns"), lexicon.words("head_nouns", "person"))
    hero = hero_of(analysis)
    named = noun.ent_type_ in {"PER", ""} or (hero is not None and is_part_of(noun.text, hero))
    return named if noun.pos_ == "PROPN" else said or noun.ent_type_ == "PER"
