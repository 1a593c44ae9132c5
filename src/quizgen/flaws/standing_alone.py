"""Flaws of a stem that cannot be understood a month later, without the article: it points to words that are not there."""

import re

from quizgen.flaws.wording import Wording
from quizgen.items import Item
from quizgen.questions import BLANK

LONGEST_OPENING = 4  # characters before a subject: "The "


def first_person(item: Item, wording: Wording) -> str:
    """« notre logiciel », "we": whose? "US" is a country."""
    pattern = wording.lexicon("pronouns", "first_person")
    texts = (item.question, item.answer if isinstance(item.answer, str) else "")
    words = [match.group().strip() for text in texts for match in pattern.finditer(text)]
    found = next((word for word in words if len(word) == 1 or not word.isupper()), "")
    if found == "I" and all(re.search(r"[A-ZÀ-Þ]\w+ $", text[: m.start()]) for text in texts for m in re.finditer(r"\bI\b", text)):
        return ""  # "Tsar Aleksei I"
    return f"{found!r} does not say who speaks" if found else ""


def deixis(item: Item, wording: Wording) -> str:
    """« cette année », "yesterday": the time or place of the article."""
    return _found(item, wording.lexicon("deixis", "words"), "when or where")


def demonstrative(item: Item, wording: Wording) -> str:
    """« cette étude », "these projects": something said before."""
    return _found(item, wording.pattern("demonstrative"), "which")


def dangling_pronoun(item: Item, wording: Wording) -> str:
    """« Il a été fondé … », "its role": nothing before the pronoun that it could stand for."""
    stem = _without_expletives(item.question, wording)
    found = wording.pattern("anaphoric").search(stem)
    dangles = found is not None and not _names_something(stem[: found.start()], wording) and not _is_named_besides(item, found.start())
    return f"{found.group()!r} stands for something that is not named" if found and dangles else ""


def _is_named_besides(item: Item, start: int) -> bool:
    """Return whether a sentence told whole names what its pronoun stands for: by a key that opens it, or behind, "In her youth, Ada …"."""
    is_whole = item.proof is not None and item.proof.fact_kind == "passage"
    blank = item.question.find(BLANK)
    return is_whole and (blank > start or blank <= LONGEST_OPENING)


def remote_pronoun(item: Item, wording: Wording) -> str:
    """A pronoun behind a name: it may be clear, it may not."""
    stem = _without_expletives(item.question, wording)
    found = wording.pattern("anaphoric").search(stem)
    return f"{found.group()!r} may be unclear" if found and _names_something(stem[: found.start()], wording) else ""


def bare_description(item: Item, wording: Wording) -> str:
    """« la fondation », "the study": which one?"""
    found = wording.pattern("bare_description").search(item.question)
    return f"{found.group()!r} does not say which" if found else ""


def leaning_word(item: Item, wording: Wording) -> str:
    """« également », "again", « les chiffres suivants »: something was said before, or comes after."""
    return _found(item, wording.pattern("leaning"), "beside what")


def _found(item: Item, pattern: re.Pattern[str], what: str) -> str:
    answer = item.answer if isinstance(item.answer, str) else ""
    found = pattern.search(item.question) or pattern.search(answer)
    return f"{found.group().strip()!r} does not say {what}" if found else ""


def _without_expletives(text: str, wording: Wording) -> str:
    return wording.pattern("expletive").sub(lambda match: " " * len(match.group()), text)


def _names_something(text: str, wording: Wording) -> bool:
    """Return whether a text holds a name, or a noun behind an article: something that a pronoun can stand for."""
    name = re.search(r"(?<=\s)[A-ZÀ-Þ]\w+|^\s*[A-ZÀ-Þ]\w+\s+[A-ZÀ-Þ]\w+", text)
    return name is not None or wording.pattern("antecedent").search(text) is not None
