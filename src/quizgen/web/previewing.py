"""The review page's frames: the card in Anki, the item on paper, and the whole sheets."""

from collections.abc import Callable
from dataclasses import dataclass

from starlette.responses import Response
from starlette.routing import BaseRoute

from quizgen.export import ExportOptions
from quizgen.web.answering import Answers
from quizgen.web.asking import Asked
from quizgen.web.changes import find_item
from quizgen.web.previews import card, printed, whole_sheet


@dataclass(frozen=True, slots=True)
class Previewing:
    """The answers to who wants to see what comes out."""

    answers: Answers
    now: Callable[[], int]

    def routes(self) -> list[BaseRoute]:
        """Return the routes of the previews."""
        route = self.answers.route
        return [
            route("GET", "/item/{id}/card/{side}", self.card),
            route("GET", "/item/{id}/printed", self.printed),
            route("GET", "/sheet/{part}", self.sheet),
        ]

    def card(self, asked: Asked) -> Response:
        """Show a face of an item's card."""
        quiz = self.answers.desk.look().quiz
        return card(find_item(quiz, asked.path["id"]), quiz, asked.path["side"], self._options())

    def printed(self, asked: Asked) -> Response:
        """Show an item as it is printed."""
        quiz = self.answers.desk.look().quiz
        return printed(find_item(quiz, asked.path["id"]), quiz, self._options())

    def sheet(self, asked: Asked) -> Response:
        """Show the whole quiz or its whole key as it is printed."""
        part = "key" if asked.path["part"] == "key" else "quiz"
        return whole_sheet(self.answers.desk.look().quiz, part, self._options())

    def _options(self) -> ExportOptions:
        return ExportOptions(self.answers.pages.roots, now=self.now())
