"""Clauses: each finite verb with its subject and complements, when it parsed cleanly; else the reason why not."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from quizgen.discourse.descriptions import completed
from quizgen.discourse.hypernyms import topic_named_by
from quizgen.discourse.leaning import is_told_first
from quizgen.discourse.possessives import with_owner
from quizgen.discourse.pronouns import antecedent
from quizgen.extraction.wholeness import follows_relative, has_rival_subject, is_beyond_semicolon, is_obligation
from quizgen.syntax.analysis import Analysis, Sentence
from quizgen.syntax.phrases import dangling, is_demonstrative, is_name, phrase, phrase_tokens
from quizgen.syntax.tree import (
    child,
    children,
    feature,
    follows_comma,
    is_contiguous,
    is_detached,
    is_passive,
    opens,
    relation,
    text_of,
    trimmed,
    without_detached,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from quizgen.facts import Phrase

BESIDE = frozenset({"ccomp", "advcl", "acl", "csubj", "conj", "parataxis", "dep"})
DEPENDENTS = frozenset({"obj", "iobj", "obl", "xcomp", "ccomp", "advcl", "advmod", "nmod", "amod", "acl", "dep"})
LONGEST_FIGURE = 6  # digits of a number that is no telephone's
FEWEST_OF_SETTING = 3  # mentions of somebody, for what he did to be told where it only tells the time
LONGEST_LEAD = 14  # words
NOMINAL = frozenset({"nmod", "amod", "acl", "dep"})  # inside the nominal predicate of a copula
ORDINAL = re.compile(r"\d+(?:st|nd|rd|th|er|re|e)\b")
RELATIVE_PRONOUNS = frozenset({"qui", "which", "who", "that"})


@dataclass(frozen=True)
class ParsedClause:
    """A clause as tokens. `verb` is the lexical verb or the predicate of a copula; `complements` and `leads` are heads."""

    sentence: Sentence
    verb: Token
    subject: Token
    subject_tokens: tuple[Token, ...]
    finite: Token
    group: tuple[Token, ...]  # from the finite verb to the lexical verb or copula, in order
    clitics: tuple[Token, ...]
    complements: tuple[Token, ...]
    leads: tuple[Token, ...]
    is_relative: bool = False
    reporter: Token | None = None  # subject of the speech verb over a reported clause
    meant: Phrase | None = None  # what a subject pronoun stands for
    is_participle: bool = False  # a participial phrase, told as a passive clause (participles.py)

    @property
    def copula(self) -> Token | None:
        """The copula, when the predicate is a noun or adjective."""
        return child(self.verb, "cop")

    @property
    def is_past(self) -> bool:
        """True when the clause tells of something past, by a past tense or an auxiliary with a participle."""
        perfect = self.finite != self.verb and feature(self.verb, "VerbForm") == "Part" and self.finite.pos_ == "AUX"
        return feature(self.finite, "Tense") in {"Past", "Imp"} or (perfect and feature(self.finite, "Tense") == "Pres")

    @property
    def is_passive(self) -> bool:
        """True when the verb group is passive."""
        return is_passive(self.verb) or self.is_participle


class Unclean(Exception):
    """A clause that cannot be used; the message is the reason, as counted in the account."""


def clauses(sentence: Sentence, analysis: Analysis) -> Iterator[ParsedClause | str]:
    """Yield each clause of a sentence, or the reason why it is not used."""
    for token in sentence.span:
        if token.pos_ in {"VERB", "AUX", "NOUN", "PROPN", "ADJ"} and is_predicate(token):
            try:
                yield parse_clause(token, sentence, analysis)
            except Unclean as reason:
                yield str(reason)


def is_predicate(token: Token) -> bool:
    """Return True for the head of a clause with a subject of its own, shared or relative."""
    if relation(token) in {"aux", "cop", "amod"}:
        return False
    if child(token, "nsubj"):
        return True
    return relation(token) == "conj" and token.pos_ == "VERB" and finite_verb(token) is not None and child(token.head, "nsubj") is not None


def parse_clause(verb: Token, sentence: Sentence, analysis: Analysis) -> ParsedClause:
    """Return the clause headed by `verb`. Raises Unclean with the reason when it cannot be trusted."""
    finite = finite_verb(verb) or past_tagged_as_participle(verb, analysis)
    if finite is None:
        raise Unclean("no finite verb")
    check_truth(verb, finite, sentence, analysis)
    reporter = check_embedding(verb, analysis)
    subject, is_relative = find_subject(verb, analysis)
    own = tuple(subject_words(subject, verb, analysis, is_relative=is_relative))
    meant = stands_for(subject, own, analysis)
    check_subject(subject, own, finite, verb, analysis, is_relative=is_relative, meant=meant)
    if not is_relative and subject.head == verb:
        check_gap(subject, own, finite, verb)
    last = child(verb, "cop") or verb
    group = verb_group(verb, finite, last)
    return ParsedClause(
        sentence,
        verb,
        subject,
        own,
        finite,
        group,
        find_clitics(verb, finite, analysis),
        complements_of(verb, last, subject),
        leads_of(verb, finite, subject, analysis),
        is_relative,
        reporter,
        meant=meant,
    )


def finite_verb(verb: Token) -> Token | None:
    """Return the finite verb of the group: the first auxiliary or the copula, else the verb itself."""
    candidates = sorted([*children(verb, "aux", "cop"), verb], key=lambda t: t.i)
    return next((t for t in candidates if feature(t, "VerbForm") == "Fin"), None) or shared_auxiliary(verb)


def shared_auxiliary(verb: Token) -> Token | None:
    """Return the auxiliary that a second participle shares: « a perturbé le trafic et | causé la fermeture du port »; not of a passive."""
    if relation(verb) != "conj" or feature(verb, "VerbForm") != "Part" or feature(verb.head, "VerbForm") != "Part":
        return None
    if children(verb, "aux", "cop", "nsubj", "mark", "case", "det") or is_passive(verb.head) or verb.head.i > verb.i:
        return None
    auxiliaries = children(verb.head, "aux")
    alone = len(auxiliaries) == 1 and auxiliaries[0].lemma_.lower() in {"avoir", "have"} and feature(auxiliaries[0], "VerbForm") == "Fin"
    return auxiliaries[0] if alone else None


def past_tagged_as_participle(verb: Token, analysis: Analysis) -> Token | None:
    """Return a verb with its own subject and no auxiliary, where past and participle look alike ("the army pulled out")."""
    alike = bool(analysis.settings.data["verbs"]["past_looks_like_participle"])
    past = feature(verb, "VerbForm") == "Part" and feature(verb, "Tense") == "Past"
    own = child(verb, "nsubj")
    named = verb.lemma_.lower() in analysis.settings.words("participles", "naming")  # "the war | called the Long War"
    alike = alike and not named
    return verb if alike and past and own is not None and own.i < verb.i and not children(verb, "aux", "cop", "mark") else None


def find_subject(verb: Token, analysis: Analysis) -> tuple[Token, bool]:
    """Return the subject's head, and whether it was found through a relative pronoun."""
    own = child(verb, "nsubj")
    if own is None:
        shared = child(verb.head, "nsubj")
        if shared is None or any(relation(c) in {"nsubj", "expl"} for c in verb.children):
            raise Unclean("no subject")
        if has_rival_subject(verb):
            raise Unclean("subject not sure")
        if relation(verb.head) == "acl" and shared.lower_ in RELATIVE_PRONOUNS:
            return told_of(verb.head.head), True
        return shared, False
    if own.lower_ in RELATIVE_PRONOUNS and relation(verb) == "acl":
        return antecedent_of_relative(verb, analysis), True
    if relation(verb) == "acl" or follows_relative(own, verb):
        raise Unclean("relative clause")
    return own, False


