"""Runs `quizgen make` over every article of a folder and says which failed: `make corpus CORPUS=DIR`.

A refusal (QuizgenError) is an answer; any other exception is a bug. One process for all, so that pipelines are loaded once.
"""

import argparse
import sys
import time
import traceback
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from quizgen.errors import QuizgenError
from quizgen.items import Item
from quizgen.pipeline import MakeOptions, make_quiz
from quizgen.quizfile import write_quiz
from quizgen.reading import ReadingOptions

SUFFIXES = (".txt", ".md", ".html")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one article. `verdict` is "made", "refused" (a user's error) or "failed" (a bug)."""

    path: Path
    verdict: str
    detail: str
    items: int = 0
    facts: int = 0
    seconds: float = 0.0


def articles(folder: Path) -> list[Path]:
    """Return the articles under `folder`, by name; files called README are none."""
    return sorted(path for path in folder.rglob("*") if path.suffix in SUFFIXES and path.stem != "README")


def try_article(path: Path) -> Outcome:
    """Make the quiz of one article, up to the text of its quiz file, and check its offsets."""
    start = time.perf_counter()
    try:
        quiz = make_quiz(str(path), MakeOptions(ReadingOptions()))
        write_quiz(quiz)
        wrong = [item.id for item in quiz.items if not offsets_are_right(item, quiz.article.text)]
    except QuizgenError as error:
        return Outcome(path, "refused", error.message)
    except Exception:
        return Outcome(path, "failed", traceback.format_exc())
    verdict, detail = ("failed", f"offsets of {', '.join(wrong)}") if wrong else ("made", "")
    return Outcome(path, verdict, detail, len(quiz.items), quiz.account.facts, time.perf_counter() - start)


def offsets_are_right(item: Item, text: str) -> bool:
    """True when every span of the item's proof gives back its words."""
    proof = item.proof
    return proof is None or all(text[span.start : span.end] == span.text for span in (proof.evidence, *proof.support))


def main() -> int:
    """Run over a folder, print a line for each article, and return 1 when one failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--log", type=Path, help="write the table here too")
    options = parser.parse_args()
    outcomes: list[Outcome] = []
    for path in articles(options.folder):
        outcomes.append(try_article(path))
        print(line(outcomes[-1]), flush=True)
    print(summary(outcomes))
    if options.log:
        options.log.parent.mkdir(parents=True, exist_ok=True)
        options.log.write_text("".join(line(outcome) + "\n" for outcome in outcomes), encoding="utf-8")
    return int(any(outcome.verdict == "failed" for outcome in outcomes))


def line(outcome: Outcome) -> str:
    """Return an outcome as a tab-separated line; a bug's traceback follows it."""
    figures = f"{outcome.items} items\t{outcome.facts} facts\t{outcome.seconds:.1f} s"
    return f"{outcome.path.name}\t{outcome.verdict}\t{figures if outcome.verdict == 'made' else outcome.detail}"


def summary(outcomes: list[Outcome]) -> str:
    """Return the counts of a whole run."""
    verdicts = Counter(outcome.verdict for outcome in outcomes)
    made = [outcome for outcome in outcomes if outcome.verdict == "made"]
    items = sorted(outcome.items for outcome in made) or [0]
    counts = ", ".join(f"{count} {verdict}" for verdict, count in verdicts.most_common())
    few = sum(outcome.items < 10 for outcome in made)
    return f"{len(outcomes)} articles: {counts}; items {items[0]}–{items[-1]}, median {items[len(items) // 2]}; {few} under 10 items"


if __name__ == "__main__":
    sys.exit(main())
