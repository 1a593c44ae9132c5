"""Bytes into characters."""

import pytest

from quizgen.errors import ReadingError
from quizgen.reading.encoding import decode
from tests.reading.prose import FRENCH

TEXT = "\n".join(FRENCH)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "mac_roman"])
def test_encoding_is_found(encoding: str) -> None:
    assert decode(TEXT.encode(encoding), "a.txt") == TEXT


def test_latin_1_is_found() -> None:
    text = TEXT.replace("’", "'")
    assert decode(text.encode("latin-1"), "a.txt") == text


def test_newlines_become_one_kind() -> None:
    assert decode(b"one\r\ntwo\rthree\n", "a.txt") == "one\ntwo\nthree\n"


def test_declared_encoding_is_tried_first_and_may_be_wrong() -> None:
    assert decode("é".encode("latin-1"), "a.html", "iso-8859-1") == "é"
    assert decode("é".encode(), "a.html", "no-such-encoding") == "é"
    assert decode("é".encode(), "a.html", "ascii") == "é"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (bytes(range(256)) * 4, "binary"),
        (b"\xef\xbb\xbfabc\xff", "UTF-8, but is not"),
        (FRENCH[0].encode() + b"\nle d\xe9but", "line 2"),
        (TEXT.replace("’", "é").encode().decode("cp1252").encode(), "wrong encoding"),
    ],
)
def test_refused_bytes(data: bytes, message: str) -> None:
    with pytest.raises(ReadingError, match=message) as caught:
        decode(data, "a.txt")
    assert caught.value.hint
