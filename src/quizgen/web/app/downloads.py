"""What one takes away of a quiz: each output on its own, made from the quiz file as it is now, or all in one archive."""

import io
import time
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import urlencode

from quizgen.errors import WebError
from quizgen.export import ExportOptions, export_quiz
from quizgen.export.base import kept_items
from quizgen.export.html.settings import CHOICES, PARTS
from quizgen.naming import article_file, file_stem
from quizgen.quiz import Quiz
from quizgen.web.asking import Asked

USUAL_SHEETS = ("quiz", "key")
MOST_VERSIONS = 6
ENDINGS = {".apkg": "anki", ".pdf": "pdf", ".html": "html"}
MEDIA_TYPES = {
    ".apkg": "application/octet-stream", ".pdf": "application/pdf", ".html": "text/html", ".toml": "application/toml",
    ".txt": "text/plain", ".zip": "application/zip",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Layout:
    """How sheets are laid out, as the page lets one choose it."""

    sheets: tuple[str, ...] = USUAL_SHEETS
    versions: int = 1
    look: str = "plain"
    paper: str = ""

    @classmethod
    def of(cls, asked: Asked) -> "Layout":
        """Return what a request chooses; what is no choice is as if it had not been chosen."""
        chosen = asked.texts("sheets")
        look, paper = asked.text("look"), asked.text("paper")
        return cls(
            tuple(part for part in PARTS if part in chosen) or USUAL_SHEETS,
            max(1, min(MOST_VERSIONS, asked.number("versions", 1))),
            look if look in CHOICES["look"] else "plain",
            paper if paper in CHOICES["paper"] else "",
        )

    @property
    def is_changed(self) -> bool:
        """Whether anything has been chosen."""
        return self != Layout()

    @property
    def settings(self) -> dict[str, str]:
        """The settings that say so."""
        named = {"versions": str(self.versions), "look": self.look, "paper": self.paper}
        return {"sheets": ",".join(self.sheets)} | {name: value for name, value in named.items() if value}

    def query(self, *sheets: str) -> str:
        """Return the layout as the query of an address, of `sheets` alone where they are named."""
        fields = [*(("sheets", part) for part in sheets or self.sheets), ("versions", str(self.versions)), ("look", self.look)]
        return urlencode([*fields, ("paper", self.paper)])


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet to print: its part ("key"), its version's letter or "", its file's name without its ending."""

    part: str
    version: str
    file: str


@dataclass(frozen=True, slots=True)
class Outputs:
    """A quiz file and what can be made of it."""

    path: Path
    quiz: Quiz
    templates: tuple[Path, ...]

    @property
    def deck(self) -> str:
        """The name of the deck's file."""
        return f"{file_stem(self.quiz)}.apkg"

    @property
    def archive(self) -> str:
        """The name of the archive of everything."""
        return f"{file_stem(self.quiz)}.zip"

    @property
    def is_empty(self) -> bool:
        """Whether every item is rejected."""
        return not kept_items(self.quiz)

    def sheets(self, layout: Layout) -> tuple[Sheet, ...]:
        """Return the sheets to print, in the order of the layout."""
        names = [name.removesuffix(".html") for name in self._exported("html", layout)]
        found = (_sheet(name, file_stem(self.quiz)) for name in names)
        order = (*PARTS, "versions")
        return tuple(sorted(found, key=lambda sheet: (order.index(sheet.part), sheet.version)))

    def file(self, name: str, layout: Layout) -> bytes:
        """Return the file of this name. Raises WebError when there is none, ExportError when it cannot be made."""
        if name == self.archive:
            return self._all(layout)
        if name == self.path.name:
            return self.path.read_bytes()
        found = self._exported(ENDINGS.get(Path(name).suffix, "html"), layout).get(name)
        if found is None:
            raise WebError(f"this quiz has no file {name!r}.", "go back to the quiz and choose one that is there")
        return found

    def _exported(self, format: str, layout: Layout) -> Mapping[str, bytes]:
        # An item changed by hand counts as changed when its file was saved: taking it away again gives the same bytes.
        options = ExportOptions(self.templates, now=int(self.path.stat().st_mtime), settings=layout.settings)
        return export_quiz(self.quiz, [format], options).files

    def _all(self, layout: Layout) -> bytes:
        formats = ("anki", "html", *(("pdf",) if has_pdf() else ()))
        files = {name: data for format in formats for name, data in self._exported(format, layout).items()}
        files |= {path.name: path.read_bytes() for path in (self.path, self.path.parent / article_file(self.quiz)) if path.is_file()}
        saved = time.gmtime(max(self.path.stat().st_mtime, time.mktime((1981, 1, 1, 0, 0, 0, 0, 0, 0))))
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in files.items():
                archive.writestr(zipfile.ZipInfo(f"{file_stem(self.quiz)}/{name}", saved[:6]), data, zipfile.ZIP_DEFLATED)
        return packed.getvalue()


@cache
def has_pdf() -> bool:
    """Return whether sheets can be had as PDF files."""
    from quizgen.export.pdf import is_installed

    return is_installed()


def media_type(name: str) -> str:
    """Return the type of a file by the ending of its name."""
    return MEDIA_TYPES.get(Path(name).suffix, "application/octet-stream")


def _sheet(name: str, stem: str) -> Sheet:
    """Return what "lighthouse.B.key" is: the quiz alone has no part in its name."""
    rest = name.removeprefix(stem).strip(".").split(".")
    version = rest.pop(0) if len(rest[0]) == 1 else ""
    return Sheet("-".join(rest) or "quiz", version, name)
