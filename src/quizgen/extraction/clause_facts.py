"""Facts from clauses: one parsed clause gives a fact for each argument that can be asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from quizgen.article import TextSpan
from quizgen.discourse.pronouns import antecedent
from quizgen.extraction.arguments import MONEY, YEAR, Argument, arguments, in_order, lead_text, quantity_of, to_clause
from quizgen.extraction.clauses import RELATIVE_PRONOUNS, ParsedClause, Unclean, finite_verb
from quizgen.extraction.complements import governed
from quizgen.extraction.definitions import says_what
from quizgen.extraction.governed import LONGEST_INFINITIVE
from quizgen.extraction.identities import identity, superlative, task
from quizgen.extraction.special import specialize
from quizgen.extraction.specificity import specific
from quizgen.extraction.wholeness import is_one_of_several
from quizgen.facts import Clause, Complement, Evidence, Fact, Phrase, PhraseType, Quantity, Value
from quizgen.languages.base import QuantityMatch
from quizgen.syntax.analysis import Analysis
from quizgen.syntax.phrases import dangling, has_complement, is_cut_short, phrase, phrase_tokens
from quizgen.syntax.tree import children, feature, is_contiguous, relation, text_of, trimmed

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

CONFIDENCE = {
    "event": 0.9,
    "place": 0.85,
    "quantity": 0.85,
    "percentage": 0.85,
    "purpose": 0.85,
    "cause": 0.85,
    "action": 0.75,
    "definition": 0.8,
    "identity": 0.85,
    "statement": 0.8,
    "gap": 0.8,
    "complement": 0.8,
    "undertaking": 0.85,
    "membership": 0.75,
}
VAGUE = 0.5  # of the confidence, where the question leaves much open: such items only fill a short quiz
RESOLVED = 0.85  # of the confidence, where a pronoun was replaced
MOST_MEMBERS = 3  # of a list in one key
LONGEST_DESCRIPTION = 10  # words
LONGEST_OBJECT = 10  # words
SHORTEST_OBJECT = 2  # words, without article, of a common noun that is asked for where nothing else is said
HERO = 6  # mentions of the name that an article names most, for the article to be about it
WHOLE_NAME = 3  # words of a name that is a person's though no list has the given name
SHORTEST_CLAUSE = 4  # words after the subject, for a question about the subject to be specific


def clause_facts(parsed: ParsedClause, analysis: Analysis) -> list[Fact]:
    """Return the facts of one clause. Raises Unclean with a reason when it cannot be told outside its text."""
    if is_one_of_several(parsed, (), analysis):
        raise Unclean("one of several")
    told = task(parsed, analysis)
    if told is not None:
        return [FactMaker(parsed, analysis, told[0], parsed.sentence.speaker).identity(*told)]
    found = list(arguments(parsed, analysis))
    source, found = attribution(parsed, found, analysis)
    clause = to_clause(parsed, found, analysis)
    maker = FactMaker(parsed, analysis, clause, source, tuple(anchor for argument in found for anchor in argument.anchors))
    facts = [special for fact in maker.facts(found) for special in specialize(fact, analysis)]
    if not facts:
        raise Unclean("nothing to ask")
    telling = specific(facts, parsed, found, analysis)
    if not telling:
        raise Unclean("says too little")
    return telling


def attribution(parsed: ParsedClause, found: list[Argument], analysis: Analysis) -> tuple[Phrase | None, list[Argument]]:
    """Return who says the clause, and the arguments without the words that say so ("selon X"). Raises Unclean when nobody can be named."""
    for argument in found:
        first = text_of(argument.tokens).lower()
        if any(first.startswith(mark + " ") for mark in analysis.settings.words("arguments", "source")):
            head = next((t for t in argument.tokens if t.head not in argument.tokens), argument.tokens[-1])
            return speaker_phrase(head, analysis), [a for a in found if a is not argument]
    if parsed.reporter is not None:
        return speaker_phrase(parsed.reporter, analysis), found
    if parsed.sentence.is_quoted and parsed.sentence.speaker is None:
        raise Unclean("quotation without a speaker")
    return parsed.sentence.speaker, found


def speaker_phrase(head: Token, analysis: Analysis) -> Phrase:
    """Return the speaker that `head` names. Raises Unclean when it is no name and no full description."""
    meant = antecedent(head, analysis) if head.pos_ == "PRON" else None
    if meant is not None and meant.type is PhraseType.PERSON:
        return meant
    words = phrase_tokens(head, analysis)
    if not words or dangling(head, words, analysis, as_subject=True):
        raise Unclean("unnamed speaker")
    return phrase(head, analysis, words)


class FactMaker:
    """Makes the facts of one clause, all with the same evidence and source."""

    def __init__(
        self, parsed: ParsedClause, analysis: Analysis, clause: Clause, source: Phrase | None, anchors: tuple[TextSpan, ...] = ()
    ) -> None:
        own = source is not None and source.text == clause.subject.text  # « Selon le Pentagone, que regrette le Pentagone ? »
        self.parsed, self.analysis, self.clause, self.source, self.anchors = parsed, analysis, clause, None if own else source, anchors
        self.counted = quantity_of(parsed.subject, parsed.subject_tokens, analysis)

    def facts(self, found: Sequence[Argument]) -> Iterator[Fact]:
        """Yield a fact for each argument that has a slot, for the subject, and for what a copula says."""
        copular = self.parsed.copula is not None
        if self.says_nothing(found):
            return
        for argument in found:
            if argument.slot == "date" and self.is_single("date", found) and self.tells_event(found):
                yield self.fact("event", {"event": self.clause, "date": argument.value})
            elif argument.slot == "place" and self.is_single("place", found):
                yield self.fact("place", {"event": self.clause, "place": argument.value})
            elif argument.slot in {"purpose", "cause"} and self.is_single(argument.slot, found) and not self.equates(argument):
                yield self.fact(argument.slot, {"action": self.clause, argument.slot: argument.value})
            elif argument.slot == "deed" and self.can_ask_deed(argument, found):
                yield self.fact("undertaking", {"action": self.clause, "deed": argument.value})
            elif argument.slot == "quantity" and self.asks_quantity(argument, found) and not copular:
                yield self.fact("quantity", {"action": self.clause, "quantity": argument.value})
        if is_report(self.parsed, self.clause, self.analysis):
            return
        if self.counted is not None and not self.clause.complements:
            raise Unclean("number of nothing said")
        if self.counted is not None:
            yield self.counted_subject(self.counted)
        elif copular:
            yield from self.definition(found)
            yield from self.identities(found)
            if self.parsed.verb.pos_ == "ADJ" and any(a.is_governed for a in found):  # « est issu d'une race de trait »
                yield from self.action(found)
        else:
            yield from self.action(found)
            yield from self.identities(found)
        for clause, value in governed(self.parsed, self.clause, found, self.analysis):
            if is_lone_person(value):
                continue
            is_open = not (clause.subject.is_name or value.is_name or len(clause.complements) > 1)
            yield self.fact("complement", {"action": clause, "complement": value}, VAGUE if is_open else 1.0)
        yield from self.gaps(found)
        yield from self.said()

    def can_ask_deed(self, deed: Argument, found: Sequence[Argument]) -> bool:
        """Return True when a question for a deed has nothing in it that is only known with the answer."""
        owned = has_possessive([deed]) and not self.clause.subject.is_name
        return not owned and not any(opens_relative(a) for a in found)

    def says_nothing(self, found: Sequence[Argument]) -> bool:
        """Return True for « Le ministre a annoncé le 24 janvier … » whose announcement was not understood."""
        others = [a for a in found if a.slot not in {"date", "place"} and not a.is_adverb]
        return not (others or self.clause.is_passive) and self.clause.lemma in self.analysis.language.lexicon.words("speech", "verbs")

    def asks_quantity(self, argument: Argument, found: Sequence[Argument]) -> bool:
        """Return True for the one number of a clause that says what it counts, behind the verb (not « Après 183 km, … »)."""
        return not argument.is_lead and self.is_single("quantity", found) and counts(argument.value)

    def singles_out(self, found: Sequence[Argument]) -> bool:
        """Return True when enough is told of a subject to ask for it; of what bears no name nobody can tell (« ____ ont empiré »)."""
        strict = bool(self.analysis.settings.data["arguments"]["needs_name"])
        named = self.clause.subject.is_name or self.clause.subject.type is PhraseType.PERSON
        return is_telling(found, self.analysis) and (named or not strict)

    def tells_event(self, found: Sequence[Argument]) -> bool:
        """Return True when enough is said to ask when it was: not for « les Romains tenteront en 212 », « l'épisode s'étend ».

        The day on which somebody said something is no news either.
        """
        speech = self.analysis.language.lexicon.words("speech", "verbs") - self.analysis.settings.words("arguments", "directive")
        says = self.clause.lemma in speech
        if says and any(relation(c) in {"ccomp", "xcomp"} for c in self.parsed.complements):
            return False
        names = any(t.pos_ in {"PROPN", "NUM"} for a in found if a.slot != "date" for t in a.tokens)
        if self.clause.lemma in self.analysis.settings.words("verbs", "light") and not self.parsed.is_passive and not names:
            return False  # « Anne Roy reste jusqu'en 1917 avec une équipe »
        if self.parsed.is_passive or self.parsed.copula is not None or any(a.slot != "date" and not a.is_adverb for a in found):
            return True
        anchors = [t for t in self.parsed.subject_tokens if t.pos_ in {"NOUN", "PROPN", "NUM", "ADJ"}]
        return len(anchors) > 1 and self.clause.lemma not in self.analysis.language.lexicon.words("hedges", "verbs")

    def equates(self, purpose: Argument) -> bool:
        """Return True for a purpose beside a verb that says what a thing is: « StarlingX revient à un X pour … »."""
        return purpose.slot == "purpose" and self.clause.lemma in self.analysis.settings.words("verbs", "equating")

    def is_single(self, slot: str, found: Sequence[Argument]) -> bool:
        """Return True when one argument only has `slot`: two dates in a clause cannot be asked for apart."""
        return sum(a.slot == slot for a in found) == 1

    def action(self, found: Sequence[Argument]) -> Iterator[Fact]:
        """Yield the fact that somebody does a thing to something, when the verb says enough to be asked about."""
        slots: dict[str, Value | None] = {"action": self.clause}
        for argument in found:
            if (
                argument.slot in {"object", "agent"}
                and isinstance(argument.value, Phrase)
                and len(argument.value.text.split()) <= (LONGEST_INFINITIVE if argument.is_governed else LONGEST_OBJECT)
                and not is_lone_person(argument.value)
                and not is_torn(argument.value)
            ):
                slots[argument.slot] = argument.value
        if self.clause.lemma in self.analysis.settings.words("verbs", "light") and not any(a.is_governed for a in found):
            slots.pop("object", None)
        if any(a.slot == "agent" for a in found[:-1]) and found[-1].tokens[0].i > self.parsed.group[-1].i and found[-1].slot != "agent":
            slots.pop("agent", None)  # "Who was it published by in Tulsa?"
        if any(opens_relative(a) for a in found):
            slots.pop("object", None)  # "What does the town offer which is worth a visit?"
        others = [a for a in found if a.slot != "object" and not a.is_adverb and len(a.tokens) > 1]
        if not others and not any(a.is_governed for a in found) and is_commonplace(slots.get("object")):
            slots.pop("object", None)  # « Que fixe Anne Roy ? » « Un rythme élevé »
        told = self.clause.lemma in self.analysis.settings.words("verbs", "telling") and self.clause.subject.is_name
        is_vague = "object" in slots and not others and not told and not self.tells_nature(found)  # « Que crée la crise ? »
        is_named = self.parsed.meant is None or self.clause.subject.is_name
        if (
            is_named
            and (self.clause.is_passive or self.clause.lemma not in self.analysis.settings.words("verbs", "copulas"))  # « était à Vannes »
            and (is_askable(self.clause.subject, self.analysis) or self.is_cause())
            and not self.is_about_hero()
            and not agrees_with_subject(self.parsed, self.clause.subject)
            and not has_possessive(a for a in found if a.slot != "object")
            and self.singles_out(found)
        ):
            slots["subject"] = self.clause.subject
        words = sum(len(c.text.split()) for c in self.clause.complements) + len(self.clause.rest.split()) + 1
        if len(slots) > 1 and (words >= SHORTEST_CLAUSE or "object" in slots):
            yield self.fact("action", slots, VAGUE if is_vague else 1.0)

    def tells_nature(self, found: Sequence[Argument]) -> bool:
        """Return True for « Le musée Morel est dédié à la peinture flamande »: what a named thing is made of, made for or comes from."""
        named = self.clause.subject.is_name or self.is_titled() or any(t.pos_ == "PROPN" for t in self.parsed.subject_tokens)
        state = self.parsed.copula is not None or (self.parsed.is_passive and self.clause.tense != "Past")
        told = ((a.value, len(a.tokens)) for a in found if a.is_governed)
        return named and state and any(length > SHORTEST_OBJECT or (isinstance(value, Phrase) and value.is_name) for value, length in told)

    def is_about_hero(self) -> bool:
        """Return True where the subject is what the whole article is about, by its title or by how often it is named."""
        names = self.analysis.registry.entities
        most = max(names, key=lambda e: (e.mentions, -e.first), default=None)
        is_most_named = most is not None and most.mentions >= HERO and self.clause.subject.text in {most.name, *most.aliases}
        return self.clause.subject.is_name and (self.is_titled() or is_most_named)

    def is_titled(self) -> bool:
        """Return True where the subject holds every word of the article's title."""
        title = self.analysis.article.title or ""
        return title != "" and set(title.lower().split()) <= set(self.clause.subject.text.lower().split())

    def is_cause(self) -> bool:
        """Return True for "a storm destroyed the pier of Tulsa": what did it can be asked, though no article points at one storm."""
        causal = self.clause.lemma in self.analysis.settings.words("verbs", "causal") and not self.clause.is_passive
        return causal and not self.clause.subject.is_name and 1 < len(self.clause.subject.text.split()) <= LONGEST_OBJECT

    def definition(self, found: Sequence[Argument]) -> Iterator[Fact]:
        """Yield what a copula says its subject is, when that is a noun phrase and nothing else hangs on the verb."""
        predicate = self.parsed.verb
        own = next((a for a in found if predicate in a.tokens), None)
        others = [a for a in found if a is not own]
        if own is None or predicate.pos_ not in {"NOUN", "PROPN"} or predicate.i < self.parsed.finite.i or not self.can_be_defined(own):
            return
        leans = dangling(predicate, own.tokens, self.analysis)
        if any(t.dep_ == "case" and t.head == predicate for t in own.tokens) or (leans and not self.says_what(predicate, own, leans)):
            return
        tokens = trimmed(shortened(without_connectors(own.tokens, self.analysis), predicate))
        description = phrase(predicate, self.analysis, tokens)
        tail = " ".join(lead_text(a) for a in in_order(others))
        if tail:
            joined = f"{description.text} {tail}"
            description = replace(
                description, text=joined, bare="", span=None if not self.is_one_stretch(own, others) else description.span
            )
            if not self.is_one_stretch(own, others):
                return
        if is_vague(predicate, tokens, self.analysis) or is_trivial(predicate, tokens):
            return
        all_words = sorted({*tokens, *(t for a in others for t in a.tokens)}, key=lambda t: t.i)
        if not says_what(self.clause.subject, all_words, predicate, self.analysis):
            return
        is_plain = self.clause.subject.is_name or not has_complement(self.parsed.subject, self.parsed.subject_tokens)
        if (is_cut_short(own.tokens) and not tail) or (description.is_definite and not is_plain and not description.is_list):
            return
        if description.number == "p" and self.clause.subject.number == "s" and not description.is_list:
            return  # "its main parties are the Greens (and others)"
        if description.is_list and is_open_list(own.tokens, self.analysis):
            return
        if description.is_list:
            yield self.fact("membership", {"whole": self.clause.subject, "members": description})
            return
        told = replace(self.clause, complements=(Complement(description.text, "description", description.text),))
        slots: dict[str, Value | None] = {"subject": self.clause.subject, "description": self.analysis.language.describe(description)}
        of_one_kind = self.clause.subject.type is not PhraseType.PERSON or description.type is PhraseType.PERSON  # "Who was the Zuul?"
        yield self.fact("definition", {**slots, "copula": told if of_one_kind else None})

    def can_be_defined(self, own: Argument) -> bool:
        """Return True when a question "What is it?" would fit: a plain tense, a subject that is no part of a count, nobody's own year."""
        bare = not self.clause.subject.is_name and self.parsed.subject_tokens[0].pos_ not in {"DET", "ADP", "NUM"}
        if bare and not self.analysis.settings.data["verbs"]["bare_subjects"]:
            return False  # « (sept) races »
        compound = self.parsed.finite != self.parsed.copula
        counted = any(relation(c) == "nummod" for c in self.parsed.subject.children) or self.parsed.subject.pos_ == "NUM"
        return not (compound or counted or has_possessive([own]))

    def says_what(self, predicate: Token, own: Argument, leans: str) -> bool:
        """Return True for "an Iraqi-British architect", which says who a named person is though it would name nobody as a subject."""
        indefinite = feature(own.tokens[0], "Definite") == "Ind" and len(own.tokens) > 2
        return leans == "bare description" and indefinite and self.clause.subject.is_name and predicate.pos_ == "NOUN"

    def identities(self, found: Sequence[Argument]) -> Iterator[Fact]:
        """Yield which thing, person or deed the described subject is."""
        if self.clause.lemma not in self.analysis.settings.words("verbs", "copulas"):
            return
        turned = superlative(self.parsed, self.clause, found, self.analysis) if self.parsed.copula is not None else None
        told = identity(self.parsed, self.clause, found, self.analysis) or turned
        if told is not None:
            yield self.identity(*told)

    def identity(self, state: Clause, answer: Phrase) -> Fact:
        """Return the fact that the subject of `state` is `answer`."""
        return self.fact("identity", {"state": state, "subject": state.subject, "answer": answer})

    def counted_subject(self, quantity: Quantity) -> Fact:
        """Return how many do what the clause says, or what part of a whole does. Raises Unclean for "10 times, tied with …"."""
        if self.parsed.is_participle:
            raise Unclean("number of nothing said")
        clause = replace(self.clause, subject_slot="quantity")
        whole = whole_of(self.parsed, quantity, self.analysis)
        if whole is None and is_share(quantity):
            raise Unclean("part of no whole")
        if whole is None:
            return self.fact("quantity", {"action": clause, "quantity": quantity})
        return self.fact("percentage", {"action": clause, "quantity": quantity, "whole": whole})

    def gaps(self, found: Sequence[Argument]) -> Iterator[Fact]:
        """Yield the names that complements are which nothing else asks for; they make clozes only."""
        for number, complement in enumerate(self.clause.complements):
            if complement.slot:
                continue
            argument = next((a for a in found if not a.slot and lead_text(a) == complement.text), None)
            value = gap_of(argument, self.analysis) if argument is not None else None
            if value is not None and complement.text.count(value.text) == 1:
                marked = (
                    *self.clause.complements[:number],
                    replace(complement, slot="gap", value=value.text),
                    *self.clause.complements[number + 1 :],
                )
                yield self.fact("gap", {"action": replace(self.clause, complements=marked), "gap": value})

    def said(self) -> Iterator[Fact]:
        """Yield that the source says what the clause says."""
        if self.source is not None and self.source.is_name and self.clause.complements:
            content = Phrase(self.analysis.language.filters["statement"](self.clause), bare="")
            yield replace(self.fact("statement", {"speaker": self.source, "content": content}), source=None)

    def is_one_stretch(self, own: Argument, others: Sequence[Argument]) -> bool:
        """Return True when the predicate and what follows it stand together in the text."""
        tokens = sorted({t for a in (own, *others) for t in a.tokens}, key=lambda t: t.i)
        return tokens[-1].i - tokens[0].i + 1 == len(tokens)

    def fact(self, kind: str, slots: dict[str, Value | None], weight: float = 1.0) -> Fact:
        """Return a fact of `kind` with the clause's evidence, source and date of validity; `weight` lowers its confidence."""
        article = self.analysis.article
        is_dated = "date" in (self.clause.lead_slot, *(c.slot for c in self.clause.complements))  # « naît en 1776 » does not age
        ages = self.clause.tense == "Pres" and bool(article.published) and not is_dated
        kept = tuple((name, value) for name, value in slots.items() if value is not None)
        sure = CONFIDENCE[kind] * weight * (RESOLVED if self.parsed.meant else 1.0)
        rule = f"clause/{kind}" + ("+pronoun" if self.parsed.meant else "+participle" if self.parsed.is_participle else "")
        return Fact(
            kind, kept, Evidence(self.parsed.sentence.evidence, self.support()), rule, sure, self.source, article.published if ages else ""
        )

    def support(self) -> tuple[TextSpan, ...]:
        """Return the spans the fact leans on besides its sentence: where its subject's fullest name and its speaker stand."""
        spans = list(self.anchors)
        for named in (self.clause.subject, self.source):
            if named is not None and named.text not in self.parsed.sentence.evidence.text:
                at = self.analysis.article.text.find(named.text)
                if at >= 0:
                    spans.append(self.analysis.article.span(at, at + len(named.text)))
        return tuple(spans)


