"""The verb group of a clause: its finite verb, auxiliaries, adverbs, particles and clitics."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.extraction.clauses.parsed_clause import Unclean
from quizgen.syntax.analysis import Analysis
from quizgen.syntax.tree import child, children, feature, is_contiguous, is_passive, opens, relation

if TYPE_CHECKING:
    from spacy.tokens import Token


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


def looks_like_participle(token: Token) -> bool:
    """Return True for a participle, also where a capital at the opening made the tagger take it for a name (« Lancé »)."""
    if feature(token, "VerbForm") == "Part":
        return True
    return opens(token) and token.lower_.endswith(("é", "ée", "és", "ées", "ed")) and token.pos_ in {"PROPN", "X", "NOUN", "ADJ"}