def told_of(noun: Token) -> Token:
    """Return what a description with a relative clause is said of: the Rhine in "the Rhine is a river that …"."""
    indefinite = any(feature(d, "Definite") == "Ind" for d in children(noun, "det"))
    subject = child(noun, "nsubj") if child(noun, "cop") is not None else None
    if indefinite and subject is not None and subject.i < noun.i:
        return subject
    bare = not children(noun, "det", "case", "nummod")  # « l'Arena, salle qui … »
    beside = relation(noun) == "appos" and noun.head.pos_ == "PROPN" and noun.head.i < noun.i
    return noun.head if (indefinite or bare) and beside else noun


def is_the_person(pronoun: Token | None, noun: Token) -> bool:
    """Return True for "William of Orange, who …": of two nouns, the person is meant."""
    return pronoun is not None and pronoun.lower_ == "who" and noun.ent_type_ == "PER"


def antecedent_of_relative(verb: Token, analysis: Analysis) -> Token:
    """Return what a relative pronoun stands for; raises Unclean where two nouns before it could be meant.

    Of a list, the last name (« Airship, qui …, et Zuul, qui … »); of an apposition, the name it explains (« Zuul, l'outil qui … »).
    """
    brought_out = cleft_focus(verb)
    if brought_out is not None:
        return brought_out
    nearest = verb.doc[verb.left_edge.i - (2 if verb.nbor(verb.left_edge.i - verb.i).is_punct else 1)]
    if nearest != verb.head and relation(nearest) == "conj" and nearest.head == verb.head and nearest.pos_ == "PROPN":
        return nearest
    others = [c for c in children(verb.head, "nmod", "conj") if c.i < verb.left_edge.i and c.pos_ in {"NOUN", "PROPN"}]
    if others and not names_a_thing(verb.head, analysis) and not is_the_person(child(verb, "nsubj"), verb.head):
        raise Unclean("antecedent not sure")
    return name_explained(verb.head) or told_of(verb.head)