def is_report(parsed: ParsedClause, clause: Clause, analysis: Analysis) -> bool:
    """Return True for "X says that …": what is said is a clause of its own, told with its source."""
    speech = analysis.language.lexicon.words("speech", "verbs") - analysis.settings.words("arguments", "directive")
    telling = analysis.settings.words("verbs", "telling")
    return clause.lemma in speech - telling and any(relation(c) == "ccomp" for c in parsed.complements)


def is_open_list(words: Sequence[Token], analysis: Analysis) -> bool:
    """Return True when a phrase names examples only ("problems including deafness"), or says "their"."""
    text = f" {text_of(words).lower()} "
    markers = analysis.language.lexicon.words("open_list", "markers")
    return any(f" {m} " in text for m in markers) or any(feature(t, "Poss") == "Yes" for t in words)


def is_askable(subject: Phrase, analysis: Analysis) -> bool:
    """Return True for a subject that one right answer names: a name, or a definite description of few words."""
    if is_capital_only(subject, analysis):
        return False
    return (subject.is_name and not is_lone_person(subject)) or (
        not subject.is_name and subject.is_definite and not subject.is_list and len(subject.text.split()) <= LONGEST_OBJECT
    )


def is_capital_only(subject: Phrase, analysis: Analysis) -> bool:
    """Return True for "the Commission", "the grateful King": a common noun with a capital; for "only the Danes", "many Danes"."""
    words = subject.text.split()
    opening = words[0].lower()
    settings = analysis.settings
    if opening in settings.words("arguments", "vague_quantifiers") | settings.words("pruning", "binding"):
        return True
    capitals = [word for word in words if word[:1].isupper()]
    return subject.is_name and len(capitals) == 1 and words[-1].lower() in settings.words("arguments", "capitalised")


