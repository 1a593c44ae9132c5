"""What the review page offers when a person asks for more: other wordings, forms, options, and items from a passage."""

from collections.abc import Callable
from dataclasses import dataclass

from starlette.responses import Response
from starlette.routing import BaseRoute

from quizgen.items import MultipleChoice
from quizgen.quiz import Quiz
from quizgen.web.answering import Answers
from quizgen.web.asking import Asked
from quizgen.web.changes import find_item
from quizgen.web.rewriting import MOST_OFFERS, Rewriter
from quizgen.web.taking import added, swapped, taken


@dataclass(frozen=True, slots=True)
class Offering:
    """The answers to who wants other words, or more of them. `now` is the clock, for the cards that are new."""

    answers: Answers
    rewriter: Rewriter
    now: Callable[[], int]

    def routes(self) -> list[BaseRoute]:
        """Return the routes by which more is asked for, and taken."""
        route = self.answers.route
        return [
            route("GET", "/item/{id}/others", self.others),
            route("POST", "/item/{id}/take", self.take),
            route("POST", "/item/{id}/swap", self.swap),
            route("GET", "/passage", self.passage),
            route("POST", "/passage", self.add),
        ]

    def others(self, asked: Asked) -> Response:
        """Offer an item's other wordings and forms, and options for those it has."""
        id, sheet = asked.path["id"], self.answers.desk.look()
        item = find_item(sheet.quiz, id)
        wrong = [option for option in item.options if option != item.answer] if isinstance(item, MultipleChoice) else []
        return self.answers.parts(
            asked, sheet, id, "others.html.j2",
            wordings=self.rewriter.wordings(sheet.quiz, id),
            forms=self.rewriter.forms(sheet.quiz, id),
            distractors=self.rewriter.distractors(sheet.quiz, id)[:MOST_OFFERS],
            wrong=wrong,
        )  # fmt: skip

    def take(self, asked: Asked) -> Response:
        """Put an offered wording or form in an item's place."""
        id, quiz = asked.path["id"], self.answers.desk.look().quiz
        place = quiz.items.index(find_item(quiz, id))
        offer = self.rewriter.offer(quiz, asked.text("mark"))
        sheet = self.answers.desk.change(asked.text("version"), lambda quiz: taken(quiz, id, offer, self.now()), id)
        return self.answers.page(asked, sheet, sheet.quiz.items[place].id)  # in another form it has another id

    def swap(self, asked: Asked) -> Response:
        """Put a safe distractor in the place of another."""
        id = asked.path["id"]
        safe = self.rewriter.distractors(self.answers.desk.look().quiz, id)
        old, new = asked.text("old"), asked.text("new")
        sheet = self.answers.desk.change(asked.text("version"), lambda quiz: swapped(quiz, id, old, new, safe), id)
        return self.answers.page(asked, sheet, id)

    def passage(self, asked: Asked) -> Response:
        """Offer items from a passage of the article."""
        sheet = self.answers.desk.look()
        paragraph = sheet.quiz.article.prose[asked.number("paragraph") - 1 :][:1] if "paragraph" in asked.fields else ()
        start, end = next(((block.start, block.end) for block in paragraph), (asked.number("start"), asked.number("end")))
        offers = self.rewriter.passage(sheet.quiz, start, end)
        return self.answers.parts(asked, sheet, asked.text("here"), "passage.html.j2", offers=offers)

    def add(self, asked: Asked) -> Response:
        """Add an offered item to the quiz, and show it."""
        offer = self.rewriter.offer(self.answers.desk.look().quiz, asked.text("mark"))
        shown: list[str] = []

        def change(quiz: Quiz) -> Quiz:
            changed, id = added(quiz, offer, self.now())
            shown.append(id)
            return changed

        sheet = self.answers.desk.change(asked.text("version"), change, asked.text("here"))
        return self.answers.page(asked, sheet, shown[0] if shown else asked.text("here"))
