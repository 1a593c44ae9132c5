"""Python's search for garbage, held back while an article is in hand: nearly all that is made then stays until its quiz is made."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Run without looking for garbage: each look would go through all the words of a long article, to find next to nothing."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