def counts(value: Value | None) -> bool:
    """Return True for a quantity that says what it counts: not for « 282 voix contre 351 », « la salle 3 »."""
    return isinstance(value, Quantity) and (value.is_percentage or len(value.unit) > 1)


def opens_relative(argument: Argument) -> bool:
    """Return True for a relative clause that was parted from its noun: it explains the answer."""
    return not argument.is_lead and (
        feature(argument.tokens[0], "PronType") == "Rel" or argument.tokens[0].lower_ in RELATIVE_PRONOUNS
    )


def is_torn(value: Phrase) -> bool:
    """Return True for a list whose end was lost: « Internews, le PAM »."""
    joined = any(f" {word} " in value.text for word in ("et", "ou", "and", "or", "qui", "that"))
    return ", " in value.text and not value.is_list and not joined


def is_commonplace(thing: Value | None) -> bool:
    """Return True for an object that its clause does not single out: a common noun with an adjective at most, « un rythme élevé »."""
    if not isinstance(thing, Phrase) or thing.is_name or len(thing.bare.split()) > SHORTEST_OBJECT:
        return False
    return not any(word[:1].isupper() or word[:1].isdigit() for word in thing.text.split())


def is_telling(found: Sequence[Argument], analysis: Analysis) -> bool:
    """Return True when what is said of a subject singles it out: a name, a number, a noun with its complement, or many words."""
    tokens = [t for a in found for t in a.tokens]
    names = any(t.pos_ in {"PROPN", "NUM"} or t.ent_type_ or t.like_num for t in tokens)
    fewest = int(analysis.settings.data["arguments"]["fewest_words"])
    content = sum(t.pos_ in {"NOUN", "ADJ", "VERB", "PROPN", "NUM"} for t in tokens)
    if analysis.settings.data["arguments"]["needs_name"]:
        return names and content > 1
    return names or any(relation(t) == "nmod" for t in tokens) or content >= fewest


