"""Measures the writing of a deck of 100,000 notes against genanki's own writer, and writes DECK.md. See README.md."""

import argparse
import json
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

import genanki

import quizgen
from quizgen.export import write_atomically
from quizgen.export.anki.container import AnkiDeck, DeckNote, apkg
from quizgen.export.anki.note_types import load_note_type
from quizgen.identity import RELEASE_TIME, note_guid
from quizgen.items import seeded
from quizgen.resources import template_roots

HERE = Path(__file__).resolve().parent
WRITERS = ("quizgen", "genanki")
WORDS = (
    "granite", "harbour", "engineer", "keeper", "lens", "bell", "ship", "night", "tide", "rock", "sailor", "lamp", "coast",
    "tower", "storm", "island", "wall", "stone", "book", "light", "mouth", "town", "name", "built", "carries", "writes",
    "passes", "rings", "remembers", "over", "before", "while", "thirty", "clear", "every", "nobody", "whose", "and", "the",
    "of", "at", "in", "on", "by", "that", "was",
)


def main() -> None:
    """Measure both writers in turn, each in processes of its own, and write the results."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--notes", type=int, default=100_000)
    parser.add_argument("--runs", type=int, default=3, help="pairs of runs to take the median of")
    parser.add_argument("--results", type=Path, default=HERE / "DECK.md")
    parser.add_argument("--writer", choices=WRITERS, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.writer:
        print(json.dumps(measure(options.writer, options.notes)))
        return
    runs = {writer: [] for writer in WRITERS}
    for _ in range(options.runs):
        for writer in WRITERS:
            command = [sys.executable, __file__, "--writer", writer, "--notes", str(options.notes)]
            runs[writer].append(json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout))
    report = render({writer: [median(column) for column in zip(*rows, strict=True)] for writer, rows in runs.items()}, options)
    options.results.write_text(report, encoding="utf-8")
    print(report)


def measure(writer: str, number: int) -> tuple[float, float, float]:
    """Return the seconds that writing takes, the megabytes of the file, and the process's peak memory with the notes in it."""
    notes = sample_notes(number)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "deck.apkg"
        start = time.perf_counter()
        (write_with_quizgen if writer == "quizgen" else write_with_genanki)(notes, path)
        seconds = time.perf_counter() - start
        unit = 1 if sys.platform == "darwin" else 1024  # ru_maxrss is in bytes on macOS, in kilobytes on Linux
        return seconds, path.stat().st_size / 1e6, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6


def write_with_quizgen(notes: list[DeckNote], path: Path) -> None:
    """Write as `quizgen make` does."""
    write_atomically(path, apkg((AnkiDeck("Lighthouses", "", tuple(notes)),)))


def write_with_genanki(notes: list[DeckNote], path: Path) -> None:
    """Write as genanki's README does."""
    deck = genanki.Deck(1, "Lighthouses")
    for due, note in enumerate(notes, start=1):
        deck.add_note(
            genanki.Note(model=note.note_type.model, fields=list(note.fields), tags=list(note.tags), guid=note.guid, due=due)
        )
    genanki.Package(deck).write_to_file(str(path), timestamp=RELEASE_TIME)


def sample_notes(number: int) -> list[DeckNote]:
    """Return so many multiple-choice notes, no two alike."""
    note_type = load_note_type("multiple-choice", template_roots())
    return [_sample_note(place, note_type) for place in range(number)]


def _sample_note(place: int, note_type) -> DeckNote:  # type: ignore[no-untyped-def]
    chance = seeded(0, str(place)).to_bytes(8, "big") * 3
    question, evidence = (" ".join(WORDS[byte % len(WORDS)] for byte in chance[:length]) for length in (10, 24))
    filled = {
        "Key": f"lighthouse/event/date/{place}", "Question": f"{question} {place}?", "Option1": str(place), "Option2": str(place + 1),
        "Option3": WORDS[place % len(WORDS)], "Correct": "o1", "Evidence": f"{evidence} <mark>{place}</mark>.", "Lang": "en", "Dir": "ltr",
        "Source": '<a href="https://example.org/lighthouse"><cite>The keeper’s book</cite></a>', "URL": "https://example.org/lighthouse",
    }
    fields = tuple(filled.get(name, "") for name in note_type.fields)
    tags = ("quizgen::article::lighthouse", "quizgen::form::multiple_choice", "quizgen::kind::event")
    return DeckNote(note_guid(filled["Key"], "multiple_choice"), note_type, fields, tags, RELEASE_TIME)


def render(medians: dict[str, list[float]], options: argparse.Namespace) -> str:
    """Return DECK.md."""
    machine = f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}, Python {platform.python_version()}"
    rows = [f"| {writer} | {s:.2f} | {mb:.1f} | {peak:.0f} |" for writer, (s, mb, peak) in medians.items()]
    ratios = [ours / theirs for ours, theirs in zip(medians["quizgen"], medians["genanki"], strict=True)]
    about = f"quizgen {quizgen.__version__}; {options.notes:,} multiple-choice notes; medians of {options.runs} runs in turn; {machine}."
    ratio = "| ratio | " + " | ".join(f"{each:.2f}" for each in ratios) + " |"
    table = ["| writer | seconds | MB of file | peak MB |", "|---|---|---|---|", *rows, ratio]
    return "\n".join(["# Writing a deck", "", f"{about} Written by `make bench`.", "", *table, ""])


if __name__ == "__main__":
    main()
