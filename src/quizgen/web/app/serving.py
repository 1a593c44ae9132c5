"""The whole app: its own pages, and for each quiz the review page under an address of its own."""

from collections.abc import Callable
from pathlib import Path

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import RedirectResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from quizgen.errors import WebError
from quizgen.pipeline import MakeOptions
from quizgen.reading import ReadingOptions
from quizgen.resources import template_roots
from quizgen.web.answering import Answers
from quizgen.web.app.front import Front
from quizgen.web.app.library import Library
from quizgen.web.app.making import Clock, Maker
from quizgen.web.assets import asset_routes
from quizgen.web.pages import Pages
from quizgen.web.review import review_routes
from quizgen.web.rewriting import Rewriter

ASSETS = ("colours.css", "base.css", "review.css", "review.js", "app/app.css", "app/app.js")


class App:
    """Answers whatever is asked of the app; `stop`, which ends the server, is given once there is one."""

    def __init__(self, folder: Path, now: Clock, templates: Path | None = None) -> None:
        self.stop: Callable[[], None] = lambda: None
        self._library, self._now = Library(folder), now
        self._pages = Pages(template_roots(templates))
        self._rewriter = Rewriter(MakeOptions(ReadingOptions(), templates=templates))
        front = Front(self._library, Maker(self._library, now, templates), self._pages, lambda: self.stop())
        routes = [*asset_routes(self._pages.roots, *ASSETS), Route("/quiz/{name}", _with_slash), *front.routes()]
        self._front = Starlette(routes=routes, exception_handlers={404: front.lost, 500: front.stumbled})
        self._front.router.redirect_slashes = False  # it would send /quiz/x/ to /quiz/x, which is sent to /quiz/x/
        self._reviews: dict[str, ASGIApp] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        await (self._review(scope["path"]) or self._front)(scope, receive, send)

    def _review(self, path: str) -> ASGIApp | None:
        """Return the review page of the quiz that an address is about; None of any other address, and of a quiz that is not there."""
        _, _, rest = path.partition("/quiz/")
        name, slash, _ = rest.partition("/")
        if not path.startswith("/quiz/") or not slash:
            return None
        try:
            desk = self._library.desk(name)
        except WebError:
            self._reviews.pop(name, None)
            return None
        if name not in self._reviews:
            answers = Answers(desk, self._pages, f"/quiz/{name}", f"/made/{name}")
            self._reviews[name] = Starlette(routes=review_routes(answers, self._rewriter, self._now))
        return self._reviews[name]


async def _with_slash(request: Request) -> RedirectResponse:
    return RedirectResponse(f"/quiz/{request.path_params['name']}/", 303)
