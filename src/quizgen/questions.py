"""Questions: what is asked about a fact, apart from the form it is asked in."""

from dataclasses import dataclass

from quizgen.facts import Fact

BLANK = "____"


@dataclass(frozen=True, slots=True)
class Question:
    """A stem and its key, written by one template from one fact.

    `stem` is a question, or a statement: with BLANK where the key goes when `is_statement`. `forms` are the names of the item forms
    that the template allows. `accepted` are other right answers; `feedback` is shown with the answer and never names a letter.
    `statement` is the whole true statement when `is_statement`, else "".
    """

    fact: Fact
    asked_slot: str
    stem: str
    key: str
    template: str
    forms: tuple[str, ...]
    accepted: tuple[str, ...] = ()
    feedback: str = ""
    context: str = ""
    as_of: str = ""
    statement: str = ""

    @property
    def is_statement(self) -> bool:
        """True for cloze and true/false templates."""
        return bool(self.statement)
