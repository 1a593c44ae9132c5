"""A small article with its gold, facts and items, made by hand for the tests of the evaluation."""

from pathlib import Path

from quizgen.article import Article, Block, BlockKind, TextSpan
from quizgen.evaluation.gold import Gold, GoldFact, MustNot
from quizgen.facts import Date, Evidence, Fact, Phrase
from quizgen.items import Proof, ShortAnswer, TrueFalse

TEXT = "The bridge was built in 1889 by Anna Berg. It crosses the Orn."
FIRST = TextSpan(0, 42, TEXT[0:42])
SECOND = TextSpan(43, 62, TEXT[43:62])

ARTICLE = Article("bridge", TEXT, "en", "The bridge", blocks=(Block(BlockKind.PARAGRAPH, 0, len(TEXT)),))

BUILT = GoldFact("f1", 3, "The bridge was built in 1889.", ("The bridge was built",), ("1889",))
BUILDER = GoldFact("f2", 2, "Anna Berg built the bridge.", ("The bridge was built",), ("Anna Berg",))
RIVER = GoldFact("f3", 1, "The bridge crosses the Orn.", ("It crosses",), ("the Orn",))
NOT_PAID = MustNot("item", "Who paid for the bridge over the Orn? – Anna Berg", "the article does not say who paid")
GOLD = Gold("bridge", "en", "The bridge", Path("bridge.txt"), (BUILT, BUILDER, RIVER), (NOT_PAID,))


def dated_fact(evidence: TextSpan = FIRST) -> Fact:
    slots = (("subject", Phrase("the bridge", bare="bridge")), ("date", Date("1889", "1889", "year")))
    return Fact("event", slots, Evidence(evidence), rule="event", confidence=0.9)


def short_answer(answer: str, question: str = "When was the bridge built?", evidence: TextSpan = FIRST) -> ShortAnswer:
    return ShortAnswer(id=answer, question=question, answer=answer, proof=Proof(evidence))


def true_false(question: str, answer: bool, correction: str = "") -> TrueFalse:
    return TrueFalse(id=question, question=question, answer=answer, correction=correction, proof=Proof(FIRST))
