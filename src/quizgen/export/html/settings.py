"""How sheets are laid out: `templates/html/settings.toml` with what the command line changes in it."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from quizgen.errors import ExportError, TemplateError
from quizgen.export.html.logo import embedded
from quizgen.items import FORMS, Item
from quizgen.resources import find, read_text

FILE = "html/settings.toml"
PARTS = ("article", "quiz", "key", "answer-grid", "flashcards", "self-test")
MOST_VERSIONS = 26  # a letter each
CHOICES: Mapping[str, tuple[object, ...]] = {
    "paper": ("", "a4", "letter"),
    "columns": (1, 2),
    "look": ("plain", "large-print", "dyslexia"),
    "blanks": ("equal", "answer"),
    "flip": ("long", "short"),
    "versions": tuple(range(1, MOST_VERSIONS + 1)),
}
_TRUE, _FALSE = ("true", "yes", "on", "1"), ("false", "no", "off", "0")

Value = str | int | float | bool


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings, checked. `sheets` are the files to write, each as the parts joined in it; `logo` is a data: URL or ""."""

    sheets: tuple[tuple[str, ...], ...]
    versions: int
    paper: str
    columns: int
    look: str
    blanks: str
    word_bank: bool
    labels: str
    flip: str
    school: str
    logo: str
    points: Mapping[str, float]

    def with_points(self, item: Item) -> Item:
        """Return the item with its form's points, unless a person gave it other points than one."""
        points = self.points.get(item.form, 0.0)
        return replace(item, points=points) if points and item.points == 1 else item


def read_settings(roots: Sequence[Path], changes: Mapping[str, str]) -> Settings:
    """Return the settings of the first settings.toml, those it lacks from quizgen's own, with `changes` ("columns": "2") made.

    Raises TemplateError for a mistake in the file, ExportError for one in `changes`.
    """
    own = _read(roots[-1:], {})
    path = find(FILE, roots)
    values = own | _read(roots, own)
    values["logo"] = embedded(path.parent / str(values["logo"])) if values["logo"] else ""
    for name, text in changes.items():
        values[name] = _changed(name, text, own)
    return _settings(values)


def _settings(values: Mapping[str, Any]) -> Settings:
    points = {form: float(values[f"points.{form}"]) for form in FORMS}
    plain = {name: value for name, value in values.items() if not name.startswith("points.") and name != "sheets"}
    return Settings(sheets=_sheets(values["sheets"]), points=points, **plain)


def _read(roots: Sequence[Path], own: Mapping[str, Value]) -> dict[str, Value]:
    """Return the values of a file by name, those of a table as "table.name". `own` are the values of quizgen's, to compare with."""
    path = find(FILE, roots)
    try:
        data = tomllib.loads(read_text(FILE, roots))
    except tomllib.TOMLDecodeError as error:
        raise TemplateError(f"{path} is not valid TOML: {error}.", "mend that line") from error
    values: dict[str, Value] = {}
    for name, value in data.items():
        values |= {f"{name}.{inner}": number for inner, number in value.items()} if isinstance(value, dict) else {name: value}
    for name, value in values.items() if own else ():
        if problem := _problem(name, value, own):
            raise TemplateError(f"{path}: {problem}.", "compare it with the settings.toml that comes with quizgen")
    return values


def _changed(name: str, text: str, own: Mapping[str, Value]) -> Value:
    value = _value(name, text, own[name]) if name in own else text
    if problem := _problem(name, value, own):
        known = "" if name in own else f"the settings are {', '.join(own)}; "
        hint = f"{known}templates/html/settings.toml explains each"
        raise ExportError(f"--set {name}={text}: {problem}.", hint)
    return embedded(Path(text)) if name == "logo" and text else value


def _value(name: str, text: str, like: Value) -> Value:
    """Return what `text` says, in the type of the setting's own value; `text` itself where it says nothing of that type."""
    if isinstance(like, bool):
        return text.casefold() in _TRUE if text.casefold() in (*_TRUE, *_FALSE) else text
    if isinstance(like, int):
        number = text.replace(",", ".", 1)
        if number.isdecimal():
            return int(number)
        return float(number) if number.replace(".", "", 1).isdecimal() else text
    return text.casefold() if name in CHOICES else text


def _problem(name: str, value: Any, own: Mapping[str, Value]) -> str:
    """Return what is wrong with a setting, or ""."""
    if name not in own:
        return f"there is no setting {name!r}"
    if name in CHOICES and (isinstance(value, bool) or value not in CHOICES[name]):
        return f"{name} is one of {_listed(CHOICES[name])}, not {value!r}"
    if isinstance(own[name], bool) is not isinstance(value, bool) or isinstance(own[name], str) is not isinstance(value, str):
        return f"{name} is {_kind(own[name])}, not {value!r}"
    if name == "sheets":
        unknown = [part for sheet in _sheets(value) for part in sheet if part not in PARTS]
        return f"{unknown[0]!r} is no sheet; they are {', '.join(PARTS)}" if unknown else ("" if _sheets(value) else "it names no sheet")
    return f"{name} is not below 0" if name.startswith("points.") and not 0 <= value < 1000 else ""


def _listed(choices: Sequence[object]) -> str:
    return f"{choices[0]} to {choices[-1]}" if len(choices) > 4 else ", ".join(repr(choice) for choice in choices)


def _kind(value: Value) -> str:
    return "true or false" if isinstance(value, bool) else ("a text" if isinstance(value, str) else "a number")


def _sheets(text: str) -> tuple[tuple[str, ...], ...]:
    """Return the parts of each file that "article+quiz, key" names."""
    names = (tuple(dict.fromkeys(filter(None, map(str.strip, sheet.split("+"))))) for sheet in text.split(","))
    return tuple(dict.fromkeys(filter(None, names)))
