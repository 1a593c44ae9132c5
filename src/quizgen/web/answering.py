"""How the review page answers: whole, or in the parts that have changed; a mistake as a sentence, with nothing changed."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from starlette.responses import HTMLResponse, Response
from starlette.routing import BaseRoute

from quizgen.errors import QuizgenError
from quizgen.items import FORMS, REASONS
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
        """Return the page with an item on it, or the parts of it that change."""
        return self.parts(asked, sheet, id, "changed.html.j2" if asked.is_fragment else "review.html.j2")

    def parts(self, asked: Asked, sheet: Sheet, id: str, template: str, **values: object) -> Response:
        """Return a template filled in with what the page shows of the quiz."""
        filters = Filters.of(asked)
        page = {"base": self.base, "home": self.home, "reasons": REASONS, "all_forms": FORMS}
        shown = {"view": view_of(sheet, filters, id), "filters": filters, **page}
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
        values = {"message": message, "hint": hint, "is_stale": status == IN_CONFLICT, "is_beside": False, "item": asked.text("here")}
        return HTMLResponse(self.pages.render(template, asked.language, base=self.base, **values), status)
