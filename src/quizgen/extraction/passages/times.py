"""Times of a sentence told whole: what is told from another day is told in full, or the sentence is left out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizgen.discourse.relative_dates import month_number, resolve, weekdays
from quizgen.extraction.clauses.parsed_clause import Unclean
from quizgen.extraction.passages.edits import Edit, alternatives
from quizgen.syntax.tree import child, children, feature, relation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from quizgen.article import TextSpan
    from quizgen.languages.base import DateMatch
    from quizgen.syntax.analysis import Analysis, Sentence

RELATIVE = frozenset({"partial", "deictic"})
YEARS = re.compile(r"(?:\d{4}\W+(?:\w{2,3} )?)+\d{4}")  # « 1687 et 1689 »
HOLDING = frozenset({"conj", "acl", "advcl", "appos", "amod", "parataxis", "ccomp"})  # parts of a sentence that follow on another
BOUND = frozenset({"ADP", "DET", "CCONJ", "NUM"})  # before a relative date: « dans la soirée de | lundi » cannot take « le 4 avril »


def times_in_full(sentence: Sentence, analysis: Analysis) -> Iterator[tuple[Edit, TextSpan | None]]:
    """Yield for each relative date that can be told in full the edit that does so, and what it is told from."""
    shift = sentence.span.start_char - (sentence.evidence.start - int(sentence.span.doc.user_data["offset"]))
    for match in analysis.language.find_dates(sentence.span.text):
        if match.precision not in RELATIVE:
            continue
        resolved = resolve(match, sentence.span, analysis, "" if is_of_plan(match, sentence) else tense(sentence))
        if resolved is not None and not is_bound(sentence.span.start_char + resolved.start, sentence):
            told = analysis.language.filters["on_date"](resolved.date)
            yield Edit(resolved.start + shift, resolved.end + shift, told), resolved.anchor


def is_of_plan(match: DateMatch, sentence: Sentence) -> bool:
    """Return True for a day of what was still to be done: « a appelé les marins à venir samedi »."""
    token = next((t for t in sentence.span if t.idx >= sentence.span.start_char + match.start), None)
    verb = next((t for t in (token.ancestors if token is not None else ()) if t.pos_ in {"VERB", "AUX"}), None)
    return verb is not None and feature(verb, "VerbForm") == "Inf" and child(verb, "aux") is None


def is_bound(place: int, sentence: Sentence) -> bool:
    """Return True where a word before the place of the doc wants another form of date than an adverb's."""
    before = [t for t in sentence.span if t.idx < place and not t.is_space]
    return bool(before) and before[-1].pos_ in BOUND


def tense(sentence: Sentence) -> str:
    """Return "past" for a sentence about the past alone, "present" where its verb may be of either, "" where it looks ahead."""
    verbs = [t for t in sentence.span if feature(t, "VerbForm") == "Fin"]
    if any(feature(t, "Tense") == "Fut" or feature(t, "Mood") == "Cnd" for t in verbs):
        return ""
    root = sentence.span.root
    group = [root, *children(root, "aux")]
    return "past" if any(feature(t, "Tense") in {"Past", "Imp"} for t in group) else "present"


