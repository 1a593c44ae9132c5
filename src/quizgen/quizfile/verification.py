"""Checks a quiz against its article again: every quote in its place, every key said there, no other option right."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quizgen.article import Article, TextSpan
from quizgen.facts import Phrase
from quizgen.items import Item, MultipleChoice, TrueFalse
from quizgen.languages.base import Language
from quizgen.languages.keys import Meaning, derived, word_for_word
from quizgen.languages.words import plain
from quizgen.questions import BLANK
from quizgen.quiz import Quiz

_JOINED = r"\s*(?:,|et|ou|and|or)\s+"  # « Lyon et Grenoble »: who offers one beside the other offers two right answers


@dataclass(frozen=True, slots=True)
class Verified:
    """One item after the check. `key_rule` says how the key comes from the evidence; `problems` are sentences, empty when all is well.

    `moved` pairs spans of the proof with where the article now says the same, when it says it elsewhere.
    """

    item: Item
    key_rule: str
    problems: tuple[str, ...]
    moved: tuple[tuple[TextSpan, TextSpan], ...] = ()


def verify(quiz: Quiz, article: Article, language: Language) -> tuple[Verified, ...]:
    """Return what became of each item when its proof is read again in `article`. Items written by hand have no proof to check."""
    return tuple(_verified(item, article, language) for item in quiz.items)


def _verified(item: Item, article: Article, language: Language) -> Verified:
    if item.proof is None:
        return Verified(item, "written by hand", tuple(_option_problems(item)))
    spans = dict.fromkeys((item.proof.evidence, *item.proof.support))
    found = {span: locate(span, article) for span in spans}
    lost = [f"the article does not say: {_short(span.text)}" for span, now in found.items() if now is None]
    moved = tuple((span, now) for span, now in found.items() if now is not None and now != span)
    rule = key_rule(item, [now.text for now in found.values() if now is not None], language)
    unsaid = [] if rule or lost else [f"the evidence does not say the key: {_key(item)}"]
    return Verified(item, rule, (*lost, *(_moved(pair) for pair in moved), *unsaid, *_option_problems(item)), moved)


def locate(span: TextSpan, article: Article) -> TextSpan | None:
    """Return where the article says `span`: there, else nearest to it, spaces and apostrophes apart; None when it does not say it."""
    if article.text[span.start : span.end] == span.text:
        return span
    words = re.escape(plain(span.text)).replace(r"\ ", r"\s+").replace("'", "['’ʼ‘]")
    places = [match.span() for match in re.finditer(words, article.text)] if words else []
    if not places:
        return None
    start, end = min(places, key=lambda place: abs(place[0] - span.start))
    return article.span(start, end)


def key_rule(item: Item, texts: list[str], language: Language) -> str:
    """Return the rule of languages/keys.py by which the item's key comes from `texts`, or ""; "judged" of a statement, which has none."""
    if isinstance(item, TrueFalse):
        return "judged"
    key = _key(item)
    return word_for_word(key, texts) or derived(_meaning(key, item, texts, language), texts, language)


def _meaning(key: str, item: Item, texts: list[str], language: Language) -> Meaning:
    """Return what the key is known by: its dates, its numbers, its words without determiner, and other wordings."""
    dates = {match.iso for match in language.find_dates(key) if match.iso}
    lacks_year = any(match.precision in {"partial", "deictic"} for text in texts[:1] for match in language.find_dates(text))
    numbers = {match.number for match in language.find_quantities(key)}
    bare = language.describe(Phrase(key)).bare if isinstance(item.answer, str) else ""
    return Meaning((bare, *_other_wordings(item)), dates, numbers, "date resolution" if dates and lacks_year else "")


def _other_wordings(item: Item) -> list[str]:
    """Return other right answers and the words of the asked slot, which the key was made from.

    What was written for another key than the one that a person has put in its place says nothing of that.
    """
    written = dict(item.proof.generated) if item.proof else {}
    if written.get("answer", item.answer) == item.answer:
        return [*item.accepted, *_asked_value(item)]
    accepted = written.get("accepted", ())
    return [text for text in item.accepted if not isinstance(accepted, tuple) or text not in accepted]


def _key(item: Item) -> str:
    """Return the item's key as one text; of a matching or an ordering, its parts."""
    if isinstance(item.answer, str):
        return item.answer
    parts = () if isinstance(item.answer, bool) else item.answer
    return " – ".join(part if isinstance(part, str) else " – ".join(part) for part in parts)


def _asked_value(item: Item) -> list[str]:
    """Return the words of the asked slot, which the key was made from."""
    proof = item.proof
    value = dict(proof.slots).get(proof.asked_slot, "") if proof else ""
    return [value] if value else []


def _option_problems(item: Item) -> Iterator[str]:
    """Yield what makes another option right: it says the key over again, or the evidence names it in one breath with the key."""
    if not isinstance(item, MultipleChoice):
        return
    right = {plain(text).casefold() for text in (item.answer, *item.accepted)}
    evidence = plain(item.proof.evidence.text) if item.proof else ""
    for option in item.options:
        if option == item.answer:
            continue
        if plain(option).casefold() in right:
            yield f"the option {_short(option)} is right too"
        pair = [re.escape(plain(text)) for text in (option, item.answer)]
        if any(re.search(rf"\b{a}{_JOINED}{b}\b", evidence, re.IGNORECASE) for a, b in (pair, pair[::-1])) and BLANK not in option:
            yield f"the evidence says {_short(option)} beside the key"


def _moved(pair: tuple[TextSpan, TextSpan]) -> str:
    before, now = pair
    return f"said at {now.start}–{now.end} now, not at {before.start}–{before.end}"


def _short(text: str) -> str:
    text = " ".join(text.split())
    return f"“{text if len(text) <= 60 else text[:59].rstrip() + '…'}”"
