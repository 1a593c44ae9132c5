"""The clause that a sentence told whole states: its head, its subject and its finite verb, also where the tagger missed the verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.extraction.clauses.parsed_clause import Unclean
from quizgen.extraction.clauses.verb_group import finite_verb, past_tagged_as_participle
from quizgen.syntax.analysis import Analysis, Sentence
from quizgen.syntax.tree import child, children, feature, is_passive, relation

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = ("nsubj", "csubj", "expl")
ENDS = frozenset(".!?…:;»”\"')]")


def main_clause(sentence: Sentence, analysis: Analysis) -> tuple[Token, Token, Token]:
    """Return the head, the subject and the finite verb of the first clause that hangs on no other. Raises Unclean where there is none.

    It need not be the root: the parser may take "displayed" for a participle, and its object's clause for all there is.
    """
    if is_torn(sentence) or is_bare_infinitive(sentence.span.root):
        raise Unclean("broken sentence")
    root = sentence.span.root
    for head in (root, *sentence.span):
        subject = child(head, *SUBJECTS) or (child(head.head, *SUBJECTS) if relation(head) == "conj" else None)
        finite = finite_verb(head) or past_tagged_as_participle(head, analysis) or shared_past(head, analysis)
        finite = finite or present_tagged_as_participle(head, analysis)
        bound = (child(head, "mark") is not None and head != root) or head.dep_ == "acl:relcl"
        if subject is not None and finite is not None and finite.pos_ in {"VERB", "AUX"} and not bound:
            return head, subject, finite
        if subject is not None and verb_tagged_otherwise(head, analysis) is not None:
            return head, subject, head
    hidden = hidden_past(root, analysis)
    if hidden is not None:
        return hidden, root, hidden
    subjects = [t for t in sentence.span if relation(t) == "nsubj" and t.i < root.i]
    if subjects and root.pos_ == "VERB" and feature(root, "VerbForm") == "Fin":  # "the treaty | establishing a state never came into force"
        return root, subjects[0], root
    raise Unclean("sentence without a verb")


def present_tagged_as_participle(verb: Token, analysis: Analysis) -> Token | None:
    """Return a verb with its own subject and no auxiliary, where present and participle look alike: « la pluie contraint … »."""
    endings = tuple(analysis.settings.data["verbs"]["present_looks_like_participle"])
    subject = child(verb, "nsubj")
    alone = verb.pos_ == "VERB" and subject is not None and subject.i < verb.i and child(verb, "aux", "cop", "mark") is None
    return verb if alone and feature(verb, "Tense") == "Past" and endings and verb.lower_.endswith(endings) else None


def shared_past(verb: Token, analysis: Analysis) -> Token | None:
    """Return a second verb that shares its subject, where past and participle look alike: "Ada (united the towns and) became queen"."""
    alike = analysis.settings.data["verbs"]["past_looks_like_participle"] and feature(verb, "Tense") == "Past"
    alone = relation(verb) == "conj" and child(verb, "aux", "cop", "mark", "nsubj") is None and child(verb, "obj", "xcomp") is not None
    return verb if alike and alone and not is_passive(verb.head) else None


def hidden_past(noun: Token, analysis: Analysis) -> Token | None:
    """Return the verb of a sentence whose subject was taken for all there is, "a cavalry | confronted an army": a participle has no object.

    Some have: "a town | called Dover", "the woman | awarded a prize".
    """
    settings = analysis.settings
    two = settings.words("participles", "with_object") | settings.words("participles", "naming") | settings.words("passages", "naming")
    if not settings.data["verbs"]["past_looks_like_participle"] or noun.pos_ not in {"NOUN", "PROPN"}:
        return None
    found = [c for c in children(noun, "acl") if c.dep_ == "acl" and c.i > noun.i and feature(c, "Tense") == "Past"]
    alone = [v for v in found if not children(v, "aux", "mark", "nsubj") and v.lemma_.lower() not in two]
    return alone[0] if len(alone) == 1 and any(o.i > alone[0].i for o in children(alone[0], "obj")) else None


def is_bare_infinitive(root: Token) -> bool:
    """Return True for « À noter que … », not for "The court can review …" nor "Its aim is to review …"."""
    return feature(root, "VerbForm") == "Inf" and finite_verb(root) is None


def is_torn(sentence: Sentence) -> bool:
    """Return True where the text before a sentence has no end, or the text behind it no beginning: a piece of one."""
    doc, span = sentence.span.doc, sentence.span
    before = doc.text[: span.start_char].rstrip(" –—-")
    after = doc.text[span.end_char :].lstrip()
    return (bool(before) and before[-1] not in ENDS) or after[:1].islower()


def verb_tagged_otherwise(verb: Token, analysis: Analysis) -> Token | None:
    """Return a root taken for an adjective, a noun or a participle, though a subject stands right before it: « Ada ferme | le port »."""
    if not analysis.settings.data["verbs"]["predicates_need_copula"] or verb.head != verb:
        return None
    after = {"ADJ": ("obj", "obl"), "NOUN": ("obj", "obl"), "VERB": ("obj",)}.get(verb.pos_, ())
    subject = child(verb, "nsubj")
    bare = child(verb, "cop", "det", "case", "aux", "amod", "nummod") is None and verb.text.islower()
    is_next = subject is not None and subject.right_edge.i == verb.i - 1
    return verb if bare and is_next and any(c.i > verb.i for c in children(verb, *after)) else None