def cleft_focus(verb: Token) -> Token | None:
    """Return what a cleft brings out: « C'est Ada Stein, géologue et navigatrice, qui … » tells about Ada Stein; None elsewhere."""
    focus = verb.head
    while relation(focus) in {"appos", "conj"} and focus.head.i < focus.i:
        focus = focus.head
    opens = any(relation(c) in {"nsubj", "expl"} and feature(c, "PronType") == "Dem" for c in focus.children)
    return focus if opens and child(focus, "cop") is not None else None


def name_explained(noun: Token) -> Token | None:
    """Return the name just before a comma that a definite noun explains: « OpenStack, le système qui … »; None for a member of a list."""
    first = next((c for c in noun.children if feature(c, "Definite") == "Def" and c.i < noun.i), None)
    if first is None or first.i < noun.sent.start + 2 or first.nbor(-1).text != "," or children(noun, "conj", "cc"):
        return None
    name = first.nbor(-2)
    while relation(name) == "flat" or (name.pos_ == "NUM" and relation(name) == "nmod"):
        name = name.head
    return name if name.pos_ == "PROPN" and name.i < first.i and relation(name) != "conj" else None


def names_a_thing(noun: Token, analysis: Analysis) -> bool:
    """Return True for a noun that acts (« la filiale d'EDF qui … »): of two nouns before a relative clause, it is the one that is meant."""
    lexicon = analysis.language.lexicon
    lists = (*(lexicon.words("head_nouns", kind) for kind in ("person", "organization", "work")), lexicon.words("roles", "nouns"))
    return any(noun.lemma_.lower() in words for words in lists)


