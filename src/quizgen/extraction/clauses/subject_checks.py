"""Whether a subject stands alone, is whole, and agrees with its verb."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from quizgen.extraction.clauses.parsed_clause import Unclean
from quizgen.extraction.clauses.verb_group import finite_verb
from quizgen.syntax.analysis import Analysis, ClauseSettings
from quizgen.syntax.dangling import dangling
from quizgen.syntax.names import is_name
from quizgen.syntax.tree import child, children, feature, is_contiguous, is_detached, is_passive, opens, relation, text_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from quizgen.facts import Phrase

LONGEST_FIGURE = 6  # digits of a number that is no telephone's


def check_subject(
    subject: Token,
    words: tuple[Token, ...],
    finite: Token,
    verb: Token,
    analysis: Analysis,
    *,
    is_relative: bool,
    meant: Phrase | None = None,
) -> None:
    """Raise Unclean when the subject does not stand alone, comes after its verb, or disagrees with it."""
    if not words or any(relation(c) == "expl" and "subj" in c.dep_ for c in verb.children):
        raise Unclean("impersonal")
    if meant is None:
        check_standing(subject, words, verb, analysis)
    check_words(subject, words, verb, analysis)
    check_beginning(words)
    if not is_relative and (words[-1].i > finite.i or subject.i > finite.i):
        raise Unclean("subject after its verb")
    if not is_relative and child(subject, "case") is not None:
        raise Unclean("subject with a preposition")
    if disagrees(subject, finite, analysis.settings) and not analysis.language.find_quantities(text_of(words)):
        raise Unclean("subject and verb disagree")
    check_end(subject, words, analysis)


def check_standing(subject: Token, words: tuple[Token, ...], verb: Token, analysis: Analysis) -> None:
    """Raise Unclean for a subject that names nothing outside the article, unless what is told of it says which it is."""
    reason = dangling(subject, words, analysis, as_subject=True)
    if reason == "vague noun" and any(relation(c) == "nummod" for c in subject.children):  # "30,000 people" say whom, by their number
        reason = ""
    is_made = reason == "indefinite subject" and is_passive(verb) and any(t.pos_ in {"PROPN", "NUM"} for t in words)  # says which
    is_cause = reason == "indefinite subject" and verb.lemma_.lower() in analysis.settings.words("verbs", "causal") and not is_passive(verb)
    if reason and not (is_made or is_cause):
        raise Unclean(f"subject: {reason}")


def check_words(subject: Token, words: tuple[Token, ...], verb: Token, analysis: Analysis) -> None:
    """Raise Unclean for a subject whose beginning was lost, that opens loosely, or that holds another clause."""
    if is_bare_person(subject, words, analysis) or is_torn_subject(words, verb):
        raise Unclean("broken subject")
    if words[0].lower_ in analysis.settings.words("definitions", "opaque"):
        raise Unclean("subject: vague quantity")  # "any other graduate", "another ship"
    opening = [t for t in words if t.i < subject.i]
    if any(t.text == "," for t in opening) and any(t.like_num for t in opening):  # « Entre 1953 et 1997, 422 oiseaux »
        raise Unclean("broken subject")
    if any(t.lower_ in analysis.settings.words("arguments", "source") for t in words):
        raise Unclean("broken subject")  # « la valeur de l'action selon Le Monde »
    if words[0].lower_ in analysis.settings.words("connectors", "words") or words[0].pos_ == "SCONJ":  # "rather than the wedding"
        raise Unclean("subject: opens loosely")
    if any(t != subject and t.pos_ == "VERB" and is_unlinked(t) for t in words):
        raise Unclean("broken subject")
    links = any(feature(t, "PronType") == "Rel" or t.pos_ == "SCONJ" or relation(t) == "mark" for t in words)
    if not links and any(feature(t, "VerbForm") == "Fin" and (relation(t) != "acl" or child(t, "nsubj") is None) for t in words):
        raise Unclean("broken subject")  # "Gordon's design played a role in helping the army | take Azov"


def check_end(subject: Token, words: tuple[Token, ...], analysis: Analysis) -> None:
    """Raise Unclean for a subject that took in what stands beside it, or lost what belongs to it."""
    if any(a.text == "," and (b.pos_ == "ADP" or b.ent_iob_ == "B") and relation(b) != "conj" for a, b in pairwise(words)):
        raise Unclean("broken subject")  # « Vannes, pour des raisons mal connues », « le président du groupe, Paul Morel »
    is_bare = subject.pos_ == "NOUN" and not children(subject, "det", "case", "nummod", "amod") and not is_name(subject)
    if is_bare and not analysis.settings.data["verbs"]["bare_subjects"]:
        raise Unclean("broken subject")
    if any(feature(t, "PronType") == "Rel" for t in words) and not any(feature(t, "VerbForm") == "Fin" for t in words):
        raise Unclean("broken subject")
    if not is_contiguous(words) and len(words) > 12:
        raise Unclean("broken subject")


def is_unlinked(verb: Token) -> bool:
    """Return True for a finite verb in a subject that nothing ties to it: "the wall | played a role in helping them | take Kent"."""
    tied = any(relation(c) in {"nsubj", "mark", "expl"} or feature(c, "PronType") == "Rel" for c in verb.subtree if c.i < verb.i)
    return feature(verb, "VerbForm") == "Fin" and relation(verb) == "acl" and not tied


def is_torn_subject(words: tuple[Token, ...], verb: Token) -> bool:
    """Return True for a subject whose first half was lost, "Saxons and | Danes", with a telephone number, or a title cut in two."""
    first = words[0]
    before = first.nbor(-1) if not opens(first) else None
    joined = before is not None and before.pos_ == "CCONJ" and not opens(before)
    bare = verb.head == verb or (verb.head.pos_ in {"NOUN", "PROPN"} and child(verb.head, "cop") is None)  # "film, and | music is …"
    lost = before is not None and joined and (before.nbor(-1).pos_ in {"NOUN", "PROPN", "ADJ"} or bare or ends_list_of_names(before))
    lost = lost or (before is not None and first.pos_ == "PROPN" and is_second_person(before))
    behind = before is not None and before.pos_ == "ADP" and relation(before) != "mark" and "prt" not in before.dep_
    odd = any("+" in t.text or (t.text.isdigit() and len(t.text) > LONGEST_FIGURE) or t.text in {";", "/"} for t in words)
    finite = finite_verb(verb)
    glued = any(a.text == "," and b.pos_ == "CCONJ" for a, b in pairwise(words))  # "Ada, and a son was born"
    if glued and (finite is None or feature(finite, "Number") == "Sing"):
        return True
    cut = verb.is_title and not opens(verb) and verb.pos_ == "VERB" and verb.nbor(-1).is_title  # "The Old Lady Who Walked"
    return lost or behind or odd or cut


def is_second_person(noun: Token) -> bool:
    """Return True for the noun of "Ann Roy and her partner | Luc Morin won": two won."""
    if noun.pos_ != "NOUN" or noun.i - noun.sent.start < 2:  # a joined noun has at least two words before it
        return False
    return noun.nbor(-1).pos_ in {"DET", "PRON"} and noun.nbor(-2).pos_ == "CCONJ"


def ends_list_of_names(conjunction: Token) -> bool:
    """Return True for the conjunction of "Ann Roy, Luc Morin, and | Ada Stone commanded": three names before a verb are one subject."""
    segments, names = 0, 0
    for token in reversed(conjunction.doc[conjunction.sent.start : conjunction.i]):
        if token.text == ",":
            segments, names = segments + (names > 0), 0
        elif token.pos_ == "PROPN":
            names += 1
        else:
            break
    return segments + (names > 0) > 1


def is_bare_person(subject: Token, words: tuple[Token, ...], analysis: Analysis) -> bool:
    """Return True for one person without article or name, "Psychology student at …", where the language wants one: his name was cut off."""
    named = any(t.pos_ in {"DET", "NUM"} or feature(t, "Poss") == "Yes" or t.lower_ in {"'s", "’s"} for t in words)
    person = subject.lemma_.lower() in analysis.language.lexicon.words("roles", "nouns")
    wanted = bool(analysis.settings.data["articles"]["of_persons"])
    return wanted and person and not named and subject.pos_ == "NOUN" and feature(subject, "Number") == "Sing"


def check_beginning(words: tuple[Token, ...]) -> None:
    """Raise Unclean for the end of a name: "Ismail | El Gizouli"."""
    left = words[0].nbor(-1) if not opens(words[0]) else None
    if left is not None and left.pos_ == "PROPN" and words[0].pos_ in {"PROPN", "NOUN"} and left not in words:
        raise Unclean("broken subject")


def check_gap(subject: Token, words: tuple[Token, ...], finite: Token, verb: Token) -> None:
    """Raise Unclean when words between subject and verb belong to neither: the subject was cut in the wrong place."""
    own = {
        t
        for c in verb.children
        if relation(c) in {"aux", "cop", "advmod", "obl", "expl", "obj", "iobj", "mark", "advcl"}
        for t in c.subtree
    }
    aside = {t for t in subject.subtree if t not in words and any(is_detached(a) for a in (t, *t.ancestors))}
    for token in verb.doc[words[-1].i + 1 : finite.i]:
        if token not in own and token not in aside and not token.is_punct and not token.is_space and token not in words:
            raise Unclean("broken subject")


def disagrees(subject: Token, finite: Token, settings: ClauseSettings) -> bool:
    """Return True when number of subject and finite verb are both known and differ (a parse error, most often)."""
    verb_number = feature(finite, "Number")
    loose, of_one = settings.data["agreement"]["of_groups"], settings.words("agreement", "singular")
    if any(relation(c) == "conj" and is_joined(c, settings) for c in subject.children):
        return verb_number == "Sing" and (not loose or finite.lower_ in of_one)
    if subject.pos_ == "PROPN":
        return verb_number == "Plur" and not loose and not any(feature(d, "Number") == "Plur" for d in children(subject, "det"))
    if not verb_number:
        return False
    told = next((feature(d, "Number") for d in children(subject, "det") if feature(d, "Number")), "")  # « le parcours »
    subject_number = told or feature(subject, "Number")
    if finite.lower_ in of_one and subject_number == "Plur":
        return True
    if finite.lower_ in settings.words("agreement", "plural") and subject_number == "Sing":
        return True
    if loose:  # "workers | results in": collective nouns are in the singular, and go with either
        ending = settings.data["agreement"]["present_singular"]
        return subject_number == "Plur" and verb_number == "Sing" and feature(finite, "Tense") == "Pres" and finite.lower_.endswith(ending)
    return bool(subject_number) and feature(finite, "VerbForm") == "Fin" and subject_number != verb_number


def is_joined(member: Token, settings: ClauseSettings) -> bool:
    """Return True for a member of a list whose conjunction makes it several: "Ada and Léo", not "Ada or Léo"."""
    return any(word.lower_ in settings.words("agreement", "coordinating") for word in children(member, "cc"))
