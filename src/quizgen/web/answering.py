"""How the review page answers: whole, or in the parts that have changed; a mistake as a sentence, with nothing changed."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import BaseRoute

from quizgen.errors import QuizgenError
from quizgen.items import REASONS
from quizgen.web.asking import Answer, Asked, route
from quizgen.web.changes import Unsound
from quizgen.web.desk import Desk, Sheet, Stale
from quizgen.web.pages import Pages
from quizgen.web.view import Filters, view_of

NO_SUCH = 404
IN_CONFLICT = 409
UNSOUND = 422


@dataclass(frozen=True, slots=True)
class Answers:
    """A quiz on a desk, and the pages to show it on; `base` is what its addresses begin with, `home` the page to go to when it is done."""

    desk: Desk
    pages: Pages
    base: str = ""
    home: str = ""

    def route(self, method: str, path: str, answer: Answer) -> BaseRoute:
        """Return the route on which `answer` answers, or else the sentence that says why not."""
        return route(method, self.base + path, partial(self._answered, answer))

    def page(self, asked: Asked, sheet: Sheet, id: str) -> Response:
        """Return the page with an item on it, or the parts that change; after a change without script, the way there."""
        if asked.is_fragment:
            return self.parts(asked, sheet, id, "changed.html.j2")
        if "version" not in asked.fields:
            return self.parts(asked, sheet, id, "review.html.j2")
        return RedirectResponse(f"{self.base}/?{Filters.of(asked).query(item=id)}", 303)

    def parts(self, asked: Asked, sheet: Sheet, id: str, template: str, **values: object) -> Response:
        """Return a template filled in with what the page shows of the quiz."""
        filters = Filters.of(asked)
        shown = {"view": view_of(sheet, filters, id), "filters": filters, "base": self.base, "home": self.home, "reasons": REASONS}
        return HTMLResponse(self.pages.render(template, asked.language, **shown, **values))

    def label(self, asked: Asked) -> Callable[..., str]:
        """Return what says a label in the reader's language."""
        return self.pages.label(asked.language)

    def _answered(self, answer: Answer, asked: Asked) -> Response:
        try:
            return answer(asked)
        except Unsound as error:
            return self._notice(asked, UNSOUND, self.label(asked)("review_problems", error.label), "")
        except Stale:
            label = self.label(asked)
            return self._notice(asked, IN_CONFLICT, label("review", "stale"), label("review", "reload"))
        except QuizgenError as error:
            return self._notice(asked, NO_SUCH, error.message, error.hint)

    def _notice(self, asked: Asked, status: int, message: str, hint: str) -> Response:
        template = "notice.html.j2" if asked.is_fragment else "error.html.j2"
        values = {"message": message, "hint": hint, "is_stale": status == IN_CONFLICT, "is_beside": False, "item": asked.text("item")}
        return HTMLResponse(self.pages.render(template, asked.language, base=self.base, **values), status)
