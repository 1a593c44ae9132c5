"""Flaws of the stem: what is asked is unclear, unfinished, or asked the wrong way round."""

import re

from quizgen.flaws.wording import Wording
from quizgen.items import Cloze, Item, MultipleChoice, ShortAnswer, TrueFalse
from quizgen.languages.words import roots
from quizgen.questions import BLANK

SHORTEST, LONGEST = 3, 45  # words of a stem
FEWEST_WORDS = 3  # telling words of a stem that names nothing


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


def too_vague(item: Item, wording: Wording) -> str:
    """Without name or number a stem needs three telling words: « Qui a une démarche scientifique ? » fits countless people."""
    vague = roots(" ".join(wording.language.lexicon.words("vague", "nouns")))
    plain = wording.pattern("question_words").sub(" ", item.question)
    has_name = re.search(r"(?<=[\s'’(«“])(?-i:[A-ZÀ-Þ])\w|\d", item.question) or re.match(r"(?-i:[A-ZÀ-Þ])\w+", plain.lstrip())
    telling = roots(plain) - vague
    return "" if has_name or len(telling) >= FEWEST_WORDS else f"the stem has no name and {len(telling)} telling words"


def yes_no_question(item: Item, wording: Wording) -> str:
    """A question to be answered yes or no is guessed: "Did she …?", « Est-ce que … ? »."""
    is_open = isinstance(item, ShortAnswer | MultipleChoice) and BLANK not in item.question
    return "the question is answered by yes or no" if is_open and wording.pattern("yes_no_opening").match(item.question) else ""


def no_question_word(item: Item, wording: Wording) -> str:
    """Read again, a question asks something: it has a question word, or tells what to do."""
    is_open = isinstance(item, ShortAnswer | MultipleChoice) and BLANK not in item.question and item.question.rstrip().endswith("?")
    return "the question has no question word" if is_open and not wording.pattern("question_words").search(item.question) else ""


def malformed(item: Item, wording: Wording) -> str:
    """Read again, a question has the shape of one: « est-ce que » without inversion, "did" without a past form after it."""
    found = wording.pattern("malformed").search(item.question)
    return f"{found.group().strip()!r} is no question's shape" if found else ""


def two_questions(item: Item, wording: Wording) -> str:
    """A stem asks one thing: « Qui … et quand … ? » asks two."""
    found = wording.pattern("second_question").search(item.question)
    is_second = found is not None and wording.pattern("question_words").search(item.question[: found.start()])
    return f"{found.group().strip()!r} asks a second thing" if found and is_second else ""


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
