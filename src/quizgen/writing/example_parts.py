"""What a table in an [[example]] may hold, checked before anything is made of it: a slip is told in the template's words."""

from collections.abc import Mapping

from quizgen.facts import PhraseType

_PARTS_OF_A_COMPLEMENT = frozenset({"text", "slot", "value"})
_TYPES = frozenset(kind.value for kind in PhraseType)


def check_parts(slot: str, written: object) -> None:
    """Do nothing where every part of a slot's table is of its kind. Raises ValueError naming slot and part."""
    if not isinstance(written, Mapping):
        return
    for name, value in written.items():
        problem = _problem(name, value)
        if problem:
            raise ValueError(f"{slot}.{name} {problem}, not {_as_written(value)}")


def _problem(name: str, value: object) -> str:
    if name == "accepted":
        return "" if isinstance(value, list) and all(isinstance(text, str) for text in value) else "must be a list of texts"
    if name == "complements":
        whole = isinstance(value, list) and all(isinstance(part, str) or _is_complement(part) for part in value)
        return "" if whole else "must be a list of tables, each with a `text` and, where it fills one, a `slot`"
    if name.startswith("is_"):
        return "" if isinstance(value, bool) else "must be true or false"
    if name == "type" and value not in _TYPES:
        return f"must be one of {', '.join(sorted(_TYPES))}"
    return "" if isinstance(value, str) else "must be a text in quotes"


def _is_complement(part: object) -> bool:
    if not isinstance(part, Mapping):
        return False
    return "text" in part and part.keys() <= _PARTS_OF_A_COMPLEMENT and all(isinstance(text, str) for text in part.values())


def _as_written(value: object) -> str:
    """Return a value about as the file has it: `true`, "Fem", 3."""
    return str(value).lower() if isinstance(value, bool) else f'"{value}"' if isinstance(value, str) else str(value)
