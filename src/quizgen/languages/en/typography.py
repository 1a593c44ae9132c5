"""English typography: curly quotes, dashes in ranges and non-breaking spaces, for printing; spacing and a/an of a finished stem."""

import re

from quizgen.languages.en.phrases import indefinite_article

_NBSP = "\u00a0"
# What must come out as it went in: addresses, e-mails, code between backquotes, the blank of a cloze.
_UNTOUCHED = re.compile(r"`[^`]*`|(?:https?://|www\.)\S+|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+|_{2,}")
_UNIT = (r"(?:[kcmnµμ]?m|km/h|m/s|mph|[kmµμ]?g|[kcm]?l|ft|in|mi|lb|oz|ha|s|ms|min|h|Hz|[kMGT]Hz|[kMGT]?B|[kMGT]?W|[kMGT]?Wh"
         r"|[kMm]?V|[kM]?Pa|°[CF]|K|mol|dB|ppm|km²|m²|km³|m³|km2|m2|million|billion|trillion|per cent|percent|BC|AD|BCE|CE|a\.m\.|p\.m\.)")
_NUMBER_UNIT = re.compile(rf"(?<=\d) (?={_UNIT}(?!\w))")
_INITIALS = re.compile(r"(\b(?:[A-Z]\.|Mr\.?|Mrs\.?|Ms\.?|Dr\.?)) (?=[A-Z])")
# Two dashes or more, or a dash before another group, is a date or a telephone number: 2006-02-23.
_RANGE = re.compile(r"(?<![\d–-])(?<![\w.,]-)(\d{1,4})-(\d{1,4})(?![\d]|[-–]\d)(?!-\w)")


def typeset(text: str) -> str:
    """Return `text` with typographic quotes, dashes and spaces; typesetting twice changes nothing."""
    pieces: list[str] = []
    position = 0
    for kept in _UNTOUCHED.finditer(text):
        pieces += [_typeset_plain(text[position:kept.start()], text[:position][-1:], text[kept.start():][:1]), kept.group()]
        position = kept.end()
    return "".join((*pieces, _typeset_plain(text[position:], text[:position][-1:], "")))


def _typeset_plain(text: str, before: str, after: str) -> str:
    """Return `text` typeset, knowing the characters that stand before and after it."""
    framed = f"{before or ' '}{text}{after or ' '}"
    framed = re.sub(r"""(?<=[\s(\[“‘—–/\u00a0])"(?=\S)""", "“", framed)
    framed = framed.replace('"', "”")
    framed = re.sub(r"(?<=[\s(\[“—–/\u00a0])'(?=(?:\d\ds?|tis|twas|em|til)\b)", "’", framed)
    framed = re.sub(r"(?<=[\s(\[“—–/\u00a0])'(?=\S)", "‘", framed)
    framed = framed.replace("'", "’")
    framed = _RANGE.sub(r"\1–\2", framed)
    framed = _INITIALS.sub(rf"\1{_NBSP}", _NUMBER_UNIT.sub(_NBSP, framed))
    return framed[1:-1]


def finish_stem(text: str) -> str:
    """Return a rendered stem with single spaces, none before punctuation, a/an right and its first letter capital (but "iPhone")."""
    clean = re.sub(r"\s+", " ", text).strip()
    clean = re.sub(r" +([?!.,;:])(?!\d)", r"\1", clean)
    clean = re.sub(r"[,;:]+(?=[?!.;:])", "", clean)  # the comma that closed an apposition at the end
    clean = re.sub(r"([?!])\.+$|(?<!\.)\.(?=\.$)", r"\1", clean)  # "… Apple Inc.." and "Why?."
    clean = re.sub(r"([(\[]) +| +([)\]])", r"\1\2", clean)
    return capital_first(mend_articles(clean))


def capital_first(text: str) -> str:
    """Return `text` with a capital first letter, unless its first word has one inside ("iPhone", "eBay")."""
    opening = re.match(r"[\"“‘'(\[]*", text)
    start = opening.end() if opening else 0
    word = text[start:].split(" ", 1)[0]
    if not word[:1].islower() or any(letter.isupper() for letter in word):
        return text
    return text[:start] + text[start].upper() + text[start + 1:]


_NO_NOUNS = frozenset({"and", "are", "as", "at", "if", "in", "is", "it", "of", "on", "or"})  # before these "a" is no article


def mend_articles(text: str) -> str:
    """Return `text` with "a" and "an" as the next word wants them; acronyms, "an historic" and "vitamin A" stay as they were written."""
    return re.sub(r"((?<![\w'’.-])an?|^An?)(?= ([a-z][\w'’-]*|\d[\d,.]*))", lambda found: _matching(found[1], found[2]), text)


def _matching(article: str, word: str) -> str:
    if word in _NO_NOUNS:  # "chlorophyll a and other pigments"
        return article
    if article.lower() == "an" and re.match(r"h(?:istor|otel|abitual|orrif|allucin|eroic)", word):
        return article
    right = indefinite_article(word)
    return right.capitalize() if article[0] == "A" else right
