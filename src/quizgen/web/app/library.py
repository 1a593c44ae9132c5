"""The folder in which the app keeps its quizzes, each in a folder of its own with its article."""

import os
import threading
import tomllib
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path

from quizgen.article import Article
from quizgen.errors import WebError
from quizgen.export import write_together
from quizgen.naming import file_stem, quiz_file
from quizgen.quiz import Quiz
from quizgen.quizfile import quiz_files_about, text_file, write_quiz
from quizgen.web.changes import KEPT
from quizgen.web.desk import Desk, Sheet

MOST_SHOWN = 60  # quizzes listed on the first page
MOST_ALIKE = 1000  # quizzes of one name
_ENDING = ".quiz.toml"


@dataclass(frozen=True, slots=True)
class Shelved:
    """A quiz of the library at a glance: `name` is its folder's. A broken file has no `items`."""

    name: str
    title: str
    language: str
    items: int = 0
    kept: int = 0
    proposed: int = 0
    rejected: int = 0
    article: str = ""  # its id

    @classmethod
    def counting(cls, statuses: Counter[str], name: str, title: str, language: str, article: str) -> "Shelved":
        """Return a quiz whose items have these statuses."""
        kept = sum(statuses[status] for status in KEPT)
        return cls(name, title, language, statuses.total(), kept, statuses["proposed"], statuses["rejected"], article)


@dataclass(frozen=True, slots=True)
class Place:
    """Where the quiz of an article goes: the folder's name, and the quiz that stands there, if it is a quiz of the same article."""

    name: str
    article: Article
    before: Sheet | None = None


class Library:
    """The quizzes under `folder`, which is made when it is not there. Nothing in it is ever deleted.

    Raises WebError where nothing can be written: before somebody waits for a quiz that cannot be kept.
    """

    def __init__(self, folder: Path) -> None:
        _make_writable(folder)
        self.folder = folder
        self._lock = threading.Lock()
        self._desks: dict[Path, Desk] = {}

    def shelved(self) -> tuple[Shelved, ...]:
        """Return the quizzes, the one changed last first."""
        last = sorted(self._files(), key=lambda path: (-path.stat().st_mtime, path))
        return tuple(glance(path) for path in last[:MOST_SHOWN])

    def desk(self, name: str) -> Desk:
        """Return the desk on which the quiz `name` is changed: one for all that look at it. Raises WebError when there is no such quiz."""
        path = _quiz_in(self.folder / name) if name and name == Path(name).name else None
        if path is None:
            hint = "the first page lists those that are there"
            raise WebError(f"there is no quiz {name!r} in {self.folder}.", hint, "no_quiz", name=name, folder=self.folder)
        with self._lock:
            return self._desks.setdefault(path, Desk(path))

    def place(self, article: Article) -> Place:
        """Return where an article's quiz goes: where the quiz of the same article stands, else a folder of its own.

        Two chapters may both be called "Introduction": they are two articles, and the second one's id gets a number.
        Raises QuizFileError when the quiz there is broken.
        """
        files = self._files()
        alike = [id for id in (glance(path).article for path in files) if article.id in (id, id.rpartition("#")[0])]
        for path in files:
            for id in dict.fromkeys((article.id, *alike)):
                if any(quiz_files_about(replace(article, id=id), path.parent, by_text=True)):
                    sheet = self.desk(path.parent.name).look()
                    return Place(path.parent.name, replace(article, id=sheet.quiz.article.id), sheet)
        own = replace(article, id=f"{article.id}#{len(alike) + 1}") if alike else article
        return Place(self._new_name(file_stem(Quiz(article, (), "Quiz", ""))), own)

    def keep(self, quiz: Quiz, place: Place) -> None:
        """Write a quiz with its article. Raises Stale when the quiz that stood there has changed meanwhile, ExportError."""
        if place.before is not None:
            self.desk(place.name).renew(place.before.version, quiz)
        else:
            folder, text = self.folder / place.name, write_quiz(quiz)
            article = quiz.article.text.encode("utf-8", "surrogatepass")
            write_together({folder / quiz_file(quiz): text, folder / text_file(text): article})

    def _files(self) -> tuple[Path, ...]:
        """Return the quiz file of each folder."""
        folders = sorted(self.folder.iterdir()) if self.folder.is_dir() else []
        return tuple(path for folder in folders if (path := _quiz_in(folder)))

    def _new_name(self, stem: str) -> str:
        names = (stem if number == 1 else f"{stem}-{number}" for number in range(1, MOST_ALIKE))
        return next(name for name in names if not (self.folder / name).exists())


def _quiz_in(folder: Path) -> Path | None:
    """Return the first quiz file in a folder of the library; None where there is none."""
    if folder.name.startswith(".") or not folder.is_dir():
        return None
    return min(folder.glob(f"*{_ENDING}"), default=None)


def _make_writable(folder: Path) -> None:
    hint = "pass --folder with a folder of your own"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WebError(f"quizzes cannot be kept in {folder}: {error.strerror}.", hint) from error
    if not os.access(folder, os.W_OK):
        raise WebError(f"quizzes cannot be kept in {folder}: nothing can be written there.", hint)


def shelf_of(name: str, quiz: Quiz) -> Shelved:
    """Return what a quiz at hand says of itself."""
    statuses: Counter[str] = Counter(item.status for item in quiz.items)
    return Shelved.counting(statuses, name, quiz.title, quiz.article.language, quiz.article.id)


def glance(path: Path) -> Shelved:
    """Return what a quiz file says of itself, without its proofs being read."""
    name = path.parent.name
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        statuses = Counter(str(item.get("status", "accepted")) for item in data.get("item", ()))
        about = data.get("article", {})
        title, language, article = str(data["title"]), str((about or data)["language"]), str(about.get("id", ""))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return Shelved(name, name, "")  # it is told when it is opened
    return Shelved.counting(statuses, name, title, language, article)
