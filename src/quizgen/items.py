"""Items: a question in a form, as a teacher or a learner meets it."""

from dataclasses import dataclass, field
from hashlib import sha256
from typing import ClassVar

from quizgen.article import TextSpan
from quizgen.questions import Question

REASONS = ("gram", "alone", "one", "key", "noleak", "worth", "distr")  # the criteria of blind readers (evaluation/verdicts.py)
STATUSES = ("proposed", "accepted", "edited", "rejected")
FORMS = ("short_answer", "multiple_choice", "cloze", "true_false", "matching", "ordering")

# What a person may edit in an item, as TOML holds it: a text, a judgement, points, options, pairs.
Editable = str | bool | float | tuple[str, ...] | tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Proof:
    """Why an item may be trusted: where it comes from and how it was made.

    `identity` is the question's key (see identity.py), `guid` the Anki note's, `modified` the note's modification time (seconds since
    1970), `content_hash` what that time belongs to. `distractor_origins` says for each distractor where it came from. `slots` are the
    texts of the fact's slots, which the next run compares to keep identities. `generated` are the editable fields as the program wrote
    them, so that a person's edits can be told from them and merged. `features` are the numbers that `score` was reckoned from.
    """

    evidence: TextSpan
    support: tuple[TextSpan, ...] = ()
    fact_kind: str = ""
    asked_slot: str = ""
    rule: str = ""
    template: str = ""
    score: float = 0.0
    identity: str = ""
    guid: str = ""
    modified: int = 0
    content_hash: str = ""
    distractor_origins: tuple[str, ...] = ()
    slots: tuple[tuple[str, str], ...] = ()
    generated: tuple[tuple[str, Editable], ...] = ()
    features: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BaseItem:
    """What every form shares. Texts are plain: no HTML, and ordinary spaces (exporters set the language's typography)."""

    form: ClassVar[str] = ""
    id: str  # short, unique in the quiz, stable: first characters of the identity's hash
    question: str
    context: str = ""
    accepted: tuple[str, ...] = ()
    feedback: str = ""
    hint: str = ""
    as_of: str = ""
    points: float = 1.0
    status: str = "proposed"
    reason: str = ""  # why a person rejected it: one of REASONS, or words of his own
    proof: Proof | None = None  # None for an item written by hand


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortAnswer(BaseItem):
    """A question answered in a few words."""

    form: ClassVar[str] = "short_answer"
    answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MultipleChoice(BaseItem):
    """A question with options, one of them right. `options` are in their printed order and hold `answer` once."""

    form: ClassVar[str] = "multiple_choice"
    answer: str
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cloze(BaseItem):
    """A statement with one blank, `____`."""

    form: ClassVar[str] = "cloze"
    answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TrueFalse(BaseItem):
    """A statement to be judged. `correction` is the true statement when `answer` is False."""

    form: ClassVar[str] = "true_false"
    answer: bool
    correction: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Matching(BaseItem):
    """Premises and their responses; `answer` pairs them rightly, `distractors` are responses without a premise."""

    form: ClassVar[str] = "matching"
    answer: tuple[tuple[str, str], ...]
    distractors: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Ordering(BaseItem):
    """Things to put in order; `answer` is the right order."""

    form: ClassVar[str] = "ordering"
    answer: tuple[str, ...]


Item = ShortAnswer | MultipleChoice | Cloze | TrueFalse | Matching | Ordering


@dataclass(frozen=True, slots=True)
class Finding:
    """A flaw found in an item. `severity` is "fatal" (the item must not be kept) or "warning" (it weighs in the ranking)."""

    flaw: str
    message: str
    severity: str = "warning"


@dataclass(frozen=True, slots=True)
class Candidate:
    """An item that may be kept, with the question it puts and what speaks against it.

    Its score is its chance of being accepted; that and its importance are 0 to 1.
    """

    question: Question
    item: Item
    findings: tuple[Finding, ...] = ()
    score: float = 0.0
    importance: float = 1.0


def seeded(seed: int, *parts: str) -> int:
    """Return a number that depends on `seed` and `parts` alone, the same on every machine: what stands here for chance."""
    return int.from_bytes(sha256("\x1f".join((str(seed), *parts)).encode("utf-8", "surrogatepass")).digest()[:8], "big")
