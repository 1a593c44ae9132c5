"""Bytes into characters: byte order marks, UTF-8, UTF-16, the Western one-byte encodings; binary data is refused."""

import codecs
import re

from quizgen.errors import ReadingError

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark opens this one
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
WESTERN = ["cp1252", "iso8859_15", "mac_roman"]  # what French and English were written in before UTF-8
SAVE_AS_UTF8 = "Save the file again as UTF-8 text (in most editors: Save as, encoding UTF-8)."
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
SURROGATE = re.compile("[\ud800-\udfff]")  # half a character: UTF-7 and broken UTF-16 give some
TWO_BYTES = re.compile(rb"[\xc3\xc5][\x80-\xbf]|\xe2\x80[\x80-\xbf]")  # é, œ, ’ … in UTF-8
MOJIBAKE = re.compile("Ã[©¨ª§«®¯´¹»¢¤‰ˆ€ ]|â€[™œ“”¦]|Å“")  # é, ’, œ of UTF-8 read as Windows-1252


def decode(data: bytes, name: str, declared: str = "") -> str:
    """Return the characters of `data`, without byte order mark, newlines as `\\n`.

    `declared` is the encoding that a server or a page names, tried first. Raises ReadingError when the bytes are no text.
    """
    text = _decode_marked(data, name)
    if text is None:
        text = _decode_declared(data, declared)
    if text is None:
        text = _decode_unmarked(data, name)
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    _refuse_binary(text, name)
    _refuse_mojibake(text, name)
    return text


def _decode_marked(data: bytes, name: str) -> str | None:
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding)
            except UnicodeDecodeError as error:
                message = f"{name} says it is {encoding.upper()}, but is not, at byte {error.start}."
                raise ReadingError(message, SAVE_AS_UTF8, "encoding", name=name) from error
    return None


def _decode_declared(data: bytes, declared: str) -> str | None:
    """Return the text as `declared` has it, None when the declaration is unknown or wrong, which is common on the web."""
    try:
        return data.decode(codecs.lookup(declared).name) if declared else None
    except (LookupError, ValueError):
        return None


def _decode_unmarked(data: bytes, name: str) -> str:
    wide = _wide_encoding(data)
    try:
        return data.decode(wide or "utf-8")
    except UnicodeDecodeError as error:
        if wide:
            raise _binary(name) from error
        _refuse_broken_utf8(data, error, name)
    return _decode_western(data, name)


def _wide_encoding(data: bytes) -> str:
    """Return the UTF-16 whose Latin letters leave every other byte zero, or ""."""
    half = max(1, len(data) // 2)
    if data[1::2].count(0) > 0.4 * half and data[0::2].count(0) < 0.1 * half:
        return "utf-16-le"
    if data[0::2].count(0) > 0.4 * half and data[1::2].count(0) < 0.1 * half:
        return "utf-16-be"
    return ""


def _refuse_broken_utf8(data: bytes, error: UnicodeDecodeError, name: str) -> None:
    """Raise when most accents are UTF-8 and a few are not: read as Western, "é" would become "Ã©"."""
    sequences = len(TWO_BYTES.findall(data))
    strays = data.decode("utf-8", errors="replace").count("\ufffd")
    if sequences > strays:
        line = data[: error.start].count(b"\n") + 1
        raise ReadingError(f"{name} is UTF-8 text, but line {line} holds bytes that are not.", SAVE_AS_UTF8, "encoding", name=name)


def _decode_western(data: bytes, name: str) -> str:
    from charset_normalizer import from_bytes

    if b"\x00" in data:
        raise _binary(name)
    match = from_bytes(data, cp_isolation=list(WESTERN)).best()
    if match is None:
        raise ReadingError(f"the encoding of {name} is not recognized.", SAVE_AS_UTF8, "encoding", name=name)
    return str(match)


def _binary(name: str) -> ReadingError:
    hint = "Give quizgen the text of the article, as .txt, .md or .html."
    return ReadingError(f"{name} is not text: it holds binary data.", hint, "binary", name=name)


def _refuse_binary(text: str, name: str) -> None:
    """Raise when there are more than stray control characters."""
    controls = len(CONTROL.findall(text))
    if "\x00" in text or SURROGATE.search(text) or controls > 3 + len(text) // 1000:
        raise _binary(name)


def _refuse_mojibake(text: str, name: str) -> None:
    """Raise when accents were spoilt before the text came here: nothing can be quoted from it."""
    spoilt = MOJIBAKE.findall(text)
    if len(spoilt) >= 3:
        raise ReadingError(
            f'{name} was saved in the wrong encoding: it holds "{spoilt[0]}" where an accent or a quotation mark should stand.',
            "Copy the article again from its source, and save it as UTF-8.",
            "spoilt",
            name=name,
        )
