"""A clause in words, told with those of its arguments that are kept."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizgen.extraction.arguments.argument import Argument, in_order, lead_text
from quizgen.extraction.clauses.parsed_clause import ParsedClause, Unclean
from quizgen.extraction.clauses.participles import told_group
from quizgen.facts import Clause, Complement
from quizgen.syntax.analysis import Analysis
from quizgen.syntax.phrases import phrase
from quizgen.syntax.tree import feature, text_of

LONGEST_CLAUSE = 32  # words


def to_clause(parsed: ParsedClause, found: Sequence[Argument], analysis: Analysis) -> Clause:
    """Return the clause in words. Raises Unclean when it is too long to be asked about."""
    subject = parsed.meant or phrase(parsed.subject, analysis, parsed.subject_tokens)
    leads, front = leads_in_order(found)
    rest = [a for a in found if a not in leads and not a.is_adverb]
    last = parsed.group[-1] if parsed.copula is None else parsed.copula
    finite, verb_rest = verb_words(parsed, analysis)
    made = Clause(
        subject=subject,
        finite=finite,
        rest=verb_rest,
        clitics=text_of(parsed.clitics).lower(),
        complements=tuple(Complement(lead_text(a), a.slot, a.value_text) for a in in_order(rest)),
        lead=", ".join(lead_text(a) for a in leads),
        lead_slot=front.slot if front else "",
        lead_value=front.value_text if front else "",
        adverb=" ".join(text_of(a.tokens) for a in found if a.is_adverb),
        lemma=last.lemma_.lower(),
        base=parsed.finite.lemma_.lower() if parsed.finite == parsed.verb and not parsed.is_participle else "",
        tense=feature(parsed.finite, "Tense"),
        subject_slot="subject",
        is_passive=parsed.is_passive,
        span=parsed.sentence.evidence,
    )
    if made.lead.replace(",", "").strip().isdigit() or made.lead.split(",")[0].isdigit():  # "lost 3-1": a score read as an opening
        raise Unclean("opening not understood")
    if any(c in made.subject.text for c in "[]!?"):
        raise Unclean("brackets")
    if word_count(made) > LONGEST_CLAUSE:
        raise Unclean("too long")
    return made


def leads_in_order(found: Sequence[Argument]) -> tuple[list[Argument], Argument | None]:
    """Return what opens the clause, and which of it holds a slot: a date before others; of two openings, only one without a slot stays."""
    plain = [a for a in found if a.is_lead and not a.slot]
    if plain:
        return plain, None
    slotted = sorted((a for a in found if a.is_lead), key=lambda a: a.slot != "date")
    return (slotted[:1], slotted[0]) if slotted else ([], None)


def verb_words(parsed: ParsedClause, analysis: Analysis) -> tuple[str, str]:
    """Return the finite verb and the rest of the verb group in words."""
    if parsed.is_participle:
        return told_group(parsed.verb, parsed.subject, analysis)
    cut = analysis.settings.words("connectors", "binding")
    finite = parsed.finite.text
    rest = text_of([t for t in parsed.group if t != parsed.finite and t.lower_ not in cut])
    for phrase_cut in (c for c in cut if " " in c and f" {c} " in f" {rest.lower()} "):
        rest = re.sub(rf"\s*{re.escape(phrase_cut)}\s*", " ", rest, flags=re.IGNORECASE).strip()
    return finite.lower() if parsed.finite.is_title else finite, rest


def word_count(clause: Clause) -> int:
    """Return how many words a clause has, all told."""
    return len(" ".join([clause.lead, clause.subject.text, clause.finite, clause.rest, *(c.text for c in clause.complements)]).split())
