"""Makes quizzes in a thread of its own: one at a time, with how far it has come, and an end that one may ask for."""

import secrets
import threading
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from quizgen import pipeline
from quizgen.errors import QuizgenError, WebError
from quizgen.export import write_atomically
from quizgen.naming import deck_level
from quizgen.pipeline import MakeOptions
from quizgen.quiz import Quiz
from quizgen.reading import read_article
from quizgen.web.app.library import Library, Place
from quizgen.web.app.wanted import Wanted
from quizgen.web.desk import Stale

TRIES = 3  # of a quiz that somebody changes while it is made again
FAULTS = "quizgen-fault.txt"

Clock = Callable[[], int]  # seconds since 1970


class Busy(WebError):
    """A quiz is being made already."""

    def __init__(self) -> None:
        super().__init__("a quiz is being made already.", "wait for it, or stop it", "busy")


class NoItems(WebError):
    """Nothing that was written passed the checks."""

    def __init__(self, quiz: Quiz) -> None:
        facts = quiz.account.facts
        message = f"no question about this article passed the checks ({facts} facts found)."
        super().__init__(message, "expository texts in whole sentences work best", "no_items", facts=facts)


class Fault(WebError):
    """The program itself is at fault; `path` is the file that says how."""

    def __init__(self, path: Path) -> None:
        hint = f"{path} says more, for those who can mend it"
        super().__init__("quizgen stumbled over this article, which is a fault of its own.", hint, "fault", path=path)


class _Stopped(Exception):
    """Somebody has asked for the end."""


@dataclass(frozen=True, slots=True)
class Status:
    """How far a quiz has come: `state` is "running", "done", "failed" or "stopped"; `done` is in hundredths."""

    state: str = "running"
    step: str = "waiting"
    done: int = 0
    name: str = ""  # of the quiz in the library, when it is done
    is_again: bool = False  # a quiz of this article stood there
    error: QuizgenError | None = None


class Job:
    """A quiz being made. `status` is replaced as a whole, so that any thread may read it."""

    def __init__(self, asked: Wanted, pasted: str) -> None:
        self.id = secrets.token_hex(4)
        self.asked, self.pasted = asked, pasted
        self.status = Status()
        self._lock = threading.Lock()

    def report(self, step: str, done: int, whole: int) -> None:
        """Note how far the work has come; end it here when somebody has asked for that."""
        self._become(replace(self.status, step=step, done=100 * done // whole))
        if self.status.state == "stopped":
            raise _Stopped

    def end(self, **changes: object) -> None:
        """Note how the work has ended; what was stopped stays so."""
        self._become(replace(self.status, **changes))  # type: ignore[arg-type]

    def stop(self) -> None:
        """Ask for the end, which comes at the next paragraph."""
        self._become(replace(self.status, state="stopped"))

    def _become(self, status: Status) -> None:
        with self._lock:
            if self.status.state == "running":
                self.status = status


class Maker:
    """Makes the quizzes of a library. A quiz that is done stays there, whether or not anybody still looks."""

    def __init__(self, library: Library, clock: Clock, templates: Path | None = None) -> None:
        self._library, self._clock, self._templates = library, clock, templates
        self._working, self._lock = threading.Lock(), threading.Lock()
        self._last: Job | None = None

    @property
    def last(self) -> Job | None:
        """The job begun last."""
        return self._last

    def find(self, id: str) -> Job | None:
        """Return the job of this id, if it is the last."""
        return self._last if self._last is not None and self._last.id == id else None

    def start(self, asked: Wanted, pasted: str) -> Job:
        """Begin a quiz. Raises Busy while another is made."""
        with self._lock:
            if self._last is not None and self._last.status.state == "running":
                raise Busy
            job = self._last = Job(asked, pasted)
        threading.Thread(target=self._work, args=(job,), name="quizgen-making", daemon=True).start()
        return job

    def _work(self, job: Job) -> None:
        """Make a job's quiz; one that was stopped may still be parsing a paragraph, and is waited for."""
        with self._working:
            try:
                place = self._make(job)
                job.end(state="done", done=100, name=place[0], is_again=place[1])
            except _Stopped:
                pass
            except QuizgenError as error:
                job.end(state="failed", error=error)
            except Exception:  # nobody is above this thread to see it
                job.end(state="failed", error=self._noted())

    def _make(self, job: Job) -> tuple[str, bool]:
        """Return the name of the quiz in the library, and whether one stood there."""
        now = self._clock()
        job.report("reading", 0, pipeline.WHOLE)
        source, reading = job.asked.reading(time.strftime("%Y-%m-%d", time.gmtime(now)), job.pasted)
        article = read_article(source, reading)
        options = replace(job.asked.options(reading, now), templates=self._templates)
        for _ in range(TRIES):
            place = self._library.place(article)
            try:
                self._library.keep(_quiz(job, place, options), place)
            except Stale:
                continue
            return place.name, place.before is not None
        raise Stale

    def _noted(self) -> Fault:
        """Write down what the program stumbled over."""
        path = self._library.folder / FAULTS
        write_atomically(path, traceback.format_exc())
        return Fault(path)


def _quiz(job: Job, place: Place, options: MakeOptions) -> Quiz:
    """Return the quiz of an article, merged with the one in its place; a new one has a title, also where the article has none."""
    if place.before is not None:
        return _refuse_empty(pipeline.make_quiz(place.article, replace(options, previous=place.before.quiz), job.report))
    title = job.asked.title_of(place.article)
    made = pipeline.make_quiz(place.article, replace(options, deck=deck_level(title)), job.report)
    return replace(_refuse_empty(made), title=title)


def _refuse_empty(quiz: Quiz) -> Quiz:
    if not quiz.items:
        raise NoItems(quiz)
    return quiz