def stands_for(subject: Token, words: tuple[Token, ...], analysis: Analysis) -> Phrase | None:
    """Return what a subject pronoun or a bare description means, when that is sure; else None."""
    if subject.pos_ == "PRON":
        return antecedent(subject, analysis)
    if words and words[0] != subject and feature(words[0], "Poss") == "Yes":
        return with_owner(phrase(subject, analysis, words), words, analysis)
    topic = topic_named_by(subject, analysis) if len(words) <= 2 and subject.pos_ == "NOUN" else None
    if topic is not None:
        return topic
    bare = len(words) <= 2 and subject.pos_ == "NOUN" and any(feature(t, "Definite") == "Def" for t in words)
    pointing = len(words) == 2 and subject.pos_ == "NOUN" and is_demonstrative(words[0], analysis)
    if not is_told_first(subject, analysis):
        return None  # « le film » is hardly « le film de Cassavetes », which the article brings in later, or beside another
    if pointing:
        full = completed(subject, phrase(subject, analysis, [subject]), analysis.full_descriptions)
        return with_article(full, analysis) if full is not None and not full.text[:1].isupper() else None
    if bare or (words and dangling(subject, words, analysis, as_subject=True) in {"bare description", "vague noun"}):
        full = completed(subject, phrase(subject, analysis, words), analysis.full_descriptions)
        return full if full is not None and not tells_one_of_several(full, analysis) else None
    return None


def tells_one_of_several(full: Phrase, analysis: Analysis) -> bool:
    """Return True for a full description that sets its thing off from others: "the match" is hardly "the last match of the day"."""
    ordering = analysis.settings.words("time", "ordering") | analysis.settings.words("time", "ages")
    return any(word.lower() in ordering or ORDINAL.match(word) for word in full.bare.split())


def with_article(full: Phrase, analysis: Analysis) -> Phrase:
    """Return a full description with its definite article: « ce trafic » is « le trafic de piastres »."""
    articles = analysis.settings.data["articles"]
    article = articles["plural"] if full.number == "p" else articles["feminine" if full.gender == "f" else "masculine"]
    return replace(full, text=f"{article} {full.text}", is_definite=True)


def subject_words(subject: Token, verb: Token, analysis: Analysis, *, is_relative: bool) -> list[Token]:
    """Return the subject's tokens; of an antecedent, without the relative clause itself."""
    words = phrase_tokens(subject, analysis)
    if not is_relative:
        return words
    barred = set(verb.subtree)
    if cleft_focus(verb) == subject:  # without what explains it between commas
        words = words[: next((n for n, t in enumerate(words) if t.text == ","), len(words))]
    return trimmed([t for t in words if t not in barred and t.i < verb.left_edge.i])


def check_truth(verb: Token, finite: Token, sentence: Sentence, analysis: Analysis) -> None:
    """Raise Unclean for what is no plain statement: negated, hedged, hypothetical, asked, or told by an unknown voice."""
    lexicon, settings = analysis.language.lexicon, analysis.settings
    if sentence.is_quoted and verb.lemma_.lower() in lexicon.words("speech", "verbs"):
        raise Unclean("speech verb")
    own = [*verb.children, *([verb] if verb.head == verb else [])]
    beside = [t for t in verb.doc[max(verb.sent.start, finite.i - 3) : verb.i] if t.lower_ in settings.words("verbs", "negating")]
    if any(not any(v.pos_ in {"VERB", "AUX"} for v in verb.doc[t.i : finite.i]) for t in beside):
        raise Unclean("negated")  # the parser hung « n'… pas » elsewhere: « n'a pas encore déterminé »
    determiners = [t for c in verb.children for t in c.children if t.pos_ == "DET"]
    if any(t.lower_ in lexicon.words("negation", "words") or feature(t, "Polarity") == "Neg" for t in (*own, *determiners)):
        raise Unclean("negated")
    if verb.lower_ in settings.words("verbs", "conditions") and verb.i + 1 < len(verb.doc) and verb.nbor(1).lower_ == "that":
        raise Unclean("conditional")  # "provided that it is good"
    if feature(finite, "Mood") in {"Cnd", "Sub", "Imp"} or ends_as_conditional(finite, analysis):
        raise Unclean("conditional")
    comparing = settings.words("connectors", "comparing")
    if any(t.lower_ in comparing and not opens_quantity(t) for t in own if relation(t) == "advmod"):
        raise Unclean("comparison without its other side")
    if is_obligation(verb, analysis):
        raise Unclean("hedged")
    if verb.lemma_.lower() in settings.words("verbs", "momentary"):
        raise Unclean("age at a moment")
    group = [verb, finite, *children(verb, "aux")]
    doubts = lexicon.words("hedges", "verbs") - settings.words("verbs", "keep_their_strength")
    if child(verb, "xcomp", "ccomp") is None:
        doubts -= settings.words("verbs", "doubtful_of_another")
    if any(t.lemma_.lower() in doubts for t in group):
        raise Unclean("hedged")
    if any(t.lower_ in lexicon.words("hedges", "adverbs") - settings.words("connectors", "keep_their_strength") for t in own):
        raise Unclean("hedged")
    if sentence.span.text.rstrip(' »”"').endswith("?"):
        raise Unclean("question")


