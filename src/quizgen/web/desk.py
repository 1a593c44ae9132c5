"""A quiz file on the desk: read, changed, written at every change, never over what somebody else has written meanwhile."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from quizgen.errors import WebError
from quizgen.export import write_together
from quizgen.quiz import Quiz
from quizgen.quizfile import read_quiz, text_file, with_comments, write_quiz

MOST_STEPS = 200  # that can be undone
Change = Callable[[Quiz], Quiz]


class Stale(WebError):
    """The file is no longer the one that a change was made to."""

    def __init__(self) -> None:
        super().__init__("the quiz file has changed since this page was shown.", "look at it as it is now and make the change again")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A quiz as its file has it. `version` is the file's own digest, so it holds for every tab, program and run alike."""

    quiz: Quiz
    version: str
    undoable: int = 0  # changes that can be taken back


@dataclass(frozen=True, slots=True)
class _Step:
    """A change that was made: the file's bytes before it, the version after it, the item it was about."""

    before: bytes
    after: str
    item: str


class Desk:
    """The quiz file at `path`. Every change names the version it was made to; one made to another version raises Stale.

    May be used from several threads. What is on the disk is always whole: a crash loses at most the change under way.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = threading.Lock()
        self._read: Sheet | None = None
        self._steps: list[_Step] = []

    def look(self) -> Sheet:
        """Return the quiz as the file has it now. Raises QuizFileError when the file is broken."""
        with self._lock:
            return self._look(self._data())

    def change(self, version: str, change: Change, item: str = "") -> Sheet:
        """Return the quiz after `change`, which is in the file then. Raises Stale, QuizFileError, ExportError."""
        with self._lock:
            data = self._data()
            sheet = self._look(data)
            if sheet.version != version:
                raise Stale
            changed = change(sheet.quiz)
            if changed == sheet.quiz:
                return sheet
            text = with_comments(write_quiz(changed), data.decode("utf-8", "replace").removeprefix("\ufeff"))
            return self._write(changed, text, _Step(data, _version(text.encode()), item))

    def renew(self, version: str, quiz: Quiz) -> None:
        """Write a quiz made anew, with its article, over the one of `version`; no change before it can be undone then. Raises Stale."""
        with self._lock:
            data = self._data()
            if _version(data) != version:
                raise Stale
            text = with_comments(write_quiz(quiz), data.decode("utf-8", "replace").removeprefix("\ufeff"))
            article = quiz.article.text.encode("utf-8", "surrogatepass")
            write_together({self.path: text, self.path.parent / text_file(text): article})
            self._steps.clear()

    def undo(self, version: str) -> tuple[Sheet, str]:
        """Return the quiz before the last change, byte for byte as it was, and the item that it was about. Raises Stale."""
        with self._lock:
            sheet = self._look(self._data())
            if sheet.version != version:
                raise Stale
            if not sheet.undoable:
                return sheet, ""
            step = self._steps.pop()
            write_together({self.path: step.before})
            self._read = None
            return self._look(step.before), step.item

    def _data(self) -> bytes:
        try:
            return self.path.read_bytes()
        except OSError:
            return b""  # read_quiz says what is wrong

    def _look(self, data: bytes) -> Sheet:
        version = _version(data)
        if self._read is None or self._read.version != version:
            if self._steps and self._steps[-1].after != version:
                self._steps.clear()  # somebody else has written the file: taking back our steps would take back theirs
            self._read = Sheet(read_quiz(self.path), version, len(self._steps))
        return self._read

    def _write(self, quiz: Quiz, text: str, step: _Step) -> Sheet:
        contents: dict[Path, bytes | str] = {self.path: text.encode()}
        article = text_file(text)
        if article and not (self.path.parent / article).is_file():  # its name comes from the title, which a person may have changed
            contents[self.path.parent / article] = quiz.article.text.encode("utf-8", "surrogatepass")
        write_together(contents)
        self._steps = [*self._steps[-MOST_STEPS + 1:], step]
        self._read = Sheet(quiz, step.after, len(self._steps))
        return self._read


def _version(data: bytes) -> str:
    return sha256(data).hexdigest()[:16]
