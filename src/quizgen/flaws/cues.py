"""Flaws of options that let somebody who knows nothing find the key, or that test logic in place of knowledge."""

import re
from collections import Counter
from decimal import Decimal

from quizgen.flaws.options import distractors, options
from quizgen.flaws.wording import Wording
from quizgen.items import Item, MultipleChoice
from quizgen.languages.words import roots

_FAR = 50  # times one number may be another
_YEARS = 300  # years between two options


def clang(item: Item, wording: Wording) -> str:
    """A word of the stem sounds in the key and in no distractor: « Quelle banque … ? » with one bank among the options."""
    others = frozenset(root for option in distractors(item) for root in roots(option))
    shared = roots(_key(item)) & roots(item.question) - others if others else frozenset()
    return f"only the key shares {', '.join(sorted(shared))}… with the stem" if shared else ""


def grammatical_cue(item: Item, wording: Wording) -> str:
    """The stem ends on an article that only some options can follow: "an" and a consonant."""
    found = wording.pattern("agreeing_end").search(item.question.rstrip(" ?:…_."))
    if not options(item) or found is None:
        return ""
    fitting = {wording.pattern("vowel_start").match(option) is not None for option in options(item)}
    return f"the stem ends in {found.group().strip()!r}, which only some options can follow" if len(fitting) > 1 else ""


def convergence(item: Item, wording: Wording) -> str:
    """The key has a word with every distractor that these have not with one another: options were made from it."""
    others = distractors(item)
    counts = Counter(root for option in others for root in roots(option))
    own = roots(_key(item))
    lonely = [option for option in others if roots(option) & own and all(counts[root] == 1 for root in roots(option) & own)]
    return "every distractor repeats another part of the key" if len(others) > 1 and len(lonely) == len(others) else ""


def yes_no_options(item: Item, wording: Wording) -> str:
    """Options that answer yes or no make a true/false item in disguise."""
    found = next((option for option in options(item) if wording.pattern("yes_no").fullmatch(option.strip(" .!"))), "")
    return f"{found!r} makes it a yes-no question" if found else ""


def combined_options(item: Item, wording: Wording) -> str:
    """"A and C", « 1 et 2 » : who has excluded one option has excluded two."""
    found = next((option for option in options(item) if wording.pattern("combined").search(option)), "")
    return f"{found!r} combines other options" if found else ""


def vague_option(item: Item, wording: Wording) -> str:
    """« souvent », "usually": two readers differ on what it means."""
    found = next((match for option in options(item) if (match := wording.pattern("vague_terms").search(option))), None)
    return f"{found.group()!r} is vague" if found else ""


def lost_sequence(item: Item, wording: Wording) -> str:
    """Numbers and years stand in order, so that nobody is held up by searching them."""
    values = _numbers(item)
    is_lost = len(values) > 2 and values not in (sorted(values), sorted(values, reverse=True))
    return "the options are not in order" if is_lost else ""


def implausible_number(item: Item, wording: Wording) -> str:
    """A number of another age or another order of magnitude is out at a glance."""
    values = _numbers(item)
    if len(values) < 2 or min(values) <= 0:
        return ""
    are_years = all(1000 <= value <= 2100 and value % 1 == 0 for value in values)
    is_far = max(values) - min(values) > _YEARS if are_years else max(values) > _FAR * min(values)
    return f"{min(values)} and {max(values)} are far apart" if is_far else ""


def _numbers(item: Item) -> list[Decimal]:
    """Return the options as numbers, in their order; none where one of them is no single number in figures."""
    found = [re.findall(r"\d+(?:[\s.,]\d{3})+(?!\d)|\d+(?:[.,]\d+)?", option) for option in options(item)]
    if not found or any(len(figures) != 1 for figures in found):
        return []
    return [_value(figures[0]) for figures in found]


def _value(figures: str) -> Decimal:
    is_grouped = re.fullmatch(r"\d{1,3}(?:[\s.,]\d{3})+", figures) is not None
    return Decimal(re.sub(r"\D", "", figures) if is_grouped else figures.replace(",", "."))


def _key(item: Item) -> str:
    return item.answer if isinstance(item, MultipleChoice) else ""