def opens_quantity(token: Token) -> bool:
    """Return True for « plus de 25 millions », "more than 25 million"."""
    return token.i + 1 < len(token.doc) and token.nbor(1).lower_ in {"de", "d'", "d’", "than", "que", "qu'", "qu’"}


def ends_as_conditional(finite: Token, analysis: Analysis) -> bool:
    """Return True for a verb that its ending shows to be conditional, whatever the tagger says: a second look."""
    endings, roots = analysis.settings.data["verbs"]["conditional_endings"], analysis.settings.data["verbs"]["endings_of_other_lemmas"]
    return finite.lower_.endswith(tuple(endings)) and not finite.lemma_.lower().endswith(tuple(roots))


def check_embedding(verb: Token, analysis: Analysis) -> Token | None:
    """Return the subject of the speech verb over a reported clause, or None in the article's own voice.

    Raises Unclean for a clause under another whose truth does not carry over: a condition, a belief, a purpose.
    """
    node, reporter, is_inside = verb, None, False
    while node.head != node:
        is_inside = is_inside or relation(node) == "acl"
        if stands_by_itself(node, analysis):
            return reporter
        if relation(node) == "advcl" and is_factive(node, analysis) and not is_setting_of_another(node, analysis):
            node = node.head
            continue
        if relation(node) in {"advcl", "csubj", "xcomp"} or (relation(node) == "acl" and not is_relative_clause(node)):
            raise Unclean("subordinate clause")
        if relation(node) == "ccomp":
            if is_inside:
                raise Unclean("reported clause")  # "argues that it harms those who seek peace": nobody argues that they seek it
            reporter = reported_by(node, analysis)
        node = node.head
    return reporter


def stands_by_itself(verb: Token, analysis: Analysis) -> bool:
    """Return True for a clause set beside another by punctuation alone, whatever it hangs on: « …, 80 % des sites sont en ligne »."""
    left = verb.left_edge
    apart = not opens(left) and bool({left.text, left.nbor(-1).text} & {":", ";", ",", "–"})
    linked = any(t.pos_ in {"SCONJ", "ADP"} and relation(t) == "mark" for t in verb.children) or is_relative_clause(verb)
    finite = finite_verb(verb)
    own = child(verb, "nsubj")
    speech = verb.head.lemma_.lower() in analysis.language.lexicon.words("speech", "verbs")
    plain = finite is not None and feature(finite, "Mood") in {"Ind", ""} and own is not None and own.i < verb.i
    return apart and not linked and plain and not speech and relation(verb) in BESIDE


def is_factive(verb: Token, analysis: Analysis) -> bool:
    """Return True for a subordinate clause that is told as true: "… because oil was priced in dollars", « alors que … »."""
    mark = child(verb, "mark", "advmod")
    finite = finite_verb(verb)
    opening = " ".join(t.lower_ for t in verb.doc[verb.left_edge.i : verb.left_edge.i + 2])
    known = analysis.settings.words("arguments", "factive")
    return mark is not None and finite is not None and feature(finite, "Mood") == "Ind" and (mark.lower_ in known or opening in known)


