"""Articles of any length, shuffled together from the paragraphs of `seeds/`, always the same for the same arguments."""

import itertools
import random
import re
from pathlib import Path

SEEDS = Path(__file__).resolve().parents[1] / "seeds"
HEADER = {
    "fr": '+++\ntitle = "Mélanges"\nlanguage = "fr"\ndate = 2026-01-01\n+++\n\n',
    "en": '+++\ntitle = "Miscellany"\nlanguage = "en"\ndate = 2026-01-01\n+++\n\n',
}
YEAR = re.compile(r"\b1[5-9]\d\d\b|\b20[0-2]\d\b")
DATED = {"fr": "Cela s'écrivait en {}.", "en": "So it was written in {}."}  # closes a copy of a paragraph that names no year


def long_text(language: str, words: int) -> str:
    """Return an article of about `words` words. Each further copy of a paragraph has other years, lest it pass for a repeated one."""
    paragraphs = [paragraph for path in sorted(SEEDS.glob(f"*.{language}.txt")) for paragraph in _paragraphs(path)]
    shuffled = random.Random(words)
    text: list[str] = []
    length = 0
    for copy in itertools.count():
        for paragraph in shuffled.sample(paragraphs, len(paragraphs)):
            if length >= words:
                return HEADER[language] + "\n\n".join(text) + "\n"
            text.append(_earlier(paragraph, copy, language))
            length += len(paragraph.split())
    raise AssertionError("seeds/ holds no paragraph")


def _earlier(paragraph: str, years: int, language: str) -> str:
    if years and not YEAR.search(paragraph):
        return f"{paragraph} {DATED[language].format(2000 - years)}"
    return YEAR.sub(lambda year: str(int(year[0]) - years), paragraph)


def _paragraphs(path: Path) -> list[str]:
    body = path.read_text(encoding="utf-8").split("+++\n", 2)[2]
    return [block for block in body.strip().split("\n\n") if not block.startswith("#")]
