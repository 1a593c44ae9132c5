"""Words of a sentence that point outside it: a pronoun, a possessive or a demonstrative whose antecedent the sentence does not hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.discourse.pronouns import is_impersonal
from quizgen.discourse.taking_up import agrees, is_of_person, may_mean, owner_number
from quizgen.languages.base import joined
from quizgen.syntax.analysis import remembered
from quizgen.syntax.tree import FEATURES, child, children, feature, follows_comma, opens, relation

if TYPE_CHECKING:
    from collections.abc import Container

    from spacy.tokens import Span, Token

    from quizgen.syntax.analysis import Analysis, ClauseSettings

POINTING = frozenset({"PRON", "DET", "ADV"})


def first_reaching_out(sentence: Span, known: Container[Token], analysis: Analysis, gone: Container[Token] = ()) -> Token | None:
    """Return the first word of a sentence that stands for something outside it, or None; the `known` are told in full, the `gone` cut."""
    others = analysis.settings.words("passages", "others")
    pointing = (t for t in sentence if t.pos_ in POINTING or t.lower_ in others)
    return next((t for t in pointing if t not in known and t not in gone and reaches_out(t, sentence, known, analysis)), None)


def reaches_out(token: Token, sentence: Span, known: Container[Token], analysis: Analysis) -> bool:
    """Return True for a word whose antecedent its own sentence does not hold."""
    settings = analysis.settings
    if not may_point((token.lower_, token.pos_, str(token.morph)), analysis):
        return False
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


@remembered
def may_point(form: tuple[str, str, str], analysis: Analysis) -> bool:
    """Return False for a form (the word, its part of speech, its features) that points nowhere: most are articles, and all are asked of."""
    (word, part, morphology), settings = form, analysis.settings
    features = FEATURES[morphology]
    if features.get("PronType") == "Dem" or features.get("Poss") == "Yes" or features.get("Person") in {"1", "2"}:
        return True
    if part == "PRON" and features.get("Person", "") in {"3", ""} and features.get("PronType", "") in {"Prs", ""}:
        return True
    lists = (settings.words("passages", name) for name in ("others", "adverbs", "pairing", "parts"))
    return any(word in words for words in lists) or word in analysis.language.lexicon.words("pronouns", "first_person")


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
