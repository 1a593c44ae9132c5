"""One question template: what it asks for, and which facts it fits."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from quizgen.facts import Fact

STATEMENT_FORMS = frozenset({"cloze", "true_false", "multiple_choice"})
QUESTION_FORMS = frozenset({"short_answer", "multiple_choice"})
GROUP_FORMS = frozenset({"matching", "ordering"})  # made of several facts of one kind: groups.py


@dataclass(frozen=True, slots=True)
class Template:
    """One way of asking. `stem`, `key`, `feedback` and `accepted` are Jinja sources, `when` pairs "slot.attribute" with allowed values.

    `instruction` is what a matching or an ordering says above its parts, "" in every other form; its stem is then one premise.
    `required` and `asked_slot` are derived from the sources: the asked slot is the one that `key` prints.
    """

    name: str  # "fr/event/en-quelle-annee"
    path: Path
    kind: str
    forms: tuple[str, ...]
    stem: str
    key: str
    feedback: str
    accepted: tuple[str, ...]
    when: tuple[tuple[str, tuple[object, ...]], ...]
    required: frozenset[str]
    asked_slot: str
    examples: tuple[Mapping[str, object], ...]
    instruction: str = ""

    @property
    def is_statement(self) -> bool:
        """True where the stem is a statement to be blanked or judged, not a question."""
        return self.forms[0] in STATEMENT_FORMS - QUESTION_FORMS

    @property
    def is_group(self) -> bool:
        """True where the stem is one part of a matching or an ordering."""
        return self.forms[0] in GROUP_FORMS

    def applies_to(self, fact: Fact) -> bool:
        """Return whether `fact` has every slot this template needs and meets its `when`."""
        values = fact.values
        if fact.kind != self.kind or not all(slot in values for slot in self.required):
            return False
        return all(_attribute(values, path) in allowed for path, allowed in self.when)


def _attribute(values: Mapping[str, object], path: str) -> object:
    slot, *names = path.split(".")
    value = values.get(slot)
    for name in names:
        value = getattr(value, name, None)
    return value
