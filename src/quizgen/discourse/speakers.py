"""Speakers: who says each quotation, also when named after it, before it, in the caption below, or only by the quotation before."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgen.article import BlockKind
from quizgen.discourse.pronouns import antecedent
from quizgen.facts import Phrase, PhraseType
from quizgen.syntax.analysis import Analysis
from quizgen.syntax.dangling import dangling
from quizgen.syntax.phrases import phrase, phrase_tokens
from quizgen.syntax.tree import child

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

QUOTE = re.compile(r"«[^«»]*(?:»|$)|“[^“”]*(?:”|$)|\"[^\"]*(?:\"|$)")
SHORTEST_QUOTATION = 6  # words: less is a term in quotation marks, not speech
NEAR_SOURCE = 90  # characters from « Selon Anne Roy, » to what she says
BELOW = frozenset({BlockKind.CAPTION, BlockKind.PULL_QUOTE, BlockKind.BYLINE})


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch of speech in a doc, in code points, and who says it (None when nobody can be named)."""

    start: int
    end: int
    speaker: Phrase | None


def quotations(doc: Doc, analysis: Analysis, last: Phrase | None = None) -> list[Quotation]:
    """Return the stretches of speech in a doc; a quotation left open runs to the end of its paragraph.

    A quotation that follows another with nothing between is by the same speaker, and so is one by "he" when nobody else was named since.
    `last` is who spoke last in the paragraph before, if it ended so: a paragraph that is all quotation goes on with his words.
    """
    found: list[Quotation] = []
    for match in QUOTE.finditer(doc.text):
        if len(match.group().split()) >= SHORTEST_QUOTATION:
            before = found[-1] if found else None
            said = speaker(doc, match.start(), match.end(), analysis, before)
            found.append(Quotation(match.start(), match.end(), said or carried_on(doc, match.start(), match.end(), before, analysis)))
    below = named_below(doc, analysis)
    is_whole = len(found) == 1 and not doc.text[: found[0].start].strip() and not doc.text[found[0].end :].strip(" .")
    return [Quotation(q.start, q.end, q.speaker or (below or last if is_whole else None)) for q in found]


def last_speaker(doc: Doc, spoken: list[Quotation]) -> Phrase | None:
    """Return the speaker of the quotation in the last sentence of a doc, or None when it has none."""
    ending = list(doc.sents)[-1]
    return spoken[-1].speaker if spoken and spoken[-1].end > ending.start_char else None


def speaker(doc: Doc, start: int, end: int, analysis: Analysis, before: Quotation | None) -> Phrase | None:
    """Return who says a quotation: the subject of a speech verb beside it, a name beside the verb, or whom « Selon » names."""
    for verb in speech_verbs(doc, start, end, analysis):
        subject = child(verb, "nsubj")
        if subject is None and verb.idx >= end:
            subject = next((t for t in doc[verb.i + 1 : verb.i + 7] if t.ent_type_ == "PER"), None)
        if subject is not None and not start <= subject.idx < end:
            return named(subject, analysis, before)
    return source_before(doc, start, analysis, before)


def speech_verbs(doc: Doc, start: int, end: int, analysis: Analysis) -> list[Token]:
    """Return the speech verbs just after or before a quotation, in order, one in the sentence before it last."""
    verbs = analysis.language.lexicon.words("speech", "verbs")
    found = []
    for verb in doc:
        after, before = verb.idx - end, start - verb.idx
        if not (0 <= after < 40 or 0 <= before < 60):
            continue
        if not (verb.lemma_.lower() in verbs or (after >= 0 and looks_like(verb.lower_, verbs))):
            continue
        if after >= 0 or verb.sent.end_char > start or ":" in doc.text[verb.idx : start] or names_speaker_before(verb, start):
            found.append(verb)
    return sorted(found, key=lambda verb: verb.sent.end_char <= start)


def names_speaker_before(verb: Token, start: int) -> bool:
    """Return True for the main verb of the sentence right before a quotation that opens the next: "Ada Stone said she is glad. “It …" """
    subject = child(verb, "nsubj")
    is_main = verb.sent.root == verb and subject is not None and subject.ent_type_ == "PER"
    return is_main and not verb.doc.text[verb.sent.end_char : start].strip()