def is_lone_person(subject: Phrase) -> bool:
    """Return True for a person known by one word only, or without a given name: often a place or thing that was taken for a person."""
    short = " " not in subject.text or (not subject.gender and len(subject.text.split()) < WHOLE_NAME and not subject.accepted)
    return subject.is_name and subject.type is PhraseType.PERSON and short


def agrees_with_subject(parsed: ParsedClause, subject: Phrase) -> bool:
    """Return True when an adjective after the verb agrees with the subject: « Qu'est-ce qui reste inconnues » cannot be asked."""
    shown = [c for c in parsed.complements if c.pos_ in {"ADJ", "VERB"} and relation(c) not in {"obl", "advcl"} and feature(c, "Number")]
    return bool(shown) and (subject.gender != "m" or subject.number != "s")


def has_possessive(found: Iterable[Argument]) -> bool:
    """Return True when an argument says "their", « ses »: once the subject is asked for, nobody knows whose."""
    return any(feature(t, "Poss") == "Yes" for a in found for t in a.tokens)


def shortened(tokens: Sequence[Token], noun: Token) -> Sequence[Token]:
    """Return a long description without the participle that ends it: « un scandale financier (né dans le contexte de …) » stays true."""
    if len(tokens) <= LONGEST_DESCRIPTION:
        return tokens
    ending = next((c for c in children(noun, "acl") if c.i > noun.i and feature(c, "VerbForm") == "Part" and finite_verb(c) is None), None)
    return tokens if ending is None else [t for t in tokens if t.i < ending.left_edge.i]


