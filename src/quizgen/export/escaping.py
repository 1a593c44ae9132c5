"""One escaper for each place a text goes to, so that what an article says is shown and never obeyed."""

import html
import re
import unicodedata

_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")  # C0 and C1 but tab and newline, lone surrogates
_ANKI_ACTIVE = {ord(c): f"&#{ord(c)};" for c in "[]{}\\"}  # [sound:…], [latex], {{c1::…}}, \( … \)
_WORD_JOINER = "\u2060"


def clean(text: str) -> str:
    """Return `text` in NFC without characters that no page and no field may hold, U+001F among them (it parts Anki's fields)."""
    return unicodedata.normalize("NFC", _UNPRINTABLE.sub("", text.replace("\r\n", "\n").replace("\x85", "\n")))


def html_text(text: str) -> str:
    """Return `text` as HTML that shows it, in an element or a quoted attribute."""
    return html.escape(clean(text), quote=True)


def anki_field(text: str) -> str:
    """Return `text` as the content of an Anki field: HTML that shows it, with nothing in it that Anki or MathJax would act on.

    Entities stop what Anki does to a field; MathJax reads the page later, so a word joiner parts `\\` from `(`.
    """
    apart = re.sub(r"\\(?=[(\[])", lambda match: match[0] + _WORD_JOINER, clean(text))
    return html.escape(apart, quote=True).translate(_ANKI_ACTIVE).replace("\n", "<br>")


def cloze_text(text: str) -> str:
    """Return `text` as a part of an Anki cloze, inside or outside a deletion, where `::` would begin a hint."""
    return anki_field(text).replace("::", "&#58;&#58;")


def anki_code(text: str) -> str:
    """Return `text` in the characters that may stand in a template's attribute: letters, figures, space, `_` and `-`."""
    return re.sub(r"[^A-Za-z0-9_ -]", "", text)


def anki_speech(text: str, voice: str) -> str:
    """Return the mark by which Anki reads `text` aloud in a voice ("fr_FR"), wherever it stands on a card; "" without one of them."""
    return f"[anki:tts lang={anki_code(voice)}]{anki_field(text)}[/anki:tts]" if text and voice else ""


def typed_answer(text: str) -> str:
    """Return `text` as somebody types it: plain apostrophes, no thousands space, no full stop at the end.

    Anki's comparison tells ’ from ' and "12 000" from "12000".
    """
    plain = clean(text).replace("’", "'").replace("ʼ", "'")
    plain = re.sub(r"(?<=\d)[\s\u00a0\u202f\u2009](?=\d{3}(?!\d))", "", plain)
    return " ".join(plain.split()).removesuffix(".")
