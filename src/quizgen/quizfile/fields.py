"""A table of a quiz file, read field by field: what TOML gives is checked here and nowhere else."""

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any

from quizgen.errors import QuizFileError

_MISSING = object()
_MEND = "mend it there: docs/quiz-file.md, or the guide at the top of the file, says what a field holds"


class Fields:
    """A TOML table whose fields are taken by name and type; `place` names it in messages. What nobody took is unknown."""

    def __init__(self, table: Mapping[str, Any], place: str) -> None:
        self._table = table
        self._taken: set[str] = set()
        self.place = place

    def error(self, name: str, problem: str, hint: str = _MEND) -> QuizFileError:
        """Return the error that says that field `name` of this table `problem`."""
        return QuizFileError(f"{self.place}: `{name}` {problem}.", hint)

    def has(self, name: str) -> bool:
        """Return whether the table has a field `name`."""
        return name in self._table

    def names(self) -> tuple[str, ...]:
        """Return the names of the table's fields, in order."""
        return tuple(self._table)

    def text(self, name: str, default: Any = _MISSING) -> str:
        """Return a text. Raises QuizFileError when it is missing without a default, or is no text."""
        value = self._take(name, default)
        if not isinstance(value, str):
            raise self.error(name, "must be a text in quotes")
        return value

    def integer(self, name: str, default: Any = _MISSING) -> int:
        """Return a whole number."""
        value = self._take(name, default)
        if not isinstance(value, int) or isinstance(value, bool):
            raise self.error(name, "must be a whole number")
        return value

    def number(self, name: str, default: Any = _MISSING) -> float:
        """Return a number, whole or not."""
        value = self._take(name, default)
        if not isinstance(value, int | float) or isinstance(value, bool):
            raise self.error(name, "must be a number")
        return float(value)

    def boolean(self, name: str) -> bool:
        """Return true or false."""
        value = self._take(name, _MISSING)
        if not isinstance(value, bool):
            raise self.error(name, "must be true or false, without quotes")
        return value

    def texts(self, name: str, default: Any = _MISSING) -> tuple[str, ...]:
        """Return a list of texts."""
        value = self._take(name, default)
        if not isinstance(value, list | tuple) or not all(isinstance(each, str) for each in value):
            raise self.error(name, 'must be a list of texts: ["one", "two"]')
        return tuple(value)

    def pairs(self, name: str, default: Any = _MISSING) -> tuple[tuple[str, str], ...]:
        """Return a list of pairs of texts."""
        rows = self._take(name, default)
        if not isinstance(rows, list | tuple) or not all(_is_pair(row) for row in rows):
            raise self.error(name, 'must be a list of pairs: [["one", "its answer"], …]')
        return tuple((row[0], row[1]) for row in rows)

    def rows(self, name: str) -> list[Any]:
        """Return a list of anything, empty when it is missing."""
        value = self._take(name, [])
        if not isinstance(value, list):
            raise self.error(name, "must be a list")
        return value

    def table(self, name: str, optional: bool = False) -> "Fields":
        """Return the table `name` of this one."""
        value = self._take(name, {} if optional else _MISSING)
        if not isinstance(value, dict):
            raise self.error(name, "must be a table")
        return Fields(value, f"{self.place}, [{name}]")

    def tables(self, name: str) -> list["Fields"]:
        """Return the tables `[[name]]`, numbered from 1 in messages."""
        rows = self.rows(name)
        if not all(isinstance(row, dict) for row in rows):
            raise self.error(name, f"must be tables headed [[{name}]]")
        return [Fields(row, f"{self.place}, [[{name}]] number {number}") for number, row in enumerate(rows, start=1)]

    def numbers(self, name: str) -> tuple[tuple[str, float], ...]:
        """Return a table of numbers as pairs in order, empty when it is missing."""
        table = self.table(name, optional=True)
        return tuple((each, table.number(each)) for each in table.names())

    def counts(self, name: str) -> dict[str, int]:
        """Return a table of counts by reason or number, empty when it is missing."""
        table = self.table(name, optional=True)
        return {reason: table.integer(reason) for reason in table.names()}

    def allow(self, *names: str) -> None:
        """Count these fields as known."""
        self._taken.update(names)

    def refuse_unknown(self) -> None:
        """Raise QuizFileError when a field was never taken: a misspelt name must not pass in silence."""
        for name in self._table:
            if name not in self._taken:
                near = get_close_matches(name, self._taken - set(self._table), n=1)
                hint = f"did you mean `{near[0]}`?" if near else "write what you note for yourself as a comment, behind #: it is kept"
                raise self.error(name, "is no field that a quiz file knows here", hint)

    def _take(self, name: str, default: Any) -> Any:
        self._taken.add(name)
        value = self._table.get(name, default)
        if value is _MISSING:
            near = get_close_matches(name, self._table, n=1)
            raise self.error(name, "is missing", f"is `{near[0]}` misspelt?" if near else _MEND)
        return value


def _is_pair(row: Any) -> bool:
    return isinstance(row, list | tuple) and len(row) == 2 and all(isinstance(each, str) for each in row)
