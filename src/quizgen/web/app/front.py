"""The app's own pages: the first, with its form and the quizzes that are there; the work under way; a quiz that is done."""

import threading
from collections.abc import Callable
from functools import partial
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from quizgen.errors import QuizgenError
from quizgen.export.html.settings import CHOICES, PARTS
from quizgen.items import FORMS
from quizgen.reading.formats import SUFFIXES
from quizgen.reading.limits import MAX_BYTES
from quizgen.web.app.downloads import MOST_VERSIONS, Layout, Outputs, has_pdf, media_type
from quizgen.web.app.library import Library, shelf_of
from quizgen.web.app.making import Job, Maker
from quizgen.web.app.posting import posted
from quizgen.web.app.sentences import Sentence, sentence
from quizgen.web.app.wanted import MOST, OUTPUTS, USUAL, Wanted, check
from quizgen.web.asking import Answer, Asked, route
from quizgen.web.desk import Sheet
from quizgen.web.pages import Pages, spoken

WRONG, NO_SUCH, AT_FAULT = 422, 404, 500
ALIVE = "quizgen"
FAREWELL = 1.5  # seconds
# A sheet is a page of its own that runs at most its self-test, and cannot reach this server.
SHEET_POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:; sandbox allow-scripts"


class Front:
    """The answers of the app's own pages; `stop` ends the server."""

    def __init__(self, library: Library, maker: Maker, pages: Pages, stop: Callable[[], None]) -> None:
        self._library, self._maker, self._pages, self._stop = library, maker, pages, stop

    def routes(self) -> list[BaseRoute]:
        """Return the routes of the app's own pages."""
        return [
            self._route("GET", "/", self.first),
            Route("/make", self.make, methods=["POST"]),
            self._route("GET", "/make", lambda asked: self._to(asked, "/")),  # who goes there on foot
            self._route("GET", "/making/{id}", self.making),
            self._route("POST", "/making/{id}/stop", self.stop_making),
            self._route("GET", "/made/{name}", self.made),
            self._route("GET", "/made/{name}/{file}", self.file),
            self._route("POST", "/stop", self.stop),
            route("GET", "/alive", lambda asked: PlainTextResponse(ALIVE)),
        ]

    def first(self, asked: Asked) -> Response:
        """Show the form, with what was typed when a quiz came to nothing, and the quizzes that are there."""
        job = self._maker.find(asked.text("again"))
        if job is None or job.status.state not in ("failed", "stopped"):
            return self._first(asked.language, Wanted())
        error = job.status.error
        return self._first(asked.language, job.asked, sentence(error, self._pages.label(asked.language)) if error else None)

    async def make(self, request: Request) -> Response:
        """Begin a quiz and show how far it has come; of a form that cannot be understood, show what is wrong with it."""
        language = spoken(request.headers.get("accept-language", ""))
        label, asked = self._pages.label(language), Wanted()
        try:
            asked = await posted(request)
            check(asked)
            job = self._maker.start(asked, label("app", "pasted"))
        except QuizgenError as error:
            return await run_in_threadpool(self._first, language, asked, sentence(error, label), WRONG)
        return RedirectResponse(f"/making/{job.id}", 303)

    def making(self, asked: Asked) -> Response:
        """Show how far a quiz has come; of one that has ended, the way on."""
        job = self._maker.find(asked.path["id"])
        if job is None:
            return self._to(asked, "/")
        status = job.status
        if status.state == "done":
            return self._to(asked, f"/made/{status.name}?new={'again' if status.is_again else 'yes'}")
        if status.state != "running":
            return self._to(asked, f"/?again={job.id}")
        template = "app/progress.html.j2" if asked.is_fragment else "app/making.html.j2"
        return self._page(template, asked.language, job=job, progress=status)

    def stop_making(self, asked: Asked) -> Response:
        """Stop the quiz under way."""
        if job := self._maker.find(asked.path["id"]):
            job.stop()
        return self.making(asked)

    def made(self, asked: Asked) -> Response:
        """Show a quiz: how it came out, the way to its items, what can be taken away of it."""
        name = asked.path["name"]
        sheet, outputs, layout = self._quiz(asked)
        sheets = () if outputs.is_empty else outputs.sheets(layout)
        shelf = shelf_of(name, sheet.quiz)
        values = {"name": name, "quiz": sheet.quiz, "shelf": shelf, "outputs": outputs, "layout": layout, "sheets": sheets}
        more = {"new": asked.text("new"), "has_pdf": has_pdf(), "most_versions": MOST_VERSIONS, "folder": outputs.path.parent}
        choices = {"parts": PARTS, "looks": CHOICES["look"], "papers": CHOICES["paper"]}
        return self._page("app/made.html.j2", asked.language, 200, **values, **more, **choices)

    def file(self, asked: Asked) -> Response:
        """Give a file of a quiz; a sheet is shown, to be printed from the browser."""
        _, outputs, layout = self._quiz(asked)
        name = asked.path["file"]
        data = outputs.file(name, layout)
        if name.endswith(".html") and "keep" not in asked.fields:
            return Response(data, media_type="text/html", headers={"Content-Security-Policy": SHEET_POLICY})
        return Response(data, media_type=media_type(name), headers={"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}"})

    def lost(self, request: Request, error: Exception) -> Response:
        """Say that there is no such page."""
        return self._trouble(request, "lost", NO_SUCH)

    def stumbled(self, request: Request, error: Exception) -> Response:
        """Say that the program is at fault; the server's own window has the rest."""
        return self._trouble(request, "stumbled", AT_FAULT)

    def _trouble(self, request: Request, name: str, status: int) -> Response:
        language = spoken(request.headers.get("accept-language", ""))
        return self._page("app/trouble.html.j2", language, status, told=Sentence(self._pages.label(language)("app", name)))

    def stop(self, asked: Asked) -> Response:
        """End the app, with a page that says so, once the browser has all of that page; ask again while a quiz is being made."""
        if (job := self._under_way()) and not asked.text("sure"):
            return self._page("app/stopping.html.j2", asked.language, job=job)
        threading.Timer(FAREWELL, self._stop).start()
        return self._page("app/stopped.html.j2", asked.language)

    def _route(self, method: str, path: str, answer: Answer) -> BaseRoute:
        return route(method, path, partial(self._answered, answer))

    def _answered(self, answer: Answer, asked: Asked) -> Response:
        try:
            return answer(asked)
        except QuizgenError as error:
            told = sentence(error, self._pages.label(asked.language))
            return self._page("app/trouble.html.j2", asked.language, NO_SUCH, told=told)

    def _quiz(self, asked: Asked) -> tuple[Sheet, Outputs, Layout]:
        desk = self._library.desk(asked.path["name"])
        sheet = desk.look()
        return sheet, Outputs(desk.path, sheet.quiz, self._pages.roots), Layout.of(asked)

    def _first(self, language: str, asked: Wanted, told: Sentence | None = None, status: int = 200) -> Response:
        others = tuple(form for form in FORMS if form not in USUAL)
        values = {"asked": asked, "told": told, "job": self._under_way()}
        kept = {"shelved": self._library.shelved(), "folder": self._library.folder}
        limits = {"most": MOST, "largest": MAX_BYTES, "usual": (*USUAL, *others), "outputs": OUTPUTS, "endings": ",".join(SUFFIXES)}
        return self._page("app/first.html.j2", language, status, **values, **kept, **limits)

    def _under_way(self) -> Job | None:
        last = self._maker.last
        return last if last is not None and last.status.state == "running" else None

    def _page(self, template: str, language: str, status: int = 200, **values: object) -> Response:
        labels = self._pages.labels(language)
        return HTMLResponse(self._pages.render(template, language, count=labels.count, **values), status)

    def _to(self, asked: Asked, address: str) -> Response:
        """Send the browser on, also when htmx asks for a part of the page."""
        if asked.is_fragment:
            return Response("", headers={"HX-Redirect": address})
        return RedirectResponse(address, 303)
