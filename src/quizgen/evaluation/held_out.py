"""The articles that nobody looks at while anything is tuned: `evaluation/held_out.txt` of the checkout."""

from functools import cache
from pathlib import Path

HELD_OUT = Path(__file__).parents[3] / "evaluation" / "held_out.txt"


@cache
def held_out() -> frozenset[str]:
    """Return the names of the articles held out, without folder and ending; none where there is no checkout."""
    if not HELD_OUT.is_file():
        return frozenset()
    lines = (line.strip() for line in HELD_OUT.read_text(encoding="utf-8").splitlines())
    return frozenset(Path(line).stem for line in lines if line and not line.startswith("#"))


def is_held_out(article: str) -> bool:
    """Return whether an article, given by its path or its name, is held out."""
    return Path(article).name.removesuffix(".txt") in held_out()
