"""Python's search for garbage, held back while an article is in hand: nearly all that is made then stays until its quiz is made."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Run without looking for garbage: each look would go through all the words of a long article, to find next to nothing.

    The threshold is what is changed, for `gc.disable` does not last: srsly turns the search on again behind each file that spaCy loads.
    """
    before = gc.get_threshold()
    gc.set_threshold(0)
    try:
        yield
    finally:
        gc.set_threshold(*before)
