"""What a second look at a clause finds: said alone, it has another verb or another subject than it was taken to have."""

from collections.abc import Mapping

from quizgen.items import Finding

_CHECKS = {"same_verb": "read alone, the clause has another verb", "same_subject": "read alone, the clause has another subject"}


def reads_otherwise(look: Mapping[str, float]) -> tuple[Finding, ...]:
    """Return a fatal finding for each part that the clause of an item has lost (syntax/second_look.py).

    Of 24 judged items that had lost one, readers accepted one.
    """
    return tuple(Finding("reads otherwise", message, "fatal") for name, message in _CHECKS.items() if look.get(name) == 0)
