"""What a described thing is: « Le but de la revue est de publier des cartes », « Le vainqueur de l'étape est Anne Roy »."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from quizgen.extraction.arguments.argument import Argument
from quizgen.extraction.arguments.checks import check_argument
from quizgen.extraction.clause_facts.told_clause import ToldClause
from quizgen.extraction.clauses.parsed_clause import ParsedClause, Unclean
from quizgen.facts import Clause, Complement, Fact, Phrase
from quizgen.syntax.analysis import Analysis
from quizgen.syntax.dangling import dangling, has_complement
from quizgen.syntax.names import is_name
from quizgen.syntax.phrase_types import number
from quizgen.syntax.phrases import is_cut_short, phrase
from quizgen.syntax.tree import child, children, feature, is_contiguous, relation, text_of, trimmed

if TYPE_CHECKING:
    from spacy.tokens import Token

LONGEST_ANSWER = 16  # words


def identities(told: ToldClause) -> Iterator[Fact]:
    """Yield which thing, person or deed the described subject is."""
    if told.clause.lemma not in told.analysis.settings.words("verbs", "copulas"):
        return
    turned = superlative(told.parsed, told.clause, told.found, told.analysis) if told.parsed.copula is not None else None
    found = identity(told.parsed, told.clause, told.found, told.analysis) or turned
    if found is not None:
        yield identity_fact(told, *found)


def identity_fact(told: ToldClause, state: Clause, answer: Phrase) -> Fact:
    """Return the fact that the subject of `state` is `answer`."""
    return told.fact("identity", {"state": state, "subject": state.subject, "answer": answer})


def identity(parsed: ParsedClause, clause: Clause, found: Sequence[Argument], analysis: Analysis) -> tuple[Clause, Phrase] | None:
    """Return the clause with its answer marked, and the answer, where a copula says which thing or deed its described subject is.

    « Le vainqueur de l'étape est Anne Roy » does; « Le but du projet est louable » and « L'homme en question est le maire » do not.
    """
    subject = clause.subject
    if subject.is_name or not subject.is_definite or subject.is_list or not is_of_something(parsed, analysis):
        return None
    if clause.rest or any(a.is_lead or a.is_adverb for a in found):
        return None
    words = sorted((t for a in found for t in a.tokens), key=lambda t: t.i)
    answer = answer_of(predicate(parsed), words, analysis)
    relational = parsed.subject.lemma_.lower() in analysis.settings.words("tasks", "relational")
    if answer is None or not (answer.is_name or relational):
        return None  # « L'évêché de Vannes est l'objet d'un litige »
    return replace(clause, complements=(Complement(text_of(words), "answer", answer.text),)), answer


def superlative(parsed: ParsedClause, clause: Clause, found: Sequence[Argument], analysis: Analysis) -> tuple[Clause, Phrase] | None:
    """Return « Le pont Morel est le plus haut viaduc d'Europe » turned about, and the named thing as its answer.

    « Le pont Morel est le plus haut » and « … un des plus hauts viaducs d'Europe » name no one thing.
    """
    head, named = parsed.verb, clause.subject.is_name or any(t.pos_ == "PROPN" for t in parsed.subject_tokens)
    words = sorted((t for a in found for t in a.tokens), key=lambda t: t.i)
    if not named or clause.subject.is_list or clause.rest or any(a.is_lead or a.is_adverb for a in found) or child(head, "case"):
        return None
    degrees = analysis.settings.words("tasks", "superlatives")
    compared = any(t.lower_ in degrees and t.head.head == head and relation(t.head) == "amod" for t in words)
    placed = any(t.pos_ == "PROPN" and head.is_ancestor(t) for c in children(head, "nmod") for t in c.subtree)
    if head.pos_ != "NOUN" or head not in words or not (compared and placed) or not is_contiguous(words) or is_cut_short(words):
        return None
    described = phrase(head, analysis, words)
    if not described.is_definite or described.is_list or dangling(head, words, analysis) or len(words) > LONGEST_ANSWER:
        return None
    answer = replace(clause.subject, is_name=True)
    return replace(clause, subject=described, complements=(Complement(answer.text, "answer", answer.text),)), answer


def is_of_something(parsed: ParsedClause, analysis: Analysis) -> bool:
    """Return True for a subject that is told by what it belongs to: « le but de la revue »."""
    data = analysis.settings.data
    owners = [c for c in children(parsed.subject, "nmod") if c in parsed.subject_tokens]
    cases = (case.lower_ for owner in owners for case in children(owner, "case"))
    return any(data["prepositions"]["alone"].get(case, case) == data["tasks"]["linking"] for case in cases)


def predicate(parsed: ParsedClause) -> Token:
    """Return what the copula says: its own head, or the infinitive that hangs on it."""
    return parsed.verb if parsed.copula is not None else child(parsed.verb, "xcomp") or parsed.verb


def answer_of(head: Token, words: Sequence[Token], analysis: Analysis) -> Phrase | None:
    """Return the answer in `words`: an infinitive without its preposition, a name, or a definite noun phrase that stands alone."""
    if not words or not is_contiguous(words) or is_cut_short(words) or len(words) > LONGEST_ANSWER:
        return None
    if feature(head, "VerbForm") == "Inf":
        return deed(words, analysis)
    if head.pos_ not in {"NOUN", "PROPN"} or child(head, "case") is not None or dangling(head, words, analysis):
        return None
    made = phrase(head, analysis, words)
    return made if is_name(head) or (made.is_definite and has_complement(head, words)) else None


def deed(words: Sequence[Token], analysis: Analysis) -> Phrase | None:
    """Return an infinitive without the preposition that opens it."""
    opening = analysis.settings.words("tasks", "infinitive")
    inside = list(words[1:]) if words[0].lower_ in opening else []
    if len(inside) < 2 or feature(inside[0], "VerbForm") != "Inf" or any(feature(t, "Poss") == "Yes" for t in inside):
        return None
    text = text_of(inside)
    return Phrase(text, bare=text, head=inside[0].text, span=analysis.span_of(inside))


def task(parsed: ParsedClause, analysis: Analysis) -> tuple[Clause, Phrase] | None:
    """Return « X a pour mission de … » told as « la mission de X est de … », and what the mission is; None for any other clause.

    A relative clause that makes the answer too long is left out. Raises Unclean where the words tie it to the text.
    """
    settings = analysis.settings
    noun = next((c for c in children(parsed.verb, "obl", "obj") if c.lemma_.lower() in settings.words("tasks", "nouns")), None)
    if noun is None or parsed.verb.lemma_.lower() not in settings.words("tasks", "verbs") or parsed.finite != parsed.verb:
        return None
    infinitive = next((c for c in children(noun, "acl", "xcomp", "advcl") if feature(c, "VerbForm") == "Inf"), None)
    subject = parsed.meant or phrase(parsed.subject, analysis, parsed.subject_tokens)
    copula = settings.data["tasks"]["copula"].get(feature(parsed.finite, "Tense"))
    if infinitive is None or copula is None or not (subject.is_name or subject.is_definite):
        return None
    words = short_enough(infinitive)
    check_argument(Argument(tuple(words)), parsed, analysis)
    answer = answer_of(infinitive, words, analysis)
    if answer is None:
        raise Unclean("task not understood")
    return task_clause(noun, subject, copula, words, answer, parsed, analysis), answer


def short_enough(infinitive: Token) -> list[Token]:
    """Return the words of an infinitive clause, without relative clauses and asides when it would be too long."""
    words = trimmed(sorted(infinitive.subtree, key=lambda t: t.i))
    if len(words) <= LONGEST_ANSWER:
        return words
    extra = {t for w in words if w != infinitive and relation(w) in {"acl", "advcl"} for t in w.subtree}
    return trimmed([t for t in words if t not in extra])


def task_clause(
    noun: Token, subject: Phrase, copula: str, words: Sequence[Token], answer: Phrase, parsed: ParsedClause, analysis: Analysis
) -> Clause:
    """Return « la mission de X est de … » as a clause."""
    articles = analysis.settings.data["articles"]
    article = articles["feminine" if feature(noun, "Gender") == "Fem" else "masculine"]
    linking = analysis.settings.data["tasks"]["linking"]
    held = f"{noun.text} {linking} {subject.text}"
    described = Phrase(
        f"{article} {held}", gender="f" if feature(noun, "Gender") == "Fem" else "m", number=number(noun), bare=held, head=noun.text,
        is_definite=True,
    )  # fmt: skip
    complement = Complement(text_of(words), "answer", answer.text)
    tense = feature(parsed.finite, "Tense")
    return Clause(described, copula, complements=(complement,), tense=tense, subject_slot="subject", span=parsed.sentence.evidence)