def looks_like(word: str, verbs: frozenset[str]) -> bool:
    """Return True for a form whose lemma the tagger missed, as it often does behind a quotation: « », résume Anne Roy »."""
    return any(len(verb) > 5 and word.startswith(verb[:-2]) and len(word) <= len(verb) + 2 for verb in verbs)


def named(subject: Token, analysis: Analysis, before: Quotation | None) -> Phrase | None:
    """Return the phrase of a speaker who is named or fully described, or whom a pronoun stands for, else None."""
    if subject.pos_ == "PRON":
        return antecedent_speaker(subject, analysis, before)
    words = phrase_tokens(subject, analysis)
    if not words or dangling(subject, words, analysis, as_subject=True):
        return None
    return phrase(subject, analysis, words)


def antecedent_speaker(pronoun: Token, analysis: Analysis, before: Quotation | None) -> Phrase | None:
    """Return the person whom "he" of "he said" means: its sure antecedent, or the last speaker when nobody else was named since."""
    wanted = analysis.settings.data["pronouns"].get(pronoun.lower_.lstrip("-t").lstrip("-"))
    if wanted is None or wanted["number"] != "s":
        return None
    meant = antecedent(pronoun, analysis)
    if meant is not None:
        return meant if meant.type is PhraseType.PERSON else None
    last = before.speaker if before is not None else None
    if before is None or last is None or last.gender not in {"", wanted.get("gender", "")}:
        return None
    return None if others_named(pronoun.doc, before.end, pronoun.idx, last) else last


def others_named(doc: Doc, start: int, end: int, last: Phrase) -> bool:
    """Return True when a person other than `last` is named between two places of a doc."""
    own = {word for name in (last.text, *last.accepted) for word in name.split()}
    return any(t.ent_type_ == "PER" and t.text not in own for t in doc if start <= t.idx < end)


def source_before(doc: Doc, start: int, analysis: Analysis, before: Quotation | None) -> Phrase | None:
    """Return whom « Selon Anne Roy, directrice : » or "According to her," just before a quotation names."""
    marks = analysis.settings.words("arguments", "source")
    opening = [t for t in doc if 0 <= start - t.idx < NEAR_SOURCE and t.sent.start_char <= start < t.sent.end_char]
    mark = next((t for t in opening if t.lower_ in marks), None)
    if mark is None:
        return None
    after = next((t for t in opening if t.i > mark.i and (t.ent_type_ in {"PER", "ORG"} or t.pos_ == "PRON")), None)
    if after is None or any(t.pos_ == "VERB" for t in doc[mark.i + 2 : after.i]):
        return None
    pronouns = analysis.settings.data["arguments"]["source_pronouns"]
    if after.pos_ == "PRON":
        last = before.speaker if before is not None else None
        fits = last is not None and before is not None and last.gender in {"", pronouns.get(after.lower_)}
        return last if fits and before is not None and last is not None and not others_named(doc, before.end, start, last) else None
    head = next((t for t in (after, *after.ancestors) if t.ent_type_ == after.ent_type_ and t.head.ent_type_ != after.ent_type_), after)
    return named(head, analysis, before)


def carried_on(doc: Doc, start: int, end: int, before: Quotation | None, analysis: Analysis) -> Phrase | None:
    """Return the speaker of the quotation before, when the sentence that names him is the last and this quotation opens the next.

    « », said Ada Stone. “And …” »: a quotation with a speech verb of its own has its own speaker.
    """
    if before is None or before.speaker is None or speech_verbs(doc, start, end, analysis):
        return None
    opening = next((s for s in doc.sents if s.start_char <= start < s.end_char), None)
    last = next((s for s in doc.sents if s.start_char <= before.end - 1 < s.end_char), None)
    if opening is None or last is None or opening.start != last.end or doc.text[opening.start_char : start].strip():
        return None
    return None if others_named(doc, before.end, start, before.speaker) else before.speaker


def named_below(doc: Doc, analysis: Analysis) -> Phrase | None:
    """Return the person whose name opens the caption right below a paragraph that is a quotation: « Anne RoyDirectrice »."""
    article = analysis.article
    end = int(doc.user_data["offset"]) + len(doc.text)
    following = next((block for block in article.blocks if block.start >= end), None)
    if following is None or following.kind not in BELOW:
        return None
    text = article.text[following.start : following.end]
    people = [p for p in analysis.registry.phrases() if p.type is PhraseType.PERSON and " " in p.text and text.startswith(p.text)]
    return max(people, key=lambda p: len(p.text), default=None)
