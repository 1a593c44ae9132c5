"""Measures `quizgen make` and `quizgen --help` against the least they could take, and writes RESULTS.md. See README.md."""

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from long_text import long_text
from measuring import Comparison, compare

import quizgen

HERE = Path(__file__).resolve().parent
QUIZGEN = (sys.executable, "-c", "from quizgen.cli import main; main()")
SIZES = (1_500, 50_000)


def main() -> None:
    """Measure, print and write the results."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=3, help="pairs of runs to take the median of")
    parser.add_argument("--results", type=Path, default=HERE / "RESULTS.md")
    options = parser.parse_args()
    comparisons = [compare_help(options.runs)]
    with tempfile.TemporaryDirectory() as folder:
        for language in ("fr", "en"):
            for words in SIZES:
                comparisons.append(compare_make(language, words, options.runs, Path(folder)))
                print(row(comparisons[-1]), flush=True)
    report = render(comparisons, options.runs)
    options.results.write_text(report, encoding="utf-8")
    print(report)


def compare_help(runs: int) -> Comparison:
    """`quizgen --help` against a bare typer program's; short, so measured more often."""
    bare = (sys.executable, str(HERE / "bare_typer.py"), "--help")
    return compare("quizgen --help", (*QUIZGEN, "--help"), bare, 3 * runs)


def compare_make(language: str, words: int, runs: int, folder: Path) -> Comparison:
    """`quizgen make` on a text of so many words against loading the pipeline and parsing the text."""
    article = folder / f"{language}-{words}.txt"
    article.write_text(long_text(language, words), encoding="utf-8")
    output = folder / "out"
    make = (*QUIZGEN, "make", str(article), "-o", str(output), "--quiet")
    bare = (sys.executable, str(HERE / "bare_parse.py"), str(article))
    return compare(f"quizgen make, {language}, {words:,} words", make, bare, runs, output)


def render(comparisons: Sequence[Comparison], runs: int) -> str:
    """Return RESULTS.md."""
    machine = f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}, Python {platform.python_version()}"
    return "\n".join(
        (
            "# Results",
            "",
            f"quizgen {quizgen.__version__}; medians of {runs} paired runs ({3 * runs} for the help); {machine}. Written by `make bench`.",
            "",
            "| what | seconds | bare | ratio | peak MB | bare |",
            "|---|---|---|---|---|---|",
            *(row(comparison) for comparison in comparisons),
            "",
        )
    )


def row(comparison: Comparison) -> str:
    """Return a comparison as a row of the table."""
    (seconds, bare_seconds), (megabytes, bare_megabytes) = comparison.seconds, comparison.megabytes
    return f"| {comparison.name} | {seconds:.2f} | {bare_seconds:.2f} | {comparison.ratio:.2f} | {megabytes:.0f} | {bare_megabytes:.0f} |"


if __name__ == "__main__":
    main()
