"""A quiz about one person or theme of an article: facts that speak of it, and of them those first that say all of it."""

from collections.abc import Sequence

from quizgen.facts import Fact
from quizgen.languages.words import plain, roots, stands_in
from quizgen.ranking.scoring import Salience

_ENOUGH = 0.5  # share of the phrase's words that a fact must hold to be about it
_BESIDE = 0.1  # what a fact beside the theme keeps of its importance


class Focused:
    """The salience of facts, steered to a phrase."""

    def __init__(self, salience: Salience, phrase: str) -> None:
        self.salience, self.phrase, self.words = salience, plain(phrase), roots(phrase)

    def of(self, fact: Fact) -> float:
        """Return 1 for a fact whose sentence or subject is about the phrase, less where only some of its words stand there."""
        share = self.share(fact)
        return share if share else _BESIDE * self.salience.of(fact)

    def share(self, fact: Fact) -> float:
        """Return the share of the phrase's words that stand in the fact's sentence or the spans it leans on, by their roots."""
        text = " ".join((fact.evidence.primary.text, *(span.text for span in fact.evidence.support)))
        if stands_in(self.phrase, text):
            return 1.0
        return len(self.words & roots(text)) / len(self.words) if self.words else 0.0

    def speaks_of(self, fact: Fact) -> bool:
        """Return whether a fact is about the phrase: half of its words at least."""
        return self.share(fact) >= _ENOUGH

    def finds_any(self, facts: Sequence[Fact]) -> bool:
        """Return whether any fact speaks of the phrase."""
        return any(self.speaks_of(fact) for fact in facts)