def check_times(told: str, sentence: Sentence, analysis: Analysis) -> None:
    """Do nothing for a text that holds no word of the day it was written on, nor of a time told before; else raise Unclean."""
    settings = analysis.settings
    lasting: frozenset[str] = frozenset() if analysis.is_news else settings.words("passages", "lasting")
    held = frozenset(t.lower_ for t in sentence.span if t.lower_ in settings.words("passages", "held") and is_held(t))
    harmless = (settings.words("passages", "undated") | lasting | held)
    text, low = told, told.lower()
    if any(word in low for word in harmless):  # few texts hold one
        text = re.sub(rf"(?<![\w-])(?:{alternatives(harmless)})(?:(?<=['’])|(?!\w))", "", told, flags=re.IGNORECASE)
        low = text.lower()
    now = (word for word in analysis.language.lexicon.words("deixis", "words") if word in low)  # few are: a pattern costs more
    if any(re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", low) for word in now):
        raise Unclean("word of the day of writing")
    if is_before_another_past(sentence, analysis):
        raise Unclean("relative time")
    dates = analysis.language.find_dates(text)
    if has_lone_weekday(text, dates, analysis):
        raise Unclean("relative time")
    relative = [m for m in dates if m.precision in RELATIVE and not YEARS.fullmatch(text[m.start : m.end])]
    if any(not is_day_of_news(m, text, analysis) and not is_counted_from(m, text, analysis) for m in relative):
        raise Unclean("relative time")


def is_before_another_past(sentence: Sentence, analysis: Analysis) -> bool:
    """Return True for "Trade had stopped", so before something that another sentence tells; "by 1066 trade had stopped" is not."""
    auxiliaries, anchors = (analysis.settings.words("passages", name) for name in ("before_past", "past_anchors"))
    group = children(sentence.span.root, "aux") if not analysis.is_news else []
    is_before = any(t.lower_ in auxiliaries and feature(t, "VerbForm") == "Fin" for t in group)
    return is_before and not any(t.lower_ in anchors for t in sentence.span)


def has_lone_weekday(text: str, dates: Sequence[DateMatch], analysis: Analysis) -> bool:
    """Return True for "the Thursday opening" with no date: of which week, the day of writing says; "every Thursday" is of any."""
    names = [name.capitalize() for name in weekdays(analysis.language)]
    if not any(name in text for name in names):
        return False
    dated = [m for m in dates if m.precision == "day"]
    settings = analysis.settings
    of_any = "".join(rf"(?<!(?i:{re.escape(word)}) )" for word in sorted(settings.words("passages", "any_weekday")))
    numbered = alternatives(settings.words("passages", "before_day_number")) or "(?!)"
    found = re.finditer(rf"(?<![\w-]){of_any}(?:{'|'.join(names)})(?![\w-]|,? (?:{numbered}) \d| [A-Z])", text)
    return any(not (any(m.start <= f.start() < m.end + 2 for m in dated) or re.search(r"[A-Z]\w+ $", text[: f.start()])) for f in found)


def is_counted_from(match: DateMatch, text: str, analysis: Analysis) -> bool:
    """Return True for « sept ans après le séisme », which says itself from when."""
    last = text[match.start : match.end].split()[-1].lower()
    following = re.match(r"\s+([^\W\d_]+['’]?)", text[match.end :])
    opens = following is not None and following[1].lower() in analysis.settings.words("passages", "counting_from")
    return opens and last in analysis.language.lexicon.words("prepositions", "time")


def is_held(token: Token) -> bool:
    """Return True for a word of time that follows on what its own sentence tells: "founded in 1872 and later renamed"."""
    root = token.sent.root
    for above in (token, *token.ancestors):
        if above == root:
            return False
        if relation(above) in HOLDING and (above.i > root.i or relation(above) in {"acl", "amod", "appos"}):
            return True
    return False


def is_day_of_news(match: DateMatch, text: str, analysis: Analysis) -> bool:
    """Return True for a day and month in an article whose date stands above its items: « le 11 octobre ».

    Not of « dans la nuit du 26 au 27 août » told in February.
    """
    told = text[match.start : match.end]
    is_day = match.precision == "partial" and bool(re.match(r"\W*\d", told))
    is_range = len(re.findall(r"\d+", told)) > 1 or re.search(r"\d\s+\w+\s*$", text[: match.start]) is not None
    published = int(analysis.article.published[5:7] or 0)
    return analysis.is_news and is_day and not (is_range and any(abs(month - published) > 1 for month in months_in(told, analysis)))


def months_in(text: str, analysis: Analysis) -> list[int]:
    """Return the numbers of the months that a text names."""
    table = analysis.language.lexicon.table("months")
    names = [str(name) for name in table.get("names", table)]
    return [month_number(word, analysis.language) for word in re.findall(r"[^\W\d_]+", text.lower()) if word in names]


def tells_day_alone(text: str, analysis: Analysis) -> bool:
    """Return True for a text with a day and a month whose year only the line above it can tell."""
    return any(is_day_of_news(match, text, analysis) for match in analysis.language.find_dates(text))

