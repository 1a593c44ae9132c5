"""The end of a command on one article: what it left is not gone through once more, for the system takes it all back at once."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from quizgen.syntax.uncollected import uncollected


@contextmanager
def unsearched() -> Iterator[None]:
    """Run without looking for garbage, and leave what is there to the end of the process, which comes next."""
    with uncollected():
        yield
        gc.freeze()  # before the search goes on: it would take 0.1 s behind a long article
