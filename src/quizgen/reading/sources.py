"""The bytes of an article: from a file, from standard input."""

import sys
from pathlib import Path

from quizgen.errors import ReadingError
from quizgen.reading.limits import MAX_BYTES

GIVE_A_FILE = "Give a .txt, .md or .html file, - for standard input, or an http(s) URL."
SHORTEN = "Give one article or one chapter at a time."


def read_file(path: str) -> bytes:
    """Return the bytes of a file.

    Raises ReadingError when there is no such file, or it cannot be read, is a folder, is empty or too large.
    """
    if not path.strip():
        raise ReadingError("no article is named: ARTICLE is empty.", GIVE_A_FILE)
    try:
        file = Path(path)
        if file.is_dir():
            raise ReadingError(f"{path} is a folder, not an article.", GIVE_A_FILE)
        with file.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise ReadingError(f"there is no file {path}.", "Check the spelling and the folder. " + GIVE_A_FILE) from error
    except (OSError, ValueError) as error:  # ValueError: a null character in the name
        reason = getattr(error, "strerror", None) or str(error)
        raise ReadingError(f"{path} cannot be read: {reason}.", GIVE_A_FILE) from error
    return check_size(data, path)


def read_standard_input() -> bytes:
    """Return the bytes of standard input, within the limit.

    Raises ReadingError when there are none or too many.
    """
    return check_size(sys.stdin.buffer.read(MAX_BYTES + 1), "standard input")


def check_size(data: bytes, name: str) -> bytes:
    """Return `data`.

    Raises ReadingError when there is nothing in it, or more than `MAX_BYTES`.
    """
    if not data.strip():
        raise ReadingError(f"{name} is empty.", GIVE_A_FILE, "empty", name=name)
    if len(data) > MAX_BYTES:
        limit = MAX_BYTES // 1_000_000
        raise ReadingError(f"{name} is larger than the limit of {limit} MB.", SHORTEN, "too_large", limit=limit)
    return data
