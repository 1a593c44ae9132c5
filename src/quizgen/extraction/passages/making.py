"""Passages: sentences that stand alone, told as the article tells them, with one date, number or name in each to be asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgen.discourse.reaching_out import first_reaching_out
from quizgen.discourse.standing_in import StandIn, stand_ins
from quizgen.extraction.clauses.parsed_clause import Unclean
from quizgen.extraction.passages.blanks import Blank, blanks
from quizgen.extraction.passages.fitness import REFERENCES, check_fitness
from quizgen.facts import Evidence, Fact, Passage, Phrase
from quizgen.languages.words import pattern
from quizgen.syntax.analysis import Analysis, Sentence
from quizgen.syntax.tree import relation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from quizgen.article import TextSpan

CONFIDENCE = 0.9
SLIPS = (  # what copying from a page leaves: « l' INSEE , », “1913,,.”
    (re.compile(r"\s+"), " "),
    (re.compile(r" (?=[,.)])"), ""),
    (re.compile(r",[, ]*(?=[,.])"), ""),
    (re.compile(r"(?<=\b\w['’]) (?=\w)"), ""),
)


@dataclass(frozen=True)
class Edit:
    """A stretch of a sentence (code points of its text) and what is told in its place."""

    start: int
    end: int
    text: str


def passages(sentence: Sentence, analysis: Analysis) -> list[Fact]:
    """Return a fact for each thing that can be blanked in a sentence. Raises Unclean with the reason when it does not stand alone."""
    check_fitness(sentence, analysis)
    meant = stand_ins(sentence.span, analysis)
    reaching = first_reaching_out(sentence.span, meant, analysis)
    if reaching is not None:
        raise Unclean("sentence leans on another")
    edits = [*connectors(sentence, analysis), *(in_place_of(token, told, sentence) for token, told in meant.items())]
    text = edited(sentence.evidence.text, edits)
    rule = "passage" + ("+pronoun" if meant else "")
    evidence = Evidence(sentence.evidence, tuple(s for p in meant.values() if (s := told_at(p.meant, analysis)) is not None))
    found = [fact_of(blank, text, rule, evidence) for blank in blanks(sentence, analysis) if stands_once(blank, text)]
    if not found:
        raise Unclean("sentence without a telling date, number or name")
    return found


def fact_of(blank: Blank, text: str, rule: str, evidence: Evidence) -> Fact:
    """Return the fact that `text` tells, asked for its `blank`."""
    passage = Passage(text, blank.slot, blank.words, evidence.primary)
    slots = (("passage", passage), (blank.slot, blank.value))
    return Fact("passage", slots, evidence, f"{rule}/{blank.slot}", CONFIDENCE)


def connectors(sentence: Sentence, analysis: Analysis) -> Iterator[Edit]:
    """Yield what is cut without loss: "However, …", « …, cependant, … », « a également fondé »; and marks of notes."""
    text, settings = sentence.evidence.text, analysis.settings
    words = "|".join(sorted((re.escape(w) for w in settings.words("connectors", "words")), key=len, reverse=True))
    joining = "|".join(settings.words("passages", "joining"))
    opening = re.match(rf"(?:(?:{joining})\s+)?(?:(?:{words})\s*,\s*)+|(?:{joining})\s+", text, re.IGNORECASE)
    if opening:
        yield Edit(0, opening.end(), "")
    yield from (Edit(m.start(), m.end(), "") for m in REFERENCES.finditer(text))
    yield from (Edit(m.start(), m.end(), "") for m in re.finditer(rf"\s*, (?:{words}),(?= )", text, re.IGNORECASE))
    start = sentence.evidence.start - int(sentence.span.doc.user_data["offset"])
    cut = settings.words("passages", "cut")
    for token in sentence.span[2:]:
        if token.lower_ in cut and relation(token) == "advmod" and token.head.pos_ in {"VERB", "AUX"} and token.nbor(-1).text != ",":
            at = token.idx - start
            yield Edit(at, at + len(token.text_with_ws), "")


def in_place_of(token: Token, told: StandIn, sentence: Sentence) -> Edit:
    """Return the edit that tells a word in full."""
    at = token.idx - (sentence.evidence.start - int(token.doc.user_data["offset"]))
    return Edit(at, at + len(token.text), told.text)


def edited(text: str, edits: Sequence[Edit]) -> str:
    """Return a sentence with `edits` made, where they overlap only the first of them, a capital in front and no full stop."""
    done: list[str] = []
    at = 0
    for edit in sorted(edits, key=lambda e: e.start):
        if edit.start < at:
            continue
        done += [text[at : edit.start], edit.text]
        at = edit.end
    whole = "".join([*done, text[at:]])
    for slip, mended in SLIPS:
        whole = slip.sub(mended, whole)
    whole = whole.strip().removesuffix(".").rstrip()
    return whole[:1].upper() + whole[1:]


def told_at(phrase: Phrase, analysis: Analysis) -> TextSpan | None:
    """Return where the article names what a pronoun stands for."""
    at = analysis.article.text.find(phrase.text)
    return analysis.article.span(at, at + len(phrase.text)) if at >= 0 else None


def stands_once(blank: Blank, text: str) -> bool:
    """Return True when the words of a blank stand in the text once, so that nothing else tells them."""
    return len(pattern(blank.words).findall(text)) == 1
