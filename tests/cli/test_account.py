"""The account after `quizgen make`, from figures made by hand."""

from quizgen.article import Article, Block, BlockKind
from quizgen.cli.account import account_lines, coverage_text, dropped_text
from quizgen.quiz import Account, Quiz

PROSE = tuple(Block(BlockKind.PARAGRAPH, start, start + 5) for start in range(0, 30, 5))


def quiz(account: Account) -> Quiz:
    return Quiz(Article("a", "x" * 30, "en", blocks=PROSE), (), "A", "A", account=account)


def test_coverage_names_the_paragraphs_without_an_item() -> None:
    assert coverage_text({1: 2, 4: 1}, 6) == "2 of 6 paragraphs; none from 2–3, 5–6"
    assert coverage_text({1: 1}, 1) == "1 of 1 paragraphs"


def test_an_item_outside_prose_covers_no_paragraph() -> None:
    assert coverage_text({0: 3, 1: 1}, 2) == "1 of 2 paragraphs; none from 2"


def test_dropped_tells_the_most_frequent_reason_first() -> None:
    assert dropped_text({"asked already": 5, "no blank": 7}) == "12: 7 no blank, 5 asked already"
    assert dropped_text({}) == "none"


def test_rare_reasons_are_summed_up() -> None:
    reasons = {f"reason {letter}": 9 - number for number, letter in enumerate("abcdefg")}
    assert dropped_text(reasons).endswith(", 5 reason e, 7 for 2 other reasons")


def test_fewer_than_asked_for_is_explained() -> None:
    lines = account_lines(quiz(Account(facts=9, questions=30, asked_for=20, kept=14, dropped={"quiz full": 16}, coverage={1: 14})))
    assert "kept               14 of 20 asked for" in lines
    assert lines[-1].startswith("6 fewer than asked for")


def test_as_many_as_asked_for_needs_no_explanation() -> None:
    lines = account_lines(quiz(Account(facts=9, questions=30, asked_for=2, kept=2)))
    assert len(lines) == 5
