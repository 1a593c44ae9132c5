"""Flaws of the printed text, whatever is asked: quotes, brackets, doubled words, what the language never writes."""

import re
from collections.abc import Iterator

from quizgen.flaws.wording import Wording
from quizgen.items import Item

_SINGLE_OPENING, _SINGLE_CLOSING = re.compile(r"(?<![\w’'])['‘](?=[^\W\d_]{2})"), re.compile(r"(?<=[\w.,!?])['’](?!\w)")
_PAIRS = ("()", "[]", "«»", "“”", "{}")


def texts(item: Item) -> Iterator[str]:
    """Yield every text of `item` that a reader sees as a whole: stem, key, options, correction."""
    yield item.question
    if isinstance(item.answer, str):
        yield item.answer
    yield from getattr(item, "options", ())
    if correction := getattr(item, "correction", ""):
        yield correction


def unbalanced(item: Item, wording: Wording) -> str:
    """Quotation marks and brackets must close: « Il a dit « bonjour »."""
    for text in texts(item):
        stays_open = len(_SINGLE_OPENING.findall(text)) > len(_SINGLE_CLOSING.findall(text))
        if stays_open or any(text.count(pair[0]) != text.count(pair[1]) for pair in _PAIRS) or text.count('"') % 2:
            return f"quotation marks or brackets stay open in {text!r}"
    return ""


def doubled_word(item: Item, wording: Wording) -> str:
    """A word written twice: « par par »; the language says which may be."""
    for text in texts(item):
        for match in re.finditer(r"(?<![-\w’'])([^\W\d_]+) \1(?![-\w’'])", text, re.IGNORECASE):
            if match.group(1).casefold() not in wording.listed("doubled_words_allowed"):
                return f"{match.group()!r} is doubled"
    return ""


def stray_space(item: Item, wording: Wording) -> str:
    """Two spaces, or a space before a comma or a full stop."""
    found = next((match for text in texts(item) if (match := re.search(r"\S?(?:  | [,.](?!\w))", text))), None)
    return f"a stray space at {found.group()!r}" if found else ""


def impossible_words(item: Item, wording: Wording) -> str:
    """What the language never writes side by side: « de le pont », "a apple"."""
    found = next((match for text in texts(item) if (match := wording.pattern("impossible").search(text))), None)
    return f"{found.group().strip()!r} is no good language in {found.string!r}" if found else ""


def small_first_letter(item: Item, wording: Wording) -> str:
    """A stem opens with a capital, but for names such as iPhone."""
    first = re.search(r"[^\W\d_]\w?", item.question)
    begins = item.question.lstrip("«“\"'(¿ ")
    is_small = first is not None and begins.startswith(first.group()) and first.group()[0].islower() and not first.group()[1:].isupper()
    return "the stem opens with a small letter" if is_small else ""
