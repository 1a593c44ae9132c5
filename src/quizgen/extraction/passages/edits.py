"""Small edits of a sentence told whole: what ties it to the text around it is cut, what copying from a page leaves is mended."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from quizgen.languages import note_marks
from quizgen.syntax.tree import child, children, relation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from quizgen.discourse.standing_in import StandIn
    from quizgen.syntax.analysis import Analysis, ClauseSettings, Sentence

BRACKETS = re.compile(r"\s*\(((?:[^()]|\([^()]*\))*)\)")
SPOKEN = re.compile(r":|[ˈˌːəɪʊɔɛʁʒʃθðɑɒæ]|^[^A-Za-zÀ-ÿ0-9]+$")  # how a name sounds, or is written elsewhere
SLIPS = (  # what copying from a page leaves: « l' INSEE , », “1913,,.”
    (re.compile(r"^[–—-]\s+"), ""),
    (re.compile(r"\s+"), " "),
    (re.compile(r"(?<=[$£]) (?=\d)"), ""),
    (re.compile(r" (?=[,.)](?!\d))"), ""),
    (re.compile(r",[, ]*(?=[,.])"), ""),
    (re.compile(r"(?<=\b\w['’]) (?=\w)"), ""),
    (re.compile(r"(?<=\d) (?=(?:er|re|e|ère|ème)\b)"), ""),
)
POINTS = frozenset({"year", "month", "day"})
JOINS = frozenset({"advmod", "cc", "discourse"})
OPENS = frozenset({"DET", "PROPN", "PRON", "NOUN", "NUM", "ADP"})  # after a connective without its comma: « Puis la ville … »


@dataclass(frozen=True)
class Edit:
    """A stretch of a sentence (code points of its text) and what is told in its place."""

    start: int
    end: int
    text: str


def edits(sentence: Sentence, analysis: Analysis) -> Iterator[Edit]:
    """Yield what is cut without loss: "However, …", « …, cependant, … », « a également fondé »; marks of notes; what is not told."""
    text, settings = sentence.evidence.text, analysis.settings
    last = sentence.span[-1]
    if place_in(sentence, last) + len(last.text) < len(text):
        yield Edit(place_in(sentence, last) + len(last.text), len(text), "")
    words, joining = alternatives(settings.words("connectors", "words")), alternatives(settings.words("passages", "joining"))
    opening = re.match(rf"(?:[–—-]\s+)?(?:(?:{joining})\s+)?(?:(?:{words})\s*,\s*)+|(?:{joining})\s+", text, re.IGNORECASE)
    if opening:
        yield Edit(0, opening.end(), "")
    yield from bare_opening(sentence, words, settings)
    yield from topic_opening(sentence, analysis)
    yield from pointed_process(sentence, analysis)
    yield from loose_opening(sentence, analysis)
    yield from (Edit(m.start(), m.end(), "") for m in note_marks.inside(text))
    yield from spoken_forms(text, settings)
    if text.count(", ") > 1:
        yield from (Edit(m.start(), m.end(), "") for m in re.finditer(rf"\s*, (?:{words}),(?= )", text, re.IGNORECASE))
    phrases = alternatives(settings.words("passages", "cut_phrases"))
    if phrases:
        yield from (Edit(m.start(), m.end(), "") for m in re.finditer(rf"(?<=\w) (?:{phrases})(?=[ .,])", text))
    cut, of_main = settings.words("passages", "cut"), settings.words("passages", "cut_of_main")
    for token in sentence.span[1:]:
        if (token.lower_ in cut or (token.lower_ in of_main and is_of_main_verb(token, settings))) and ties(token, settings):
            at = place_in(sentence, token)
            yield Edit(at, at + len(token.text_with_ws), "")


def spoken_forms(text: str, settings: ClauseSettings) -> Iterator[Edit]:
    """Yield the cut of brackets that say how a name sounds or is written elsewhere; a date in them stays: "(Czech: …; born 8 May 1841)"."""
    if "(" not in text:
        return
    before_verb = re.compile(rf", (?=(?:{alternatives(settings.words('passages', 'being'))})\b)")
    for found in BRACKETS.finditer(text):
        parts = [part.strip() for part in found[1].split(";")]
        plain = [part for part in parts if not SPOKEN.search(part) and any(c.isdigit() for c in part)]
        if any(SPOKEN.search(part) for part in parts):
            slip = before_verb.match(text, found.end()) is not None and "," not in text[: found.start()]  # "Athens (…), is a city"
            yield Edit(found.start(), found.end() + slip, f" ({'; '.join(plain)})" if plain else "")


@cache
def alternatives(words: frozenset[str]) -> str:
    """Return a regular expression of any of `words`, the longest first."""
    return "|".join(sorted((re.escape(w) for w in words), key=lambda w: (-len(w), w)))


def ties(token: Token, settings: ClauseSettings) -> bool:
    """Return True for an adverb of a verb that only says that the sentence goes on: « a également fondé », « est alors élu »."""
    following = token.nbor(1) if token.i + 1 < len(token.doc) else None  # « ainsi que », « même si »
    joined = settings.words("passages", "joining_adverb")
    opens_clause = following is not None and following.pos_ == "SCONJ" and following.head.pos_ in {"VERB", "AUX"}
    is_joining = following is not None and (following.lower_ in joined or opens_clause)
    of_verb = token.head.pos_ in {"VERB", "AUX"} or child(token.head, "cop") is not None
    tied = token.nbor(-1).text == "," or token.nbor(-1).lower_ in settings.words("passages", "before_joint_adverb")
    is_alone = not any(token.children) and not tied and not is_joining  # no "more recently", no "and again"
    return relation(token) == "advmod" and of_verb and is_alone


def is_of_main_verb(token: Token, settings: ClauseSettings) -> bool:
    """Return True for an adverb of what the sentence states: "what is now Kent" would say another thing without its own."""
    if any(t.lower_ in settings.words("passages", "open_clauses") for t in token.doc[max(0, token.i - 2) : token.i]):
        return False
    if token.lower_ in settings.words("passages", "measuring") and token.i > token.head.i:
        return False  # "has rowed there every season since": how long, the word says
    head = token.head.head if relation(token.head) in {"aux", "cop"} else token.head
    return head == token.sent.root or relation(head) == "conj"


def bare_opening(sentence: Sentence, words: str, settings: ClauseSettings) -> Iterator[Edit]:
    """Yield the cut of a connective that opens a sentence without a comma: « Ainsi le cheval … », not « Ainsi est née … »."""
    found = re.match(rf"(?:{words})\s+(?=\w)", sentence.evidence.text, re.IGNORECASE)
    first = sentence.span[0]
    is_other = " " not in found[0].strip() and (relation(first) not in JOINS or any(first.children)) if found else True
    if found is None or is_other:
        return  # "Though Ada left, …", "First Lady Ada Stein …"
    following = next((t for t in sentence.span if place_in(sentence, t) >= found.end()), None)
    if following is not None and following.pos_ in OPENS and following.lower_ not in settings.words("connectors", "going_on"):
        yield Edit(0, found.end(), "")


def topic_opening(sentence: Sentence, analysis: Analysis) -> Iterator[Edit]:
    """Yield the cut of « Quant à son voisin, la Turquie a … » before a subject that has a name."""
    topics = alternatives(analysis.settings.words("passages", "topics"))
    found = re.match(rf"(?:{topics})\b[^,]*, ", sentence.evidence.text, re.IGNORECASE) if topics else None
    subject = child(sentence.span.root, "nsubj")
    if found and subject is not None and subject.pos_ == "PROPN" and place_in(sentence, subject) >= found.end():
        yield Edit(0, found.end(), "")


def pointed_process(sentence: Sentence, analysis: Analysis) -> Iterator[Edit]:
    """Yield "the" for the "this" that opens "This process of immunity …": which process, its own complement says."""
    settings, first = analysis.settings, sentence.span[0]
    article = settings.data["passages"]["unpointed"].get(first.lower_)
    noun = first.head
    if article is None or relation(first) != "det" or noun.lemma_.lower() not in settings.words("passages", "processes"):
        return
    told = [c for c in children(noun, "nmod") if c.i > noun.i and c.pos_ == "NOUN" and not children(c, "det", "nmod:poss")]
    if told and noun.i - first.i == 1:
        yield Edit(0, place_in(sentence, first) + len(first.text), article)


def loose_opening(sentence: Sentence, analysis: Analysis) -> Iterator[Edit]:
    """Yield the cut of "For this reason, …", and of "At the same time, …" where the sentence tells when itself."""
    settings, text = analysis.settings, sentence.evidence.text
    for name in ("loose_openings", "timed_openings"):
        openings = "|".join(sorted(settings.words("passages", name), key=lambda o: (-len(o), o)))  # a set has no order
        found = re.match(rf"(?:{openings}),? (?=\w)", text, re.IGNORECASE) if openings else None
        has_date = any(m.precision in POINTS for m in analysis.language.find_dates(text[found.end() :])) if found else False
        if found and (has_date or name == "loose_openings"):
            yield Edit(0, found.end(), "")


def place_in(sentence: Sentence, token: Token) -> int:
    """Return where a token stands in the text of its sentence."""
    return token.idx - (sentence.evidence.start - int(token.doc.user_data["offset"]))


def in_place_of(token: Token, told: StandIn, sentence: Sentence) -> Iterator[Edit]:
    """Yield the edits that tell a word in full: in its place, and behind its noun."""
    at = place_in(sentence, token)
    replaced = told.until or token
    yield Edit(at, place_in(sentence, replaced) + len(replaced.text), told.text)
    if told.last is not None:
        end = place_in(sentence, told.last) + len(told.last.text)
        yield Edit(end, end, told.tail)


def edited(text: str, made: Sequence[Edit]) -> str:
    """Return a sentence with edits made, where they overlap only the first of them, a capital in front and no full stop."""
    done: list[str] = []
    at = 0
    for edit in sorted(made, key=lambda e: (e.start, -e.end)):
        if edit.start < at:
            continue
        done += [text[at : edit.start], edit.text]
        at = edit.end
    whole = "".join([*done, text[at:]])
    for slip, mended in SLIPS:
        whole = slip.sub(mended, whole)
    whole = whole.strip().removesuffix(".").rstrip()
    return whole[:1].upper() + whole[1:]