def is_setting_of_another(verb: Token, analysis: Analysis) -> bool:
    """Return True for what a person met with by the way did, told only to say when: "… when Lena Quist visited Tulsa"."""
    mark, subject = child(verb, "mark", "advmod"), child(verb, "nsubj")
    entity = analysis.registry.find(phrase(subject, analysis).text) if subject is not None and subject.pos_ == "PROPN" else None
    tells_time = mark is not None and mark.lower_ in analysis.settings.words("arguments", "settings")
    return tells_time and entity is not None and entity.mentions < FEWEST_OF_SETTING


def is_relative_clause(verb: Token) -> bool:
    """Return True when a clause hangs on a noun by a relative pronoun."""
    return "relcl" in verb.dep_ or any(feature(c, "PronType") == "Rel" for c in verb.subtree if c.i < verb.i)


def reported_by(verb: Token, analysis: Analysis) -> Token:
    """Return who says a reported clause. Raises Unclean when it is no plain report by a named speaker."""
    speech = verb.head
    speaker = child(speech, "nsubj")
    if speech.lemma_.lower() not in analysis.language.lexicon.words("speech", "verbs") or speaker is None or finite_verb(speech) is None:
        raise Unclean("reported clause")
    if any(t.lower_ in analysis.language.lexicon.words("negation", "words") for t in speech.children):
        raise Unclean("negated")
    if any(feature(t, "Mood") == "Cnd" for t in (speech, *children(speech, "aux"))):
        raise Unclean("conditional")
    return speaker


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
    reason = dangling(subject, words, analysis, as_subject=True)
    if reason == "vague noun" and any(relation(c) == "nummod" for c in subject.children):  # "30,000 people" say whom, by their number
        reason = ""
    is_made = reason == "indefinite subject" and is_passive(verb) and any(t.pos_ in {"PROPN", "NUM"} for t in words)  # says which
    is_cause = reason == "indefinite subject" and verb.lemma_.lower() in analysis.settings.words("verbs", "causal") and not is_passive(verb)
    if reason and meant is None and not (is_made or is_cause):
        raise Unclean(f"subject: {reason}")
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
    if not is_relative and (words[-1].i > finite.i or subject.i > finite.i):
        raise Unclean("subject after its verb")
    if not is_relative and child(subject, "case") is not None:
        raise Unclean("subject with a preposition")
    if disagrees(subject, finite) and not analysis.language.find_quantities(text_of(words)):
        raise Unclean("subject and verb disagree")
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
    lost = before is not None and before.pos_ == "CCONJ" and not opens(before) and before.nbor(-1).pos_ in {"NOUN", "PROPN", "ADJ"}
    behind = before is not None and before.pos_ == "ADP" and relation(before) != "mark" and "prt" not in before.dep_
    odd = any("+" in t.text or (t.text.isdigit() and len(t.text) > LONGEST_FIGURE) or t.text in {";", "/"} for t in words)
    finite = finite_verb(verb)
    glued = any(a.text == "," and b.pos_ == "CCONJ" for a, b in pairwise(words))  # "Ada, and a son was born"
    if glued and (finite is None or feature(finite, "Number") == "Sing"):
        return True
    cut = verb.is_title and not opens(verb) and verb.pos_ == "VERB" and verb.nbor(-1).is_title  # "The Old Lady Who Walked"
    return lost or behind or odd or cut


def is_bare_person(subject: Token, words: tuple[Token, ...], analysis: Analysis) -> bool:
    """Return True for one person without article or name, "Psychology student at …", where the language wants one: his name was cut off."""
    named = any(t.pos_ in {"DET", "NUM"} or feature(t, "Poss") == "Yes" or t.lower_ in {"'s", "’s"} for t in words)
    person = subject.lemma_.lower() in analysis.language.lexicon.words("roles", "nouns")
    wanted = bool(analysis.settings.data["articles"]["of_persons"])
    return wanted and person and not named and subject.pos_ == "NOUN" and feature(subject, "Number") == "Sing"