def without_connectors(tokens: Sequence[Token], analysis: Analysis) -> Sequence[Token]:
    """Return a predicate without the adverb that ties it to the sentence before: "(also) a friend of Hamilton"."""
    return tokens[1:] if tokens[0].lower_ in analysis.settings.words("connectors", "words") else tokens


def is_trivial(noun: Token, tokens: Sequence[Token]) -> bool:
    """Return True for « une région », « le père des deux »: a noun alone, or with what says nothing."""
    said = [t for t in tokens if t != noun and t.pos_ not in {"DET", "ADP", "PUNCT"}]
    return not any(t.pos_ in {"NOUN", "PROPN", "ADJ", "VERB"} for t in said)


def is_vague(noun: Token, tokens: Sequence[Token], analysis: Analysis) -> bool:
    """Return True for « un aspect du conflit »; « une espèce d'oiseaux » says much."""
    classed = noun.lemma_.lower() in analysis.settings.words("definitions", "classes") and feature(tokens[0], "Definite") == "Ind"
    vague = analysis.language.lexicon.words("vague", "nouns")
    of_what = [c for c in children(noun, "nmod") if c in tokens and c.pos_ in {"NOUN", "PROPN"} and c.lemma_.lower() not in vague]
    return noun.lemma_.lower() in vague and not (classed and of_what)


