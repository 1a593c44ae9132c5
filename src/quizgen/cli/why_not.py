"""What `quizgen make --why-not` prints: all that might have been in the quiz, and why it is not."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizgen.cli.tables import print_table

if TYPE_CHECKING:
    from quizgen.pipeline import Made


def print_why_not(made: "Made") -> None:
    """Print the candidates left out, the likeliest first, then the facts about which a question could not be written."""
    print_table(("reason", "score", "item", "template"), rows(made))


def rows(made: "Made") -> Iterator[tuple[str, str, str, str]]:
    """Yield a row for each wording left out; the sentence stands for a question that was not written."""
    for candidate, reason in sorted(made.assembled.left_out, key=lambda pair: (-pair[0].score, pair[0].item.question, pair[0].item.form)):
        told = "; ".join(finding.message for finding in candidate.findings)
        item = f"{candidate.item.question}\n→ {candidate.question.key}" + (f"\n({told})" if told else "")
        yield reason, f"{candidate.score:.2f}", item, f"{candidate.question.template} ({candidate.item.form})"
    for drop in dict.fromkeys((drop.reason, drop.fact.evidence.primary.text, drop.template) for drop in made.unwritten):
        yield drop[0], "", drop[1], drop[2]
