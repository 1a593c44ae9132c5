"""The review page: the article, the item looked at, and what a person decides about it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from starlette.applications import Starlette
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute

from quizgen.quiz import Quiz
from quizgen.web.answering import Answers
from quizgen.web.asking import Asked
from quizgen.web.assets import asset_routes
from quizgen.web.changes import accepted, edited, find_item, moved, rejected, unjudged
from quizgen.web.desk import Desk
from quizgen.web.fields import typed_fields
from quizgen.web.offering import Offering
from quizgen.web.pages import Pages
from quizgen.web.previewing import Previewing
from quizgen.web.rewriting import Rewriter
from quizgen.web.view import Filters, next_unjudged


def review_app(desk: Desk, pages: Pages, rewriter: Rewriter, now: Callable[[], int]) -> Starlette:
    """Return the application that shows the quiz on `desk` and writes what a person decides; `now` is the clock."""
    return Starlette(routes=[*asset_routes(pages.roots), *review_routes(Answers(desk, pages), rewriter, now)])


def review_routes(answers: Answers, rewriter: Rewriter, now: Callable[[], int]) -> Sequence[BaseRoute]:
    """Return all that is asked of a quiz, under the answers' own base."""
    return [*Review(answers).routes(), *Offering(answers, rewriter, now).routes(), *Previewing(answers, now).routes()]


@dataclass(frozen=True, slots=True)
class Review:
    """The judgements and edits of the review page."""

    answers: Answers

    def routes(self) -> list[BaseRoute]:
        """Return the routes by which items are shown and changed."""
        route = self.answers.route
        return [
            route("GET", "/", self.show),
            route("GET", "/version", lambda asked: PlainTextResponse(self.answers.desk.look().version)),
            route("POST", "/item/{id}/accept", partial(self.judge, accepted)),
            route("POST", "/item/{id}/reject", self.reject),
            route("POST", "/item/{id}/reopen", self.reopen),
            route("POST", "/item/{id}/edit", self.edit),
            route("POST", "/item/{id}/move", self.move),
            route("POST", "/undo", self.undo),
        ]

    def show(self, asked: Asked) -> Response:
        """Show an item."""
        return self.answers.page(asked, self.answers.desk.look(), asked.text("item") or asked.text("here"))

    def judge(self, judge: Callable[[Quiz, str], Quiz], asked: Asked) -> Response:
        """Judge an item and show the next that is not judged."""
        id = asked.path["id"]
        sheet = self.answers.desk.change(asked.text("version"), lambda quiz: judge(quiz, id), id)
        return self.answers.page(asked, sheet, next_unjudged(sheet.quiz, Filters.of(asked), id))

    def reject(self, asked: Asked) -> Response:
        """Reject an item, with the reason that was typed or chosen."""
        return self.judge(lambda quiz, id: rejected(quiz, id, asked.text("words").strip() or asked.text("reason")), asked)

    def reopen(self, asked: Asked) -> Response:
        """Take a judgement back."""
        return self._changed(asked, unjudged)

    def edit(self, asked: Asked) -> Response:
        """Change an item's texts; only what hangs on them changes in the page, so that the cursor stays where it is."""
        id, before = asked.path["id"], self.answers.desk.look().quiz
        sheet = self.answers.desk.change(asked.text("version"), lambda quiz: edited(quiz, id, typed_fields(quiz, id, asked)), id)
        is_key_new = find_item(sheet.quiz, id).answer != find_item(before, id).answer
        return self.answers.parts(asked, sheet, id, "edited.html.j2", is_key_new=is_key_new)

    def move(self, asked: Asked) -> Response:
        """Move an item in the quiz's order, `by` some places or `to` one."""
        if "by" in asked.fields:
            return self._changed(asked, lambda quiz, id: moved(quiz, id, asked.number("by")))
        return self._changed(asked, lambda quiz, id: moved(quiz, id, asked.number("to", 1) - 1 - quiz.items.index(find_item(quiz, id))))

    def undo(self, asked: Asked) -> Response:
        """Take the last change back, and show what it was about."""
        sheet, id = self.answers.desk.undo(asked.text("version"))
        return self.answers.page(asked, sheet, id or asked.text("here"))

    def _changed(self, asked: Asked, change: Callable[[Quiz, str], Quiz]) -> Response:
        id = asked.path["id"]
        return self.answers.page(asked, self.answers.desk.change(asked.text("version"), lambda quiz: change(quiz, id), id), id)