def is_share(quantity: Quantity) -> bool:
    """Return True for a percentage or a fraction: "almost half of …"."""
    return quantity.is_percentage or float(quantity.number) < 1


def whole_of(parsed: ParsedClause, quantity: Quantity, analysis: Analysis) -> Phrase | None:
    """Return the whole that a percentage or fraction is part of ("les déploiements"), or None for a plain number."""
    head = next((c for c in children(parsed.subject, "nmod") if c in parsed.subject_tokens), None)
    if not is_share(quantity) or head is None:
        return None
    words = [t for t in phrase_tokens(head, analysis) if t in parsed.subject_tokens]
    return phrase(head, analysis, words) if words and dangling(head, words, analysis) in {"", "vague quantity"} else None


def gap_of(argument: Argument, analysis: Analysis) -> Phrase | Quantity | None:
    """Return the one name or number of an argument that a cloze may ask for, or None when there is none or several.

    Whether it may stand deep inside (« à la préfecture de police de Paris ») is the language's setting.
    """
    text = text_of(argument.tokens)
    numbers = analysis.language.find_quantities(text)
    names = list({e for e in argument.tokens[0].doc.ents if argument.tokens[0].i <= e.start and e.end - 1 <= argument.tokens[-1].i})
    is_deep = bool(analysis.settings.data["arguments"]["blank_inside"])
    if len(numbers) == 1 and not numbers[0].is_open and is_deep:
        return number_gap(argument, numbers[0], analysis)
    if numbers or len(names) != 1 or not is_whole_name(names[0], argument):
        return None
    if len(names[0]) == 1 and names[0].root.lower_ in analysis.settings.words("arguments", "capitalised"):
        return None  # "the Treaty on the Union"
    if not is_deep and (names[0].root.head in argument.tokens or names[0].root.pos_ != "PROPN"):
        return None
    words = [t for t in names[0] if t.pos_ != "DET"]
    return phrase(names[0].root, analysis, words) if words else None


