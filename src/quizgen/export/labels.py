"""The words printed around a quiz, from `templates/labels/<code>.toml`."""

import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from quizgen.errors import TemplateError
from quizgen.resources import find, read_text


class Labels:
    """A language's labels by section and name; a missing one is an error that names the file."""

    def __init__(self, code: str, roots: Sequence[Path]) -> None:
        relative = f"labels/{code}.toml"
        self._path = find(relative, roots)
        try:
            self._data: dict[str, Any] = tomllib.loads(read_text(relative, roots))
        except tomllib.TOMLDecodeError as error:
            raise TemplateError(f"{self._path} is not valid TOML: {error}.", "mend that line") from error

    def text(self, section: str, name: str, **values: object) -> str:
        """Return a label with its `{values}` filled in. Raises TemplateError when it is missing or wants another value."""
        try:
            return str(self._data[section][name]).format(**values)
        except (KeyError, IndexError, ValueError, TypeError, AttributeError) as error:
            hint = "compare it with the labels that come with quizgen"
            raise TemplateError(f"{self._path}: [{section}] {name} is missing or wrong ({error}).", hint) from error

    def count(self, name: str, number: float) -> str:
        """Return a number with its noun, "1 point" or "2.5 points", from the labels `<name>.one` and `<name>.other`."""
        form = "one" if self._is_singular(number) else "other"
        return self.text(name, form, number=self.number(number))

    def number(self, number: float) -> str:
        """Return a number with the language's decimal mark: 2, "2,5"."""
        return f"{number:g}".replace(".", self.text("numbers", "decimal"))

    def date(self, iso: str) -> str:
        """Return an ISO 8601 date as it is said: "21 juin 2024", "June 2024", "2024"; the text itself when it is no date."""
        parts = iso[:10].split("-")
        if not all(part.isdigit() for part in parts) or len(parts) > 3:
            return iso
        if len(parts) == 1:
            return iso
        name = ("month", "day")[len(parts) - 2]
        month = self.text("months", str(int(parts[1])))
        return self.text("dates", name, year=parts[0], month=month, day=self._day(int(parts[-1])))

    def _day(self, number: int) -> str:
        return self.text("dates", "first_day") if number == 1 else str(number)

    def _is_singular(self, number: float) -> bool:
        return abs(number) < float(self.text("numbers", "plural_from"))
