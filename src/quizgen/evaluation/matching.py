"""Automatic match of facts and items with gold: same sentence and like words.

It is coarse, made for floors and trends; readers judge quality. Two texts are alike when they share more than half of their words
(F1 over sets of words). Words of one or two letters do not count: short articles and prepositions neither help nor hurt, in either
language.
"""

import re
import unicodedata

from quizgen.article import Article, TextSpan
from quizgen.evaluation.gold import Gold, GoldFact, MustNot
from quizgen.facts import Clause, Date, Fact, Passage, Phrase, Quantity, Value
from quizgen.items import Item, Matching, Ordering, TrueFalse

ALIKE = 0.5  # more than this share of common words makes two answers alike
SAYS = 0.6  # this share of a gold statement's words, in item and answer together, makes a true/false item test it
VIOLATES = 0.85  # this share of common words makes an item or fact suspected of being what must not come out


def words(text: str) -> frozenset[str]:
    """Return the words of `text` that count, in lower case and without accents; figures always count."""
    plain = unicodedata.normalize("NFKD", text.lower().replace("œ", "oe").replace("æ", "ae"))
    plain = "".join(character for character in plain if not unicodedata.combining(character))
    return frozenset(word for word in re.findall(r"[a-z]+|\d+", plain) if len(word) > 2 or word.isdigit())


def likeness(one: str, other: str) -> float:
    """Return how alike two texts are, 0 to 1: F1 over their sets of words."""
    left, right = words(one), words(other)
    return 2 * len(left & right) / (len(left) + len(right)) if left or right else 0.0


def evidence_spans(gold: GoldFact, article: Article) -> tuple[TextSpan, ...]:
    """Return where the openings of the gold's evidence stand in the article; an opening that is not there is left out."""
    starts = ((article.text.find(opening), opening) for opening in gold.evidence)
    return tuple(article.span(start, start + len(opening)) for start, opening in starts if start >= 0)


def overlaps(one: TextSpan, other: TextSpan) -> bool:
    """True when the two spans share a character."""
    return one.start < other.end and other.start < one.end


def fact_matches(fact: Fact, gold: GoldFact, article: Article) -> bool:
    """True when the fact rests on a sentence of the gold's evidence and one of its slots holds one of the gold's answers."""
    if not any(overlaps(fact.evidence.primary, span) for span in evidence_spans(gold, article)):
        return False
    texts = [text for _, value in fact.slots for text in value_texts(value)]
    return any(likeness(text, answer) > ALIKE for text in texts for answer in gold.answers)


def value_texts(value: Value) -> tuple[str, ...]:
    """Return the ways a slot's value may be written."""
    match value:
        case Phrase():
            return (value.text, value.bare, *value.accepted)
        case Date():
            return (value.text, value.iso, value.year)
        case Quantity():
            return (value.text, value.amount, value.number)
        case Clause() | Passage():
            return (value.span.text,) if value.span else ()


def item_matches(item: Item, gold: GoldFact, article: Article) -> bool:
    """True when the item rests on the gold's evidence and its key is one of the gold's answers (true/false: it says the same)."""
    if item.proof is None or not any(overlaps(item.proof.evidence, span) for span in evidence_spans(gold, article)):
        return False
    if isinstance(item, TrueFalse):
        said = words(item.correction or item.question)
        meant = words(gold.statement)
        return len(said & meant) >= SAYS * len(meant)
    return any(likeness(text, answer) > ALIKE for text in (*item_answers(item), *item.accepted) for answer in gold.answers)


def item_answers(item: Item) -> tuple[str, ...]:
    """Return the item's key as texts, one for each thing it holds."""
    match item:
        case TrueFalse():
            return (item.correction or item.question,)
        case Matching():
            return tuple(response for _, response in item.answer)
        case Ordering():
            return item.answer
        case _:
            return (item.answer,)


def violations(items: tuple[Item, ...], gold: Gold) -> tuple[tuple[Item, MustNot], ...]:
    """Return the items suspected of being what must not come out. By words alone: a person has to look at each."""
    pairs = ((item, banned) for item in items for banned in gold.must_not)
    return tuple((item, banned) for item, banned in pairs if _violates(item, banned))


def _violates(item: Item, banned: MustNot) -> bool:
    """A banned item is a question with its key after a dash, and both must be alike; a banned fact is alike as a whole."""
    claim = claim_of(item)
    question, dash, key = banned.statement.rpartition(" – ")
    if not dash:
        return likeness(claim, banned.statement) >= VIOLATES
    return likeness(claim, f"{question} {key}") >= VIOLATES and any(likeness(answer, key) >= VIOLATES for answer in item_answers(item))


def claim_of(item: Item) -> str:
    """Return what the item says is so, question and key in one; a statement keyed false says nothing."""
    if isinstance(item, TrueFalse):
        return item.question if item.answer else ""
    return " ".join((item.question, *item_answers(item)))