def number_gap(argument: Argument, match: QuantityMatch, analysis: Analysis) -> Quantity | None:
    """Return a number inside an argument, unless the word before it makes it no news ("all three languages")."""
    text = text_of(argument.tokens)
    before = text[: match.start].split()
    if YEAR.fullmatch(match.number):  # "the 2011 season"
        return None
    if text[match.start : match.end].istitle() and text[match.start : match.end].isalpha():  # "the Seven Years' War"
        return None
    if before and before[-1].lower() in analysis.settings.words("arguments", "before_no_gap"):
        return None
    counted = text[match.end :].split()
    if not (match.is_percentage or MONEY.search(text) or (counted and counted[0].isalpha() and not is_small_word(counted[0], argument))):
        return None  # "had 988,000 in 2010"
    words = text[match.start : match.end]
    return Quantity(
        words, match.number, words, "", match.qualifier, match.is_percentage, span=stretch(argument, match.start, match.end, analysis)
    )


def is_small_word(word: str, argument: Argument) -> bool:
    """Return True for a preposition or conjunction of an argument."""
    return any(t.text == word and t.pos_ in {"ADP", "CCONJ", "SCONJ", "PUNCT"} for t in argument.tokens)


def is_whole_name(name: Span, argument: Argument) -> bool:
    """Return True when an entity is a noun phrase of its own: not an adjective, not one of a list, not a piece of a longer name."""
    if argument.tokens[0].i < name.start and name.root.doc[name.start - 1].pos_ == "CCONJ":  # "the corner of 4th and New Street"
        return False
    beside = [t for t in argument.tokens if t.i in {name.start - 1, name.end}]
    joined = {"-", "–", "&", "'s", "’s", "'", "’", "(", "«", '"'}
    if any(t.text[:1].isupper() or feature(t, "Definite") == "Ind" or t.text in joined for t in beside):
        return False
    return relation(name.root) in {"obl", "nmod", "obj", "xcomp", "appos"} and not any(
        relation(t) == "conj" for t in (*name, *name.root.children)
    )


def stretch(argument: Argument, start: int, end: int, analysis: Analysis) -> TextSpan | None:
    """Return the article's stretch of code points `start` to `end` of an argument's text, if its tokens stand together."""
    if not is_contiguous(argument.tokens):
        return None
    whole = analysis.span_of(argument.tokens)
    return analysis.article.span(whole.start + start, whole.start + end)
