"""The words printed around a quiz, from `templates/labels/<code>.toml`."""

import re
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from quizgen.errors import TemplateError
from quizgen.resources import find, read_text

_ISO_DATE = re.compile(r"(?P<year>\d{4})(-(?P<month>0[1-9]|1[0-2])(-(?P<day>\d\d)(T.*)?)?)?")


class Labels:
    """A language's labels by section and name; a missing one is an error that names the file."""

    def __init__(self, code: str, roots: Sequence[Path]) -> None:
        relative = f"labels/{code}.toml"
        self._path = find(relative, roots)
        try:
            self._data: dict[str, Any] = tomllib.loads(read_text(relative, roots))
        except tomllib.TOMLDecodeError as error:
            raise TemplateError(f"{self._path} is not valid TOML: {error}.", "mend that line") from error

    def text(self, section: str, name: str, /, **values: object) -> str:
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
        found = _ISO_DATE.fullmatch(iso)
        if found is None or found["month"] is None:
            return iso
        month = self.text("months", str(int(found["month"])))
        if found["day"] is None:
            return self.text("dates", "month", year=found["year"], month=month)
        return self.text("dates", "day", year=found["year"], month=month, day=self._day(int(found["day"])))

    def _day(self, number: int) -> str:
        return self.text("dates", "first_day") if number == 1 else str(number)

    def _is_singular(self, number: float) -> bool:
        return abs(number) < float(self.text("numbers", "plural_from"))
