"""Flaws of the stem: what is asked is unclear, unfinished, or asked the wrong way round."""

import re

from quizgen.flaws.wording import Wording
from quizgen.items import Cloze, Item, MultipleChoice, ShortAnswer, TrueFalse
from quizgen.languages.words import roots
from quizgen.questions import BLANK

SHORTEST, LONGEST = 3, 45  # words of a stem


def missing_question_mark(item: Item, wording: Wording) -> str:
    """A question ends in a question mark, a statement does not."""
    is_question = item.question.rstrip(" »”\"").endswith("?")
    if isinstance(item, ShortAnswer | MultipleChoice) and not is_question and BLANK not in item.question:
        return "the question has no question mark"
    return "the statement ends as a question" if isinstance(item, Cloze | TrueFalse) and is_question else ""


def too_short(item: Item, wording: Wording) -> str:
    """A stem of one or two words does not say what it asks."""
    return "the stem is too short" if len(re.findall(r"\w+", item.question)) < SHORTEST else ""


def too_long(item: Item, wording: Wording) -> str:
    """A stem is read in one breath."""
    words = len(item.question.split())
    return f"the stem has {words} words" if words > LONGEST else ""


def unfocused(item: Item, wording: Wording) -> str:
    """A stem names what it is about: « Qu'est-ce que c'est ? » does not."""
    vague = roots(" ".join(wording.language.lexicon.words("vague", "nouns")))
    named = re.search(r"(?<!^)\b(?-i:[A-ZÀ-Þ])|\d", item.question)
    return "" if named or roots(item.question) - vague else "the stem does not say what it is about"


def unfinished(item: Item, wording: Wording) -> str:
    """A stem or a key does not break off at a comma, a preposition or an article."""
    for text in (item.question, item.answer if isinstance(item.answer, str) else ""):
        end = re.sub(r"[\s?.!»”\"]+$", "", text)
        if re.search(r"[,;:(–-]$", end) or wording.ending("dangling_ends").search(end):
            return f"{text!r} breaks off"
    return ""


def negative(item: Item, wording: Wording) -> str:
    """A negative stem is easily misread."""
    found = wording.pattern("negative").search(item.question)
    return f"the stem is negative: {found.group().strip()!r}" if found else ""


def absolute(item: Item, wording: Wording) -> str:
    """« toujours », "never" in a statement or an option gives away that it is false."""
    judged = (item.question,) if isinstance(item, TrueFalse) else item.options if isinstance(item, MultipleChoice) else ()
    found = next((match for text in judged if (match := wording.lexicon("absolutes", "words").search(text))), None)
    return f"{found.group()!r} gives a statement away" if found else ""


def blanks(item: Item, wording: Wording) -> str:
    """A cloze has one blank, no other form has one."""
    count = item.question.count(BLANK)
    if isinstance(item, Cloze):
        return "" if count == 1 else f"the cloze has {count} blanks"
    return "the stem has a blank" if count and not isinstance(item, ShortAnswer | MultipleChoice) else ""


def blank_in_odd_place(item: Item, wording: Wording) -> str:
    """A blank stands free: not in brackets, not glued to a letter, not one end of a range, not alone in the statement."""
    glued = re.search(rf"[\w-]{BLANK}|{BLANK}[\w-]|[(\[]{BLANK}[)\]]", item.question)
    found = glued or wording.pattern("blank_in_range").search(item.question)
    return f"the blank stands badly: {found.group()!r}" if isinstance(item, Cloze) and found else ""


def blank_in_list(item: Item, wording: Wording) -> str:
    """One member of a list cannot be told from the others."""
    found = wording.pattern("blank_in_list").search(item.question)
    return f"the blank may be a member of a list: {found.group()!r}" if isinstance(item, Cloze) and found else ""