def check_gap(subject: Token, words: tuple[Token, ...], finite: Token, verb: Token) -> None:
    """Raise Unclean when words between subject and verb belong to neither: the subject was cut in the wrong place."""
    left = words[0].nbor(-1) if not opens(words[0]) else None
    if left is not None and left.pos_ == "PROPN" and words[0].pos_ in {"PROPN", "NOUN"} and left not in words:
        raise Unclean("broken subject")
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


def disagrees(subject: Token, finite: Token) -> bool:
    """Return True when number of subject and finite verb are both known and differ (a parse error, most often)."""
    verb_number = feature(finite, "Number")
    if any(relation(c) == "conj" and any(cc.lower_ in {"et", "and", "ainsi"} for cc in children(c, "cc")) for c in subject.children):
        return verb_number == "Sing" and (finite.doc.lang_ != "en" or finite.lower_ in {"was", "is", "has", "does"})
    if subject.pos_ == "PROPN":
        return (
            verb_number == "Plur" and finite.doc.lang_ != "en" and not any(feature(d, "Number") == "Plur" for d in children(subject, "det"))
        )
    if not verb_number:
        return False
    told = next((feature(d, "Number") for d in children(subject, "det") if feature(d, "Number")), "")  # « le parcours »
    subject_number = told or feature(subject, "Number")
    if finite.lower_ in {"was", "is", "has", "does"} and subject_number == "Plur":
        return True
    if finite.lower_ in {"were", "are"} and subject_number == "Sing":
        return True
    if finite.doc.lang_ == "en":  # "workers | results in": collective nouns are in the singular, and go with either
        return subject_number == "Plur" and verb_number == "Sing" and feature(finite, "Tense") == "Pres" and finite.lower_.endswith("s")
    return bool(subject_number) and feature(finite, "VerbForm") == "Fin" and subject_number != verb_number


def verb_group(verb: Token, finite: Token, last: Token) -> tuple[Token, ...]:
    """Return the tokens from the finite verb to the lexical verb or copula that belong together, with the adverbs between."""
    inside = [
        t for t in verb.doc[finite.i : last.i + 1] if t in (finite, last) or (t.head == verb and relation(t) in {"aux", "advmod", "cop"})
    ]
    torn = [t for t in inside if relation(t) == "advmod" and any(t.children)]  # « est à | nouveau frappée »
    inside = [t for t in inside if t not in torn or is_contiguous(sorted(t.subtree, key=lambda w: w.i))]
    inside.extend(w for t in torn if t in inside for w in t.subtree if w != t and finite.i < w.i < last.i)
    particles = [c for c in verb.children if c.dep_ == "compound:prt"]
    return tuple(sorted({*inside, *particles}, key=lambda t: t.i))


def find_clitics(verb: Token, finite: Token, analysis: Analysis) -> tuple[Token, ...]:
    """Return the reflexive before the finite verb. Raises Unclean for a pronoun object ("il l'a vu")."""
    found = [c for c in verb.children if c.pos_ == "PRON" and relation(c) in {"expl", "obj", "iobj", "obl"} and c.i < finite.i]
    settings = analysis.settings
    if any(c.lower_ in settings.words("clitics", "dangling") for c in found):
        raise Unclean("pronoun object")
    return tuple(c for c in found if c.lower_ in settings.words("clitics", "kept"))


def complements_of(verb: Token, last: Token, subject: Token) -> tuple[Token, ...]:
    """Return the heads of what follows the verb group, and what stood between subject and verb, in order.

    The nominal predicate of a copula is its own first complement (its subtree then excludes the rest: see arguments.py).
    """
    outer = DEPENDENTS if last == verb else DEPENDENTS - NOMINAL
    behind = last.i if last == verb else max(last.i, verb.i)
    right = [c for c in verb.children if (relation(c) in outer or gives_reason(c)) and c.i > behind and c.dep_ != "compound:prt"]
    right = [c for c in right if not (is_aside(c) or is_beyond_semicolon(c, verb))]
    between = [c for c in verb.children if relation(c) in {"obl"} and subject.i < c.i < last.i and c.pos_ != "PRON"]
    own = [verb] if last != verb else []
    return (*own, *right, *between)


