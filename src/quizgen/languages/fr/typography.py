"""French typography: narrow and no-break spaces, guillemets and apostrophes for printing, and the way back to plain text."""

import re
import unicodedata

NARROW = "\u202f"
NO_BREAK = "\u00a0"
_SPACES = f"[ {NO_BREAK}{NARROW}]*"
# Stretches that must stay as typed: code, URLs, addresses, domain names. Mail is looked for at the start of words
# and within its longest lengths, lest a text of 200,000 characters without a space take hours.
_UNTOUCHED = re.compile(r"`[^`]*`|(?:https?|ftp)://\S*[^\s.,;:!?»)\u00a0\u202f]|www\.\S*\w|(?<!\S)[^\s@]{1,64}@[^\s@]{1,255}\.\w{2,63}")
_HIGH_MARKS = re.compile(rf"(?<=[^\s;!?(«¡¿]){_SPACES}([;!?]+)(?=$|[ \n»)\]…\"”]|{NO_BREAK}»)")
_NAME_MARK = re.compile(r"(?<=\w)! (?=[a-zà-ÿ])")  # "Yahoo! a racheté": the mark belongs to the name
_COLON = re.compile(rf"(?<=[^\s:]){_SPACES}:(?=$|\s)")
_OPENING = re.compile(r"«\s*(?=\S)")
_CLOSING = re.compile(r"(?<=[^\s«])\s*»")
_STRAIGHT_QUOTES = re.compile(r"(?<![^\s(\['’«])\"(?![\s\"])([^\"\n]+?)(?<!\s)\"(?![^\s.,;:!?)\]…»])")
_THOUSANDS = re.compile(rf"(?<![\d,.\-/])\d{{1,3}}(?:[ {NO_BREAK}]\d{{3}}){{1,9}}(?![\d])")
_UNIT_SIGN = re.compile(r"(?<=\d)[ \u202f](?=[%€$£°])")
_ELIDED = re.compile(r"(?<=(?<!\w)[a-zA-Z])' (?=\w)")  # « l' Ouest », as pages leave it whose links were taken out
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])'(?=\w|«|$|\s)")


def typeset(text: str) -> str:
    """Return `text` with French spaces, quotes and apostrophes, leaving code and URLs alone.

    U+202F before ; ! ? and between thousands, U+00A0 before : and inside « » (Lexique des règles typographiques en usage à
    l'Imprimerie nationale). Doing it twice changes nothing more.
    """
    done = _typeset_once(text)
    while '"' in done and (again := _typeset_once(done)) != done:  # a quote left straight may pair once its neighbours have their spaces
        done = again
    return done


def _typeset_once(text: str) -> str:
    pieces: list[str] = []
    position = 0
    for untouched in _UNTOUCHED.finditer(text):
        pieces += [_typeset_prose(text[position : untouched.start()]), untouched.group()]
        position = untouched.end()
    return "".join([*pieces, _typeset_prose(text[position:])])


def _typeset_prose(text: str) -> str:
    if not text:
        return ""
    text = _STRAIGHT_QUOTES.sub(r"«\1»", text)
    text = _OPENING.sub("«" + NO_BREAK, text)
    text = _CLOSING.sub(NO_BREAK + "»", text)
    text = _NAME_MARK.sub("!" + NO_BREAK, text)
    text = _HIGH_MARKS.sub(NARROW + r"\1", text)
    text = _COLON.sub(NO_BREAK + ":", text)
    text = _THOUSANDS.sub(lambda match: re.sub(rf"[ {NO_BREAK}]", NARROW, match.group()), text)
    text = _UNIT_SIGN.sub(NO_BREAK, text)
    return _APOSTROPHE.sub("’", text)


def plain(text: str) -> str:
    """Return `text` with ordinary spaces and apostrophes, in NFC: how items keep their texts."""
    text = unicodedata.normalize("NFC", text).replace("’", "'").replace("ʼ", "'")
    return _ELIDED.sub("'", re.sub(r"[\s\u00a0\u202f\u2009]+", " ", text)).strip()
