"""What the items of every form are given: their place in the article, their proof, a first id."""

from dataclasses import dataclass

from quizgen.identity import asked, item_id
from quizgen.items import Proof
from quizgen.questions import Question


@dataclass(frozen=True, slots=True)
class ItemParts:
    """The parts of an item that do not depend on its form; `id` is provisional until the pipeline assigns identities."""

    id: str
    proof: Proof


def item_parts(question: Question, form: str, article_id: str, distractor_origins: tuple[str, ...] = ()) -> ItemParts:
    """Return the id and the proof of an item that puts `question` in `form`; identity, GUID and times are left to the pipeline."""
    fact = question.fact
    key = asked(question, article_id)
    proof = Proof(
        evidence=fact.evidence.primary, support=fact.evidence.support, fact_kind=fact.kind, asked_slot=question.asked_slot, rule=fact.rule,
        template=question.template, distractor_origins=distractor_origins, slots=key.slots,
    )  # fmt: skip
    return ItemParts(item_id(key.key, form), proof)
