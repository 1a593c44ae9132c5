"""What is said when the program itself fails: that it is no fault of the user's, where it happened, and how to see the rest."""

import errno
import os
import traceback
from pathlib import Path

SHOWN = "QUIZGEN_DEBUG"  # set to anything, a fault keeps its traceback
PACKAGE = Path(__file__).resolve().parents[1]


def wants_traceback() -> bool:
    """Return True where who runs the program wants to see where in the code it fails."""
    return bool(os.environ.get(SHOWN))


def fault_lines(error: Exception) -> str:
    """Return the two lines that tell a fault of the program, with the place in our own code that it came out of."""
    return (
        f"error: quizgen itself failed, which is no mistake of yours ({type(error).__name__} in {place_of(error)}: {error}).\n"
        f"hint: no file is left half-written; please report this with the article; {SHOWN}=1 shows where it comes from\n"
    )


def is_unprinted(error: Exception) -> bool:
    """Return True where the account could not be printed: a full disk, or a reader of the output that went away."""
    return isinstance(error, OSError) and error.errno in {errno.ENOSPC, errno.EPIPE}


def unprinted_lines(error: Exception) -> str:
    """Return the two lines that tell that the account could not be printed."""
    return f"error: the account cannot be printed: {getattr(error, 'strerror', '')}.\nhint: print elsewhere; the files are written\n"


def place_of(error: Exception) -> str:
    """Return the innermost line of our own code that an error passed: "extraction/facts.py:40"."""
    passed = ((Path(frame.filename), frame.lineno) for frame in traceback.extract_tb(error.__traceback__))
    own = [f"{path.relative_to(PACKAGE).as_posix()}:{line}" for path, line in passed if PACKAGE in path.parents]
    return own[-1] if own else "code of others"