def gives_reason(clause: Token) -> bool:
    """Return True for a clause that « car » joins to its verb."""
    joined = child(clause, "cc")
    return relation(clause) == "conj" and joined is not None and joined.lower_ == "car" and finite_verb(clause) is not None


def is_aside(complement: Token) -> bool:
    """Return True for a complement set off by a comma: it adds to the clause and may be left out."""
    if gives_reason(complement):
        return False
    beside = any(
        relation(c) in {"obj", "obl", "xcomp"} and c.i < complement.i and c.i > complement.head.i for c in complement.head.children
    )
    if relation(complement) == "obj" and not any(c.i < complement.i for c in children(complement.head, "obj")):
        return False  # « crée, en 1931, le championnat de voile »
    return is_detached(complement) or (follows_comma(complement) and (relation(complement) in {"obl", "advmod"} or beside))


def leads_of(verb: Token, finite: Token, subject: Token, analysis: Analysis) -> tuple[Token, ...]:
    """Return the heads of what stands before the subject and must be kept. Raises Unclean for what binds the truth."""
    factive = analysis.settings.words("arguments", "factive")
    found = [
        c
        for c in verb.children
        if relation(c) in {"obl", "advmod", "advcl", "nmod", "dislocated", "acl"}
        and c.i < subject.left_edge.i
        and not (c.lower_ in factive and not any(c.children))
    ]
    kept = []
    for head in found:
        if relation(head) == "advcl" and finite_verb(head) is not None and not is_factive(head, analysis):
            if feature(finite, "Tense") == "Past" and opens_with_time(head, analysis):
                continue
            raise Unclean("opening not understood")
        words = without_detached(head)
        if text_of(words).lower().startswith(tuple(analysis.settings.data["connectors"]["topics"])):
            continue
        if any(t.text in {":", ";"} for t in verb.doc[head.i : subject.left_edge.i]):
            continue
        if text_of(words).lower() in analysis.settings.words("connectors", "words") or is_told_apart(head):
            continue
        if not is_left_out(head, words, analysis):
            kept.append(head)
    return tuple(kept)


def opens_with_time(head: Token, analysis: Analysis) -> bool:
    """Return True for a clause before a past event that tells only when it was: "As the war went on, …"; the event is true without it."""
    mark = child(head, "mark", "advmod")
    return mark is not None and mark.lower_ in analysis.settings.words("pruning", "times")


def is_told_apart(head: Token) -> bool:
    """Return True for an opening participle: it is a clause of its own (participles.py) and may be left out of this one."""
    return relation(head) in {"advcl", "acl"} and looks_like_participle(head) and not children(head, "mark")


def looks_like_participle(token: Token) -> bool:
    """Return True for a participle, also where a capital at the opening made the tagger take it for a name (« Lancé »)."""
    if feature(token, "VerbForm") == "Part":
        return True
    return opens(token) and token.lower_.endswith(("é", "ée", "és", "ées", "ed")) and token.pos_ in {"PROPN", "X", "NOUN", "ADJ"}


def is_left_out(head: Token, words: list[Token], analysis: Analysis) -> bool:
    """Return True for an opening that is a noun without a preposition, or too long to be carried along. Raises Unclean for a condition."""
    mark = child(head, "mark")
    if mark is not None and mark.lower_ in analysis.language.lexicon.words("condition", "markers"):
        raise Unclean("conditional")
    if any(feature(t, "Polarity") == "Neg" for t in words):
        raise Unclean("opening not understood")
    bare_noun = head.pos_ in {"NOUN", "PROPN"} and not children(head, "case", "mark") and "unmarked" not in head.dep_ and not head.like_num
    return (bare_noun and not analysis.language.find_dates(text_of(words))) or len(words) > LONGEST_LEAD
