"""The review page: the article, the item looked at, and what a person decides about it."""

from collections.abc import Callable
from functools import partial

from starlette.applications import Starlette
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import BaseRoute

from quizgen.errors import QuizgenError
from quizgen.quiz import Quiz
from quizgen.web.asking import Answer, Asked, route
from quizgen.web.assets import asset_routes
from quizgen.web.changes import Unsound, accepted, edited, moved, rejected, unjudged
from quizgen.web.desk import Desk, Sheet, Stale
from quizgen.web.fields import typed_fields
from quizgen.web.pages import Pages
from quizgen.web.view import Filters, next_unjudged, view_of

NO_SUCH = 404
IN_CONFLICT = 409
UNSOUND = 422


def review_app(desk: Desk, pages: Pages) -> Starlette:
    """Return the application that shows the quiz on `desk` and writes what a person decides."""
    return Starlette(routes=[*asset_routes(pages.roots), *Review(desk, pages).routes()])


class Review:
    """The answers of the review page."""

    def __init__(self, desk: Desk, pages: Pages, base: str = "") -> None:
        self._desk, self._pages, self._base = desk, pages, base

    def routes(self) -> list[BaseRoute]:
        """Return the page's routes."""
        return [
            self._route("GET", "/", self.show),
            self._route("GET", "/version", lambda asked: HTMLResponse(self._desk.look().version)),
            self._route("POST", "/item/{id}/accept", partial(self.judge, accepted)),
            self._route("POST", "/item/{id}/reject", self.reject),
            self._route("POST", "/item/{id}/reopen", partial(self.judge, unjudged)),
            self._route("POST", "/item/{id}/edit", self.edit),
            self._route("POST", "/item/{id}/move", self.move),
            self._route("POST", "/undo", self.undo),
        ]

    def _route(self, method: str, path: str, answer: Answer) -> BaseRoute:
        return route(method, self._base + path, partial(self._answered, answer))

    def _answered(self, answer: Answer, asked: Asked) -> Response:
        """Return the answer; of a mistake, the sentence that says it, and nothing of the page changes."""
        try:
            return answer(asked)
        except Unsound as error:
            return self._notice(asked, UNSOUND, self._pages.label(asked.language)("review_problems", error.label), "")
        except Stale:
            label = self._pages.label(asked.language)
            return self._notice(asked, IN_CONFLICT, label("review", "stale"), label("review", "reload"))
        except QuizgenError as error:
            return self._notice(asked, NO_SUCH, error.message, error.hint)

    def _notice(self, asked: Asked, status: int, message: str, hint: str) -> Response:
        template = "notice.html.j2" if asked.is_fragment else "error.html.j2"
        page = self._pages.render(template, asked.language, message=message, hint=hint, is_stale=status == IN_CONFLICT, is_partial=True)
        return HTMLResponse(page, status)

    def show(self, asked: Asked) -> Response:
        """Show an item, the whole page or the parts of it that change."""
        return self._page(asked, self._desk.look(), asked.text("item"))

    def judge(self, judge: Callable[[Quiz, str], Quiz], asked: Asked) -> Response:
        """Accept an item, or propose it again."""
        id = asked.path["id"]
        sheet = self._desk.change(asked.text("version"), lambda quiz: judge(quiz, id), id)
        return self._page(asked, sheet, id if judge is unjudged else next_unjudged(sheet.quiz, Filters.of(asked), id))

    def reject(self, asked: Asked) -> Response:
        """Reject an item, with the reason that was chosen or typed."""
        return self.judge(lambda quiz, id: rejected(quiz, id, asked.text("words").strip() or asked.text("reason")), asked)

    def edit(self, asked: Asked) -> Response:
        """Change an item's texts; only what hangs on them changes in the page, so that the cursor stays where it is."""
        id = asked.path["id"]
        sheet = self._desk.change(asked.text("version"), lambda quiz: edited(quiz, id, typed_fields(quiz, id, asked)), id)
        if not asked.is_fragment:
            return self._page(asked, sheet, id)
        return self._parts(asked, sheet, id, "edited.html.j2")

    def move(self, asked: Asked) -> Response:
        """Move an item in the quiz's order."""
        id = asked.path["id"]
        return self._page(asked, self._desk.change(asked.text("version"), lambda quiz: moved(quiz, id, asked.number("by")), id), id)

    def undo(self, asked: Asked) -> Response:
        """Take the last change back, and show what it was about."""
        sheet, id = self._desk.undo(asked.text("version"))
        return self._page(asked, sheet, id or asked.text("item"))

    def _page(self, asked: Asked, sheet: Sheet, id: str) -> Response:
        """Return the page with an item on it; after a change without script, the way there."""
        if asked.is_fragment or "version" not in asked.fields:
            return self._parts(asked, sheet, id, "changed.html.j2" if asked.is_fragment else "review.html.j2")
        return RedirectResponse(f"{self._base}/?{Filters.of(asked).query(item=id)}", 303)

    def _parts(self, asked: Asked, sheet: Sheet, id: str, template: str) -> Response:
        filters = Filters.of(asked)
        view = view_of(sheet, filters, id)
        page = self._pages.render(template, asked.language, view=view, filters=filters, base=self._base, is_partial=asked.is_fragment)
        return HTMLResponse(page)
